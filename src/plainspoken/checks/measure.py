"""How long an easy sentence may be in its language, and how that is counted."""

from __future__ import annotations

import tomllib
import unicodedata
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal, cast

from plainspoken import lang
from plainspoken.claims import word_count

ENGLISH = 15
"""How many words an easy sentence of English may have."""


@dataclass(frozen=True, slots=True)
class Measure:
    """How much an easy sentence may say in one language.

    Attributes:
        unit: what is counted: words between spaces, or characters where a script has no such spaces.
        longest: how many of them a sentence may have.
        word: how many of them say what one English word does.
    """

    unit: Literal["words", "characters"]
    longest: int
    word: float

    def count(self, text: str) -> int:
        """Return how many units a text has; a number or a Latin name is one word, wherever it stands.

        >>> measure("ur").count("اگر آپ ابھی خطرے میں ہیں تو 999 پر کال کریں۔")
        11
        >>> measure("zh").count("请拨打 999。"), measure("zh").count("请")
        (5, 1)
        """
        if self.unit == "words":
            return word_count(text.replace("\u1361", " "))  # Ethiopic may set a mark between words
        letters = sum(map(_is_unspaced, text))
        others = word_count("".join(" " if _is_unspaced(sign) else sign for sign in text))
        return letters + round(others * self.word)


def measure(tag: str) -> Measure:
    """Return how long an easy sentence may be in a language.

    15 words of English ("Making written information easier to understand", Department of Health, 2010), times what
    the language needs to say as much: `measure.toml` has how each was measured. One that it lacks is held to 15 words.

    >>> measure("en").longest, measure("tr").longest, measure("zh-Hant")
    (15, 13, Measure(unit='characters', longest=25, word=1.65))
    """
    code = lang.primary(tag)
    if lang.gap(tag):
        word = _numbers("words").get(code, 1.0)
        return Measure("words", round(ENGLISH * word), word)
    characters = _numbers("characters")
    word = characters.get(code, characters["other"])
    return Measure("characters", round(ENGLISH * word), word)


def shortened(tag: str) -> tuple[str, ...]:
    """Return the shortened words that a language is known to have, in small letters: `p.ej.` may have a space within.

    >>> shortened("de")[:2]
    ('z.b.', 'd.h.')
    """
    row = cast("str", _table()["shortened"].get(lang.primary(tag), ""))
    return tuple(word.replace("_", " ") for word in row.casefold().split())


def _numbers(section: str) -> dict[str, float]:
    return cast("dict[str, float]", _table()[section])


@cache
def _table() -> dict[str, dict[str, float | str]]:
    return tomllib.loads((files("plainspoken") / "checks" / "measure.toml").read_text(encoding="utf-8"))


_UNSPACED = ("CJK", "HIRAGANA", "KATAKANA", "BOPOMOFO", "THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")


def _is_unspaced(sign: str) -> bool:
    """Tell whether a sign is a letter of a script that sets no spaces; the marks on letters don't count."""
    return unicodedata.category(sign) == "Lo" and unicodedata.name(sign, "").startswith(_UNSPACED)
