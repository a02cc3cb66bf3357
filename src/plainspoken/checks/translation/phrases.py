"""What a table of words and phrases finds in a text, and where: the notation of the tables beside this module."""

from __future__ import annotations

import re
from collections.abc import Iterable

# Letters with their marks: Indic vowels and Arabic points are no letters to `re`.
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u0963\u0981-\u0983\u09bc-\u09e3\u0a01-\u0a71"
    "\u0a81-\u0ae3\u0b82-\u0bcd\u200c\u200d"
)
# A word may stand behind a quotation mark (`'don't go'`), but not behind an apostrophe that joins it (`l'uomo`).
_START = rf"(?<![^\W\d_])(?<![{_MARKS}-])(?<![^\W\d_]['’])"
_END = rf"(?![^\W\d_]|[{_MARKS}])"
# Up to five words of one clause between a word that says "not" and one that says it once more.
NEAR = r"(?:[^\S\n]+[^\s.,;:!?…«»“”\"()]+){0,5}?[^\S\n]+"
_UNSPACED = frozenset({"zh"})
_LETTERS = rf"(?:[^\W\d_]|[{_MARKS}])*"


def fold(text: str) -> str:
    """Return a text as the tables are written: in small letters, its apostrophes straight."""
    return text.casefold().replace("’", "'")


def any_of(words: Iterable[str], code: str) -> str:
    """Return the pattern of any of these words.

    Args:
        words: in them, `*` stands for any letters, `_` for a space, `#` for a digit, `~` for up to five words between.
        code: the language, as ISO 639 writes it in two letters.

    >>> bool(re.search(any_of(["not~matter", "unab*"], "en"), "it does not really matter"))
    True
    """
    words = list(words)
    forms = "|".join(map(_form, sorted(words, key=len, reverse=True))) or "(?!)"
    first = {re.escape(word[0]) for word in words}
    ahead = f"(?=[{''.join(sorted(first))}])" if words and first.isdisjoint((r"\*", r"\#", r"\~")) else ""
    return f"(?:{forms})" if code in _UNSPACED else f"{ahead}{_START}(?:{forms}){_END}"


def _form(word: str) -> str:
    return re.escape(word).replace(r"\*", _LETTERS).replace("_", r"\s+").replace(r"\#", r"\d").replace(r"\~", NEAR)


def blank(pattern: re.Pattern[str], text: str) -> tuple[str, tuple[float, ...]]:
    """Return a text with what a pattern finds made blank, and where it was."""
    places = tuple(one.start() / len(text) for one in pattern.finditer(text))
    return pattern.sub(lambda one: " " * len(one[0]), text) if places else text, places
