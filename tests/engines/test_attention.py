"""Which words answer to which, read from attention."""

from __future__ import annotations

import pytest

from plainspoken.engines.attention import compose, links, words
from plainspoken.engines.protocols import Link


def spans(text: str) -> list[tuple[int, int]]:
    """Pieces that are the text's words."""
    return words(text)


def said(text: str, found: list[tuple[int, int]]) -> list[str]:
    return [text[start:end] for start, end in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Call 999,” she said.", ["“", "Call", "999", ",”", "she", "said", "."]),
        ("See https://a.org/b_c?d=1.", ["See", "https://a.org/b_c?d=1", "."]),
        ("don't re-open £5.50", ["don't", "re-open", "£", "5.50"]),
        ("हिन्दी में।", ["हिन्दी", "में", "।"]),
        ("— …", ["—", "…"]),
        ("", []),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    """A word keeps the marks within it, of addresses and of scripts; those round it stand apart."""
    assert said(text, words(text)) == expected


def test_links_each_word_to_where_it_looked() -> None:
    """Word order may change; neighbours that answer to one word are one link; source order is kept."""
    source, target = "the white house", "la casa blanca grande"
    attention = [[0.9, 0.05, 0.05], [0.1, 0.1, 0.8], [0.2, 0.7, 0.1], [0.1, 0.6, 0.3]]
    assert links(source, spans(source), target, spans(target), attention) == (
        Link(0, 3, 0, 2),
        Link(4, 9, 8, 21),
        Link(10, 15, 3, 7),
    )


def test_marks_answer_to_marks() -> None:
    """A full stop is never linked to a word, nor a word to a full stop, whatever was attended to."""
    source, target = "Yes.", "Sí."
    assert links(source, spans(source), target, spans(target), [[0.1, 0.9], [0.9, 0.1]]) == (
        Link(0, 3, 0, 2),
        Link(3, 4, 2, 3),
    )
    assert links("Yes", [(0, 3)], "Sí.", spans("Sí."), [[1.0], [1.0]]) == (Link(0, 3, 0, 2),)


def test_names_answer_to_themselves() -> None:
    """A name or number that stands in both texts is linked to itself, even where attention strayed."""
    source, target = "On 3 June Amina spoke", "Amina habló el 3 de junio"
    right = [[0, 0, 0, 1, 0], [0, 0, 0, 0, 1], [1, 0, 0, 0, 0], [0, 0, 1, 0, 0], [0, 0, 1, 0, 0], [0, 0, 1, 0, 0]]
    found = links(source, spans(source), target, spans(target), right) or ()
    assert Link(10, 15, 0, 5) in found
    assert Link(3, 4, 15, 16) in found


def test_attention_that_aligns_nothing_is_not_believed() -> None:
    """Where most names and numbers look elsewhere, the head was not taught to align: there is no alignment."""
    source, target = "Amina 3 Leeds", "Leeds 3 Amina"
    mostly, hardly = [[0, 0, 1], [1, 0, 0], [1, 0, 0]], [[1, 0, 0], [1, 0, 0], [1, 0, 0]]
    assert links(source, spans(source), target, spans(target), mostly) is not None
    assert links(source, spans(source), target, spans(target), hardly) is None


def test_scripts_without_spaces() -> None:
    """In Chinese a piece is a word: a whole clause would say nothing."""
    found = links(
        "the library", spans("the library"), "图书馆开放", [(0, 3), (3, 5)], [[0, 1], [1, 0]], spaced=(True, False)
    )
    assert found == (Link(0, 3, 3, 5), Link(4, 11, 0, 3))


def test_nothing_to_link() -> None:
    """An empty text on either side has no links."""
    assert links("", [], "x", [(0, 1)], [[]]) == links("x", [(0, 1)], "", [], []) == ()


def test_composes() -> None:
    """Through a third language, words answer to each other where they meet in it."""
    first = [Link(0, 3, 4, 8), Link(4, 9, 0, 3)]
    second = [Link(0, 3, 7, 9), Link(4, 6, 0, 2), Link(6, 8, 2, 5)]
    assert compose(first, second) == (Link(0, 3, 0, 2), Link(0, 3, 2, 5), Link(4, 9, 7, 9))


def test_a_letter_of_several_pieces() -> None:
    """A letter that took several pieces, in a script without spaces, is one word, even at the end of the text."""
    found = links(
        "Hi 🎉", [(0, 2), (2, 4)], "嗨🎉", [(0, 1), (1, 2), (2, 2), (2, 2)],
        [[0.9, 0.1], [0.2, 0.8], [0.1, 0.9], [0.1, 0.9]], spaced=(True, False),
    )  # fmt: skip
    assert found == (Link(0, 2, 0, 1), Link(3, 4, 1, 2))


def test_a_word_that_nothing_attended_for() -> None:
    """A name that stands in both texts is its own proof only where the attention says something of it."""
    found = links("Ann said", [(0, 3), (3, 8)], "dijo Ann", [(0, 4), (4, 8)], [[0.1, 0.9]])
    assert found is None
