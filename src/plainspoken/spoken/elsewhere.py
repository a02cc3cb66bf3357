"""The spoken form of languages other than English: what CLDR and num2words know of them, and no guess beyond."""

from __future__ import annotations

import re
from datetime import date

from plainspoken.facts.numerals import scales
from plainspoken.spoken.counting import COINS, UNITS, Language, known
from plainspoken.spoken.rules import Match, Rule, any_of, rule

_AMOUNT = r"\d+(?:[.,\u00a0\u202f\u2009]\d+)*"
_ALONE = r"(?<![\w.,:/£$€%-])"


def table(tag: str) -> tuple[Rule, ...]:
    """Return the rules of a language's dates, times, sums, measures, ranges and numbers."""
    language = known(tag)
    return (*_addresses(language), *_times(language), *_amounts(language), *_ranges(language), *_numbers(language))


def _addresses(language: Language) -> tuple[Rule, ...]:
    if not language.marks:
        return ()

    def said(match: Match) -> str:
        bare = re.sub(r"^\w+://", "", match[0]).rstrip("/").partition("?")[0]
        words = dict(zip("@./-_", language.marks, strict=True))
        parts = re.findall(r"[^\W_]+|[@./_-]", bare)
        return " ".join("w w w" if part.lower() == "www" else words.get(part, part) for part in parts)

    return (
        rule(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", said),
        rule(r"(?i:\b(?:https?://|www\.))[^\s<>“”\"]*[\w/]", said),
        rule(r"(?i)(?<![\w@])[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?:uk|com|org|net|eu|info|police|example)\b(?:/[\w/.-]*[\w/])?",
             said),
    )  # fmt: skip


def _times(language: Language) -> tuple[Rule, ...]:
    def day(match: Match) -> str | None:
        try:
            when = date(int(match["y"]), int(match["m"]), int(match["d"]))
        except ValueError:
            return None
        said = language.day(when)
        return _counted(said, language) if said and language.years else said

    def clock(match: Match) -> str | None:
        half = match["half"]
        said = language.hour(match["h"], match["m"] or "00")
        return f"{said} {half.lower()} m" if said and half else said

    joint = r"(?::|\s?[hH]\s?)" if language.clock.startswith("h") else ":"
    after = rf"(?:\s?(?:{language.clock}))?" if language.clock else ""
    rules = [
        rule(rf"{_ALONE}(?P<h>1?\d)(?:[.:](?P<m>[0-5]\d))?\s?(?P<half>[AaPp])\.?\s?[Mm]\b\.?", clock),
        rule(rf"{_ALONE}(?P<h>[01]?\d|2[0-3]){joint}(?P<m>[0-5]\d)(?P<half>)(?![\d:]|[.,]\d){after}", clock),
        rule(rf"(?<=:[0-5]\d[–-])(?P<h>[01]?\d|2[0-3]):(?P<m>[0-5]\d)(?P<half>)(?![\d:]|[.,]\d){after}", clock),
    ]
    if language.day_first:
        written = (
            rf"{_ALONE}(?P<d>\d{{1,2}})(?P<mark>[/.])(?P<m>\d{{1,2}})(?P=mark)(?P<y>(?:19|20)\d\d)(?![\w/]|[.,]\d)"
        )
        rules.insert(0, rule(written, day))
    return tuple(rules)


def _amounts(language: Language) -> tuple[Rule, ...]:
    def money(match: Match) -> str | None:
        coin = COINS[match["before"] or match["after"]]
        written = match["n"] or match["n2"]
        # Pence after a dot, as English writes them, can be nothing else in any language.
        english = re.fullmatch(r"(\d{1,3})\.(\d\d)", written)
        return language.sum(written, coin) or (language.sum(f"{english[1]},{english[2]}", coin) if english else None)

    def measure(match: Match) -> str | None:
        return language.measure(match["n"], UNITS[match["unit"]])

    def percent(match: Match) -> str | None:
        return language.measure(match["n"], UNITS["%"])

    # "£1.5 million" in the language's own words is left to the voice: its grammar joins coin and million.
    alone = rf"(?![\w,.]*\d)(?!\s?(?:m|bn|k)\b)(?!\s?(?i:{any_of(scales())}))"
    return (
        rule(rf"(?P<before>[£$€])\s?(?P<n>{_AMOUNT}){alone}|{_ALONE}(?P<n2>{_AMOUNT})\s?(?P<after>[£$€])", money),
        rule(rf"{_ALONE}(?P<n>{_AMOUNT})\s?(?P<unit>{any_of(UNITS)})(?![\w²/])", measure),
        rule(rf"(?<![\w%])%\s?(?P<n>{_AMOUNT})(?!\w)", percent),
    )  # fmt: skip


def _ranges(language: Language) -> tuple[Rule, ...]:
    if not language.range:
        return ()
    return (
        rule(
            r"(?<![./-]\d)(?<![./-]\d\d)(?<![./-]\d{3})(?<![./-]\d{4})(?<=\d)\s?[–-]\s?(?=\d{1,4}\b(?![./-]\d))",
            f" {language.range} ",
        ),
    )


def _numbers(language: Language) -> tuple[Rule, ...]:
    if not language.counts:
        return ()

    months = any_of(language.months)

    def count(match: Match) -> str | None:
        # What is declined before a month, or said in pairs as a year, is the voice's.
        dated = not language.years and re.match(rf"\s(?:de\s)?(?:{months})\b", match.string[match.end() :])
        return None if dated or language.is_year(match["n"]) else language.count(match["n"])

    first = rule(rf"(?<![\w.,:/-])1º?(?=\s(?:de\s)?(?:{months})\b)", language.first) if language.first else None
    return (
        *filter(None, [first]),
        rule(rf"(?<![\w.,:/£$€%])(?P<n>{_AMOUNT}(?:\s\d{{3}})*)(?![\w£$€%٪°²/:]|[.,:]\d|-[^\W\d])", count),
    )


def _counted(text: str, language: Language) -> str:
    """Return a text with its numbers in words, as far as they are known."""

    def said(match: Match) -> str:
        return (None if language.is_year(match[0]) else language.count(match[0])) or match[0]

    return re.sub(r"\d+", said, text)
