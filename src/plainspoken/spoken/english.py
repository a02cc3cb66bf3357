"""The spoken form of English, as British newsrooms write it."""

from __future__ import annotations

import re
from collections.abc import Iterable

from plainspoken.spoken.rules import PHONE, SHORT, Match, Rule, grouped, rule
from plainspoken.spoken.words_en import (
    ABBREVIATIONS,
    AMBIGUOUS,
    MONTHS,
    SPELLED,
    UNITS,
    WORDLIKE,
    below_hundred,
    letters,
    one_by_one,
    year,
)

_DOMAINS = "com|org|net|uk|gov|police|nhs|edu|eu|info|ie|scot|wales|cymru|example"
_CALL = (
    r"call(?:s|ed|ing)?|dial(?:s|led|ling)?|ring(?:ing)?|phon(?:e|ed|ing)|telephone|contact|text|on|to|via|through|by|or|"
    r"NHS"
)
_SCALES = {"k": "thousand", "m": "million", "mn": "million", "bn": "billion", "b": "billion", "tn": "trillion"}
_SHARP = ("o'clock", "hundred")  # ten o'clock, sixteen hundred
_COINS = {"£": ("pound", "pence"), "$": ("dollar", "cents"), "€": ("euro", "cents")}


def _any_of(words: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def _email(match: Match) -> str:
    return _address(match[0]).replace("@", " at ")


def _url(match: Match) -> str:
    bare = re.sub(r"^\w+://", "", match[0]).rstrip("/").partition("?")[0].partition("#")[0]
    host, _, path = bare.partition("/")
    # A long path says nothing to the ear; the page has the link.
    return _address(bare if len(path) <= 60 else host)


def _address(text: str) -> str:
    said = re.sub(r"^www\b", "w w w", text)
    for mark, word in ((".", "dot"), ("/", "slash"), ("-", "dash"), ("_", "underscore"), ("+", "plus")):
        said = said.replace(mark, f" {word} ")
    said = re.sub(r"\buk\b", "U K", said)
    return " ".join(re.sub(r"\bnhs\b", "N H S", said).split())


def _phone(match: Match) -> str:
    plus = "plus " if match["x"].startswith("+") else ""
    return plus + ", ".join(one_by_one(group) for group in grouped(match["x"]))


def _short(match: Match) -> str | None:
    """Say a short number digit by digit where it is a number to call, not a count of something."""
    before, after = match.string[: match.start("x")], match.string[match.end("x") :]
    sure = match["x"] == "999" or match["x"].startswith("116")
    called = re.search(rf"\b(?:{_CALL})\s+$", before, re.IGNORECASE)
    named = re.match(r"\s+(?:calls?|callers?|operators?|emergency|helpline|number|line|service|team)\b", after)
    counted = re.match(r"\s+(?!always\b|unless\b|is\b|as\b|this\b|yes\b)[a-z]*(?:s|people|men|women|children)\b", after)
    if named or ((sure or called) and not counted):
        return ", ".join(one_by_one(group) for group in grouped(match["x"]))
    return None


def _reference(match: Match) -> str | None:
    token = match["x"]
    if sum(character.isdigit() for character in token) < 3:
        return None
    runs = re.findall(r"[A-Za-z]+|\d+|[/*-]", token)
    marks = {"/": "slash", "*": "star", "-": "dash"}
    return ", ".join(marks.get(run) or (one_by_one(run) if run.isdigit() else letters(run.upper())) for run in runs)


def _clock(match: Match) -> str | None:
    hour, minutes = int(match["h"]), match["m"] or "00"
    if not 1 <= hour <= 12 or int(minutes) > 59:
        return None
    return " ".join((_hour(hour, minutes), "ay m" if match["half"] in "aA" else "p m")).replace("  ", " ")


def _hour(hour: int, minutes: str) -> str:
    if minutes == "00":
        return below_hundred(hour)
    return f"{below_hundred(hour)} {'oh ' if minutes[0] == '0' else ''}{below_hundred(int(minutes))}"


def _clock24(match: Match) -> str:
    hour, minutes = int(match["h"]), match["m"]
    if minutes == "00":
        return "midnight" if hour == 0 else f"{below_hundred(hour)} {_SHARP[hour > 12]}"
    return _hour(hour, minutes)


def _money(match: Match) -> str:
    amount, scale = match["n"], (match["scale"] or "").lower()
    coin, small = _COINS[match["coin"]]
    # "a £500 fine" is a 500 pound fine.
    adjective = bool(re.search(r"\ban?\s+$", match.string[: match.start()], re.IGNORECASE))
    if scale:
        return f"{amount} {_SCALES.get(scale, scale)} {coin if adjective else coin + 's'}"
    whole, _, part = amount.partition(".")
    if len(part) == 2 and part != "00":
        return f"{int(part)} {small}" if whole == "0" else f"{whole} {coin}{'' if whole == '1' else 's'} {int(part)}"
    return f"{amount if len(part) == 1 else whole} {coin if adjective or whole == '1' else coin + 's'}"


def _date(match: Match) -> str | None:
    day, month = int(match["d"]), int(match["mo"])
    if not (1 <= day <= 31 and 1 <= month <= 12):
        return None
    return f"{day} {MONTHS[month - 1]} {year(int(match['y'])) if len(match['y']) == 4 else '20' + match['y']}"


def _decade(match: Match) -> str:
    tens = below_hundred(int(match["t"]) * 10)
    return f"{below_hundred(int(match['c']))} {tens[:-1]}ies" if tens.endswith("y") else f"{match[0]}"


def _tag(match: Match) -> str:
    lead = "hashtag" if match[0][0] == "#" else "at"
    return f"{lead} {re.sub(r'(?<=[a-z0-9])(?=[A-Z])', ' ', match['name']).replace('_', ' ')}"


def _abbreviation(match: Match) -> str:
    return ABBREVIATIONS[match["a"]]


def _unit(match: Match) -> str:
    one = re.search(r"(?<![\d.,])1\s?$", match.string[: match.start("x")])
    return " " + UNITS[match["x"].strip()][0 if one else 1]


def _acronym(match: Match) -> str | None:
    """Spell an acronym that is said letter by letter; in a line of capitals only those that can be no word."""
    word, plural = match["w"], match["s"]
    shouted = sum(map(str.islower, match.string)) < sum(map(str.isupper, match.string)) and len(match.string) > 12
    if word in WORDLIKE or (shouted and word in AMBIGUOUS):
        return None
    if word not in SPELLED and (shouted or set(word) & set("AEIOUY")):
        return None
    return letters(word) + ("'s" if plural else "")


RULES: tuple[Rule, ...] = (
    rule(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", _email),
    rule(r"\b(?:https?://|www\.)[^\s<>“”\"]*[\w/]", _url),
    rule(rf"\b[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:{_DOMAINS})\b(?:/[^\s<>“”\"]*[\w/])?", _url),
    rule(r"(?<!\w)[#@](?P<name>[A-Za-z]\w+)", _tag),
    rule(PHONE, _phone),
    rule(SHORT, _short),
    rule(
        r"(?i:\b(?:reference|ref|incident|log|crime|quoting|quote|case|CAD|URN)(?:\s+(?:number|no\.?|code|reference))*:?\s+)"
        r"(?P<x>(?:[A-Z]{1,4}[/*-]?)?\d[A-Z\d]*(?:[/*-][A-Z\d]+)*)(?![\w.,]\d)", _reference,
    ),
    rule(r"\b(?P<h>\d{1,2})(?:[.:](?P<m>[0-5]\d))?\s?(?P<half>[AaPp])\.?\s?[Mm]\b(?:\.(?!$))?", _clock),
    rule(r"(?<![\d.:,£$€])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?![\d:])", _clock24),
    rule(r"(?<![\d/.,-])(?P<d>\d{1,2})[/.](?P<mo>\d{1,2})[/.](?P<y>(?:19|20)?\d{2})(?![\d/]|\.\d)", _date),
    rule(r"(?<![\d/])24/7(?![\d/])", "twenty-four seven"),
    rule(
        r"(?P<coin>[£$€])\s?(?P<n>(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)"
        r"(?:\s?(?P<scale>(?:k|mn?|bn?|tn)\b|[mb]illion|trillion|thousand))?", _money,
    ),
    rule(r"(?<![\d.,])(?P<n>\d{1,2})p\b", lambda match: "1 penny" if match["n"] == "1" else f"{match['n']} pence"),
    rule(r"(?<=\d)\s?(?P<x>%)", " percent"),
    rule(r"(?<![\d,.£$€/-])(?P<c>1[89]|20)(?P<t>[2-9])0s\b", _decade),
    rule(
        rf"\b(?i:in|since|until|till|from|between|during|before|after|of|year|early|late|mid|spring|summer|autumn|winter|"
        rf"{'|'.join(MONTHS)}),?[\s-](?P<x>1[1-9]\d\d|20[1-9]\d)(?![\d%]|[,.]\d|"
        r"\s(?!(?:was|is|has|as|this|his|its|plus|unless|across|towards)\b)[a-z]+s\b)",
        lambda match: year(int(match["x"])),
    ),
    rule(r"(?<=[\d%pma])\s?–\s?(?=[£$€]?\d)|(?<=\d)-(?=[£$€]?\d)|(?<=[ap]m)-(?=\d)", " to "),
    rule(rf"(?<=\d)(?P<x>\s?(?:{_any_of(UNITS)}))(?![\w/])", _unit),
    rule(r"(?<=\d)in\b", " inches"),
    rule(r"\bNos?\.?\s?(?=\d)", "number "),
    rule(r"(?<=[a-z]\s)St(?:\.(?!$))?(?=[,;:.)]|$|\s+[a-z(])", "Street"),
    rule(r"\bSt\.?(?=\s[A-Z])", "Saint"),
    rule(rf"(?<![\w.])(?P<a>{_any_of(ABBREVIATIONS)})(?!\w)(?:\.(?!$))?", _abbreviation),
    rule(r"\bA&E\b", "ay and E"),
    rule(r"(?<=\w)\s?&\s?(?=\w)", " and "),
    rule(r"\band/or\b", "and or"),
    rule(r"\b(?P<w>[A-Z]{2,7})(?P<s>s)?\b", _acronym),
)  # fmt: skip
