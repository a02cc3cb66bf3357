"""A folder of pages and what a perfect reader would find in them."""

from __future__ import annotations

import gzip
import json
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

Block = tuple[str, str]
"""The kind of a block (heading, paragraph, list_item, quote, caption, table_row) and its text."""


@dataclass(frozen=True, slots=True)
class Gold:
    """What one page has.

    Attributes:
        text: the article's text.
        blocks: its blocks in order, without the notes; None where the gold is text alone.
        notes: contacts and notes to editors.
        ignored: what may stand in a reader's output or not.
        title: the headline.
        date: the day it was published, ISO 8601.
        standfirst: its paragraphs.
        quotes: speaker and words.
        site: the host it comes from.
    """

    text: str = ""
    blocks: tuple[Block, ...] | None = None
    notes: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    title: str = ""
    date: str = ""
    standfirst: tuple[str, ...] = ()
    quotes: tuple[tuple[str, str], ...] = ()
    site: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: its name, its compressed HTML, its gold."""

    name: str
    path: Path
    gold: Gold

    def html(self) -> str:
        """Return the page's HTML."""
        return gzip.decompress(self.path.read_bytes()).decode("utf-8", "replace")


def load(folder: Path) -> list[Page]:
    """Return the pages of a folder that has `gold.json` and `<id>.html.gz`."""
    records = json.loads((folder / "gold.json").read_text("utf-8"))
    return [Page(name, folder / f"{name}.html.gz", _gold(name, record)) for name, record in records.items()]


def halves(pages: list[Page]) -> tuple[list[Page], list[Page]]:
    """Return the pages in two halves: the sites in alphabetical order go to the one and the other in turn."""
    sites = {site: number for number, site in enumerate(sorted({page.gold.site for page in pages}))}
    one = [page for page in pages if sites[page.gold.site] % 2 == 0]
    return one, [page for page in pages if sites[page.gold.site] % 2]


def _gold(name: str, record: dict) -> Gold:
    blocks = [(kind, text, part[0] if part else "") for kind, text, *part in record.get("blocks") or []]
    host = (urlsplit(record.get("url") or "").hostname or "").removeprefix("www.")
    return Gold(
        text=record["text"],
        blocks=tuple((kind, text) for kind, text, part in blocks if part != "notes") if "blocks" in record else None,
        notes=tuple(text for _, text, part in blocks if part == "notes"),
        ignored=tuple(record.get("ignore") or ()),
        title=record.get("title") or "",
        date=record.get("date") or "",
        standfirst=tuple(record.get("standfirst") or ()),
        quotes=tuple((speaker, text) for speaker, text in record.get("quotes") or ()),
        site=name if host in ("", "fakehost") else host,
    )
