"""Ours, in the form that the peers are compared in."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.parse.gold import Block
from benchmarks.parse.score import Output
from plainspoken.model import Release
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read


def text(html: str) -> str:
    """Return the text of a page's release."""
    return "\n".join(words for _, words in _blocks(_release(html)))


def output(html: str) -> Output:
    """Return all that is found on a page."""
    release = _release(html)
    blocks = tuple(_blocks(release))
    last = [section for section in release.sections if section.role in ("notes", "contact", "boilerplate")]
    return Output(
        text="\n".join(words for _, words in blocks),
        blocks=blocks,
        title=release.headline or "",
        date=(release.published or "")[:10],
        standfirst=release.standfirst or "",
        quotes=tuple((one.speaker, one.text) for one in release.quotes() if one.speaker),
        notes=tuple(block.text for section in last for block in section.blocks),
    )


def _release(html: str) -> Release:
    return read(Page(html.encode("utf-8", "replace"), charset="utf-8"))


def _blocks(release: Release) -> Iterator[Block]:
    for section in release.sections:
        if section.role == "headline":
            continue
        for block in section.blocks:
            if block.kind == "list":
                yield from (("list_item", item) for item in block.items)
            elif block.kind == "table":
                yield from (("table_row", " ".join(row)) for row in block.rows)
            elif block.kind in ("heading", "quote"):
                yield block.kind, block.text
            elif block.kind != "figure":
                yield "paragraph", block.text
            if block.kind in ("table", "figure") and block.caption:
                yield "caption", block.caption
