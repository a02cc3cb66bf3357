"""Films, sound and pictures that a script would show: noted with their address and title, never loaded."""

from __future__ import annotations

import pytest

from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read
from tests.readers.pages import PROSE

URL = "https://town.example/news/1"


def figures(markup: str) -> list[tuple[str | None, str, str]]:
    """Return address, caption and description of each figure of a page with `markup` between its paragraphs."""
    page = f"<html lang=en><main><h1>A new bridge opens</h1><p>{PROSE}</p>{markup}<p>{PROSE}</p><p>{PROSE}</p></main>"
    release = read(Page(page.encode(), url=URL, charset="utf-8"))
    return [(block.src, block.caption, block.alt) for block in release.blocks() if block.kind == "figure"]


@pytest.mark.parametrize(
    ("markup", "expected"),
    [
        ("<iframe src='https://player.example/embed/7' title='How the bridge was built'></iframe>",
         ("https://player.example/embed/7", "", "How the bridge was built")),
        ("<figure><video controls><source src='/v/bridge.mp4'>No film here.</video>"
         "<figcaption>The bridge in use</figcaption></figure>",
         ("https://town.example/v/bridge.mp4", "The bridge in use", "")),
        ("<audio src='/v/mayor.mp3' aria-label='The mayor speaks'></audio>",
         ("https://town.example/v/mayor.mp3", "", "The mayor speaks")),
        ("<iframe src='//player.example/embed/7'></iframe>", ("https://player.example/embed/7", "", "")),
        ("<img src='data:image/gif;base64,R0' alt='A bridge'><noscript><img src='/p/a.jpg'></noscript>",
         ("https://town.example/p/a.jpg", "", "A bridge")),
        ("<figure><div class=lazy></div><noscript><img src='/p/a.jpg' alt='A bridge'></noscript></figure>",
         ("https://town.example/p/a.jpg", "", "A bridge")),
    ],
)  # fmt: skip
def test_what_a_script_would_show_is_noted(markup: str, expected: tuple[str, str, str]) -> None:
    """A player becomes a figure with its address and title; a picture in `noscript` takes its placeholder's place."""
    assert figures(markup) == [expected]


@pytest.mark.parametrize(
    "markup",
    [
        "<iframe src='https://ads.example/frame' title='Buy this'></iframe>",
        "<iframe src='javascript:alert(1)//video' title='Film'></iframe>",
        "<noscript><img src='https://stats.example/t.gif' width=1 height=1></noscript>",
        "<noscript><p>Please turn on scripts</p></noscript>",
        "<video></video>",
    ],
)
def test_what_is_no_part_of_the_release_stays_out(markup: str) -> None:
    """Frames that play nothing, counters, requests and addresses that could harm leave no figure."""
    assert figures(markup) == []


def left_out(markup: str) -> list[str]:
    """Return what the findings say that the article shows and that was not read."""
    page = f"<html lang=en><main><h1>A new bridge opens</h1><p>{PROSE}</p>{markup}<p>{PROSE}</p><p>{PROSE}</p></main>"
    release = read(Page(page.encode(), url=URL, charset="utf-8"))
    return [
        found.message.rpartition(". ")[2].removeprefix("Pictures: ")
        if found.code == "picture-inside"
        else found.message.split("read. ", 1)[1]
        for found in release.findings
        if found.code in ("embed-left-out", "picture-inside")
    ]


@pytest.mark.parametrize(
    ("markup", "named"),
    [
        ("<iframe src='https://maps.example/m?key=1' title='Where the bridge is'></iframe>",
         ["“Where the bridge is”."]),
        ("<iframe src='https://charts.example/1'></iframe><iframe src='https://charts.example/2'></iframe>",
         ["2 without a title."]),
        ("<p>See <iframe src='//forms.example/1'></iframe> below, it says.</p>", ["1 without a title."]),
        ("".join(f"<iframe src='https://m{number}.example/' title='Map {number}'></iframe>" for number in range(5)),
         ["“Map 0”, “Map 1”, “Map 2”, 2 more."]),
        ("<img src='cid:part1@town.example' alt='The old bridge at dusk'>", ["1."]),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_named(markup: str, named: list[str]) -> None:
    """A frame within the article is named by its title; a picture inside the document is counted."""
    assert left_out(markup) == named


@pytest.mark.parametrize(
    "markup",
    [
        "<iframe src='https://ads.example/300x250'></iframe>",
        "<iframe src='https://www.tagmanager.example/ns' width=0 height=0></iframe>",
        "<iframe src='https://x.example/' title='Advertisement'></iframe>",
        "<iframe src='about:blank'></iframe>",
        "<iframe src='https://[x'></iframe>",
        "<iframe></iframe>",
        "<iframe src='https://player.example/embed/7'></iframe>",
    ],
)
def test_what_nobody_misses_is_not_named(markup: str) -> None:
    """Advertisements, counters and empty frames are nothing that a reader loses; a film is a figure of its own."""
    assert left_out(markup) == []


def test_description_of_a_picture_inside() -> None:
    """A picture that has no address of its own is still said by its description."""
    assert figures("<img src='cid:part1@town.example' alt='The old bridge at dusk'>") == [
        (None, "", "The old bridge at dusk")
    ]
