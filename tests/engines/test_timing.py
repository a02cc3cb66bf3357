"""Word times: which words there are, and how events and letters place them."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest

from plainspoken.engines.timing import by_letters, from_events, tokens
from plainspoken.narration import Word


def words(text: str) -> list[str]:
    return [text[start:end] for start, end in tokens(text)]


def test_tokens() -> None:
    """Marks belong to the word that they touch; what has no letter or digit is no word."""
    assert words("“No,” he said – (twice).") == ["“No,”", "he", "said", "(twice)."]


def test_tokens_of_chinese() -> None:
    """A Chinese character is a word of its own, with the marks behind it; numbers and names in it stay whole."""
    assert words("警方说，2019年 PC王。") == ["警", "方", "说，", "2019", "年", "PC", "王。"]


def test_events_place_words() -> None:
    """A word begins with its event and lasts until the next."""
    assert from_events("one two", [(0, 0), (4, 100)], 300, 100) == (Word(0, 3, 0.0, 1.0), Word(4, 7, 1.0, 3.0))


def test_a_word_without_event_shares_by_letters() -> None:
    """Two words under one event share its time by their letters."""
    timed = from_events("in the end", [(0, 0), (7, 500)], 1000, 100)
    assert [(word.begins, word.ends) for word in timed] == [(0.0, 2.0), (2.0, 5.0), (5.0, 10.0)]


def test_events_inside_a_word_are_its_own() -> None:
    """A second event inside a word does not start the next one."""
    timed = from_events("16:07 today", [(0, 0), (3, 200), (6, 400)], 600, 100)
    assert [word.begins for word in timed] == [0.0, 4.0]


def test_no_events() -> None:
    """Without any event the words share the whole by letters."""
    assert from_events("ab cd", [], 400, 100) == by_letters("ab cd", 400, 100)


def test_wild_events() -> None:
    """Events beyond the sound or out of order never make words overlap, last no time, or leave the sound."""
    timed = from_events("one two three", [(0, 900), (4, 50), (8, 5000)], 1000, 100)
    assert [(word.begins, word.ends) for word in timed] == [(9.0, 9.01), (9.01, 9.99), (9.99, 10.0)]


@pytest.mark.parametrize("samples", [1, 3, 40, 30_000])
def test_every_word_has_a_time_of_its_own(samples: int) -> None:
    """Whatever an engine reports, every word is timed, begins before it ends, and follows the one before it."""
    chance, text = random.Random(samples), "“In the end,” he said (twice) – 999 警方说。 x"
    for _ in range(200):
        events = [
            (chance.randrange(-3, len(text) + 9), chance.randrange(-9, 2 * samples)) for _ in range(chance.randrange(9))
        ]
        timed = from_events(text, events, samples, 22050)
        assert [(word.start, word.end) for word in timed] == tokens(text)
        assert all(word.begins < word.ends for word in timed)
        assert all(one.ends == other.begins for one, other in pairwise(timed))
        assert (timed[0].begins >= 0, timed[-1].ends) == (True, samples / 22050)


def test_no_words() -> None:
    """A text without words has none, whatever the events."""
    assert from_events("—", [(0, 0)], 100, 100) == ()
