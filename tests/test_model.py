"""The release as a value: text, identity, traversal, and its JSON there and back."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken import Error, Release
from plainspoken.findings import finding
from plainspoken.model import Block, Inline, Merged, Section, Segment, plain


def segment(id: str, text: str, part: str = "", gap: str = "") -> Segment:
    return Segment(id, plain(text), part=part, gap=gap)


TABLE = Block(
    "body.p2",
    "table",
    (segment("body.p2.r1c1.s1", "Home", "r1.c1"), segment("body.p2.r1c3.s1", "£500", "r1.c3")),
    shape=(1, 3),
    header_rows=1,
    header_columns=1,
    merged=(Merged(1, 1, 1, 2),),
)
LIST = Block(
    "body.p3",
    "list",
    (segment("body.p3.i1.s1", "Call 999.", "i1", " "), segment("body.p3.i1.s2", "Then wait.", "i1"),
     segment("body.p3.i1.1.s1", "Outside.", "i1.1")),
)  # fmt: skip
FIGURE = Block(
    "body.p4",
    "figure",
    (segment("body.p4.alt.s1", "A bridge", "alt"), segment("body.p4.caption.s1", "The bridge.", "caption")),
    src="https://example.org/a.jpg",
)
LINK = Inline("link", "call 101", href="tel:101", children=(Inline("text", "call "), Inline("strong", "101")))
RELEASE = Release(
    lang="en-GB",
    published="2026-02-10T14:05:00+00:00",
    publisher="Wessex Valley Police",
    sections=(
        Section(
            "headline", "headline", (Block("headline.p1", "heading", (segment("headline.p1.s1", "Jailed"),), level=1),)
        ),
        Section(
            "body",
            "body",
            (
                Block(
                    "body.p1",
                    "quote",
                    (Segment("body.p1.s1", (Inline("text", "Please "), LINK), gap=" "), segment("body.p1.s2", "Now.")),
                    speaker="Priya Nandakumar",
                ),
                TABLE,
                LIST,
                FIGURE,
            ),
        ),
    ),
    findings=(finding("no-date", "", "Really."),),
)


def test_text_of_each_kind_of_block() -> None:
    """A block's text joins its sentences; items, cells and captions keep their places."""
    quote = next(block for block in RELEASE.blocks() if block.kind == "quote")
    assert quote.text == "Please call 101 Now."
    assert (TABLE.rows, TABLE.text) == ((("Home", "", "£500"),), "Home\t\t£500")
    assert LIST.items == ("Call 999. Then wait.", "Outside.")
    assert (FIGURE.alt, FIGURE.caption, FIGURE.text) == ("A bridge", "The bridge.", "The bridge.")


def test_json_there_and_back() -> None:
    """What `to_json` writes, `from_json` reads back whole."""
    assert Release.from_json(RELEASE.to_json()) == RELEASE


def test_json_has_the_contracts_keys() -> None:
    """The JSON names what others rely on: texts, items, rows, spans with their own words."""
    tree = json.loads(RELEASE.to_json())
    assert tree["schema"] == "plainspoken/release/1"
    assert tree["headline"] == "Jailed"
    quote, table, bullets, figure = tree["sections"][1]["blocks"]
    assert quote["speaker"] == "Priya Nandakumar"
    assert quote["segments"][0]["spans"][1]["href"] == "tel:101"
    assert (table["rows"], table["header_rows"]) == ([["Home", "", "£500"]], 1)
    assert (table["header_columns"], table["merged"]) == (1, [{"row": 1, "column": 1, "rows": 1, "columns": 2}])
    assert bullets["items"] == ["Call 999. Then wait.", "Outside."]
    assert figure["caption"] == "The bridge."
    assert tree["findings"][0]["code"] == "no-date"


@given(st.lists(st.text(min_size=1).filter(str.strip), min_size=1, max_size=4))
def test_json_keeps_any_text(texts: list[str]) -> None:
    """No character of a release is lost or changed by its JSON."""
    segments = tuple(segment(f"body.p1.s{number}", text) for number, text in enumerate(texts, 1))
    release = Release("en", (Section("body", "body", (Block("body.p1", "paragraph", segments),)),))
    assert Release.from_json(release.to_json()) == release


@pytest.mark.parametrize(
    "text", ["", "[]", "{}", '{"schema": "other/1"}', '{"schema": "plainspoken/release/1", "lang": 3}']
)
def test_json_that_is_no_release(text: str) -> None:
    """JSON of another kind is refused with our error, whatever is wrong with it."""
    with pytest.raises(Error, match="not a release"):
        Release.from_json(text)


def test_map_changes_segments_alone() -> None:
    """`map` leaves the tree as it was, but for the segments it was given."""
    mapped = RELEASE.map(lambda one: replace(one, spans=plain(one.text.upper())))
    assert [one.text for one in mapped.segments()] == [one.text.upper() for one in RELEASE.segments()]
    assert RELEASE.map(lambda one: one) == RELEASE


def test_digest_is_of_what_it_is_not_where_it_stands() -> None:
    """The same words and markup have one digest, wherever they stand; other markup has another."""
    here, there = segment("body.p1.s1", "Call 101."), segment("notes.p9.s3", "Call 101.")
    linked = Segment("body.p1.s1", (Inline("link", "Call 101.", href="tel:101"),))
    assert here.digest == there.digest
    assert here.digest != linked.digest


def test_findings_stand_once() -> None:
    """The same finding twice is one finding."""
    one = finding("no-date", "", "Really.")
    assert RELEASE.with_findings(one, finding("no-publisher")).findings == (one, finding("no-publisher"))
