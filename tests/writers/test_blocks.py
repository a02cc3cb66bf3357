"""Blocks and sentences as HTML: exact markup, exact text, nothing hostile."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from plainspoken.model import Block, Inline, Merged, Release, Section, Segment, plain
from plainspoken.writers.blocks import Outline, Typesetter
from plainspoken.writers.inline import Scribe
from plainspoken.writers.say import Say
from tests.build import block, link, narration, parts, release, section, translated


def typeset(*blocks: Block, lang: str = "en", source_lang: str | None = None, dials: bool = False) -> str:
    made = Release(lang, (Section("body", "body", blocks),), source_lang=source_lang)
    return str(Typesetter(Scribe(made, dials=dials), Say(lang), Outline(1)).blocks(blocks))


def words(*spans: Inline, lang: str = "en", dials: bool = False) -> str:
    made = Release(lang, ())
    return str(Scribe(made, dials=dials).words(Segment("s", spans)))


def test_a_sentence_carries_its_id_and_times():
    """A sentence is one element: its id is the segment's, its times are those of its cue."""
    made = Release("en", (section("body", "body", block("body.p1", "One.", "Two.")),))
    cues = {cue.id: cue for cue in narration(made).cues}
    scribe = Scribe(made, cues)
    assert str(scribe.run(made.sections[0].blocks[0].segments)) == (
        '<span id="body.p1.s1" class="s" data-b="0.000" data-e="1.000">One.</span> '
        '<span id="body.p1.s2" class="s" data-b="1.200" data-e="2.200">Two.</span>'
    )


def test_markup_in_a_release_is_text():
    """What looks like markup in a release's words reaches the page as words."""
    assert words(Inline("text", "<script>alert(1)</script> & <img onerror=x>")) == (
        "&lt;script&gt;alert(1)&lt;/script&gt; &amp; &lt;img onerror=x&gt;"
    )


@pytest.mark.parametrize(
    "href",
    ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:x", "data:text/html,x",
     "vbscript:x", "file:///etc/passwd", "//evil.example/x", "/relative", "https://[bad", "", None],
)  # fmt: skip
def test_an_address_that_could_harm_is_no_link(href):
    """Only web, mail, phone and text-message addresses become links; of all others the words stay."""
    assert words(Inline("link", "here", href=href)) == "here"


def test_links_tell_nothing_to_where_they_lead():
    """A link passes on neither the page's address nor the window."""
    assert words(link("here", 'https://a.example/?q="<x>')) == (
        '<a href="https://a.example/?q=&#34;&lt;x&gt;" rel="noopener noreferrer nofollow">here</a>'
    )


def test_inline_markup():
    """Emphasis, abbreviations, code, words in another language: each its element, one within the other."""
    nested = Inline("strong", "very bold", children=(Inline("text", "very "), Inline("emph", "bold")))
    assert words(nested) == "<strong>very <em>bold</em></strong>"
    assert words(Inline("abbr", "DVDS", title="Domestic Violence")) == '<abbr title="Domestic Violence">DVDS</abbr>'
    assert words(Inline("code", "a<b")) == "<code>a&lt;b</code>"
    assert words(Inline("lang", "Cymru", lang="cy")) == '<bdi lang="cy" dir="ltr">Cymru</bdi>'
    assert words(Inline("lang", "اردو", lang="ur")) == '<bdi lang="ur" dir="rtl">اردو</bdi>'
    assert words(Inline("text", "one"), Inline("break", "\n"), Inline("text", "two")) == "one<br>\ntwo"


def test_phone_numbers_keep_their_order():
    """A phone number is isolated, so that its groups stand in order in text from the right; help can be called."""
    text = Inline("text", "Call 0808 2000 247 now")
    assert words(text) == 'Call <bdi dir="ltr">0808 2000 247</bdi> now'
    assert words(text, dials=True) == (
        'Call <a class="tel" href="tel:08082000247"><bdi dir="ltr">0808 2000 247</bdi></a> now'
    )


def test_no_link_within_a_link():
    """A phone number in a link is no second link."""
    assert words(Inline("link", "999", href="tel:999"), dials=True).count("<a ") == 1


def test_a_sentence_left_untranslated_says_its_language():
    """A sentence that stands in the source language is marked with it; numbers alone have no language."""
    made = translated(Release("en", (section("body", "body", block("b", "Yes.", "No.", "2026.")),)), "ur", ["ہاں۔"])
    segments = list(made.segments())
    scribe = Scribe(made)
    assert str(scribe.segment(segments[0])) == '<span id="b.s1" class="s">ہاں۔</span>'
    assert str(scribe.segment(segments[1])) == '<span id="b.s2" class="s" lang="en" dir="ltr">No.</span>'
    assert str(scribe.segment(segments[2])) == '<span id="b.s3" class="s">2026.</span>'


def test_headings_leave_no_gap():
    """Whatever levels a page used, headings go down one step at a time."""
    raw = [(4, "A"), (6, "B"), (5, "C"), (2, "D"), (3, "E"), (None, "F")]
    made = [block(f"h{number}", text, kind="heading", level=level) for number, (level, text) in enumerate(raw)]
    html = typeset(*made)
    assert [line[1:3] for line in html.splitlines()] == ["h2", "h3", "h3", "h2", "h3", "h2"]


