"""Two texts compared: by their runs of four words, and by the words they share."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

_SHINGLE = 4
_ALIKE = 0.80  # the F1 of two blocks' words from which they are one block

Counts = tuple[float, float, float]
"""True and false positives and false negatives of a page, as shares that sum to 1."""


def tokens(text: str) -> list[str]:
    """Return the words of a text in the form they are compared in: NFKC, small letters."""
    return re.findall(r"\w+", unicodedata.normalize("NFKC", _plain(text)).casefold())


def text_counts(gold: str, found: str, ignored: Iterable[str]) -> Counts:
    """Compare the runs of four words of a page; those of ignored texts are never wrong."""
    wanted, given = _shingles(gold), _shingles(found)
    free = {shingle for text in ignored for shingle in _shingles(text)} - wanted.keys()
    right = (wanted & given).total()
    missed = wanted.total() - right
    wrong = sum((given - wanted)[shingle] for shingle in given if shingle not in free)
    total = right + wrong + missed
    return (right / total, wrong / total, missed / total) if total else (0.0, 0.0, 0.0)


def score(pages: Sequence[Counts]) -> float:
    """Return the F1 of many pages: precision over those with any output, recall over those with any gold."""
    precise = [right / (right + wrong) for right, wrong, _ in pages if right + wrong > 0]
    full = [right / (right + missed) for right, _, missed in pages if right + missed > 0]
    return harmonic(mean(precise), mean(full))


def furniture(found: Iterable[str], wanted: Iterable[str]) -> tuple[int, int]:
    """Return how many words of a page's output stand in no wanted text, and how many there are.

    A word stands in a wanted text if a run of four words does that it is part of; a shorter block counts as a whole.
    """
    rows = [tokens(text) for text in wanted]
    known = {tuple(row[at : at + size]) for row in rows for size in range(1, 5) for at in range(len(row) - size + 1)}
    strange = total = 0
    for row in map(tokens, found):
        size = min(_SHINGLE, len(row))
        covered = {
            at + step
            for at in range(len(row) - size + 1)
            if tuple(row[at : at + size]) in known
            for step in range(size)
        }
        total += len(row)
        strange += len(row) - len(covered)
    return strange, total


def pairs(wanted: Sequence[list[str]], given: Sequence[list[str]]) -> list[tuple[int, int]]:
    """Match blocks one to one: equal ones first, then the likest that share 80 % of their words, the nearest first."""
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at, row in enumerate(given):
        places[tuple(row)].append(at)
    found: dict[int, int] = {}
    for at, row in enumerate(wanted):
        same = places[tuple(row)]
        if same:
            found[at] = min(same, key=lambda other: _distance(at, wanted, other, given))
            same.remove(found[at])
    taken = set(found.values())
    for _, _, at, other in sorted(_candidates(wanted, given, set(found), taken)):
        if at not in found and other not in taken:
            found[at] = other
            taken.add(other)
    return list(found.items())


def alike(one: Sequence[str], other: Sequence[str]) -> float:
    """Return the F1 of two blocks' words, their order disregarded."""
    total = len(one) + len(other)
    return 2 * (Counter(one) & Counter(other)).total() / total if total else 0.0


def is_same(one: Sequence[str], other: Sequence[str]) -> bool:
    """Tell whether two blocks share enough words to be one."""
    return alike(one, other) >= _ALIKE


def harmonic(one: float, other: float) -> float:
    """Return the harmonic mean, 0 if both are."""
    return 2 * one * other / (one + other) if one + other else 0.0


def mean(values: Sequence[float]) -> float:
    """Return the mean, 0 of nothing."""
    return sum(values) / len(values) if values else 0.0


def _candidates(
    wanted: Sequence[list[str]], given: Sequence[list[str]], paired: set[int], taken: set[int]
) -> Iterable[tuple[float, float, int, int]]:
    for at, row in enumerate(wanted):
        for other, said in enumerate(given):
            if at in paired or other in taken or not said:
                continue
            if 2 * min(len(row), len(said)) < _ALIKE * (len(row) + len(said)):
                continue
            likeness = alike(row, said)
            if likeness >= _ALIKE:
                yield -likeness, _distance(at, wanted, other, given), at, other


def _distance(at: int, wanted: Sequence[object], other: int, given: Sequence[object]) -> float:
    return abs(other / len(given) - at / len(wanted))


def _shingles(text: str) -> Counter[tuple[str, ...]]:
    row = re.findall(r"\w+", text.replace("\xad", ""))
    return Counter(tuple(row[at : at + _SHINGLE]) for at in range(max(1, len(row) - _SHINGLE + 1)) if row)


def _plain(text: str) -> str:
    return " ".join(text.replace("\xad", "").replace("\u200b", "").split())
