"""JPEG files of others, without what makes no picture: who took it, where, and with what."""

from __future__ import annotations

import struct
from collections.abc import Iterator

SIGNATURE = b"\xff\xd8\xff"
_LARGEST = 4_000  # pixels a side
_SCAN, _END, _ADOBE = 0xDA, 0xD9, 0xEE
_FRAMES = frozenset({0xC0, 0xC1, 0xC2})  # baseline, extended and progressive: what browsers show
_KEPT = _FRAMES | {0xC4, 0xDB, 0xDD, _ADOBE}  # Huffman and quantization tables, restarts, which colours they are


class JpegError(ValueError):
    """Why a JPEG file can't be taken, a clause in plain English."""


def bared(content: bytes) -> bytes:
    """Return a JPEG file with the segments that make the picture alone (ITU-T T.81, Annex B).

    Raises:
        JpegError: it is broken, of a kind that browsers don't show, or too large on a side.
    """
    segments = list(_segments(content))
    kinds = [kind for kind, _ in segments]
    frames = [body for kind, body in segments if kind in _FRAMES]
    if len(frames) != 1 or len(frames[0]) < 8 or _SCAN not in kinds:
        raise JpegError("it is a broken JPEG file, or of a kind that browsers don't show")
    height, width = struct.unpack_from(">HH", frames[0], 1)
    if not (0 < width <= _LARGEST and 0 < height <= _LARGEST):
        raise JpegError(f"it is {width} by {height} pixels, more than {_LARGEST} a side")
    return b"\xff\xd8" + b"".join(_written(kind, body) for kind, body in segments) + b"\xff\xd9"


def _segments(content: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the segments; that of a scan carries the picture's data, up to the next marker."""
    place = 2
    while True:
        if content[place : place + 1] != b"\xff" or place + 2 > len(content):
            raise JpegError("it is a broken JPEG file")
        kind = content[place + 1]
        if kind == _END:
            return
        (length,) = struct.unpack_from(">H", content.ljust(place + 4, b"\0"), place + 2)
        end = place + 2 + length
        if length < 2 or end > len(content):
            raise JpegError("it is a broken JPEG file")
        stop = _after_scan(content, end) if kind == _SCAN else end
        yield kind, content[place + 4 : stop]
        place = stop


def _after_scan(content: bytes, place: int) -> int:
    """Return where the data of a scan end: at the next marker that is no stuffed byte and no restart."""
    while (found := content.find(b"\xff", place)) >= 0:
        kind = content[found + 1 : found + 2]
        if kind and kind != b"\0" and not b"\xd0" <= kind <= b"\xd7":
            return found
        place = found + 2
    raise JpegError("it is a broken JPEG file")


def _written(kind: int, body: bytes) -> bytes:
    if kind == _SCAN:
        (length,) = struct.unpack_from(">B", body)  # components in the scan
        return b"\xff\xda" + struct.pack(">H", 2 * length + 6) + body
    return b"\xff" + bytes([kind]) + struct.pack(">H", len(body) + 2) + body if kind in _KEPT else b""
