"""Whether a translation has the facts of its source, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from plainspoken.facts import dates, numerals, signs
from plainspoken.facts.find import Fact, amounts, digits, find
from plainspoken.tagged.tokens import plain_digits

_STRICT = frozenset({"url", "email", "phone"})
_COUNTED = frozenset({"number", "phone", "reference"})
_METRIC = {"mile": 1.609, "mph": 1.609, "foot": 0.3048, "feet": 0.3048, "inch": 2.54, "yard": 0.9144, "pound": 0.4536,
           "acre": 0.4047, "stone": 6.35}  # fmt: skip
# A unit stands after its amount, or after the end of a range: `1 to 4 inches`.
_IMPERIAL = re.compile(rf"(?: ?(?:to|or|and|-|–) ?[\d.,]+)?[ -]?({'|'.join(_METRIC)})", re.IGNORECASE)
_POUNDS = re.compile(r"(pound)s?$", re.IGNORECASE)  # of weight, or of money
# The second year of `1950-53`.
_YEARS = re.compile(r"\b(1[5-9]|20)(\d\d)[-–/](\d\d)\b(?![-–/.,]\d)")
# The year of a season or of accounts: `SS19`, `FY26`.
_SEASON = re.compile(r"(?<!\w)(?:SS|AW|FW|FY|AY|TY)(\d\d)(?!\w)")
_DECIMAL = re.compile(r"\d{1,15}(?:\.\d+)?")
_ROUNDING = 0.12
_BETWEEN = r"[ \u00a0\u202f\u2009().\u200e\u200f\u2066-\u2069\u2010-\u2015-]*"


def missing(source: str, target: str, source_lang: str, target_lang: str) -> tuple[Fact, ...]:
    """Return the facts of a source that its translation lacks.

    A number may be written as its language writes it, in any digits, a small one in words; a phone number must have the
    same digits, a web or e-mail address the same letters. The month of a date may be written in words, `7pm` as
    `19:00`; money must be of the same currency, and a part of a hundred must be said to be one.
    """
    ours = find(source, source_lang)
    if not ours:
        return ()
    theirs = _stock(target, target_lang)
    said = frozenset[str]().union(*(fact.readings for fact in ours)) | numerals.spelled(source, source_lang)
    return tuple(
        fact
        for place, fact in enumerate(ours)
        if (not theirs.has(fact) and not theirs.has_metric(_metric(fact, source), said))
        or (fact.kind in _COUNTED and theirs.lacks_one(fact, ours[:place]))
    )


def added(source: str, target: str, source_lang: str, target_lang: str) -> tuple[Fact, ...]:
    """Return the facts of a translation that its source has neither in digits nor in words."""
    theirs = find(target, target_lang)
    if not theirs:
        return ()
    ours = _stock(source, source_lang)
    converted = [_metric(fact, source) for fact in find(source, source_lang)]
    return tuple(
        fact for fact in theirs if not ours.has(fact) and not any(_near(fact.readings, amount) for amount in converted)
    )


def _metric(fact: Fact, text: str) -> float | None:
    """Return what an amount in British units is in metric ones; None if no such unit follows it."""
    unit = _POUNDS.search(fact.text) if fact.unit == "pound" else _IMPERIAL.match(text, fact.end)
    amount = max((float(reading) for reading in fact.readings if _DECIMAL.fullmatch(reading)), default=0.0)
    return amount * _METRIC[unit[1].lower()] if unit and fact.kind in ("number", "money") else None


def _years(text: str) -> set[str]:
    """Return the years of spans (`1950-53`, `1950-1953`) and of seasons (`SS19`), each in both forms."""
    short = {form for one in _YEARS.finditer(text) for form in (one[3].lstrip("0"), one[1] + one[3])}
    whole = re.findall(r"\b(?:1[5-9]|20)\d\d[-–/](?:1[5-9]|20)(\d\d)\b", text)
    seasons = {form for one in _SEASON.finditer(text) for form in (f"20{one[1]}", one[1].lstrip("0"))}
    return short | seasons | {year.lstrip("0") for year in whole}


def _near(readings: Iterable[str], amount: float | None) -> bool:
    """Tell whether an amount that was converted is among the readings, however roundly."""
    numbers = (float(reading) for reading in readings if _DECIMAL.fullmatch(reading))
    return amount is not None and any(abs(number - amount) <= _ROUNDING * amount for number in numbers)


@lru_cache(maxsize=1024)
def _stock(text: str, tag: str) -> _Stock:
    """Return what a text says; a source's is asked for by every language that it is translated to."""
    return _Stock(text, tag)


