"""Elements inside a line of text to runs: which of them mean something, and what their text becomes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import count

from bs4 import NavigableString, PageElement, Tag

from plainspoken import lang as languages
from plainspoken import tongues
from plainspoken.readers import characters, links
from plainspoken.readers.metadata import tag_of
from plainspoken.readers.runs import BREAK, Mark, Run, Runs, joined, lines, squeeze, words

_STRONG = ("b", "strong")
_EMPH = ("i", "em", "cite", "dfn", "address")
_BOXES = frozenset({"div", "p", "li", "ul", "ol", "dl", "dt", "dd", "section", "h3", "h4", "h5", "h6"})
_CODE = ("code", "kbd", "samp", "tt", "var")
_BOLD = re.compile(r"font-weight\s*:\s*(bold|[6-9]00)", re.I)
_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_FOOTNOTE = re.compile(r"#(_?(ftn|fn|footnote|note|ref|cite)|_edn)", re.I)


@dataclass(frozen=True, slots=True)
class Context:
    """What inline elements are read against: the page's language and the address links are resolved against."""

    lang: str
    base: str = ""


def read(nodes: Iterable[PageElement], context: Context) -> Runs:
    """Return nodes as runs, their white space squeezed, line breaks kept."""
    return squeeze(_runs(nodes, (), context, count()))


def read_lines(nodes: Iterable[PageElement], context: Context) -> Runs:
    """Return nodes as runs like `read`; each box among them, such as a paragraph of a table's cell, is a line."""
    return joined(row for row in lines(read(nodes, context)) if row)


def _runs(
    nodes: Iterable[PageElement], marks: tuple[Mark, ...], context: Context, keys: Iterator[int]
) -> Iterator[Run]:
    for node in nodes:
        if isinstance(node, Tag):
            yield from _element(node, marks, context, keys)
        elif type(node) is NavigableString:
            text = characters.clean(str(node))
            if text:
                yield from _by_language(text, marks, context, keys)


def _by_language(text: str, marks: tuple[Mark, ...], context: Context, keys: Iterator[int]) -> Iterator[Run]:
    """Mark words in another language than the page's, where that is sure; the rest stays one run."""
    around = next((mark.lang for mark in reversed(marks) if mark.kind == "lang" and mark.lang), context.lang)
    at = 0
    found = list(tongues.foreign(text, languages.script(around)))
    for start, end, tag in found or tongues.strange(text, languages.primary(around)):
        if start > at:
            yield Run(text[at:start], marks)
        yield Run(text[start:end], (*marks, Mark("lang", next(keys), lang=tag)))
        at = end
    if at < len(text):
        yield Run(text[at:], marks)


def _element(tag: Tag, marks: tuple[Mark, ...], context: Context, keys: Iterator[int]) -> Iterator[Run]:
    if tag.name == "br":
        yield Run(BREAK, (*marks, Mark("break", next(keys))))
        return
    if tag.name == "sup":
        yield from _superscript(tag, marks, context, keys)
        return
    if tag.name in _BOXES:
        yield Run(BREAK, (*marks, Mark("break", next(keys))))
        yield from _runs(tag.children, (*marks, *_marks(tag, marks, context, next(keys))), context, keys)
        yield Run(BREAK, (*marks, Mark("break", next(keys))))
        return
    quoted = tag.name == "q"
    inside = (*marks, *_marks(tag, marks, context, next(keys)))
    if quoted:
        yield Run("“", marks)
    yield from _runs(tag.children, inside, context, keys)
    if quoted:
        yield Run("”", marks)


def _superscript(tag: Tag, marks: tuple[Mark, ...], context: Context, keys: Iterator[int]) -> Iterator[Run]:
    """Keep powers and ordinals; the number of a footnote is no part of the sentence."""
    text = tag.get_text().strip()
    anchor = tag.select_one("a")
    if anchor and _FOOTNOTE.match(str(anchor.get("data-href") or "")) and len(text) <= 5:
        return
    if text.isdigit() and len(text) <= 2:
        yield Run(text.translate(_POWERS), marks)
        return
    yield from _runs(tag.children, marks, context, keys)


def _marks(tag: Tag, marks: tuple[Mark, ...], context: Context, key: int) -> Iterator[Mark]:
    kinds = {mark.kind for mark in marks}
    foreign = _foreign(tag, marks, context)
    if foreign:
        yield Mark("lang", key, lang=foreign)
    if tag.name == "a" and not kinds & {"link", "removed"}:
        yield from _link(tag, context, key)
    elif (tag.name in _STRONG or _is_bold(tag)) and "strong" not in kinds:
        yield Mark("strong", key)
    elif tag.name in _EMPH and "emph" not in kinds:
        yield Mark("emph", key)
    elif tag.name in _CODE and "code" not in kinds:
        yield Mark("code", key)
    elif tag.name in ("abbr", "acronym") and "abbr" not in kinds:
        title = _plain_title(str(tag.get("title") or ""))
        yield Mark("abbr", key, title=title)


def _link(tag: Tag, context: Context, key: int) -> Iterator[Mark]:
    href = tag.get("data-href")
    if not isinstance(href, str):
        return
    found = links.link(href, tag.get_text(), context.base)
    if found.href:
        yield Mark("link", key, href=found.href)
    else:
        yield Mark("removed", key, note=found.refused)


def _foreign(tag: Tag, marks: tuple[Mark, ...], context: Context) -> str | None:
    """Return the language of an element if it is another than round it."""
    declared = (
        tag_of(str(tag.get("lang") or tag.get("xml:lang") or ""))
        if tag.has_attr("lang") or tag.has_attr("xml:lang")
        else None
    )
    around = next((mark.lang for mark in reversed(marks) if mark.kind == "lang" and mark.lang), context.lang)
    return declared if declared and not languages.same(declared, around) else None


def _is_bold(tag: Tag) -> bool:
    return tag.name in ("span", "font", "div", "p") and bool(_BOLD.search(str(tag.get("style") or "")))


def _plain_title(title: str) -> str | None:
    """Return the long form of an abbreviation; an attribute that broke out of its quotes is cut where it did."""
    cleaned = characters.clean(re.split(r"[\"<>]", title)[0]).strip()
    return cleaned or None


def text_of(nodes: Iterable[PageElement], context: Context) -> str:
    """Return nodes as one line of plain text."""
    return words(read(nodes, context)).replace(BREAK, " ")
