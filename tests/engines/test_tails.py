# ruff: noqa: E501 - sentences read best whole
"""The rules that cut off the end of a long sentence: what each makes, and what it must leave alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainspoken.engines import tails
from plainspoken.engines.splits import split
from plainspoken.proof import proven

Rule = Callable[[str], tuple[str, ...] | None]

CUT: tuple[tuple[Rule, str, tuple[str, ...]], ...] = (
    (
        tails.will_be,
        "The road between the two old bridges in the town centre will be closed on Monday 4 May 2026.",
        ("The road between the two old bridges in the town centre will be closed.", "This will be on Monday 4 May 2026."),
    ),
    (
        tails.will_be,
        "A public meeting will be held at the primary school in Ashgrove at 7pm on Wednesday 14 October.",
        ("A public meeting will be held at the primary school in Ashgrove.", "This will be at 7pm on Wednesday 14 October."),
    ),
    (
        tails.named_who,
        "A woman has been charged with the murder of Mary Jane Smith, who was found dead at her home last week.",
        ("A woman has been charged with the murder of Mary Jane Smith.", "Mary Jane Smith was found dead at her home last week."),
    ),
    (
        tails.so_that,
        "The ward at the old hospital will close for six weeks from Monday so that the roof can be repaired.",
        ("The ward at the old hospital will close for six weeks from Monday.", "This is so that the roof can be repaired."),
    ),
    (
        tails.after,
        "Two boys aged 15 and 16 have been arrested on suspicion of robbery after a student was threatened at a tram stop.",
        ("Two boys aged 15 and 16 have been arrested on suspicion of robbery.", "This is after a student was threatened at a tram stop."),
    ),
    (
        tails.after,
        "A charity has started a free text service for men who experience domestic abuse, after calls to it rose by 34 per cent.",
        ("A charity has started a free text service for men who experience domestic abuse.", "This is after calls to it rose by 34 per cent."),
    ),
)  # fmt: skip

LEFT: tuple[tuple[Rule, str], ...] = (
    # the day of the fire, of the plans, of the opening hours: not of the main verb
    (tails.will_be, "A service of thanks for the crews will be held at the site of the fire on Monday 4 May."),
    (tails.will_be, "The vote on the future of the old library will be held on plans agreed on Monday 4 May."),
    (tails.will_be, "The road between the two bridges in the old town will be open by 5pm on Monday 4 May."),
    (tails.will_be, "The road between the two bridges in the old town will not be closed on Monday 4 May 2026."),
    (tails.will_be, "The road in the old town will be closed until the bridge will be opened on Monday 4 May 2026."),
    (tails.will_be, "The hall will be open on Monday 4 May."),
    # a place is nobody, and the mayor of a place is not the place
    (tails.named_who, "The plan has been agreed with the mayor of Upper Wey, who was elected by the town in May last year."),
    (tails.named_who, "The prize for the best garden was given to a tenant of Mill Lane, who was born there in the war."),
    (tails.named_who, "The plan was agreed with people in Long Ashton, who had asked for it for more than ten years."),
    (tails.so_that, "The ward at the old hospital will not close for six weeks so that the roof can be repaired."),
    (tails.so_that, "People who live near the river were asked to move so that the wall can be repaired this week."),
    (tails.so_that, "The ward is closing so that the roof can be repaired."),
    # "he" may be either of two men; what police said is not what happened after
    (tails.after, "Police are looking for a man who attacked a boy in Wey Park on Monday, after he left the school."),
    (tails.after, "Police said that the man had been arrested at his home in the town, after a fight broke out there."),
    (tails.after, "The bridge over the river at Corley was not opened to traffic after a wall fell into the road."),
)  # fmt: skip


@pytest.mark.parametrize(("rule", "text", "made"), CUT)
def test_cut(rule: Rule, text: str, made: tuple[str, ...]) -> None:
    """The end becomes a sentence that says of the whole what it said of it."""
    assert rule(text) == made
    assert proven(text, made)


@pytest.mark.parametrize(("rule", "text"), LEFT)
def test_left(rule: Rule, text: str) -> None:
    """Where the end may belong to a part only, or the sentence is short, nothing is cut."""
    assert rule(text) is None


def test_so_with_people() -> None:
    """ "so visitors must ..." is a clause of its own; "so that" opens none here."""
    text = "Alcohol gel does not kill the virus, so visitors must wash their hands with soap and water."
    cut = ("Alcohol gel does not kill the virus.", "So visitors must wash their hands with soap and water.")
    assert list(split(text)) == [("two-clauses", cut)]
    assert list(split(text.replace("so visitors", "so that visitors"))) == []
