"""Whether a translation has the facts of its source, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from plainspoken.facts import numerals
from plainspoken.facts.find import Fact, amounts, digits, find
from plainspoken.tagged.tokens import plain_digits

_STRICT = frozenset({"url", "email", "phone"})
_COUNTED = frozenset({"number", "phone", "reference"})
_METRIC = {"mile": 1.609, "mph": 1.609, "foot": 0.3048, "feet": 0.3048, "inch": 2.54, "yard": 0.9144, "pound": 0.4536,
           "acre": 0.4047, "stone": 6.35}  # fmt: skip
# A unit stands after its amount, or after the end of a range: `1 to 4 inches`.
_IMPERIAL = re.compile(rf"(?: ?(?:to|or|and|-|–) ?[\d.,]+)?[ -]?({'|'.join(_METRIC)})", re.IGNORECASE)
# The second year of `1950-53`.
_YEARS = re.compile(r"\b(1[5-9]|20)(\d\d)[-–/](\d\d)\b(?![-–/.,]\d)")
_DECIMAL = re.compile(r"\d{1,15}(?:\.\d+)?")
_ROUNDING = 0.12
_DIGIT_RUN = re.compile(r"\d+(?:[ \u00a0\u202f\u2009().\u200e\u200f\u2066-\u2069-]*\d+)*")


def missing(source: str, target: str, source_lang: str, target_lang: str) -> tuple[Fact, ...]:
    """Return the facts of a source that its translation lacks.

    A number may be written as its language writes it, in any digits, a small one in words; a phone number must have the
    same digits, a web or e-mail address the same letters. The month of a date may be written in words.
    """
    theirs, ours = _Stock(target, target_lang), find(source)
    return tuple(
        fact
        for place, fact in enumerate(ours)
        if (not theirs.has(fact) and not theirs.has_metric(_metric(fact, source)))
        or (fact.kind in _COUNTED and theirs.lacks_one(fact, ours[:place]))
    )


def added(source: str, target: str, source_lang: str, target_lang: str) -> tuple[Fact, ...]:
    """Return the facts of a translation that its source has neither in digits nor in words."""
    ours = _Stock(source, source_lang)
    converted = [_metric(fact, source) for fact in find(source)]
    return tuple(
        fact
        for fact in find(target)
        if not ours.has(fact) and not any(_near(fact.readings, amount) for amount in converted)
    )


def _metric(fact: Fact, text: str) -> float | None:
    """Return what an amount in British units is in metric ones; None if no such unit follows it."""
    unit = _IMPERIAL.match(text, fact.end)
    amount = max((float(reading) for reading in fact.readings if _DECIMAL.fullmatch(reading)), default=0.0)
    return amount * _METRIC[unit[1].lower()] if unit and fact.kind == "number" else None


def _years(text: str) -> set[str]:
    """Return the years of spans such as `1950-53` and `1950-1953`, each in both forms."""
    short = {form for one in _YEARS.finditer(text) for form in (one[3].lstrip("0"), one[1] + one[3])}
    whole = re.findall(r"\b(?:1[5-9]|20)\d\d[-–/](?:1[5-9]|20)(\d\d)\b", text)
    return short | {year.lstrip("0") for year in whole}


def _near(readings: Iterable[str], amount: float | None) -> bool:
    """Tell whether an amount that was converted is among the readings, however roundly."""
    numbers = (float(reading) for reading in readings if _DECIMAL.fullmatch(reading))
    return amount is not None and any(abs(number - amount) <= _ROUNDING * amount for number in numbers)


class _Stock:
    """What a text says, in all its readings."""

    def __init__(self, text: str, tag: str) -> None:
        self._facts = find(text)
        self._text = plain_digits(text).casefold()
        self._runs = [digits(run[0]) for run in _DIGIT_RUN.finditer(self._text)]
        self._numbers = {part for run in re.findall(r"\d+(?:[.,]\d+)*", self._text) for part in amounts(run)}
        self._pieces = set(re.findall(r"\d+", self._text)) | {run.lstrip("0") for run in re.findall(r"\d+", self._text)}
        self._words = numerals.spelled(text, tag) | numerals.months(text, tag) | numerals.roman(text)
        self._readings = {reading for fact in self._facts for reading in fact.readings} | _years(text)
        self._spells = numerals.spells(tag)

    def has(self, fact: Fact) -> bool:
        if fact.kind in ("url", "email"):
            return any(reading in self._text for reading in fact.readings)
        if fact.kind == "phone":
            return self._has_digits(digits(fact.text))
        if fact.kind == "date":
            return self._has_date(fact)
        if fact.readings & (self._readings | self._words | self._numbers):
            return True
        if fact.kind == "reference":
            return all(part in self._pieces for part in re.findall(r"\d+", plain_digits(fact.text)))
        return not self._spells and _small(fact)

    def lacks_one(self, fact: Fact, before: Sequence[Fact]) -> bool:
        """Tell whether a number of three digits or more stands oftener in the source up to here than in all of this.

        A shorter one, or one in words, a translation may say in another way the second time.
        """
        alike = sum(1 for one in before if one.kind == fact.kind and one.readings & fact.readings)
        if not alike or len(digits(fact.text)) < 3 or fact.readings & self._words:
            return False
        return alike >= sum(1 for one in self._facts if one.readings & fact.readings) > 0

    def has_metric(self, amount: float | None) -> bool:
        return _near(self._readings, amount)

    def _has_digits(self, wanted: str) -> bool:
        return any(wanted in run for run in self._runs)

    def _has_date(self, fact: Fact) -> bool:
        """Tell whether the numbers of a date are there; one of them is the month, which may be in words."""
        parts = [part.lstrip("0") for part in re.findall(r"\d+", plain_digits(fact.text))]
        have = self._pieces | self._words
        lacking = [part for part in parts if part not in have and part[-2:] not in have]
        return not lacking or (len(lacking) == 1 and int(lacking[0] or 0) <= 12)


def _small(fact: Fact) -> bool:
    return any(reading.isdecimal() and int(reading) <= 12 for reading in fact.readings)


def strict(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts that no language writes in its own way: addresses and phone numbers."""
    return tuple(fact for fact in facts if fact.kind in _STRICT)
