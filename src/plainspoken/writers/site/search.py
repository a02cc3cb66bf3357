"""The words that a page's search looks in, folded so that accents, vowel signs of Arabic and digits don't matter."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

# Signs that may be left out: accents of European scripts, vowel signs of Arabic and Hebrew, what only joins or parts.
# The vowel signs of the Indic scripts are letters to their readers, and stay.
SIGNS = (
    r"[\u00ad\u0300-\u036f\u0483-\u0487\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u0640"
    r"\u064b-\u065f\u0670\u06d6-\u06ed\u200b-\u200f\u2060\ufeff]"
)
_SIGNS = re.compile(SIGNS)
# Scripts without spaces between words are looked up by pairs of letters.
UNSPACED = "[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U000323af]"
_UNSPACED = re.compile(f"({UNSPACED}+)")
_SAME = {
    "ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ı": "i", "þ": "th", "ς": "σ",
    "ى": "ي", "ی": "ي", "ک": "ك", "ة": "ه", "ہ": "ه", "ھ": "ه",
}  # fmt: skip
_ZEROS = "\u0660\u06f0\u0966\u09e6\u0a66\u0ae6\u0be6"


@lru_cache(maxsize=1)
def same() -> dict[str, str]:
    """Return what each letter and digit is looked up as, where that is another."""
    digits = {chr(ord(zero) + value): str(value) for zero in _ZEROS for value in range(10)}
    return {**_SAME, **digits}


@lru_cache(maxsize=1)
def _table() -> dict[int, str]:
    return {ord(letter): other for letter, other in same().items()}


def fold(text: str) -> str:
    """Return a text as it is compared.

    >>> fold("Él dijo ٤٧"), fold("أَخْبار")
    ('el dijo 47', 'اخبار')
    """
    bare = _SIGNS.sub("", unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).lower()))
    # What remains is composed again: text of a page is to be in form C (Character Model for the World Wide Web).
    return unicodedata.normalize("NFC", bare).translate(_table())


def terms(text: str) -> str:
    """Return the words of a text, each once, folded and in order, with a space before and after each.

    >>> terms("The bridge, the bridge 桥梁关闭")
    ' bridge the 关闭 桥梁 梁关 '
    """
    found: set[str] = set()
    for word in _words(fold(text)):
        for place, piece in enumerate(_UNSPACED.split(word)):
            found.update(_pairs(piece) if place % 2 else [piece] if piece else [])
    return f" {' '.join(sorted(found))} " if found else " "


def _words(text: str) -> list[str]:
    letters = (one if unicodedata.category(one)[0] in "LMN" else " " for one in text)
    return "".join(letters).split()


def _pairs(run: str) -> list[str]:
    return [run[at : at + 2] for at in range(len(run) - 1)] or [run]
