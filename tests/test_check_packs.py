"""make check-packs: what is not there is said; where nothing may be missing, it fails."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

TOOL = Path(__file__).parents[1] / "tools" / "check_packs.py"


@pytest.mark.parametrize(("ci", "code"), [("", 0), ("true", 1)])
def test_missing_validators(tmp_path, ci, code):
    """Without the validators each is named with what it lacks: a sentence on a desk, a failure in CI."""
    done = subprocess.run(
        [sys.executable, str(TOOL), str(tmp_path)],
        env={**os.environ, "CI": ci, "VALIDATORS": str(tmp_path)}, capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == code, done.stderr
    lines = [line for line in done.stdout.splitlines() if "not run, this machine has no" in line]
    assert {"Nu", "axe, IBM, html-validate", "Lighthouse", "EPUBCheck", "Ace", "WebVTT"} <= {
        line.partition(":")[0] for line in lines
    }
