"""The W3C Audiobook of one language: its manifest, and the page of contents that players read."""

from __future__ import annotations

import json
import posixpath
import uuid
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from plainspoken import lang
from plainspoken.model import Release
from plainspoken.writers.editions import Edition
from plainspoken.writers.feed import cover_path
from plainspoken.writers.frame import Frame, write_page
from plainspoken.writers.inline import safe_link
from plainspoken.writers.pages import Look
from plainspoken.writers.say import Say

TYPE = "application/audiobook+json"  # Audiobooks, 9
_CONTEXT = ("https://schema.org", "https://www.w3.org/ns/pub-context")
_PROFILE = "https://www.w3.org/TR/audiobooks/"
_SUMMARY = "A computer voice reads the whole text, a file a section; a page beside it has the same words as text."
_SPACE = uuid.UUID("c1f5f0a2-3f0e-5d58-8f0e-7a4d0f9b2e63")  # of the names that our audiobooks are called by


@dataclass(frozen=True, slots=True)
class Track:
    """A file of an audiobook: its path in the pack, its title, how many seconds it lasts, its media type."""

    path: str
    title: str
    seconds: float
    type: str


def manifest_path(tag: str) -> str:
    """Return where the manifest of a language's audiobook stands in the pack."""
    return f"{tag}/publication.json"


def contents_path(tag: str) -> str:
    """Return where its page of contents stands."""
    return f"{tag}/audio/index.html"


def tracks(editions: Sequence[Edition], parts: Mapping[str, Sequence[tuple[str, str]]], say: Say) -> tuple[Track, ...]:
    """Return the files of an audiobook in the order they are heard: the sections of the full text, then the easy read.

    Args:
        editions: those of one language.
        parts: path and title of each section's file, by the path of the edition's page.
        say: the pack's own words in the language.
    """
    return tuple(track for edition in editions for track in _tracks(edition, parts.get(edition.page, ()), say))


def write_manifest(editions: Sequence[Edition], heard: Sequence[Track], base: str | None, say: Say) -> bytes:
    """Return the manifest (W3C Audiobooks): what is heard, in which order, for whom it serves.

    Args:
        editions: those of one language.
        heard: its files.
        base: the address of the pack's folder on its site, ending with a slash, where that is known.
        say: the pack's own words in the language.
    """
    release, tag = editions[0].release, editions[0].lang
    day = _day(release.published)
    tree = {
        "@context": [*_CONTEXT, {"language": tag, "direction": lang.direction(tag)}],
        "conformsTo": _PROFILE,
        "type": "Audiobook",
        "id": uuid.uuid5(_SPACE, f"{release.url or release.headline} {tag}").urn,
        "name": release.headline or say.plain("Audio"),
        "inLanguage": tag,
        "readingProgression": lang.direction(tag),
        "duration": _duration(sum(round(track.seconds, 3) for track in heard)),
        "abridged": not any(one.narration and not one.is_easy for one in editions),
        "readBy": sorted({one.narration.voice for one in editions if one.narration}),
        "readingOrder": [_link(tag, track.path, track.type, track.title, seconds=track.seconds) for track in heard],
        "resources": list(_resources(editions, say)),
        **_access(),
        **({"author": release.publisher, "publisher": release.publisher} if release.publisher else {}),
        **({"datePublished": day, "dateModified": day} if day else {}),
        **({"url": f"{base}{tag}/"} if base else {}),
        **(
            {"links": [{"type": "LinkedResource", "url": url, "rel": "describedby"}]} if (url := _page(release)) else {}
        ),
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1) + "\n").encode()


def write_contents(editions: Sequence[Edition], heard: Sequence[Track], safety: bool, look: Look, say: Say) -> bytes:
    """Return the page of contents: a list of the files, as HTML (Audiobooks, 5)."""
    release, tag = editions[0].release, editions[0].lang
    folder = posixpath.dirname(contents_path(tag))
    title = release.headline or say.plain("Audio")
    named = (say.plain("Contents"), *(() if look.neutral else (title, release.publisher)))
    page = write_page(
        "contents.html",
        Frame(title=" – ".join(filter(None, named)), safety=safety, brand=look.brand),
        say,
        heading=title,
        tracks=[
            {"href": posixpath.relpath(one.path, folder), "title": one.title, "length": say.duration(one.seconds)}
            for one in heard
        ],
        text=posixpath.relpath(editions[0].page, folder),
        easy=editions[0].is_easy,
    )
    return page.encode()


def _tracks(edition: Edition, parts: Sequence[tuple[str, str]], say: Say) -> Iterator[Track]:
    spoken = edition.narration
    if spoken is None or not spoken.clips:
        return
    if not parts:
        title = say.plain("Easy read") if edition.is_easy else say.plain("Full text")
        yield Track(edition.audio, title, spoken.duration, edition.sound.type)
    for (path, title), clip in zip(parts, spoken.clips, strict=bool(parts)):
        yield Track(path, title, clip.ends - clip.begins, edition.sound.type)


def _resources(editions: Sequence[Edition], say: Say) -> Iterator[dict[str, object]]:
    tag = editions[0].lang
    yield _link(tag, contents_path(tag), "text/html", say.plain("Contents"), rel="contents")
    yield _link(tag, cover_path(tag), "image/png", say.plain("Picture"), rel="cover")
    for one in editions:
        title = say.plain("Easy read") if one.is_easy else say.plain("Full text")
        yield _link(tag, one.page, "text/html", title)


def _link(
    tag: str, path: str, kind: str, title: str, *, rel: str | None = None, seconds: float | None = None
) -> dict[str, object]:
    return {
        "type": "LinkedResource",
        "url": posixpath.relpath(path, tag),
        "encodingFormat": kind,
        "name": title,
        **({"rel": rel} if rel else {}),
        **({"duration": _duration(seconds)} if seconds is not None else {}),
    }


def _access() -> dict[str, object]:
    """Return for whom it serves, in the terms of schema.org's accessibility vocabulary."""
    return {
        "accessMode": ["auditory"],
        "accessModeSufficient": [{"type": "ItemList", "itemListElement": ["auditory"]}],
        "accessibilityFeature": ["tableOfContents", "structuralNavigation", "transcript"],
        "accessibilityHazard": ["none"],
        "accessibilitySummary": {"value": _SUMMARY, "language": "en"},
    }


def _duration(seconds: float) -> str:
    """Return a length of time as ISO 8601 has it.

    >>> _duration(83.52)
    'PT83.52S'
    """
    return f"PT{f'{seconds:.3f}'.rstrip('0').rstrip('.')}S"


def _day(published: str | None) -> str | None:
    try:
        return datetime.fromisoformat(published or "").date().isoformat()
    except ValueError:
        return None


def _page(release: Release) -> str | None:
    return safe_link(release.url)
