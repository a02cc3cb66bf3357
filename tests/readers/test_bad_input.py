"""Bad input: each kind gets a clear message and exit code 3, or is read without harm; nothing crashes or hangs."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.errors import SourceError
from plainspoken.model import Release
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read
from plainspoken.readers.source import open_source

SENTENCE = "<p>The bridge is closed until 3 May because of flood damage, the council said on Monday.</p>"
PAGE = (
    f"<!doctype html><html lang=en><title>Bridge closed</title><body><h1>Bridge closed for repairs</h1>{SENTENCE * 3}"
)


def parse(source: str | bytes | Path) -> Release:
    return read(open_source(source))


def texts(release: Release) -> list[str]:
    return [block.text for block in release.blocks()]


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"\xef\xbb\xbf", "empty"),
        (b"%PDF-1.7 ...", "a PDF"),
        (b"PK\x03\x04 word/document.xml", "Office"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old Office"),
        (b"{\\rtf1 text}", "RTF"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"\xff\xd8\xff\xe0", "picture"),
        (b"\x1f\x8b\x08", "gzip"),
        (bytes(range(256)) * 20, "binary"),
        (b'{"headline": "<b>x</b>"}', "JSON"),
        (b'[{"a": 1}]', "JSON"),
        (b"Just some words.", "no release"),
        (b'<?xml version="1.0"?><rss version="2.0"><channel/></rss>', "XML (rss)"),
        (b'<?xml version="1.0"?><letter><to>You</to></letter>', "XML (letter)"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"><text>Hello to all of you.</text></svg>', "XML (svg)"),
        (b"<html><body></body></html>", "empty"),
        (b"<p>" + b"x" * 50_000_000, "more than 20 MB"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_is_not_a_page_is_named(content: bytes, says: str) -> None:
    """Anything but HTML is refused with exit code 3, by its own name, and with what to do."""
    with pytest.raises(SourceError) as caught:
        parse(content)
    assert says in caught.value.what
    assert caught.value.exit_code == 3
    assert caught.value.todo


@pytest.mark.parametrize(
    ("page", "says"),
    [
        (
            "<title>Log in</title><h1>Log in</h1><form><p>Please enter your name and your password to go on.</p>"
            "<input type=password></form>",
            "a log-in page",
        ),
        (
            "<title>404</title><h1>Page not found</h1><p>We could not find the page that you asked for. It may have "
            "been moved, or it may have been deleted.</p>",
            "an error page",
        ),
        (
            "<title>Search results for bridge</title><h1>Search results</h1>"
            + "<div><h3><a href=/1>Bridge closed again</a></h3><p>The bridge is closed until…</p></div>" * 5,
            "a page of search results",
        ),
        (
            "<title>Town Council</title>" + "<li><a href=/a>Council tax and bins</a></li>" * 20,
            "a list of links",
        ),
        ("<title>News</title><div id=root></div><script src=/app.js></script>", "loaded by a script"),
        ("<frameset><frame src=a.html></frameset>", "a page of frames"),
    ],
    ids=["login", "404", "search", "menu", "script", "frames"],
)
def test_page_without_a_release_is_named(page: str, says: str) -> None:
    """A page that has no release is refused, and the message says what it is instead."""
    with pytest.raises(SourceError) as caught:
        parse(f"<html lang=en>{page}")
    assert says in str(caught.value)


def test_missing_file() -> None:
    """A name that is no file says so, with the name."""
    with pytest.raises(SourceError, match="no such file") as caught:
        parse("no-such-page.html")
    assert caught.value.where == "no-such-page.html"


def test_folder(tmp_path: Path) -> None:
    """A folder is not read."""
    with pytest.raises(SourceError, match="folder"):
        parse(tmp_path)


def test_large_file_is_not_read(tmp_path: Path) -> None:
    """A file of 50 MB is refused by its size, before a byte of it is read."""
    path = tmp_path / "large.html"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    with pytest.raises(SourceError, match="20 MB"):
        parse(path)


def test_file_and_text_read_the_same(tmp_path: Path) -> None:
    """A page reads the same from a file, from bytes and from text."""
    path = tmp_path / "page.html"
    path.write_text(PAGE, "utf-8")
    assert parse(path) == parse(str(path)) == parse(PAGE.encode()) == parse(PAGE)


@pytest.mark.parametrize("tag", ["div", "b", "span", "blockquote", "ul><li", "table><tr><td", "section", "font"])
def test_ten_thousand_nested_tags(tag: str) -> None:
    """Tags nested 10,000 deep cost no words and no crash; the cut is reported."""
    release = parse(PAGE + f"<{tag}>" * 10_000 + "<p>The ferry runs every hour from the old harbour.</p>")
    assert "The ferry runs every hour from the old harbour." in texts(release)
    assert "nesting-cut" in [found.code for found in release.findings]


def test_article_inside_ten_thousand_tags() -> None:
    """Even where the whole article stands at the bottom, its words come through."""
    release = parse("<html lang=en>" + "<div>" * 10_000 + f"<h1>Bridge closed for repairs</h1>{SENTENCE}")
    assert SENTENCE[3:-4] in texts(release)


@pytest.mark.parametrize(
    "tail",
    [
        "<!-- never ends <p>x",
        "<script>never ends <p>x",
        "<style>never ends",
        "<textarea>never",
        "<plaintext><p>x",
        "<a href='",
        "<p",
        "</",
    ],
)
def test_unclosed_end(tail: str) -> None:
    """A page that breaks off in a comment, script or tag is read up to there."""
    assert texts(parse(PAGE + tail))[:2] == ["Bridge closed for repairs", SENTENCE[3:-4]]


def test_endless_text() -> None:
    """More text than any release has is refused, not worked on for an hour."""
    with pytest.raises(SourceError, match="too much for a press release"):
        parse(PAGE + "<p>" + "word " * 110_000)


def test_endless_elements() -> None:
    """More elements than any page has are refused."""
    with pytest.raises(SourceError, match="too many for a press release"):
        parse(PAGE + "<p>x<br>" + "<br>" * 21_000)


@pytest.mark.parametrize(
    "junk",
    [
        "Mr. " * 50_000,
        '"' * 100_000,
        "(" * 100_000,
        "“said A B " * 5_000,
        "0" * 300_000,
        "a." * 100_000,
        "w" * 300_000,
        "&amp;" * 100_000,
    ],
    ids=["abbreviations", "quotes", "brackets", "speakers", "digits", "dots", "word", "entities"],
)
def test_long_junk_is_read(junk: str) -> None:
    """Text that would take a careless pattern for ever is read, and the sentences before it are whole."""
    assert SENTENCE[3:-4] in texts(parse(f"{PAGE}<p>{junk}</p>"))


def test_wide_table() -> None:
    """Merged cells of absurd width don't make an absurd table."""
    cells = "<td colspan=60000 rowspan=60000>x</td>" * 50
    release = parse(f"{PAGE}<table><tr><th>Name</th><th>Day</th></tr><tr>{cells}</tr></table>")
    assert len(release.to_json()) < 100_000


