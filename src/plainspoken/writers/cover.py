"""The picture that players show beside a narration: lines of text that turn into sound, drawn without any words."""

from __future__ import annotations

import math
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache

SIDE = 1400  # pixels; podcast directories ask for at least as many
_GROUND, _INK = (11, 85, 104), (255, 255, 255)  # the accent of the pages
_DEPTH = 4  # bits a pixel: the ground, the ink, and fourteen steps between for smooth edges
_STEPS = (1 << _DEPTH) - 1

_BARS = ((300, 490, 470), (300, 630, 700), (300, 770, 700), (300, 910, 560))  # left, middle, right
_THICK = 44  # half of a bar's height
_CENTRE = (700, 700)
_WAVES = ((190, 250), (330, 390), (470, 530))  # inner and outer radius
_OPENING = 0.8  # how far a wave reaches up and down, for its reach to the right


@lru_cache(maxsize=1)
def picture() -> bytes:
    """Return the picture as PNG (W3C PNG, third edition), the same bytes each time."""
    palette = b"".join(
        bytes(round(a + (b - a) * step / _STEPS) for a, b in zip(_GROUND, _INK, strict=True))
        for step in range(_STEPS + 1)
    )
    rows = b"".join(b"\0" + _row(y + 0.5) for y in range(SIDE))
    head = struct.pack(">IIBBBBB", SIDE, SIDE, _DEPTH, 3, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"PLTE", palette), (b"IDAT", zlib.compress(rows, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(map(_chunk, *zip(*chunks, strict=True)))


def _row(y: float) -> bytes:
    """Return a row of pixels, two a byte; what a span covers of the pixels at its ends shows as a step between."""
    levels = bytearray(SIDE)
    for begins, ends in _spans(y):
        first, last = int(begins), int(ends)
        levels[first] = max(levels[first], round((first + 1 - begins) * _STEPS))
        levels[first + 1 : last] = bytes([_STEPS]) * max(last - first - 1, 0)
        levels[last] = max(levels[last], round((ends - last) * _STEPS))
    return bytes(levels[at] << _DEPTH | levels[at + 1] for at in range(0, SIDE, 2))


def _spans(y: float) -> Iterator[tuple[float, float]]:
    for left, middle, right in _BARS:
        if abs(y - middle) < _THICK:
            round_end = math.sqrt(_THICK**2 - (y - middle) ** 2)
            yield left - round_end, right + round_end
    rise = abs(y - _CENTRE[1])
    for inner, outer in _WAVES:
        if rise < outer:
            nearest = max(math.sqrt(max(inner**2 - rise**2, 0)), rise / _OPENING)
            furthest = math.sqrt(outer**2 - rise**2)
            if nearest < furthest:
                yield _CENTRE[0] + nearest, _CENTRE[0] + furthest


def _chunk(name: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))
