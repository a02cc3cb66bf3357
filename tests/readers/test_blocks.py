"""Paragraphs: where one ends and the next begins, whatever the page wraps them in."""

from __future__ import annotations

import pytest

from tests.readers.pages import PROSE, drafts, told

TWO = [("paragraph", "It opened today."), ("paragraph", "It is free.")]


@pytest.mark.parametrize(
    "markup",
    [
        "<p>It opened today.</p><p>It is free.</p>",
        "<div><span>It opened today.</span></div><div><span>It is free.</span></div>",
        "<div>It opened today.<br><br>It is free.</div>",
        "<div>It opened today.<br>&nbsp;<br/>It is free.</div>",
        "<section>It opened today.<p>It is free.</p></section>",
        "<p>It opened today.<p>It is free.",
        "<span><div>It opened today.</div>It is free.</span>",
        "<pre>It opened today.\n\nIt is free.</pre>",
        "<center><font><p>It opened today.</p></font><p>It is free.</p></center>",
        "<article><header>It opened today.</header><div><div>It is free.</div></div></article>",
        "<table><tr><td><p>It opened today.</p><p>It is free.</p></td></tr></table>",
        "<p>It opened today.</p><p>&nbsp;</p><p> </p><p>***</p><hr><p>It is free.</p>",
    ],
)
def test_two_paragraphs(markup: str) -> None:
    """Boxes and two line breaks part paragraphs; empty ones are none."""
    assert [block for block in told(markup) if block[1] != "***"] == TWO


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("It&nbsp;opened to&shy;day&#8203;.", "It opened today."),
        ("It  opened\n\t today.", "It opened today."),
        ("\ufeffIt opened\u2003to\u2060day.", "It opened today."),
        ("<span>It</span> <b></b><span>opened</span>\n<i>today</i>.", "It opened today."),
        ("It opened today<sup><a data-href='#fn1'>1</a></sup>.", "It opened today."),
        ("It is 90 m<sup>2</sup>.", "It is 90 m²."),
        ("It is <q>ours</q>.", "It is “ours”."),
        ("It opened <img class=emoji src=/e.svg alt='🎉'>today.", "It opened 🎉today."),
        ("It <img src=/i/icon-bridge.png alt=Bridge>opened today.", "It opened today."),
    ],
)
def test_the_words_of_a_paragraph(markup: str, text: str) -> None:
    """White space is single, invisible characters go, notes and ornaments don't cut a sentence."""
    assert told(f"<p>{markup}</p>") == [("paragraph", text)]


def test_a_picture_within_a_sentence_stands_after_it() -> None:
    """A picture that floats beside the words does not cut them; one between sentences stands between."""
    assert told("<p>The bridge <img src=/p/a.jpg alt='A bridge'>opened today.</p>") == [
        ("paragraph", "The bridge opened today."), ("figure", "alt: A bridge")
    ]  # fmt: skip
    assert told("<p>It opened today.<img src=/p/a.jpg alt='A bridge'>It is free.</p>") == [
        TWO[0], ("figure", "alt: A bridge"), TWO[1]
    ]  # fmt: skip


def test_a_line_break_after_a_long_sentence_parts_paragraphs() -> None:
    """One break parts two long sentences; in an address or a poem it is a line."""
    assert told(f"<p>{PROSE}<br>{PROSE}</p>") == [("paragraph", PROSE)] * 2
    assert told("<p>Town Hall<br>The Quay<br>Pennerley</p>") == [("paragraph", "Town Hall\nThe Quay\nPennerley")]


def test_a_block_quotation_is_a_quote_by_paragraph() -> None:
    """Each paragraph of a block quotation is a quote, its lists stay lists; one that holds headings lays out."""
    assert told("<blockquote><p>We did it.</p><p>At last.</p></blockquote>") == [
        ("quote", "We did it."), ("quote", "At last.")
    ]  # fmt: skip
    assert told("<blockquote><p>We want:</p><ul><li>a ferry</li></ul><img src=/a.jpg alt='A ferry'></blockquote>") == [
        ("quote", "We want:"), ("list", "i1: a ferry"), ("figure", "alt: A ferry")
    ]  # fmt: skip
    assert told("<blockquote><h2>Costs</h2><p>It is free.</p></blockquote>") == [("h2", "Costs"), TWO[1]]


def test_inline_marks_nest_as_they_were() -> None:
    """Link, emphasis, abbreviation and language keep their order; what means nothing leaves no mark."""
    made = drafts(
        "<p><font color=red>See</font> <a data-href='/map'>the <abbr title='Domestic Violence Disclosure Scheme'>DVDS"
        "</abbr> <b>map</b></a>, <span lang=cy><i>Cymru</i></span>, <u>now</u>.</p>"
    )
    marks = [[(mark.kind, mark.href or mark.title or mark.lang) for mark in run.marks] for run in made[0].runs]
    assert list(zip([run.text for run in made[0].runs], marks, strict=True)) == [
        ("See", []),
        (" ", []),
        ("the ", [("link", "https://town.example/map")]),
        ("DVDS", [("link", "https://town.example/map"), ("abbr", "Domestic Violence Disclosure Scheme")]),
        (" ", [("link", "https://town.example/map")]),
        ("map", [("link", "https://town.example/map"), ("strong", None)]),
        (", ", []),
        ("Cymru", [("lang", "cy"), ("emph", None)]),
        (", ", []),
        ("now", []),
        (".", []),
    ]  # fmt: skip
