"""A text as it was written: line by line, so that a finding can say where; nothing is chosen or left out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from lxml import html

from plainspoken import lang as languages
from plainspoken.errors import SourceError, UsageError
from plainspoken.model import Block, Inline, Release, Section, Segment
from plainspoken.readers import encoding, formats, sentences, tree
from plainspoken.readers.source import open_source

_BLOCKS = frozenset(
    {"p", "li", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote", "figcaption", "div"}
)
_UNSEEN = frozenset({"script", "style", "template", "head", "noscript", "nav"})
_MARKS = re.compile(r"^\s*(?:#{1,6}\s+|[-*+•]\s+|\d{1,2}[.)]\s+|>\s*)|\*\*|__")
_HEADING = re.compile(r"^\s*#{1,6}\s")

_ENGLISH = "en"

Line = tuple[int, str, bool]


def read(source: str | bytes | Path, lang: str | None = None) -> Release:
    """Return anyone's text as an edition whose sentences have the place `line 12` as their id.

    Args:
        source: plain text, Markdown, HTML or Word: its text, bytes or file; in Word, a line is a paragraph.
        lang: the language that it is in (BCP 47); if None, the one that its page names, else English.

    Raises:
        SourceError: there is nothing to read, or no reader reads it.
        UsageError: `lang` is not a language tag.

    >>> [(one.id, one.text) for one in read("It is free.\\nCall 999. Wait.").segments()]
    [('line 1', 'It is free.'), ('line 2', 'Call 999.'), ('line 2', 'Wait.')]
    """
    said, lines = _lines(source)
    tag = languages.canonical(lang) if lang else said
    blocks = tuple(_block(line, tag) for line in lines)
    if not blocks:
        where = str(source) if isinstance(source, Path) else "the text"
        raise SourceError("there is not one word in it", where=where, todo="Give the file of the easy-read text.")
    return Release(tag, (Section("body", "body", blocks),), edition="easy")


def _block(line: Line, lang: str) -> Block:
    number, text, heading = line
    cut = ((text, 0, len(text)),) if heading else ((text, *span) for span in sentences.spans(text, lang))
    segments = (Segment(f"line {number}", (Inline("text", words[start:end]),)) for words, start, end in cut)
    return Block(f"line {number}", "heading" if heading else "paragraph", tuple(segments), level=2 if heading else None)


def _lines(source: str | bytes | Path) -> tuple[str, Iterator[Line]]:
    """Return the lines of a source, and the language that it says it is in: English where it doesn't."""
    raw = source.read_bytes() if isinstance(source, Path) and source.is_file() else source
    if isinstance(raw, bytes) and formats.of_bytes(raw) is None:
        formats.refuse_other(raw, str(source) if isinstance(source, Path) else "the text")
        raw = encoding.decode(raw).text
    name = source.name if isinstance(source, Path) else ""
    fetched = isinstance(source, str) and source.startswith(("http://", "https://"))
    if isinstance(raw, str) and not fetched and formats.of_text(raw, name) != "html":
        return _ENGLISH, _of_text(raw)
    page = open_source(source)
    written = formats.of_bytes(page.content) is None and isinstance(raw, str)
    root = tree.parse(encoding.decode(page.content, page.charset).text, str(name))
    return _language(root), _of_page(root, written)


def _language(root: html.HtmlElement) -> str:
    """Return the language that a page names, if CLDR knows it."""
    named = next((str(one) for one in root.xpath("/html/@lang | //body/@lang")), "")
    try:
        return languages.canonical(named) if named else _ENGLISH
    except UsageError:
        return _ENGLISH


def _of_text(text: str) -> Iterator[Line]:
    for number, line in enumerate(text.splitlines(), start=1):
        words = " ".join(_MARKS.sub("", line).split())
        if any(map(str.isalnum, words)):
            yield number, words, bool(_HEADING.match(line))


def _of_page(root: html.HtmlElement, written: bool) -> Iterator[Line]:
    """Yield each block of a page that has words of its own, with its line; its number where there are no lines."""
    for number, element in enumerate(_with_words(root), start=1):
        text = " ".join(" ".join(_own(element)).split())
        yield (
            (element.sourceline or number) if written else number,
            text,
            element.tag[0] == "h" and len(element.tag) == 2,
        )


def _with_words(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for element in root.iter():
        if element.tag in _BLOCKS and any(map(str.isalnum, "".join(_own(element)))):
            yield element


def _own(element: html.HtmlElement) -> Iterator[str]:
    """Yield the words of a block that stand in no block within it."""
    if any(above.tag in _UNSEEN for above in element.iterancestors()):
        return
    yield from element.xpath(
        ".//text()[not(ancestor::script or ancestor::style) and count(ancestor::*[self::"
        + " or self::".join(sorted(_BLOCKS))
        + "]) = $deep]",
        deep=sum(above.tag in _BLOCKS for above in element.iterancestors()) + 1,
    )
