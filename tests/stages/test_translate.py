"""The stage that translates: who serves a sentence, what survives, what a person is told."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from plainspoken.cache import Store
from plainspoken.engines.apertium import Apertium
from plainspoken.engines.identity import Identity
from plainspoken.engines.protocols import Draft, Link, Probe
from plainspoken.errors import EngineError
from plainspoken.events import Event
from plainspoken.findings import Finding, finding
from plainspoken.model import Inline, Release, Segment, plain
from plainspoken.stages.translate import coverage, gap, translate
from plainspoken.tagged import tagged
from plainspoken.terms import Glossary, Memory, Pair, Term
from plainspoken.words import words
from tests import needs
from tests.build import block, link, parts, section
from tests.build import release as every_kind


@dataclass(frozen=True)
class Book:
    """An engine that knows the sentences of a dict, and says them in the order it was asked."""

    known: dict[str, Draft] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list, compare=False)
    via: tuple[str, ...] = ()

    name = "book"
    remote = False

    def probe(self) -> Probe:
        return Probe(True, "1")

    def pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset()

    def route(self, source: str, target: str) -> tuple[str, ...]:
        return (source, *self.via, target)

    def signature(self, source: str, target: str) -> str:
        return "book/1"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        self.asked.extend(texts)
        return [self.known.get(text, Draft("")) for text in texts]


def release(*sentences: str | tuple[Inline, ...], lang: str = "en-GB", kind: str = "paragraph") -> Release:
    return Release(lang, (section("body", "body", block("body.p1", *sentences, kind=kind)),), url="https://a.example/1")


def only(one: Release) -> Segment:
    (segment,) = one.segments()
    return segment


def drawn(source: str, target: str, **pairs: str) -> Draft:
    """A draft whose words are linked as the pairs say."""
    links = (
        Link(source.index(a), source.index(a) + len(a), target.index(b), target.index(b) + len(b))
        for a, b in pairs.items()
    )
    return Draft(target, 0.9, tuple(links))


def test_the_memory_comes_first() -> None:
    """A sentence of the memory is taken from it, with its state; the engine is not asked."""
    engine = Book()
    memory = Memory((Pair("en", "es", "Yes.", "Sí.", "reviewed"),))
    done = translate(release("Yes."), "es", engine=engine, memory=memory)
    assert only(done) == Segment("body.p1.s1", plain("Sí."), gap=" ", source="Yes.", state="reviewed", engine="memory")
    assert (done.lang, done.source_lang, done.findings, engine.asked) == ("es", "en-GB", (), [])


def test_the_engine_serves_the_rest() -> None:
    """What the memory lacks comes from the engine, with its score; each distinct sentence is asked for once."""
    engine = Book({"Go home.": Draft("Váyase a casa.", 0.8)})
    done = translate(release("Go home.", "Go home."), "es", engine=engine)
    first, second = done.segments()
    assert first == Segment("body.p1.s1", plain("Váyase a casa."), gap=" ", source="Go home.", state="translated",
                            engine="book", score=0.8)  # fmt: skip
    assert second.text == first.text
    assert engine.asked == ["Go home."]


def test_what_nobody_serves_stays_and_is_told() -> None:
    """A sentence that nothing translates stays, marked with its language, with an error-level finding."""
    told = finding("not-translated", "so:body.p1.s1")
    left = Segment("body.p1.s1", (Inline("lang", "Go home.", lang="en-GB"),), gap=" ", source="Go home.")
    for engine in (None, Book()):
        done = translate(release("Go home."), "so", engine=engine)
        assert (only(done), done.findings) == (left, (told,))
    assert told.level == "error"


def test_a_sentence_left_keeps_its_markup() -> None:
    """A sentence that stays keeps its links and emphasis inside the mark of its language."""
    spans = (Inline("text", "Call "), link("101", "tel:101"), Inline("text", "."))
    assert only(translate(release(spans), "so")).spans == (Inline("lang", "Call 101.", lang="en-GB", children=spans),)


@pytest.mark.parametrize("to", ["en", "en-US", "en-GB"])
def test_the_same_language(to: str) -> None:
    """A release that is in the language already, in whatever region, comes back as it is."""
    given = release("Go home.")
    assert translate(given, to, engine=Book()) is given
    assert gap(given, to) == ()


@pytest.mark.parametrize(
    "text",
    ["0800 555 111", "£1,200", "25%", "17/12/2019", "press@police.example", "www.police.example/a", "–", "CAD-12/34"],
)
def test_what_needs_no_words(text: str) -> None:
    """Numbers and addresses by themselves are copied, final, and no engine sees them."""
    engine = Book()
    done = only(translate(release(text), "ur", engine=engine))
    assert (done.text, done.engine, done.state, engine.asked) == (text, "copied", "final", [])


@pytest.mark.parametrize("text", ["Notes to editors", "NOTES TO EDITORS", "Notes to Editors:", "Get help"])
def test_the_packs_own_words(text: str) -> None:
    """A heading that is among the pack's own words is said in them, whatever its capitals, its colon kept."""
    done = only(translate(release(text, kind="heading"), "es"))
    expected = words("es")(text.removesuffix(":").capitalize()) + text[len(text.removesuffix(":")) :]
    assert (done.text, done.engine, done.state) == (expected, "words", "translated")


