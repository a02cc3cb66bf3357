"""Amounts that a translation rightly gives in other units: inches as millimetres, Fahrenheit as Celsius."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from plainspoken.facts import numerals
from plainspoken.facts.find import Fact, find

# What one of a unit is in metric ones, small and large (NIST SP 811, appendix B).
_FACTORS = {
    "inch": (2.54, 25.4), "foot": (0.3048, 30.48), "feet": (0.3048, 30.48), "ft": (0.3048,), "yard": (0.9144,),
    "mile": (1.609, 1609.3), "mph": (1.609,), "pound": (0.4536,), "lb": (0.4536,), "ounce": (28.35,), "acre": (0.4047,),
    "stone": (6.35,), "gallon": (4.546, 3.785), "pint": (0.568,), "degree": (), "fahrenheit": (), "°f": (), "°": (),
}  # fmt: skip
_RANGE = r"(?: ?(?:to|or|and|-|–) ?[\d.,]+)?"
_UNIT = re.compile(rf"{_RANGE}s?[ -]?({'|'.join(_FACTORS)})", re.IGNORECASE)
_WORDED = re.compile(r"\b(?:(half) )?an? (inch|foot|yard|mile|pound|ounce|acre|gallon|pint)\b", re.IGNORECASE)
_SMALL = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_SPELLED = re.compile(
    rf"\b({'|'.join(_SMALL)})[ -](inch|foot|feet|yard|mile|pound|ounce|acre|gallon|pint)", re.IGNORECASE
)
_TALL = re.compile(r"\b([4-7])[- ](?:foot|feet|ft)[- ](\d\d?)\b")  # 6-foot-6
_TENS = re.compile(r"(?<=\d)s\b")  # temperatures in the 80s
_DECIMAL = re.compile(r"\d{1,9}(?:\.\d+)?")
_ROUNDING = 0.13
_FREEZING = 32
_HOT = 130  # no weather's degrees are more


def converted(source: str, target: str, source_lang: str, target_lang: str) -> tuple[frozenset[Fact], frozenset[Fact]]:
    """Return the amounts of a source that its translation gives in metric units, and those of the translation.

    An amount that stands in brackets after the same in other units may be left out: `six metres (18 feet)`.

    >>> ours, theirs = converted("Up to 10 inches of rain", "Hasta 250 mm de lluvia", "en", "es")
    >>> [one.text for one in (*ours, *theirs)]
    ['10', '250']
    """
    ours = numerals.spelled(source, source_lang).union(*(fact.readings for fact in find(source, source_lang)))
    theirs = [(fact, _numbers(fact)) for fact in find(target, target_lang) if not fact.readings & ours]
    words = [float(word) for word in numerals.spelled(target, target_lang) - ours if _DECIMAL.fullmatch(word)]
    told, given = set(), set()
    for fact, wanted in _convertible(source, source_lang):
        found = {one for one, numbers in theirs if _any_near(numbers, wanted)}
        given |= found
        dropped = (
            target.count("(") < source.count("(") and _is_said_twice(fact, wanted, source, target) if fact else False
        )
        if fact and (found or _any_near(words, wanted) or dropped):
            told.add(fact)
    return frozenset(told), frozenset(given)


def _convertible(text: str, tag: str) -> Iterator[tuple[Fact | None, list[float]]]:
    """Yield the amounts of a text with a unit, in digits or as `half an inch`, with what they are in metric ones."""
    for fact in find(text, tag):
        wanted = [amount for number in _numbers(fact) for amount in _amounts(number, fact, text)]
        tall = _TALL.search(text[max(0, fact.start - 12) : fact.end + 10])
        metres = float(tall[1]) * 0.3048 + float(tall[2]) * 0.0254 if tall else 0.0
        if wanted or tall:
            yield fact, [*wanted, *([metres, 100 * metres] if tall else [])]
    for found in _WORDED.finditer(text):
        yield None, [(0.5 if found[1] else 1) * factor for factor in _FACTORS[found[2].lower()]]
    for found in _SPELLED.finditer(text):
        number = 2 + _SMALL.index(found[1].lower())
        yield None, [number * factor for factor in _FACTORS[found[2].lower()]]


def _any_near(numbers: Iterable[float], amounts: Sequence[float]) -> bool:
    return any(_near(number, amount) for number in numbers for amount in amounts)


def _numbers(fact: Fact) -> list[float]:
    return [float(reading) for reading in fact.readings if _DECIMAL.fullmatch(reading)]


def _amounts(number: float, fact: Fact, text: str) -> list[float]:
    """Return all that a number with a unit behind it may be in metric units."""
    unit = _UNIT.match(text, fact.end)
    if not unit:
        return [*_celsius(number)] if _TENS.match(text, fact.end) else []
    factors = _FACTORS[unit[1].lower()]
    return [number * factor for factor in factors] or _celsius(number)


def _celsius(number: float) -> list[float]:
    """Return what a temperature, or a difference of two, is in Celsius."""
    return [(number - _FREEZING) / 1.8, number / 1.8] if number <= _HOT else []


def _near(number: float, amount: float) -> bool:
    return abs(number - amount) <= max(_ROUNDING * abs(amount), 0.6)


def _is_said_twice(fact: Fact, wanted: Sequence[float], source: str, target: str) -> bool:
    """Tell whether an amount is an aside, or has one in metric units behind it that the translation keeps."""
    if _is_aside(fact, source):
        return True
    aside = re.match(r"[^\d()]{0,20}\(([\d.,]+)", source[fact.end :])
    if not aside or aside[1] not in target:
        return False
    return any(_any_near(_numbers(one), wanted) for one in find(aside[1]))


def _is_aside(fact: Fact, text: str) -> bool:
    """Tell whether an amount is the first in brackets that stand after another one."""
    before = text[: fact.start]
    return bool(re.search(r"\d[^\d()]{0,20}\($|\([^\d()]{0,8}$", before)) and ")" in text[fact.end : fact.end + 20]
