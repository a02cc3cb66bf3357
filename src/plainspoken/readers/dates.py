"""Dates as pages write them, in the language of the page or in English."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from functools import lru_cache

from plainspoken import lang as languages

_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):?(\d\d)(?::?(\d\d)(?:\.\d+)?)? ?(Z|[+-]\d\d:?\d\d)?)?")
_NUMERIC = re.compile(
    r"(?<!\d)(\d{1,2})[./-](\d{1,2})[./-](\d{4}|\d{2})(?!\d)|(?<!\d)(\d{4})[./年](\d{1,2})[./月](\d{1,2})日?"
)
_CLOCK = re.compile(r"(?<![\d.])(\d{1,2})[:.](\d\d)(?!\d) ?([ap]\.?m\b)?|(?<!\d)(\d{1,2}) ?([ap])\.?m\b", re.I)
_WORDS = re.compile(r"[^\W\d_]+", re.U)
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹०१२३४५६७८९০১২৩৪৫৬৭৮৯", "0123456789" * 4)
_ZONES = {"gmt": "+00:00", "utc": "+00:00", "bst": "+01:00", "cet": "+01:00", "cest": "+02:00"}

# Words that stand round a date in a line that says nothing else.
_ROUND = frozenset({
    "published", "posted", "date", "dated", "updated", "update", "on", "at", "the", "of", "st", "nd", "rd", "th",
    "by", "and", "last", "first", "modified", "created", "issued", "time", "release", "released", "news", "press",
    "am", "pm", "gmt", "bst", "utc", "cet", "cest", "est", "edt", "uhr", "datum", "stand", "vom", "den", "um",
    "veröffentlicht", "aktualisiert", "erschienen", "publié", "le", "à", "mis", "jour", "mise", "publicado", "el",
    "fecha", "de", "del", "a", "las", "actualizado", "data", "pubblicato", "il", "alle", "opublikowano", "dnia",
    "godz", "em", "às", "cyhoeddwyd", "dydd", "ddydd", "dyddiad", "yayın", "tarihi", "تاريخ", "النشر", "نشر", "في",
    "الساعة", "شائع", "minute", "minutes", "min", "mins", "read", "reading", "ago", "opublikowane", "publicat", "la",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """A date that was found in a text: ISO 8601 as exact as the text says, and where it stands."""

    iso: str
    start: int
    end: int


def parse(text: str, lang: str = "en") -> str | None:
    """Return the first date of a text in ISO 8601, with time and offset if the text has them; None if it has none.

    >>> parse("Posted: Monday 6 October 2025, 10:00")
    '2025-10-06T10:00:00'
    >>> parse("26.01.2022", "de")
    '2022-01-26'
    """
    found = find(text, lang)
    return found.iso if found else None


def find(text: str, lang: str = "en") -> Found | None:
    """Return the first date of a text and where it stands."""
    plain = text[:400].translate(_DIGITS)
    iso = _ISO.search(plain)
    if iso and (stamp := standard(iso.group())):
        return Found(stamp, iso.start(), iso.end())
    day = _named(plain, lang) or _numbered(plain, lang)
    if day is None:
        return None
    when, start, end = day
    clock = _time(plain[:start][-24:] + " " * 3 + plain[end:][:24])
    zone = _zone(plain[:start][-24:] + " " + plain[end:][:24]) if clock else ""
    return Found(when.isoformat() + (f"T{clock.isoformat()}{zone}" if clock else ""), start, end)


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
    if not 1990 <= when.year <= 2100:
        return None
    if hour is None:
        return when.date().isoformat()
    offset = {None: "", "Z": "+00:00"}.get(zone, zone)
    if offset and ":" not in offset:
        offset = f"{offset[:3]}:{offset[3:]}"
    return when.isoformat() + (offset or "")


def is_date_line(text: str, lang: str = "en") -> bool:
    """Tell whether a line says when the page was published and nothing else."""
    if len(text) > 120 or not find(text, lang):
        return False
    known = _ROUND | _months(lang).keys() | _weekdays(lang)
    return all(word.lower() in known for word in _WORDS.findall(text))


def is_dated_label(text: str, lang: str = "en") -> bool:
    """Tell whether a line is a date with a few words beside it, such as a place or an author: no sentence."""
    found = find(text, lang) if len(text) <= 120 else None
    if not found or (re.search(r"[.!?。]['\"”’»]?$", text.rstrip()) and len(text) > 40):
        return False
    known = _ROUND | _months(lang).keys() | _weekdays(lang)
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
    months = _months(lang)
    for word in _WORDS.finditer(text):
        month = months.get(word.group().lower())
        if month and (found := _round_month(text, word, month)):
            return found
    return None


def _round_month(text: str, word: re.Match[str], month: int) -> tuple[date, int, int] | None:
    """Read `10 February 2026`, `10. Februar 2026`, `10 de febrero de 2026` and `February 10, 2026`."""
    before = re.search(r"(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|\.|º|ª)?,? *(?:de |of |o )?$", text[: word.start()])
    after = re.match(r"\.?,? *(?:de |del )?(\d{4})(?!\d)", text[word.end() :])
    if before and after:
        return _dated(int(after.group(1)), month, int(before.group(1)), before.start(), word.end() + after.end())
    american = re.match(r"\.? *(\d{1,2})(?:st|nd|rd|th)?,? +(\d{4})(?!\d)", text[word.end() :])
    if american:
        day, year = int(american.group(1)), int(american.group(2))
        return _dated(year, month, day, word.start(), word.end() + american.end())
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
        hour = int(found.group(1) or found.group(4))
        minute = int(found.group(2) or 0)
        half = (found.group(3) or found.group(5) or "").lower()[:1]
        hour = hour % 12 + 12 * (half == "p") if half else hour
        if hour < 24 and minute < 60:
            return time(hour, minute)
    return None


def _zone(text: str) -> str:
    return next((_ZONES[word.lower()] for word in _WORDS.findall(text) if word.lower() in _ZONES), "")


@lru_cache(maxsize=64)
def _months(lang: str) -> dict[str, int]:
    """Return the names of the months, wide and short, in the language and in English."""
    names: dict[str, int] = {}
    for tag in ("en", lang):
        locale = languages.locale(tag)
        for context in ("format", "stand-alone"):
            for width in ("wide", "abbreviated"):
                for number, name in locale.months[context][width].items():
                    word = _WORDS.match(name)
                    if word and len(word.group()) >= 3:
                        names[word.group().lower()] = number
    return names | ({"sept": 9} if "sep" in names else {})


@lru_cache(maxsize=64)
def _weekdays(lang: str) -> frozenset[str]:
    words = {
        word.lower()
        for tag in ("en", lang)
        for context in ("format", "stand-alone")
        for width in ("wide", "abbreviated")
        for name in languages.locale(tag).days[context][width].values()
        for word in _WORDS.findall(name)
    }
    return frozenset(words)
