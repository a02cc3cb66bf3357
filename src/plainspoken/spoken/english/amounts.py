"""Sums of money, percentages, measures, fractions and plain numbers in English."""

from __future__ import annotations

import re

from plainspoken.spoken.english.numbers import amount, below_hundred, cardinal, fraction, one_by_one, ordinal, plural
from plainspoken.spoken.english.words import UNITS
from plainspoken.spoken.rules import Match, any_of, rule

_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_COINS = {
    "£": ("pound", "pounds", "pence"), "$": ("dollar", "dollars", "cents"), "US$": ("US dollar", "US dollars", "cents"),
    "€": ("euro", "euros", "cents"), "¥": ("yen", "yen", "sen"), "₹": ("rupee", "rupees", "paise"),
}  # fmt: skip
_AMOUNT = r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?"
_SCALE = r"(?:k|mn?|bn?|tn)\b|[mb]illion\b|trillion\b|thousand\b"
_VULGAR = {"½": (1, 2), "⅓": (1, 3), "⅔": (2, 3), "¼": (1, 4), "¾": (3, 4), "⅛": (1, 8), "⅜": (3, 8), "⅝": (5, 8),
           "⅞": (7, 8), "⅕": (1, 5), "⅖": (2, 5), "⅗": (3, 5), "⅘": (4, 5)}  # fmt: skip
_DASH = r"\s?[–—-]\s?"
_RATES = {
    "pw": "per week", "pcm": "per calendar month", "pa": "per year",
    **{f"/{unit}": f"per {unit}" for unit in (
        "second", "minute", "hour", "day", "night", "week", "month", "year", "person", "child", "mile", "litre",
    )},
    "/min": "per minute", "/hr": "per hour", "/yr": "per year", "/kg": "per kilogram",
}  # fmt: skip
_COMPARISONS = {
    ">": "more than ", "<": "less than ", "≥": "at least ", "≤": "at most ", "±": "plus or minus ", "~": "about ",
}  # fmt: skip
_COMPARED = "".join(_COMPARISONS)


def _money(match: Match) -> str:
    written, scale = match["n"], (match["scale"] or "").lower()
    one, many, small = _COINS[match["coin"]]
    coin = one if _adjective(match) else many
    upto = f" to {amount(match['to'])}" if match["to"] else ""
    if scale:
        return f"{amount(written)}{upto} {_SCALES.get(scale, scale)} {coin}"
    if upto:
        return f"{amount(written)}{upto} {coin}"
    whole, _, part = written.partition(".")
    if len(part) == 2 and part != "00":
        pieces = f"{below_hundred(int(part))} {small}" if whole == "0" else ""
        coins = f"{small} " if part[0] == "0" else ""  # twelve pounds five would be a time
        return pieces or f"{amount(whole)} {one if whole == '1' else many} {below_hundred(int(part))} {coins}".rstrip()
    return f"{amount(written if len(part) not in (0, 2) else whole)} {one if whole == '1' and len(part) != 1 else coin}"


def _adjective(match: Match) -> bool:
    """Tell whether a sum stands before its noun: a £500 fine is a five hundred pound fine."""
    led = re.search(r"\b(?:an?|another|this|one)\s+$", match.string[: match.start()], re.IGNORECASE)
    return bool(led) or bool(re.match(r"-(?![£$€\d])", match.string[match.end() :]))


def _pence(match: Match) -> str:
    return "one penny" if match["n"] == "1" else f"{cardinal(int(match['n']))} pence"


def _unit(match: Match) -> str:
    one = re.search(r"(?<![\d.,])1\s?$|\ban?\s[\d.,]+\s?$", match.string[: match.start("x")])
    return " " + UNITS[" ".join(match["x"].split())][0 if one else 1]


def _minus(match: Match) -> str:
    return "minus "


def _fraction(match: Match) -> str | None:
    upper, lower = int(match["a"]), int(match["b"])
    if (upper, lower) == (9, 11):
        return "nine eleven"
    if lower == upper + 1 and lower > 12:  # a season
        return f"{cardinal(upper)} {cardinal(lower)}"
    if lower == 10 and upper == 10:
        return "ten out of ten"
    if lower > 4 and re.match(r"\s(?!of\b|inch)[a-z]{3}", match.string[match.end() :]) and upper < lower:
        return f"{cardinal(upper)} out of {cardinal(lower)}"
    if re.search(r"\b(?:part|page|step|sheet|slide)\s+$", match.string[: match.start()], re.IGNORECASE):
        return f"{cardinal(upper)} of {cardinal(lower)}"
    if upper >= lower or upper == 0:
        return f"{cardinal(upper)} {cardinal(lower)}" if upper == lower else None
    return fraction(upper, lower)


def _vulgar(match: Match) -> str:
    said = fraction(*_VULGAR[match["f"]])
    if not match["n"]:
        return said
    return f"{amount(match['n'])} and {'a' + said[3:] if said.startswith('one ') else said}"


def _ordinal(match: Match) -> str:
    return ordinal(int(match["n"].replace(",", "")))


