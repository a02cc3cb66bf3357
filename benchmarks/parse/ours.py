"""Ours, in the form that the peers are compared in."""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.parse.gold import Block
from benchmarks.parse.score import Output
from plainspoken import model
from plainspoken.model import Release
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read


def text(html: str) -> str:
    """Return the text of a page's release."""
    return _text(_release(html))


def output(html: str) -> Output:
    """Return all that is found on a page."""
    release = _release(html)
    last = [section for section in release.sections if section.role in ("notes", "contact", "boilerplate")]
    return Output(
        text=_text(release),
        blocks=tuple(found for block in _told(release) for found in _kinds(block)),
        title=release.headline or "",
        date=(release.published or "")[:10],
        standfirst=release.standfirst or "",
        quotes=tuple((one.speaker, one.text) for one in release.quotes() if one.speaker),
        notes=tuple(block.text for section in last for block in section.blocks),
    )


def _release(html: str) -> Release:
    return read(Page(html.encode("utf-8", "replace"), charset="utf-8"))


def _text(release: Release) -> str:
    return "\n".join(words for block in _told(release) for _, words in _kinds(block))


def _told(release: Release) -> Iterator[model.Block]:
    for section in release.sections:
        if section.role != "headline":
            yield from section.blocks


def _kinds(block: model.Block) -> Iterator[Block]:
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
