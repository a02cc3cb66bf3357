"""Vorbis comments: what an Opus file says of itself, chapters and cover included."""

from __future__ import annotations

import base64
import struct
from collections.abc import Iterator

from plainspoken.writers.id3 import FRONT_COVER
from plainspoken.writers.tags import Tags, alpha3, plain


def comments(tags: Tags) -> Iterator[tuple[str, str]]:
    """Yield names and values in order; the cover is a picture block of FLAC (RFC 9639, 8.8)."""
    yield "TITLE", plain(tags.title)
    yield "LANGUAGE", alpha3(tags.lang)
    for name, value in (("ARTIST", tags.artist), ("ALBUM", tags.album), ("DATE", tags.day)):
        if value:
            yield name, plain(value)
    if tags.track:
        yield "TRACKNUMBER", str(tags.track[0])
        yield "TRACKTOTAL", str(tags.track[1])
    # The chapter extension of Xiph's VorbisComment.
    for number, chapter in enumerate(tags.ordered):
        yield f"CHAPTER{number:03d}", _clock(chapter.begins)
        yield f"CHAPTER{number:03d}NAME", plain(chapter.title)
    if tags.cover:
        yield "METADATA_BLOCK_PICTURE", base64.b64encode(_picture(tags.cover, tags.cover_type)).decode()


def _picture(cover: bytes, mime: str) -> bytes:
    # Width, height, depth and colours may be left at nothing: the picture itself says them.
    head = struct.pack(">II", FRONT_COVER, len(mime)) + mime.encode() + struct.pack(">6I", 0, 0, 0, 0, 0, len(cover))
    return head + cover


def _clock(seconds: float) -> str:
    whole, rest = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{rest:03d}"
