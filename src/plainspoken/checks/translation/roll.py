"""The names of a release and of its translation, as both tell of them."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib.resources import files

from plainspoken import facts, lang
from plainspoken.facts.sounds import plain_letters
from plainspoken.model import Release

_WORD = re.compile(r"[^\W\d_]+")
_SHORT = 3
_INSIDE = tuple("abcdefghijklmnopqrstuvwxyz,áéíóúàèìòùãõâêôçñș")


@dataclass(frozen=True, slots=True)
class Roll:
    """What a release and its translation, as wholes, tell of names.

    Attributes:
        people: names that the release makes sure, by titles and as speakers.
        names: words, in plain letters, that the release writes with a capital in the middle of a sentence, never small.
        kept: those that the translation keeps letter by letter, each with the number of sentences that do.
        changed: those that sentences of the translation say otherwise, with the number of these.
    """

    people: frozenset[str] = frozenset()
    names: frozenset[str] = frozenset()
    kept: Mapping[str, int] = field(default_factory=dict)
    changed: Mapping[str, int] = field(default_factory=dict)

    def keeps(self, name: str) -> bool:
        """Tell whether a name that a sentence lacks is one that the others keep, or the only one of its kind."""
        return self.changed.get(name, 0) <= max(1, 2 * self.kept.get(name, 0))


def roll(original: Release, translated: Release) -> Roll:
    """Return what two editions tell of names; of those in another script than the source's only who is sure."""
    people = facts.sure_names(original)
    if lang.script(original.lang) != lang.script(translated.lang):
        return Roll(people)
    targets = {segment.id: segment.text for segment in translated.segments()}
    capitals: dict[str, frozenset[str]] = {}
    small: set[str] = set()
    for segment in original.segments():
        capitals[segment.id] = words(segment.text).names
        small |= words(segment.text).small
    names = frozenset().union(*capitals.values()) - small - _ordinary(lang.primary(original.lang))
    kept, changed = Counter[str](), Counter[str]()
    for place, there in capitals.items():
        theirs = words(targets.get(place, "")).all
        for name in there & names:
            (kept if name in theirs else changed)[name] += 1
    return Roll(people, names, kept, changed)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a sentence in plain letters: all, those with a capital, such not at its start, and small ones."""

    all: frozenset[str]
    capitals: frozenset[str]
    names: frozenset[str]
    small: frozenset[str]


@lru_cache(maxsize=4096)
def words(text: str) -> Words:
    """Return the words of a sentence."""
    everything, capitals, names, small = set[str](), set[str](), set[str](), set[str]()
    for found in _WORD.finditer(text):
        word = found[0]
        letters = _plain(word)
        everything.add(letters)
        if len(letters) < _SHORT:
            continue
        if not word[0].isupper():
            small.add(letters)
            continue
        capitals.add(letters)
        if text[: found.start()].rstrip(" ").endswith(_INSIDE):
            names.add(letters)
    return Words(frozenset(everything), frozenset(capitals), frozenset(names), frozenset(small))


@cache
def _ordinary(code: str) -> frozenset[str]:
    """Return what a language writes with a capital and translations say in their own words."""
    table = tomllib.loads((files("plainspoken") / "checks" / "translation" / "names.toml").read_text(encoding="utf-8"))
    return frozenset(table.get(code, "").split())


def spelled(name: str, text: str) -> str:
    """Return a name in plain letters as a text spells it."""
    return next((word for word in _WORD.findall(text) if _plain(word) == name), name)


@lru_cache(maxsize=8192)
def _plain(word: str) -> str:
    return plain_letters(word)
