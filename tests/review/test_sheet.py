"""The sheet: what a translator is given with each sentence."""

from __future__ import annotations

from plainspoken.review import Note
from plainspoken.terms import Match
from tests.review.sheets import OLD, made

NUMBERED = "Call <1>999</1> &amp; ask for <2>the police</2>."


def test_units_in_order() -> None:
    """Every sentence is there, in reading order, by its edition and id."""
    ids = [unit.id for unit in made().units]
    assert ids == ["full.headline.p1.s1", "full.body.p1.s1", "full.body.p1.s2", "full.body.p2.s1"]


def test_a_changed_sentence_starts_from_the_old_pair() -> None:
    """A sentence like one that a person translated has that translation to start from, and says what it was."""
    unit = made().units[0]
    assert (unit.target, unit.state, unit.machine) == (OLD.target, "initial", False)
    assert unit.old == Match(OLD, 1 - 2 / 46)
    assert unit.notes[-1].text.startswith(
        "96% like a sentence that was translated before: “Bridge shut until [-8-]{+9+} May”"
    )


def test_codes_have_the_numbers_of_the_source() -> None:
    """In a draft with another word order, each code has the number it has in the source."""
    unit = made().units[1]
    assert (unit.source, unit.target) == (NUMBERED, "Pida <2>la policía</2> y llame al <1>999</1>.")


def test_notes() -> None:
    """A translator is told where a sentence stands, what to keep, which terms are required, who made the draft."""
    units = made().units
    assert units[1].notes == (
        Note("where", "body, paragraph (body.p1.s1)"),
        Note("keep", "Keep these: 999."),
        Note("term", "“the police” must be “la policía”. Not “los agentes”."),
        Note("draft", "A computer's (argos); nobody has checked it. It gave itself 0.81 of 1."),
    )
    assert units[2].notes[-1] == Note("draft", "From the memory, reviewed.")
    assert units[3].notes[0] == Note("where", "body, quote, said by Ana Ruiz (body.p2.s1)")
