"""The spoken form of a text: what a voice is given so that people hear what is written, with a map back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from plainspoken import lang as languages
from plainspoken.narration import Sound
from plainspoken.spoken import anywhere, elsewhere, english
from plainspoken.spoken.lexicon import Lexicon
from plainspoken.spoken.rules import Rule, find, shadow

_NONE = Lexicon()
_ENDLESS = re.compile(r"[!-~]{300}")
_BRITISH = frozenset({"en", "cy", "gd", "kw"})


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of the spoken text and the written characters that it says; `verbatim` where they are the same."""

    start: int
    end: int
    written_start: int
    written_end: int
    verbatim: bool


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text as it is said, with the sounds of words that a lexicon knows."""

    text: str
    pieces: tuple[Piece, ...]
    sounds: tuple[Sound, ...] = ()

    @property
    def verbatim(self) -> bool:
        """Whether it is the written text."""
        return len(self.pieces) == 1 and self.pieces[0].verbatim

    def written(self, start: int, end: int) -> tuple[int, int] | None:
        """Return the range of the written text that the spoken range says; None where it says nothing written."""
        begins, ends = list[int](), list[int]()
        for piece in self.pieces:
            if piece.start >= end:
                break
            if start < piece.end:
                first, last = _written(piece, start, end)
                begins.append(first)
                ends.append(last)
        return (min(begins), max(ends)) if begins else None


def say(text: str, lang: str, region: str | None = None, source: str = "", lexicon: Lexicon = _NONE) -> Spoken:
    """Return the spoken form of a text in a language (BCP 47).

    English has a table of its own. In other languages phone numbers are said digit by digit, numbers, sums, measures,
    dates and times as far as CLDR and num2words know them; the rest is the voice's.

    Args:
        text: what is written.
        lang: the language it is written in.
        region: the country that phone numbers without a country code belong to (ISO 3166); the language's own if None.
        source: the English sentence it translates, where it does; it tells whether 101 is a number to call.
        lexicon: how names and words are said; it comes before all else.

    >>> say("Call 101 at 9.40pm.", "en-GB").text
    'Call one oh one at nine forty p m.'
    >>> say("Llame al 0800 555 111.", "es").text
    'Llame al 0 8 0 0, 5 5 5, 1 1 1.'
    """
    if _ENDLESS.search(text):  # no language has such words, and rules would look at each of its ends
        return Spoken(text, (Piece(0, len(text), 0, len(text), verbatim=True),))
    table = _table(lang, region_of(lang) if region is None else region, english.calls(source), english.keys(source))
    names = {start: (end, words, ipa) for start, end, words, ipa in _names(text, lang, lexicon)}
    known = [(start, end, words) for start, (end, words, _) in names.items()]
    said, pieces, sounds, at = "", list[Piece](), list[Sound](), 0
    for start, end, words in find(shadow(text), table, known):
        said, pieces = _verbatim(said, pieces, text, at, start)
        words = _apart(said, words, text[end : end + 1])
        pieces.append(Piece(len(said), len(said) + len(words), start, end, verbatim=False))
        if start in names and names[start][2]:
            sounds.append(Sound(len(said), len(said) + len(words), names[start][2]))
        said, at = said + words, end
    said, pieces = _verbatim(said, pieces, text, at, len(text))
    return Spoken(said, tuple(pieces), tuple(sounds))


def _names(text: str, lang: str, lexicon: Lexicon) -> Iterator[tuple[int, int, str, str]]:
    """Yield what the lexicon knows, as (start, end, words, IPA); an English sound takes its possessive with it."""
    for start, end, lexeme in lexicon.find(text, lang):
        ends = (
            end + 2 if text[end : end + 2] in ("'s", "’s") and languages.primary(lang) == "en" and lexeme.ipa else end
        )
        ipa = lexeme.ipa + english.possessive(lexeme.ipa) if ends > end else lexeme.ipa
        yield start, ends, (lexeme.alias or text[start:end]) + text[end:ends], ipa


@lru_cache(maxsize=64)
def _table(lang: str, region: str, calls: bool, keys: frozenset[str]) -> tuple[Rule, ...]:
    if languages.primary(lang) == "en":
        return (*anywhere.SILENT, *english.table(lang, region))
    return (*anywhere.SILENT, *anywhere.rules(region, calls=calls, keys=sorted(keys)), *elsewhere.table(lang))


def region_of(lang: str) -> str:
    """Return the country of a language tag (ISO 3166): its own, or Britain for the languages of Britain; else nothing.

    >>> region_of("en-US"), region_of("cy"), region_of("ur")
    ('US', 'GB', '')
    """
    written = next((part for part in lang.split("-")[1:] if len(part) == 2), "")
    return written or ("GB" if languages.primary(lang) in _BRITISH else "")


def _verbatim(said: str, pieces: list[Piece], text: str, start: int, end: int) -> tuple[str, list[Piece]]:
    if start == end:
        return said, pieces
    piece = Piece(len(said), len(said) + end - start, start, end, verbatim=True)
    return said + text[start:end], [*pieces, piece]


def _apart(said: str, words: str, after: str) -> str:
    """Keep the words from running into their neighbours, and no two spaces between them."""
    if said[-1:].isspace() or not said:
        words = words.lstrip()
    before = " " if words[:1].isalnum() and said[-1:].isalnum() else ""
    behind = " " if words[-1:].isalnum() and after.isalnum() else ""
    return before + words + behind


def _written(piece: Piece, start: int, end: int) -> tuple[int, int]:
    if not piece.verbatim:
        return piece.written_start, piece.written_end
    shift = piece.written_start - piece.start
    return max(start, piece.start) + shift, min(end, piece.end) + shift
