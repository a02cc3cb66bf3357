"""What a sentence claims, and whether a simpler one still claims it."""

from __future__ import annotations

import pytest

from plainspoken.claims import (
    added_names,
    added_numbers,
    keeps_quotes,
    limits,
    modals,
    names,
    negations,
    numbers,
    statuses,
    word_count,
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "words"),
    [("Call 0808 2000 247.", 4), ("a – b", 2), ("", 0), ("9.40pm on 3 May", 4), ("work, or\u00a0rest", 3)],
)
def test_word_count(text: str, words: int) -> None:
    """A word is what stands between spaces and has a letter or digit."""
    assert word_count(text) == words


def test_numbers() -> None:
    """Digits and words for numbers are the same number."""
    assert numbers("Two men took £3,500 at 9.40pm") == numbers("2 men took £3500 at 9.40pm") == {"2", "3500", "9.40"}


def test_names() -> None:
    """A name has a capital where the sentence doesn't open; its genitive is the same name."""
    assert names("The man saw Anna’s house in Upper Wey. Police came.") == {"Anna", "Upper", "Wey"}


@pytest.mark.parametrize(
    ("text", "found"),
    [("He was not, and never.", 2), ("They don't.", 1), ("He refused.", 1), ("Nobody came.", 1), ("The note.", 0)],
)
def test_negations(text: str, found: int) -> None:
    """Every word that negates counts, contracted or not."""
    assert negations(text) == found


def test_modals() -> None:
    """The month May and "will" in a name of a person do not count as modals where case tells."""
    assert modals("He must go and may not come on 3 May.") == {"must", "may"}


def test_statuses() -> None:
    """Legal statuses are told apart: admitted is not denied, charged is not convicted."""
    assert statuses("He was arrested on suspicion of theft.") == {"arrested", "alleged"}
    assert statuses("She pleaded not guilty.") == {"denied"}
    assert statuses("She pleaded guilty and was jailed.") == {"admitted", "jailed"}
    assert statuses("Entry is free of charge.") == set()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The firm was fined £27,000.", {"fined"}),
        ("A judge gave him a fine of £80.", {"fined"}),
        ("She must pay fine dust levies.", set()),
        ("He was banned from driving for 18 months.", {"banned"}),
        ("He is disqualified from keeping dogs.", {"banned"}),
        ("The driving ban starts today.", {"banned"}),
        ("Cars are banned from the square.", set()),
        ("The man was cautioned.", {"cautioned"}),
        ("She was given a conditional caution.", {"cautioned"}),
        ("Drive with caution.", set()),
        ("A boy was released under investigation.", {"released", "investigated"}),
        ("A woman was released without charge.", {"released", "investigated"}),
        ("Parking here is free and without charge.", set()),
    ],
)
def test_statuses_short_of_a_trial(text: str, found: set[str]) -> None:
    """Fines, bans, cautions and inquiries of people are legal statuses too; other bans and cautions are not."""
    assert statuses(text) == found


def test_limits() -> None:
    """ "About", "up to", "if" and their like are claims too."""
    assert limits("About 40 people, if dry, of up to 50") == {"about", "if", "up to"}


def test_additions() -> None:
    """What the source lacks is found."""
    assert added_numbers("two men", "2 men, 3 dogs") == {"3"}
    assert added_names("a man of Wey", "A man of Wey saw Anna.") == {"Anna"}


def test_quotes() -> None:
    """A quotation must be a run of the source's words."""
    source = "“It is not a warning: we will act.”"
    assert keeps_quotes(source, "Ray said: “We will act.”")
    assert not keeps_quotes(source, "Ray said: “It is a warning.”")
