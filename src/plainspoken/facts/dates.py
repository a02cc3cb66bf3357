"""Dates as the languages of a pack write them: found in a text, proved the same, written anew."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from babel.dates import format_date, format_skeleton

from plainspoken import lang
from plainspoken.facts.signs import row

# Their names of months have no endings in a sentence.
_CLOSED = frozenset({"ca", "de", "en", "es", "fr", "gl", "it", "pt", "vi", "zh"})
_CASES = frozenset({"lt", "pl", "uk"})  # the end of the name itself changes
# Of a month named without a day or year: these are words of other meanings too.
_OTHER_WORDS = frozenset({"may", "march", "mar", "sun", "sat"})
_UNSPACED = frozenset({"zh"})
_DAY_BEFORE = frozenset({"cy"})  # Mawrth is March and Tuesday: `dydd Mawrth 14 Hydref`
_LINK = r"(?:[ ,.]{0,2}(?:(?:of|the|de|del|du|di|d|den|në|ê|y|ya|m|al|năm|an|la)[ .']{1,2}){0,2})"
_ORDINAL = r"(?:st|nd|rd|th|er|º|ª|°|-?го|-?а|ste|ê|an|aad|d|\.)?(?![^\W\d_])"
_DAY, _YEAR = r"(?<![\d.,/:])(?:0?[1-9]|[12]\d|3[01])(?![\d:/]|[.,]\d)", r"(?<!\d)(?:1[5-9]|20)\d\d(?!\d)"
_YEAR_SIGN = r"(?: ?m\.| ?р\.|'?an|年)?"
_CHINESE = re.compile(
    r"(?:((?:1[5-9]|20)\d\d) ?年 ?)?(?<!\d)(1[0-2]|0?[1-9]) ?月份?(?: ?(3[01]|[12]\d|0?[1-9]) ?[日号號])?"
)
_NUMERIC = re.compile(r"(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})")
_YEAR_FIRST, _MONTH_FIRST = "ymd", "mdy"


@dataclass(frozen=True, slots=True)
class Day:
    """A day, or as much as a text says of one: 0 for a part that it doesn't say."""

    day: int
    month: int
    year: int = 0

    @property
    def reading(self) -> str:
        """The date as ISO 8601 writes it, with nothing for what isn't known: `2019-12-17`, `-12-17`, `2019-12-`."""
        return f"{self.year or ''}-{self.month:02d}-{f'{self.day:02d}' if self.day else ''}"

    def has(self, other: Day) -> bool:
        """Tell whether this says all that the other does, and the same."""
        return all(not theirs or ours == theirs for ours, theirs in zip(self._parts(), other._parts(), strict=True))

    def _parts(self) -> tuple[int, int, int]:
        return self.day, self.month, self.year


Span = tuple[int, int]


def find(text: str, tag: str) -> Iterator[tuple[Span, Day]]:
    """Yield the dates in a text that name their month, with a day or a year beside it.

    Args:
        text: with the digits of any script as ASCII.
        tag: its language.

    >>> [day.reading for _, day in find("le 1er mai 2020", "fr")]
    ['2020-05-01']
    """
    code = lang.primary(tag)
    if code == "zh":
        for found in _CHINESE.finditer(text):
            if found[3] or found[1]:
                yield found.span(), Day(int(found[3] or 0), int(found[2]), int(found[1] or 0))
        return
    for found in _pattern(code).finditer(text):
        one = Day(
            int(found["d1"] or found["d2"] or 0),
            _months(code).number(found["month"]),
            int(found["y1"] or found["y2"] or 0),
        )
        if one.month and (one.day or one.year):
            yield found.span(), one


def numeric(text: str, tag: str) -> frozenset[Day]:
    """Return the days that a date in digits may be: `3/4/2019`; the order is its language's, where the numbers allow.

    Args:
        text: the date alone, in ASCII digits.
        tag: its language; empty where it isn't known.
    """
    found = _NUMERIC.fullmatch(text)
    if not found:
        return frozenset()
    one, two, three = int(found[1]), int(found[3]), int(found[4])
    if len(found[1]) == 4:
        orders = [(three, two, one)]
    elif tag and _order(tag) == _MONTH_FIRST:
        orders = [(two, one, three), (one, two, three)]
    elif tag and _order(tag) == _YEAR_FIRST and len(found[4]) < 3:
        orders = [(three, two, one), (one, two, three)]
    else:
        orders = [(one, two, three), (two, one, three)]
    days = [Day(day, month, _full(year)) for day, month, year in orders if 1 <= month <= 12 and 1 <= day <= 31]
    return frozenset(days[:1] if tag else days)


def months(text: str, tag: str) -> frozenset[int]:
    """Return the months that a text names, with or without a day."""
    if lang.primary(tag) == "zh":
        return frozenset(int(found[2]) for found in _CHINESE.finditer(text)) | _months("zh").named(text)
    return _months(lang.primary(tag)).named(text)


def weekdays(text: str, tag: str) -> frozenset[int]:
    """Return the days of the week that a text names: 0 for Monday."""
    return _weekdays(lang.primary(tag)).named(text)


def named(text: str, tag: str) -> Iterator[tuple[Span, str]]:
    """Yield the months that stand alone and the days of the week in an English text, with what they say.

    Other languages write them small, with endings, or as words of other meanings: they are only looked for there.
    """
    if lang.primary(tag) != "en":
        return
    for names, kind in ((_months("en"), "month"), (_weekdays("en"), "weekday")):
        for found in names.pattern.finditer(text):
            word = found[1]
            if word[0].isupper() and len(word) > 3 and word.casefold() not in _OTHER_WORDS:
                yield found.span(1), f"{kind} {names.number(word)}"


