"""The narration benchmark's own rules: what is edited, and which sentences the aligner is given."""

from __future__ import annotations

from benchmarks.narration import align, rows
from benchmarks.narration.work import SAMPLES

from plainspoken import steps


def test_the_edit_changes_one_paragraph() -> None:
    """One paragraph of the longest section has a word more; all else is as it was."""
    release = steps.parse(SAMPLES / "missing-person" / "page.html")
    changed = [
        (before.text, after.text)
        for before, after in zip(release.blocks(), rows.edit(release).blocks(), strict=True)
        if before != after
    ]
    ((before, after),) = changed
    assert after == f"However, {before}"


def test_sentences_that_are_said_otherwise_are_not_aligned() -> None:
    """Figures, capitals and signs are said in words that the aligner is not told; other sentences are its words."""
    assert align.words("She said: “Don’t wait.”") == ["she", "said", "don't", "wait"]
    assert [align.words(text) for text in ("Call 101.", "The BBC said so.", "It cost £ten.")] == [[], [], []]


def test_a_row_stands_beside_its_goal() -> None:
    """A figure is printed with what was measured and what is aimed at."""
    assert str(rows.Row("speed", "3.6", ">= 3.5")).split() == ["speed", "3.6", ">=", "3.5"]
