"""Which words of a translation answer to which of its source, read from what the model attended to."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from plainspoken.engines.protocols import Link

Span = tuple[int, int]


def links(
    source: str,
    source_spans: Sequence[Span],
    target: str,
    target_spans: Sequence[Span],
    attention: Sequence[Sequence[float]],
    *,
    spaced: tuple[bool, bool] = (True, True),
) -> tuple[Link, ...] | None:
    """Return the words that answer to each other, in source order; None where the attention is no alignment.

    Each target word is linked to the source word that its pieces attended to most. Words that stand unchanged in both
    texts (names, numbers, addresses) are the proof: where most of them are not linked to themselves, the model's head
    was not trained to align, and nothing it says is believed.

    Args:
        source: the source text.
        source_spans: where each source piece stands.
        target: the translation.
        target_spans: where each target piece stands.
        attention: for each target piece, its weight on each source piece.
        spaced: whether the source's and the target's scripts put spaces between words; if not, a piece is a word.
    """
    ones = words(source) if spaced[0] else list(dict.fromkeys(source_spans))
    others = words(target) if spaced[1] else list(dict.fromkeys(target_spans))
    if not ones or not others:
        return ()
    chosen = _chosen(source, ones, source_spans, target, others, target_spans, attention)
    kept = _unchanged(source, ones, target, others)
    if sum(chosen[other] == one for other, one in kept.items()) * 2 < len(kept):
        return None
    chosen.update(kept)
    return _merged([(ones[one], others[other]) for other, one in sorted(chosen.items())])


def words(text: str) -> list[Span]:
    """Return the places of a text's words; the punctuation before and after a word is one of its own."""
    found = []
    for match in re.finditer(r"\S+", text):
        start, end = match.span()
        first, last = start, end
        while first < last and _is_mark(text[first]):
            first += 1
        while last > first and _is_mark(text[last - 1]):
            last -= 1
        found += [span for span in ((start, first), (first, last), (last, end)) if span[0] < span[1]]
    return found


def compose(first: Sequence[Link], second: Sequence[Link]) -> tuple[Link, ...]:
    """Return the links from the source of `first` to the target of `second`, which share the text between them."""
    found = {
        Link(one.source_start, one.source_end, other.target_start, other.target_end)
        for other in second
        for one in first
        if one.target_start < other.source_end and other.source_start < one.target_end
    }
    return tuple(sorted(found, key=_place))


def _chosen(
    source: str,
    ones: Sequence[Span],
    source_spans: Sequence[Span],
    target: str,
    others: Sequence[Span],
    target_spans: Sequence[Span],
    attention: Sequence[Sequence[float]],
) -> dict[int, int]:
    """Return, for each target word, the source word that it attended to most; marks answer to marks alone."""
    columns = [[k for k, span in enumerate(source_spans) if _overlap(span, one)] for one in ones]
    is_mark = [_is_mark(source[start]) for start, _ in ones]
    chosen = {}
    for number, other in enumerate(others):
        rows = [row for row, span in zip(attention, target_spans, strict=False) if _overlap(span, other)]
        alike = [k for k, mark in enumerate(is_mark) if mark == _is_mark(target[other[0]])]
        if rows and alike:
            chosen[number] = max(alike, key=lambda one: sum(row[k] for row in rows for k in columns[one]))
    return chosen


def _unchanged(source: str, ones: Sequence[Span], target: str, others: Sequence[Span]) -> dict[int, int]:
    """Return target words that stand in the source too: names and numbers, once in each."""
    there, here = [source[a:b] for a, b in ones], [target[a:b] for a, b in others]
    return {
        number: there.index(word)
        for number, word in enumerate(here)
        if (word[:1].isupper() or any(map(str.isdigit, word))) and here.count(word) == there.count(word) == 1
    }


def _merged(pairs: Sequence[tuple[Span, Span]]) -> tuple[Link, ...]:
    """Join neighbouring target words that answer to the same source word."""
    merged: list[tuple[Span, Span]] = []
    for one, other in pairs:
        if merged and merged[-1][0] == one:
            other = merged.pop()[1][0], other[1]
        merged.append((one, other))
    return tuple(sorted((Link(*one, *other) for one, other in merged), key=_place))


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _place(link: Link) -> tuple[int, int, int, int]:
    return link.source_start, link.source_end, link.target_start, link.target_end