def test_the_packs_own_words_are_for_headings() -> None:
    """A sentence in running text is never taken for a label of the page: "Light" may be no colour scheme."""
    assert gap(release("Light"), "es") != ()
    assert gap(release("Call %(number)s", kind="heading"), "es") != ()
    assert gap(replace(release("What happened?"), edition="easy"), "es") == ()


def test_gap_and_coverage() -> None:
    """The gap is what only an engine could translate; the coverage is the share of the rest."""
    memory = Memory((Pair("en", "es", "Yes.", "Sí."),))
    given = release("Yes.", "No.", "0800 555 111", "Go.")
    assert [one.text for one in gap(given, "es", memory)] == ["No.", "Go."]
    assert coverage(given, "es", memory) == 0.5
    assert coverage(given, "en", None) == 1.0


def test_markup_follows_its_words() -> None:
    """Links and emphasis stand round the words that say the same, with their addresses and titles."""
    source = "The red house burns."
    red, burns = link("red", "https://r.example"), Inline("strong", "burns")
    spans = (Inline("text", "The "), red, Inline("text", " house "), burns, Inline("text", "."))
    engine = Book({source: drawn(source, "Arde la casa roja.", red="roja", house="casa", burns="Arde")})
    done = translate(release(spans), "es", engine=engine)
    assert only(done).spans == (
        Inline("strong", "Arde"), Inline("text", " la casa "), link("roja", "https://r.example"), Inline("text", "."),
    )  # fmt: skip
    assert done.findings == ()


def test_guessed_and_lost_markup_is_told() -> None:
    """Markup that could not be placed exactly, or found no words, is a finding that quotes the words."""
    spans = (Inline("strong", "Nobody"), Inline("text", " "), Inline("emph", "came"), Inline("text", "."))
    done = translate(release(spans), "es", engine=Book({"Nobody came.": Draft("Nadie.")}))
    assert done.findings == (
        finding("codes-moved", "es:body.p1.s1", "strong “Nobody”."),
        finding("codes-lost", "es:body.p1.s1", "emph “came”."),
    )


def test_line_breaks_stay() -> None:
    """An engine is given one line; the break comes back where its words were."""
    source = (Inline("text", "Red"), Inline("break", "\n"), Inline("text", "house one"))
    engine = Book({"Red house one": drawn("Red house one", "Rojo casa uno", Red="Rojo", house="casa", one="uno")})
    done = only(translate(release(source), "es", engine=engine))
    assert done.spans == (Inline("text", "Rojo"), Inline("break", "\n"), Inline("text", "casa uno"))


