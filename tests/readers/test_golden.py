"""Golden cases: each folder's page becomes exactly its release."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plainspoken.readers.html import read
from plainspoken.readers.source import open_source

CASES = sorted((Path(__file__).parents[1] / "golden" / "parse").iterdir())


@pytest.mark.parametrize("case", CASES, ids=[case.name for case in CASES])
def test_page_becomes_its_release(case: Path) -> None:
    """The whole release is the one that was read through and put beside the page."""
    release = read(open_source(case / "in.html"))
    assert json.loads(release.to_json()) == json.loads((case / "out.json").read_text("utf-8"))
