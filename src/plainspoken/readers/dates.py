"""Dates as pages write them, in the language of the page or in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time

from plainspoken.readers import calendar, zones

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?")
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})\u200f?[./-](\d{1,2})\u200f?[./-](\d{4}|\d{2})(?!\d)|"
    r"(?<!\d)(\d{4}) ?[./年년-] ?(\d{1,2}) ?[./月월-] ?(\d{1,2})(?!\d) ?[日일]?"
)
_CLOCK = re.compile(
    r"(?<![\d.])(\d{1,2})[:.](\d\d)(?!\d) ?([ap]\.?m\b)?|(?<!\d)(\d{1,2}) ?([ap])\.?m\b|"
    r"(?<!\d)(\d{1,2}) ?(?:h|uhr)(?![^\W\d_]) ?(\d\d)?(?!\d)|\b(noon|midi|mittag)\b",
    re.I,
)
_WORDS = re.compile(r"[^\W\d_]+", re.U)

# What may stand between the day, the month and the year: punctuation and one short word, such as `de`, `m.` or `of`.
_GAP = r"(?:st|nd|rd|th|er|ê|ی)?[\s.,،፣॰’'ºª–-]{0,3}(?:[^\W\d_]{1,5}[\s.,،’'-]{1,2})?"
_DAY_BEFORE = re.compile(rf"(?<![\d:.])(\d{{1,2}}){_GAP}$", re.I)
_YEAR_BEFORE = re.compile(rf"(?<!\d)(\d{{4}}){_GAP}$")
_DAY_AFTER = re.compile(rf"{_GAP}(\d{{1,2}})(?![\d:])")
_YEAR_AFTER = re.compile(rf"{_GAP}(\d{{4}})(?!\d)")
_DAY_YEAR = re.compile(r"[^\d\n;]{0,4}(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)")

_EARLIEST = 1800  # of a date that a machine wrote: archives declare days long gone; in a text, 1990

# Words that stand round a date in a line that says nothing else.
_ROUND = frozenset({
    "published", "posted", "date", "dated", "updated", "update", "on", "at", "the", "of", "st", "nd", "rd", "th",
    "by", "and", "last", "first", "modified", "created", "issued", "time", "release", "released", "news", "press",
    "am", "pm", "gmt", "bst", "utc", "cet", "cest", "est", "edt", "uhr", "datum", "stand", "vom", "den", "um",
    "veröffentlicht", "aktualisiert", "erschienen", "publié", "le", "à", "mis", "jour", "mise", "publicado", "el",
    "fecha", "de", "del", "a", "las", "actualizado", "data", "pubblicato", "il", "alle", "opublikowano", "dnia",
    "godz", "em", "às", "cyhoeddwyd", "dydd", "ddydd", "dyddiad", "yayın", "tarihi", "تاريخ", "النشر", "نشر", "في",
    "الساعة", "m", "d", "р", "د", "an", "ê", "noon", "midday", "clock", "o",
    "شائع", "minute", "minutes", "min", "mins", "read", "reading", "ago", "opublikowane", "publicat", "la",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A date that was found in a text: ISO 8601 as exact as the text says, and where it stands."""

    iso: str
    start: int
    end: int


def parse(text: str, lang: str = "en", near: date | None = None) -> str | None:
    """Return the first date of a text in ISO 8601, with time and offset if the text has them; None if it has none.

    Args:
        text: words; the first 400 characters are read.
        lang: their language: its names of months count, and English ones.
        near: a day in whose year, or beside it, a date without a year is meant; such dates don't count if None.

    >>> parse("Posted: Monday 6 October 2025, 10:00 BST")
    '2025-10-06T10:00:00+01:00'
    >>> parse("26.01.2022", "de")
    '2022-01-26'
    >>> parse("noon on 3 January", near=date(2025, 12, 30))
    '2026-01-03T12:00:00'
    """
    found = find(text, lang, near)
    return found.iso if found else None


def find(text: str, lang: str = "en", near: date | None = None) -> Found | None:
    """Return the first date of a text and where it stands; the arguments are those of `parse`."""
    if not any(map(str.isdecimal, text)):
        return None
    plain = calendar.digits(text[:400])
    iso = _ISO.search(plain)
    if iso and (stamp := standard(iso.group())):
        return Found(stamp, iso.start(), iso.end())
    day = _named(plain, lang) or _numbered(plain, lang) or (_undated(plain, lang, near) if near else None)
    if day is None:
        return None
    when, start, end = day
    beside = plain[:start][-28:] + " " * 3 + plain[end:][:40]
    clock = _time(beside)
    if clock is None:
        return Found(when.isoformat(), start, end)
    moment = datetime.combine(when, clock)
    return Found(moment.isoformat() + zones.beside(beside, moment, lang), start, end)


