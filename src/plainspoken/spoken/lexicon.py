"""How names and words are said: a lexicon's lexemes, found in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plainspoken import lang as languages


@dataclass(frozen=True, slots=True)
class Lexeme:
    """A word or name and how it is said.

    Attributes:
        graphemes: how it is written; capitals matter.
        lang: the language of the texts it stands in (BCP 47).
        alias: how to say it, in other words or another spelling; empty where it has none.
        ipa: how it sounds, in the International Phonetic Alphabet; empty where it has none.
    """

    graphemes: tuple[str, ...]
    lang: str
    alias: str = ""
    ipa: str = ""


@dataclass(frozen=True)
class Lexicon:
    """Lexemes; where two are written the same, the first one counts.

    >>> lexicon = Lexicon((Lexeme(("Southwark",), "en-GB", alias="Suthuk"),))
    >>> [(start, end, one.alias) for start, end, one in lexicon.find("In Southwark.", "en")]
    [(3, 12, 'Suthuk')]
    """

    lexemes: tuple[Lexeme, ...] = field(default=())

    def __add__(self, other: Lexicon) -> Lexicon:
        return Lexicon(self.lexemes + other.lexemes)

    def find(self, text: str, lang: str) -> Iterator[tuple[int, int, Lexeme]]:
        """Yield what of a text the lexicon knows, in order: whole words, the longest first."""
        known = self._by_language.get(languages.primary(lang))
        if known:
            pattern, said = known
            for match in pattern.finditer(text):
                yield match.start(), match.end(), said[match[0]]

    @cached_property
    def _by_language(self) -> dict[str, tuple[re.Pattern[str], dict[str, Lexeme]]]:
        tables: dict[str, dict[str, Lexeme]] = {}
        for one in self.lexemes:
            for grapheme in one.graphemes:
                tables.setdefault(languages.primary(one.lang), {}).setdefault(grapheme, one)
        return {lang: (_whole_words(table), table) for lang, table in tables.items()}


def _whole_words(graphemes: Iterable[str]) -> re.Pattern[str]:
    longest_first = sorted(graphemes, key=lambda one: (-len(one), one))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)")
