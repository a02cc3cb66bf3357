"""The elements of an article to drafts of blocks, in reading order."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from bs4 import BeautifulSoup, NavigableString, PageElement, Tag

from plainspoken.readers import figures, headings, inline, lists, looks, tables
from plainspoken.readers.draft import Draft
from plainspoken.readers.inline import Context
from plainspoken.readers.runs import BREAK, Runs, joined, lines, words

_BLOCKS = frozenset({
    "address", "article", "aside", "blockquote", "body", "center", "details", "dd", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "li", "main", "ol", "p", "picture", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead",
    "tr", "ul", "img",
})  # fmt: skip
_POINTS = {"pt": 1.0, "px": 0.75, "cm": 28.35, "in": 72.0, "em": 12.0, "rem": 12.0}
_HEADINGS = {f"h{level}": level for level in range(1, 7)}


class _Walk:
    """One pass over one article: what every step of it needs to know."""

    def __init__(self, root: BeautifulSoup, context: Context, headline: str) -> None:
        self.context, self.headline = context, headline
        self.boxes = _boxes(root)

    def inside(self, holder: Tag) -> Iterator[Draft]:
        """Yield the drafts of an element's children; text between boxes is a paragraph."""
        waiting: list[PageElement] = []
        beside: list[Tag] = []
        for child in holder.children:
            if not isinstance(child, Tag) or not (child.name in _BLOCKS or id(child) in self.boxes):
                waiting.append(child)
            elif waiting and _interrupts(child, waiting):
                beside.append(child)
            else:
                yield from self.flushed(waiting, beside, holder)
                waiting, beside = [], []
                yield from self.box(child)
        yield from self.flushed(waiting, beside, holder)

    def flushed(self, waiting: list[PageElement], beside: list[Tag], holder: Tag) -> Iterator[Draft]:
        """Yield the paragraphs of the text so far, then the pictures that stood within a sentence of it."""
        if not all(isinstance(node, NavigableString) and node.isspace() for node in waiting):
            yield from self.prose(waiting, holder)
        for picture in beside:
            yield from self.box(picture)

    def box(self, tag: Tag) -> Iterator[Draft]:
        """Yield the drafts of one box."""
        level = _HEADINGS.get(tag.name) or _declared_level(tag)
        if level and not _has(tag, ("p", "ul", "ol", "table")):
            yield from self.heading(tag, level)
        elif tag.name in ("ul", "ol") and not _is_layout_list(tag):
            yield from self.list(tag)
        elif tag.name == "dl":
            yield from self.definitions(tag)
        elif tag.name == "table":
            yield from self.table(tag)
        elif tag.name == "blockquote" and not _has(tag, ("h2", "h3", "table")):
            yield from map(_as_quote, self.inside(tag))
        elif tag.name == "pre":
            yield from self.prose(_with_breaks(tag), tag)
        elif _is_figure(tag):
            yield from figures.read(tag, self.context)
        else:
            yield from self.inside(tag)

    def prose(self, nodes: Iterable[PageElement], holder: Tag) -> Iterator[Draft]:
        """Yield the paragraphs of text that stands directly in an element."""
        runs = inline.read(nodes, self.context)
        if any(char.isalnum() or char == "#" or char == "*" for char in words(runs)):
            box = " ".join(map(_names, islice(holder.parents, 2)))
            names = " ".join([*map(_names, [*_only_child(nodes), holder]), box])
            style = str(holder.get("style") or "")
            word_list = "MsoList" in names or "mso-list" in style
            like = Draft(
                "paragraph", (), hints=names, box=box, word_list=word_list, indent=_indent(style) if style else 0
            )
            yield from looks.paragraphs(runs, self.headline, self.context.lang, like)

    def heading(self, tag: Tag, level: int) -> Iterator[Draft]:
        runs = joined(row for row in lines(inline.read(tag.children, self.context)) if row)
        runs = tuple(replace(run, text=run.text.replace(BREAK, " ")) for run in runs)
        runs = tuple(
            replace(run, marks=tuple(mark for mark in run.marks if mark.kind not in ("strong", "break")))
            for run in runs
        )
        if any(char.isalnum() for char in words(runs)):
            yield Draft("heading", (("", runs),), level=level, hints=_names(tag))
        for image in tag.find_all("img"):
            yield from figures.read(image, self.context)

    def list(self, tag: Tag) -> Iterator[Draft]:
        items = list(tag.find_all("li", recursive=False))
        pictured = [item for item in items if item.find("figure") or (item.find("img") and _is_slide(item))]
        if items and len(pictured) == len(items):
            for item in items:
                yield from self.inside(item)
            return
        parts = tuple(self.items(tag, "i"))
        if parts:
            yield Draft("list", parts, ordered=tag.name == "ol", hints=_names(tag))

    def items(self, tag: Tag, prefix: str) -> Iterator[tuple[str, Runs]]:
        """Yield the items of a list by name, inner lists after the item they belong to."""
        number = 0
        for item in list(tag.children):
            if not isinstance(item, Tag):
                continue
            inner = (
                [item]
                if item.name in ("ul", "ol")
                else [sub for sub in item.find_all(["ul", "ol"]) if sub.find_parent(["ul", "ol"]) is tag]
            )
            for sub in inner:
                sub.extract()
            runs = joined(self.rows(item)) if item.name not in ("ul", "ol") else ()
            if runs:
                number += 1
                yield f"{prefix}{number}", runs
            for sub in inner:
                yield from self.items(sub, f"{prefix}{max(number, 1)}.")

    def rows(self, tag: Tag) -> Iterator[Runs]:
        """Yield the text of an item line by line: its own paragraphs are lines of it."""
        for draft in self.inside(tag):
            yield from (runs for name, runs in draft.parts if name in ("", "caption") or name.startswith(("i", "r")))

    def definitions(self, tag: Tag) -> Iterator[Draft]:
        """Yield a list of terms, each with what is said of it; questions with whole texts for answers are headings."""
        entries = tag.find_all(["dt", "dd"])
        if any(entry.name == "dd" and (len(entry.find_all("p")) > 1 or _has(entry, ("h2", "h3"))) for entry in entries):
            for entry in entries:
                drafts = self.inside(entry)
                yield from map(_as_heading, drafts) if entry.name == "dt" else drafts
            return
        parts: list[tuple[str, Runs]] = []
        for entry in entries:
            runs = joined(self.rows(entry))
            if entry.name == "dd" and parts and runs:
                parts[-1] = (parts[-1][0], joined([parts[-1][1], runs]))
            elif runs:
                parts.append((f"i{len(parts) + 1}", runs))
        if parts:
            yield Draft("list", tuple(parts), hints=_names(tag))

    def table(self, tag: Tag) -> Iterator[Draft]:
        if tables.is_data(tag):
            draft = tables.read(tag, self.context)
            if draft:
                yield draft
            return
        for cell in tables.cells(tag):
            yield from self.inside(cell)


