"""A table on a terminal, in columns as wide as their letters."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence


def table(headings: Sequence[str], rows: Iterable[Sequence[str]], columns: int | None = None) -> str:
    """Return rows under their headings, each column as wide as its widest cell.

    Args:
        headings: what stands over the columns.
        rows: the cells of each row.
        columns: how wide the terminal is. Where the rows are wider, what their last column says stands beneath each.

    >>> print(table(("lang", "sentences"), [("ur", "52")]))
    lang  sentences
    ur    52
    >>> print(table(("lang", "to do"), [("ur", "Add a voice."), ("es", "")], columns=16))
    lang
    ur
          to do: Add a voice.
    es
    """
    grid = [tuple(headings), *map(tuple, rows)]
    lines = _lines(grid)
    if columns is None or max(map(_width, lines)) <= columns:
        return "\n".join(lines)
    beneath = ["", *(f"      {headings[-1]}: {row[-1]}" if row[-1] else "" for row in grid[1:])]
    both = zip(_lines([row[:-1] for row in grid]), beneath, strict=True)
    return "\n".join(line for pair in both for line in pair if line)


def _lines(grid: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(_width, column)) for column in zip(*grid, strict=True)]
    lines = (
        "  ".join(cell + " " * (width - _width(cell)) for cell, width in zip(row, widths, strict=True)) for row in grid
    )
    return [line.rstrip() for line in lines]


def _width(cell: str) -> int:
    """Count the columns a cell takes on a terminal (Unicode East Asian Width; marks take none)."""
    return sum(
        0 if unicodedata.combining(one) else 2 if unicodedata.east_asian_width(one) in "WF" else 1 for one in cell
    )
