"""The spoken form in every language: what is not said at all, and numbers to call, digit by digit."""

from __future__ import annotations

from collections.abc import Iterable

from plainspoken.spoken.rules import PHONE, SHORT, Match, Rule, grouped, rule

# Marks of direction, joins and line breaks (but not the joiners that shape Persian and Indic words), then pictures and
# ornaments, which voices would read out by name.
SILENT = (
    rule("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+", ""),
    rule("[•●▪■◆★☆←-⇿⌀-➿⬀-⯿\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]+", " "),
)


def rules(region: str, *, calls: bool, keys: Iterable[str] = ()) -> tuple[Rule, ...]:
    """Return the rules of numbers to call; those without a country code belong to a country (ISO 3166).

    Without `calls`, a short number such as 101 is a count of something; `keys` are numbers to key in.
    """
    keyed = [rf"(?<![\w.,:/£€$%-])(?P<x>{key})(?![\w%]|[.,:/-]\d)" for key in keys]
    numbers = (PHONE, *([SHORT] if calls else []), *keyed)
    return tuple(rule(pattern, lambda match: _digits(match, region)) for pattern in numbers)


def _digits(match: Match, region: str) -> str:
    plus = "+ " if match["x"].startswith("+") else ""
    return plus + ", ".join(" ".join(group) for group in grouped(match["x"], region))
