"""Pages that a script would show: the article is read from the script's values where one of them stands out."""

from __future__ import annotations

import json

import pytest
from lxml import html

from plainspoken.errors import SourceError
from plainspoken.model import Release
from plainspoken.readers import stored
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read
from tests.readers.pages import PROSE

BODY = (
    "".join(f"<p>{PROSE} It is bridge {number}.</p>" for number in range(15))
    + "<h2>What next</h2><p>Use the ferry.</p>"
)
SHORT = "<p>Read this.</p><p>And that.</p><p>And more.</p>" + "<p>The park opens on Monday at ten.</p>" * 12


def page(*values: str, kind: str = "application/json") -> bytes:
    tree = {"page": {"title": "Bridges closed", "items": [{"html": value} for value in values]}}
    held = json.dumps(tree).replace("<", "\\u003c")
    return (
        f"<html lang=en><head><title>Bridges closed</title><meta property='og:title' content='Bridges closed'></head>"
        f"<body><h1>Bridges closed</h1><div id=root></div><script type='{kind}'>{held}</script></body></html>"
    ).encode()


def parse(content: bytes) -> Release:
    return read(Page(content, url="https://town.example/news/1", charset="utf-8"))


@pytest.mark.parametrize("kind", ["application/json", "text/javascript", "module"])
def test_the_article_of_a_script(kind: str) -> None:
    """Headline, paragraphs and headings are there; a finding says where they are from."""
    release = parse(page(BODY, SHORT, kind=kind))
    assert release.headline == "Bridges closed"
    texts = [block.text for block in release.blocks()]
    assert texts[1] == f"{PROSE} It is bridge 0."
    assert texts[-2:] == ["What next", "Use the ferry."]
    assert "text-from-metadata" in [found.code for found in release.findings]


@pytest.mark.parametrize(
    "values",
    [
        (BODY, BODY.replace("bridge", "lock")),
        ("Only words, and no markup at all. " * 30,),
        ("<p>One.</p>" + "x" * 500,),
    ],
    ids=["two articles", "no markup", "one paragraph"],
)
def test_nothing_stands_out(values: tuple[str, ...]) -> None:
    """Of two articles neither is taken, and what isn't an article is none."""
    with pytest.raises(SourceError):
        parse(page(*values))


def test_hostile_values() -> None:
    """What a script holds is cleaned like any page: it runs nothing and asks for nothing."""
    evil = BODY + "<script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:alert(1)'>Here</a>"
    text = parse(page(evil)).to_json()
    assert "alert" not in text
    assert "javascript:" not in text


@pytest.mark.parametrize("script", ['"' * 50_000, '"\\' * 30_000, '"<p>' + "a" * 100_000, '"\\u003cp' * 20_000])
def test_long_scripts(script: str) -> None:
    """A script made to be slow to search is passed over in time that grows with its length."""
    assert stored.article(html.fromstring(f"<div><script>{script}</script></div>")) == ""