def standard(text: str | None) -> str | None:
    """Return an ISO date or time in one form, `2026-02-10T14:05:00+00:00`; None if it is not one."""
    found = _ISO.search(text or "")
    if not found:
        return None
    year, month, day, hour, minute, second, zone = found.groups()
    try:
        when = datetime(int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0))
    except ValueError:
        return None
    if not _EARLIEST <= when.year <= 2100 or ((when.month, when.day) == (1, 1) and when.year < 1990):
        return None  # the first of January of 1, 1900 or 1970 is what software writes for "unknown"
    if hour is None:
        return when.date().isoformat()
    offset = {None: "", "Z": "+00:00"}.get(zone, zone)
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return when.isoformat() + (offset or "")


def is_date_line(text: str, lang: str = "en") -> bool:
    """Tell whether a line says when the page was published and nothing else."""
    found = find(text, lang) if len(text) <= 120 else None
    if not found:
        return False
    known = _ROUND | calendar.words(lang)
    plain = calendar.digits(text)
    beside = f"{plain[: found.start]} {plain[found.end :]}"
    return all(word.lower() in known for word in _WORDS.findall(beside))


def is_dated_label(text: str, lang: str = "en") -> bool:
    """Tell whether a line is a date with a few words beside it, such as a place or an author: no sentence."""
    found = find(text, lang) if len(text) <= 120 else None
    if not found or (re.search(r"[.!?。]['\"”’»]?$", text.rstrip()) and len(text) > 40):
        return False
    known = _ROUND | calendar.words(lang)
    beside = text[: found.start] + " " + text[found.end :]
    return sum(word.lower() not in known for word in _WORDS.findall(beside)) <= 6


def to_utc(iso: str) -> datetime | None:
    """Return the instant of an ISO time that has an offset; None for one that has none."""
    try:
        when = datetime.fromisoformat(iso)
    except ValueError:
        return None
    return when.astimezone(UTC) if when.tzinfo else None


def _named(text: str, lang: str) -> tuple[date, int, int] | None:
    if not re.search(r"\d{4}", text):
        return None
    months = calendar.months(lang)
    for name in calendar.month_pattern(lang).finditer(text):
        month = months.get(name.group().lower())
        if month and (found := _round_month(text, name, month)):
            return found
    return None


def _round_month(text: str, name: re.Match[str], month: int) -> tuple[date, int, int] | None:
    """Read day, month, year in the orders of the languages: dmy, mdy (English, Somali), ymd (Lithuanian, Pashto)."""
    before, after = text[: name.start()], text[name.end() :]
    day, year = _DAY_BEFORE.search(before[-16:]), _YEAR_AFTER.match(after)
    if day and year:
        start = name.start() - len(before[-16:]) + day.start()
        return _dated(int(year.group(1)), month, int(day.group(1)), start, name.end() + year.end())
    american = _DAY_YEAR.match(after)
    if american:
        return _dated(int(american.group(2)), month, int(american.group(1)), name.start(), name.end() + american.end())
    first, last = _YEAR_BEFORE.search(before[-16:]), _DAY_AFTER.match(after)
    if first and last:
        start = name.start() - len(before[-16:]) + first.start()
        return _dated(int(first.group(1)), month, int(last.group(1)), start, name.end() + last.end())
    return None


def _undated(text: str, lang: str, near: date) -> tuple[date, int, int] | None:
    """Read a day and month without a year: the one that comes nearest to a day known otherwise."""
    for name in calendar.month_pattern(lang).finditer(text):
        month = calendar.months(lang).get(name.group().lower(), 0)
        before = text[: name.start()]
        day, after = _DAY_BEFORE.search(before[-16:]), _DAY_AFTER.match(text[name.end() :])
        if not month or not (day or after):
            continue
        number = int(day.group(1) if day else after.group(1) if after else 0)
        start = name.start() - len(before[-16:]) + day.start() if day else name.start()
        end = name.end() + (0 if day or not after else after.end())
        years = (_dated(year, month, number, start, end) for year in (near.year - 1, near.year, near.year + 1))
        return min(filter(None, years), key=lambda found: abs(found[0] - near), default=None)
    return None


def _numbered(text: str, lang: str) -> tuple[date, int, int] | None:
    for found in _NUMERIC.finditer(text):
        one, two, year, year_first, month, day = found.groups()
        if year_first:
            dated = _dated(int(year_first), int(month), int(day), *found.span())
        else:
            full = int(year) + (2000 if len(year) == 2 else 0)
            first, second = (two, one) if lang.endswith("-US") and int(one) <= 12 else (one, two)
            dated = _dated(full, int(second), int(first), *found.span())
        if dated:
            return dated
    return None


def _dated(year: int, month: int, day: int, start: int, end: int) -> tuple[date, int, int] | None:
    try:
        return (date(year, month, day), start, end) if 1990 <= year <= 2100 else None
    except ValueError:
        return None


def _time(text: str) -> time | None:
    for found in _CLOCK.finditer(text):
        if found.group(8):
            return time(12)
        hour = int(found.group(1) or found.group(4) or found.group(6))
        minute = int(found.group(2) or found.group(7) or 0)
        half = (found.group(3) or found.group(5) or "").lower()[:1]
        hour = hour % 12 + 12 * (half == "p") if half else hour
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return None
