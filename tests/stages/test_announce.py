"""What a listener is told: chapters, quotations, lists, tables and pictures, in the pack's language."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainspoken import lang
from plainspoken.model import Release
from plainspoken.stages.script import passages
from plainspoken.words import words
from tests.build import block, easy, parts, release, section


def heard(made: Release, *, describe: bool = False) -> list[str]:
    """All that is said, announcements in brackets."""
    lines = [line for passage in passages(made, describe=describe) for line in passage.lines]
    return [line.said if line.segment else f"[{line.said}]" for line in lines]


def of(*blocks: object, tag: str = "en") -> Release:
    return Release(tag, (section("body", "body", *blocks),))  # type: ignore[arg-type]


def test_chapters() -> None:
    """A section without a heading is announced by its role, once where two in a row have the same."""
    made = Release(
        "en",
        (
            section("headline", "headline", block("h.p1", "News.")),
            section("standfirst", "standfirst", block("s.p1", "A.")),
            section("lead", "lead", block("l.p1", "B.")), section("body", "body", block("b.p1", "C.")),
            section("notes", "notes", block("n.h1", "For editors", kind="heading", level=2), block("n.p1", "D.")),
        ),
    )  # fmt: skip
    assert heard(made) == ["News.", "[Summary]", "A.", "B.", "[Main text]", "C.", "For editors", "D."]


def test_a_release_of_one_section_has_no_chapters() -> None:
    """Nothing is announced where there is nothing to tell apart."""
    assert heard(of(block("b.p1", "C."))) == ["C."]


def test_quotes() -> None:
    """A quotation says whose it is, and where it ends."""
    said = replace(block("b.q1", "“Never.”", kind="quote"), speaker="Jane Roe")
    assert heard(of(said, block("b.q2", "“Yes.”", kind="quote"))) == [
        "[Quote from Jane Roe]", "“Never.”", "[End of quote]", "[Quote]", "“Yes.”", "[End of quote]",
    ]  # fmt: skip


def test_lists() -> None:
    """A list is announced, and the items of a numbered one have their numbers."""
    items = parts("b.l1", "list", {"i1": "Stop.", "i1.1": "At once.", "i2": "Go."})
    assert heard(of(items)) == ["[List]", "Stop.", "At once.", "Go."]
    assert heard(of(replace(items, ordered=True))) == [
        "[List]", "[one.]", "Stop.", "At once.", "[two.]", "Go.",
    ]  # fmt: skip


def test_tables() -> None:
    """Each cell of a table comes after the head of its column; the first column names the row."""
    table = replace(
        parts("b.t1", "table", {"r1.c1": "Area", "r1.c2": "Calls", "r2.c1": "North", "r2.c2": "12"}),
        shape=(2, 2), header_rows=1,
    )  # fmt: skip
    assert heard(of(table)) == ["[Table]", "Area", "Calls", "North", "[Calls:]", "twelve"]
    assert heard(of(replace(table, header_rows=0))) == ["[Table]", "Area", "Calls", "North", "twelve"]
    wide = replace(table, shape=(2, 9))
    assert heard(of(wide)) == ["[Table]", "Area", "Calls", "North", "twelve"]


def test_pictures() -> None:
    """What a picture shows is said where that is wanted, before its caption."""
    picture = parts("b.f1", "figure", {"alt": "A red van", "caption": "The van", "credit": "PA"})
    assert heard(of(picture)) == ["The van"]
    assert heard(of(picture), describe=True) == ["[Picture: A red van]", "The van"]
    bare = parts("b.f1", "figure", {"alt": "A red van"})
    assert heard(of(bare, block("b.p1", "C.")), describe=True) == ["[Picture: A red van]", "C."]
    pauses = [line.pause for one in passages(of(bare, bare), describe=True) for line in one.lines]
    assert pauses == [0.7, 1.0]


@pytest.mark.parametrize("tag", lang.COMMUNITY)
def test_in_every_language(tag: str) -> None:
    """The announcements are in the pack's language, all 27 of them."""
    said = replace(block("b.q1", "x", kind="quote"), speaker="Jane")
    spoken = heard(of(said, parts("b.l1", "list", {"i1": "x"}), tag=tag))
    assert spoken == [
        f"[{words(tag)('Quote from %(speaker)s', speaker='Jane')}]", "x", f"[{words(tag)('End of quote')}]",
        f"[{words(tag)('List')}]", "x",
    ]  # fmt: skip
    assert tag == "en" or spoken[-2] != "[List]"


def test_a_language_without_a_catalogue() -> None:
    """Where the words would be English ones, nothing is announced."""
    assert heard(of(parts("b.l1", "list", {"i1": "Halt."}), tag="de")) == ["Halt."]


def test_pauses() -> None:
    """Easy read has pauses half as long again, announcements included."""
    made = of(parts("b.l1", "list", {"i1": "Stop.", "i2": "Go."}))
    usual, slow = (
        [line.pause for passage in passages(one) for line in passage.lines]
        for one in (made, replace(made, edition="easy"))
    )
    assert usual == [0.4, 0.45, 1.0]
    assert slow == [round(pause * 1.5, 3) for pause in usual]


def test_announcements_have_no_cue() -> None:
    """Every line with a sentence is a sentence of the release, once, in order."""
    for made in (release(), easy()):
        read = [line.segment.id for passage in passages(made) for line in passage.lines if line.segment]
        everything = [segment.id for segment in made.segments() if segment.part not in ("alt", "credit")]
        assert read == everything
