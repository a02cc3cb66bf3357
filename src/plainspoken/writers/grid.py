"""The places of a table: which of its cells reach over several, and what each heads."""

from __future__ import annotations

from dataclasses import dataclass

from plainspoken.model import Block, Merged


@dataclass(frozen=True, slots=True)
class Grid:
    """The places of one table, counted in rows and columns from 1."""

    width: int
    header_rows: int
    header_columns: int
    merged: dict[tuple[int, int], Merged]
    covered: frozenset[tuple[int, int]]

    @classmethod
    def of(cls, block: Block) -> Grid:
        """Return the grid of a table.

        A span that leaves the table or crosses the end of its header is cut there; one that would hide words is none.
        """
        height, width = block.shape or (0, 0)
        names = set(block.part_names())
        merged: dict[tuple[int, int], Merged] = {}
        taken: set[tuple[int, int]] = set()
        for cell in block.merged:
            last = block.header_rows if cell.row <= block.header_rows else height
            rows, columns = min(cell.rows, last - cell.row + 1), min(cell.columns, width - cell.column + 1)
            reach = [(cell.row + y, cell.column + x) for y in range(rows) for x in range(columns)]
            hides = any(f"r{row}.c{column}" in names for row, column in reach[1:])
            if len(reach) > 1 and not hides and taken.isdisjoint(reach):
                merged[cell.row, cell.column] = Merged(cell.row, cell.column, rows, columns)
                taken.update(reach)
        return cls(width, block.header_rows, block.header_columns, merged, frozenset(taken - merged.keys()))

    def extent(self, row: int, column: int) -> Merged:
        """Return the cell that starts at a place."""
        return self.merged.get((row, column)) or Merged(row, column)

    def scope(self, cell: Merged) -> str:
        """Return what a cell heads (HTML 4.9.10): `col`, `colgroup`, `row`, `rowgroup`; empty for a value."""
        if cell.row <= self.header_rows:
            return "colgroup" if cell.columns > 1 else "col"
        if cell.columns == self.width > 1 and self.header_rows + self.header_columns:
            return "colgroup"
        if cell.column <= self.header_columns:
            return "rowgroup" if cell.rows > 1 else "row"
        return ""
