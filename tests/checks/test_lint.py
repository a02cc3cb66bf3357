"""Anyone's easy-read text: where it breaks which rule."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.errors import SourceError
from plainspoken.lint import lint
from tests.readers import documents as word


def codes(text: str) -> list[tuple[str, str]]:
    return [(one.at, one.code) for one in lint(text)]


@pytest.mark.parametrize(
    ("code", "text"),
    [
        ("sentence-long", " ".join(["word"] * 16) + "."),
        ("easy-contraction", "You don’t pay."),
        ("easy-shortened", "Bring a card, eg a bus pass."),
        ("easy-percentage", "It is 34% of people."),
        ("easy-two-negations", "It is not true that nobody came."),
        ("easy-hard-word", "He was on remand."),
        ("easy-passive", "The letter was sent by the council."),
        ("easy-acronym", "Ask the DVDS team."),
        ("easy-number-word", "We have three rooms."),
        ("easy-large-number", "We have 12,400 books."),
        ("easy-date-form", "Come on 14/03/2026."),
        ("easy-two-ideas", "The pool is open, and it is free."),
        ("easy-capitals", "DO NOT COME IN."),
        ("easy-line-shared", "Come in. It is free."),
        ("easy-word-broken", "Come to the meet-\ning."),
        ("easy-text-long", "It is free today.\n" * 260),
    ],
)
def test_each_rule(code: str, text: str) -> None:
    """A text that breaks one rule is told so by the code of that rule."""
    assert code in [one for _, one in codes(f"It is free.\n{text}")]


@pytest.mark.parametrize(
    "text",
    [
        "Call us on 01632 960 440.",
        "The court is open on 14 March 2026.",
        "You can come in.",
        "NHS means National Health Service.",
        "He is worried.",
        "# What happened?",
        "Ann Lee said: “We can’t wait.”",
    ],
)
def test_sound_lines(text: str) -> None:
    """A line that keeps the rules has no finding: phone numbers, plain dates, written-out short forms, quotations."""
    assert codes(text) == []


def test_lines() -> None:
    """A finding names the line of a text file as an editor counts it, and the broken rule's words."""
    [one] = lint("# Help\n\n- Call 999.\n- You can't wait.\n")
    assert (one.at, one.level, one.code) == ("line 4", "error", "easy-contraction")
    assert one.message.endswith("It has “can't”.")


def test_html_lines(tmp_path: Path) -> None:
    """In a page, the line is that of the element; what no reader sees is not held to the rules."""
    file = tmp_path / "easy.html"
    file.write_text(
        "<!doctype html><html><head><title>It isn’t</title></head><body>\n<script>don't()</script>\n<h1>Help</h1>\n"
        "<div>You can’t <b>wait</b>.<p>It is free.</p></div></body></html>",
        encoding="utf-8",
    )
    assert [(one.at, one.code) for one in lint(file)] == [("line 4", "easy-contraction")]


def test_word_paragraphs() -> None:
    """In a Word document, a line is a paragraph, empty ones not counted."""
    content = word.docx(word.paragraph("Help", "Title") + word.paragraph("You can’t wait."), "", styles=word.styles())
    assert [(one.at, one.code) for one in lint(content)] == [("line 2", "easy-contraction")]


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there says so."""
    with pytest.raises(SourceError):
        lint(tmp_path / "nothing.txt")
