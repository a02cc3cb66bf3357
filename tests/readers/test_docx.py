"""Word documents: styles, numbering, tables, notes and properties are read; what is deleted or hostile is not."""

from __future__ import annotations

import sys

import pytest

from plainspoken.errors import EngineError, SourceError
from plainspoken.model import Release
from plainspoken.readers.html import read
from plainspoken.readers.source import open_source
from tests.readers import documents as word

LEAD = "The bridge in Weston is closed until 3 May because of flood damage, the council said on Monday."
FERRY = "The ferry is free for everyone while the bridge is closed, and it runs every ten minutes."


def parse(content: bytes) -> Release:
    return read(open_source(content))


def blocks(release: Release) -> list[tuple[str, str]]:
    return [(block.kind, block.text) for block in release.blocks()]


def document(*more: str, relations: str = "", **parts: str) -> bytes:
    body = "".join((word.paragraph("Bridge closed until May", "Title"), word.paragraph(LEAD), *more))
    return word.docx(body, relations, **{"styles": word.styles(), "numbering": word.numbering(), **parts})


def test_styles_and_numbering() -> None:
    """Headings come from styles, an office's own among them; lists from numbering."""
    release = parse(
        document(
            word.paragraph("What to do", "House"),
            word.paragraph("Use the ferry, which is free.", numbered=1),
            word.paragraph("Call us if you need a lift.", numbered=1),
            word.paragraph(FERRY),
        )
    )
    assert blocks(release) == [
        ("heading", "Bridge closed until May"),
        ("paragraph", LEAD),
        ("heading", "What to do"),
        ("list", "Use the ferry, which is free.\nCall us if you need a lift."),
        ("paragraph", FERRY),
    ]
    assert [block.level for block in release.blocks() if block.kind == "heading"] == [1, 2]


def test_properties() -> None:
    """Language and time come from the document itself."""
    release = parse(
        document(core=word.core("Document1", "Ann Moss", "2024-03-12T09:30:00Z"), styles=word.styles("cy-GB"))
    )
    assert (release.lang, release.published) == ("cy-GB", "2024-03-12T09:30:00+00:00")
    assert release.headline == "Bridge closed until May"


def test_tracked_changes_hidden_text_and_comments() -> None:
    """Inserted words are read; deleted, hidden and commented ones never are."""
    changed = (
        "<w:p>"
        + word.run("The road opens ")
        + f'<w:del w:id="1" w:author="x">{word.run("on Monday SECRET", tag="delText")}</w:del>'
        + f'<w:ins w:id="2" w:author="x">{word.run("on Tuesday")}</w:ins>'
        + word.run(" HIDDEN", "<w:vanish/>")
        + '<w:commentRangeStart w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
        + word.run(", we hope, and stays open all week.")
        + "</w:p>"
    )
    comment = f'<w:comments {word.W}><w:comment w:id="0">{word.paragraph("SECRET remark")}</w:comment></w:comments>'
    text = " ".join(text for _, text in blocks(parse(document(changed, comments=comment))))
    assert "The road opens on Tuesday, we hope, and stays open all week." in text
    assert "SECRET" not in text
    assert "HIDDEN" not in text


def test_table() -> None:
    """Header rows and merged cells are kept."""

    def cell(text: str, marks: str = "") -> str:
        return f"<w:tc><w:tcPr>{marks}</w:tcPr>{word.paragraph(text)}</w:tc>"

    wide = cell("The road is closed", '<w:gridSpan w:val="2"/>')
    table = (
        "<w:tbl>"
        + f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{cell('Way')}{cell('Minutes')}</w:tr>"
        + f"<w:tr>{cell('Ferry')}{cell('10')}</w:tr>"
        + f"<w:tr>{wide}</w:tr></w:tbl>"
    )
    found = next(block for block in parse(document(table, word.paragraph(FERRY))).blocks() if block.kind == "table")
    assert found.header_rows == 1
    assert found.text.splitlines()[:2] == ["Way\tMinutes", "Ferry\t10"]
    assert len(found.merged) == 1


