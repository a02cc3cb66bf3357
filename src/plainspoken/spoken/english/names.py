"""Titles, streets, abbreviations, acronyms and Roman numerals in English."""

from __future__ import annotations

import re

from plainspoken.spoken.english.numbers import amount, cardinal, characters, letters, ordinal, roman
from plainspoken.spoken.english.words import (
    ABBREVIATIONS,
    AMBIGUOUS,
    COMMON,
    KINGS,
    MIXED,
    SPELLED,
    STREETS,
    UNITS,
    WORDLIKE,
)
from plainspoken.spoken.rules import Match, any_of, rule

_NUMERAL = r"(?=[IVX])(?:X{0,3})(?:IX|IV|V?I{0,3})"


def _abbreviation(match: Match) -> str:
    return ABBREVIATIONS[match["a"]]


def _street(match: Match) -> str:
    return STREETS[match["x"].rstrip(".")]


def _reign(match: Match) -> str:
    return f"the {ordinal(roman(match['x']))}"


def _numeral(match: Match) -> str:
    return cardinal(roman(match["x"]))


def _shouted(text: str) -> bool:
    """Tell whether a line is written in capitals, so that its capitals say nothing."""
    words = [word for word in re.findall(r"[A-Za-z]{2,}", text) if not _certain(word)]
    return len(words) > 3 and sum(map(str.isupper, words)) > 0.6 * len(words)


def _certain(word: str) -> bool:
    """Tell whether capitals are initials wherever they stand: they don't show that a line is in capitals."""
    return word.isupper() and word not in AMBIGUOUS and (word in SPELLED or not set(word) & set("AEIOUY"))


def _acronym(match: Match) -> str | None:
    """Spell an acronym that is said letter by letter; in a line of capitals only those that can be no word."""
    word, plural = match["w"], match["s"]
    shouted = _shouted(match.string)
    if word in WORDLIKE or (shouted and word in AMBIGUOUS) or not _spelled(word, shouted=shouted):
        return None
    return letters(word) + ("'s" if plural else "")


def _spelled(word: str, *, shouted: bool) -> bool:
    if word in SPELLED:
        return True
    has_vowel = bool(set(word) & set("AEIOUY"))
    if shouted:
        return False
    return not has_vowel or (len(word) <= 3 and word not in COMMON)


def _initials(match: Match) -> str:
    return letters(match["w"].upper()) + ("'s" if match["s"] else "")


def _mixed(match: Match) -> str | None:
    """Say a token of letters and digits: `W3C`, `MI5`, `COP26`, `5G`."""
    token = match["w"]
    parts = re.findall(r"[A-Z]+|[a-z]+|\d+(?:\.\d+)?", token)
    if token.isdigit() or len(token) > 7:
        return None
    return " ".join(_token(part) for part in parts) + ("'s" if match["s"] else "")


def _token(part: str) -> str:
    if part[0].isdigit():
        return amount(part) if len(part) <= 2 or "." in part else characters(part)
    return part if part in WORDLIKE or len(part) > 4 else letters(part.upper())


def _lettered(match: Match) -> str:
    """Say the parts of a section of a law: `2(1)(a)`."""
    return "".join(f", {cardinal(int(one)) if one.isdigit() else letters(one.upper())}"
                   for one in re.findall(r"\d+|[a-z]+", match["x"]))  # fmt: skip


