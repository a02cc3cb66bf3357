"""Hard words: a sentence that explains one, right after the sentence in which it first stands."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from plainspoken.hard_words import HardWord, HardWords
from plainspoken.model import Inline, Release, Segment
from plainspoken.stages.telling import Telling

# What stands before these words must stand right before them: an explanation between would be what they point at.
_POINTS_BACK = re.compile(
    r"(?:It|Its|They|Their|These|This|That|Those|Or|But|So|Most of them|For example|An example is)\b"
)
# A short form has to be written out: only these would then point at the wrong thing.
_MUST_FOLLOW = re.compile(r"(?:It|Its|They|Their|Or|But|So)\b")
_OPENS_A_LIST = frozenset({"list-intro", "heading-kept"})


@dataclass(frozen=True, slots=True)
class Explanation:
    """A hard word's meaning and where it belongs: after the sentence number `after`, said of the segment `origin`.

    The word itself stands in that sentence from the character `start` to `end`.
    """

    text: str
    rule: str
    after: int
    origin: Segment
    start: int
    end: int
    is_short: bool = False


def explain(told: Sequence[Telling], release: Release, words: HardWords, room: int) -> tuple[Explanation, ...]:
    """Return explanations for at most `room` hard words: the short forms first, then the words the release uses most.

    A word is explained where it first stands or nowhere; one word a sentence, since the next sentence explains it.

    Args:
        told: the easy sentences, in order.
        release: where abbreviations are written out.
        words: the hard words.
        room: how many explanations there may be.
    """
    short = tuple(_abbreviations(told, release))
    known = {told[one.after].text[one.start : one.end] for one in short}
    taken: dict[int, Explanation] = {}
    for one in (*short, *_glossary(told, release, words, known)):
        if len(taken) < max(room, 0) and one.after not in taken and _may_follow(told, one):
            taken[one.after] = one
    return tuple(taken[place] for place in sorted(taken))


def _may_follow(told: Sequence[Telling], more: Explanation) -> bool:
    """Tell whether an explanation may follow its word: none parts a list, or a "this" from what it points at."""
    one = told[more.after]
    after = told[more.after + 1] if more.after + 1 < len(told) else None
    if one.rule in _OPENS_A_LIST:
        return False
    if after is None or after.question != one.question:
        return True
    listed = one.rule == "list-item" and after.rule == "list-item"
    return not listed and not (_MUST_FOLLOW if more.is_short else _POINTS_BACK).match(after.text)


def _abbreviations(told: Sequence[Telling], release: Release) -> Iterator[Explanation]:
    for short, (meaning, origin) in _written_out(release).items():
        places = ((number, re.search(rf"\b{re.escape(short)}\b", one.text)) for number, one in enumerate(told))
        place, found = next(((number, found) for number, found in places if found), (0, None))
        if found and not any(meaning in one.text for one in told):
            yield Explanation(f"{short} means {meaning}.", "abbreviation", place, origin, *found.span(), True)


def _written_out(release: Release) -> Mapping[str, tuple[str, Segment]]:
    meanings: dict[str, tuple[str, Segment]] = {}
    for segment in release.segments():
        for span in _flat(segment.spans):
            if span.kind == "abbr" and span.title and span.text not in meanings:
                meanings[span.text] = (span.title, segment)
    return meanings


def _flat(spans: Sequence[Inline]) -> Iterator[Inline]:
    for span in spans:
        yield span
        yield from _flat(span.children)


def _glossary(told: Sequence[Telling], release: Release, words: HardWords, known: set[str]) -> Iterator[Explanation]:
    """Yield an explanation of each hard word, at its first place: own words first, then short forms."""
    used = Counter(found.word for segment in release.segments() for found in words.find(segment.text))
    first: dict[HardWord, Explanation] = {}
    for place, one in enumerate(told):
        for found in words.find(one.text):
            word = found.word
            if one.text[found.start : found.end] not in known and word not in first:
                short = bool(word.stands_for)
                first[word] = Explanation(word.means, "glossary", place, one.origin, found.start, found.end, short)
    order = {word: number for number, word in enumerate(words.words)}
    for word in sorted(first, key=lambda one: (not one.own, not one.stands_for, -used[one], order[one])):
        yield first[word]
