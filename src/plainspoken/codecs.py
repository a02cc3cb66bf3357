"""The forms that a narration's audio may have: MP3, Opus and WAV, each encoded, joined and measured alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib.util import find_spec

from plainspoken import audio, opus
from plainspoken.errors import UsageError


@dataclass(frozen=True, slots=True)
class Codec:
    """A form of audio. Streams of one form and rate, joined, sound as their parts in order.

    Attributes:
        name: what it is chosen by, and how its files' names end.
        label: what people call it.
        type: its media type.
        key: all that its encoding depends on; part of the cache's keys.
        loss: by how many dB it turns a sound down.
        rise: by how many dB more than the rest it may turn peaks up.
        encode: from samples (signed 16-bit, one channel) and their rate to a stream without tags.
        quiet: from seconds and a rate to silence that can follow a stream.
        samples: how many samples a stream holds.
        rate: how many samples a second there are in a stream of samples of a rate.
        delay: after how many samples the first that went in is heard.
        module: what has to be installed for it beside the rest.
    """

    name: str
    label: str
    type: str
    key: str
    loss: float
    rise: float
    encode: Callable[[bytes, int], bytes]
    quiet: Callable[[float, int], bytes]
    samples: Callable[[bytes], int]
    rate: Callable[[int], int]
    delay: int
    module: str = ""


def codec(name: str) -> Codec:
    """Return the form of that name.

    Raises:
        UsageError: there is none.
    """
    if name not in CODECS:
        raise UsageError("there is no such form of audio", where=repr(name), todo=f"Choose of {', '.join(CODECS)}.")
    return CODECS[name]


def require(name: str) -> None:
    """Refuse a form whose encoder is missing.

    Raises:
        UsageError: there is no such form.
        EngineError: its encoder is not installed.
    """
    if codec(name).module and find_spec(codec(name).module) is None:
        raise opus.missing()


def _itself(rate: int) -> int:
    return rate


def _silence(seconds: float, rate: int) -> bytes:
    return bytes(2 * max(round(seconds * rate), 0))


CODECS = {
    "mp3": Codec(
        "mp3", "MP3", "audio/mpeg", audio.ENCODER, audio.LOSS, 0.0, audio.encode, audio.quiet, audio.samples, _itself,
        audio.DELAY,
    ),
    "opus": Codec(
        "opus", "Opus", "audio/ogg; codecs=opus", opus.ENCODER, opus.LOSS, opus.RISE, opus.encode, opus.quiet,
        opus.samples, lambda _: opus.RATE, 0, "av",
    ),
    "wav": Codec(
        "wav", "WAV", "audio/wav", "pcm 1", 0.0, 0.0, lambda pcm, _: pcm, _silence, lambda pcm: len(pcm) // 2, _itself,
        0,
    ),
}  # fmt: skip
"""The forms of audio, by name; the first is the usual one."""
