"""Easy read on a page: a picture beside the words, one sentence a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from plainspoken.model import Block, Segment
from plainspoken.writers.blocks import Typesetter
from plainspoken.writers.editions import Edition
from plainspoken.writers.pictures import picture


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, or sentences with the picture of the one idea that they share."""

    heading: Markup | None = None
    picture: Markup | None = None
    words: Markup | None = None


def easy_rows(blocks: Iterable[Block], typesetter: Typesetter, edition: Edition) -> Iterator[Row]:
    """Yield the rows of an easy-read section, in reading order."""
    for block in blocks:
        if block.kind == "heading":
            yield Row(heading=typesetter.block(block))
        elif block.kind in ("table", "figure"):
            yield Row(words=typesetter.block(block))
        else:
            yield from _sentences(block, typesetter, edition)


def _sentences(block: Block, typesetter: Typesetter, edition: Edition) -> Iterator[Row]:
    for concept, run in groupby(block.segments, key=lambda one: one.picture):
        words = _lines(list(run), block, typesetter)
        yield Row(picture=picture(concept, edition), words=words)


def _lines(run: list[Segment], block: Block, typesetter: Typesetter) -> Markup:
    lines = [typesetter.scribe.segment(one) for one in run]
    if block.kind == "list":
        items = Markup("\n").join(Markup("<li>{}</li>").format(line) for line in lines)
        return Markup("<ul>\n{}\n</ul>").format(items)
    text = Markup("\n").join(Markup("<p>{}</p>").format(line) for line in lines)
    return Markup("<blockquote>{}</blockquote>").format(text) if block.kind == "quote" else text
