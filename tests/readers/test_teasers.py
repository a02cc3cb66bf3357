"""Ways out of a release: what leads to other stories goes, what leads to the release's own papers stays."""

from __future__ import annotations

import pytest

from plainspoken.readers import teasers
from tests.readers.pages import PROSE, drafts

FERRY = '<a data-href="https://town.example/news/2">The ferry starts again on Friday after its long repair</a>'


def texts(markup: str) -> list[str]:
    """Return what is left of an article's blocks."""
    return [draft.text for draft in teasers.without(drafts(markup))]


@pytest.mark.parametrize(
    "opener",
    ["Related news", "Our Latest Stories", "Meistgelesen", "Lire aussi", "Les også", "Keep reading", "関連記事"],
)
def test_heading_of_teasers_opens_them(opener: str) -> None:
    """What stands under a heading that announces other stories goes with it, in any language that we know."""
    assert texts(f"<p>{PROSE}</p><h2>{opener}</h2><h3>{FERRY}</h3><p>It runs at six.</p>") == [PROSE]


def test_line_that_is_no_heading_opens_only_links() -> None:
    """A paragraph that announces other stories takes the links under it along, and nothing else."""
    assert texts(f"<p>{PROSE}</p><p>Keep reading</p><p>{FERRY}</p><p>The park opens too.</p>") == [
        PROSE,
        "The park opens too.",
    ]


def test_teasers_inside_an_article_end_where_it_goes_on() -> None:
    """Paragraphs in the box in which three stood before belong to the article, whatever came between."""
    prose = f"<p>{PROSE}</p>"
    box = f'<div class="copy">{prose * 3}<h3>More:</h3><ul><li>{FERRY}</li></ul>{prose * 2}</div>'
    assert texts(box) == [PROSE] * 5


@pytest.mark.parametrize(
    "label", ["Read also:", "ALSO READ:", "Lesen Sie auch:", "À lire :", "Leggi anche:", "Les også –"]
)
def test_pointer_goes(label: str) -> None:
    """A line that says "Read also:" and links to another story goes."""
    assert texts(f"<p>{PROSE}</p><p>{label} {FERRY}</p>") == [PROSE]


def test_pointer_without_a_link_stays() -> None:
    """Words alone lead nowhere: a sentence may begin like a pointer."""
    assert texts("<p>More: the council will plant forty trees.</p>") == ["More: the council will plant forty trees."]


def test_linked_heading_stays_over_its_own_text() -> None:
    """A heading that is a link is a teaser's only where no text of its own stands under it."""
    assert texts(f"<p>{PROSE}</p><h2>{FERRY}</h2><p>{PROSE}</p>")[1].startswith("The ferry")
    assert texts(f"<p>{PROSE}</p><h2>{FERRY}</h2><h2>What comes next</h2><p>{PROSE}</p>") == [
        PROSE,
        "What comes next",
        PROSE,
    ]


def test_row_of_linked_lines_goes() -> None:
    """Three and more lines in a row that are links as a whole lead away; two may be the release's own."""
    assert texts(f"<p>{PROSE}</p>" + f"<p>{FERRY}</p>" * 3) == [PROSE]
    assert len(texts(f"<p>{PROSE}</p>" + f"<p>{FERRY}</p>" * 2)) == 3


def test_papers_of_a_release_stay() -> None:
    """Linked files, addresses and what stands under notes to editors are the release's own."""
    paper = '<p><a data-href="https://town.example/plan.pdf">The plan of the bridge as it was agreed</a></p>'
    assert len(texts(f"<p>{PROSE}</p>{paper * 3}")) == 4
    assert len(texts(f"<p>{PROSE}</p><h2>Notes to editors</h2>" + f"<p>{FERRY}</p>" * 3)) == 5


def test_the_box_counts_not_the_paragraph() -> None:
    """Where an article goes on is told by what holds its paragraphs; their own classes change within it."""
    prose = "".join(f'<p class="{name}">{PROSE}</p>' for name in ("a", "", "b"))
    box = f'<div class="copy">{prose}<h4>More:</h4><ul><li>{FERRY}</li></ul>{prose}</div>'
    assert texts(box) == [PROSE] * 6


def test_several_headings_at_the_end_go() -> None:
    """Headings with a picture at most under each are cards of other stories; what stands before them stays."""
    picture = '<img src="https://town.example/a.jpg" alt="A ferry on the river">'
    cards = f"<h3>The park opens</h3>{picture}<h3>A new school</h3>{picture}"

    def left(markup: str) -> list[str]:
        return [draft.text for draft in teasers.ended(drafts(markup))]

    assert left(f"<p>{PROSE}</p>{picture}{cards}") == [PROSE, "A ferry on the river"]
    assert left(f"<p>{PROSE}</p>{cards}<p>{PROSE}</p>")[1] == "The park opens"
    notes = left(f"<p>{PROSE}</p><h3>Notes to editors</h3>{picture}<h3>A new school</h3>{picture}")
    assert notes[1] == "Notes to editors"
