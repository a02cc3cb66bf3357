"""Which language each run of a sentence is in, so that the voice of that language says it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from plainspoken import lang as languages
from plainspoken.engines.timing import sayable
from plainspoken.model import Inline, Release, Segment
from plainspoken.spoken.scripts import letters_of, scripts, written_in

# The scripts that one language of the packs alone is written in; Arabic, Cyrillic, Ethiopic letters name no language.
_ONLY = {"Grek": "el", "Beng": "bn", "Guru": "pa", "Gujr": "gu", "Taml": "ta", "Telu": "te", "Hani": "zh"}
UNKNOWN = "und"  # a language that nobody can tell (BCP 47)
_LATIN_WORD = r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ]|['’-](?=[A-Za-zÀ-ɏ]))+"
_LATIN = re.compile(rf"(?<![\w@./:&-]){_LATIN_WORD}(?: {_LATIN_WORD})*(?![\w@/:-]|\.\w)")


@dataclass(frozen=True, slots=True)
class Run:
    """Characters of a sentence from `start` on, in one language; None is the release's own."""

    start: int
    text: str
    lang: str | None = None


def runs(segment: Segment, release: Release) -> list[Run]:
    """Return a sentence as runs of one language each: as its markup says, and as its letters do."""
    if (
        len(segment.spans) == 1
        and not segment.spans[0].lang
        and not segment.spans[0].children
        and _plain(segment.spans[0].text, release.lang)
    ):
        return [Run(0, segment.spans[0].text)]
    marked, at = list[Run](), 0
    for text, tag in _leaves(segment.spans, None):
        foreign = tag if tag and scripts(text) and not languages.same(tag, release.lang) else None
        marked.append(Run(at, text, foreign))
        at += len(text)
    return _settled(_by_letters(marked, release, segment.source or ""))


def _plain(text: str, tag: str) -> bool:
    """Tell whether a text holds nothing but ASCII and its language is written in Latin letters, as most texts here."""
    return text.isascii() and languages.script(tag) == "Latn" and sayable(text)


def runs_of(text: str, release: Release, source: str = "") -> list[Run]:
    """Return plain words as runs of one language each; `source` is what of them may be in the source's language."""
    return _settled(_by_letters([Run(0, text)], release, source))


def _leaves(spans: Sequence[Inline], tag: str | None) -> Iterator[tuple[str, str | None]]:
    for span in spans:
        own = span.lang or tag
        if span.children:
            yield from _leaves(span.children, own)
        else:
            yield span.text, own


def _by_letters(marked: list[Run], release: Release, source: str) -> Iterator[Run]:
    """Part the runs of the release's own language where letters of another script stand in them."""
    script = languages.script(release.lang)
    own = letters_of(script) | {"Latn", "Zyyy"}
    origin = release.source_lang if release.source_lang and languages.script(release.source_lang) == "Latn" else None
    for run in _merged(marked):
        if run.lang or written_in(run.text, script) == 1.0:
            yield run
            continue
        found = list(_islands(run.text, own))
        if script != "Latn" and origin:
            found += [(*one.span(), origin) for one in _LATIN.finditer(run.text) if one[0] in source]
        yield from _cut(run, sorted(found))


def _islands(text: str, own: AbstractSet[str]) -> Iterator[tuple[int, int, str]]:
    """Yield the words in other scripts, with the language that they name."""
    for match in re.finditer(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|\s(?=[^\W\d_]))*", text):
        for start, end in _uniform(match[0]):
            script = next(iter(scripts(match[0][start:end])))
            if script not in own:
                yield (
                    match.start() + start,
                    match.start() + start + len(match[0][start:end].rstrip()),
                    _ONLY.get(script, UNKNOWN),
                )


def _uniform(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of letters of one script."""
    start, script = 0, ""
    for at, character in enumerate(text):
        own = next(iter(scripts(character)), "") if unicodedata.category(character).startswith("L") else script
        if own != script:
            if script:
                yield start, at
            start, script = at, own
    if script:
        yield start, len(text)


def _cut(run: Run, found: Iterable[tuple[int, int, str]]) -> Iterator[Run]:
    at = 0
    for start, end, tag in found:
        yield Run(run.start + at, run.text[at:start], run.lang)
        yield Run(run.start + start, run.text[start:end], tag)
        at = end
    yield Run(run.start + at, run.text[at:], run.lang)


def _settled(found: Iterator[Run]) -> list[Run]:
    """Return the runs joined where they are of one language, marks and spaces with the words that they follow."""
    kept = list[Run]()
    for run in _merged([one for one in found if one.text]):
        if kept and not sayable(run.text):
            kept[-1] = replace(kept[-1], text=kept[-1].text + run.text)
        elif kept and not sayable(kept[-1].text):
            kept[-1] = replace(run, start=kept[-1].start, text=kept[-1].text + run.text)
        else:
            kept.append(run)
    return _merged(kept) or [Run(0, "")]


def _merged(found: list[Run]) -> list[Run]:
    kept = list[Run]()
    for run in found:
        if kept and kept[-1].lang == run.lang:
            kept[-1] = replace(kept[-1], text=kept[-1].text + run.text)
        else:
            kept.append(run)
    return kept
