"""A hard word with its forms, its senses and its explanation, and where such words stand in a sentence."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from importlib.resources import files
from typing import cast

from plainspoken import lang

_TOKEN = re.compile(r"(?<![\w\-’'])\w[\w&.’'\-]*")
_INSIDE = re.compile(r"[\w\-]")


@dataclass(frozen=True, slots=True)
class HardWord:
    """A hard word in one sense.

    Attributes:
        forms: the words as they stand in a sentence, the headword first.
        means: the sentence that explains it.
        stands_for: what a short form stands for.
        only: a pattern that a sentence must have for the word to be in this sense; anything will do where it is empty.
        unless: a pattern for other senses: where it covers the word, the word is in one of those.
        plain: whether the word may stand in the explanation of another.
        own: whether it comes from an organisation's own list.
        lang: the language of its words and explanation (BCP 47).
    """

    forms: tuple[str, ...]
    means: str
    stands_for: str = ""
    only: str = ""
    unless: str = ""
    plain: bool = False
    own: bool = False
    lang: str = "en"

    @property
    def name(self) -> str:
        """The headword."""
        return self.forms[0]

    def is_meant(self, text: str, start: int, end: int) -> bool:
        """Tell whether the word at these characters of a sentence is in this sense."""
        ways = (text, text[:1].lower() + text[1:])  # a sentence's capital hides no pattern
        if self.only and not any(re.search(self.only, way) for way in ways):
            return False
        others = (other for way in ways for other in re.finditer(self.unless, way)) if self.unless else ()
        return not any(other.start() < end and other.end() > start for other in others)


@dataclass(frozen=True, slots=True)
class Found:
    """A hard word in a sentence, from the character `start` to `end` (its end excluded)."""

    word: HardWord
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class HardWords:
    """A list of hard words; where two have the same form, the first counts.

    >>> [found.word.name for found in built_in().find("The coroner opened an inquest.")]
    ['coroner', 'inquest']
    >>> list(built_in().find("The tenants of the tennis court were charged £5."))[0].word.means
    'A tenant is a person who pays rent for their home.'
    """

    words: tuple[HardWord, ...] = ()
    _index: Mapping[str, tuple[tuple[str, HardWord], ...]] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        index: dict[str, list[tuple[str, HardWord]]] = {}
        for word in self.words:
            for form in word.forms:
                index.setdefault(_first(form), []).append((_straight(form), word))
        longest = {first: tuple(sorted(forms, key=lambda one: -len(one[0]))) for first, forms in index.items()}
        object.__setattr__(self, "_index", longest)

    def find(self, text: str) -> Iterator[Found]:
        """Yield the hard words of a sentence, the longest at each place, in order."""
        said, end = _straight(text), 0
        for token in _TOKEN.finditer(said):
            if token.start() >= end and (found := self._at(said, token)):
                end = found.end
                yield found

    def speaking(self, tag: str) -> HardWords:
        """Return those of a language, whatever its region."""
        wanted = lang.primary(tag)
        kept = tuple(word for word in self.words if lang.primary(word.lang) == wanted)
        return self if kept == self.words else HardWords(kept)

    def before(self, others: HardWords) -> HardWords:
        """Return these words and after them those others whose forms are not among these."""
        if not self.words:
            return others
        ours = {_straight(form).casefold() for word in self.words for form in word.forms}
        kept = (_without(word, ours) for word in others.words)
        return HardWords((*self.words, *(word for word in kept if word.forms)))

    def _at(self, text: str, token: re.Match[str]) -> Found | None:
        start = token.start()
        for form, word in self._index.get(_first(token[0]), ()):
            end = start + len(form)
            if _same(text[start:end], form) and not _INSIDE.match(text, end) and word.is_meant(text, start, end):
                return Found(word, start, end)
        return None


@cache
def built_in() -> HardWords:
    """Return the hard words of public releases in the UK, each explained as the law of England and Wales has it."""
    with (files("plainspoken.lexicons") / "glossary.toml").open("rb") as file:
        entries = cast("list[dict[str, str]]", tomllib.load(file)["words"])
    return HardWords(tuple(_word(entry) for entry in entries))


def _word(entry: Mapping[str, str]) -> HardWord:
    only, unless = _straight(entry.get("only", "")), _straight(entry.get("unless", ""))
    return HardWord(
        tuple(entry["forms"]), entry["means"], entry.get("stands_for", ""), only, unless, bool(entry.get("plain"))
    )


def _without(word: HardWord, forms: set[str]) -> HardWord:
    return replace(word, forms=tuple(form for form in word.forms if _straight(form).casefold() not in forms))


def _first(form: str) -> str:
    found = _TOKEN.match(_straight(form))
    return re.split(r"[.'\-]", found[0] if found else form)[0].casefold()


def _same(said: str, form: str) -> bool:
    """Tell whether words are a form, which may open a sentence with a capital."""
    return said == form or (said[1:] == form[1:] and said[:1] == form[:1].upper())


def _straight(text: str) -> str:
    """Return a text with straight apostrophes, as long as before."""
    return text.replace("’", "'")