RULES = (
    rule(r"\b(?P<x>[TA]/)(?=(?:Det|Ch|Chief|Supt|Insp|Sgt|D[CSI]|DCI|P[CS]|ACC|DCC|CC)\b)",
         lambda match: "Temporary " if match["x"] == "T/" else "Acting "),
    rule(r"\b(?i:sections?|regulation|rule|article|paragraph|para|clause|schedule|s)[\s.]?\d{1,3}[A-Z]?"
         r"(?P<x>(?:\((?:\d{1,2}|[a-z]{1,2})\))+)", _lettered),
    rule(r"(?<![\w'’])s\.?(?=\d)", "section "),
    rule(r"(?<!\w)pp\.?\s?(?=\d)", "pages "),
    rule(r"(?<!\w)p\.\s?(?=\d)", "page "),
    rule(r"\bWW(?:II|2)\b", "World War two"),
    rule(r"\bWW(?:I|1)\b", "World War one"),
    rule(r"\b(?:N/A|n/a)\b", "not applicable"),
    rule(r"\bT&Cs\b", "terms and conditions"),
    rule(r"(?<![\d.,:£$€])\d{1,4}(?P<x>a)\b(?!\.?m)", " ay"),
    # A slash between words is no word of its own
    rule(r"(?i)\b(?:s?he|him|his|hers?|they|them|theirs?)(?P<x>/)(?:s?he|him|his|hers?|they|them|theirs?)\b", " or "),
    rule(r"(?<=[A-Za-z]{2})(?P<x>/)(?=[A-Za-z]{2})(?!or\b)", ", "),
    rule(r"\b[ABM]\d{1,4}(?P<x>/)(?=[ABM]\d)", ", "),
    # St: a street after a house number and name, or where nothing that could be a saint follows
    rule(r"(?<=[a-z]\s)(?P<x>St)(?:\.(?!$))?(?=[,;:.)–]|$|\s+(?:[a-z(–—]|[A-Z]{1,2}\d))", "Street"),
    rule(r"\b\d+[A-Za-z]?,?\s(?:[A-Z][\w'’]+\s){1,2}(?P<x>St)\b(?:\.(?!$))?(?!\s[A-Z][a-z]+(?:['’]s|\s(?:Church|School)))",
         "Street"),
    rule(r"\b(?:High|Main|Market|Church|Station|Oxford|Baker|Regent|Downing|Bridge|Castle)\s(?P<x>St)\b(?:\.(?!$))?",
         "Street"),
    rule(r"\bSt\.?(?=\s[A-Z])", "Saint"),
    rule(r"\bSS(?=\s[A-Z][a-z]+\s(?:and|&)\s)", "Saints"),
    rule(rf"(?<=[a-z]\s)(?P<x>(?:{any_of(STREETS)})\b)(?:\.(?!$))?(?!\s[A-Z][a-z]+\s(?:said|added|told))"
         r"(?=[,;:.)]|$|\s(?:[a-z(]|[A-Z]{1,2}\d))", _street),
    rule(rf"(?<![\w.])(?P<a>{any_of(ABBREVIATIONS)})(?![\w])(?:\.(?!$))?", _abbreviation),
    rule(rf"\b(?:{any_of(KINGS)})\s(?P<x>{_NUMERAL})\b", _reign),
    rule(rf"\b(?i:(?:world\s+)?war|part|phase|type|grade|chapter|stage|section|schedule|tier|class|category|volume|act|"
         rf"annex|appendix|article|title|super\s?bowl|level)\s(?P<x>{_NUMERAL})\b", _numeral),
    rule(r"(?i:\bgrade\s(?:[IV]+|\d))(?P<x>\*)", " star"),
    rule(r"\bA&E\b", "ay and E"),
    rule(r"\bR&D\b", "R and D"),
    rule(r"\bQ&A\b", "Q and ay"),
    rule(r"(?<=\w)\s?&\s?(?=\w)", " and "),
    rule(r"(?<=LGBT)Q?IA\+|(?<=LGBTQ)\+|(?<=LGBT)\+", " plus"),
    rule(r"\band/or\b", "and or"),
    rule(r"\bw/e\b", "weekend"),
    rule(rf"\b(?P<w>{any_of(MIXED)})(?P<s>s)?\b", _initials),
    rule(rf"(?<![\w.,£$€/-])(?!\d+(?:{any_of(UNITS)})\b)"
         r"(?P<w>(?=[A-Za-z.\d]*\d)(?:[A-Z]+\d+(?:\.\d+)?[A-Z\d]*|\d+[A-Z]+\d*))(?P<s>s)?\b(?![/-]\d)", _mixed),
    rule(r"\b(?P<w>[A-Z]{2,7})(?P<s>s)?\b", _acronym),
)  # fmt: skip
