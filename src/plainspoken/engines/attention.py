"""Which words of a translation answer to which of its source, read from what the model attended to."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cache

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
    ones = words(source) if spaced[0] else _pieces(source_spans)
    others = words(target) if spaced[1] else _pieces(target_spans)
    if not ones or not others:
        return ()
    chosen = _chosen(source, ones, source_spans, target, others, target_spans, attention)
    kept = _unchanged(source, ones, target, others)
    if sum(chosen.get(other) == one for other, one in kept.items()) * 2 < len(kept):
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
    columns, rows = _ranges(source_spans, ones), _ranges(target_spans, others)
    marks: dict[bool, list[int]] = {True: [], False: []}
    for number, (start, _) in enumerate(ones):
        marks[_is_mark(source[start])].append(number)
    chosen = {}
    for number, (first, last) in enumerate(rows):
        weights = attention[first:last]
        alike = marks[_is_mark(target[others[number][0]])]
        if weights and alike:
            row = weights[0] if len(weights) == 1 else [sum(column) for column in zip(*weights, strict=True)]
            sums = [sum(row[columns[one][0] : columns[one][1]]) for one in alike]
            chosen[number] = alike[sums.index(max(sums))]
    return chosen


def _pieces(spans: Sequence[Span]) -> list[Span]:
    """Return the places of pieces as words; a letter that took several has one, and the others stand nowhere."""
    return [span for span in spans if span[0] < span[1]]


def _ranges(spans: Sequence[Span], wanted: Sequence[Span]) -> list[tuple[int, int]]:
    """Return, for each wanted place, from which piece to which the pieces are that overlap it; both in text order."""
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    return [(bisect_right(ends, start), bisect_left(starts, end)) for start, end in wanted]


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


@cache
def _is_mark(character: str) -> bool:
    return unicodedata.category(character)[0] in "PS"


def _place(link: Link) -> tuple[int, int, int, int]:
    return link.source_start, link.source_end, link.target_start, link.target_end
