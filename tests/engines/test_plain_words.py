"""The plain words: put in only where the sentence stays right."""

from __future__ import annotations

import pytest

from plainspoken.engines.wording import plain


@pytest.mark.parametrize(
    "text",
    ["Make informed choices.", "It will inform decisions.", "We ensure safety.", "You must photograph the damage."],
)
def test_a_word_of_another_sense_or_grammar_stays(text: str) -> None:
    """A word that its plain twin does not fit everywhere is on the list only with the words that make it fit."""
    assert plain(text) == text


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Ensure that you vote.", "Make sure that you vote."),
        ("The fall was witnessed by a man.", "The fall was seen by a man."),
        ("Call if you were informed that it is shut.", "Call if you were told that it is shut."),
        ("Do this until such time as we call.", "Do this until we call."),
        ("The work is ongoing.", "The work is still going on."),
        ("They met on numerous occasions.", "They met many times."),
    ],
)
def test_plain(text: str, easy: str) -> None:
    """A hard phrase becomes a plain one of the same grammar."""
    assert plain(text) == easy