def read(markup: str, context: Context, headline: str) -> list[Draft]:
    """Return the drafts of an article's markup.

    Args:
        markup: the article, cleaned, as HTML.
        context: the page's language and address.
        headline: the headline, as `headline.key` gives it, so that it stands by itself wherever it is repeated.
    """
    soup = BeautifulSoup(markup, "lxml")
    _without_ornaments(soup)
    walk = _Walk(soup, context, headline)
    return headings.settled(lists.made(figures.settled(list(walk.inside(soup)))))


def _without_ornaments(root: BeautifulSoup) -> None:
    """Take out the pictures that would cut a paragraph for nothing; one that stands for a character becomes it."""
    for image in root.find_all("img"):
        alt = str(image.get("alt") or "")
        if figures.is_ornament(image):
            image.replace_with(alt if alt and len(alt) < 9 and not any(map(str.isalnum, alt)) else " ")


def _interrupts(tag: Tag, before: list[PageElement]) -> bool:
    """Tell whether a picture stands within a sentence, which goes on after it with a small letter."""
    if tag.name not in ("img", "picture", "a", "span"):
        return False
    if tag.name != "img" and (tag.get_text(strip=True) or not _has(tag, ("img",))):
        return False
    after = tag.next_sibling
    said = "".join(node.get_text() for node in before).rstrip() if after is not None else ""
    return bool(said) and after is not None and after.get_text().lstrip()[:1].islower()


