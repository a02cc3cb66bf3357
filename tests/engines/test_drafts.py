"""Joining drafts."""

from __future__ import annotations

import pytest

from plainspoken.engines.drafts import chained, copied, together
from plainspoken.engines.protocols import Draft, Link


def test_parts_become_one() -> None:
    """Texts are joined, links moved to their places in the whole, scores weighed by length, unknown words once."""
    one = Draft("Hola", 0.5, (Link(0, 5, 0, 4),), ("Zoë",))
    other = Draft("adiós", 0.5, (Link(0, 3, 0, 5),), ("Zoë", "x"))
    assert together([(0, one), (7, other)], " ") == Draft(
        "Hola adiós", pytest.approx(0.5), (Link(0, 5, 0, 4), Link(7, 10, 5, 10)), ("Zoë", "x")
    )
    assert together([(0, one), (7, other)], "").text == "Holaadiós"
    assert together([(3, one)], " ") is one


def test_a_part_without_links_or_trust_spoils_the_whole() -> None:
    """One part that can't be aligned leaves no alignment; one that could not be said leaves no trust."""
    one = Draft("a", 0.9, ())
    assert together([(0, one), (2, Draft("b", 0.9, None))], " ").alignment is None
    assert together([(0, one), (2, copied("b", score=0.0))], " ").score == 0.0


def test_a_chain() -> None:
    """Links meet in the middle, scores multiply, and unknown words are those that the source has."""
    before = Draft("casa", 0.5, (Link(0, 5, 0, 4),), ("Zoë",))
    after = Draft("maison", 0.5, (Link(0, 4, 0, 6),), ("casa", "house"))
    assert chained("house", before, after) == Draft("maison", 0.25, (Link(0, 5, 0, 6),), ("Zoë", "house"))
    assert chained("house", Draft("casa"), after) == Draft("maison", None, None, ("house",))
