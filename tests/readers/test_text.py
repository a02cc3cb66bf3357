"""Plain text: paragraphs, headings and lists told by how the lines stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.readers import formats
from plainspoken.readers.html import read
from plainspoken.readers.source import open_source

RELEASE = """FOR IMMEDIATE RELEASE
12 March 2024

BRIDGE CLOSED UNTIL MAY AFTER FLOOD

The bridge in Weston is closed because of the flood that came last night and it
will open again in May, the council said today. See https://weston.example/map
for the ways round it.

What to take with you
---------------------

- A ticket for the ferry, which is free.
- A coat, since the wind on the water is colder than you
  may think.

Notes to editors

1. The bridge was built in 1931.
2. About 4,000 cars cross it each day.

Media contact:
Joe Bloggs
press@weston.example
"""


def test_a_release() -> None:
    """Wrapped lines are joined, short ones kept apart; headings, lists, date and contact come out as a page's do."""
    release = read(open_source(RELEASE))
    assert release.published == "2024-03-12"
    assert [(block.kind, block.text) for block in release.blocks()] == [
        ("heading", "BRIDGE CLOSED UNTIL MAY AFTER FLOOD"),
        (
            "paragraph",
            "The bridge in Weston is closed because of the flood that came last night and it will open again in May, "
            "the council said today. See https://weston.example/map for the ways round it.",
        ),
        ("heading", "What to take with you"),
        (
            "list",
            "A ticket for the ferry, which is free.\nA coat, since the wind on the water is colder than you may think.",
        ),
        ("heading", "Notes to editors"),
        ("list", "The bridge was built in 1931.\nAbout 4,000 cars cross it each day."),
        ("paragraph", "Media contact:\nJoe Bloggs\npress@weston.example"),
    ]
    assert [section.role for section in release.sections][-2:] == ["notes", "contact"]


def test_any_way_in(tmp_path: Path) -> None:
    """A file, its bytes and its text read the same, whatever the file is called and its lines end with."""
    path = tmp_path / "release.html"
    path.write_bytes(RELEASE.replace("\n", "\r\n").encode())
    assert read(open_source(path)) == read(open_source(RELEASE.encode())) == read(open_source(RELEASE))


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("<!doctype html><p># Not a heading", "x.md", "html"),
        ("Text before <p>a paragraph", "", "html"),
        ('{"a": "<p>"}', "", "html"),
        ("[Embargoed until Monday]\n\nBridge closed", "", "text"),
        ("Plain words", "x.txt", "text"),
        ("Plain words", "x.md", "markdown"),
        ("# Head\n\nSee [this](https://a.example/)", "x.txt", "markdown"),
        ("# Head\n\nText", "", "markdown"),
    ],
)
def test_format_by_content_then_name(text: str, name: str, kind: str) -> None:
    """What a text is shows in itself; its name decides only where both readings fit."""
    assert formats.of_text(text, name) == kind
