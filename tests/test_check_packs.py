"""make check-packs: what is checked; what is not there is said, and fails where nothing may be missing."""

from __future__ import annotations

import os
import runpy
import subprocess
import sys
from pathlib import Path

import pytest

from plainspoken.site import index
from tests import site_packs

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


def test_what_is_checked(tmp_path):
    """Of a pack every file; of an index its own pages, since its packs are checked for themselves."""
    site_packs.court(tmp_path)
    index(tmp_path)
    tool = runpy.run_path(str(TOOL))
    pages = [one.relative_to(tmp_path).as_posix() for one in tool["files"](tmp_path, ".html")]
    assert pages == ["en-GB/index.html", "index.html", "ur/index.html"]
    assert tool["files"](tmp_path, ".mp3", ".epub") == []
    in_pack = tool["files"](tmp_path / "court", ".html")
    assert set(in_pack) == set((tmp_path / "court").rglob("*.html")) and len(in_pack) >= 5
