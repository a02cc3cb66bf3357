"""XLIFF 1.2, XLIFF 2.0 and PO: what goes out comes back; other tools read it; hostile files are refused."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plainspoken.errors import SourceError
from plainspoken.review import po, xliff1, xliff2
from plainspoken.review.formats import WRITERS, read
from plainspoken.review.returned import ReturnedUnit
from tests.needs import XLIFF_SCHEMAS, xliff_schemas
from tests.review.sheets import made

FORMS = sorted(WRITERS)


def written(form: str, folder: Path) -> Path:
    ending, serialize = WRITERS[form]
    path = folder / f"sheet.{ending}"
    path.write_bytes(serialize(made()))
    return path


@pytest.mark.parametrize("form", FORMS)
def test_there_and_back(form: str, tmp_path: Path) -> None:
    """Each sentence comes back with its translation and codes, proven to be what went out, in every form."""
    back = read(written(form, tmp_path))
    assert (back.source_lang, back.target_lang, back.expected) == ("en", "es", 4)
    out = made().units
    assert [(unit.id, unit.source, unit.target) for unit in back.units] == [(u.id, u.source, u.target) for u in out]
    assert not any(unit.tampered for unit in back.units)
    assert all(unit.untouched for unit in back.units)


@pytest.mark.parametrize(
    ("form", "states"),
    [
        ("xliff", ["initial", "translated", "reviewed", "initial"]),
        ("xliff1", ["initial", "translated", "reviewed", "initial"]),
        ("po", ["initial", "initial", "reviewed", "initial"]),
    ],
)
def test_states(form: str, states: list[str], tmp_path: Path) -> None:
    """An old pair and a missing draft are to be done, a machine's draft is to be read, what a person said stands."""
    assert [unit.state for unit in read(written(form, tmp_path)).units] == states


@xliff_schemas
@pytest.mark.parametrize(("form", "name"), [("xliff", "xliff-core-2.0.xsd"), ("xliff1", "xliff-core-1.2-strict.xsd")])
def test_valid_by_the_standard(form: str, name: str, tmp_path: Path) -> None:
    """What goes out is valid by the OASIS schemas."""
    from lxml import etree

    text = (XLIFF_SCHEMAS / name).read_text()
    local = (XLIFF_SCHEMAS / "xml.xsd").as_uri()
    text = re.sub(r'schemaLocation="[^"]*xml\.xsd"', f'schemaLocation="{local}"', text)
    rules = etree.XMLSchema(etree.fromstring(text.encode()))
    rules.validate(etree.parse(written(form, tmp_path)))
    assert not list(rules.error_log)


def test_the_forms_say_what_is_to_be_done() -> None:
    """A changed sentence is `needs-adaptation` in both XLIFFs, with the old pair; in PO it is fuzzy, with `#|`."""
    assert b'state="needs-adaptation"' in xliff1.serialize(made())
    assert b'<alt-trans match-quality="96%">' in xliff1.serialize(made())
    assert b'subState="plainspoken:needs-adaptation"' in xliff2.serialize(made())
    assert b'<mtc:match ref="#s1" matchQuality="95.7">' in xliff2.serialize(made())
    assert b'#, fuzzy\n#| msgid "Bridge shut until 8 May"\n' in po.serialize(made())


def test_xliff_2_by_other_tools(tmp_path: Path) -> None:
    """Segments that a tool parted, spaces between them and codes written as sc/ec come back as one sentence."""
    path = tmp_path / "back.xlf"
    path.write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="en" trgLang="es"><file id="full">'
        '<unit id="full.body.p1.s1"><segment state="final"><source>Call <pc id="1">999</pc>.</source><target>Llame al '
        '<sc id="1"/>999<ec startRef="1"/>.</target></segment><ignorable><source> </source></ignorable>'
        '<segment state="reviewed"><source>Now<ph id="2"/>!</source><target><mrk id="m1" type="term">Ya</mrk>'
        '<cp hex="0021"/><ph id="2"/></target></segment></unit></file></xliff>'
    )
    assert read(path).units == (
        ReturnedUnit("full.body.p1.s1", "Call <1>999</1>. Now<2/>!", "Llame al <1>999</1>. Ya!<2/>", "reviewed"),
    )


