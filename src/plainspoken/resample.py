"""Samples at another rate, without the tones that points on straight lines would add."""

from __future__ import annotations

import math

_EDGE = 1000  # samples of quiet, at least, put round the sound, so that its ends don't ring into each other


def at(pcm: bytes, given: int, wanted: int) -> bytes:
    """Return samples (signed 16-bit little-endian, one channel) at another rate, as long as before.

    Args:
        pcm: the samples.
        given: their rate, in samples a second.
        wanted: the rate that they are to have.

    >>> at(b"", 16000, 22050), at(bytes(16000 * 2), 16000, 48000) == bytes(48000 * 2)
    (b'', True)
    """
    if given == wanted or not pcm:
        return pcm
    import numpy as np

    sound = np.frombuffer(pcm, "<i2").astype(np.float64)
    length = len(sound) * wanted // given
    # Whole periods of both rates, so that the samples fall where the new rate has its own.
    period = given // math.gcd(given, wanted)
    edge = -(-_EDGE // period) * period
    padded = np.zeros(-(-(len(sound) + 2 * edge) // period) * period)
    padded[edge : edge + len(sound)] = sound
    size = len(padded) * wanted // given
    spectrum = np.fft.rfft(padded)
    kept = np.zeros(size // 2 + 1, np.complex128)
    shared = min(len(kept), len(spectrum))
    kept[:shared] = spectrum[:shared]
    raised = np.fft.irfft(kept, size) * (size / len(padded))
    first = edge * wanted // given
    return bytes(np.clip(np.rint(raised[first : first + length]), -32768, 32767).astype("<i2").tobytes())
