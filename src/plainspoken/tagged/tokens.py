"""The words of a text, in any script, with their places."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

_CHUNK = re.compile(r"[^\s—–…]+")
_OTHER_DIGIT = re.compile(r"(?![0-9])\d")
_UNSPACED = re.compile(r"[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or address at the characters `start` to `end` (its end excluded).

    `key` is what makes it the same word elsewhere: lower case, digits of any script as ASCII.
    """

    start: int
    end: int
    key: str

    @property
    def middle(self) -> float:
        """The middle of its place."""
        return (self.start + self.end) / 2


@lru_cache(maxsize=4096)
def tokens(text: str) -> tuple[Token, ...]:
    """Return the words of a text: runs between spaces without punctuation at their ends; Han and Kana sign by sign."""
    plain = plain_digits(text)
    return tuple(Token(start, end, plain[start:end].casefold()) for start, end in _places(text))


def plain_digits(text: str) -> str:
    """Return the text with the decimal digits of every script as ASCII ones, each at its place.

    >>> plain_digits("৯৯৯")
    '999'
    """
    if text.isascii() or not _OTHER_DIGIT.search(text):
        return text
    return _OTHER_DIGIT.sub(lambda sign: str(unicodedata.decimal(sign[0])), text)


def _places(text: str) -> Iterator[tuple[int, int]]:
    for chunk in _CHUNK.finditer(text):
        start, end = chunk.span()
        word = chunk[0]
        if word.isascii() and word.isalnum():
            yield start, end
            continue
        if not word.isalnum():
            while start < end and _edge(text[start]):
                start += 1
            while start < end and _edge(text[end - 1]):
                end -= 1
        yield from _cut(text, start, end) if start < end else ()


@lru_cache(maxsize=4096)
def _edge(sign: str) -> bool:
    """Tell whether a character at a word's end is not part of it: punctuation, or a mark that directs writing."""
    return unicodedata.category(sign)[0] == "P" or unicodedata.category(sign) == "Cf"


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for sign in _UNSPACED.finditer(text, start, end):
        if sign.start() > start:
            yield start, sign.start()
        yield sign.span()
        start = sign.end()
    if start < end:
        yield start, end
