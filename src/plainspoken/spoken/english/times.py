"""Times, dates and years in English."""

from __future__ import annotations

import re

from plainspoken.spoken.english.numbers import below_hundred, ordinal, plural, year
from plainspoken.spoken.english.words import DAYS, MONTHS, MONTHS_SHORT
from plainspoken.spoken.rules import Match, Rule, any_of, rule

_SHARP = ("o'clock", "hundred")  # ten o'clock, sixteen hundred
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:{any_of(MONTHS_SHORT)})\b\.?)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_DASH = r"\s?[–—-]\s?"
_YEAR = r"(?:1[1-9]|20)\d\d"
_WEEKDAY = rf"(?:{'|'.join(DAYS.values())}|(?:Mon|Tues?|Wed|Thu(?:rs?)?|Fri|Sat|Sun)\b)"
_UP_TO = r"\s?[–—-]\s?"


def _clock(match: Match) -> str | None:
    hour, minutes = int(match["h"]), match["m"] or "00"
    if not 1 <= hour <= 12 or int(minutes) > 59:
        return None
    return " ".join((_hour(hour, minutes), "ay m" if match["half"] in "aA" else "p m"))


def _hour(hour: int, minutes: str) -> str:
    if minutes == "00":
        return below_hundred(hour)
    return f"{below_hundred(hour)} {'oh ' if minutes[0] == '0' else ''}{below_hundred(int(minutes))}"


def _bare(match: Match) -> str | None:
    hour = int(match["h"])
    return _hour(hour, match["m"] or "00") if 1 <= hour <= 12 else None


def _clock24(match: Match) -> str:
    hour, minutes = int(match["h"]), match["m"]
    if hour == 0 and minutes != "00":
        return f"{_hour(12, minutes)} ay m"
    if minutes == "00":
        return "midnight" if hour == 0 else f"{below_hundred(hour)} {_SHARP[hour > 12]}"
    return _hour(hour, minutes)


def _hours(match: Match) -> str:
    hour, minutes = int(match["h"]), match["m"]
    lead = "oh " if hour < 10 else ""
    return f"{lead}{below_hundred(hour)} {'hundred' if minutes == '00' else _minutes(minutes)} hours"


def _minutes(minutes: str) -> str:
    return f"{'oh ' if minutes[0] == '0' else ''}{below_hundred(int(minutes))}"


def _numeric(day: str, month: str, of: Match) -> str | None:
    number, place = int(of[day]), int(of[month])
    if not (1 <= number <= 31 and 1 <= place <= 12):
        return None
    full = of["y"] if len(of["y"]) == 4 else f"{'20' if of['y'] < '50' else '19'}{of['y']}"
    return f"{_the(of)}{ordinal(number)} of {MONTHS[place - 1]} {year(int(full))}"


def _day(match: Match) -> str:
    return f"{_the(match)}{ordinal(_number(match['x']))} of"


def _days(match: Match) -> str:
    joint = {"or": "or", "and": "and"}.get(match["joint"].strip(), "to")
    return f"{_the(match)}{ordinal(_number(match['a']))} {joint} the {ordinal(_number(match['b']))} of"


def _after_month(match: Match) -> str:
    return f"the {ordinal(_number(match['x']))}"


def _the(match: Match) -> str:
    """Say the article, unless what stands before is one: `a 5 January deadline`."""
    start = match.start("x") if "x" in match.re.groupindex else match.start()
    led = re.search(r"\b(?:the|an?|our|this|its|his|her|their|every)\s+$", match.string[:start], re.IGNORECASE)
    return "" if led else "the "


def _number(day: str) -> int:
    return int(re.sub(r"\D", "", day))


def _decade(match: Match) -> str:
    return f"{below_hundred(int(match['c']))} {plural(below_hundred(int(match['t']) * 10))}"


def _short_decade(match: Match) -> str:
    return plural(below_hundred(int(match["x"][-3:-1])))


def _span(match: Match) -> str | None:
    """Say a year and the next, or a later one: `2026/27`, `2019-2021`."""
    first, last = match["a"], match["b"]
    full = int(last if len(last) == 4 else first[:2] + last)
    if full <= int(first):
        return None
    return f"{year(int(first))} to {year(full) if len(last) == 4 or full < 2010 else below_hundred(full % 100)}"


def _month(match: Match) -> str:
    return MONTHS_SHORT.get(match["x"].rstrip("."), match["x"])


