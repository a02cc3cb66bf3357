"""Numbers that are dialled, quoted or found on a map, in English: said digit by digit."""

from __future__ import annotations

import re

from plainspoken.spoken.english.numbers import below_hundred, cardinal, characters, letters, one_by_one
from plainspoken.spoken.rules import PHONE, SHORT, Match, Rule, grouped, rule

_CALL = (
    r"call(?:s|ed|ing)?|dial(?:s|led|ling)?|ring(?:ing)?|rang|phon(?:e|ed|ing)|telephone|contact|text|on|to|via|through|"
    r"by|or|and|then|otherwise|NHS"
)
_NAMED = (
    r"\s+(?:(?:non-)?emergency\s+)?(?:calls?|callers?|operators?|emergency|helpline|number|line|service|team|handlers?|"
    r"control|online|website)\b"
)
_MARKS = {"/": "slash", "*": "star", "-": "dash"}


def rules(region: str) -> tuple[Rule, ...]:
    """Return the rules where numbers without a country code belong to a country (ISO 3166)."""
    return (rule(PHONE, lambda match: _phone(match["x"], region)), *_RULES)


def _phone(number: str, region: str) -> str:
    plus = "plus " if number.startswith("+") else ""
    return plus + ", ".join(one_by_one(group) for group in grouped(number, region))


def short(match: Match) -> str | None:
    """Say a short number digit by digit where it is a number to call, not a count of something."""
    before, after = match.string[: match.start("x")], match.string[match.end("x") :]
    sure = match["x"] == "999" or match["x"].startswith("116")
    called = re.search(rf"\b(?:{_CALL})\s+[\"“‘'(]?$", before, re.IGNORECASE) and not re.search(
        r"\d\s+(?:or|and|to)\s+$", before
    )
    counted = re.match(r"\s+(?!always\b|unless\b|is\b|as\b|this\b|yes\b)[a-z]*(?:s|people|men|women|children)\b", after)
    opens = not before.strip(" \"“‘'(") and re.match(r"\s*$|\s+(?:is|if|for)\b", after)
    paired = (_listed(before) and not counted) or _lists(before, after)
    if re.match(_NAMED, after) or opens or ((sure or called) and not counted) or paired:
        return ", ".join(one_by_one(group) for group in grouped(match["x"]))
    return None


def _listed(before: str) -> bool:
    """Tell whether the number follows another number to call: `999 or 101`."""
    return bool(re.search(r"\b(?:999|112|111|101|105|119)\s*(?:,|or|and|/)\s*$", before))


def _lists(before: str, after: str) -> bool:
    """Tell whether another number to call follows: `101 or 111`; a range of counts is no list."""
    number = r"(?:999|112|111|101|105|119)(?![\d:%]|[.,]\d|\s+[a-z]*(?:s|people)\b)"
    follows = re.match(rf"\s*(?:,|or|and|/)\s*{number}", after)
    return bool(follows) and not re.search(r"\b(?:between|from|over|under)\s+$", before, re.IGNORECASE)


def _keys(match: Match) -> str:
    return one_by_one(match["x"])


def _reference(match: Match) -> str | None:
    token = match["x"]
    if sum(character.isdigit() for character in token) < 3:
        return None
    return _code(token)


def _code(token: str) -> str:
    runs = re.findall(r"[A-Za-z]+|\d+|[/*-]", token)
    return ", ".join(_MARKS.get(run) or (one_by_one(run) if run.isdigit() else letters(run.upper())) for run in runs)


def _postcode(match: Match) -> str:
    area, district, unit = match["area"], match["district"], match["unit"]
    number = re.match(r"\d+", district)
    assert number is not None
    tail = f" {letters(district[number.end() :])}" if number.end() < len(district) else ""
    inward = f", {characters(unit)}" if unit else ""
    return f"{letters(area)} {below_hundred(int(number[0]))}{tail}{inward}"


def _road(match: Match) -> str:
    number = match["n"]
    said = cardinal(int(number)) if len(number) <= 2 else one_by_one(number)
    return f"{letters(match['r'])} {said}" + (" M" if match["motorway"] else "")


# The key to press, the word to text, the five digits of a text service.
KEYS = rule(
    r"(?i:\b(?:press(?:ing)?|text(?:ing)?|dial(?:ling)?|key in|enter(?:ing)?|textphone|minicom)\s+"
    r"(?:the\s+(?:numbers?|digits?)\s+)?)"
    r"[\"“‘']?(?P<x>\d{2,6})(?![\d,.:]?\d|\s?(?:people|of|[ap]m)\b)",
    _keys,
)
_RULES = (
    rule(SHORT, short),
    # The number on a police officer's collar
    rule(r"\b(?:PC|DC|PS|DS|WPC|SC|PCSO|TDC)\s(?P<x>\d{3,5})\b(?![,.]\d)", _keys),
    KEYS,
    rule(r"(?i:\b(?:text|sms|send)\b)[^.;!?]{0,40}?(?i:\bto\b)\s+[\"“‘']?(?P<x>[4-9]\d{4})(?![\d,.:]?\d)", _keys),
    rule(
        r"(?i:\b(?:reference|ref|incident|log|crime|quoting|quote|case|CAD|URN|A/C|account|policy|charity|company|registered)"
        r"(?:\s+(?:number|no\.?|code|reference))*:?\s+)"
        r"(?P<x>(?:[A-Z]{1,4}[/*-]?)?\d[A-Z\d]*(?:[/*-][A-Z\d]+)*)(?![\w.,]\d)", _reference,
    ),
    rule(r"\b[A-Z]{1,4}[/-]\d{2,}(?:[/-][A-Z\d]+)*\b(?![.,]\d)|\b[A-Z]{2,4}\d{5,}\b", lambda match: _code(match[0])),
    rule(
        r"\b(?P<area>[A-Z]{1,2})(?P<district>\d{1,2}[A-Z]?)\s(?P<unit>\d[ABD-HJLNP-UW-Z]{2})\b", _postcode,
    ),
    rule(r"\b(?P<area>SW|SE|NW|EC|WC)(?P<district>\d{1,2}[A-Z]?)(?P<unit>)\b", _postcode),
    rule(
        r"\b(?P<a>[A-Z]{2}\d{2})\s?(?P<b>[A-Z]{3})\b",
        lambda match: f"{characters(match['a'])}, {characters(match['b'])}",
    ),
    rule(r"\b(?P<r>[ABM])(?P<n>[1-9]\d{0,3})(?P<motorway>\(M\))?(?![\w]|\.\d)", _road),
)  # fmt: skip
