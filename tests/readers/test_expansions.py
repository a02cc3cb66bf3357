"""Abbreviations that the release writes out carry their long form where a later part uses them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspoken import parse
from plainspoken.model import Inline

_HEAD = "<h1>Help after a fire</h1><p>The Weston Fire Service (WFS) helps people after a fire in their home.</p>"


def _marked(body: str) -> list[tuple[str, str, str | None]]:
    release = parse(f'<html lang="en"><main>{_HEAD}{body}</main>')
    return [
        (segment.id, span.text, span.title)
        for segment in release.segments()
        for span in _flat(segment.spans)
        if span.kind == "abbr"
    ]


def _flat(spans: Sequence[Inline]) -> Iterator[Inline]:
    for span in spans:
        yield span
        yield from _flat(span.children)


def test_first_use_in_a_section() -> None:
    """The first use after the paragraph that writes it out is marked, once in a section."""
    body = "<p>The WFS came at once. The WFS stayed.</p><p>Ask the WFS for help.</p>"
    assert _marked(f"{body}<h2>Notes to editors</h2><p>The WFS has 40 officers and nine stations.</p>") == [
        ("body.p1.s1", "WFS", "Weston Fire Service"),
        ("notes.p2.s1", "WFS", "Weston Fire Service"),
    ]


def test_not_where_it_is_said_already() -> None:
    """A paragraph that writes it out, an address, another word and the page's own mark are left alone."""
    assert _marked("<p>Ask the Weston Fire Service (WFS) for help, at WFS.example or on the WFS-line.</p>") == []
    assert _marked('<p>Ask the <abbr title="the fire service">WFS</abbr>. The WFS will come to you soon.</p>') == [
        ("body.p1.s1", "WFS", "the fire service")
    ]


def test_within_other_marks() -> None:
    """A short form inside a link or partly bold keeps those marks."""
    release = parse(
        f'<html lang="en"><main>{_HEAD}<p>Ask <a href="https://wfs.example/help">the WFS team</a> for help.</p></main>'
    )
    block = next(block for block in release.blocks() if block.id == "body.p1")
    link = next(span for span in block.segments[0].spans if span.kind == "link")
    assert [(span.kind, span.text, span.title) for span in link.children] == [
        ("text", "the ", None), ("abbr", "WFS", "Weston Fire Service"), ("text", " team", None),
    ]  # fmt: skip
    assert block.text == "Ask the WFS team for help."


def test_quotations_and_headings_stay() -> None:
    """What somebody said, and a heading, get no mark."""
    assert _marked("<h2>What the WFS does</h2><blockquote>The WFS saved my home.</blockquote>") == []