def _tens(match: Match) -> str:
    return plural(below_hundred(int(match["n"])))


def _score(match: Match) -> str:
    return f"{cardinal(int(match['a']))} {cardinal(int(match['b'])) if match['b'] != '0' else 'nil'}"


def _version(match: Match) -> str:
    return " point ".join(cardinal(int(part)) if len(part) < 3 else one_by_one(part) for part in match[0].split("."))


def _scaled(match: Match) -> str:
    return f" {_SCALES[match['x'].strip()]}"


RULES = (
    rule(
        rf"(?P<coin>US\$|[£$€¥₹])\s?(?P<n>{_AMOUNT})(?:{_DASH}(?:US\$|[£$€¥₹])?(?P<to>{_AMOUNT})(?![\d/]))?"
        rf"(?:[\s-]?(?P<scale>{_SCALE}))?", _money,
    ),
    rule(r"(?<![\d.,])(?P<n>\d{1,2})p\b", _pence),
    rule(r"(?<![\d.,])(?P<n>\d+\.\d+)p\b", lambda match: f"{amount(match['n'])} pence"),
    rule(rf"(?:(?<=\d)|(?<=\d[kmp])|(?<=\dbn))\s?(?P<x>{any_of(_RATES)})(?![\w/])",
         lambda match: f" {_RATES[match['x']]}"),
    rule(r"(?<![\d.,])(?:[1-9]\d{0,2}(?:[\u00a0\u202f\u2009]\d{3})+|[1-9]\d{0,2}(?:\s\d{3})*\s000)(?![\d,.]?\d)",
         lambda match: amount(re.sub(r"\D", "", match[0]))),
    rule(r"(?<![\d.])(?P<f>[3-8])['′’]\s?(?P<i>\d|1[01])(?:[\"″”]|'')",
         lambda match: f"{cardinal(int(match['f']))} foot {cardinal(int(match['i']))}"),
    rule(rf"(?<![\w{_COMPARED}])(?P<x>[{_COMPARED}])\s?(?=[£$€]?\d)", lambda match: _COMPARISONS[match["x"]]),
    rule(r"\b50:50\b", "fifty fifty"),
    rule(r"(?<![\w.])\.(?P<n>\d+)(?![\w-]|[.,]\d)", lambda match: f"zero point {one_by_one(match['n'])}"),
    rule(r"(?<=\d)x\b(?!\s?\d)", " times"),
    rule(r"(?<=\d)\s?(?P<x>%)(?![\w])", " percent"),
    rule(r"(?<![\w.,/])(?P<n>\d+)?\s?(?P<f>[½⅓⅔¼¾⅛⅜⅝⅞⅕⅖⅗⅘])", _vulgar),
    rule(r"(?<![\w.,/£$€])(?P<a>\d{1,2})/(?P<b>\d{1,3})(?![\w/]|[.,]\d)", _fraction),
    rule(r"(?<![\w.,])(?P<n>\d{1,3}(?:,\d{3})+|\d+)(?:st|nd|rd|th)\b", _ordinal),
    rule(r"(?<![\d.,£$€])(?P<n>[1-9]\d)['’]?s\b", _tens),
    rule(r"(?<![A-Za-z\d])\d+(?:\.\d+)?(?P<x>C)\b", " degrees Celsius"),
    rule(rf"(?<=\d)(?P<x>\s?(?:{any_of(UNITS)}))(?![\w/])", _unit),
    rule(r"(?<=\d)in\b", " inches"),
    rule(r"(?<=\d)(?P<x>\s?(?:bn|tn|mn|k))\b", _scaled),
    rule(r"(?<![\w)%])[-−](?=\d)", _minus),
    rule(r"(?<=\d)\s?[xX×]\s?(?=\d)", " by "),
    rule(r"\b(?:won|beat|lost|drew|lead|led)\s(?P<x>(?P<a>\d{1,2})[-–](?P<b>\d{1,2}))\b", _score),
    rule(r"(?<![\d.,-])\d+(?:\.\d+){2,}(?![.,]?\d)", _version),
    rule(r"(?<=[\d%pma])\s?–\s?(?=[£$€]?\d)|(?<=\d)-(?=[£$€]?\d)|(?<=[ap]m)-(?=\d)|(?<=\d[%kmp])-(?=[£$€]?\d)|(?<=\dbn)-(?=[£$€]?\d)",
         " to "),
    rule(r"(?:(?<=\d)|(?<=\d[kmbt])|(?<=\dbn))(?P<x>\+)(?![\w+])", " plus"),
    rule(r"(?<!\w)#(?=\d)|\bNo\.?\s?(?=\d)", "number "),
    rule(r"\bNos\.?\s?(?=\d)", "numbers "),
    rule(r"(?<=\d)\s?:\s?(?=\d)", " to "),
)  # fmt: skip
# What no other rule has found.
LAST = (rule(rf"(?<!\d)(?<!\d\.)(?<![\s(]\.)(?P<n>{_AMOUNT})(?!\d)", lambda match: amount(match["n"])),)
