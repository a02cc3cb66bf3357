"""The book of one language: which files it has, and its container, the same bytes for the same editions."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator, Sequence
from importlib.resources import files

from plainspoken.writers.archive import entry
from plainspoken.writers.audio import bare
from plainspoken.writers.editions import Edition
from plainspoken.writers.epub.cover import cover
from plainspoken.writers.epub.documents import Document, document
from plainspoken.writers.epub.navigation import navigation
from plainspoken.writers.epub.overlay import overlay
from plainspoken.writers.epub.package import package
from plainspoken.writers.say import Say

MIMETYPE = "application/epub+zip"
_CONTAINER = (
    b'<?xml version="1.0" encoding="UTF-8"?>\n'
    b'<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">\n'
    b'<rootfiles><rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/></rootfiles>\n'
    b"</container>\n"
)


def write_book(editions: Sequence[Edition], say: Say) -> bytes:
    """Return the editions of one language as one book (EPUB 3.3, with Media Overlays where they have a narration).

    Args:
        editions: the full text first, then the easy read, those that there are.
        say: the pack's own words in that language.
    """
    documents = [document(edition, say) for edition in editions]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        # EPUB 3.3, 4.2.5: the type is the first file, neither compressed nor encrypted.
        archive.writestr(entry("mimetype", zipfile.ZIP_STORED), MIMETYPE)
        archive.writestr(entry("META-INF/container.xml"), _CONTAINER)
        for path, content in _files(documents, say):
            kind = zipfile.ZIP_STORED if path.startswith("audio/") else zipfile.ZIP_DEFLATED
            archive.writestr(entry(f"EPUB/{path}", kind), content, compresslevel=9)
    return made.getvalue()


def _files(documents: Sequence[Document], say: Say) -> Iterator[tuple[str, bytes]]:
    menu = navigation(documents, say)
    yield "package.opf", package(documents, menu, say)
    yield menu.path, menu.content
    for each in documents:
        yield each.path, each.content
    for each in (menu, *documents):
        if each.timed:
            yield each.overlay, overlay(each)
    for each in documents:
        if each.sound is not None and each.edition.narration is not None:
            yield each.sound, bare(each.edition.narration)
    yield "style.css", (files("plainspoken.writers") / "templates" / "epub" / "book.css").read_bytes()
    yield "cover.svg", cover(documents[0].edition, say)
