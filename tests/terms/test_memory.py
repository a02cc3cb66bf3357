"""The memory: what it finds, which pair wins, how a pair fits a sentence with other markup."""

from __future__ import annotations

import pytest

from plainspoken.model import Inline, State
from plainspoken.tagged import Tagged, serialize, tagged
from plainspoken.terms import Memory, Pair

CALL = tagged((Inline("text", "Call "), Inline("strong", "999"), Inline("text", " now.")))


@pytest.mark.parametrize(
    "asked", ["It’s here.", "It's  here.", " It’s\nhere. ", "It’s\u00a0here."]
)  # fmt: skip
def test_found_whatever_the_space_and_quotes(asked: str) -> None:
    """White space and the shape of quotation marks do not hide a pair."""
    memory = Memory((Pair("en", "es", "It's here.", "Está aquí."),))
    assert memory.find(asked, "en", "es") == memory.pairs[0]


@pytest.mark.parametrize(("asked", "to"), [("It is here", "es"), ("it is here.", "es"), ("It is here.", "fr")])
def test_not_found(asked: str, to: str) -> None:
    """Another sentence, other capitals or another language are not found: a memory does not guess."""
    assert Memory((Pair("en", "es", "It is here.", "Está aquí."),)).find(asked, "en", to) is None


def test_variants_of_a_language() -> None:
    """A pair serves the variants of its languages, its own first; another script is another language."""
    general, british = Pair("en", "pt", "Yes.", "Sim."), Pair("en", "pt-BR", "Yes.", "É.")
    memory = Memory((general, british))
    assert memory.find("Yes.", "en-GB", "pt-BR") == british
    assert memory.find("Yes.", "en-US", "pt") == general
    assert Memory((Pair("en", "zh", "Yes.", "是。"),)).find("Yes.", "en", "zh-Hant") is None


def test_a_reviewed_pair_wins() -> None:
    """A reviewed pair wins over a translated one, wherever it stands; of equals the last one wins."""
    reviewed = Pair("en", "es", "Yes.", "Sí.", "reviewed")
    first, last = Pair("en", "es", "Yes.", "Si."), Pair("en", "es", "Yes.", "Claro.")
    assert Memory((first, reviewed, last)).find("Yes.", "en", "es") == reviewed
    assert Memory((first, last)).find("Yes.", "en", "es") == last


def test_nothing_untranslated_is_found() -> None:
    """A pair that is not translated yet, or says nothing, serves nobody."""
    memory = Memory((Pair("en", "es", "Yes.", "Yes.", "initial"), Pair("en", "es", "No.", " ")))
    assert memory.find("Yes.", "en", "es") is None
    assert memory.find("No.", "en", "es") is None


def test_context() -> None:
    """A pair that holds after one sentence is found after that one only, and then before one that holds anywhere."""
    anywhere = Pair("en", "es", "Stop.", "Pare.")
    after = Pair("en", "es", "Stop.", "Parada.", context="Where is the bus?")
    memory = Memory((after, anywhere))
    assert memory.find("Stop.", "en", "es", "Where is the  bus?") == after
    assert memory.find("Stop.", "en", "es") == anywhere
    assert Memory((after,)).find("Stop.", "en", "es", "Run!") is None


def test_fits_with_its_own_codes() -> None:
    """Where the codes are the sentence's own, they stand where the translator put them."""
    pair = Pair("en", "es", "Call <1>999</1> now.", "Llame ya al <1>999</1>.")
    fitted = pair.fit(CALL)
    assert (serialize(fitted.sentence), fitted.moved, fitted.lost) == ("Llame ya al <1>999</1>.", (), ())
    assert fitted.sentence.codes[0].mark == Inline("strong", "")


@pytest.mark.parametrize(
    ("source", "target"),
    [("Call 999 now.", "Llame ya al 999."), ("<1>Call</1> 999 now.", "<1>Llame</1> ya al 999."),
     ("Call <1>999</1> now.", "Llame ya al 999.")],
)  # fmt: skip
def test_fits_a_sentence_with_other_codes(source: str, target: str) -> None:
    """Where the words are the same and the codes are not, the sentence's codes are placed by its words."""
    fitted = Pair("en", "es", source, target).fit(CALL)
    assert (serialize(fitted.sentence), fitted.moved) == ("Llame ya al <1>999</1>.", ())


