"""The spoken form in every language: what is not said at all, and phone numbers."""

from __future__ import annotations

from plainspoken.spoken.rules import PHONE, SHORT, Match, grouped, rule

# Marks of direction, joins and line breaks (but not the joiners that shape Persian and Indic words), then pictures and
# ornaments, which voices would read out by name.
SILENT = (
    rule("[\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]+", ""),
    rule("[•●▪■◆★☆←-⇿⌀-➿⬀-⯿\ufe0f\u20e3\U0001f000-\U0001faff\U000e0020-\U000e007f]+", " "),
)


def _digits(match: Match) -> str:
    plus = "+ " if match["x"].startswith("+") else ""
    return plus + ", ".join(" ".join(group) for group in grouped(match["x"]))


RULES = (rule(PHONE, _digits), rule(SHORT, _digits))
