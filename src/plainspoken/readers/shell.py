"""The page that a release becomes which was none: what every other reader wraps its words in."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape

from lxml import etree, html

_LONGEST = 180  # characters of a headline
_PREAMBLE = re.compile(
    r"(for )?immediate(ly)?( release)?|for release\b.*|(press|news|media) (release|statement|notice)\b.{0,30}|"
    r"(strictly )?embargo.*|not for (publication|broadcast).*|date\b.{0,40}|ref(erence)?\b.{0,30}|"
    r"pressemitteilung.{0,30}|medienmitteilung.{0,30}|communiqué( de presse)?.{0,30}|(nota|comunicado|comunicato)"
    r"( de prensa| di| stampa)?.{0,20}|sperrfrist.*|(issued|published|released)\b.{0,60}|"
    r"\W*\d{1,4}(st|nd|rd|th)?[ ./-]+\w+[ ./-]+\d{2,4}\W*|\w+day,? .{0,30}\d{4}|\w+ \d{1,2},? \d{4}|end(s|e)?",
    re.I,
)
_LINK = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?)\]'’”])|(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6})"
)


def page(body: str, *, title: str = "", lang: str = "", published: str = "", author: str = "") -> bytes:
    """Return a whole page, UTF-8, round HTML.

    Args:
        body: the release as HTML.
        title: what the source names itself outside its text.
        lang: the language it declares.
        published: ISO 8601, or as the source writes it.
        author: who wrote it.
    """
    metas = (("article:published_time", published), ("author", author))
    head = "".join(f'<meta name="{name}" content="{escape(value)}">' for name, value in metas if value.strip())
    spoken = f' lang="{escape(lang)}"' if lang.strip() else ""
    named = f'<meta property="og:title" content="{escape(title)}">' if title.strip() else ""
    whole = f"<!doctype html><html{spoken}><head><meta charset=utf-8>{named}{head}</head>"
    return f"{whole}<body><main>{body}</main></body></html>".encode("utf-8", "replace")


def linked(text: str) -> str:
    """Return text as HTML, its addresses as links.

    >>> linked("Write to news@town.example & wait")
    'Write to <a href="mailto:news@town.example">news@town.example</a> &amp; wait'
    """
    parts: list[str] = []
    at = 0
    for found in _LINK.finditer(text):
        shown = escape(found.group())
        kind = "mailto:" if found.group("mail") else ""
        parts += [escape(text[at : found.start()]), f'<a href="{kind}{shown}">{shown}</a>']
        at = found.end()
    return "".join([*parts, escape(text[at:])])


def may_head(text: str) -> bool:
    """Tell whether a line can be a headline: short, no sentence that ends, no "Press release" and no date.

    >>> may_head("Bridge closed until May"), may_head("FOR IMMEDIATE RELEASE"), may_head("We said so.")
    (True, False, False)
    """
    line = text.strip()
    if not 2 <= len(line) <= _LONGEST or not any(map(str.isalpha, line)) or line.endswith((".", ":", ",", ";", "。")):
        return False
    return not _PREAMBLE.fullmatch(line.strip("*_ -–—:"))


def headed(body: str, title: str = "", takes: Callable[[str], bool] = may_head) -> str:
    """Return HTML that opens with a headline: its own, a line near its start that can be one, or the title.

    Args:
        body: HTML without `<html>`.
        title: the headline if no line can be one.
        takes: tells whether a line can be one.
    """
    root = html.fragment_fromstring(body, create_parent="div")
    head = next(root.iter("h1"), None)
    if head is None:
        head = _candidate(root, takes)
    if head is None and title:
        head = etree.SubElement(root, "h1")
        head.text = title
    if head is not None:
        head.tag = "h1"
        if head in list(root):
            root.insert(0, head)
    inner = "".join(html.tostring(child, encoding="unicode") for child in root)
    return escape(root.text or "") + inner


def _candidate(root: html.HtmlElement, takes: Callable[[str], bool]) -> html.HtmlElement | None:
    headings = [element for element in root.iter("h2", "h3", "p", "div") if _is_leaf(element)][:8]
    for element in headings:
        text = " ".join(element.text_content().split())
        if text and takes(text):
            return element
        if len(text) > 2 * _LONGEST:
            return None
    return None


def _is_leaf(element: html.HtmlElement) -> bool:
    inside = next(element.iter("p", "table", "ul", "ol"), None)
    return (
        (inside is None or inside is element) and len(element) < 6 and next(element.iterancestors("td"), None) is None
    )
