"""Roles of the last parts: no heading on the way is lost."""

from __future__ import annotations

import pytest

import plainspoken as ps

STORY = (
    "<html lang=en><body><main><h1>Three libraries to open on Sundays</h1>"
    "<p>Northby Council will open three of its libraries on Sundays from 7 June 2026.</p>"
    "<p>They will be open from 10am to 4pm each week.</p>{}</main></body></html>"
)


@pytest.mark.parametrize(
    ("ending", "headings"),
    [
        ("<h2>Notes to editors</h2><p>Media contact: Joe Hale, 01632 960322</p>", ["Notes to editors"]),
        (
            "<h2>Notes to editors</h2><h3>About the scheme</h3><p>It started in 2020, paid for by us.</p>",
            ["Notes to editors", "About the scheme"],
        ),
        (
            "<h2>Notes to editors</h2><p>It started in 2020.</p><h2>Media contact</h2><p>Joe Hale, 01632 960322</p>",
            ["Notes to editors", "Media contact"],
        ),
    ],
)
def test_headings_of_the_last_parts_stay(ending: str, headings: list[str]) -> None:
    """A heading stays with what stands under it, whichever role that has."""
    release = ps.parse(STORY.format(ending))
    found = [block.text for section in release.sections[1:] for block in section.blocks if block.kind == "heading"]
    assert found == headings
