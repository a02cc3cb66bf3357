"""What of a release is read aloud: passages of lines, each line with its spoken form and the pause after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainspoken.engines.timing import sayable
from plainspoken.model import Block, Release, Section, Segment
from plainspoken.spoken import Spoken, say
from plainspoken.words import words

# Seconds of silence after a sentence, after an item, cell or caption, after a heading, a block, a section.
_SENTENCE, _PART, _HEADING, _BLOCK, _SECTION = 0.3, 0.45, 0.6, 0.7, 1.0
# Easy read gives people time to take a sentence in (Inclusion Europe, "Information for all", on spoken information).
_EASY = 1.5
_TITLES = {
    "standfirst": "Summary",
    "dateline": "Summary",
    "lead": "Summary",
    "body": "Main text",
    "helpline": "Get help",
    "notes": "Notes to editors",
    "contact": "Media contact",
    "boilerplate": "About us",
}
_UNSPOKEN = frozenset({"alt", "credit"})  # for those who see no picture, and for its maker: not part of the text


@dataclass(frozen=True, slots=True)
class Line:
    """A segment to be said, and the seconds of silence after it."""

    segment: Segment
    spoken: Spoken
    pause: float


@dataclass(frozen=True, slots=True)
class Passage:
    """A section to be read aloud."""

    section: str
    title: str
    lines: tuple[Line, ...]


def passages(release: Release) -> tuple[Passage, ...]:
    """Return what is read of each section, in reading order; a section with nothing to say has no passage."""
    slower = _EASY if release.edition == "easy" else 1.0
    found = (Passage(each.id, title(each, release), tuple(_lines(each, release, slower))) for each in release.sections)
    return tuple(passage for passage in found if passage.lines)


def unsayable(release: Release) -> Iterator[Segment]:
    """Yield the segments that should be read but have no letter or digit."""
    for block in release.blocks():
        yield from (segment for segment in _read(block) if not sayable(segment.text))


def title(section: Section, release: Release) -> str:
    """Return what a section is called: its heading, or the word for its role in the release's language."""
    if section.heading:
        return section.heading
    if section.role == "headline":
        return release.headline or ""
    return words(release.lang)(_TITLES[section.role])


def _lines(section: Section, release: Release, slower: float) -> Iterator[Line]:
    blocks = [(block, read) for block in section.blocks if (read := _read(block))]
    for place, (block, read) in enumerate(blocks, 1):
        for segment, after in zip(read, [*read[1:], None], strict=True):
            pause = _pause(block, segment, after, last=place == len(blocks))
            spoken = say(segment.text, release.lang)
            if sayable(spoken.text):
                yield Line(segment, spoken, round(pause * slower, 3))


def _read(block: Block) -> list[Segment]:
    return [segment for segment in block.segments if segment.part not in _UNSPOKEN and segment.text.strip()]


def _pause(block: Block, segment: Segment, after: Segment | None, *, last: bool) -> float:
    if after is None:
        return _SECTION if last else _HEADING if block.kind == "heading" else _BLOCK
    return _SENTENCE if after.part == segment.part else _PART
