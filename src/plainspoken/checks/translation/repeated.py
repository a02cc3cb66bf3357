"""What an engine says instead of translating: its source, or the same words over and over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import combinations

from plainspoken import lang, tongues
from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding
from plainspoken.tagged.tokens import tokens

# A translation that shares so many of its longer words with the source is a copy.
_COPY, _WORDS = 0.8, 3
# A copy of so many words is one even where all have capitals, as in a headline.
_TITLE = 5
# How often the same words may follow one another, by how many they are: `very, very`, `step by step by step`.
_TWICE_IN_TURN = 3
_FIGURES = 4
# A closing mark with a space before it, as French writes `»`, four times in turn.
_MARKS = re.compile(r"(?<!\S)([»”\"',;:!?)]{1,2}[.,;:!?]?)(?:\s+\1){3,}(?!\S)")


def copied_source(said: Said) -> Iterator[Finding]:
    """Find translations that are, nearly word for word, their source."""
    text = said.source.text
    ours = [word.key for word in tokens(text) if _is_word(text[word.start : word.end])]
    theirs = Counter(word.key for word in tokens(said.target.text))
    kept = sum((Counter(ours) & theirs).values())
    if _is_foreign(said):
        return
    if (len(ours) >= _WORDS and kept >= _COPY * len(ours)) or _is_same(said):
        yield said.found("copied-source")


def loop(said: Said) -> Iterator[Finding]:
    """Find words that follow one another again and again, as those of an engine that can't find the end."""
    marks = _MARKS.search(said.target.text)
    if marks and not _MARKS.search(said.source.text):
        yield said.found("loop", f"“{marks[1]}”.")
        return
    again = _again([word.key for word in tokens(said.target.text)])
    if again and not _again([word.key for word in tokens(said.source.text)]):
        yield said.found("loop", f"“{' '.join(again)}”.")


def _is_foreign(said: Said) -> bool:
    """Tell whether a sentence of the source is in a third language, as a motto is, and may stay so."""
    words = [word.key for word in tokens(said.source.text)]
    own = lang.primary(said.source_lang)
    if not tongues.common(own) or not tongues.common(own).isdisjoint(words):
        return False
    return any(len(tongues.common(tag) & set(words)) >= _WORDS for tag in tongues.known() if tag != own)


def _is_word(word: str) -> bool:
    """Tell whether a word is one that a translation would change: not a name, a number or a very short word."""
    return len(word) > 3 and word.isalpha() and word.islower()


def _is_same(said: Said) -> bool:
    """Tell whether a short translation is its source to the letter, though that has words of its language alone."""
    text = said.source.text.strip()
    if text != said.target.text.strip() or lang.same(said.source_lang, said.target_lang):
        return False
    words = [word.key for word in tokens(text) if word.key.isalpha()]
    small = sum(text[word.start].islower() for word in tokens(text))
    common = tongues.common(lang.primary(said.source_lang)) - tongues.common(lang.primary(said.target_lang))
    return small > 1 or len(words) >= _TITLE or not common.isdisjoint(words)


def _again(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words that stand in turn too often: three or more twice, fewer three times."""
    for size, pairs in sorted(_distances(words).items()):
        turns = 2 if size >= _TWICE_IN_TURN else 3
        if size * 2 > len(words) or pairs < size * (turns - 1):
            continue
        alike = 0
        for place, (one, other) in enumerate(zip(words, words[size:], strict=False)):
            alike = alike + 1 if one == other else 0
            if alike >= size * (turns - 1) and (alike >= size * (_FIGURES - 1) or _says(words[place : place + size])):
                return tuple(words[place + 1 : place + size + 1])
    return ()


def _distances(words: Sequence[str]) -> Counter[int]:
    """Count how far apart the same words stand."""
    places: dict[str, list[int]] = {}
    for place, word in enumerate(words):
        places.setdefault(word, []).append(place)
    return Counter(other - one for at in places.values() if len(at) > 1 for one, other in combinations(at, 2))


def _says(words: Sequence[str]) -> bool:
    """Tell whether words are more than figures and signs, which tables repeat."""
    return any((word.isalpha() and len(word) > 1) or not word.isascii() for word in words)
