"""The glossary: its two forms of CSV, what it requires of a sentence, what counts as kept."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.errors import SourceError
from plainspoken.terms import Glossary, Term


def read(content: str | bytes, folder: Path) -> Glossary:
    path = folder / "terms.csv"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return Glossary.read(path)


def test_a_column_a_language(tmp_path: Path) -> None:
    """The first form has a column for each language; `=` keeps the term, an empty cell says nothing."""
    assert read("source,es,PT-br\nhelpline,línea de ayuda,\nJobcentre,=,=\n", tmp_path).terms == (
        Term("helpline", "es", "línea de ayuda"),
        Term("Jobcentre", "es", "Jobcentre"),
        Term("Jobcentre", "pt-BR", "Jobcentre"),
    )


def test_a_row_a_translation(tmp_path: Path) -> None:
    """The second form has a row for each translation; no language or `*` means all. Spreadsheets' marks are read."""
    text = "\ufeffterm;lang;translation;note\r\nbail;es;libertad bajo fianza;not “salir”\r\nRefuge;*;=;\r\n"
    assert read(text, tmp_path).terms == (
        Term("bail", "es", "libertad bajo fianza", "not “salir”"),
        Term("Refuge", "*", "Refuge"),
    )


@pytest.mark.parametrize(
    ("text", "found"),
    [("On BAIL now", True), ("bail.", True), ("bailiff", False), ("The PC said", False), ("a pc", False)],
)
def test_required(text: str, found: bool) -> None:
    """A term is required where it stands as a word, whatever its capitals; one with capitals inside only so written."""
    glossary = Glossary((Term("bail", "es", "fianza"), Term("pC", "es", "x")))
    assert bool(glossary.required(text, "es-MX")) is found
    assert not glossary.required(text, "fr")


@pytest.mark.parametrize(
    ("term", "text", "found"),
    [
        ("grant", "Grants are paid.", True),
        ("grant", "The grant’s limit", True),
        ("grant", "All grants' limits", True),
        ("grant", "Granted today", False),
        ("hate crime", "Two hate crimes", True),
        ("hate crime", "Hates crime", False),
        ("charity", "Three charities", True),
        ("charity", "Three charitys", False),
        ("survey", "Two surveys", True),
        ("illness", "Old illnesses", True),
        ("search", "Two searches", True),
        ("tax", "The taxes", False),
        ("new", "The news", False),
        ("PCs", "The PCss", False),
        ("Universal Credit", "Universal Credits", False),
        ("999", "999s", False),
    ],
)
def test_required_in_other_forms(term: str, text: str, found: bool) -> None:
    """A translated term of four letters or more is required as its regular plural and possessive too."""
    assert bool(Glossary((Term(term, "es", "x"),)).required(text, "es")) is found


def test_a_term_that_stays_has_one_form_in_the_source() -> None:
    """What must stay as it is could not be kept as another form: it is required where it stands as it is."""
    glossary = Glossary((Term("hub", "*", "hub"), Term("refuge", "*", "refuge")))
    assert [one.term for one in glossary.required("Two refuges and a hub", "es")] == ["hub"]


def test_a_forbidden_word_for_the_plural() -> None:
    """A word is forbidden for the plural of its term as for the term; its own other forms are named in the file."""
    term = Term("grant", "es", "subvención", forms=("ayudas",), forbidden=("beca", "becas"))
    (found,) = Glossary((term,)).required("GRANTS FOR HOMES", "es")
    said = ("Becas para casas", "Subvenciones para casas", "Ayudas para casas", "Las becarias", "Una beca.")
    assert [Glossary().kept(found, one) for one in said] == [False, True, True, False, False]
    assert [Glossary().forbidden(found, one) for one in said] == [("becas",), (), (), (), ("beca",)]


@pytest.mark.parametrize(
    ("required", "said", "kept"),
    [
        ("línea de ayuda", "Llame a las líneas de ayuda.", True),
        ("fianza", "La FIANZA es alta.", True),
        ("zasiłek", "Nie ma zasiłku.", True),
        ("fianza", "Está libre.", False),
        ("101", "Llame al 1010.", False),
        ("101", "Llame al 101.", True),
    ],
)
def test_kept(required: str, said: str, kept: bool) -> None:
    """A translation keeps a term in an inflected form too: up to three letters at the end of a word may differ."""
    assert Glossary().kept(Term("x", "es", required), said) is kept


def test_a_term_that_stays_is_kept_as_it_is() -> None:
    """A term that must not be translated has no inflected forms."""
    term = Term("Refuge", "*", "Refuge")
    assert Glossary().kept(term, "Llame a Refuge.")
    assert not Glossary().kept(term, "Llame al Refugio.")


@pytest.mark.parametrize(
    ("content", "why"),
    [
        ("name,es\na,b\n", "names no terms"),
        ("source,english!\na,b\n", "not a language tag"),
        (b"source,es\n\xff,b\n", "not UTF-8"),
    ],
)
def test_refused(content: str | bytes, why: str, tmp_path: Path) -> None:
    """A file without such columns, or not in UTF-8, is a source error that says which file and why."""
    with pytest.raises(SourceError, match=rf"terms\.csv: .*{why}"):
        read(content, tmp_path)


def test_missing(tmp_path: Path) -> None:
    """A file that isn't there is a source error."""
    with pytest.raises(SourceError, match="can't be read"):
        Glossary.read(tmp_path / "none.csv")


def test_an_empty_file_has_no_terms(tmp_path: Path) -> None:
    """A glossary without rows requires nothing."""
    assert read("", tmp_path) == read("source,es\n", tmp_path) == Glossary()
