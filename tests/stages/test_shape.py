"""Capitals and quotation marks of a translation: those of the source and of the language; apostrophes left alone."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.stages.shape import is_shouted, shaped
from plainspoken.tagged import Tagged


def look(source: str, target: str, to: str) -> str:
    return shaped(source, Tagged(target), to).text


@pytest.mark.parametrize(
    ("to", "source", "target", "wanted"),
    [
        ("es", "He said “hello”.", 'Dijo "hola".', "Dijo «hola»."),
        ("es", 'He said "hello".', 'Dijo "hola".', 'Dijo "hola".'),
        ("fr", 'He said "hello".', 'Il dit "bonjour".', "Il dit «\u00a0bonjour\u00a0»."),
        ("es", "He said “hello”.", "Dijo “ hola ”.", "Dijo «hola»."),
        ("fr", "“Hello,” he said.", '"Bonjour", dit-il.', "«\u00a0Bonjour\u00a0», dit-il."),
        ("fr", "“L’eau” is", "“L’eau d’ici” est", "«\u00a0L’eau d’ici\u00a0» est"),
        ("de", "“It’s ‘over’,” he said.", "“Es ist ‘vorbei’”, sagte er.", "„Es ist ‚vorbei‘“, sagte er."),
        ("pl", "It’s “safe”.", 'To "bezpieczne".', "To „bezpieczne”."),
        ("uk", "“Yes”", '"Так"', "«Так»"),
        ("ar", "“Yes”", "“نعم”", "«نعم»"),
        ("fa", "“Yes”", '"بله"', "«بله»"),
        ("hi", "“Yes”", '"हाँ"', "“हाँ”"),
        ("zh", "“Yes”", '"是"', "“是”"),
        ("zh-Hant", "“Yes”", "“是”", "「是」"),
        ("pt", 'Say "yes"', 'Diga "sim"', 'Diga "sim"'),
        ("cy", "“The cat’s here”", '"Mae’r gath yma"', "“Mae’r gath yma”"),
        ("es", "“It is serious.", "“Es grave.", "«Es grave."),
        ("es", "It is over.”", "Se acabó.”", "Se acabó.»"),
        ("es", "“Yes”", "«Sí»", "«Sí»"),
        ("es", "no quotes", 'sin "comillas"', 'sin "comillas"'),
        ("pl", 'a 6" pipe, “new”', 'rura 6" "nowa"', 'rura 6" „nowa”'),
        ("it", "It’s ‘free’", "È ‘libero’ dell’altro", "È ‘libero’ dell’altro"),
    ],
)  # fmt: skip
def test_quotation_marks(to: str, source: str, target: str, wanted: str) -> None:
    """Straight and English marks become the language's own, one for one; its own stay, and so do apostrophes."""
    assert look(source, target, to) == wanted


@pytest.mark.parametrize(
    ("to", "source", "target", "wanted"),
    [
        ("es", "POLICE APPEAL", "APELACIÓN policial", "APELACIÓN POLICIAL"),
        ("tr", "WARNING ISSUED", "istanbul uyarısı", "İSTANBUL UYARISI"),
        ("es", "VISIT WWW.X.ORG NOW", "visite www.x.org ya", "VISITE www.x.org YA"),
        ("es", "NHS", "el servicio", "El servicio"),
        ("ar", "WARNING", "تحذير", "تحذير"),
        ("es", "your name;", "Vuestro nombre;", "vuestro nombre;"),
        ("es", "e.g. Hull", "Hull, por ejemplo", "Hull, por ejemplo"),
        ("de", "your name;", "Name;", "Name;"),
        ("es", "Background", "contexto", "Contexto"),
        ("tr", "In brief", "istanbul", "İstanbul"),
        ("es", "Said the iPhone", "iPhone, dijo", "iPhone, dijo"),
        ("es", "See x.org", "x.org/a es", "x.org/a es"),
    ],
)
def test_capitals(to: str, source: str, target: str, wanted: str) -> None:
    """A heading in capitals stays one, a first letter has the source's case; addresses and names keep theirs."""
    assert look(source, target, to) == wanted