def test_null_and_control_characters() -> None:
    """Control characters and half surrogates vanish without a trace."""
    release = parse(
        PAGE.replace("bridge", "bri\0d\x08ge") + "<p>Half of &#xD800; a pair, &#x110000; and more of it.</p>"
    )
    assert SENTENCE[3:-4] in texts(release)
    assert all(char.isprintable() or char == "\n" for text in texts(release) for char in text)


def test_deep_json_is_ignored() -> None:
    """A script of data nested 100,000 deep is not followed."""
    release = parse(f'<script type="application/ld+json">{"[" * 100_000}</script>{PAGE}')
    assert release.headline == "Bridge closed for repairs"


@pytest.mark.parametrize(
    ("href", "kept"),
    [
        ("https://example.org/a?utm_source=x&id=7&fbclid=1", "https://example.org/a?id=7"),
        ("/map", "https://town.example/map"),
        ("map", "https://town.example/news/map"),
        ("mailto:help@example.org?bcc=thief@example.com", "mailto:help@example.org"),
        ("tel:+44 1632 960147", "tel:+441632960147"),
        ("javascript:alert(1)", None),
        (" JaVaScRiPt:alert(1)", None),
        ("java&#10;script:alert(1)", None),
        ("java&Tab;script&colon;alert(1)", None),
        ("&#1;javascript:alert(1)", None),
        ("data:text/html,<script>x</script>", None),
        ("vbscript:x", None),
        ("file:///etc/passwd", None),
        ("blob:https://example.org/x", None),
        ("https://bank.example@evil.example/", None),
        ("tel:09005550000", None),
    ],
)
def test_links(href: str, kept: str | None) -> None:
    """Only http, https, mailto and tel links go on: absolute, without tracking; the words of the others stay."""
    page = f'{PAGE}<p>For advice on this, call <a href="{href}">01632 960147</a> on any weekday.</p>'
    release = read(Page(page.encode(), "https://town.example/news/1"))
    spans = [span for segment in release.segments() for span in segment.spans if span.text == "01632 960147"]
    assert [span.href for span in spans if span.kind == "link"] == ([kept] if kept else [])
    assert "call 01632 960147 on any weekday" in " ".join(texts(release))
    assert ("link-removed" in [found.code for found in release.findings]) == (kept is None)


