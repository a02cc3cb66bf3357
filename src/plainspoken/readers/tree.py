"""Text to an element tree, whatever the text is: not HTML, endless, or nested beyond reason."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from itertools import dropwhile
from typing import cast

from lxml import etree, html

from plainspoken.errors import SourceError

DEEPEST = 120  # levels; hand-made pages have up to 40, frameworks up to 70

_PARSER_DEPTH = 2000  # libxml2 loses the words of what is nested deeper than 2,048
_MOST = 20_000  # elements; the largest page seen, an encyclopedia's, has 9,900, a release up to 9,000
_LONGEST = 500_000  # characters; a release of 3,000 words has 20,000, a novel 600,000
_NESTING = re.compile(
    r"<(/?)(div|span|b|i|u|em|strong|font|a|section|article|table|ul|ol|dl|blockquote|center|small|big|sub|sup|main|header|"
    r"footer|aside|nav|form|fieldset|details|figure|code|q|cite|s|ins)(?=[\s/>])[^<>]*>",
    re.I,
)

_BLOCKS = frozenset({
    "p", "div", "section", "article", "li", "td", "th", "h1", "h2", "h3", "h4", "h5", "h6", "blockquote", "pre", "dd",
    "dt", "figcaption", "caption",
})  # fmt: skip
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NO_PARAGRAPHS = frozenset({"table", "tbody", "thead", "tfoot", "tr", "ul", "ol", "dl"})
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_CONTROL_BYTES = bytes(byte for byte in (*range(0x20), 0x7F) if byte not in b"\t\n\r")
_NO_CHARACTERS = re.compile(b"\xef\xbf[\xbe\xbf]")  # U+FFFE and U+FFFF
_MARKS = re.compile(rb"\A(?:\xef\xbb\xbf)+")
_TAG = re.compile(r"<(?:!--.*?--\s*>|!doctype[^>]*>|\?[^>]*>|\s)*\s*<?([a-zA-Z][\w:.-]*)", re.I | re.S)
_HTML = frozenset({
    "html", "head", "body", "title", "meta", "link", "style", "script", "base", "div", "p", "span", "main", "article",
    "section", "header", "footer", "nav", "h1", "h2", "h3", "h4", "h5", "h6", "table", "tr", "td", "tbody", "center",
    "font", "b", "i", "em", "strong", "a", "img", "ul", "ol", "li", "br", "hr", "form", "blockquote", "figure", "pre",
    "dl", "noscript",
})  # fmt: skip
_HEAD = frozenset({"title", "meta", "link", "style", "script", "base", "noscript", "template"})
_COUNT = cast("Callable[[html.HtmlElement], float]", etree.XPath("count(descendant-or-self::*)"))
_DEEP = etree.XPath(f"boolean(.{'/*' * DEEPEST})")  # whether anything stands below the deepest allowed level
_SAVE = "Give the release's web page: save it from the browser as HTML."


def parse(text: str, where: str) -> html.HtmlElement:
    """Return the root element of a page; comments and processing instructions are left out.

    Raises:
        SourceError: the text is not HTML.
    """
    _refuse_other(text, where)
    root = _parsed(text, where)
    if (count := int(_COUNT(root))) > _MOST:
        raise SourceError(f"the page has {count:,} elements, too many for a press release", where=where, todo=_SAVE)
    if _DEEP(root) and max(depth for _, depth in _walk(root)) >= _PARSER_DEPTH:
        return _parsed(_shallow(text), where)
    return root


def _parsed(text: str, where: str) -> html.HtmlElement:
    parser = html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True, recover=True, no_network=True
    )
    parser.set_element_class_lookup(
        etree.ElementDefaultClassLookup(element=html.HtmlElement)
    )  # lxml.html's is in Python
    try:
        root = html.document_fromstring(_encoded(text), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError) as cause:
        raise SourceError("there is no page in it", where=where, todo=_SAVE) from cause
    for element in finder("descendant-or-self::*[contains(name(), ':')]")(root):
        element.tag = element.tag.replace(":", "-")
    _end_head(root)
    return root


def _encoded(text: str) -> bytes:
    """Return a text as UTF-8 without what XML forbids (XML 1.0, 2.2); bytes are searched ten times as fast."""
    content = text.encode("utf-8", "ignore").translate(None, _CONTROL_BYTES)
    return _MARKS.sub(b"", _NO_CHARACTERS.sub(b"", content) if b"\xef\xbf" in content else content)


def _end_head(root: html.HtmlElement) -> None:
    """End the head at the first element that can't stand in it (HTML 13.2.6.4.4): libxml2 keeps `<main>` inside."""
    head = root.find("head")
    strays = list(dropwhile(lambda element: element.tag in _HEAD, head)) if head is not None else []
    if not strays:
        return
    body = root.find("body")
    if body is None:
        body = etree.SubElement(root, "body")
    for place, element in enumerate(strays):
        body.insert(place, element)


