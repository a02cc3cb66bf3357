"""Easy read as PDF: tagged, in its language, its pictures told, its headings bookmarked, the same each time."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest

import plainspoken as ps
from plainspoken.cli.given import formats_of
from plainspoken.errors import UsageError
from plainspoken.writers.editions import Edition
from plainspoken.writers.pack import FORMATS, publish
from plainspoken.writers.pdf import write_pdf
from plainspoken.writers.say import Say
from tests import build, needs

pytestmark = needs.modules("weasyprint", "pikepdf")


def drawn(number: int) -> bytes:
    easy = build.editions()[number].map(lambda one: replace(one, picture="prison"))
    return write_pdf(Edition(easy), Say(easy.lang))[0]


def elements(node: object) -> list[tuple[str, str]]:
    """Every structure element of a PDF: its type and its text for those who don't see it."""
    import pikepdf

    kids = node.get("/K", [])
    found = []
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            found += [(str(kid["/S"]), str(kid.get("/Alt", ""))), *elements(kid)]
    return found


@pytest.mark.parametrize(("number", "lang"), [(1, "en-GB"), (3, "ur")])
def test_it_is_tagged_and_in_its_language(number, lang):
    """The file says that it is tagged, PDF/UA-1, which language it is in and what it is called; pictures have texts."""
    import pikepdf

    with pikepdf.open(BytesIO(drawn(number))) as file:
        assert file.Root.MarkInfo.Marked and str(file.Root.Lang) == lang
        assert bool(file.Root.ViewerPreferences.DisplayDocTitle)
        assert str(file.docinfo["/Title"])
        assert b"pdfuaid:part" in file.Root.Metadata.read_bytes()
        assert file.Root.Outlines.Count != 0
        found = elements(file.Root.StructTreeRoot)
        kinds = {kind for kind, _ in found}
        assert {"/H1", "/H2", "/P", "/Figure"} <= kinds
        assert all(alt for kind, alt in found if kind == "/Figure")
        assert file.check_pdf_syntax() == []


def test_it_is_the_same_each_time():
    """Made twice, the file has the same bytes."""
    assert drawn(1) == drawn(1)


def test_letters_that_no_font_has_are_found():
    """A letter that would be an empty box is named in a finding."""
    easy = build.translated(build.easy(), "en-GB", ["Read \U000f1234 now."])
    _, found = write_pdf(Edition(easy), Say("en-GB"))
    assert [(one.code, one.at) for one in found] == [("pdf-glyph-missing", "en-GB")]


def test_a_pack_has_it_where_it_is_asked_for(tmp_path):
    """The easy-read page offers the PDF; a pack for which nobody asked it has none."""
    pack = publish(build.editions(), into=tmp_path, formats=["pdf"])
    assert (pack.folder / "ur/easy/release.pdf").read_bytes().startswith(b"%PDF-1.7")
    assert 'href="release.pdf" download type="application/pdf"' in (pack.folder / "ur/easy/index.html").read_text()
    assert not list(publish(build.editions(), into=tmp_path / "other", formats=["txt"]).folder.rglob("*.pdf"))


def test_the_usual_formats_and_this_one():
    """`+pdf` asks for what is usually written and PDF; a list without a plus for what it names alone."""
    assert formats_of("+pdf") == {*FORMATS, "pdf"}
    assert formats_of("pdf, txt") == {"pdf", "txt"}
    assert formats_of(None) is None


def test_an_unknown_format_is_refused_before_any_work(tmp_path):
    """`make` with a format that there is none of ends before the page is read, and names those there are."""
    with pytest.raises(UsageError, match="no such format") as refused:
        ps.make(tmp_path / "nothing.html", to=["en"], into=tmp_path / "packs", formats=["doc"])
    assert "pdf" in refused.value.todo
    assert not (tmp_path / "packs").exists()
