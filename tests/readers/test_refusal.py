"""Pages without a release: each is refused by its own name, with what to do."""

from __future__ import annotations

import pytest

from plainspoken.errors import SourceError
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read

ASKING = (
    "We and our partners use cookies to store personal data on your device. You can change your consent at any time. "
)
SENTENCE = "The bridge is closed until 3 May because of flood damage, the council said on Monday."


@pytest.mark.parametrize(
    ("page", "says", "todo"),
    [
        (
            f"<title>Before you continue</title><h1>Before you continue</h1><p>{ASKING * 4}</p>"
            "<button>Accept all</button>",
            "asks for consent",
            "save the release's page from there",
        ),
        (
            "<title>Internal Server Error</title><h1>Internal Server Error</h1><p>The server met a problem and could "
            "not answer what you asked for.</p>",
            "an error page",
            "Give the address or file of one release.",
        ),
        ("<frameset><frame src=menu.html><frame src=news.html></frameset>", "frames", "(menu.html, news.html)"),
        (
            "<amp-story standalone><amp-story-page><h1>Bridge</h1></amp-story-page></amp-story>",
            "a slide show",
            "article",
        ),
        (
            '<meta http-equiv=refresh content="0; url=https://town.example/news/1"><p>Redirecting</p>',
            "sends its reader on",
            "https://town.example/news/1",
        ),
        ('<h1>Bridge closed</h1><embed src="/files/bridge.pdf">', "shows a PDF", "/files/bridge.pdf"),
        ('<h1>Bridge closed</h1><object data="x" type="application/pdf"></object>', "shows a PDF", "(x)"),
        (
            '<title>Bridge</title><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">'
            f'{{"text": "{SENTENCE * 4}"}}</script>',
            "loaded by a script",
            "print view",
        ),
        ("<title>Site under construction</title><h1>Come back</h1>", "under construction", "Try again later"),
        ("<title>Bridge</title><video src=a.mp4></video>", "a film", ".txt"),
        ("<title>Bridge</title><img src=a.jpg>", "a picture alone", ".txt"),
    ],
    ids=["consent", "error", "frames", "story", "refresh", "pdf", "object", "script", "building", "film", "picture"],
)
def test_named(page: str, says: str, todo: str) -> None:
    """The message says what the page is, and what its reader can do."""
    with pytest.raises(SourceError) as caught:
        read(Page(f"<html lang=en>{page}".encode()))
    assert says in caught.value.what
    assert todo in caught.value.todo
    assert caught.value.exit_code == 3


@pytest.mark.parametrize(
    "page",
    [
        f"<title>Council fined over cookies</title><h1>Council fined</h1><p>{ASKING * 2}</p><p>{SENTENCE}</p>",
        f'<meta http-equiv=refresh content="1800; url=/news/1"><h1>Bridge closed</h1><p>{SENTENCE}</p>',
        f"<h1>Bridge closed</h1><p>{SENTENCE}</p><object data=plan.pdf></object><video src=a.mp4></video>",
        f"<title>404 homes built</title><h1>New homes built</h1><p>{SENTENCE * 6}</p>",
        f"<h1>Bridge closed</h1><p>{SENTENCE}</p><script>window.__INITIAL_STATE__ = {{}}</script>",
    ],
    ids=["about cookies", "refresh", "media", "number", "state"],
)
def test_release_with_such_a_sign_is_read(page: str) -> None:
    """A sign of another kind of page is no reason to refuse one that has a release."""
    assert SENTENCE in " ".join(block.text for block in read(Page(f"<html lang=en>{page}".encode())).blocks())


def _codes(page: str) -> list[str]:
    return [found.code for found in read(Page(f"<html lang=en>{page}".encode())).findings]


def test_text_in_metadata_alone() -> None:
    """A whole text in JSON-LD is read with a warning; a summary there is no release."""
    page = '<title>Bridge closed</title><h1>Bridge closed</h1><script type="application/ld+json">{}</script>'
    thing = '{"@type": "NewsArticle", "headline": "Bridge closed", "articleBody": "%s"}'
    assert "text-from-metadata" in _codes(page.format(thing % f"{SENTENCE} {SENTENCE} {SENTENCE}"))
    with pytest.raises(SourceError, match="no release"):
        _codes(page.format(thing % ("The bridge " + "over the river and the old harbour " * 8 + "…")))


def test_text_behind_a_paywall() -> None:
    """The start of a text that has to be paid for is read, and the finding says that it is cut."""
    page = f"<h1>Bridge closed</h1><p>{SENTENCE}</p>"
    assert "text-cut" in _codes(f"{page}<div>Subscribe to continue reading</div>")
    assert "text-cut" not in _codes(page)
