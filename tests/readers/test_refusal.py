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


ROWS = {
    "cards": "<article><h2><a href='/n/{0}'>Library number {0} opens in the town</a></h2><p>The library in street "
    "{0} opens on Monday, and everyone can come from nine in the morning until late.</p></article>",
    "boxes": "<div><h3><a href='/n/{0}'>Library number {0} opens in the town</a></h3><p>The library in street {0} "
    "opens on Monday, and everyone can come. <a href='/n/{0}'>Read more</a></p></div>",
    "items": "<li><a href='/n/{0}'>Library number {0} opens in the town</a><p>The library in street {0} opens on "
    "Monday, and everyone can come from nine.</p></li>",
    "rows": "<tr><td>{0} March 2026</td><td><a href='/n/{0}'>Library number {0} opens in the town</a></td></tr>",
}
BESIDE = {"cards": "main", "boxes": "main", "items": "ul", "rows": "table"}


def listing(kind: str, before: str, many: int = 10, head: str = "") -> bytes:
    rows = "".join(ROWS[kind].format(number) for number in range(many))
    box = BESIDE[kind]
    rows = rows if box == "main" else f"<{box}>{rows}</{box}>"
    return f"<html lang=en><head>{head}</head><body><main>{before}{rows}</main></body></html>".encode()


@pytest.mark.parametrize("kind", ROWS)
@pytest.mark.parametrize(
    "before",
    [
        "<h1>Press releases</h1>",
        "<h1>Latest news from the council</h1><p>Here you find all our news, which we also send by e-mail.</p>",
        "<h1>Library</h1><p>You asked for “library”. We found 124 pages about it, the best ten of them first.</p>",
    ],
    ids=["archive", "news", "search"],
)
def test_lists_of_releases(kind: str, before: str) -> None:
    """A page of teasers is no release, whatever its rows are made of; its reader is told to open one of them."""
    with pytest.raises(SourceError) as caught:
        read(Page(listing(kind, before), url="https://town.example/news", charset="utf-8"))
    assert "a list of links or releases" in str(caught.value)
    assert "Open one of the releases" in str(caught.value)


@pytest.mark.parametrize("kind", ROWS)
def test_releases_with_teasers_beneath(kind: str) -> None:
    """A story keeps its page: a long one by its length, a short one by what its markup says."""
    long = f"<h1>Bridge closed</h1>{''.join(f'<p>{SENTENCE} Use ferry {number}.</p>' for number in range(6))}"
    short = f"<h1>Bridge closed</h1><p>{SENTENCE}</p>"
    claim = "<meta property='og:type' content='article'>"
    for page in (listing(kind, long), listing(kind, short, head=claim), listing(kind, short, many=4)):
        release = read(Page(page, url="https://town.example/news/1", charset="utf-8"))
        assert release.headline == "Bridge closed"
        assert SENTENCE in [segment.text for segment in release.segments()]


@pytest.mark.parametrize(
    "page",
    [
        "<h1>Oops! That page can’t be found.</h1><p>It seems that nothing is here.</p>" + f"<p>{SENTENCE}</p>" * 6,
        "<h1>Sorry</h1><p>We could not find the page that you were looking for. It may have moved.</p>"
        + f"<p>{SENTENCE}</p>" * 6,
        "<h1>Tudalen heb ei chanfod</h1><p>Mae'n ddrwg gennym, nid yw'r dudalen hon yma mwyach.</p>",
        "<h1>Страница не найдена</h1><p>К сожалению, такой страницы на нашем сайте больше нет, начните с главной.</p>",
    ],
)
def test_errors_that_say_all_is_well(page: str) -> None:
    """A page that was not found is refused by its words, whatever status it came with and whatever else it offers."""
    with pytest.raises(SourceError, match="the page was not found"):
        read(Page(f"<html lang=en><main>{page}</main>".encode(), charset="utf-8"))


def test_a_release_about_finding() -> None:
    """A story that speaks of pages and of what was found is a story."""
    page = f"<h1>404 homes to be built</h1><p>{SENTENCE}</p><p>Nothing was found under the bridge, she said.</p>"
    release = read(Page(f"<html lang=en><main>{page}</main>".encode(), charset="utf-8"))
    assert release.headline == "404 homes to be built"
