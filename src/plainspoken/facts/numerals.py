"""Number words: small numbers and large scales as the languages of a pack spell them, and the months as numbers."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from plainspoken import lang
from plainspoken.facts.composed import composed

# English number words above twelve, for sources that spell what a translation writes in digits.
_ENGLISH_TENS = {
    word: 20 + 10 * place
    for place, word in enumerate(("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"))
}
_ENGLISH_TEENS = {
    word: 13 + place
    for place, word in enumerate(("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"))
}
_UNITS = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
_ROMAN = re.compile(r"(X{0,3})(IX|IV|V?I{0,3})")
_TO_TWELVE, _ABOVE = tuple(range(1, 13)), (*range(13, 20), *range(20, 110, 10))
_UNSPACED = frozenset({"zh"})
_STEMS = frozenset({"pl", "lt", "uk"})  # the words above are stems: their endings change with the case


@cache
def scales() -> dict[str, float]:
    """Return the words that multiply the number before them, in any language, with what they multiply it by."""
    return {word: float(amount) for amount, words in _table("scales").items() for word in words}


@lru_cache(maxsize=4096)
def spelled(text: str, tag: str) -> frozenset[str]:
    """Return the numbers that the words of a text may say, in digits; the text is in the language `tag`."""
    code = lang.primary(tag)
    folded = text.casefold().replace("’", "'").replace("ʼ", "'")
    found = {
        number
        for number, begun, pattern in _patterns(code)
        if any(form in folded for form in begun) and pattern.search(folded)
    }
    return frozenset(found | composed(folded, code) | (_english(folded) if code == "en" else set()))


def roman(text: str) -> frozenset[str]:
    """Return the numbers that Roman numerals up to XXXIX in capitals may say, as in `siglo XIX` and `XIXe siècle`."""
    found = (_ROMAN.fullmatch(word) for word in re.findall(r"(?<![^\W\d_])[IVX]+(?=(?:e|th|º)?(?![^\W\d_]))", text))
    return frozenset(str(10 * len(one[1]) + _UNITS.index(one[2])) for one in found if one)


def whole(text: str, tag: str) -> bool:
    """Tell whether a text in small letters says a hundred per cent in words: `absolutely`."""
    words = _words("whole", lang.primary(tag)).split()
    return any(re.search(rf"(?<![^\W\d_]){re.escape(word.replace('_', ' '))}", text) for word in words)


def spells(tag: str) -> bool:
    """Tell whether the small number words of the language are known."""
    return lang.primary(tag) in _table("small")


@lru_cache(maxsize=64)
def _patterns(code: str) -> tuple[tuple[str, frozenset[str], re.Pattern[str]], ...]:
    """Return the numbers with the beginnings of their words, one of which is there wherever the pattern is found."""
    rows = [row.split() for row in (_words("small", code), _words("ordinal", code)) if row]
    return tuple(
        (str(value), frozenset(form.split("_")[0] for form in words.split("/")), _pattern(words, code))
        for row, values in (*((row, _TO_TWELVE) for row in rows), (_words("above", code).split(), _ABOVE))
        for value, words in zip(values, row, strict=False)
    )


def _pattern(words: str, code: str) -> re.Pattern[str]:
    forms = "|".join(re.escape(form.replace("_", " ")).replace(r"\ ", r"[\s-]+") for form in words.split("/"))
    if code in _UNSPACED:
        return re.compile(forms)
    return re.compile(rf"(?<![^\W\d_])(?:{forms})" + ("" if code in _STEMS else r"(?![^\W\d_])"))


def _english(text: str) -> set[str]:
    """Return the numbers that English words above twelve say: `twenty-one`, `hundred`, `three hundred`."""
    found = {
        str(value) for word, value in _ENGLISH_TEENS.items() if word in text and re.search(rf"\b{word}(?:th)?\b", text)
    }
    for word, value in _ENGLISH_TENS.items():
        if word[:-1] in text and re.search(rf"\b{word[:-1]}(?:y|ies|ieth)\b", text):
            found |= {str(value)} | {str(value + unit) for unit in range(1, 10)}
    if re.search(r"\bhundreds?\b|\bcentur", text):
        found |= {str(100 * unit) for unit in range(1, 13)}
    if re.search(r"\bdecades?\b", text):
        found.add("10")
    if re.search(r"\bquarter(?: of an |[ -])hour", text):
        found.add("15")
    if re.search(r"\bhalf(?: an? |[ -])hour", text):
        found.add("30")
    if re.search(r"\bfortnight", text):
        found |= {"14", "15"}
    if re.search(r"\bthousands?\b", text):
        found |= {str(1000 * unit) for unit in range(1, 100)}
    return found | ({"1000000"} if re.search(r"\bmillions?\b", text) else set())


def months(text: str, tag: str) -> frozenset[str]:
    """Return the numbers of the months that a text names in the language `tag` (CLDR)."""
    words = {word.rstrip(".") for word in re.findall(r"[^\s\d,;:!?()“”\"/]+", text.casefold())}
    return frozenset(str(number) for name, number in _month_names(tag) if name.rstrip(".") in words)


@lru_cache(maxsize=64)
def _month_names(tag: str) -> tuple[tuple[str, int], ...]:
    locale = lang.locale(tag)
    return tuple(
        (str(name).casefold(), int(number))
        for form in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for number, name in locale.months[form].get(width, {}).items()
        if not str(name).isdecimal()
    )


def _words(table: str, code: str) -> str:
    return str(_table(table).get(code, ""))


@cache
def _table(name: str) -> dict[str, list[str]]:
    text = (files("plainspoken") / "facts" / "numerals.toml").read_text(encoding="utf-8")
    return cast("dict[str, list[str]]", tomllib.loads(text)[name])
