"""Markdown: front matter, tables, lists, links and notes go the same way as a page's."""

from __future__ import annotations

import pytest

from plainspoken.readers.html import read
from plainspoken.readers.markdown import front_matter
from plainspoken.readers.source import open_source

RELEASE = """---
title: "Bridge closed until May"
date: 2024-03-12T09:30:00Z
lang: en-GB
---

The bridge is closed because of [the flood](https://weston.example/flood) that came last night, the council said[^1].

## Ways round it

* Use the ferry, which is free.
* Go by the old road.

| Way   | Minutes |
|-------|---------|
| Ferry | 10      |

<script>alert("no")</script>

[^1]: In a meeting on Monday.
"""


def test_a_release() -> None:
    """The title of the front matter is the headline; scripts inside are no text; a footnote follows the words."""
    release = read(open_source(RELEASE))
    assert (release.lang, release.published) == ("en-GB", "2024-03-12T09:30:00+00:00")
    assert [(block.kind, block.text) for block in release.blocks()] == [
        ("heading", "Bridge closed until May"),
        ("paragraph", "The bridge is closed because of the flood that came last night, the council said."),
        ("heading", "Ways round it"),
        ("list", "Use the ferry, which is free.\nGo by the old road."),
        ("table", "Way\tMinutes\nFerry\t10"),
        ("list", "In a meeting on Monday."),
    ]


@pytest.mark.parametrize(
    ("text", "fields", "rest"),
    [
        ("---\ntitle: 'It''s open'\n---\nText", {"title": "It's open"}, "Text"),
        ('+++\ntitle = "Open"\ndate = 2024-03-12\n+++\nText', {"title": "Open", "date": "2024-03-12"}, "Text"),
        ("---\nText between rules", {}, "---\nText between rules"),
        ("Title: no front matter", {}, "Title: no front matter"),
    ],
)
def test_front_matter(text: str, fields: dict[str, str], rest: str) -> None:
    """YAML's plain fields and TOML are read; a rule at the start is not taken for front matter."""
    assert front_matter(text) == (fields, rest)