def test_base_of_another_host_is_ignored() -> None:
    """A `<base>` that points to another host doesn't send the page's links there."""
    page = (
        PAGE.replace("<title>", '<base href="https://evil.example/"><title>')
        + '<p>Read <a href="/a">the notice on it</a>.</p>'
    )
    assert "evil.example" not in read(Page(page.encode(), "https://town.example/news/1")).to_json()


ATTACKS = """
<script>BAD</script><style>BAD</style><noscript>BAD</noscript><template>BAD</template><iframe srcdoc="BAD">BAD</iframe>
<object data="BAD">BAD</object><embed src="BAD"><svg onload="BAD"><text>BAD</text></svg><math><mtext>BAD</mtext></math>
<p onclick="BAD" style="background:url(BAD)" title="BAD" data-x="BAD">Hello to you.</p><!-- BAD --><meta content="BAD">
<link href="BAD"><form action="BAD"><input value="BAD"><button>BAD</button><select><option>BAD</select></form>
<img src="x.gif?BAD" width=1 height=1><img src="javascript:BAD" alt="A picture of the bridge"><img alt="" src="BAD.png">
<p hidden>BAD</p><p style="display: none">BAD</p><p aria-hidden=true>BAD</p><span class="sr-only">BAD</span>
<div style="position:absolute;left:-9999px">BAD</div><dialog open>BAD</dialog>
<audio src="BAD"></audio><video>BAD</video>
<nav>BAD</nav><p style="font-size:0">BAD</p><canvas>BAD</canvas><marquee>BAD</marquee><del>BAD</del>
"""


def test_nothing_active_or_hidden_reaches_the_model() -> None:
    """What runs, loads, is hidden or asks for input is in no part of the release."""
    release = read(Page((PAGE + ATTACKS).encode(), "https://town.example/1"))
    assert "Hello to you." in texts(release)
    assert "BAD" not in release.to_json()


def test_direction_overrides_and_invisible_characters() -> None:
    """Characters that reorder or hide text are dropped; joiners stay where a script needs them."""
    release = parse(f"{PAGE}<p>Call \u202e0800\u200b 555\u2060 111\u202c so\u00adon. नमस्\u200dते می\u200cخواهم now</p>")
    assert "Call 0800 555 111 soon. नमस्\u200dते می\u200cخواهم now" in texts(release)


def test_menu_that_is_not_closed_properly() -> None:
    """A menu whose inner tags stay open doesn't take the article with it."""
    release = parse(
        PAGE.replace("<h1>", "<nav><div><section><ul><li><a href=/>Home</a></nav><main><h1>") + SENTENCE * 5
    )
    assert texts(release)[:2] == ["Bridge closed for repairs", SENTENCE[3:-4]]
    assert "Home" not in texts(release)
