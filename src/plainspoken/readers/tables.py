"""Tables: which hold values and which only lay out a page; and the cells of those that hold values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from plainspoken.readers import inline
from plainspoken.readers.draft import Draft
from plainspoken.readers.inline import Context
from plainspoken.readers.runs import Runs

if TYPE_CHECKING:
    from bs4 import Tag

_PROSE = ("table", "h1", "h2", "h3", "h4", "blockquote", "figure", "form", "article", "section")
_WIDEST = 100  # columns; a span beyond it is a mistake or an attack


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
    return len(rows) >= 2 and longest <= 250 and sum(width == widths[0] for width in widths) * 2 > len(widths)


def read(table: Tag, context: Context) -> Draft | None:
    """Return the table as a draft; None if all its cells are empty. Merged cells keep their text in the first place."""
    rows = _rows(table)
    parts: list[tuple[str, Runs]] = []
    caption = table.select_one("caption")
    if caption is not None and (runs := inline.read(caption.children, context)):
        parts.append(("caption", runs))
    taken: set[tuple[int, int]] = set()
    width = 0
    for number, row in enumerate(rows, 1):
        column = 1
        for cell in _cells(row):
            while (number, column) in taken:
                column += 1
            across, down = _span(cell, "colspan"), _span(cell, "rowspan")
            taken |= {(number + y, column + x) for y in range(down) for x in range(across)}
            if runs := inline.read(cell.children, context):
                parts.append((f"r{number}.c{column}", runs))
                width = max(width, column)
            column += across
    if not width:
        return None
    return Draft("table", tuple(parts), shape=(len(rows), width), header_rows=_header_rows(table, rows))


def cells(table: Tag) -> list[Tag]:
    """Return the cells of a table that only lays out, in reading order, those of inner tables not included."""
    return [cell for row in _rows(table) for cell in _cells(row)]


def _rows(table: Tag) -> list[Tag]:
    return [row for row in table.find_all("tr") if row.find_parent("table") is table]


def _cells(row: Tag) -> list[Tag]:
    return list(row.find_all(["td", "th"], recursive=False))


def _span(cell: Tag, name: str) -> int:
    text = str(cell.get(name) or "1").strip()
    return max(1, min(int(text), _WIDEST)) if text.isdecimal() and len(text) < 5 else 1


def _header_rows(table: Tag, rows: list[Tag]) -> int:
    count = 0
    for row in rows:
        all_headers = bool(_cells(row)) and all(cell.name == "th" for cell in _cells(row))
        if not (all_headers or row.find_parent("thead")):
            break
        count += 1
    return count if count < len(rows) else 0