def refuse_endless(root: html.HtmlElement, where: str) -> None:
    """Refuse a page whose text, scripts left out, no release can have.

    Raises:
        SourceError: there is too much of it.
    """
    length = len(root.text_content())
    if length > _LONGEST:
        what = f"the page has {length:,} characters of text, too much for a press release"
        raise SourceError(what, where=where, todo="Give the page of one release.")


def flatten(root: html.HtmlElement) -> bool:
    """Cut the tree at its deepest allowed level: what is below keeps its words. True if it cut."""
    if not _DEEP(root):
        return False
    too_deep = {_box(element) for element, depth in _walk(root) if depth == DEEPEST and len(element)}
    for element in too_deep:
        paragraphs = list(_paragraphs(element))
        element.text = None
        for child in list(element):
            element.remove(child)
        for tag, text in paragraphs:
            etree.SubElement(element, tag).text = _CONTROLS.sub("", text)
    return bool(too_deep)


def _box(element: html.HtmlElement) -> html.HtmlElement:
    """Return the nearest element that may hold paragraphs."""
    holders = (up for up in (element, *element.iterancestors()) if up.tag not in _NO_PARAGRAPHS)
    return next(holders, element)


def finder(path: str) -> Callable[[html.HtmlElement], list[html.HtmlElement]]:
    """Return what finds a path's elements below one, as a list in document order: XPath asks a whole page at once."""
    return cast("Callable[[html.HtmlElement], list[html.HtmlElement]]", etree.XPath(path))


def markup(element: html.HtmlElement) -> str:
    """Return an element as HTML for a second reading.

    Links travel as `data-href`: libxml2 percent-encodes `href` as it writes, which turns the line break inside
    `java&#10;script:` into a part of the address and hides what browsers run.
    """
    for link in element.iter("a"):
        link.attrib.pop("data-href", None)
        if (href := link.attrib.pop("href", None)) is not None:
            link.set("data-href", _CONTROLS.sub(" ", href))
    return str(html.tostring(element, encoding="unicode", with_tail=False))


def _walk(root: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, int]]:
    """Yield each element with its depth, in document order, without recursion."""
    depth = 0
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            depth += 1
            yield element, depth
        else:
            depth -= 1


def _paragraphs(element: html.HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the blocks below an element as tag and words; headings stay headings."""
    spoken: list[str] = []
    tag = "p"
    for event, inner in etree.iterwalk(element, events=("start", "end")):
        if inner.tag in _BLOCKS:
            if text := " ".join("".join(spoken).split()):
                yield tag, text
            spoken = []
            tag = inner.tag if event == "start" and inner.tag in _HEADINGS else "p"
        spoken.append((inner.text if event == "start" else inner.tail if inner is not element else "") or "")
    if text := " ".join("".join(spoken).split()):
        yield tag, text


def _shallow(text: str) -> str:
    """Drop the tags that open the levels beyond any sense: libxml2 would drop their words with them."""
    kept: list[str] = []
    dropped: Counter[str] = Counter()
    depth = at = 0
    for found in _NESTING.finditer(text):
        closes, name = bool(found.group(1)), found.group(2).lower()
        kept.append(text[at : found.start()])
        at = found.end()
        if closes and dropped[name]:
            dropped[name] -= 1
        elif not closes and depth >= DEEPEST:
            dropped[name] += 1
        else:
            depth = max(0, depth + (-1 if closes else 1))
            kept.append(found.group())
    return "".join([*kept, text[at:]])


def _refuse_other(text: str, where: str) -> None:
    head = text.lstrip("\ufeff \t\r\n")[:5000]
    if head[:1] in ("{", "[") and _is_json(text):
        raise SourceError("this is JSON, not a web page", where=where, todo=_SAVE)
    found = _TAG.search(head)
    if found is None:
        if "<" in text[5000:]:
            return
        raise SourceError("this is plain text, not a web page", where=where, todo=_SAVE)
    name = found.group(1).lower()
    if head.lower().startswith("<?xml") and name not in _HTML:
        raise SourceError(f"this is XML ({name}), not a web page", where=where, todo=_SAVE)
    if name in ("rss", "feed", "rdf:rdf", "svg", "urlset", "sitemapindex", "xliff", "tmx", "tbx"):
        raise SourceError(f"this is XML ({name}), not a web page", where=where, todo=_SAVE)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return "<" not in text[:200]
    return True