def _weekday(match: Match) -> str:
    return DAYS[match["x"].rstrip(".")[:3]]


_BRITISH = rule(
    r"(?<![\d/.,-])(?P<d>\d{1,2})(?P<mark>[/.])(?P<mo>\d{1,2})(?P=mark)(?P<y>(?:19|20)?\d{2})(?![\d/]|\.\d)",
    lambda match: _numeric("d", "mo", match),
)
_AMERICAN = Rule(_BRITISH.pattern, lambda match: _numeric("mo", "d", match))
# Days and months of which one follows the other: Mon-Fri, Jan-Mar
_RUNS = (
    rule(rf"\b(?P<x>{_WEEKDAY})(?=(?:{_UP_TO}|\s(?:to|and|&)\s){_WEEKDAY})", lambda match: _weekday(match)),
    rule(rf"\b{_WEEKDAY}(?:{_UP_TO}|\s(?:to|and|&)\s)(?P<x>{_WEEKDAY})", lambda match: _weekday(match)),
    rule(rf"\b{_WEEKDAY}(?P<x>{_UP_TO})(?={_WEEKDAY})", " to "),
    rule(rf"\b(?P<x>(?:{any_of(MONTHS_SHORT)}))(?={_UP_TO}{_MONTH})", lambda match: _month(match)),
    rule(rf"\b{_MONTH}(?:\s{_YEAR})?(?P<x>{_UP_TO})(?={_MONTH})", " to "),
)
# What finds something in a text without a figure too: "Mon to Fri", "the first Sept weekend"
_AFTER_ORDINAL = rule(rf"(?<=(?:st|nd|rd|th)\s)(?P<x>(?:{any_of(MONTHS_SHORT)})\b\.?(?!$))", _month)
WITHOUT_FIGURES = (*_RUNS, _AFTER_ORDINAL)
_SHARED = (
    rule(r"(?<![\d/])24/7(?![\d/])", "twenty-four seven"),
    rule(r"(?<![\d/.,-])(?P<y>(?:19|20)\d{2})-(?P<mo>\d{2})-(?P<d>\d{2})(?![\d-])", lambda m: _numeric("d", "mo", m)),
    # 7.30-9pm, before each half is taken for a decimal
    rule(
        rf"(?<![\d.,:£$€])(?P<x>(?P<h>1?\d)(?:[.:](?P<m>[0-5]\d))?)(?={_DASH}\d{{1,2}}(?:[.:][0-5]\d)?\s?[AaPp]\.?[Mm]\b)",
        _bare,
    ),
    rule(
        r"(?i:\bbetween\s+|\bfrom\s+)(?P<x>(?P<h>1?\d)(?:[.:](?P<m>[0-5]\d)))"
        r"(?=\s(?:and|to|until)\s\d{1,2}(?:[.:][0-5]\d)?\s?[AaPp]\.?[Mm]\b)", _bare,
    ),
    rule(r"\b(?P<h>\d{1,2})(?:[.:](?P<m>[0-5]\d))?\s?(?P<half>[AaPp])\.?\s?[Mm]\b(?:\.(?!$))?", _clock),
    rule(r"(?<![\d.:,£$€])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:])", _clock24),
    rule(r"(?<![\d.:,£$€])(?P<h>[01]\d|2[0-3])(?P<m>[0-5]\d)\s?(?:hours|hrs)\b", _hours),
    rule(
        r"(?i:\bat(?:\s+about|\s+around)?|\bby|\buntil)\s+(?P<x>(?P<h>1?\d)\.(?P<m>[0-5]\d))"
        r"(?=[,;)]|\.?$|\.\s|\s(?:on|in|this|tomorrow|today|yesterday|and|for|for\s)\b)", _bare,
    ),
    rule(r"\d(?:[AaPp][Mm])?(?P<x>\s-\s)(?=\d{1,2}(?:[.:][0-5]\d)?\s?[AaPp]\.?[Mm]\b)", " to "),
    rule(
        r"(?i:\b(?:at|by|until|till|from|before|after)\s)(?P<x>(?P<h>0\d)(?P<m>[0-5]\d))(?!\d|[\s,.-]\d|\s(?:hours|hrs))",
        lambda match: _hours(match).removesuffix(" hours"),
    ),
    *_RUNS,
    rule(r"(?<=[ap]m)(?P<x>/)(?=\d)", ", "),
    rule(rf"\b{_MONTH}(?:\s{_YEAR})?(?P<x>{_UP_TO})(?={_DAY}\s{_MONTH})", " to "),
    rule(rf"\b{_WEEKDAY}\s(?P<x>{_DAY})(?={_UP_TO}{_WEEKDAY}\s{_DAY}\s{_MONTH})", lambda match: _after_month(match)),
    rule(rf"\b{_WEEKDAY}\s{_DAY}(?P<x>{_UP_TO})(?={_WEEKDAY}\s{_DAY}\s{_MONTH})", " to "),
    rule(rf"\bw/e(?=\s{_DAY}\b)", "week ending"),
    # Weekdays and months cut short, only beside a day or a year
    rule(rf"\b(?P<x>(?:Mon|Tues?|Wed(?:s|nes)?|Thu(?:rs?)?|Fri|Sat|Sun)\b\.?)(?=,?\s+(?:the\s+)?{_DAY}\b)", _weekday),
    rule(rf"(?<=\d\s)(?P<x>(?:{any_of(MONTHS_SHORT)})\b\.?(?!$))", _month),
    _AFTER_ORDINAL,
    rule(rf"(?<=\d\s)(?P<x>(?:{any_of(MONTHS_SHORT)})\b)", _month),
    rule(rf"\b(?P<x>(?:{any_of(MONTHS_SHORT)})\b\.?)(?=\s(?:{_YEAR}|{_DAY})\b)", _month),
    rule(
        rf"(?<![\d.,:/£$€–-])(?P<x>(?P<a>{_DAY})(?P<joint>{_DASH}|\s(?:and|or|to)\s)(?P<b>{_DAY}))"
        rf"(?=\s{_MONTH}\b)", _days,
    ),
    rule(
        rf"(?<![\d.,:/£$€])(?P<x>{_DAY}(?:\sof)?)(?=\s{_MONTH}(?!\s(?:be|have|not|also|need|want|only|take|apply|sign)\b))",
        _day,
    ),
    rule(rf"(?:{'|'.join(MONTHS)})\s(?P<x>{_DAY})(?=,?\s{_YEAR}\b|[,.;:)]|$|\s[–—])(?![.,]\d)", _after_month),
    rule(r"(?<![\d.,£$€/-])(?P<c>1[89]|20)(?P<t>[2-9])0s\b", _decade),
    rule(r"(?P<x>['’‘](?:[2-9]0s))\b", _short_decade),
    rule(r"(?<![\d.,£$€/–-])(?P<a>(?:19|20)\d\d)(?:/|\s?[–-]\s?)(?P<b>(?:19|20)\d\d|\d\d)(?![\d/]|[.,]\d|-\d)", _span),
    rule(
        rf"\b(?i:in|since|until|till|from|between|during|before|after|of|year|early|late|mid|spring|summer|autumn|winter|"
        rf"by|for|the|this|our|{'|'.join((*MONTHS, *MONTHS_SHORT))}),?[\s-](?P<x>1[1-9]\d\d|20[1-9]\d)(?![\d%]|[,.]\d|"
        r"\s(?!(?:was|is|has|as|this|his|its|plus|unless|across|towards)\b)(?:[a-z]+s|people|men|women|children)\b)",
        lambda match: year(int(match["x"])),
    ),
    rule(
        r"(?<![\w.,£$€/-])(?P<x>(?:19[3-9]\d|20[0-4]\d))(?![\w%]|[,.-]\d|"
        r"\s(?!(?:was|is|has|as|this|his|its|plus|unless|across|towards)\b)(?:[a-z]+s|people|men|women|children)\b)",
        lambda match: year(int(match["x"])),
    ),
    rule(
        r"\b(?P<x>20[0-4]\d|19\d\d)(?=\s(?:elections|accounts|figures|results|championships|games|awards|plans)\b)",
        lambda match: year(int(match["x"])),
    ),
    rule(r"(?<=\b[Oo]n\s)(?P<d>\d{1,2})/(?P<m>\d{1,2})(?![\d/])", lambda match: _short_date(match)),
)  # fmt: skip
RULES: tuple[Rule, ...] = (_BRITISH, *_SHARED)
AMERICAN: tuple[Rule, ...] = (_AMERICAN, *_SHARED[:-1])


def _short_date(match: Match) -> str | None:
    day, month = int(match["d"]), int(match["m"])
    return f"the {ordinal(day)} of {MONTHS[month - 1]}" if 1 <= day <= 31 and 1 <= month <= 12 else None
