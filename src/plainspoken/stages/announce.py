"""What a listener is told that a reader sees: chapter titles, quotations, lists, tables, pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspoken.model import Block, Release, Role, Segment
from plainspoken.words import words

_CHAPTERS: dict[Role, str] = {
    "standfirst": "Summary",
    "dateline": "Summary",
    "lead": "Summary",
    "body": "Main text",
    "helpline": "Get help",
    "notes": "Notes to editors",
    "contact": "Media contact",
    "boilerplate": "About us",
}
_WIDEST = 6  # columns of a table whose heads are said before each cell; in a wider one they drown the cells


@dataclass(frozen=True, slots=True)
class Aside:
    """Words that are said and stand nowhere in the text; `source` is what of them may be in the source's language."""

    text: str
    source: str = ""


def chapter(role: Role) -> str:
    """Return the English words for what a section is."""
    return _CHAPTERS.get(role, "Main text")


def before(
    block: Block, release: Release, segment: Segment | None = None, *, describe: bool = False
) -> Iterator[Aside]:
    """Yield what is announced before a block, or before a sentence of it."""
    if segment is not None:
        yield from _before_segment(block, release, segment)
        return
    say = words(release.lang)
    if block.kind == "quote":
        speaker = block.speaker or ""
        yield Aside(say("Quote from %(speaker)s", speaker=speaker) if speaker else say("Quote"), speaker)
    elif block.kind in ("list", "table"):
        yield Aside(say("List" if block.kind == "list" else "Table"))
    elif block.kind == "figure" and describe and block.alt:
        yield Aside(f"{say('Picture')}: {block.alt}", " ".join(one.source or "" for one in block.part_segments("alt")))


def after(block: Block, release: Release) -> Iterator[Aside]:
    """Yield what is announced after a block."""
    if block.kind == "quote":
        yield Aside(words(release.lang)("End of quote"))


def _before_segment(block: Block, release: Release, segment: Segment) -> Iterator[Aside]:
    """Yield the number of an item, or the head of a cell's column, before the first sentence of it."""
    if block.part_segments(segment.part)[0] is not segment:
        return
    if block.kind == "list" and block.ordered and re.fullmatch(r"i\d+", segment.part):
        yield Aside(f"{words(release.lang).number(int(segment.part[1:]))}.")
    if block.kind == "table":
        yield from _head(block, segment)


def _head(block: Block, segment: Segment) -> Iterator[Aside]:
    place = re.fullmatch(r"r(\d+)\.c(\d+)", segment.part)
    width = (block.shape or (0, 0))[1]
    if not place or block.header_rows != 1 or not 2 < width + block.header_rows <= _WIDEST + 1:
        return
    row, column = int(place[1]), int(place[2])
    head = block.part(f"r1.c{column}")
    if row > 1 and column > max(1, block.header_columns) and head:
        yield Aside(f"{head}:", " ".join(one.source or "" for one in block.part_segments(f"r1.c{column}")))
