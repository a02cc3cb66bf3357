"""The count of pictured sentences, and the sheet of all pictures."""

from __future__ import annotations

from importlib.resources import files

import pytest

from benchmarks import pictures


def test_most_sentences_have_a_picture(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Over the samples, at least 70 of 100 easy sentences have a picture; the last lines say how many."""
    monkeypatch.setattr("sys.argv", ["pictures.py"])
    assert pictures.main() == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[0] for row in rows[:2]] == ["sample", "council-gallery"]
    assert rows[-2].startswith("all ") and rows[-1].startswith("most often: ")


def test_sheet_shows_every_picture() -> None:
    """The sheet has each drawing four times: light and dark, large and small."""
    drawings = [one.name for one in files("plainspoken.pictures").iterdir() if one.name.endswith(".svg")]
    assert pictures.sheet().count("<svg") == 4 * len(drawings)
