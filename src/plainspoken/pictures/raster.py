"""PNG files of others, checked and stripped: pixels and colours alone, no notes about who took them where."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

SIGNATURE = b"\x89PNG\r\n\x1a\n"
_KEPT = frozenset({b"IHDR", b"PLTE", b"IDAT", b"IEND", b"tRNS", b"gAMA", b"sRGB", b"cHRM"})
_LARGEST = 4_000  # pixels a side


class PngError(ValueError):
    """Why a PNG file can't be taken, a clause in plain English."""


def stripped(content: bytes) -> bytes:
    """Return a PNG file with the chunks that make the picture, each with its sum checked (W3C PNG, third edition).

    Raises:
        PngError: it is broken, not what its signature says, or too large on a side.
    """
    chunks = list(_chunks(content))
    kinds = [kind for kind, _ in chunks]
    if kinds[:1] != [b"IHDR"] or kinds[-1:] != [b"IEND"] or b"IDAT" not in kinds:
        raise PngError("it is a broken PNG file")
    width, height = struct.unpack(">II", chunks[0][1][:8])
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise PngError(f"it is {width} by {height} pixels, more than {_LARGEST} a side")
    return SIGNATURE + b"".join(_packed(kind, data) for kind, data in chunks if kind in _KEPT)


def _chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    place = len(SIGNATURE)
    while place < len(content):
        if len(content) < place + 12:
            raise PngError("it is a broken PNG file")
        (length,) = struct.unpack_from(">I", content, place)
        kind, data = content[place + 4 : place + 8], content[place + 8 : place + 8 + length]
        if content[place + 8 + length : place + 12 + length] != _sum(kind, data):
            raise PngError("it is a broken PNG file")
        yield kind, data
        place += 12 + length
        if kind == b"IEND":
            return


def _packed(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + _sum(kind, data)


def _sum(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", zlib.crc32(kind + data))
