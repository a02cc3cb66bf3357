"""The contract of a simplifier as plain functions, so that anyone can hold an engine of their own to it."""

from __future__ import annotations

import pickle

from plainspoken.engines.protocols import Simplifier

SENTENCES = (
    "The council has decided to postpone the meeting, which was due to take place on Monday 3 June.",
    "Call 0800 555 111.",
    "He must not contact the victim, or go to her home, until 9 February 2036.",
    "word " * 1000,
    "£1,200 [sic] <b> 50% 😀",
    "...",
    "",
)


def check_simplifier(engine: Simplifier, lang: str) -> None:
    """Hold an engine that is ready and serves the language to all that callers rely on.

    Raises:
        AssertionError: it breaks the contract; the name of the function that failed says where.
    """
    for check in CHECKS:
        check(engine, lang)


def is_a_simplifier(engine: Simplifier, lang: str) -> None:
    """It has all that the protocol asks for, is a value with a name, and travels to other processes."""
    assert isinstance(engine, Simplifier)
    assert engine.name and engine.name == engine.name.lower()
    assert isinstance(engine.remote, bool)
    assert engine.probe().ready and engine.serves(lang)
    assert engine.signature(lang) == engine.signature(lang) != ""
    assert pickle.loads(pickle.dumps(engine)) == engine


def answers_each(engine: Simplifier, lang: str) -> None:
    """Each text has its sentences, in order, each with words and the rule that made it; nothing comes of nothing."""
    found = engine.simplify(SENTENCES, lang)
    assert len(found) == len(SENTENCES)
    assert all(one.text.strip() and one.rule for simple in found for one in simple)
    assert found[-1] == ()
    assert engine.simplify([], lang) == []


def same_alone_or_together(engine: Simplifier, lang: str) -> None:
    """A sentence is simplified alike alone and among others, and alike each time."""
    together = engine.simplify(SENTENCES, lang)
    assert [engine.simplify([text], lang)[0] for text in SENTENCES] == together


CHECKS = (is_a_simplifier, answers_each, same_alone_or_together)
