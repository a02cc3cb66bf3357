"""Tables: values or layout; which cells head others; what spans several places."""

from __future__ import annotations

import pytest

from plainspoken.model import Merged
from plainspoken.readers.draft import Draft
from plainspoken.readers.runs import words
from tests.readers.pages import drafts, told


def table(markup: str) -> Draft:
    """Return the one table of a markup."""
    found = [draft for draft in drafts(f"<div>{markup}</div>") if draft.kind == "table"]
    assert len(found) == 1
    return found[0]


def heads(markup: str) -> tuple[int, int]:
    """Return how many rows and columns of a table head others."""
    found = table(markup)
    return found.header_rows, found.header_columns


def test_cells_keep_their_places_beneath_and_beside_merged_ones() -> None:
    """A merged cell's words stand in its first place; the cells after it move on."""
    made = table(
        "<table><thead><tr><th rowspan=2>Bus</th><th colspan=2>Fares</th></tr><tr><th>Day<th>Week<tbody>"
        "<tr><th rowspan=2>7</th><td>£2</td><td>£9</td></tr><tr><td colspan=2>none on Sunday</td></tr></table>"
    )
    assert {name: words(runs) for name, runs in made.parts} == {
        "r1.c1": "Bus", "r1.c2": "Fares", "r2.c2": "Day", "r2.c3": "Week", "r3.c1": "7", "r3.c2": "£2", "r3.c3": "£9",
        "r4.c2": "none on Sunday",
    }  # fmt: skip
    assert (made.shape, made.header_rows, made.header_columns) == ((4, 3), 2, 1)
    assert made.merged == (Merged(1, 1, 2, 1), Merged(1, 2, 1, 2), Merged(3, 1, 2, 1), Merged(4, 2, 1, 2))


def test_a_span_ends_with_the_table_and_with_its_header() -> None:
    """A span that says more places than there are, none or nonsense reaches as far as it can."""
    made = table(
        "<table><thead><tr><th rowspan=5>Day</th><th colspan=999999>Hall</th></tr></thead>"
        "<tbody><tr><td rowspan=0>Monday</td><td colspan=4>9 to 5</td></tr><tr><td colspan=two>10 to 4</table>"
    )
    assert (made.shape, made.merged) == ((3, 2), (Merged(2, 1, 2, 1),))


@pytest.mark.parametrize(
    ("markup", "rows", "columns"),
    [
        pytest.param("<tr><th>A<th>B<tr><td>1<td>2", 1, 0, id="a row of headers"),
        pytest.param("<thead><tr><td>A<td>B<tbody><tr><td>1<td>2", 1, 0, id="a head without headers"),
        pytest.param("<tr><th colspan=2>A<tr><th>B<th>C<tr><td>1<td>2", 2, 0, id="two rows of headers"),
        pytest.param("<tr><th scope=row>A<td>1<tr><th scope=row>B<td>2", 0, 1, id="headers of rows"),
        pytest.param("<tr><th>A<td>1<td>3<tr><th>B<td>2<td>4", 0, 1, id="headers in the first column, without scope"),
        pytest.param("<tr><th>X<th>Y<tr><th>A<td>1<tr><th>B<td>2", 1, 1, id="headers of both"),
        pytest.param("<tr><td><th>Y<th>Z<tr><td>A<td>1<td>3", 1, 1, id="an empty corner"),
        pytest.param("<tr><th>P<th>Q<td>1<tr><th>R<th>S<td>2", 0, 2, id="two columns of headers"),
        pytest.param(
            "<tr><td role=columnheader>A<td role=columnheader>B<tr><td>1<td>2<tr><td>1<td>2", 1, 0, id="headers by role"
        ),
        pytest.param("<tr><td><b>A</b><td><b>B</b><tr><td>1<td>2<tr><td>3<td>4", 1, 0, id="a bold first row"),
        pytest.param("<tr><td><b>A</b><td><b>12</b><tr><td>B<td>2<tr><td>C<td>4", 0, 0, id="bold values"),
        pytest.param("<tr><td>A<td>1<tr><td>B<td>2", 0, 0, id="no headers"),
        pytest.param("<tr><th>A<th>B<tr><th>C<th>D", 0, 1, id="nothing but headers"),
    ],
)
def test_what_heads_rows_and_columns(markup: str, rows: int, columns: int) -> None:
    """Headers head columns at the top and rows at the start: by tag, scope, role, `thead`, bold or an empty corner."""
    assert heads(f"<table>{markup}</table>") == (rows, columns)


def test_bold_is_the_dress_of_a_header() -> None:
    """Bold over the whole of a header is no emphasis; in a value it is."""
    made = table("<table><tr><th><b>Day</b><th>Time<tr><td>Monday<td><b>closed</b></table>")
    assert [[mark.kind for run in runs for mark in run.marks] for _, runs in made.parts] == [[], [], [], ["strong"]]


def test_boxes_in_a_cell_are_lines() -> None:
    """Paragraphs and items in a cell don't run into one another."""
    made = table(
        "<table><tr><th>Who<th>What<tr><td><p>Ada</p><p>Ben</p><td><ul><li>paint</li><li>brush</li></ul></table>"
    )
    assert [words(runs) for _, runs in made.parts] == ["Who", "What", "Ada\nBen", "paint\nbrush"]


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<table role=presentation><tr><td><p>One.<td><p>Two.</table>", id="by role"),
        pytest.param("<table><tr><td><p>One.<td><p>Two.</table>", id="one row"),
        pytest.param("<table><tr><td><p>One.<tr><td><p>Two.</table>", id="one column"),
        pytest.param("<table><tr><td><p>One.<td><table><tr><td><p>Two.</table></table>", id="a table in a table"),
    ],
)
def test_layout_is_no_table(markup: str) -> None:
    """A table that only lays out leaves its cells' own blocks, in order."""
    assert told(markup) == [("paragraph", "One."), ("paragraph", "Two.")]


def test_a_table_of_headings_and_text_lays_out() -> None:
    """Cells with headings of their own are parts of a page, not values."""
    assert told("<table><tr><td><h2>One</h2><td><p>Text.<tr><td><h2>Two</h2><td><p>More.</table>") == [
        ("h2", "One"), ("paragraph", "Text."), ("h2", "Two"), ("paragraph", "More.")
    ]  # fmt: skip


def test_a_table_keeps_its_caption_and_empty_tables_go() -> None:
    """The caption belongs to the table; a table without a word is nothing."""
    assert told("<table><caption>Fares</caption><tr><td>Day<td>£2</table><table><tr><th><th></table>") == [
        ("table", "caption: Fares | r1.c1: Day | r1.c2: £2")
    ]
