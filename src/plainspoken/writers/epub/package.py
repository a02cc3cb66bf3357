"""The package document: what a book is, which files it has, in which order, and for whom it can be used."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from datetime import UTC, datetime
from importlib.metadata import version

from plainspoken import lang
from plainspoken.writers.epub.documents import Document
from plainspoken.writers.epub.markup import xml
from plainspoken.writers.epub.overlay import clock
from plainspoken.writers.inline import safe_link
from plainspoken.writers.say import Say

ACTIVE = "-epub-media-overlay-active"
_UNDATED = "2000-01-01T00:00:00Z"  # a book of a release without a date still must name a moment (EPUB 3.3, 5.4.3)
_SPACE = uuid.UUID("9f0a51f4-6a53-5d0b-9c3e-6b0c8f6d5a11")  # of the names that our books are called by


def package(documents: Sequence[Document], menu: Document, say: Say) -> bytes:
    """Return the package document of a book (EPUB 3.3, 5; EPUB Accessibility 1.1)."""
    release = documents[0].edition.release
    spoken = [each for each in (menu, *documents) if each.timed]
    overlays = [{"id": f"{each.name}-overlay", "path": each.overlay, "length": clock(each.seconds)} for each in spoken]
    voices = sorted({each.edition.narration.voice for each in documents if each.edition.narration})
    return xml(
        "package.opf",
        lang=release.lang,
        rtl=lang.direction(release.lang) == "rtl",
        identifier=uuid.uuid5(_SPACE, f"{release.url or release.headline} {release.lang}").urn,
        title=release.headline or say.plain("Full text"),
        publisher=release.publisher,
        published=release.published,
        modified=_modified(release.published),
        url=safe_link(release.url),
        documents=documents,
        menu=menu,
        overlays=overlays,
        total=clock(sum(each.seconds for each in spoken)),
        spoken={each.name for each in spoken},
        voices=voices,
        active=ACTIVE,
        pictured=any(each.pictured for each in documents),
        certifier=f"Plainspoken {version('plainspoken')}",
    )


def _modified(published: str | None) -> str:
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return _UNDATED
    moment = moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    return moment.strftime("%Y-%m-%dT%H:%M:%SZ")