@pytest.mark.parametrize(
    ("source", "target", "pairs", "expected"),
    [
        ("Call 0800 555 111 now.", "Llame al 0800 555 11 ahora.", {"0800 555 111": "0800 555 11", "now": "ahora"},
         "Llame al 0800 555 111 ahora."),
        ("Call 0800 555 111.", "Llame ya.", {"0800 555 111": "ya"}, "Llame 0800 555 111."),
        ("Mail a.b@c.example now.", "Escriba a.b@c.ejemplo ya.", {}, "Escriba a.b@c.example ya."),
        ("See www.a.example/help.", "Vea www.a.ejemplo/ayuda.", {}, "Vea www.a.example/help."),
    ],
)  # fmt: skip
def test_damaged_facts_are_put_back(source: str, target: str, pairs: dict[str, str], expected: str) -> None:
    """A phone number or address that the engine damaged is put back where its alignment, or its like, says it was."""
    assert (
        only(translate(release(source), "es", engine=Book({source: drawn(source, target, **pairs)}))).text == expected
    )


def test_links_stand_round_what_was_put_back() -> None:
    """Markup is placed after the repair, round the words that were put back."""
    spans = (Inline("text", "Call "), link("0800 555 111", "tel:0800555111"), Inline("text", " now."))
    draft = drawn("Call 0800 555 111 now.", "Llame 0800 ahora.", **{"0800 555 111": "0800", "now": "ahora"})
    done = only(translate(release(spans), "es", engine=Book({"Call 0800 555 111 now.": draft})))
    assert done.spans == (Inline("text", "Llame "), link("0800 555 111", "tel:0800555111"), Inline("text", " ahora."))


def test_terms_that_stay_are_put_back() -> None:
    """A term that the glossary keeps, and words marked as code, are put back; a lone term is translated by it."""
    terms = Glossary((Term("Refuge", "*", "Refuge"), Term("Helpline", "es", "Línea de ayuda")))
    source = "Refuge runs it."
    engine = Book({source: drawn(source, "Refugio lo lleva.", Refuge="Refugio")})
    assert only(translate(release(source), "es", engine=engine, glossary=terms)).text == "Refuge lo lleva."
    lone = only(translate(release("Helpline"), "es", glossary=terms))
    assert (lone.text, lone.engine) == ("Línea de ayuda", "glossary")
    code = (Inline("text", "Type "), Inline("code", "stop"), Inline("text", " now."))
    engine = Book({"Type stop now.": drawn("Type stop now.", "Teclee alto ya.", stop="alto")})
    assert only(translate(release(code), "es", engine=engine)).spans[1] == Inline("code", "stop")


def test_words_in_a_third_language() -> None:
    """Words in another language that were left so keep its mark; where they were translated they get the new one."""
    spans = (Inline("text", "The "), Inline("lang", "Heddlu", lang="cy"), Inline("text", " came."))
    kept = Book({"The Heddlu came.": Draft("Vino la Heddlu.")})
    assert Inline("lang", "Heddlu", lang="cy") in only(translate(release(spans), "es", engine=kept)).spans
    said = Book({"The Heddlu came.": drawn("The Heddlu came.", "Vino la policía.", Heddlu="policía")})
    assert Inline("lang", "policía", lang="es") in only(translate(release(spans), "es", engine=said)).spans


def test_a_sentence_in_another_language() -> None:
    """A whole sentence in the wanted language is taken as it is; one in a third language stays, a warning."""
    welsh = (Inline("lang", "Ffoniwch ni.", lang="cy"),)
    engine = Book()
    done = translate(release(welsh), "cy", engine=engine)
    assert (only(done).spans, only(done).engine, done.findings) == (plain("Ffoniwch ni."), "copied", ())
    done = translate(release(welsh), "es", engine=engine)
    assert (only(done).spans, [one.level for one in done.findings], engine.asked) == (welsh, ["warning"], [])


def test_unknown_words_and_pivots_are_told() -> None:
    """Words the engine did not know are a finding, names apart; so is a way through a third language, once."""
    engine = Book({"A.b.": Draft("A zorble.", unknown=("zorble", "Harlow")), "C.d.": Draft("C.")}, via=("ca",))
    assert translate(release("A.b.", "C.d."), "fr", engine=engine).findings == (
        finding("pivoted", "fr", "en-GB → ca → fr"),
        finding("unknown-words", "fr:body.p1.s1", "zorble"),
    )