def day(readings: frozenset[str]) -> Day | None:
    """Return the one day, with its month, that the readings of a date say; None where they say none, or two.

    >>> day(frozenset({"2019-12-17"}))
    Day(day=17, month=12, year=2019)
    """
    found = re.fullmatch(r"(\d*)-(\d\d)-(\d\d)", next(iter(readings))) if len(readings) == 1 else None
    return Day(int(found[3]), int(found[2]), int(found[1] or 0)) if found else None


def written(day: Day, tag: str) -> str | None:
    """Return a date as CLDR writes it in a language; None where reading it again does not prove it the same.

    >>> written(Day(17, 12, 2019), "pl")
    '17 grudnia 2019'
    """
    try:
        when = date(day.year or 2000, day.month, day.day or 1)
    except ValueError:
        return None
    locale = lang.locale(tag)
    if not day.day or not lang.same(tag, str(locale).replace("_", "-")):
        return None
    if day.year:
        forms = [format_date(when, "long", locale)]
    else:
        forms = [format_skeleton("MMMMd", when, locale=locale), format_date(when, "d MMMM", locale)]
    return next((str(text) for text in forms if _proves(text, day, tag)), None)


def _proves(text: str, day: Day, tag: str) -> bool:
    plain = text.translate({0xA0: " ", 0x202F: " ", 0x2019: "'"})
    return [found for _, found in find(plain, tag)] == [day]


class _Names:
    """The names of months or weekdays in a language."""

    def __init__(self, code: str, names: dict[str, int]) -> None:
        self._numbers = sorted(names.items(), key=lambda pair: -len(pair[0]))
        stems = "|".join(re.escape(name) for name, _ in self._numbers) or r"(?!)"
        self._closed = code in _CLOSED
        end = r"(?![^\W\d_])" if self._closed else r"[^\s\d.,;:!?()/“”\"–-]{0,5}"
        start = "" if code in _UNSPACED else r"(?<![^\W\d_])(?:[وبلفال]{0,3})" if code == "ar" else r"(?<![^\W\d_])"
        start += "(?:[በየከለ])?" if code in ("am", "ti") else ""
        self.source = f"{start}((?:{stems}){end})\\.?"
        self.pattern = re.compile(self.source, re.IGNORECASE)

    def number(self, word: str) -> int:
        word = word.casefold()
        found = [number for name, number in self._numbers if name in word[: len(name) + 3]]
        return found[0] if found else 0

    def named(self, text: str) -> frozenset[int]:
        return frozenset(self.number(found[1]) for found in self.pattern.finditer(text))


@lru_cache(maxsize=64)
def _pattern(code: str) -> re.Pattern[str]:
    month = _months(code).source.replace("((?:", "(?P<month>(?:", 1)
    after = r"(?!)" if code in _DAY_BEFORE else _DAY
    return re.compile(
        rf"(?:(?P<y1>{_YEAR}){_YEAR_SIGN}[ ,]{{0,2}}{_LINK})?(?:(?P<d1>{_DAY}){_ORDINAL}{_LINK})?"
        rf"{month}(?(d1)|(?:[ ,.]{{1,2}}{_LINK}(?P<d2>{after}){_ORDINAL})?)"
        rf"(?:'?[^\W\d]{{0,2}}[ ,]{{1,2}}{_LINK}(?P<y2>{_YEAR}))?",
        re.IGNORECASE,
    )


@lru_cache(maxsize=64)
def _months(code: str) -> _Names:
    locale = lang.locale(code)
    forms: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in dict(locale.months[form].get(width, {})).items():
                forms |= dict.fromkeys(_forms(str(name), code, width), int(number))
    return _Names(code, forms | _extra("months", code, 1))


@lru_cache(maxsize=64)
def _weekdays(code: str) -> _Names:
    locale = lang.locale(code)
    forms: dict[str, int] = {}
    for form in ("format", "stand-alone"):
        for number, name in dict(locale.days[form]["wide"]).items():
            forms |= dict.fromkeys(_forms(str(name), code, "wide"), int(number))
    return _Names(code, forms | _extra("weekdays", code, 0))


def _forms(name: str, code: str, width: str) -> Iterator[str]:
    """Yield how a text may begin a name: without the word before it that CLDR adds, nor an ending that changes."""
    folded = name.casefold().replace("’", "'").replace("\u0654", "").rstrip(".")
    bare = re.sub(r"^(?:de |d'|e |ditët? )", "", folded)
    if code == "pt":
        bare = bare.removesuffix("-feira")
    if bare.isdecimal() or (width != "wide" and (len(bare) < 3 or code != "en")):
        return
    yield bare[: max(3, len(bare) - 2)] if code in _CASES and len(bare) > 3 else bare
    if code in ("so", "sq", "tr", "ku", "ro") and len(bare) > 5:
        yield bare[:-1]


def _extra(table: str, code: str, first: int) -> dict[str, int]:
    named = enumerate(row(table, code), first)
    return {
        name.replace("_", " ").casefold(): number for number, names in named for name in names.split("/") if name != "-"
    }


def _full(year: int) -> int:
    return year + 2000 if year < 100 else year


@lru_cache(maxsize=64)
def _order(tag: str) -> str:
    pattern = str(lang.locale(tag).date_formats["short"].pattern).lower()
    return "".join(sorted("dmy", key=pattern.find)) if lang.primary(tag) != "en" or "US" in tag else "dmy"
