"""A table on a terminal, in columns as wide as their letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return rows under their headings, each column as wide as its widest cell.

    >>> print(table(("lang", "sentences"), [("ur", "52")]))
    lang  sentences
    ur    52
    """
    grid = [tuple(headings), *map(tuple, rows)]
    widths = [max(map(_width, column)) for column in zip(*grid, strict=True)]
    lines = (
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)) for row in grid
    )
    return "\n".join(line.rstrip() for line in lines)


def _width(cell: str) -> int:
    """Count the columns a cell takes on a terminal (Unicode East Asian Width; marks take none)."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in cell
    )
