"""MP3 streams: frames, joins that are exact to the sample, loss of level."""

from __future__ import annotations

import math
import threading
import time
from array import array

import pytest

from plainspoken import audio
from plainspoken.errors import EngineError
from tests import needs

pytestmark = needs.decoder


def burst(seconds: float, rate: int, pitch: int) -> bytes:
    """A tone between silences of a tenth of a second."""
    quiet = array("h", bytes(rate // 10 * 2))
    tone = array("h", (int(9000 * math.sin(2 * math.pi * pitch * at / rate)) for at in range(int(seconds * rate))))
    return (quiet + tone + quiet).tobytes()


def decoded(mp3: bytes, rate: int) -> array[int]:
    import miniaudio

    sound = miniaudio.decode(mp3, miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=rate)
    return array("h", sound.samples)


def onset(sound: array[int], start: int) -> int:
    """The first loud sample from `start` on."""
    return next(at for at in range(start, len(sound)) if abs(sound[at]) > 4000)


@pytest.mark.parametrize("rate", sorted(audio.RATES))
def test_the_frames_hold_what_a_decoder_gives(rate: int) -> None:
    """At every rate of MP3, the frames' samples are those that come out, and they have room for all that went in."""
    pcm = burst(0.7, rate, 440)
    mp3 = audio.encode(pcm, rate)
    assert {frame.rate for frame in audio.frames(mp3)} == {rate}
    assert audio.samples(mp3) == len(decoded(mp3, rate))
    assert audio.samples(mp3) >= len(pcm) // 2 + audio.DELAY


@pytest.mark.parametrize("rate", [22050, 24000])
def test_joined_streams_keep_time(rate: int) -> None:
    """In a joined stream every part begins where the frames before it end, after one decoder's delay."""
    parts = [
        audio.encode(burst(seconds, rate, pitch), rate) for seconds, pitch in ((0.5, 400), (0.33, 700), (0.81, 500))
    ]
    sound, start = decoded(b"".join(parts), rate), 0
    for part in parts:
        assert onset(sound, start) - start == pytest.approx(audio.DELAY + rate // 10, abs=rate // 200)
        start += audio.samples(part)
    assert len(sound) == start


def test_the_same_sound_is_the_same_bytes() -> None:
    """Encoding adds no date, no name, nothing of its own."""
    assert audio.encode(burst(0.3, 22050, 440), 22050) == audio.encode(burst(0.3, 22050, 440), 22050)


def test_level_lost() -> None:
    """LAME puts out 0.44 dB less than it got, which `LOSS` says."""
    pcm = burst(2, 22050, 500)
    middle = slice(22050, 33075)
    before, after = array("h", pcm)[middle], decoded(audio.encode(pcm, 22050), 22050)[middle]
    lost = 10 * math.log10(sum(one * one for one in before) / sum(one * one for one in after))
    assert lost == pytest.approx(audio.LOSS, abs=0.03)


def test_other_rates_are_refused() -> None:
    """A sample rate that MP3 doesn't have is an error that says so."""
    with pytest.raises(EngineError, match="no sample rate of 19000"):
        audio.encode(bytes(2000), 19000)


@pytest.mark.parametrize("stream", [b"ID3\x03\x00\x00 tag", b"\xff\xf3", b"\x00" * 200])
def test_what_is_no_frame(stream: bytes) -> None:
    """Bytes that are in no frame are refused, not skipped."""
    with pytest.raises(ValueError, match="MP3"):
        audio.samples(stream)


@pytest.mark.parametrize("rate", [22050, 44100])
def test_silence_after_a_stream_is_its_frames_nearest_to_its_length(rate: int) -> None:
    """It is whole frames, decodes to nothing heard, and leaves the sound before it as it was."""
    sound, quiet = audio.encode(burst(0.3, rate, 440), rate), audio.quiet(0.5, rate)
    assert audio.samples(quiet) == pytest.approx(rate / 2, abs=1152)
    assert (audio.quiet(0.0, rate), audio.quiet(-0.1, rate)) == (b"", b"")
    heard = decoded(sound + quiet, rate)
    assert len(heard) == audio.samples(sound) + audio.samples(quiet)
    assert heard[: audio.samples(sound)] == decoded(sound, rate)
    assert max(map(abs, heard[audio.samples(sound) + audio.DELAY :])) < 4


def test_encoding_lets_other_threads_work() -> None:
    """The encoder gives up the interpreter's lock: a thread counts on while another one encodes half a minute."""
    count, done = 0, threading.Event()
    tone = burst(30, 22050, 440)

    def work() -> None:
        audio.encode(tone, 22050)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.is_set():
        count += 1
        time.sleep(0)
    thread.join()
    assert count > 100
