"""The checks of easy read: each finds its fault, and none is in what we make."""

from __future__ import annotations

import pytest

from plainspoken.checks.easy import check
from plainspoken.engines.rules import Rules
from plainspoken.model import Block, Release, Section, Segment, plain
from plainspoken.stages.simplify import simplify
from tests.build import block, section
from tests.stages.releases import domestic_abuse, flood_grants, measles_clinics

SOURCE = "Anna Wick, 38, was arrested on 3 May and said: “We will not wait.”"


def edition(text: str, rule: str = "verbatim") -> Release:
    segment = Segment("body.p2.s1", plain(text), origin=("body.p1.s1",), rule=rule)
    return Release("en", (Section("body", "body", (Block("body.p2", "paragraph", (segment,)),)),), edition="easy")


def full() -> Release:
    return Release("en", (section("body", "body", block("body.p1", SOURCE)),))


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sentence-long", " ".join(["word"] * 16)),
        ("easy-contraction", "We don’t wait."),
        ("easy-shortened", "Bring a card, eg a passport."),
        ("easy-percentage", "It is 34% of people."),
        ("easy-two-negations", "It is not true that nobody came."),
        ("easy-number-added", "She was arrested at 9pm."),
        ("easy-name-added", "She was arrested with Ray Lund."),
        ("easy-negation-added", "She was not arrested."),
        ("easy-status-changed", "She was convicted."),
        ("easy-quote-changed", "Anna Wick said: “We will wait.”"),
    ],
)
def test_each_code(code: str, text: str) -> None:
    """A sentence with one fault is found by the check of that fault."""
    source = Release("en", (section("body", "body", block("body.p1", SOURCE.replace(" not", ""))),))
    source = full() if code == "easy-quote-changed" else source
    found = check(edition(text), source)
    assert code in [one.code for one in found]
    assert all(one.at == "body.p2.s1" for one in found)


def test_sound_sentence() -> None:
    """A sentence without a fault has no finding."""
    assert check(edition("Anna Wick was arrested on 3 May."), full()) == ()


def test_anyones_text() -> None:
    """Without the release it came from, only the language of a text is checked."""
    assert [one.code for one in check(edition("He can't come at 9pm."))] == ["easy-contraction"]


def test_explanations_are_not_held_to_the_source() -> None:
    """A sentence of the glossary may say what the source does not."""
    assert check(edition("Bail means that a person is not kept in prison.", "glossary"), full()) == ()


@pytest.mark.parametrize("made", [domestic_abuse, flood_grants, measles_clinics], ids=lambda made: made.__name__)
def test_our_own(made) -> None:  # type: ignore[no-untyped-def]
    """What the rules make of the samples passes every check; some hard words have no room for an explanation."""
    release = made()
    found = check(simplify(release, engine=Rules()), release)
    assert {one.code for one in found} <= {"easy-hard-word"}
