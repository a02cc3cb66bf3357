"""Quotations on whole pages: who is quoted, what is one quotation, and how it comes through JSON."""

from __future__ import annotations

from plainspoken.model import Release
from plainspoken.quotations import Quotation
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read

_HEAD = "<html lang=en-GB><title>Hall opens</title><main><h1>The hall opens again after the flood</h1>"
_STORY = "<p>The old hall by the river opens its doors again on Friday after the flood of last year.</p>"
_END = "<p>The hall was built in 1901 and has room for 200 people on its two floors.</p></main></html>"


def release(*paragraphs: str) -> Release:
    """Read a page with a headline, a first and a last paragraph round these."""
    return read(Page((_HEAD + _STORY + "".join(paragraphs) + _END).encode(), charset="utf-8"))


def kinds(page: Release) -> list[tuple[str, str | None]]:
    """Return kind and speaker of the blocks between the first and the last paragraph."""
    return [(block.kind, block.speaker) for block in list(page.blocks())[2:-1]]


def test_one_quotation_over_paragraphs() -> None:
    """Paragraphs that each open with a mark are one quotation, at all their blocks."""
    page = release(
        "<p>Rosa Long, head of the trust, said: “We are glad to be back.</p>",
        "<p>“We thank all who helped us.”</p>",
        "<p>She added: “Come and see us on Friday.”</p>",
    )
    assert page.quotes() == (
        Quotation(
            "Rosa Long",
            "head of the trust",
            "We are glad to be back.\nWe thank all who helped us.",
            ("body.p1", "body.p2"),
        ),
        Quotation("Rosa Long", "head of the trust", "Come and see us on Friday.", ("body.p3",)),
    )
    assert kinds(page) == [("paragraph", "Rosa Long"), ("quote", "Rosa Long"), ("paragraph", "Rosa Long")]


def test_between() -> None:
    """What is said before and after the attribution is one quotation."""
    page = release("<p>“We are glad,” said Rosa Long, “to be back in the hall.”</p>")
    assert [quotation.text for quotation in page.quotes()] == ["We are glad, to be back in the hall."]


def test_prose_with_a_quotation_stays_a_paragraph() -> None:
    """A narration keeps its kind; it has the speaker of the quotation in it."""
    page = release("<p>The pumps ran for nine days. Rosa Long said: “We are glad to be back.” She lives nearby.</p>")
    assert kinds(page) == [("paragraph", "Rosa Long")]


def test_signed_block_quotation() -> None:
    """The line under a block quotation says who speaks, and is no part of what is said."""
    for line in ("<footer>— Rosa Long, head of the trust</footer>", "<p>- Rosa Long, head of the trust</p>"):
        page = release(f"<blockquote><p>We are glad to be back in the hall.</p>{line}</blockquote>")
        assert page.quotes() == (
            Quotation("Rosa Long", "head of the trust", "We are glad to be back in the hall.", ("body.p1",)),
        )


def test_announced_block_quotation() -> None:
    """A paragraph announces who speaks, named or not."""
    said = "<blockquote><p>We are glad to be back in the hall.</p><p>We thank all who helped.</p></blockquote>"
    for words, who in (("Rosa Long said:", "Rosa Long"), ("A neighbour had the following to say", "A neighbour")):
        page = release(f"<p>{words}</p>", said)
        assert [(one.speaker, one.text.count("\n"), len(one.at)) for one in page.quotes()] == [(who, 1, 2)]


def test_pull_quote_is_not_read_twice() -> None:
    """A sentence of the text in large letters is left out."""
    page = release(
        "<blockquote>“We are glad to be back in the hall.”</blockquote>",
        "<p>Rosa Long said: “We are glad to be back in the hall. We thank all who helped.”</p>",
    )
    assert kinds(page) == [("paragraph", "Rosa Long")]


def test_the_office_means_its_holder() -> None:
    """`The minister` is who was met as one; a surname in passing becomes the full name."""
    page = release(
        "<p>Culture Minister Rosa Long was there. Student Tom Vale carried the chairs.</p>",
        "<p>“I am glad that it is open,” the minister said.</p>",
        "<p>“They were very heavy chairs,” Vale said.</p>",
    )
    assert kinds(page)[1:] == [("paragraph", "Rosa Long"), ("paragraph", "Tom Vale")]


def test_json_keeps_speakers() -> None:
    """Speaker and title of a block come back from JSON; the quotations are listed."""
    page = release("<p>Rosa Long, head of the trust, said: “We are glad to be back.”</p>")
    back = Release.from_json(page.to_json())
    assert back == page
    assert back.quotes() == page.quotes() != ()
    assert '"quotes": [{"speaker": "Rosa Long", "speaker_title": "head of the trust", "text"' in page.to_json()
