"""WAV files: samples with what they say of themselves, in RIFF's own list and as an ID3 tag for chapters and cover."""

from __future__ import annotations

import struct
from collections.abc import Iterator

from plainspoken.writers import id3
from plainspoken.writers.tags import Tags, alpha3, plain


def wav(pcm: bytes, rate: int, tags: Tags | None = None) -> bytes:
    """Return samples (signed 16-bit little-endian, one channel) as a WAV file."""
    chunks = _chunk(b"fmt ", struct.pack("<HHIIHH", 1, 1, rate, rate * 2, 2, 16))
    if tags:
        fields = b"".join(_chunk(name, plain(text).encode() + b"\0") for name, text in _info(tags))
        chunks += _chunk(b"LIST", b"INFO" + fields) + _chunk(b"id3 ", id3.tag(tags))
    return _chunk(b"RIFF", b"WAVE" + chunks + _chunk(b"data", pcm))


def _info(tags: Tags) -> Iterator[tuple[bytes, str]]:
    yield b"INAM", tags.title
    yield b"ILNG", alpha3(tags.lang)
    for name, value in ((b"IART", tags.artist), (b"IPRD", tags.album), (b"ICRD", tags.day)):
        if value:
            yield name, value
    if tags.track:
        yield b"IPRT", str(tags.track[0])


def _chunk(name: bytes, content: bytes) -> bytes:
    return name + struct.pack("<I", len(content)) + content + b"\0" * (len(content) % 2)
