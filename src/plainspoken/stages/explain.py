"""Hard words: a sentence that explains one, right after the sentence in which it first stands."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from plainspoken.model import Inline, Release, Segment


@dataclass(frozen=True, slots=True)
class Explanation:
    """A hard word's meaning and where it belongs: after the sentence number `after`, said of the segment `origin`."""

    text: str
    rule: str
    after: int
    origin: Segment


def explain(texts: Sequence[str], origins: Sequence[Segment], release: Release, room: int) -> tuple[Explanation, ...]:
    """Return explanations for at most `room` hard words: the release's own abbreviations first, then the glossary.

    Args:
        texts: the easy sentences, in order.
        origins: the sentences of the release that they say.
        release: where abbreviations are written out.
        room: how many explanations there may be.
    """
    found = [*_abbreviations(texts, release), *_glossary(texts, origins)]
    taken: dict[int, Explanation] = {}
    for one in found:
        if len(taken) < max(room, 0) and one.after not in taken:
            taken[one.after] = one
    return tuple(taken[place] for place in sorted(taken))


def _abbreviations(texts: Sequence[str], release: Release) -> Iterator[Explanation]:
    for short, (meaning, origin) in _written_out(release).items():
        place = next((number for number, text in enumerate(texts) if re.search(rf"\b{re.escape(short)}\b", text)), None)
        if place is not None and not any(meaning in text for text in texts):
            yield Explanation(f"{short} means {meaning}.", "abbreviation", place, origin)


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


def _glossary(texts: Sequence[str], origins: Sequence[Segment]) -> Iterator[Explanation]:
    for pattern, means in glossary():
        for place, text in enumerate(texts):
            if pattern.search(text) and "“" not in text:
                yield Explanation(means, "glossary", place, origins[place])
                break


@cache
def glossary() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the hard words, as patterns, with the sentence that explains each; the most needed first."""
    with (files("plainspoken.lexicons") / "glossary.toml").open("rb") as file:
        entries = tomllib.load(file)["word"]
    return tuple((_pattern(entry["forms"]), entry["means"]) for entry in entries)


def _pattern(forms: Sequence[str]) -> re.Pattern[str]:
    either = "|".join(
        f"[{form[0]}{form[0].upper()}]{re.escape(form[1:])}" for form in sorted(forms, key=len, reverse=True)
    )
    return re.compile(rf"(?<![\w\-’'])(?:{either})(?![\w\-])")