def test_the_store_answers_the_second_time(tmp_path: Path) -> None:
    """With a store, a sentence is translated once in all runs, alignment and all."""
    spans = (Inline("text", "The "), Inline("strong", "red"), Inline("text", " house."))
    draft = replace(drawn("The red house.", "La casa roja.", red="roja"), unknown=("x1",))
    first, second = Book({"The red house.": draft}), Book()
    results = [translate(release(spans), "es", engine=one, store=Store(tmp_path)) for one in (first, second)]
    assert results[0] == results[1]
    assert (first.asked, second.asked) == (["The red house."], [])
    assert translate(release(spans), "fr", engine=second, store=Store(tmp_path)).findings[0].code == "not-translated"


def test_on_an_executor() -> None:
    """Batches run on an executor give what they give without."""
    given = release(*(f"Sentence {number} is here." for number in range(300)))
    with ThreadPoolExecutor(2) as pool:
        assert translate(given, "es", engine=Identity(), executor=pool) == translate(given, "es", engine=Identity())


def test_events() -> None:
    """Whoever listens hears how many segments are done, those of the memory at once, and the end."""
    heard: list[Event] = []
    memory = Memory((Pair("en", "es", "Yes.", "Sí."),))
    engine = Book({"No.": Draft("No."), "Go.": Draft("Vaya.")})
    translate(release("Yes.", "No.", "Go."), "es", engine=engine, memory=memory, listen=heard.append)
    assert [event.done for event in heard] == [1, 3, 3]
    assert {(event.stage, event.unit, event.total, event.lang) for event in heard} == {
        ("translate", "segments", 3, "es")
    }


def test_an_engine_that_answers_too_few() -> None:
    """An engine that does not answer each sentence has failed; no sentence gets another's translation."""

    class Short(Book):
        def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
            return [Draft("x")]

    with pytest.raises(EngineError, match="answered 2 sentences with 1"):
        translate(release("A b.", "C d."), "es", engine=Short())


def test_everything_is_translated_where_it_stands() -> None:
    """Captions, alternative texts, credits, cells and items are translated like sentences; the frame stays."""
    given = Release(
        "en",
        (
            section(
                "body", "body",
                parts("body.t1", "table", {"r1.c1": "Home", "r1.c2": "£500"}, shape=(1, 2), header_rows=1),
                parts("body.f1", "figure", {"alt": "A bridge", "caption": "It fell.", "credit": "By us"}, src="https://a.example/b"),
                block("body.q1", "I saw it.", kind="quote", speaker="Ann Lee"),
            ),
        ),
    )  # fmt: skip
    said = ("Home", "A bridge", "It fell.", "By us", "I saw it.")
    done = translate(given, "es", engine=Book({word: Draft(word.upper()) for word in said}))
    table, figure, quote = done.blocks()
    assert table.rows == (("HOME", "£500"),)
    assert (figure.alt, figure.caption, figure.credit, figure.src) == (
        "A BRIDGE",
        "IT FELL.",
        "BY US",
        "https://a.example/b",
    )
    assert (quote.speaker, quote.text) == ("Ann Lee", "I SAW IT.")
    assert [one.id for one in done.segments()] == [one.id for one in given.segments()]


@needs.apertium
@pytest.mark.parametrize("to", ["es", "fr"])
def test_a_whole_release(to: str) -> None:
    """A release through a real engine keeps every sentence's place, code and address; nothing is left untranslated."""
    given = every_kind()
    done = translate(given, to, engine=Apertium())
    assert not {"not-translated", "codes-lost"} & {one.code for one in done.findings}
    for before, after in zip(given.segments(), done.segments(), strict=True):
        assert (after.id, after.source, after.part) == (before.id, before.text, before.part)
        marks = [[code.mark for code in tagged(one.spans).codes] for one in (before, after)]
        assert marks[0] == marks[1] or sorted(map(repr, marks[0])) == sorted(map(repr, marks[1]))


def test_findings_of_the_original_stay_with_it() -> None:
    """What was found in the original is not said again of its translation."""
    given = release("Yes.").with_findings(Finding("no-date", "warning", "", "x"))
    assert translate(given, "es", memory=Memory((Pair("en", "es", "Yes.", "Sí."),))).findings == ()
