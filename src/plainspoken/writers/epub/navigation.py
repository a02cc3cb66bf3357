"""The table of contents of a book: each edition with its headings, read aloud with the headings' own sound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainspoken import lang
from plainspoken.writers.epub.documents import Document, Heading, Mark
from plainspoken.writers.epub.markup import xml
from plainspoken.writers.say import Say


def navigation(documents: Sequence[Document], say: Say) -> Document:
    """Return the navigation document (EPUB 3.3, 7): contents, and landmarks for those who jump."""
    first = documents[0]
    books = [
        {"id": f"{each.name}.toc", "href": each.path, "title": _title(each, say), "entries": list(_entries(each))}
        for each in documents
    ]
    content = xml(
        "nav.xhtml",
        lang=first.edition.lang,
        dir=lang.direction(first.edition.lang),
        title=say.plain("Contents"),
        books=books,
        start=first.path,
        text=say.plain("Main text"),
    )
    marks = [Mark("contents"), *(mark for each in documents for mark in _marks(each))]
    prolog = b'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE html>\n'
    return Document("nav", first.edition, prolog + content, tuple(marks))


def _title(document: Document, say: Say) -> str:
    title = document.headings[0].title if document.headings else ""
    level = say.plain("Easy read") if document.edition.is_easy else ""
    return " – ".join(filter(None, (level, title))) or say.plain("Full text")


def _entries(document: Document) -> Iterator[dict[str, str]]:
    for heading in document.headings[1:]:
        yield {"id": _ident(document, heading), "href": f"{document.path}#{heading.id}", "title": heading.title}


def _marks(document: Document) -> Iterator[Mark]:
    """Yield the marks of a document's entries; the title of an easy read has more words than its heading says."""
    headings = document.headings
    if headings and headings[0].mark and not document.edition.is_easy:
        yield replace(headings[0].mark, id=f"{document.name}.toc", heard=None)
    else:
        yield Mark(f"{document.name}.toc")
    for heading in headings[1:]:
        yield replace(heading.mark or Mark(""), id=_ident(document, heading), heard=None)


def _ident(document: Document, heading: Heading) -> str:
    return f"{document.name}.{heading.id}"
