"""What of a release is read aloud: passages of lines, each line with its spoken form and the pause after it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plainspoken import lang as languages
from plainspoken.engines.timing import sayable
from plainspoken.model import Block, Release, Section, Segment
from plainspoken.spoken import Spoken, region_of, say
from plainspoken.spoken.lexicon import Lexicon
from plainspoken.stages import tongues
from plainspoken.stages.announce import Aside, after, before, chapter
from plainspoken.words import words

# Seconds of silence after a sentence, after an item, cell or caption, after a heading, a block, a section.
_SENTENCE, _PART, _HEADING, _BLOCK, _SECTION = 0.3, 0.45, 0.6, 0.7, 1.0
_ASIDE = 0.4  # after an announcement
# Easy read gives people time to take a sentence in (Inclusion Europe, "Information for all", on spoken information).
_EASY = 1.5
_UNSPOKEN = frozenset({"alt", "credit"})  # for those who see no picture, and for its maker: not part of the text


@dataclass(frozen=True, slots=True)
class Part:
    """Words of a line in one language, from a character of the line on; `lang` is None for the release's own."""

    start: int
    lang: str | None
    spoken: Spoken


@dataclass(frozen=True, slots=True)
class Line:
    """What is said at a stretch, and the seconds of silence after it.

    `segment` is the sentence that it says; None for an announcement, whose words are nowhere in the release. `closes`
    tells that a paragraph ends with it.
    """

    segment: Segment | None
    parts: tuple[Part, ...]
    pause: float
    closes: bool = False

    @property
    def said(self) -> str:
        """What the voices get, the parts' words joined."""
        return "".join(part.spoken.text for part in self.parts)

    @property
    def verbatim(self) -> bool:
        """Whether what is said is what is written, character by character."""
        return len(self.parts) == 1 and self.parts[0].start == 0 and self.parts[0].spoken.verbatim

    def rows(self, lang: str) -> list[tuple[str, str, str, str]]:
        """Return each part as (sentence, language, what is written, what is said), sounds in slashes."""
        text, ident = (self.segment.text, self.segment.id) if self.segment else ("", "")
        ends = [*(part.start for part in self.parts[1:]), len(text)]
        return [
            (ident, part.lang or lang, text[part.start : end],
             " ".join([part.spoken.text.strip(), *(f"/{one.ipa}/" for one in part.spoken.sounds)]))
            for part, end in zip(self.parts, ends, strict=True)
        ]  # fmt: skip

    def written(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the range of the sentence that a range of `said` says; None where it says nothing written."""
        if len(self.parts) == 1:
            (part,) = self.parts
            place = part.spoken.written(start, end)
            return (part.start + place[0], part.start + place[1]) if place else None
        found, at = list[tuple[int, int]](), 0
        for part in self.parts:
            place = part.spoken.written(start - at, end - at) if end > at else None
            if place:
                found.append((part.start + place[0], part.start + place[1]))
            at += len(part.spoken.text)
        return (min(begin for begin, _ in found), max(stop for _, stop in found)) if found else None


@dataclass(frozen=True, slots=True)
class Passage:
    """A section to be read aloud, or several of one name: `section` is the first of them."""

    section: str
    title: str
    lines: tuple[Line, ...]

    def paragraphs(self) -> Iterator[tuple[Line, ...]]:
        """Yield its lines, paragraph by paragraph."""
        held = list[Line]()
        for line in self.lines:
            held.append(line)
            if line.closes:
                yield tuple(held)
                held = []
        if held:
            yield tuple(held)


def passages(release: Release, lexicon: Lexicon = Lexicon(), *, describe: bool = False) -> tuple[Passage, ...]:  # noqa: B008 - frozen
    """Return what is read of each section, in reading order; a section with nothing to say has no passage.

    Sections without a heading that are called the same, one after another, are one passage: to a listener the
    standfirst and the lead are one summary.

    Args:
        release: the edition.
        lexicon: how names and words are said.
        describe: whether the pictures' descriptions are read.
    """
    script = _Script(release, lexicon, describe)
    found, before_it = list[Passage](), ""
    has_chapters = sum(any(map(_read, section.blocks)) for section in release.sections) > 1
    for section in release.sections:
        name = title(section, release)
        lines = tuple(script.lines(section, name if has_chapters and name != before_it else ""))
        if not any(line.segment for line in lines) and not (describe and lines):
            continue
        if found and name == before_it and not section.heading:
            found[-1] = replace(found[-1], lines=found[-1].lines + lines)
        else:
            found.append(Passage(section.id, name, lines))
        before_it = name
    return tuple(found)


def unsayable(release: Release) -> Iterator[Segment]:
    """Yield the segments that should be read but have no letter or digit."""
    for block in release.blocks():
        yield from (segment for segment in _read(block) if not sayable(segment.text))


def title(section: Section, release: Release) -> str:
    """Return what a section is called: its heading, or the word for its role in the release's language."""
    if section.heading:
        return section.heading
    return (release.headline or "") if section.role == "headline" else words(release.lang)(chapter(section.role))


@dataclass(frozen=True, slots=True)
class _Script:
    release: Release
    lexicon: Lexicon
    describe: bool

    def lines(self, section: Section, name: str) -> Iterator[Line]:
        """Yield the lines of a section; its title is announced where it has no heading of its own."""
        if name and section.role != "headline" and not section.heading and self._announces:
            yield from self._aside(Aside(name))
        blocks = [(block, _read(block)) for block in section.blocks]
        blocks = [(block, read) for block, read in blocks if read or (self.describe and block.alt)]
        for place, (block, read) in enumerate(blocks, 1):
            yield from _closed(list(self._block(block, read, last=place == len(blocks))))

    def _block(self, block: Block, read: list[Segment], *, last: bool) -> Iterator[Line]:
        rest = _SECTION if last else _BLOCK
        for aside in before(block, self.release, describe=self.describe) if self._announces else ():
            yield from self._aside(aside, _ASIDE if read else rest)  # a picture without a caption ends here
        closing = list(after(block, self.release)) if self._announces and read else []
        for segment, follower in zip(read, [*read[1:], None], strict=False):
            for aside in before(block, self.release, segment) if self._announces else ():
                yield from self._aside(aside)
            parts = self._parts(segment)
            if any(sayable(part.spoken.text) for part in parts):
                pause = _pause(block, segment, follower, last=last)
                yield Line(segment, parts, self._slow(_ASIDE if closing and follower is None else pause))
        for aside in closing:
            yield from self._aside(aside, rest)

    def _aside(self, aside: Aside, pause: float = _ASIDE) -> Iterator[Line]:
        parts = self._said(tongues.runs_of(aside.text, self.release, aside.source), aside.source)
        if any(sayable(part.spoken.text) for part in parts):
            yield Line(None, parts, self._slow(pause))

    def _parts(self, segment: Segment) -> tuple[Part, ...]:
        return self._said(tongues.runs(segment, self.release), segment.source or "")

    def _said(self, runs: list[tongues.Run], source: str) -> tuple[Part, ...]:
        home = region_of(self.release.source_lang or self.release.lang)
        english = languages.primary(self.release.source_lang or "") == "en"
        return tuple(
            Part(run.start, run.lang, say(
                run.text, run.lang or self.release.lang, home, source if english and not run.lang else "", self.lexicon
            ))
            for run in runs
        )  # fmt: skip

    @property
    def _announces(self) -> bool:
        """Whether there are words for announcements in the release's language."""
        return languages.same(words(self.release.lang).spoken, self.release.lang)

    def _slow(self, pause: float) -> float:
        return round(pause * (_EASY if self.release.edition == "easy" else 1.0), 3)


def _closed(lines: list[Line]) -> list[Line]:
    return [*lines[:-1], *(replace(line, closes=True) for line in lines[-1:])]


def _read(block: Block) -> list[Segment]:
    return [segment for segment in block.segments if segment.part not in _UNSPOKEN and segment.text.strip()]


def _pause(block: Block, segment: Segment, follower: Segment | None, *, last: bool) -> float:
    if follower is None:
        return _SECTION if last else _HEADING if block.kind == "heading" else _BLOCK
    return _SENTENCE if follower.part == segment.part else _PART
