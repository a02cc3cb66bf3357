"""The media types of a pack's files, for places that serve what they were told: a bucket guesses nothing."""

from __future__ import annotations

_TYPES = {
    "html": "text/html; charset=utf-8",
    "txt": "text/plain; charset=utf-8",
    "vtt": "text/vtt; charset=utf-8",
    "xml": "application/xml",
    "xlf": "application/xliff+xml",
    "json": "application/json",
    "epub": "application/epub+zip",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "mp3": "audio/mpeg",
    "opus": "audio/ogg; codecs=opus",
    "png": "image/png",
    "jpg": "image/jpeg",
    "svg": "image/svg+xml",
    "webp": "image/webp",
}
_NAMES = {"feed.xml": "application/rss+xml", "publication.json": "application/audiobook+json"}


def type_of(path: str) -> str:
    """Return the media type of a file, by its path in the pack.

    Text says that it is UTF-8: browsers take it for Latin letters otherwise.

    >>> type_of("ur/release.txt"), type_of("ur/feed.xml")
    ('text/plain; charset=utf-8', 'application/rss+xml')
    """
    name = path.rpartition("/")[2]
    return _NAMES.get(name) or _TYPES.get(name.rpartition(".")[2].lower(), "application/octet-stream")