@pytest.mark.parametrize(
    ("to", "source", "target", "wanted"),
    [
        ("es", "She said: “He told me so.”", "Dijo: «me lo dijo.»", "Dijo: «Me lo dijo.»"),
        ("es", 'She said: "He told me so."', 'Dijo: "me lo dijo."', 'Dijo: "Me lo dijo."'),
        ("fr", "Ann said: “We go.”", "Ann a dit : “nous partons.”", "Ann a dit : «\u00a0Nous partons.\u00a0»"),
        ("tr", "Ann said: “Work began.”", "Ann dedi: “iş başladı.”", "Ann dedi: “İş başladı.”"),
        ("es", "She said it was “safe”.", "Dijo que era «seguro».", "Dijo que era «seguro»."),
        ("es", "She said: “safe”.", "Dijo: «seguro».", "Dijo: «seguro»."),
        ("es", "The “Hub” is open.", "El «centro» abrió.", "El «centro» abrió."),
        ("es", "Ann: “No.” Bob: “Yes.”", "Ann: «no.» Bob: «sí.»", "Ann: «no.» Bob: «sí.»"),
    ],
)  # fmt: skip
def test_what_is_said_begins_as_in_the_source(to: str, source: str, target: str, wanted: str) -> None:
    """One speech after a colon or comma begins with a capital if the source's does; a quoted word doesn't."""
    assert look(source, target, to) == wanted


@pytest.mark.parametrize(
    ("to", "source", "target", "wanted"),
    [
        ("es", "He spoke for N.H.S. in Cardiff.", "Habló para N.H.S. En Cardiff.", "Habló para N.H.S. en Cardiff."),
        ("es", "The N.H.S. and B.B.C. agree.", "La N.H.S. Y B.B.C. De acuerdo.", "La N.H.S. y B.B.C. de acuerdo."),
        ("es", "He works for the N.H.S. He lives here.", "Es de la N.H.S. Vive aquí.", "Es de la N.H.S. Vive aquí."),
        ("es", "The N.H.S. in Cardiff", "La N.H.S. Cardiff", "La N.H.S. Cardiff"),
        ("es", "The N.H.S. in the UK", "La N.H.S. UK", "La N.H.S. UK"),
        ("de", "The N.H.S. and aid", "Der N.H.S. Hilfe", "Der N.H.S. Hilfe"),
        ("hi", "The N.H.S. in Cardiff", "N.H.S. En में", "N.H.S. En में"),
        ("es", "The NHS in Cardiff.", "La NHS. En Cardiff.", "La NHS. En Cardiff."),
    ],
)
def test_no_sentence_begins_after_an_abbreviation(to: str, source: str, target: str, wanted: str) -> None:
    """The dot of N.H.S. ends no sentence where the source goes on in small letters; a name keeps its capital."""
    assert look(source, target, to) == wanted


def test_what_is_shouted() -> None:
    """One long word or two words in capitals are a heading; an acronym is not."""
    assert [is_shouted(text) for text in ("WARNING", "NHS", "NO GO", "NHS help", "", "999")] == [
        True, False, True, False, False, False,
    ]  # fmt: skip


@given(st.text("a'’‘“”\" .5B«", max_size=20), st.sampled_from(["es", "fr", "de", "cy", "tr", "zh", "ar"]))
def test_apostrophes_and_letters_stay(text: str, to: str) -> None:
    """Whatever stands there, every letter stays and no apostrophe between letters changes."""
    after = look("“a ‘b’”", text, to)
    assert [sign for sign in after.casefold() if sign.isalnum()] == [sign for sign in text.casefold() if sign.isalnum()]
    assert after.count("'") == text.count("'")