def test_xliff_1_by_other_tools(tmp_path: Path) -> None:
    """A unit that a tool approved is reviewed, whatever it calls its state; codes may be bpt/ept, segments mrk."""
    path = tmp_path / "back.xlf"
    path.write_text(
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
        '<file source-language="en" target-language="ur"><body>'
        '<trans-unit id="7" resname="full.body.p1.s1" approved="yes"><source>Call <bpt id="1" rid="4"/>999'
        '<ept id="9" rid="4"/>.</source><target state="translated"><mrk mtype="seg" mid="0"><g id="1">999</g> پر'
        "</mrk></target></trans-unit></body></file></xliff>"
    )
    back = read(path)
    assert back.units == (ReturnedUnit("full.body.p1.s1", "Call <1>999</1>.", "<1>999</1> پر", "reviewed"),)
    assert (back.source_lang, back.target_lang, back.expected) == ("en", "ur", None)


def test_the_toolkit_reads_and_writes_xliff(tmp_path: Path) -> None:
    """Translate Toolkit reads the XLIFF 1.2, sets a translation and approves it; that comes back."""
    from translate.storage.xliff import xlifffile

    path = written("xliff1", tmp_path)
    store = xlifffile.parsefile(str(path))
    unit = next(one for one in store.units if "body.p2" in one.xmlelement.get("resname", ""))
    unit.target = "«Lo sentimos.»"
    unit.marktranslated()
    unit.markapproved()
    store.savefile(str(path))
    back = {one.id: one for one in read(path).units}
    assert (back["full.body.p2.s1"].target, back["full.body.p2.s1"].state) == ("«Lo sentimos.»", "reviewed")
    assert back["full.body.p1.s1"].target == "Pida <2>la policía</2> y llame al <1>999</1>."
    assert not any(one.tampered for one in back.values())


def test_the_toolkit_reads_and_writes_xliff_2(tmp_path: Path) -> None:
    """Translate Toolkit reads the XLIFF 2.0 and sets a translation; that comes back."""
    from translate.storage.xliff2 import Xliff2File

    path = written("xliff", tmp_path)
    store = Xliff2File.parsefile(str(path))
    unit = next(one for one in store.units if one.source == "“We are sorry.”")
    unit.target = "«Lo sentimos.»"
    store.savefile(str(path))
    back = {one.id: one for one in read(path).units}
    assert back["full.body.p2.s1"].target == "«Lo sentimos.»"
    assert back["full.body.p1.s1"].target == "Pida <2>la policía</2> y llame al <1>999</1>."


def test_the_toolkit_reads_and_writes_po(tmp_path: Path) -> None:
    """Translate Toolkit reads the PO file, its contexts and what is fuzzy; a message it cleared comes back reviewed."""
    from translate.storage.po import pofile

    path = written("po", tmp_path)
    store = pofile.parsefile(str(path))
    unit = store.findunit("Call <1>999</1> &amp; ask for <2>the police</2>.")
    assert unit.isfuzzy()
    unit.markfuzzy(False)
    store.savefile(str(path))
    back = {one.id: one for one in read(path).units}
    assert back["full.body.p1.s1"].state == "reviewed"
    assert back["full.headline.p1.s1"].state == "initial"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("<xliff", "this is not XML"),
        ("<html><body/></html>", "no file that a translation comes back in"),
        ("nothing", "no file that a translation comes back in"),
        ('msgid "a\nmsgstr "b"', "has no sentence"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><xliff>&a;</xliff>', "no file that a translation comes back in"),
    ],
)
def test_refused(content: str, says: str, tmp_path: Path) -> None:
    """What is none of these formats is refused, with what to give."""
    path = tmp_path / "back.xlf"
    path.write_text(content)
    with pytest.raises(SourceError, match=says):
        read(path)


def test_missing_file(tmp_path: Path) -> None:
    """A file that isn't there is said so."""
    with pytest.raises(SourceError, match="can't be read"):
        read(tmp_path / "none.xlf")


def test_no_entity_is_expanded(tmp_path: Path) -> None:
    """A file of the disk that a sentence names by an entity is not read into it."""
    (tmp_path / "secret").write_text("secret words")
    path = tmp_path / "back.xlf"
    path.write_text(
        f'<!DOCTYPE x [<!ENTITY a SYSTEM "{(tmp_path / "secret").as_uri()}">]>'
        '<xliff xmlns="urn:oasis:names:tc:xliff:document:1.2" version="1.2">'
        '<file source-language="en" target-language="es"><body>'
        '<trans-unit id="full.a"><source>A</source><target>B&a;</target></trans-unit></body></file></xliff>'
    )
    assert "secret" not in read(path).units[0].target
