"""The stage with an engine that takes tags and terms: what it is given, where its tags end up, what is kept."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from plainspoken.cache import Store
from plainspoken.engines.chat import Chat
from plainspoken.engines.protocols import Draft, Passage
from plainspoken.model import Inline, Release, plain
from plainspoken.stages.translate import translate
from plainspoken.terms import Glossary, Term
from tests import chat_server
from tests.build import block, section
from tests.chat_server import CHAT, turned
from tests.stages.test_translate import Book, only, release

SEE = Inline("link", "the guide", href="https://a.example/guide")
SENTENCE = (*plain("Read "), SEE, *plain(" or call "), Inline("strong", "101"), *plain(" today."))


@dataclass(frozen=True)
class Tagging(Book):
    """An engine that knows passages by their tagged text."""

    given: list[Passage] = field(default_factory=list, compare=False)

    def translate_passages(self, passages: Sequence[Passage], source: str, target: str) -> list[Draft]:
        self.given.extend(passages)
        return [self.known.get(passage.tagged or passage.text, Draft("")) for passage in passages]


def test_tags_and_terms_are_given() -> None:
    """Such an engine gets each sentence plain, with its tags where it has markup, and the terms that stand in it."""
    engine = Tagging()
    glossary = Glossary((Term("guide", "es", "guía"), Term("boat", "es", "barco")))
    translate(release(SENTENCE, "Stay in, A & B."), "es", engine=engine, glossary=glossary)
    marked = "Read <1>the guide</1> or call <2>101</2> today."
    assert engine.given == [
        Passage("Read the guide or call 101 today.", marked, (("guide", "guía"),)),
        Passage("Stay in, A & B."),
    ]
    assert engine.asked == []


def test_tags_stand_where_the_engine_put_them() -> None:
    """Codes stand exactly where the tags stood, in any order, with no finding."""
    known = Draft("Hoy llame al 101 o lea la guía.", tagged="Hoy llame al <2>101</2> o lea <1>la guía</1>.")
    done = translate(
        release(SENTENCE), "es", engine=Tagging({"Read <1>the guide</1> or call <2>101</2> today.": known})
    )
    assert only(done).spans == (
        *plain("Hoy llame al "), Inline("strong", "101"), *plain(" o lea "),
        Inline("link", "la guía", href="https://a.example/guide"), *plain("."),
    )  # fmt: skip
    assert done.findings == ()


def test_line_breaks_come_back() -> None:
    """A line break goes as a tag at a place, and is a line break again."""
    spans = (*plain("First line"), Inline("break", "\n"), *plain("second line"))
    known = {"First line<1/>second line": Draft("Uno dos", tagged="Uno<1/>dos")}
    assert only(translate(release(spans), "es", engine=Tagging(known))).text == "Uno\ndos"


def test_a_repaired_sentence_is_projected() -> None:
    """Where an address had to be put back, the codes stand round the words that they stood round, or it is told."""
    known = Draft("Llame al 111 hoy, lea la guía.", tagged="Llame al <2>111</2> hoy, lea <1>la guía</1>.")
    phone = (*plain("Read "), SEE, *plain(" or call "), Inline("strong", "0800 555 111"), *plain(" today."))
    key = "Read <1>the guide</1> or call <2>0800 555 111</2> today."
    done = translate(release(phone), "es", engine=Tagging({key: known}))
    kinds = [span.kind for span in only(done).spans]
    assert sorted(kind for kind in kinds if kind != "text") == ["link", "strong"]


def test_what_the_engine_gave_nothing_for_is_not_kept(tmp_path: Path) -> None:
    """A sentence without a draft stays in the source language, is told, and is asked for again by the next run."""
    store, engine = Store(tmp_path), Tagging()
    for _ in range(2):
        done = translate(release("Stay in."), "es", engine=engine, store=store)
        assert [one.code for one in done.findings] == ["not-translated"]
    assert len(engine.given) == 2


def test_what_it_gave_is_kept_with_its_tags(tmp_path: Path) -> None:
    """A draft comes from the store with its tags; other terms are another draft."""
    key = "Read <1>the guide</1> or call <2>101</2> today."
    engine = Tagging({key: Draft("Lea la guía, 101.", tagged="Lea <1>la guía</1>, <2>101</2>.")})
    store = Store(tmp_path)
    first = translate(release(SENTENCE), "es", engine=engine, store=store)
    assert translate(release(SENTENCE), "es", engine=engine, store=store) == first
    translate(release(SENTENCE), "es", engine=engine, store=store, glossary=Glossary((Term("guide", "es", "guía"),)))
    assert len(engine.given) == 2


@pytest.mark.parametrize("batch", [1, 8])
def test_through_a_chat_model(batch: int) -> None:
    """A whole release goes through a chat model: every code once, the sentence that was refused left and told."""
    blocks = (block("body.p1", SENTENCE, "Stay in until noon."), block("body.p2", "Shut doors and wait."))
    whole = Release("en-GB", (section("body", "body", *blocks),))
    with chat_server.serve() as (site, model):
        model.says["Shut"] = ["{n}: I'm sorry, but I can't help with that."]
        engine = Chat(f"{site.address}/v1", "", "tiny", batch=batch)
        done = translate(whole, "es", engine=engine)
        requests = len(site.sent(CHAT))
    first, second, third = done.segments()
    assert [span.kind for span in first.spans] == ["text", "link", "text", "strong", "text"]
    assert (first.text, second.text) == (turned("Read the guide or call 101 today."), turned("Stay in until noon."))
    assert (first.engine, first.state, third.state) == ("chat", "translated", "initial")
    assert [(one.code, one.at) for one in done.findings] == [("not-translated", f"es:{third.id}")]
    assert requests <= {1: 3, 8: 2}[batch]
