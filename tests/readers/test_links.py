"""Addresses of links: whole, clean, and never another number than the page shows."""

from __future__ import annotations

import pytest

from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read
from plainspoken.readers.links import Link, base_of, link
from plainspoken.readers.shielded import decode

PAGE = "https://town.example/news/bridge"


@pytest.mark.parametrize(
    ("href", "goes_to"),
    [
        ("/help", "https://town.example/help"),
        ("../map?x=1#north", "https://town.example/map?x=1#north"),
        ("//cdn.example/a.pdf", "https://cdn.example/a.pdf"),
        ("/a?utm_source=mail&id=7&utm_medium=x", "https://town.example/a?id=7"),
        ("/a?fbclid=1&gclid=2&mc_eid=3&mc_cid=4&msclkid=5", "https://town.example/a"),
        ("/a?q=%20b+c&icid=1", "https://town.example/a?q=%20b+c"),
        ("/a?form=utm_source", "https://town.example/a?form=utm_source"),
        ("/a#utm_campaign=x", "https://town.example/a"),
        ("https://www.google.com/url?q=https://b.example/x%3Fy%3D1&sa=D", "https://b.example/x?y=1"),
        ("https://www.google.co.uk/url?sa=t&url=https%3A%2F%2Fb.example%2F", "https://b.example/"),
        ("https://eur03.safelinks.protection.outlook.com/?url=https%3A%2F%2Fb.example%2Fz&data=5", "https://b.example/z"),
        ("https://l.facebook.com/l.php?u=https%3A%2F%2Fb.example%2F%3Ffbclid%3D9%26n%3D1&h=A", "https://b.example/?n=1"),
        ("https://www.youtube.com/redirect?q=https://b.example/", "https://b.example/"),
        ("https://www.google.com/search?q=https://b.example", "https://www.google.com/search?q=https://b.example"),
        ("https://notgoogle.com/url?q=https://b.example", "https://notgoogle.com/url?q=https://b.example"),
        ("https://www.google.com/url?q=javascript:alert(1)", "https://www.google.com/url?q=javascript:alert(1)"),
    ],
)  # fmt: skip
def test_web(href: str, goes_to: str) -> None:
    """An address is made absolute; what only follows the reader is taken off, the rest stays letter by letter."""
    assert link(href, "here", PAGE) == Link(goes_to)


@pytest.mark.parametrize("href", ["#", "#notes", "", f"{PAGE}#notes", "bridge#notes"])
def test_a_place_on_the_page_itself(href: str) -> None:
    """A link to a place on the page leads nowhere in a pack: its words stay, and nothing is reported."""
    assert link(href, "Notes", PAGE) == Link(None)


@pytest.mark.parametrize(
    "href", ["javascript:alert(1)", "java\nscript:x", "data:text/html,x", "file:///etc", "http://[x#y"]
)
def test_dangerous(href: str) -> None:
    """A scheme that runs, or that reaches into the reader's machine, never goes on."""
    found = link(href, "here", PAGE)
    assert found.href is None
    assert found.refused


@pytest.mark.parametrize(
    ("href", "words", "number"),
    [
        ("tel:01632960147", "01632 960147", "tel:01632960147"),
        ("tel:01632%20960%20147", "01632 960147", "tel:01632960147"),
        ("tel:+44-1632-960-147", "01632 960147", "tel:+441632960147"),
        ("tel:+44 (0)1632 960147", "+44 (0)1632 960147", "tel:+441632960147"),
        ("tel:0800555111;ext=12", "0800 555 111 extension 12", "tel:0800555111;ext=12"),
        ("tel:", "0800 555 111", "tel:0800555111"),
        ("tel:number", "0800 555 111", "tel:0800555111"),
        ("tel:08001111", "Childline", "tel:08001111"),
        ("tel:1-800-HELP-NOW", "1-800-HELP-NOW", "tel:18004357669"),
        ("tel:*#06#", "the code", "tel:*#06#"),
    ],
)
def test_telephone(href: str, words: str, number: str) -> None:
    """A number is written as a telephone dials it; a missing one is taken from the words it stands under."""
    found = link(href, words, PAGE)
    assert (found.href or "").replace(" ", "") == number


@pytest.mark.parametrize(("href", "words"), [("tel:0900123456", "0800 555 111"), ("tel:call", "Call us"), ("tel:", "")])
def test_telephone_that_is_not_as_shown(href: str, words: str) -> None:
    """A link that dials another number than it shows, or none, is no link."""
    assert link(href, words, PAGE).href is None


@pytest.mark.parametrize(
    ("href", "clean"),
    [
        ("mailto:press@town.example", "mailto:press@town.example"),
        ("mailto:press%40town.example?subject=Hello&bcc=x@evil.example", "mailto:press@town.example"),
        ("mailto:a@b.example,c@d.example", None),
        ("mailto:", None),
    ],
)
def test_mail(href: str, clean: str | None) -> None:
    """The addressee alone goes on: copies and words that the page would add do not."""
    assert link(href, "write", PAGE).href == clean


@pytest.mark.parametrize(
    ("declared", "base"),
    [
        ("/archive/", "https://town.example/archive/"),
        ("https://town.example/x/", "https://town.example/x/"),
        ("https://evil.example/", PAGE),
        ("javascript:x", PAGE),
        (None, PAGE),
    ],
)
def test_base(declared: str | None, base: str) -> None:
    """`<base>` counts where it stays on the page's own host."""
    assert base_of(PAGE, declared) == base


def test_protected_mail() -> None:
    """An address that the page hides from robots is read, in the text and in the link."""
    code = bytes([0x42, *(ord(letter) ^ 0x42 for letter in "news@town.example")]).hex()
    page = f"""<main><h1>The bridge is closed again</h1><p>Write to
        <a href="/cdn-cgi/l/email-protection#{code}"><span data-cfemail="{code}">[email&#160;protected]</span></a>
        or call us any day of the week, and we will tell you when it opens.</p></main>"""
    release = read(Page(page.encode(), PAGE), lang="en")
    spans = [span for segment in release.segments() for span in segment.spans if span.kind == "link"]
    assert [(span.text, span.href) for span in spans] == [("news@town.example", "mailto:news@town.example")]


@pytest.mark.parametrize("code", ["", "zz", "42", "4242", "42" * 300])
def test_what_protects_nothing(code: str) -> None:
    """A code that stands for no address is left alone."""
    assert decode(code) is None
