"""Loops are found as by comparing every word with every other."""

from __future__ import annotations

import random

from plainspoken.checks.translation.repeated import _FIGURES, _TWICE_IN_TURN, _again, _says


def slowly(words: list[str]) -> tuple[str, ...]:
    """Return the words that stand in turn too often, trying every size."""
    for size in range(1, len(words) // 2 + 1):
        turns, alike = 2 if size >= _TWICE_IN_TURN else 3, 0
        for place, (one, other) in enumerate(zip(words, words[size:], strict=False)):
            alike = alike + 1 if one == other else 0
            if alike >= size * (turns - 1) and (alike >= size * (_FIGURES - 1) or _says(words[place : place + size])):
                return tuple(words[place + 1 : place + size + 1])
    return ()


def test_quick_exits_change_nothing() -> None:
    """Over random words of a few kinds, the same loops are found as by trying every size."""
    chance = random.Random(4)
    rows = [chance.choices(["the", "of", "b", "1", "2", "home"], k=chance.randint(0, 14)) for _ in range(3000)]
    assert [_again(row) for row in rows] == [slowly(row) for row in rows]
    assert 100 < sum(bool(_again(row)) for row in rows) < 2900
