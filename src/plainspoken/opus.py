"""Opus streams: encoded so that they can be joined, measured to the sample, and put into Ogg files.

A stream here is packets of 20 ms, each with its length before it (two bytes, the higher first). Needs the extra `opus`
(PyAV, which carries libopus).
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator, Sequence
from functools import lru_cache

from plainspoken import resample
from plainspoken.errors import EngineError

RATE = 48000  # Opus counts in these, whatever went in (RFC 7845, 4)
BIT_RATE = 32000  # bits a second, one channel
LOSS, RISE = 0.4, 2.0  # in dB, measured: by how much voices come out quieter, and their peaks higher
_FRAME = 960  # samples
_SECOND = 50  # frames
# Opus says how a frame differs from the one before. So that parts can follow one another, each is encoded as what comes
# after silence; one that follows nothing (a file's first) gets so many frames of silence put before it.
_LEAD = 4
_DELAY = 312  # samples that a decoder puts out before the first that went in: libopus's look-ahead
# What players leave out at the start of a file. They do it once in a joined stream, where every part is late by the
# look-ahead, so each part begins where the packets before it end.
PRE_SKIP = _LEAD * _FRAME + _DELAY
ENCODER = f"opus {BIT_RATE} 5 {_LEAD} 1"  # part of the cache's keys
_REVERSED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


def encode(pcm: bytes, rate: int) -> bytes:
    """Return samples (signed 16-bit little-endian, one channel) as a stream.

    Raises:
        EngineError: the encoder is not installed.
    """
    try:
        import av
    except ImportError as cause:
        raise missing() from cause
    import numpy as np

    encoder = av.CodecContext.create("libopus", "w")
    encoder.sample_rate, encoder.format, encoder.layout = RATE, "s16", "mono"
    encoder.bit_rate = BIT_RATE
    # Not the mode for calls ("voip"): a few peaks of a synthetic voice come out of it 5 dB higher.
    encoder.options = {
        "application": "audio", "vbr": "constrained", "frame_duration": "20", "compression_level": "5",
    }  # fmt: skip
    sound = np.frombuffer(resample.at(pcm, rate, RATE), "<i2")
    count = -(-(len(sound) + _DELAY) // _FRAME) if len(sound) else 0
    padded = np.zeros((_LEAD + count, 1, _FRAME), "<i2")
    padded[_LEAD:].reshape(-1)[: len(sound)] = sound
    stream = bytearray()
    for number in range(len(padded)):
        frame = av.AudioFrame.from_ndarray(padded[number], format="s16", layout="mono")
        frame.sample_rate, frame.pts = RATE, number * _FRAME
        for packet in encoder.encode(frame):
            stream += struct.pack(">H", packet.size) + bytes(packet) if number >= _LEAD else b""
    return bytes(stream)


def missing() -> EngineError:
    """Return the error for a machine without the encoder."""
    return EngineError(
        "the Opus encoder is not installed", where="av", todo="Install it: pip install 'plainspoken[opus]'."
    )


def quiet(seconds: float, _rate: int = RATE) -> bytes:
    """Return silence as packets that can follow any stream: those nearest to its length."""
    count = max(round(seconds * RATE / _FRAME), 0)
    return _silence() * count


@lru_cache(maxsize=1)
def _silence() -> bytes:
    """Return a frame of silence: one of those that do not change any more."""
    last = list(_packets(encode(bytes(2 * _FRAME * _SECOND), RATE)))[_SECOND // 2]
    return struct.pack(">H", len(last)) + last


def samples(stream: bytes) -> int:
    """Return how many samples the packets of a stream hold.

    Raises:
        ValueError: it ends within a packet.
    """
    return sum(_FRAME for _ in _packets(stream))


def ogg(stream: bytes, comments: Sequence[tuple[str, str]] = ()) -> bytes:
    """Return a stream as an Ogg file (RFC 3533, RFC 7845); the same values give the same bytes.

    Args:
        stream: its packets.
        comments: names and values that players show, in order, as Vorbis comments.
    """
    head = b"OpusHead" + struct.pack("<BBHIhB", 1, 1, PRE_SKIP, RATE, 0, 0)
    fields = [f"{name}={value}".encode(errors="replace") for name, value in comments]
    vendor = b"plainspoken"
    tags = b"OpusTags" + struct.pack("<I", len(vendor)) + vendor + struct.pack("<I", len(fields))
    tags += b"".join(struct.pack("<I", len(field)) + field for field in fields)
    serial = zlib.crc32(head + tags + stream)
    pages = [*_paged([head], 0), *_paged([tags], 0), *_audio_pages(stream)]
    whole = bytearray()
    for number, (kind, granule, lacing, body) in enumerate(pages):
        flags = kind | (2 if number == 0 else 0) | (4 if number == len(pages) - 1 else 0)
        page = struct.pack("<4sBBqIIIB", b"OggS", 0, flags, granule, serial, number, 0, len(lacing)) + lacing + body
        whole += page[:22] + struct.pack("<I", _sum(page)) + page[26:]
    return bytes(whole)


def _audio_pages(stream: bytes) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Yield pages of a second each; a page says how many samples there are up to its end."""
    packets = list(_packets(quiet(_LEAD / _SECOND) + stream)) if stream else []
    for start in range(0, len(packets), _SECOND):
        held = packets[start : start + _SECOND]
        yield from _paged(held, (start + len(held)) * _FRAME)


def _paged(packets: Sequence[bytes], granule: int) -> Iterator[tuple[int, int, bytes, bytes]]:
    """Yield pages as (whether it goes on a packet, samples up to its end, lacing, body); a page has 255 segments."""
    lacing = b"".join(b"\xff" * (len(packet) // 255) + bytes([len(packet) % 255]) for packet in packets)
    body, at = b"".join(packets), 0
    for start in range(0, len(lacing), 255):
        held = lacing[start : start + 255]
        size = sum(held)
        # No packet ends on a page of which every segment is full: it has no position (RFC 3533, 6).
        ends = any(one < 255 for one in held)
        yield int(start > 0 and lacing[start - 1] == 255), granule if ends else -1, held, body[at : at + size]
        at += size


def _packets(stream: bytes) -> Iterator[bytes]:
    at = 0
    while at < len(stream):
        (size,) = struct.unpack_from(">H", stream, at) if at + 2 <= len(stream) else (len(stream),)
        if at + 2 + size > len(stream):
            raise ValueError(f"the Opus stream ends within a packet at byte {at}")
        yield stream[at + 2 : at + 2 + size]
        at += 2 + size


def _sum(page: bytes) -> int:
    """Return Ogg's checksum (RFC 3533, 6): the CRC of zlib with every byte's bits the other way round."""
    found = zlib.crc32(page.translate(_REVERSED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{found:032b}"[::-1], 2)