def test_links_and_footnotes() -> None:
    """A link keeps its address; a footnote's mark is no part of the words, its text follows them."""
    linked = f"<w:p>{word.run('See the ')}{word.link('map of ways', 'rel9')}{word.run(' before you go out.')}</w:p>"
    noted = f'<w:p>{word.run(FERRY)}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    notes = (
        f'<w:footnotes {word.W}><w:footnote w:id="2">{word.paragraph("It takes 60 people at a time.")}</w:footnote>'
        "</w:footnotes>"
    )
    content = document(
        linked, noted, relations=word.relation("rel9", "hyperlink", "https://weston.example/map"), footnotes=notes
    )
    release = parse(content)
    spans = [span for segment in release.segments() for span in segment.spans if span.kind == "link"]
    assert [span.href for span in spans] == ["https://weston.example/map"]
    texts = [text for _, text in blocks(release)]
    assert texts[2:] == ["See the map of ways before you go out.", FERRY, "It takes 60 people at a time."]


def test_no_styles() -> None:
    """Where an office uses no styles, the first line that can be one is the headline."""
    body = "".join(map(word.paragraph, ("PRESS RELEASE", "Bridge closed until May", LEAD, FERRY)))
    assert parse(word.docx(body)).headline == "Bridge closed until May"


def test_zip_bomb() -> None:
    """A part that unpacks to more than any release has is refused before it fills the memory."""
    with pytest.raises(SourceError, match="unpacks to more than"):
        parse(word.docx(" " * 41_000_000))


def test_entities() -> None:
    """A document that defines entities is refused: Word never does, and they can grow without end."""
    files = {"word/document.xml": '<!DOCTYPE x [<!ENTITY a "b">]><x>&a;</x>', "[Content_Types].xml": word.TYPES}
    with pytest.raises(SourceError, match="entities"):
        parse(word.zipped(files))


def test_outside_is_not_read() -> None:
    """A template or picture at an outside address is not fetched, and the release is read without it."""
    relations = word.relation("rel1", "attachedTemplate", "http://127.0.0.1:9/x.dotm") + word.relation(
        "rel2", "image", "file:///etc/hostname"
    )
    assert parse(document(relations=relations)).headline == "Bridge closed until May"


@pytest.mark.parametrize("content", [b"PK\x03\x04", word.zipped({"word/document.xml": "<broken"})])
def test_damaged(content: bytes) -> None:
    """A damaged file says so."""
    with pytest.raises(SourceError, match="damaged"):
        parse(content)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("xl/workbook.xml", "xlsx"),
        ("ppt/presentation.xml", "pptx"),
        ("content.xml", "odt"),
        ("Index/Document.iwa", "Pages"),
        ("META-INF/container.xml", "epub"),
        ("readme.txt", "a zip file"),
    ],
)
def test_other_archives(name: str, says: str) -> None:
    """Another kind of archive is called by its name."""
    with pytest.raises(SourceError, match=says) as caught:
        parse(word.zipped({name: "x"}))
    assert caught.value.exit_code == 3
    assert caught.value.todo


def test_missing_library(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without mammoth the error says how to install it."""
    monkeypatch.setitem(sys.modules, "mammoth", None)
    with pytest.raises(EngineError, match=r"plainspoken\[docx\]"):
        parse(document())


def test_picture_inside() -> None:
    """A picture's description stands where the picture is; a finding says that the picture itself stayed behind."""
    release = parse(
        document(
            word.picture("The bridge in March, with water up to its rail"),
            word.paragraph(FERRY),
            relations=word.relation("rel9", "image", "media/image1.png", external=False),
        )
    )
    figures = [(block.src, block.alt) for block in release.blocks() if block.kind == "figure"]
    assert figures == [(None, "The bridge in March, with water up to its rail")]
    assert "picture-inside" in [found.code for found in release.findings]


def test_text_box() -> None:
    """The words of a text box are read once, where the box is anchored."""
    release = parse(document(word.paragraph(FERRY), word.text_box("Call 01632 960 123 if you need a lift.")))
    assert [text for _, text in blocks(release)].count("Call 01632 960 123 if you need a lift.") == 1