def _boxes(root: BeautifulSoup) -> frozenset[int]:
    """Return the ids of the inline elements that hold a box."""
    found: set[int] = set()
    for tag in root.descendants:
        if not isinstance(tag, Tag) or tag.name not in _BLOCKS:
            continue
        for up in tag.parents:
            if id(up) in found:
                break
            found.add(id(up))
    return frozenset(found)


def _is_figure(tag: Tag) -> bool:
    """Tell a picture, alone or with its caption, from a box of text; a gallery's figures are read one by one."""
    if tag.name in ("img", "picture"):
        return True
    if tag.name == "figure":
        return not _has(tag, ("table", "blockquote", "ul", "pre", "figure"))
    return figures.is_captioned(tag) or figures.is_caption(tag)


def _is_slide(item: Tag) -> bool:
    """Tell a gallery's picture, with few words or with those of its caption alone, from an item of a list."""
    total = len(item.get_text(strip=True))
    captions = [tag for tag in item.find_all(True) if figures.is_caption(tag)]
    return total < 200 or sum(len(tag.get_text(strip=True)) for tag in captions[:1]) * 2 > total


def _has(tag: Tag, names: tuple[str, ...]) -> bool:
    return any(isinstance(inner, Tag) and inner.name in names for inner in tag.descendants)


def _only_child(nodes: Iterable[PageElement]) -> list[Tag]:
    """Return the one element that wraps a whole line: its class says what the line is."""
    spoken = [node for node in nodes if isinstance(node, Tag) or str(node).strip()]
    return [node for node in spoken if isinstance(node, Tag)] if len(spoken) == 1 else []


def _as_quote(draft: Draft) -> Draft:
    """Make a quote of a quotation's paragraph; its lists and pictures stay what they are."""
    told = draft.kind == "paragraph" or draft.guessed
    return replace(draft, kind="quote", level=None, guessed=False) if told else draft


def _as_heading(draft: Draft) -> Draft:
    told = draft.kind == "paragraph" and looks.is_heading_text(draft.text)
    return replace(draft, kind="heading", guessed=True) if told else draft


def _declared_level(tag: Tag) -> int | None:
    if tag.get("role") != "heading":
        return None
    level = str(tag.get("aria-level") or "2")
    return int(level) if level in "123456" else 2


def _is_layout_list(tag: Tag) -> bool:
    """A list whose items have headings, tables or pages of text lays out; it lists nothing."""
    items = tag.find_all("li", recursive=False)
    return any(item.find(["h1", "h2", "h3", "table"]) or len(item.get_text(" ", strip=True)) > 1500 for item in items)


def _indent(style: str) -> float:
    """Return how far a style sets a paragraph in: Word's list level, or its margin in points."""
    level = re.search(r"mso-list:[^;]*level(\d)", style, re.I)
    if level:
        return int(level.group(1))
    margin = re.search(r"margin(?:-left|-inline-start)\s*:\s*(\d+(?:\.\d+)?)\s*(pt|px|cm|in|em|rem)", style, re.I)
    return float(margin.group(1)) * _POINTS[margin.group(2).lower()] if margin else 0


def _with_breaks(tag: Tag) -> list[PageElement]:
    maker = BeautifulSoup("", "lxml")
    for string in list(tag.find_all(string=True)):
        rows = re.split(r"\r?\n", str(string))
        if len(rows) > 1:
            pieces: list[PageElement] = [NavigableString(rows[0])]
            for row in rows[1:]:
                pieces += maker.new_tag("br"), NavigableString(row)
            string.replace_with(*pieces)
    return list(tag.children)


def _names(tag: Tag) -> str:
    return f"{' '.join(tag.get('class') or [])} {tag.get('id') or ''}".strip()
