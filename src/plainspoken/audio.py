"""MP3 streams: encoded so that clips can be played alone or joined, and measured to the sample."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import starmap

from plainspoken.errors import EngineError

BIT_RATE = 48  # kbit/s, one channel: transparent for a voice
QUALITY = 5  # LAME's scale, 0 best and slowest
# LAME turns its input down by 5 % at this bit rate (measured; the scale of its presets), in dB: what is to come out at
# a level has to go in higher by this.
LOSS = 0.44
ENCODER = f"lame {BIT_RATE} {QUALITY} 1"  # part of the cache's keys
# A decoder puts out this many samples before the first one that went in: 576 of LAME, 529 of the decoder. It happens
# once in a joined stream.
DELAY = 1105

# ISO 11172-3 and 13818-3, layer III: kbit/s by index, samples a second by version and index.
_KBITS = {
    3: (0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    2: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    0: (0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_RATES = {3: (44100, 48000, 32000), 2: (22050, 24000, 16000), 0: (11025, 12000, 8000)}
RATES = frozenset(rate for rates in _RATES.values() for rate in rates)


@dataclass(frozen=True, slots=True)
class Frame:
    """One MP3 frame: where it starts, its length in bytes, the samples it holds and their rate."""

    start: int
    length: int
    samples: int
    rate: int


def encode(pcm: bytes, rate: int) -> bytes:
    """Return samples (signed 16-bit little-endian, one channel) as an MP3 stream without tags.

    Streams of one rate, joined, decode to their sounds in order; each begins where the frames before it end.

    Raises:
        EngineError: MP3 has no such sample rate, or the encoder is not installed.
    """
    if rate not in RATES:
        raise EngineError(f"MP3 has no sample rate of {rate}", todo="Use a voice with a usual rate, such as 22050.")
    try:
        import lameenc
    except ImportError as cause:
        raise EngineError(
            "the MP3 encoder is not installed", where="lameenc", todo="Install it: pip install 'plainspoken[espeak]'."
        ) from cause
    encoder = lameenc.Encoder()
    encoder.silence()
    encoder.set_in_sample_rate(rate)
    encoder.set_out_sample_rate(rate)
    encoder.set_channels(1)
    encoder.set_bit_rate(BIT_RATE)
    encoder.set_quality(QUALITY)
    return bytes(encoder.encode(pcm)) + bytes(encoder.flush())


def quiet(seconds: float, rate: int) -> bytes:
    """Return silence as frames that can follow any stream of the same rate: the whole frames nearest to its length."""
    count = max(round(seconds * rate / _frame_size(rate)), 0)
    stream = _silence(rate, -(-count // _SILENT) * _SILENT)
    return stream[: count and _ends(stream)[count - 1]]


_SILENT = 64  # frames: silence is encoded in multiples of so many, which are kept


@lru_cache(maxsize=16)
def _silence(rate: int, count: int) -> bytes:
    return encode(bytes(2 * count * _frame_size(rate)), rate) if count else b""


@lru_cache(maxsize=16)
def _ends(stream: bytes) -> tuple[int, ...]:
    return tuple(frame.start + frame.length for frame in frames(stream))


def _frame_size(rate: int) -> int:
    return 1152 if rate in _RATES[3] else 576


def samples(mp3: bytes) -> int:
    """Return how many samples the frames of an MP3 stream hold.

    Raises:
        ValueError: the stream has bytes that are in no frame.
    """
    return sum(count for _, _, count, _ in _frames(mp3))


def frames(mp3: bytes) -> Iterator[Frame]:
    """Yield the frames of an MP3 stream without tags.

    Raises:
        ValueError: the stream has bytes that are in no frame.
    """
    yield from starmap(Frame, _frames(mp3))


def _frames(mp3: bytes) -> Iterator[tuple[int, int, int, int]]:
    at = 0
    while at < len(mp3):
        if at + 4 > len(mp3):
            raise ValueError(f"the MP3 stream ends within a frame at byte {at}")
        found = _read(mp3[at : at + 4])
        if found is None:
            raise ValueError(f"no MP3 frame at byte {at}")
        length, count, rate = found
        yield at, length, count, rate
        at += length


@lru_cache(maxsize=256)
def _read(header: bytes) -> tuple[int, int, int] | None:
    """Return the length, samples and rate of a frame by its header; a stream has few that differ."""
    (head,) = struct.unpack(">I", header)
    version, layer, kbits, rate = head >> 19 & 3, head >> 17 & 3, head >> 12 & 15, head >> 10 & 3
    if head >> 21 != 0x7FF or version == 1 or layer != 1 or kbits in (0, 15) or rate == 3:
        return None
    count, hertz = 1152 if version == 3 else 576, _RATES[version][rate]
    return count // 8 * _KBITS[version][kbits] * 1000 // hertz + (head >> 9 & 1), count, hertz
