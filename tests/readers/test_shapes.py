"""Odd shapes of pages: words that a script, a shadow tree or another dialect of HTML keeps folded away."""

from __future__ import annotations

import pytest

from plainspoken.model import Release
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read

FIRST = "The bridge is closed until 3 May because of flood damage, the council said on Monday."
SECOND = "The ferry runs every hour from the old harbour, and it is free for all who live here."
THIRD = "Drivers are asked to take the ring road and to leave earlier than they would on other days."
HEAD = "<!doctype html><html lang=en><title>Bridge closed</title><body>"


def release(page: str) -> Release:
    return read(Page((HEAD + page).encode(), "https://town.example/news/1"))


def texts(page: str) -> list[str]:
    return [block.text for block in release(page).blocks()]


def test_shadow_tree_with_slots() -> None:
    """A declared shadow tree is read in place of its host, whose children fill its slots; others are hidden."""
    page = (
        "<news-item><template shadowrootmode=open><article><h1><slot name=title>No title</slot></h1>"
        f"<div><slot></slot></div><p><slot name=more>{SECOND}</slot></p></article></template>"
        f"<span slot=title>Bridge closed</span><p>{FIRST}</p><p slot=none>Nobody sees this sentence here at all.</p>"
        "</news-item>"
    )
    assert texts(page) == ["Bridge closed", FIRST, SECOND]


def test_shadow_tree_in_a_shadow_tree() -> None:
    """A shadow tree may have hosts of others in it."""
    page = (
        "<a-page><template shadowrootmode=open><main><h1>Bridge closed</h1><a-text>"
        f"<template shadowrootmode=open><p>{FIRST}</p></template></a-text></main></template></a-page>"
    )
    assert texts(page) == ["Bridge closed", FIRST]


def test_other_templates_are_not_read() -> None:
    """A template without a shadow tree shows nothing."""
    assert texts(f"<h1>Bridge closed</h1><p>{FIRST}</p><template><p>{SECOND}</p></template>") == [
        "Bridge closed",
        FIRST,
    ]


def test_noscript() -> None:
    """What stands in for a script is read only where the page shows hardly anything else."""
    folded = (
        f"<noscript><article><h1>Bridge closed</h1><p>{FIRST}</p><p>{SECOND}</p><p>{THIRD}</p></article></noscript>"
    )
    page = f"<div id=root></div>{folded}<script src=a.js></script>"
    assert texts(page) == ["Bridge closed", FIRST, SECOND, THIRD]
    shown = f"<h1>Bridge closed</h1><p>{FIRST}</p><p>{FIRST} It will open in May.</p><p>{SECOND}</p>"
    assert texts(shown) == texts(shown + folded.replace(SECOND, "Please write to us, we are here for you."))


def test_picture_of_amp() -> None:
    """A picture of AMP is a figure with its description and caption; what stands in it stands in for it."""
    page = (
        f"<article><h1>Bridge closed</h1><p>{FIRST}</p><figure><amp-img src=/bridge.jpg width=800 height=600 "
        'alt="The broken bridge"><noscript><img src=/bridge.jpg></noscript></amp-img>'
        "<figcaption>The bridge on Monday</figcaption></figure></article>"
    )
    figures = [block for block in release(page).blocks() if block.kind == "figure"]
    assert [(one.src, one.alt, one.caption) for one in figures] == [
        ("https://town.example/bridge.jpg", "The broken bridge", "The bridge on Monday")
    ]


@pytest.mark.parametrize(
    ("extra", "shown"),
    [
        (f"<div hidden=until-found><p>{SECOND}</p></div>", True),
        (f"<details><summary>More</summary><p>{SECOND}</p></details>", True),
        (f"<div hidden><p>{SECOND}</p></div>", False),
        (f"<dialog><p>{SECOND}</p></dialog>", False),
    ],
    ids=["until-found", "details", "hidden", "dialog"],
)
def test_hidden(extra: str, shown: bool) -> None:
    """What a reader can open is read, what only a script opens is not."""
    assert (SECOND in texts(f"<h1>Bridge closed</h1><p>{FIRST}</p>{extra}")) == shown


def test_xhtml() -> None:
    """XHTML served as XML is read, with its CDATA sections and entities."""
    page = (
        '<?xml version="1.0" encoding="utf-8"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd">'
        '<html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en"><head><title>Bridge closed</title>'
        "<script type='text/javascript'>//<![CDATA[\nif (a < b) { c('<p>No.</p>') }\n//]]></script></head><body>"
        f"<h1>Bridge closed</h1><p>{FIRST}</p><p>The caf&eacute; &amp; the ferry stay open, which is &#163;4 a day.</p>"
        "</body></html>"
    )
    read_texts = [block.text for block in read(Page(page.encode())).blocks()]
    assert read_texts == ["Bridge closed", FIRST, "The café & the ferry stay open, which is £4 a day."]
