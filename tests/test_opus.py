"""Opus streams and Ogg files: joined, measured, paged and summed as the standards say."""

from __future__ import annotations

import struct

import pytest

from plainspoken import opus
from plainspoken.codecs import CODECS, codec, require
from plainspoken.errors import UsageError
from tests import needs

pytestmark = needs.modules("av", "numpy")


def _tone(seconds: float, rate: int = 22050, hertz: float = 400) -> bytes:
    import numpy as np

    count = int(seconds * rate)
    return bytes((9000 * np.sin(2 * np.pi * hertz * np.arange(count) / rate)).astype("<i2").tobytes())


def _decoded(stream: bytes) -> object:
    import io

    import av
    import numpy as np

    with av.open(io.BytesIO(opus.ogg(stream))) as file:
        parts = [frame.to_ndarray().reshape(-1) for frame in file.decode(audio=0)]
    return np.concatenate(parts)


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 48000])
def test_packets_hold_the_sound(rate: int) -> None:
    """A stream is as long as its sound and the decoder's delay, in whole packets of 20 ms."""
    stream = opus.encode(_tone(0.5, rate), rate)
    assert opus.samples(stream) == -(-(24000 + 312) // 960) * 960


@needs.modules("av")
def test_joined_streams_keep_time() -> None:
    """In joined streams each part begins where the packets before it end, to the sample that a decoder plays."""
    import numpy as np

    parts = [opus.encode(_tone(seconds), 22050) + opus.quiet(0.3) for seconds in (0.31, 0.52, 0.47)]
    heard = _decoded(b"".join(parts))
    assert isinstance(heard, np.ndarray)
    starts = [sum(map(opus.samples, parts[:number])) for number in range(3)]
    for start in starts:
        level = np.abs(heard[max(start - 4800, 0) : start + 4800])
        begins = int((level > 0.05).argmax()) - min(start, 4800)
        assert abs(begins) < 96  # 2 ms: the codec's own smearing of an onset


def test_quiet_is_quiet_and_as_long_as_asked() -> None:
    """Silence is the whole packets nearest to its length, and no click comes out of joining it on."""
    import numpy as np

    assert opus.samples(opus.quiet(0.7)) == round(0.7 * 50) * 960
    assert opus.quiet(0.0) == b""
    heard = _decoded(opus.encode(_tone(0.4), 22050) + opus.quiet(3.0))
    assert isinstance(heard, np.ndarray)
    assert np.abs(heard[24000:]).max() < 0.001


def test_the_same_sound_is_the_same_bytes() -> None:
    """Encoding and paging leave nothing to chance."""
    one, other = (opus.ogg(opus.encode(_tone(0.3), 22050), [("TITLE", "x")]) for _ in range(2))
    assert one == other


def test_nothing_is_nothing() -> None:
    """No samples are no packets, and their file still has its heads."""
    assert opus.encode(b"", 22050) == b""
    assert opus.ogg(b"").count(b"OggS") == 2


def test_long_comments_go_on_over_pages() -> None:
    """Comments of any length, such as a cover, span pages; every page is summed, numbered and laced by RFC 3533."""
    stream = opus.encode(_tone(2.2), 22050)
    file = opus.ogg(stream, [("TITLE", "Ü"), ("COVER", "x" * 200_000)])
    pages, length = list(_pages(file)), opus.samples(stream) + 4 * 960  # the silence that players leave out
    assert [number for number, *_ in pages] == list(range(len(pages)))
    assert [flags for _, flags, *_ in pages] == [2, 0, 1, 1, 1, 0, 0, 4]
    assert [granule for *_, granule, _ in pages] == [0, -1, -1, -1, 0, 48000, 96000, length]
    assert all(found == said for *_, (found, said) in pages)


@pytest.mark.parametrize("cut", [1, 5, 40])
def test_a_cut_stream_is_told(cut: int) -> None:
    """A stream that ends within a packet is an error, not a shorter sound."""
    with pytest.raises(ValueError, match="ends within a packet"):
        opus.samples(opus.encode(_tone(0.1), 22050)[:-cut])


def test_forms() -> None:
    """Each form of audio says how long a stream is, and how long silence after it; another name is wrong usage."""
    for form in CODECS.values():
        require(form.name)
        stream = form.encode(_tone(0.5), 22050)
        hertz = form.rate(22050)
        assert form.samples(stream) / hertz == pytest.approx(0.5, abs=0.09)
        assert form.samples(form.quiet(1.0, hertz)) / hertz == pytest.approx(1.0, abs=0.03)
    with pytest.raises(UsageError, match="no such form"):
        codec("flac")


def _pages(file: bytes) -> object:
    """Yield (number, flags, position, (sum worked out bit by bit, sum that it says)) of each page."""
    at = 0
    while at < len(file):
        magic, _, flags, granule, _, number, said, count = struct.unpack_from("<4sBBqIIIB", file, at)
        assert magic == b"OggS"
        size = 27 + count + sum(file[at + 27 : at + 27 + count])
        page = file[at : at + 22] + b"\0\0\0\0" + file[at + 26 : at + size]
        yield number, flags, granule, (_crc(page), said)
        at += size


def _crc(page: bytes) -> int:
    register = 0
    for byte in page:
        register ^= byte << 24
        for _ in range(8):
            register = (register << 1 ^ 0x04C11DB7 if register & 0x80000000 else register << 1) & 0xFFFFFFFF
    return register
