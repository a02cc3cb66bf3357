"""Facts as spans of a text, each with all that it may mean, in the digits and styles of any language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from typing import Literal

from plainspoken.facts import dates, signs
from plainspoken.facts.numerals import scales
from plainspoken.tagged.tokens import plain_digits

FactKind = Literal["url", "email", "phone", "reference", "time", "date", "money", "percent", "number"]

# The same length as what they replace, so that places in the folded text are places in the text.
_FOLD = str.maketrans(
    "\u066b\u066c\u00a0\u202f\u2009\u2007\u2212\u2010\u2011\u2013\uff0c\uff0e\uff1a\u02bc\u2019", ".,    ----,.:''"
)
_SPACE = r"[ \u200e\u200f\u2066-\u2069]"
# A bare address ends in one of these: others may be two sentences without a space between. The last are of RFC 2606.
_ENDINGS = (
    "uk|com|org|net|gov|edu|info|eu|wales|cymru|scot|london|ie|io|int|tv|fr|de|pl|ro|pk|au|nz|example|test|invalid"
)
_URL = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»]+"
    rf"|(?<![\w@.])(?:[^\W_][\w-]{{0,62}}\.)+(?:{_ENDINGS})(?:/[^\s<>\"“”«»]*)?(?![\w@])",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+'-])[A-Za-z0-9._%+'-]{0,80}[A-Za-z0-9_%+-]@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+")
# Starts with 0 or +, and has seven digits or more in groups.
_PHONE = re.compile(rf"(?<![\w.,/-])(?:\+|\(0|0)[\d](?:(?:{_SPACE}|[-().])*\d){{5,14}}(?![\w]|[.,/]\d)")
_SHORT_PHONE = re.compile(rf"(?<![\w.,/£€$-])(?:999|101|111|112|911|116{_SPACE}?\d{{3}})(?![\w]|[.,:/-]\d)")
_TIME = re.compile(
    r"(?<![\w.,:/])(?P<h>[01]?\d|2[0-3])(?:[:.](?P<m>[0-5]\d))?"
    rf"{_SPACE}?(?P<half>[ap](?:\.{_SPACE}?m\b\.?|{_SPACE}?m\b))"
    r"|(?<![\w.,:/])(?P<h2>[01]?\d|2[0-4])(?::| ?[hH] ?)(?P<m2>[0-5]\d)(?::[0-5]\d)?(?![\d:]|[.,]\d)",
    re.IGNORECASE,
)
_DATE = re.compile(r"(?<![\w.,/-])(\d{1,4})([-/.])(\d{1,2})\2(\d{1,4})(?![\w/]|[.,-]\d)")
# Letters first (`CAD-1234`, `M25`), or digits cut by slashes or hyphens (`42/123456/24`).
_REFERENCE = re.compile(
    r"(?<![\w/@.-])(?!(?:GBP|EUR|USD)\d)(?=[^\W\d_]*[A-Z])[^\W\d_]{1,8}[-/]?\d[\w]*(?:[-/][\w]*\d[\w]*)*(?!\w)"
    r"|(?<![\w/@.,-])\d+(?:[-/]\d+){2,}(?![\w/]|[.,]\d)"
)
_POWER = re.compile(r"(?<![^\W\d_])[kcdm]?m$")  # the exponent of `250 l/m2` counts nothing
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(
    r"(?<![\d.,])\d{1,3}(?:[,.'’ ]\d{2,3})*(?<=\d)(?:[.,]\d+)?(?![\d])"
    r"|\d+(?:[.,]\d+)*"
)


@dataclass(frozen=True, slots=True)
class Fact:
    """A fact at the characters `start` to `end` of a text (its end excluded).

    `readings` is all that it may mean: `1.200` is twelve hundred in one language, one and a fifth in another. `unit` is
    what it counts, `pound`, `dollar`, `euro`, `penny` or `percent`, or the half of the day of a time, `am` or `pm`.
    """

    kind: FactKind
    start: int
    end: int
    text: str
    readings: frozenset[str]
    unit: str = ""


@lru_cache(maxsize=4096)
def find(text: str, tag: str = "") -> tuple[Fact, ...]:
    """Return the facts of a text, in order; none overlaps another.

    Args:
        text: a sentence.
        tag: its language, for dates that name their month, and for money and times in words; empty if unknown.

    >>> [(fact.kind, fact.text) for fact in find("Call 0800 555 111 by 9.40pm.")]
    [('phone', '0800 555 111'), ('time', '9.40pm')]
    >>> [(fact.kind, fact.text) for fact in find("5 libras hasta el 1 de mayo", "es")]
    [('money', '5 libras'), ('date', '1 de mayo')]
    """
    folded = plain_digits(text).translate(_FOLD)
    found: list[Fact] = []
    taken = bytearray(len(text))
    for one in _candidates(folded, tag):
        if not any(taken[one.start : one.end]):
            found.append(one)
            taken[one.start : one.end] = b"\1" * (one.end - one.start)
    ordered = sorted(found, key=lambda fact: fact.start)
    return tuple(replace(one, text=text[one.start : one.end]) for one in ordered)


def digits(text: str) -> str:
    """Return the decimal digits of a text alone, as ASCII."""
    return "".join(sign for sign in plain_digits(text) if sign in "0123456789")


def _candidates(text: str, tag: str) -> Iterator[Fact]:
    """Yield what may be a fact, the surest kinds first."""
    for found in _EMAIL.finditer(text) if "@" in text else ():
        yield _fact("email", found.start(), found[0].rstrip("."), found[0].rstrip(".").casefold())
    for found in _URL.finditer(text) if "." in text or "://" in text else ():
        address = found[0].rstrip(".,;:!?)]}'*،؛؟。।")
        yield _fact("url", found.start(), address, _address(address))
    digits_in = _DIGIT.search(text) is not None
    for pattern in (_PHONE, _SHORT_PHONE) if digits_in else ():
        for found in pattern.finditer(text):
            if not _DATE.fullmatch(found[0]):
                yield _fact("phone", found.start(), found[0], digits(found[0]))
    yield from _dates(text, tag)
    if not digits_in:
        return
    for found in _TIME.finditer(text):
        yield _time(found, text, tag)
    for found in _REFERENCE.finditer(text):
        yield _fact("reference", found.start(), found[0], digits(found[0]))
    for found in _NUMBER.finditer(text):
        if not (found[0] in ("2", "3") and _POWER.search(text, max(0, found.start() - 3), found.start())):
            yield _number(text, found, tag)


def _dates(text: str, tag: str) -> Iterator[Fact]:
    """Yield the dates in digits, and those in the words of a language that is known."""
    for found in _DATE.finditer(text) if _DIGIT.search(text) else ():
        days = dates.numeric(found[0], tag)
        readings = [day.reading for day in days] or [found[0]]
        yield _fact("date", found.start(), found[0], *readings)
    for (start, end), day in dates.find(text, tag) if tag and _DIGIT.search(text) else ():
        yield _fact("date", start, text[start:end].rstrip(" .,"), day.reading)
    for (start, end), said in dates.named(text, tag) if tag else ():
        yield _fact("date", start, text[start:end], said)


def _fact(kind: FactKind, start: int, text: str, *readings: str) -> Fact:
    return Fact(kind, start, start + len(text), text, frozenset(readings))


def _address(url: str) -> str:
    return re.sub(r"^https?://", "", url.casefold()).removeprefix("www.").rstrip("/")


def _time(found: re.Match[str], text: str, tag: str) -> Fact:
    hour, minute = int(found["h"] or found["h2"]), found["m"] or found["m2"] or "00"
    bare = (str(hour), str((hour % 12) + 12)) if minute == "00" else ()
    readings = frozenset((_clock(hour, int(minute)), *bare, _amount(f"{hour}.{minute}")))
    if found["half"]:
        half = f"{found['half'][0].casefold()}m"
    else:
        half = _half(hour) or signs.half(text, *found.span(), tag) or ("pm" if hour == 12 and tag else "")
    return Fact("time", *found.span(), found[0], readings, half)


def _half(hour: int) -> str:
    """Return the half of the day of an hour on a twenty-four hour clock; nothing where twelve hours have it too."""
    return "pm" if 12 < hour < 24 else "am" if hour in (0, 24) else ""


def _clock(hour: int, minute: int) -> str:
    """Return a time as on a twelve-hour clock: whether it is morning or evening may be said in words."""
    return f"{hour % 12}:{minute:02d}"


def _number(text: str, found: re.Match[str], tag: str) -> Fact:
    readings = set(amounts(found[0]))
    end = found.end()
    scale = _scale().match(text, end)
    if scale:
        readings |= {_amount(str(float(one) * scales()[scale[1].casefold()])) for one in tuple(readings) if one}
        end = scale.end()
    if re.fullmatch(r"\d{3}0", found[0]) and text[end : end + 1] == "s":
        readings.add(found[0][2:])  # the 1980s: los años 80
    start, end, unit = signs.beside(text, found.start(), end, tag)
    if unit:
        kind: FactKind = "percent" if unit == "percent" else "money"
        hundredths = {_amount(str(float(one) / 100)) for one in readings} if unit == "penny" else set()
        return Fact(kind, start, end, text[start:end], frozenset(readings | hundredths), unit)
    hours = _hours(found[0])
    hour = bool(tag) and not scale and bool(re.fullmatch(r"(?:0?[1-9]|1[0-2])(?:[.,][0-5]\d)?", found[0]))
    half = signs.half(text, start, end, tag) if hour else "pm" if hours else ""
    return Fact("number", start, end, text[start:end], frozenset(readings | hours), half)


@cache
def _scale() -> re.Pattern[str]:
    words = "|".join(sorted(map(re.escape, scales()), key=len, reverse=True))
    return re.compile(rf"{_SPACE}?({words})(?![^\W\d_])", re.IGNORECASE)


def amounts(number: str) -> tuple[str, ...]:
    """Return all amounts that a number written in digits may be, whatever its language's signs.

    >>> amounts("1.200")
    ('1.2', '1200')
    """
    signs = [sign for sign in number if sign not in "0123456789"]
    whole = digits(number)
    found = {_amount(whole)}
    if len(signs) == 1 and signs[0] in ".,":
        found.add(_amount(number.replace(",", ".")))
    if len(signs) > 1 and signs[-1] in ".," and signs[-1] not in signs[:-1]:
        body, _, rest = number.rpartition(signs[-1])
        found.add(_amount(f"{digits(body)}.{rest}"))
    return tuple(sorted(found))


def _amount(number: str) -> str:
    if "." not in number:
        return number.lstrip("0") or "0"
    return f"{round(float(number), 6):.6f}".rstrip("0").rstrip(".") if len(number) < 300 else number


def _hours(number: str) -> set[str]:
    """Return the time of day that a number may be: `21` in `21 Uhr`, `9.40`."""
    whole = re.fullmatch(r"(\d{1,2})(?:[.,](\d\d))?", number)
    if not whole or int(whole[1]) > 24 or int(whole[2] or 0) > 59:
        return set()
    return {_clock(int(whole[1]), int(whole[2] or 0))} if whole[2] or int(whole[1]) > 12 else set()
