"""Where a text that is too long for an engine may be cut: between clauses, else between words."""

from __future__ import annotations

import re
from itertools import pairwise

Span = tuple[int, int]

# A sentence's end, a semicolon or a colon, then a space; in Chinese and Japanese the mark alone.
_CLAUSE = re.compile(r"(?<=[.!?;:؛؟।۔])\s+|(?<=[。！？；：])\s*")
# Weaker borders, the stronger first: a dash or a comma, then any space.
_WEAKER = (re.compile(r"\s+(?=[–—-]\s)|(?<=[,،])\s+|(?<=[，、])\s*"), re.compile(r"\s+"))


def parts(text: str, span: Span, *, anywhere: bool = False) -> list[Span]:
    """Cut the part of `text` that `span` names into its clauses; where it is but one, into two near its middle.

    Args:
        text: the whole text.
        span: the part to cut, without its end.
        anywhere: whether a part without any border may be cut between two characters, as in scripts without spaces.

    Returns:
        Two or more parts, without the space between them; none where there is nowhere to cut.

    >>> parts("Open: 9 am; closed: noon", (0, 24))
    [(0, 5), (6, 11), (12, 19), (20, 24)]
    >>> parts("The library opens on Monday", (0, 27))
    [(0, 11), (12, 27)]
    """
    clauses = _between(span, _gaps(_CLAUSE, text, span))
    if len(clauses) > 1:
        return clauses
    start, end = span
    quarter = (end - start) // 4
    for reach in (quarter, 0):
        for border in _WEAKER:
            gaps = [gap for gap in _gaps(border, text, span) if start + reach <= gap[0] and gap[1] <= end - reach]
            if gaps:
                return _between(span, [min(gaps, key=lambda gap: abs(gap[0] + gap[1] - start - end))])
    middle = (start + end) // 2
    return [(start, middle), (middle, end)] if anywhere and end - start > 1 else []


def _gaps(border: re.Pattern[str], text: str, span: Span) -> list[Span]:
    start, end = span
    return [gap.span() for gap in border.finditer(text, start, end) if start < gap.start() and gap.end() < end]


def _between(span: Span, gaps: list[Span]) -> list[Span]:
    edges = [(span[0], span[0]), *gaps, (span[1], span[1])]
    return [(before[1], after[0]) for before, after in pairwise(edges)]
