"""Speeches of several voices, joined into one without a click and without the silence that each voice ends with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from plainspoken.engines.protocols import Speech
from plainspoken.narration import Word

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.int16]

_QUIET = 330  # of 32,768: -40 dBFS, under which nobody hears a word begin
_KEPT = 0.04  # seconds of quiet that stay at a join, about as long as between words
_FADE = 0.005  # seconds over which a join fades in and out


def join(parts: Sequence[tuple[int, Speech]]) -> Speech:
    """Return the parts of a line as one speech; a single part stays as it is, to the byte.

    Args:
        parts: how many characters each part's text has, and how it is said; all at one sample rate.
    """
    if len(parts) == 1:
        return parts[0][1]
    import numpy as np

    sounds: list[Samples] = []
    words, characters, at = list[Word](), 0, 0
    rate = max(speech.rate for _, speech in parts)
    for place, (size, speech) in enumerate(parts):
        samples = _at(np.frombuffer(speech.pcm, dtype="<i2"), speech.rate, rate)
        first, last = _edges(samples, rate, cut_start=place > 0, cut_end=place < len(parts) - 1)
        shift, longest = (at - first) / rate, (at + last - first) / rate
        words += [_moved(word, characters, shift, at / rate, longest) for word in speech.words]
        sounds.append(_faded(samples[first:last], rate, fade_in=place > 0, fade_out=place < len(parts) - 1))
        at, characters = at + last - first, characters + size
    estimated = any(speech.estimated for _, speech in parts)
    return Speech(np.concatenate(sounds).astype("<i2").tobytes(), rate, tuple(words), estimated)


def _moved(word: Word, characters: int, shift: float, earliest: float, latest: float) -> Word:
    begins = min(max(word.begins + shift, earliest), latest)
    return Word(word.start + characters, word.end + characters, begins, min(max(word.ends + shift, begins), latest))


def _edges(samples: Samples, rate: int, *, cut_start: bool, cut_end: bool) -> tuple[int, int]:
    """Return where a part begins and ends when the quiet at its joins is cut short."""
    import numpy as np

    loud = np.flatnonzero(np.abs(samples.astype(np.int32)) > _QUIET)
    if not len(loud):
        return 0, len(samples)
    kept = round(_KEPT * rate / 2)
    first = max(int(loud[0]) - kept, 0) if cut_start else 0
    last = min(int(loud[-1]) + 1 + kept, len(samples)) if cut_end else len(samples)
    return first, last


def _faded(samples: Samples, rate: int, *, fade_in: bool, fade_out: bool) -> Samples:
    import numpy as np

    size = min(round(_FADE * rate), len(samples) // 2)
    level = np.ones(len(samples), dtype=np.float32)
    ramp = np.linspace(0, 1, size, endpoint=False, dtype=np.float32)
    if fade_in:
        level[:size] = ramp
    if fade_out and size:
        level[-size:] = ramp[::-1]
    faded: Samples = np.rint(samples * level).astype(np.int16)
    return faded


def _at(samples: Samples, given: int, rate: int) -> Samples:
    """Return samples at a rate at least as high, points between them on straight lines."""
    import numpy as np

    if given == rate:
        return samples
    places = np.arange(len(samples) * rate // given) * given / rate
    raised: Samples = np.rint(np.interp(places, np.arange(len(samples)), samples)).astype(np.int16)
    return raised