def test_lists_are_nested_as_they_were():
    """An item's own items stand inside it."""
    nested = parts("l", "list", {"i1": "one", "i1.1": "one a", "i1.2": "one b", "i1.2.1": "deep", "i2": "two"})
    html = typeset(nested).replace("\n", "")
    item = '<span id="l.{}.s1" class="s">{}</span>'.format
    assert html == (
        f'<ul id="l"><li>{item("i1", "one")}<ul><li>{item("i1.1", "one a")}</li>'
        f"<li>{item('i1.2', 'one b')}<ul><li>{item('i1.2.1', 'deep')}</li></ul></li></ul></li>"
        f"<li>{item('i2', 'two')}</li></ul>"
    )


def test_ordered_lists_keep_their_numbers():
    """A numbered list stays numbered."""
    assert typeset(parts("l", "list", {"i1": "one"}, ordered=True)).startswith('<ol id="l">')


def test_tables_have_headers():
    """Cells of header rows head their columns, those of header columns their rows; an empty cell heads nothing."""
    cells = {"r1.c2": "A", "r2.c1": "x", "r2.c2": "1"}
    html = typeset(parts("t", "table", cells, shape=(2, 2), header_rows=1, header_columns=1))
    cell = '<span id="t.{}.s1" class="s">{}</span>'.format
    assert html == (
        '<section class="scroll" tabindex="0" aria-label="Table"><table id="t">'
        f'<thead><tr><td></td><th scope="col">{cell("r1.c2", "A")}</th></tr></thead>'
        f'<tbody><tr><th scope="row">{cell("r2.c1", "x")}</th><td>{cell("r2.c2", "1")}</td></tr></tbody>'
        "</table></section>"
    )


def test_merged_cells_reach_as_far_as_they_did():
    """A merged cell stands once, with its reach and what it heads; a reach beyond the table or its header is cut."""
    names = {"r1.c1": "Boat", "r1.c2": "Sailings", "r2.c2": "May", "r2.c3": "June"}
    values = {"r3.c1": "North", "r3.c2": "4", "r3.c3": "5", "r4.c2": "6", "r5.c1": "All numbers are for a day."}
    merged = (Merged(1, 1, 9, 1), Merged(1, 2, 1, 2), Merged(3, 1, 2, 1), Merged(5, 1, 1, 7), Merged(3, 1, 1, 3))
    html = typeset(
        parts("t", "table", {**names, **values}, shape=(5, 3), header_rows=2, header_columns=1, merged=merged)
    )
    plain = re.sub(r"</?span[^>]*>|<section.*?>|</section>", "", html)
    assert plain == (
        '<table id="t"><thead><tr><th scope="col" rowspan="2">Boat</th><th scope="colgroup" colspan="2">Sailings</th>'
        '</tr><tr><th scope="col">May</th><th scope="col">June</th></tr></thead>'
        '<tbody><tr><th scope="rowgroup" rowspan="2">North</th><td>4</td><td>5</td></tr><tr><td>6</td><td></td></tr>'
        '<tr><th scope="colgroup" colspan="3">All numbers are for a day.</th></tr></tbody></table>'
    )


def test_tables_have_names_of_their_own():
    """Two tables of a page are told apart by name."""
    two = [parts(name, "table", {"r1.c1": "x"}, shape=(1, 1)) for name in ("t1", "t2")]
    html = typeset(*two)
    assert 'aria-label="Table 1"' in html and 'aria-label="Table 2"' in html


def test_pictures_are_told_not_fetched():
    """A picture's alternative text, caption and credit are on the page; its address is not."""
    html = typeset(
        parts(
            "f",
            "figure",
            {"alt": "Steps", "caption": "A court", "credit": "Photo: X"},
            src="https://track.example/x.gif",
        )
    )
    assert "track.example" not in html and "<img" not in html
    assert '<span class="label">Picture</span> <span id="f.alt.s1" class="s">Steps</span>' in html
    assert '<span id="f.caption.s1" class="s">A court</span>' in html and "Photo: X" in html


def test_a_picture_without_words_is_nothing():
    """A picture that says nothing leaves nothing on the page."""
    assert typeset(Block("f", "figure", src="https://a.example/x.png")) == ""


def test_a_quote_over_paragraphs_is_one():
    """Paragraphs of one speaker are one quotation, named once; the name stays in its own language."""
    said = [block("q1", "One.", kind="quote", speaker="Jo Hart"), block("q2", "Two.", kind="quote", speaker="Jo Hart")]
    html = typeset(*said, lang="ur", source_lang="en")
    assert html.count("<blockquote>") == 1
    assert html.endswith('<figcaption><bdi lang="en" dir="ltr">Jo Hart</bdi></figcaption></figure>')


def test_each_speaker_has_a_quotation():
    """Where the speaker changes, so does the quotation; a quote of nobody named stands alone."""
    said = [block(f"q{number}", "Yes.", kind="quote", speaker=who) for number, who in enumerate(["A", "B", None, None])]
    assert typeset(*said).count("<blockquote>") == 4


def test_every_sentence_is_on_the_page_once():
    """Of a release with every kind of block, each sentence has one element, and no id stands twice."""
    from plainspoken.writers.editions import pair
    from plainspoken.writers.pages import Book, reader_page

    made = replace(release(), url="javascript:alert(1)")
    editions = pair([made], [])
    page = reader_page(editions[0], Book(editions, safety=True), Say("en-GB"))
    ids = re.findall(r' id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {segment.id for segment in made.segments()} <= set(ids)
    assert "javascript:" not in page


def test_plain_words_have_no_markup():
    """Plain text is itself."""
    assert words(*plain("Just words.")) == "Just words."
