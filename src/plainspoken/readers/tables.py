"""Tables: which hold values and which only lay out a page; the cells, headers and spans of those that hold values."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import takewhile
from typing import TYPE_CHECKING

from plainspoken.model import Merged
from plainspoken.readers import inline
from plainspoken.readers.draft import Draft
from plainspoken.readers.inline import Context
from plainspoken.readers.runs import Runs, covered, without, words

if TYPE_CHECKING:
    from bs4 import Tag

_PROSE = ("table", "h1", "h2", "h3", "h4", "blockquote", "figure", "form", "article", "section")
_WIDEST = 100  # columns; a span beyond it is a mistake or an attack
_VALUE = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class _Cell:
    """A cell with its place and extent, both counted in rows and columns from 1."""

    tag: Tag
    row: int
    column: int
    rows: int
    columns: int
    runs: Runs

    @property
    def is_header(self) -> bool:
        return self.tag.name == "th" or self.tag.get("role") in ("columnheader", "rowheader")

    @property
    def heads_row(self) -> bool:
        """Its own word that it names its row (HTML 4.9.12): scope, or ARIA's role."""
        return str(self.tag.get("scope")).lower() in ("row", "rowgroup") or self.tag.get("role") == "rowheader"


def is_data(table: Tag) -> bool:
    """Tell whether a table holds values: it has headers or a caption, or a grid of short cells."""
    if table.get("role") in ("presentation", "none") or table.find(["table"]):
        return False
    rows = _rows(table)
    widths = [len(_cells(row)) for row in rows]
    if not rows or max(widths) < 2:
        return False
    if table.find(["th", "caption", "thead"]):
        return True
    cells = [cell for row in rows for cell in _cells(row)]
    if any(cell.find(_PROSE) for cell in cells):
        return False
    longest = max(len(cell.get_text(" ", strip=True)) for cell in cells)
    return len(rows) >= 2 and longest <= 250 and max(widths.count(width) for width in {*widths}) * 2 > len(widths)


def read(table: Tag, context: Context) -> Draft | None:
    """Return the table as a draft; None if all its cells are empty. Merged cells keep their text in the first place."""
    rows = _rows(table)
    cells = [cell for cell in _placed(rows, context) if cell.row <= len(rows)]
    width = max((cell.column for cell in cells if cell.runs), default=0)
    cells = [cell for cell in cells if cell.column <= width]
    if not width:
        return None
    down = _header_rows(rows, cells)
    across = _header_columns(cells, width, down, len(rows))
    caption = _caption(table, context)
    parts = [("caption", caption)] if caption else []
    parts += [(f"r{cell.row}.c{cell.column}", _plain(cell, down, across)) for cell in cells if cell.runs]
    merged = tuple(made for cell in cells if (made := _merged(cell, width, down, len(rows))))
    return Draft(
        "table", tuple(parts), shape=(len(rows), width), header_rows=down, header_columns=across, merged=merged
    )


def cells(table: Tag) -> list[Tag]:
    """Return the cells of a table that only lays out, in reading order, those of inner tables not included."""
    return [cell for row in _rows(table) for cell in _cells(row)]


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(["td", "th"], recursive=False))


def _placed(rows: Sequence[Tag], context: Context) -> list[_Cell]:
    """Give each cell its place beside and beneath those that span several (HTML 4.9.12.1)."""
    placed: list[_Cell] = []
    taken: set[tuple[int, int]] = set()
    for number, row in enumerate(rows, 1):
        column = 1
        for tag in _cells(row):
            while (number, column) in taken:
                column += 1
            across = _span(tag, "colspan", 1)
            down = _down(tag, row, rows[number - 1 :])
            taken |= {(number + y, column + x) for y in range(down) for x in range(across)}
            placed.append(_Cell(tag, number, column, down, across, inline.read_lines(tag.children, context)))
            column += across
    return placed


def _down(cell: Tag, row: Tag, beneath: Sequence[Tag]) -> int:
    """Return how many rows a cell reaches over: no further than the head or body that it stands in."""
    said = _span(cell, "rowspan", _WIDEST)
    return sum(1 for _ in takewhile(lambda other: other.parent is row.parent, beneath[:said]))


def _span(cell: Tag, name: str, none: int) -> int:
    """Return how far a cell reaches; zero says to the end (`none`)."""
    text = str(cell.get(name) or "1").strip()
    if not (text.isascii() and text.isdecimal()) or len(text) > 4:
        return 1
    return max(1, min(int(text) or none, _WIDEST))


def _caption(table: Tag, context: Context) -> Runs:
    box = table.select_one("caption")
    return inline.read_lines(box.children, context) if box is not None else ()


def _header_rows(rows: Sequence[Tag], cells: Sequence[_Cell]) -> int:
    """Count the rows that name the columns: in a `thead`, all headers, or bold over plain ones."""
    by_row: dict[int, list[_Cell]] = {}
    for cell in cells:
        by_row.setdefault(cell.row, []).append(cell)
    held = [_is_header_row(row, by_row.get(number, [])) for number, row in enumerate(rows, 1)]
    count = sum(takewhile(bool, held))
    if not count and len(rows) > 2 and not any(cell.is_header for cell in cells):
        count = int(_is_bold(by_row.get(1, [])) and not _is_bold(by_row.get(2, [])))
    return count if count < len(rows) else 0


def _is_header_row(row: Tag, cells: Sequence[_Cell]) -> bool:
    if row.find_parent("thead"):
        return True
    spoken = [cell for cell in cells if cell.runs]
    return bool(spoken) and all(cell.is_header and not cell.heads_row for cell in spoken)


def _is_bold(cells: Sequence[_Cell]) -> bool:
    """Tell whether all words of a row are bold, and none of them a value."""
    spoken = [cell.runs for cell in cells if cell.runs]
    return len(spoken) > 1 and all(covered(runs, "strong") and not _VALUE.search(words(runs)) for runs in spoken)


def _header_columns(cells: Sequence[_Cell], width: int, down: int, height: int) -> int:
    """Count the columns that name the rows: headers beneath the header rows; or beside an empty corner."""
    count = 0
    while count < width - 1:
        column = [cell for cell in cells if cell.column == count + 1 and cell.row > down and cell.columns < width]
        spoken = [cell for cell in column if cell.runs]
        if not spoken or not all(cell.is_header for cell in spoken):
            break
        count += 1
    if count or not down or width < 2 or height - down < 1:
        return count
    corner = next((cell for cell in cells if cell.row == 1 and cell.column == 1), None)
    return int(corner is None or not corner.runs)


def _plain(cell: _Cell, down: int, across: int) -> Runs:
    """Bold over the whole of a header is its dress."""
    heads = cell.row <= down or cell.column <= across
    return without(cell.runs, "strong") if heads and covered(cell.runs, "strong") else cell.runs


def _merged(cell: _Cell, width: int, down: int, height: int) -> Merged | None:
    """Return the extent of a cell, cut where the table or its header rows end (HTML 4.9.12.1, step 13)."""
    last = down if cell.row <= down else height
    rows = min(cell.rows, last - cell.row + 1)
    columns = min(cell.columns, width - cell.column + 1)
    return Merged(cell.row, cell.column, rows, columns) if rows > 1 or columns > 1 else None
