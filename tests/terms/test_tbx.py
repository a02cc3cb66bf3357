"""Glossaries in TBX, of both versions and styles; forms that will do, and words that won't."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.errors import SourceError
from plainspoken.terms import Glossary, Term

BASIC = """<?xml version="1.0"?><martif type="TBX-Basic" xml:lang="en"><text><body>
<termEntry id="c1"><note>Of a court.</note>
 <langSet xml:lang="en"><tig><term>restraining order</term></tig></langSet>
 <langSet xml:lang="es">
  <tig><term>orden de restricción</term><termNote type="administrativeStatus">deprecatedTerm-admn-sts</termNote></tig>
  <tig><term>órdenes de alejamiento</term><termNote type="administrativeStatus">admittedTerm-admn-sts</termNote></tig>
  <tig><term>orden de  alejamiento</term><termNote type="administrativeStatus">preferredTerm-admn-sts</termNote></tig>
 </langSet>
 <langSet xml:lang="xx-wrong-tag-indeed"><tig><term>nothing</term></tig></langSet>
</termEntry></body></text></martif>"""
DCT = """<tbx style="dct" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"
 xmlns:min="http://www.tbxinfo.net/ns/min"><text><body><conceptEntry id="c1">
 <langSec xml:lang="pl"><termSec><term>policja</term><min:administrativeStatus>preferred</min:administrativeStatus>
 </termSec></langSec>
 <langSec xml:lang="en"><termSec><term>police</term></termSec><termSec><term>police force</term></termSec></langSec>
</conceptEntry></body></text></tbx>"""


def read(text: str, folder: Path) -> Glossary:
    path = folder / "terms.tbx"
    path.write_text(text, encoding="utf-8")
    return Glossary.read(path)


def test_version_2(tmp_path: Path) -> None:
    """The preferred term is required, an admitted one will do, a deprecated one is forbidden."""
    assert read(BASIC, tmp_path).terms == (
        Term(
            "restraining order", "es", "orden de alejamiento", "Of a court.", ("órdenes de alejamiento",),
            ("orden de restricción",),
        ),
    )  # fmt: skip


def test_version_3(tmp_path: Path) -> None:
    """Elements of the style DCT are understood; the file's own language is the source wherever it stands."""
    assert read(DCT, tmp_path).terms == (Term("police", "pl", "policja"), Term("police force", "pl", "policja"))


def test_forms_and_forbidden_words(tmp_path: Path) -> None:
    """A listed form is kept; a forbidden word is named; neither is looked for inside other words."""
    known = read(BASIC, tmp_path)
    (term,) = known.required("The restraining order stands.", "es")
    assert known.kept(term, "Las ÓRDENES DE ALEJAMIENTO siguen.")
    assert known.forbidden(term, "La orden de restricción sigue.") == ("orden de restricción",)
    assert known.forbidden(term, "La orden de alejamiento sigue.") == ()


def test_columns_of_csv(tmp_path: Path) -> None:
    """A CSV file may have forms and forbidden words too, several parted by a stroke."""
    path = tmp_path / "terms.csv"
    path.write_text(
        "term,lang,translation,note,forms,forbidden\npolice,pl,policja,,policji | policję,milicja\n", "utf-8"
    )
    assert Glossary.read(path).terms == (Term("police", "pl", "policja", "", ("policji", "policję"), ("milicja",)),)


@pytest.mark.parametrize(("text", "says"), [("<tbx", "not XML"), ("<html/>", "not a glossary"), ("", "not XML")])
def test_refused(text: str, says: str, tmp_path: Path) -> None:
    """What is not TBX is refused."""
    with pytest.raises(SourceError, match=says):
        read(text, tmp_path)


def test_missing(tmp_path: Path) -> None:
    """A file that isn't there is said so."""
    with pytest.raises(SourceError, match="can't be read"):
        Glossary.read(tmp_path / "none.tbx")
