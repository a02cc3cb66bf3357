"""The HTML or XML that a peer returns, as blocks: one conversion for all of them."""

from __future__ import annotations

import re

from lxml import etree, html

from benchmarks.parse.gold import Block

_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6", "head"})
_SKIPPED = frozenset({
    "script", "style", "noscript", "iframe", "template", "svg", "button", "textarea", "select", "object", "audio",
    "video", "canvas", "math", "title", "meta", "link",
})  # fmt: skip
_BOXES = _HEADINGS | frozenset({
    "p", "div", "section", "article", "ul", "ol", "li", "list", "item", "blockquote", "quote", "figure", "figcaption",
    "graphic", "table", "tbody", "thead", "tfoot", "tr", "row", "td", "th", "cell", "dl", "dt", "dd", "header",
    "footer", "aside", "address", "main", "pre", "center", "html", "body", "doc", "form", "fieldset", "details",
    "summary", "nav", "hr", "caption", "text",
})  # fmt: skip
_LISTS = ("ul", "ol", "list")


def blocks(markup: str, *, xml: bool = False) -> tuple[Block, ...]:
    """Return the blocks of an HTML fragment or of trafilatura's XML, in order."""
    if not markup.strip():
        return ()
    root = etree.fromstring(markup.encode()) if xml else html.document_fromstring(markup)
    main = root.find(".//main") if xml else None
    reader = _Reader(_SKIPPED if xml else _SKIPPED | {"head"})
    reader.box(main if main is not None else root, "paragraph")
    return tuple(reader.found)


class _Reader:
    """One pass over what a peer returned."""

    def __init__(self, skipped: frozenset[str]) -> None:
        self.skipped = skipped
        self.found: list[Block] = []
        self.waiting: list[str] = []

    def flush(self, kind: str) -> None:
        text = " ".join("".join(self.waiting).split())
        self.waiting.clear()
        if re.search(r"\w", text):
            self.found.append((kind, text))

    def add(self, kind: str, text: str) -> None:
        self.waiting.append(text)
        self.flush(kind)

    def box(self, holder: etree._Element, kind: str) -> None:
        self.waiting.append(holder.text or "")
        for child in holder:
            self.child(child, kind)
            self.waiting.append(child.tail or "")
        self.flush(kind)

    def child(self, element: etree._Element, kind: str) -> None:
        name = element.tag
        if not isinstance(name, str) or name in self.skipped:
            return
        if name in ("br", "lb"):
            self.break_(element, kind)
        elif name not in _BOXES and not any(inner.tag in _BOXES for inner in element.iterdescendants()):
            self.waiting.append(_inline(element))
        else:
            self.flush(kind)
            self.inner(element, kind)

    def inner(self, element: etree._Element, kind: str) -> None:
        name = element.tag
        if name in _HEADINGS:
            self.add("heading", _spaced(element))
        elif name in ("li", "item"):
            self.item(element)
        elif name in ("figcaption", "caption"):
            self.add("caption", _spaced(element))
        elif name in ("tr", "row") and not _lays_out(element):
            self.add("table_row", " | ".join(_spaced(cell) for cell in element.iter("td", "th", "cell")))
        elif name in ("tr", "row"):
            self.box(element, "paragraph")
        else:
            self.box(element, "quote" if name in ("blockquote", "quote") else kind)

    def break_(self, element: etree._Element, kind: str) -> None:
        following = element.getnext()
        twice = following is not None and following.tag in ("br", "lb") and not (element.tail or "").strip()
        if twice and kind in ("paragraph", "quote"):
            self.flush(kind)
        else:
            self.waiting.append(" ")

    def item(self, element: etree._Element) -> None:
        inner = [sub for sub in element.iterdescendants(*_LISTS) if _nearest_list(sub, element) is None]
        self.add("list_item", _outside(element, set(inner)))
        for sub in inner:
            self.box(sub, "list_item")


def _inline(element: etree._Element) -> str:
    if element.tag in ("br", "lb"):
        return " "
    if element.tag in _SKIPPED:
        return ""
    return (element.text or "") + "".join(_inline(child) + (child.tail or "") for child in element)


def _spaced(element: etree._Element) -> str:
    return " ".join(" ".join(element.itertext()).split())


def _lays_out(row: etree._Element) -> bool:
    return next(row.iterdescendants("table", "p", "div", "ul", "h1", "h2", "h3"), None) is not None and (
        len(_spaced(row)) > 400
    )


def _nearest_list(element: etree._Element, within: etree._Element) -> etree._Element | None:
    """Return the list inside `within` that holds another."""
    for up in element.iterancestors():
        if up is within:
            return None
        if up.tag in _LISTS:
            return up
    return None


def _outside(element: etree._Element, left: set[etree._Element]) -> str:
    """Return an item's own words, those of the lists in it left out."""
    if not any(inner.tag in _BOXES for inner in element.iterdescendants()):
        return _inline(element)
    words = [element.text or ""]
    for child in element:
        words += [" " if child in left else f" {_outside(child, left)} ", child.tail or ""]
    return "".join(words)