def test_prefers_the_same_codes() -> None:
    """Of two translated pairs with the same words, the one with the sentence's codes is found."""
    coded = Pair("en", "es", "Call <1>999</1> now.", "Llame ya al <1>999</1>.")
    memory = Memory((coded, Pair("en", "es", "Call 999 now.", "Llame al 999 ahora.")))
    assert memory.find(CALL, "en", "es") == coded
    assert memory.find(Tagged("Call 999 now."), "en", "es") == memory.pairs[1]


def test_a_person_wins_over_a_machine() -> None:
    """Of two pairs in one state, a person's is found whichever was added last."""
    person = Pair("en", "es", "Yes.", "Sí.", by="Ana")
    machine = Pair("en", "es", "Yes.", "Si.", by="machine")
    assert Memory((person, machine)).find("Yes.", "en", "es") == person


def test_what_is_learned() -> None:
    """A newer pair takes the place of an older one, but a machine's never that of a person's or of a reviewed one."""
    old, new = Pair("en", "es", "Yes.", "Si.", by="Ana"), Pair("en", "es", "Yes.", "Sí.", by="Eva")
    machine = Pair("en", "es", "Yes.", "Afirmativo.", by="machine")
    reviewed = Pair("en", "es", "Yes.", "Claro.", "reviewed", by="Eva")
    assert Memory((old,)).learned(new).pairs == (new,)
    assert Memory((old,)).learned(machine).pairs == (old,)
    assert Memory((reviewed,)).learned(new).pairs == (reviewed,)
    assert Memory((machine,)).learned(old, reviewed).pairs == (reviewed,)


@pytest.mark.parametrize(
    ("first", "again", "stays"),
    [
        (("Sí.", "reviewed", "Ana"), ("Sí.", "reviewed", "Luis"), "Ana"),
        (("Sí.", "translated", "Ana"), ("Sí.", "reviewed", "Luis"), "Luis"),
        (("Sí.", "reviewed", "Ana"), ("Sí.", "translated", "Luis"), "Ana"),
        (("Sí.", "reviewed", "Ana"), ("Claro.", "reviewed", "Luis"), "Luis"),
        (("Sí.", "translated", ""), ("Sí.", "translated", "Luis"), "Luis"),
        (("Sí.", "translated", "machine"), ("Sí.", "translated", "Luis"), "Luis"),
    ],
)
def test_who_said_it_first(first: tuple[str, State, str], again: tuple[str, State, str], stays: str) -> None:
    """Who said a sentence first answers for it, with the date, until somebody changes it or its state."""
    pairs = [Pair("en", "es", "Yes.", text, state, by=by, when=f"2026-0{n}-01T00:00:00Z")
             for n, (text, state, by) in enumerate((first, again), 1)]  # fmt: skip
    (kept,) = Memory(tuple(pairs[:1])).learned(pairs[1]).pairs
    assert (kept.by, kept) == (stays, pairs[0] if stays == first[2] else pairs[1])


def test_similar_sentences() -> None:
    """Sentences like the one asked for are found with a score, the likest first, the very same not."""
    asked = "Call us on 0800 555 111."
    pairs = (
        Pair("en", "es", "Call us on 0800 555 112.", "Llámenos al 0800 555 112."),
        Pair("en", "es", "Call on 0800 555 111.", "Llame al 0800 555 111."),
        Pair("en", "es", asked, "Llámenos al 0800 555 111."),
        Pair("en", "fr", "Call us on 0800 555 113.", "Appelez le 0800 555 113."),
        Pair("en", "es", "Nothing like it at all, really.", "Nada."),
    )
    found = Memory(pairs).similar(asked, "en-GB", "es")
    assert [(match.pair, round(match.score, 2)) for match in found] == [(pairs[0], 0.96), (pairs[1], 0.93)]