class _Stock:
    """What a text says, in all its readings."""

    def __init__(self, text: str, tag: str) -> None:
        self._tag, self._whole = tag, plain_digits(text)
        self._facts = find(text, tag)
        self._text = plain_digits(text).casefold()
        self._numbers = {part for run in re.findall(r"\d+(?:[.,]\d+)*", self._text) for part in amounts(run)}
        self._pieces = set(re.findall(r"\d+", self._text)) | {run.lstrip("0") for run in re.findall(r"\d+", self._text)}
        said = [one.split("-") for fact in self._facts if fact.kind == "date" for one in fact.readings]
        self._days = {(int(one[2]), int(one[1])) for one in said if len(one) == 3 and one[2].isdecimal()}
        self._words = numerals.spelled(text, tag) | numerals.roman(text)
        self._months = {str(month) for month in dates.months(self._text, tag)} | numerals.months(text, tag)
        self._readings = {reading for fact in self._facts for reading in fact.readings} | _years(text)
        self._spells = numerals.spells(tag)

    def has(self, fact: Fact) -> bool:
        if fact.kind in ("url", "email"):
            return any(reading in self._text for reading in fact.readings)
        if fact.kind == "phone":
            return self._has_digits(digits(fact.text))
        if fact.kind == "date":
            return self._has_date(fact)
        return self._has_amount(fact) and self._has_unit(fact)

    def _has_amount(self, fact: Fact) -> bool:
        if fact.kind == "percent" and "100" in fact.readings and numerals.whole(self._text, self._tag):
            return True
        if fact.readings & (self._readings | self._words | self._months | self._numbers):
            return True
        if fact.kind == "reference":
            parts = re.findall(r"\d+", plain_digits(fact.text))
            return all(part in self._pieces for part in parts) or bool(_years(fact.text) & self._pieces)
        if fact.kind == "time" and fact.readings & {"0:00"}:
            return any(signs.says(word, self._text, self._tag) for word in ("noon", "midnight"))
        return not self._spells and _small(fact)

    def _has_unit(self, fact: Fact) -> bool:
        """Tell whether what an amount counts is there; an amount of another currency is not the same one."""
        if not fact.unit or fact.kind == "number":
            return True
        if fact.unit == "percent" and "100" in fact.readings and numerals.whole(self._text, self._tag):
            return True
        alike = {one.unit for one in self._facts if one.readings & fact.readings}
        alike |= {"pound"} if "penny" in alike else set()
        if fact.unit in alike or fact.unit == "penny":
            return True
        if fact.kind == "time":
            return self._has_half(fact.unit, alike)
        mentioned = signs.mentions(fact.unit, self._whole, self._tag)
        # `25 and 30 per cent`: the sign may stand once. What is said of no amount at all may be said of this one.
        return mentioned is not False and (not alike or bool(alike & {"", "am", "pm"}))

    def _has_half(self, half: str, alike: set[str]) -> bool:
        """Tell whether a time is in the same half of the day: the hour alone is one before noon, unless words say."""
        other = "am" if half == "pm" else "pm"
        if other in alike and "" not in alike:
            return False
        said = [signs.says(word, self._text, self._tag) for word in (half, "night", "noon", "midnight")]
        return half == "am" or any(said) or said[0] is None

    def lacks_one(self, fact: Fact, before: Sequence[Fact]) -> bool:
        """Tell whether a number of three digits or more stands oftener in the source up to here than in all of this.

        A shorter one, or one in words, a translation may say in another way the second time.
        """
        alike = sum(1 for one in before if one.kind == fact.kind and one.readings & fact.readings)
        if not alike or len(digits(fact.text)) < 3 or fact.readings & self._words:
            return False
        return alike >= sum(1 for one in self._facts if one.readings & fact.readings) > 0

    def has_metric(self, amount: float | None, said: frozenset[str]) -> bool:
        """Tell whether an amount that was converted is here, by a number that the source doesn't itself say."""
        return _near(self._readings - said, amount)

    def _has_digits(self, wanted: str) -> bool:
        """Tell whether the digits are there, however grouped, and no digit is joined to the first or the last."""
        return re.search(rf"(?<!\d){_BETWEEN.join(wanted)}(?!\d)", self._text) is not None

    def _has_date(self, fact: Fact) -> bool:
        """Tell whether a date is there, its month in words or digits; another month beside its day is another date."""
        if fact.readings & self._readings:
            return True
        named = next((reading for reading in fact.readings if " " in reading), "")
        if named:
            return fact.text.casefold() in self._text or self._names(*named.split(" "))
        wanted = [
            tuple(map(int, (part or 0 for part in one.split("-")))) for one in fact.readings if one.count("-") == 2
        ]
        return any(self._has_day(*one) for one in wanted if len(one) == 3)

    def _names(self, kind: str, number: str) -> bool:
        """Tell whether a month or a day of the week is named, or the month is among the numbers."""
        if kind == "month":
            return number in self._months or number in self._pieces
        return int(number) in dates.weekdays(self._text, self._tag)

    def _has_day(self, year: int, month: int, day: int) -> bool:
        if day and self._contradicts(day, month):
            return False
        years = {str(year), f"{year % 100:02d}", f"{year % 100}"}
        have = self._pieces | self._words
        return (
            (not day or str(day) in have)
            and (str(month) in self._months or str(month) in self._pieces)
            and (not year or bool(years & have))
        )

    def _contradicts(self, day: int, month: int) -> bool:
        """Tell whether the dates here have the day in another month, or day and month the other way round, alone."""
        return (day, month) not in self._days and any(
            one == day or (one, other) == (month, day) for one, other in self._days
        )


def _small(fact: Fact) -> bool:
    return any(reading.isdecimal() and int(reading) <= 12 for reading in fact.readings)


def strict(facts: Sequence[Fact]) -> tuple[Fact, ...]:
    """Return the facts that no language writes in its own way: addresses and phone numbers."""
    return tuple(fact for fact in facts if fact.kind in _STRICT)
