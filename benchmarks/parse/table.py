"""Figures as a table in Markdown."""

from __future__ import annotations

from collections.abc import Sequence

from benchmarks.parse.run import Ran
from benchmarks.parse.score import KINDS, Figures

COLUMNS = (
    "text", "running text", "S",
    "headings", "paragraphs", "list items", "quotes", "captions", "tables", "headline", "date",
    "standfirst", "speakers", "notes", "furniture", "errors", "ms", "ratio", "MB",
)  # fmt: skip


def table(rows: Sequence[tuple[str, Figures, Ran]]) -> str:
    """Return a table: a row for each extractor, times in ratio to trafilatura's where it ran."""
    base = next((ran.pace for name, _, ran in rows if name == "trafilatura"), 0.0)
    lines = [f"| extractor | {' | '.join(COLUMNS)} |", "|---" * (len(COLUMNS) + 1) + "|"]
    lines += [f"| {name} | {' | '.join(_cells(found, ran, base))} |" for name, found, ran in rows]
    return "\n".join(lines)


def _cells(found: Figures, ran: Ran, base: float) -> list[str]:
    shares = (
        found.text, found.running, found.structure, *(found.kinds[kind] for kind in KINDS), found.title, found.date,
        found.standfirst, found.quotes, found.notes,
    )  # fmt: skip
    furniture = "-" if found.furniture is None else f"{found.furniture:.1%}"
    ratio = f"{ran.pace / base:.2f}" if base else "-"
    return [*map(_share, shares), furniture, str(ran.errors), f"{ran.pace:.1f}", ratio, f"{ran.megabytes:.0f}"]


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"
