"""Where long texts are cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.engines.clauses import parts


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One here. Two there! Three?", ["One here.", "Two there!", "Three?"]),
        ("Open: 9.30 am; closed: noon", ["Open:", "9.30 am;", "closed:", "noon"]),
        ("We meet on Monday, and we leave later", ["We meet on Monday,", "and we leave later"]),
        ("He left – nobody saw him – at noon", ["He left – nobody saw him", "– at noon"]),
        ("no border but the spaces between words", ["no border but the", "spaces between words"]),
        ("第一。第二", ["第一。", "第二"]),
        ("https://example.org/", []),
        ("", []),
    ],
)
def test_borders(text: str, expected: list[str]) -> None:
    """All clauses, else two parts at the best border near the middle, else nothing."""
    assert [text[start:end] for start, end in parts(text, (0, len(text)))] == expected


def test_anywhere() -> None:
    """A script without spaces may be cut between any two characters, if it must."""
    assert parts("图书馆开放", (0, 5), anywhere=True) == [(0, 2), (2, 5)]
    assert parts("图", (0, 1), anywhere=True) == []


@given(st.text(alphabet="ab ,;.:–。，\n", max_size=60), st.booleans(), st.data())
def test_loses_nothing(text: str, anywhere: bool, data: st.DataObject) -> None:
    """Parts stand in order inside the span, each smaller than it, and hold all of it but spaces."""
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = parts(text, (start, end), anywhere=anywhere)
    if found:
        assert len(found) > 1
        assert all(start <= a < b <= end and b - a < end - start for a, b in found)
        assert "".join("".join(text[a:b].split()) for a, b in found) == "".join(text[start:end].split())
