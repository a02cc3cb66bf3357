"""The contract of a translator as plain functions, so that anyone can hold an engine of their own to it."""

from __future__ import annotations

import pickle
from concurrent.futures import ThreadPoolExecutor

from plainspoken.engines.protocols import Draft, Translator
from plainspoken.errors import EngineError, Error

SENTENCES = (
    "The council will open a new community centre in Hackney on Monday 3 June.",
    "Call 0800 555 111, or e-mail help.me@police.example, or see https://www.police.example/help?a=1.",
    "He said: “I never – and I mean never – saw it.”",
    "APPEAL",
    "£1,200 [sic] <b> ^x$ {y} \\ / @ # * ~ 50%",
    "مرحبا 😀 é ß",
    "a\nb\tc",
    " ",
    "",
)


def check_translator(engine: Translator, source: str, target: str) -> None:
    """Hold an engine that is ready and serves the pair to all that callers rely on.

    Raises:
        AssertionError: it breaks the contract; the name of the function that failed says where.
    """
    for check in CHECKS:
        check(engine, source, target)


def is_a_translator(engine: Translator, source: str, target: str) -> None:
    """It has all that the protocol asks for, is a value with a name, and travels to other processes."""
    assert isinstance(engine, Translator)
    assert engine.name and engine.name == engine.name.lower()
    assert isinstance(engine.remote, bool)
    assert engine.probe().ready and engine.probe().version
    assert pickle.loads(pickle.dumps(engine)) == engine


def serves(engine: Translator, source: str, target: str) -> None:
    """A route begins and ends with the pair's languages; a signature is the same each time it is asked for."""
    route = engine.route(source, target)
    assert route and route[0].split("-")[0] == source.split("-")[0] and route[-1].split("-")[0] == target.split("-")[0]
    assert engine.signature(source, target) == engine.signature(source, target) != ""


def answers_each(engine: Translator, source: str, target: str) -> None:
    """Each text has a draft, in order; what it says of itself is in bounds; nothing empty becomes something."""
    drafts = engine.translate(SENTENCES, source, target)
    assert len(drafts) == len(SENTENCES)
    for text, draft in zip(SENTENCES, drafts, strict=True):
        _in_bounds(text, draft)
    assert [draft.text.strip() for draft in drafts[-2:]] == ["", ""]
    assert engine.translate([], source, target) == []


def same_alone_or_together(engine: Translator, source: str, target: str) -> None:
    """A sentence is translated alike alone and among others: the cache keeps sentences, not batches."""
    together = engine.translate(SENTENCES[:4], source, target)
    assert [engine.translate([text], source, target)[0].text for text in SENTENCES[:4]] == [
        one.text for one in together
    ]


def from_threads(engine: Translator, source: str, target: str) -> None:
    """It may be called from several threads at once."""
    expected = engine.translate(SENTENCES[:1], source, target)[0].text
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(lambda _: engine.translate(SENTENCES[:1], source, target)[0].text, range(8)))
    assert found == [expected] * 8


def refuses_what_it_does_not_serve(engine: Translator, source: str, target: str) -> None:
    """A pair that has no route is an engine error that says what to do."""
    if engine.route("tlh", "vo") is not None:
        return  # serves everything
    try:
        engine.translate(["x"], "tlh", "vo")
    except Error as refusal:
        assert isinstance(refusal, EngineError) and refusal.todo
    else:
        raise AssertionError("it translated Klingon into Volapük")


def _in_bounds(text: str, draft: Draft) -> None:
    assert draft.score is None or 0 <= draft.score <= 1
    for link in draft.alignment or ():
        assert 0 <= link.source_start < link.source_end <= len(text)
        assert 0 <= link.target_start < link.target_end <= len(draft.text)


CHECKS = (
    is_a_translator, serves, answers_each, same_alone_or_together, from_threads, refuses_what_it_does_not_serve,
)  # fmt: skip
