"""Which scripts a text is written in (ISO 15924), by its letters."""

from __future__ import annotations

import unicodedata
from collections import Counter
from functools import lru_cache

# The first word of a letter's Unicode name, and the script it stands for.
_SCRIPTS = {
    "LATIN": "Latn", "FULLWIDTH": "Latn", "ARABIC": "Arab", "CYRILLIC": "Cyrl", "GREEK": "Grek", "HEBREW": "Hebr",
    "DEVANAGARI": "Deva", "BENGALI": "Beng", "GURMUKHI": "Guru", "GUJARATI": "Gujr", "TAMIL": "Taml",
    "TELUGU": "Telu", "KANNADA": "Knda", "MALAYALAM": "Mlym", "SINHALA": "Sinh", "ETHIOPIC": "Ethi", "CJK": "Hani",
    "IDEOGRAPHIC": "Hani", "HIRAGANA": "Jpan", "KATAKANA": "Jpan", "HANGUL": "Kore", "THAI": "Thai", "LAO": "Laoo",
    "KHMER": "Khmr", "MYANMAR": "Mymr", "GEORGIAN": "Geor", "ARMENIAN": "Armn", "SYRIAC": "Syrc", "THAANA": "Thaa",
    "TIBETAN": "Tibt", "ORIYA": "Orya", "NKO": "Nkoo",
}  # fmt: skip
# What a writing system of CLDR is written with.
_WRITES = {"Hans": {"Hani"}, "Hant": {"Hani"}, "Jpan": {"Jpan", "Hani"}, "Kore": {"Kore", "Hani"}}


def scripts(text: str) -> Counter[str]:
    """Return how many letters of each script a text has.

    >>> scripts("Ring 999: پولیس")
    Counter({'Arab': 5, 'Latn': 4})
    """
    letters = Counter(text)
    found = Counter[str]()
    for character, times in letters.items():  # in the order in which each first stands in the text
        if character.isalpha():
            found[_script(character)] += times
    return found


def letters_of(script: str) -> frozenset[str]:
    """Return the scripts whose letters a writing system has: Japanese is written in two."""
    return frozenset(_WRITES.get(script, {script}))


def written_in(text: str, script: str) -> float:
    """Return the share of a text's letters that are of a script, 0 to 1; 1 for a text without letters."""
    found = scripts(text)
    return sum(found[each] for each in letters_of(script)) / found.total() if found else 1.0


@lru_cache(maxsize=4096)
def _script(character: str) -> str:
    return _SCRIPTS.get(unicodedata.name(character, "").split(" ")[0], "Zyyy")
