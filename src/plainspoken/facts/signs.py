"""The words and signs beside a number that say what it counts: money, parts of a hundred, halves of the day."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import cast

from plainspoken import lang

# By ISO 4217 code or sign; of dollars and pounds a text seldom says which. A penny is of a pound.
_SIGNS = {
    "£": "pound",
    "€": "euro",
    "$": "dollar",
    "¥": "yen",
    "₹": "rupee",
    "₺": "lira",
    "₴": "hryvnia",
    "zł": "zloty",
}
_CODES = {"GBP": "pound", "EUR": "euro", "USD": "dollar", "CAD": "dollar", "AUD": "dollar", "NZD": "dollar",
          "JPY": "yen", "INR": "rupee", "PKR": "rupee", "TRY": "lira", "UAH": "hryvnia", "PLN": "zloty"}  # fmt: skip
CURRENCIES = ("pound", "dollar", "euro")  # those whose words are known
_CODE = "|".join(_CODES)
_BEFORE = re.compile(rf"(?:(?:US|CA|A|NZ|C)?([£€$¥₹₺₴])|(?<![^\W\d_])({_CODE})) ?$")
_SIGN_AFTER = re.compile(rf" ?(?:([£€$¥₹₺₴]|zł)|({_CODE})(?![^\W\d_]))")
# Pence, as a sign only: "50p", not "50 people".
_PENCE = re.compile(r"p(?![^\W\d_]|\.m)")
_PERCENT_AFTER, _PERCENT_BEFORE = re.compile(r" ?[%٪％]"), re.compile(r"[%٪％] ?$")
_LETTER = r"[^\W\d_]"
_UNSPACED = frozenset({"zh"})
# The half of the day is said before the hour.
_HALF_FIRST = frozenset({"am", "bn", "gu", "hi", "pa", "ps", "ta", "ti", "tr", "ur", "zh"})
_REACH = 22


def beside(text: str, start: int, end: int, tag: str) -> tuple[int, int, str]:
    """Return a number's place with the sign or word of money or per cent beside it, and what that says.

    Args:
        text: with the digits of any script as ASCII.
        start: of the number.
        end: of the number, a word such as `million` with it.
        tag: the language of the text; empty where it isn't known.

    >>> beside("It costs 5 pounds.", 9, 10, "en")
    (9, 17, 'pound')
    """
    before = _BEFORE.search(text, max(0, start - 6), start)
    if before:
        return before.start(), end, _SIGNS.get(before[1] or "") or _CODES[before[2]]
    after = _SIGN_AFTER.match(text, end)
    if after:
        return start, after.end(), _SIGNS.get(after[1] or "") or _CODES[after[2]]
    percent = _PERCENT_AFTER.match(text, end)
    if percent:
        return start, percent.end(), "percent"
    percent = _PERCENT_BEFORE.search(text, max(0, start - 2), start)
    if percent:
        return percent.start(), end, "percent"
    return _worded(text, start, end, tag)


def _worded(text: str, start: int, end: int, tag: str) -> tuple[int, int, str]:
    code = lang.primary(tag) if tag else ""
    pence = _PENCE.match(text, end) if code == "en" else None
    if pence:
        return start, pence.end(), "penny"
    for unit in (*CURRENCIES, "percent"):
        word = _after(unit, code).match(text, end) if code else None
        if word:
            return start, word.end(), unit
    return start, end, ""


@lru_cache(maxsize=256)
def _after(unit: str, code: str) -> re.Pattern[str]:
    linked = "" if code in _UNSPACED else r"(?:(?:de|di|d'|o|i|e|ti|ê)[ ']?)?"
    return re.compile(rf"[ -]?{linked}(?:{_stems(unit, code)}){_LETTER}{{0,12}}", re.IGNORECASE)


def mentions(unit: str, text: str, tag: str) -> bool | None:
    """Tell whether a text in a language says this sign or word anywhere; None where its words are not known."""
    signs = [sign for sign, one in (*_SIGNS.items(), *_CODES.items()) if one == unit]
    if any(sign in text for sign in signs) or (unit == "percent" and re.search(r"[%٪％]|(?<!\d)1/100", text)):
        return True
    code = lang.primary(tag)
    if not _stems(unit, code):
        return None
    return bool(_said(unit, code).search(text) or _said(unit, "en").search(text))


def half(text: str, start: int, end: int, tag: str) -> str:
    """Return the half of the day, `am` or `pm`, that the words beside an hour say; nothing where they say neither.

    >>> half("a las 7 de la tarde", 6, 7, "es")
    'pm'
    """
    code = lang.primary(tag) if tag else ""
    before = re.split(r"\d", text[max(0, start - _REACH) : start])[-1]
    after = re.split(r"\d", text[end : end + _REACH])[0]
    for window in (before, after) if code in _HALF_FIRST else (after, before):
        said = [one for one in ("am", "pm") if _stems(one, code) and _said(one, code).search(window)]
        if said or (_stems("night", code) and _said("night", code).search(window)):
            return said[0] if len(said) == 1 else ""
    return ""


def says(word: str, text: str, tag: str) -> bool | None:
    """Tell whether a text says a half of the day, `noon` or `midnight` anywhere; None where its words are not known."""
    code = lang.primary(tag)
    return bool(_said(word, code).search(text)) if _stems(word, code) else None


@lru_cache(maxsize=512)
def _said(unit: str, code: str) -> re.Pattern[str]:
    bare = _stems(unit, code)
    if code in _UNSPACED:
        return re.compile(bare)
    # One-letter short forms (Arabic's) are whole words; others may have an ending, Arabic ones a prefix.
    lead = r"(?:[وبلفالبـ]{0,3})" if code == "ar" else ""
    return re.compile(rf"(?<!{_LETTER}){lead}(?:{bare})", re.IGNORECASE)


@lru_cache(maxsize=512)
def _stems(unit: str, code: str) -> str:
    stems = sorted(row(unit, code), key=len, reverse=True)
    return "|".join(re.escape(one) + (rf"(?!{_LETTER})" if len(one) == 1 else "") for one in stems).replace("_", "[ -]")


def row(table: str, code: str) -> list[str]:
    """Return the words of a language in one of the tables; none where it has no such row."""
    return _tables().get(table, {}).get(code, "").split()


@cache
def _tables() -> dict[str, dict[str, str]]:
    text = (files("plainspoken") / "facts" / "signs.toml").read_text(encoding="utf-8")
    return cast("dict[str, dict[str, str]]", tomllib.loads(text))
