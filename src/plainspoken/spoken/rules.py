"""Rules of the spoken form: a pattern, and the words that say what it finds."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace

Match = re.Match[str]


@dataclass(frozen=True, slots=True)
class Rule:
    """What is found is said as `say` returns; None where the rule does not apply after all.

    Where the pattern has a group `x`, that group alone is replaced. `figures` tells that it finds nothing in a text
    without a figure, as most sentences are.
    """

    pattern: re.Pattern[str]
    say: Callable[[Match], str | None]
    figures: bool = False


def rule(pattern: str, say: Callable[[Match], str | None] | str, flags: int = 0) -> Rule:
    """Make a rule; `say` may be the words themselves."""
    if isinstance(say, str):
        words = say
        return Rule(re.compile(pattern, flags), lambda _: words)
    return Rule(re.compile(pattern, flags), say)


def of_figures(rules: Iterable[Rule], but: Iterable[Rule] = ()) -> tuple[Rule, ...]:
    """Return the rules as those that find nothing in a text without a figure; those of `but` stay as they are."""
    others = tuple(but)
    return tuple(each if each in others else replace(each, figures=True) for each in rules)


def any_of(words: Iterable[str]) -> str:
    """Return a pattern of any of the words, the longest first."""
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


def find(text: str, rules: Iterable[Rule], known: Iterable[tuple[int, int, str]] = ()) -> list[tuple[int, int, str]]:
    """Return what is to be said otherwise, as (start, end, words), in order; an earlier rule has what it finds.

    What is known already comes before all rules.
    """
    taken, found = bytearray(len(text)), list(known)
    for start, end, _ in found:
        taken[start:end] = b"\1" * (end - start)
    has_figures = any(map(str.isnumeric, text))
    for each in rules:
        if each.figures and not has_figures:
            continue
        for match in each.pattern.finditer(text):
            start, end = match.span("x" if "x" in each.pattern.groupindex else 0)
            if start == end or any(taken[start:end]) or (words := each.say(match)) is None:
                continue
            taken[start:end] = b"\1" * (end - start)
            found.append((start, end, words))
    return sorted(found)


def shadow(text: str) -> str:
    """Return the text with the digits of all scripts as 0 to 9, character by character, for the rules to look at."""
    if text.isascii():
        return text
    return "".join(
        character if character.isascii() else str(unicodedata.decimal(character, character)) for character in text
    )


def grouped(number: str, region: str = "") -> list[str]:
    """Return the digit groups of a phone number as people say them: those written; one run is cut as its country does.

    Args:
        number: the number as it is written.
        region: the country that a number without a country code belongs to (ISO 3166); empty where it is not known.

    >>> grouped("+44 (0)20 7946 0000"), grouped("02079460000", "GB"), grouped("07700900123")
    (['44', '20', '7946', '0000'], ['020', '7946', '0000'], ['07700', '900', '123'])
    """
    if number.startswith("+"):
        number = number.replace("(0)", " ")
    groups = re.findall(r"\d+", number)
    if len(groups) == 1 and len(groups[0]) > 7:
        groups = re.findall(r"\d+", _formatted(number, region)) or groups
    return [part for group in groups for part in _parts(group)]


def _formatted(number: str, region: str) -> str:
    """Return a number in the groups of its country's numbering plan; empty where it fits no plan."""
    if not region and not number.startswith("+"):
        return ""
    import phonenumbers

    try:
        parsed = phonenumbers.parse(number, region or None)
    except phonenumbers.NumberParseException:
        return ""
    if not phonenumbers.is_possible_number(parsed):
        return ""
    form = phonenumbers.PhoneNumberFormat
    shown = phonenumbers.format_number(parsed, form.INTERNATIONAL if number.startswith("+") else form.NATIONAL)
    # A plan of its country may know the number without the nought that it is written with.
    return shown if re.sub(r"\D", "", shown) == re.sub(r"\D", "", number) else ""


def _parts(group: str) -> list[str]:
    if len(group) <= 5:
        return [group]
    if len(group) <= 8:
        return [group[: len(group) // 2], group[len(group) // 2 :]]
    head = len(group) - 6 if len(group) <= 11 else len(group) % 3
    return [piece for piece in (group[:head], *(group[at : at + 3] for at in range(head, len(group), 3))) if piece]


# The next digit of a number: after a space, dot or hyphen, the bracket of an area code, or a nought in brackets.
_DIGIT = r"(?:[\s.\u00a0\u2011-]{0,2}|\)[\s-]?|\s?\(0\)\s?)\d"
# A phone number starts with a plus or a nought, or is written as 555-010-1234; dates are not numbers to call.
PHONE = (
    r"(?<![0-9A-Za-z.,/£€$-])(?!\d{1,2}[./-]\d{1,2}[./-]\d{2,4}(?!\d))"
    rf"(?P<x>(?:\+(?:{_DIGIT}){{7,14}}|\(?0(?:{_DIGIT}){{7,10}})|(?:1[\s-])?\(?[2-9]\d{{2}}\)?[\s.-]\d{{3}}[\s.-]\d{{4}})"
    r"(?![0-9A-Za-z]|[.,/-]\d)"
)
# The short numbers of emergency and help lines in Britain and Europe.
SHORT = (
    r"(?<![0-9A-Za-z.,:/£€$%#-])(?P<x>999|112|101|111|105|119|116[\s\u00a0]?\d{3})(?![0-9A-Za-z]|[.,:/-]\d|\s?[%€£$])"
)
