"""Headings: real ones, by role, by their looks, by number; and the level at which each stands."""

from __future__ import annotations

import pytest

from plainspoken.readers import headings
from plainspoken.readers.roles import Group
from tests.readers.pages import PROSE, drafts, told

TEXT = ("paragraph", PROSE)


@pytest.mark.parametrize(
    ("markup", "kind", "text"),
    [
        ("<h3>How to <br>cross</h3>", "h3", "How to cross"),
        ("<div role=heading aria-level=4>How to cross</div>", "h4", "How to cross"),
        ("<p role=heading>How to cross</p>", "h2", "How to cross"),
        ("<p><b>How to cross</b></p>", "hNone", "How to cross"),
        ("<p><strong>How to </strong><b>cross:</b></p>", "hNone", "How to cross:"),
        ("<p style='font-weight:bold'><span>How to cross</span></p>", "paragraph", "How to cross"),
        ("<p><span style='font-weight:700'>How to cross</span></p>", "hNone", "How to cross"),
        ("<p><b>Do not cross.</b></p>", "paragraph", "Do not cross."),
        ("<p><b>Call 0300 123 4567</b></p>", "paragraph", "Call 0300 123 4567"),
        ("<p><b>“We did it”</b></p>", "paragraph", "“We did it”"),
        ("<p><b>Note</b> how to cross</p>", "paragraph", "Note how to cross"),
        (f"<h2>{PROSE} It is 90 metres long. It carries people on foot and on bikes.</h2>", "paragraph",
         f"{PROSE} It is 90 metres long. It carries people on foot and on bikes."),
    ],
)  # fmt: skip
def test_what_is_a_heading(markup: str, kind: str, text: str) -> None:
    """A tag, a role, or a short line that is bold as a whole and no sentence; not sentences in large letters."""
    assert told(f"<p>{PROSE}</p>{markup}<p>{PROSE}</p>") == [TEXT, (kind, text), TEXT]


@pytest.mark.parametrize(
    ("one", "two", "level"),
    [
        ("1. Background", "2. What comes next", 2),
        ("1 Background", "2 What comes next", 2),
        ("1.1 Costs", "1.2 Dates", 3),
        ("I. Background", "II. Results", 2),
        ("Section 1", "Section 2: What comes next", 2),
        ("Abschnitt 1", "Abschnitt 2 – Kosten", 2),
        ("Annexe A", "Annexe B", 2),
    ],
)
def test_lines_that_count_the_parts_are_headings(one: str, two: str, level: int) -> None:
    """Numbered lines with a text under each of them open the parts of a text."""
    assert told(f"<p>{one}</p><p>{PROSE}</p><p>{two}</p><p>{PROSE}</p>") == [
        (f"h{level}", one), TEXT, (f"h{level}", two), TEXT
    ]  # fmt: skip


def test_a_single_number_opens_nothing() -> None:
    """One numbered line among paragraphs is a line."""
    assert told(f"<p>{PROSE}</p><p>2 May in Town Hall</p><p>{PROSE}</p>") == [
        TEXT, ("paragraph", "2 May in Town Hall"), TEXT
    ]  # fmt: skip


def test_a_heading_at_the_end_heads_nothing() -> None:
    """A tagged heading with nothing after it belongs to the site; a bold line is the last line of the text."""
    assert told(f"<p>{PROSE}</p><h2>Topics</h2><h3>Bridges</h3>") == [TEXT]
    assert told(f"<p>{PROSE}</p><p><b>The mayor</b></p>") == [TEXT, ("paragraph", "The mayor")]


def test_headings_that_lead_away_are_teasers() -> None:
    """A heading that is one link to another page is none of the text's, unless its headings are mostly links."""
    teaser = "<h3><a data-href='/news/2'>Ferry sold</a></h3>"
    text = f"<p>{PROSE}</p>"
    assert told(f"<h2>Costs</h2>{text}<h2>Time</h2>{text}{teaser}{text}") == [
        ("h2", "Costs"), TEXT, ("h2", "Time"), TEXT, TEXT
    ]  # fmt: skip
    assert told(f"<p>{PROSE}</p>{teaser}{teaser}<p>By Ada Rowe</p>") == [TEXT, ("paragraph", "By Ada Rowe")]
    own = "<h2><a data-href='/p/{0}'>Part {0}</a></h2><p>{1}</p>"
    assert [kind for kind, _ in told(own.format("A", PROSE) + own.format("B", PROSE))] == ["h2", "paragraph"] * 2
    anchor = "<h2><a data-href='#costs'>Costs</a></h2>"
    assert told(f"{anchor}<p>{PROSE}</p><h2>Time</h2><p>{PROSE}</p>") == [("h2", "Costs"), TEXT, ("h2", "Time"), TEXT]


def test_bold_lines_in_a_row_are_no_headings() -> None:
    """Three bold lines after one another are an address or a poster."""
    lines = "".join(f"<p><b>{line}</b></p>" for line in ("Town Hall", "The Quay", "Pennerley"))
    assert [kind for kind, _ in told(f"{lines}<p>{PROSE}</p>")] == ["paragraph"] * 4


@pytest.mark.parametrize(
    ("markup", "levels"),
    [
        ("<h1>A</h1>{p}<h3>B</h3>{p}<h5>C</h5>{p}<h3>D</h3>{p}", [2, 3, 4, 3]),
        ("<h4>A</h4>{p}<h6>B</h6>{p}<h4>C</h4>{p}<h2>D</h2>{p}", [2, 3, 2, 2]),
        ("<h2>Aaa</h2>{p}<p><b>Bbb</b></p>{p}<h2>Ccc</h2>{p}<p><b>Ddd</b></p>{p}", [2, 3, 2, 3]),
        ("<h2>Aaa</h2>{p}<p><b>Bbb</b></p>{p}", [2, 2]),
        ("<p><b>Aaa</b></p>{p}<p><b>Bbb</b></p>{p}", [2, 2]),
        ("<p><b>Aaa</b></p>{p}<h2>Bbb</h2>{p}<h3>Ccc</h3>{p}", [2, 2, 3]),
        ("<h2>A</h2>{p}<h3>B</h3>{p}<h4>C</h4>{p}<h5>D</h5>{p}<h6>E</h6>{p}<p><b>Fff</b></p>{p}", [2, 3, 4, 5, 6, 6]),
    ],
)
def test_levels_have_no_gap(markup: str, levels: list[int]) -> None:
    """Levels go down one step at a time from 2; bold lines stand under tagged ones; none is deeper than 6."""
    made = headings.consistent([Group("body", tuple(drafts(markup.format(p=f"<p>{PROSE}</p>"))))])
    assert [draft.level for draft in made[0].drafts if draft.kind == "heading"] == levels
