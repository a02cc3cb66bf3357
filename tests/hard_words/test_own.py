"""An organisation's own hard words: read from CSV, or refused with the line and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.errors import SourceError
from plainspoken.hard_words import HardWord, read


def written(folder: Path, content: str | bytes) -> Path:
    path = folder / "words.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_read(tmp_path: Path, separator: str) -> None:
    """Columns may stand in any order; forms are parted by a bar; a full stop is added; an empty line is nothing."""
    lines = ("explanation|word|forms|lang", 'A "safe" room|haven|havens/safe haven|', "", "Hafan yw hon.|hafan||cy")
    rows = (line.replace("|", separator).replace("/", "|").replace('"', "") for line in lines)
    assert read(written(tmp_path, "\ufeff" + "\n".join(rows))).words == (
        HardWord(("haven", "havens", "safe haven"), "A safe room.", own=True),
        HardWord(("hafan",), "Hafan yw hon.", own=True, lang="cy"),
    )


@pytest.mark.parametrize(
    ("content", "line", "says"),
    [
        ("", 1, "does not name the columns"),
        ("term,explanation\na,b\n", 1, "no column “term”"),
        ("word,explanation\nhaven,\n", 2, "no explanation"),
        ("word,explanation\n,A room.\n", 2, "no word"),
        ("word,explanation\nhaven,A room.\nhub,A place, safe.\n", 3, "more cells"),
        ("word,explanation,lang\nhaven,A room.,english\n", 2, "not a language"),
        ("word,explanation\nhaven,A room.\nHaven,Another.\n", 3, "line 2 already"),
        ('word,explanation\nhaven,"A\nroom."\nhub,\n', 4, "no explanation"),
        ('word,explanation\nhaven,"A "room."\n', 2, "not CSV"),
        (b"word,explanation\nhaven,\xff\n", 2, "not UTF-8"),
        (f"word,explanation\n{'a' * 81},A room.\n", 2, "more than 80"),
    ],
)
def test_bad_row(tmp_path: Path, content: str | bytes, line: int, says: str) -> None:
    """An error names the line, what is wrong with it and what to do."""
    with pytest.raises(SourceError, match=says) as caught:
        read(written(tmp_path, content))
    assert caught.value.where.endswith(f"words.csv, line {line}") and caught.value.todo


def test_no_file(tmp_path: Path) -> None:
    """A file that is not there is named."""
    with pytest.raises(SourceError, match="can't be read"):
        read(tmp_path / "none.csv")
