"""How loud a voice is (ITU-R BS.1770-5), and a gain with a limiter that brings it to a target."""

from __future__ import annotations

import math
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

_GATE, _RELATIVE_GATE = -70.0, -10.0  # BS.1770-5, annex 1
_OFFSET = -0.691
# BS.1770-5, tables 1 and 2, at 48 kHz: the head's shelf and the high pass, (numerator, denominator) in powers of 1/z.
_TABLED_AT = 48000
_FILTERS = (
    ((1.53512485958697, -2.69169618940638, 1.19839281085285), (1.0, -1.69065929318241, 0.73248077421585)),
    ((1.0, -2.0, 1.0), (1.0, -1.99004745483398, 0.99007225036621)),
)
_LOOK = 4  # blocks that the limiter looks ahead and behind
_BLOCK = 32  # samples
_FULL = 32767  # full scale
_WINDOW = 1 << 14  # samples that are filtered at once
_QUIETEST = 10 ** (_GATE / 10)


def master(pcm: bytes, rate: int, *, target: float, ceiling: float) -> bytes:
    """Return samples (signed 16-bit, one channel) at a loudness, with no sample over a ceiling; silence stays silent.

    Args:
        pcm: the samples, little-endian.
        rate: samples a second.
        target: the loudness, in LUFS.
        ceiling: the highest sample, in dBFS.
    """
    import numpy as np

    given = np.frombuffer(pcm, "<i2")
    loudness = measure(given * np.float32(1 / 32768), rate)
    if loudness <= _GATE:
        return pcm
    # Rounded, so that the last bit of a Fourier transform, which differs between processors, changes no sample.
    gain = 10 ** (round(target - loudness, 2) / 20)
    sound = given * np.float32(gain * _FULL / 32768)
    _limit(sound, given, gain, 10 ** (ceiling / 20))
    return bytes(np.rint(sound, out=sound).astype("<i2").tobytes())


def measure(sound: Samples, rate: int) -> float:
    """Return the integrated loudness of one channel (full scale is 1.0), in LUFS; -70 for silence.

    A sound shorter than one gating block (400 ms) is measured whole.
    """
    import numpy as np

    if not len(sound):
        return _GATE
    weighted = _k_weighted(sound, rate)
    step = rate // 10
    count = len(weighted) // step
    if count < 4:
        return _lufs(float(np.square(weighted).mean()))
    parts = weighted[: count * step].reshape(count, step)
    tenths = np.einsum("ij,ij->i", parts, parts) / step
    blocks = np.lib.stride_tricks.sliding_window_view(tenths, 4).mean(axis=1)
    heard = blocks[blocks > _power(_GATE)]
    if not len(heard):
        return _GATE
    heard = heard[heard > heard.mean() * 10 ** (_RELATIVE_GATE / 10)]
    return _lufs(float(heard.mean()))


def _lufs(power: float) -> float:
    return max(_GATE, _OFFSET + 10 * math.log10(max(power, _QUIETEST / 10)))


def _power(lufs: float) -> float:
    return float(10 ** ((lufs - _OFFSET) / 10))


def _k_weighted(sound: Samples, rate: int) -> Samples:
    """Apply both filters of BS.1770 at once, in the frequency domain, where the tabled ones serve every sample rate.

    Windows overlap by what the high pass, which rings longest, takes to die away: by 60 ms it is 80 dB down.
    """
    import numpy as np

    hop = _WINDOW - (ring := rate // 16)
    count = -(-len(sound) // hop)
    padded = np.zeros(ring + count * hop, np.float32)
    padded[ring : ring + len(sound)] = sound
    windows = np.lib.stride_tricks.sliding_window_view(padded, _WINDOW)[::hop]
    spectrum = np.fft.rfft(windows, axis=1)
    spectrum *= _response(rate)
    weighted = np.fft.irfft(spectrum, axis=1)[:, ring:].reshape(-1)[: len(sound)]
    return weighted.astype(np.float32, copy=False)


@lru_cache(maxsize=4)
def _response(rate: int) -> NDArray[np.complex64]:
    import numpy as np

    turn = np.exp(-2j * np.pi * np.fft.rfftfreq(_WINDOW) * rate / _TABLED_AT)
    response = np.ones(len(turn), np.complex128)
    for numerator, denominator in _FILTERS:
        response *= np.polyval(numerator[::-1], turn) / np.polyval(denominator[::-1], turn)
    return response.astype(np.complex64)


def _limit(sound: Samples, given: NDArray[np.int16], gain: float, ceiling: float) -> None:
    """Turn `sound` down round each peak over the ceiling: block by block, the dips widened and smoothed.

    Args:
        sound: the samples, with the gain; changed in place, where there are peaks alone.
        given: the same before the gain.
        gain: a factor.
        ceiling: the highest sample there may be; full scale is 1.0.
    """
    import numpy as np

    gains = np.minimum(1.0, ceiling / np.maximum(_peaks(given) * (gain / 32768), 1e-9))
    if gains.min() == 1.0:
        return
    gains = _windows(_windows(gains, _LOOK).min(axis=1), _LOOK).mean(axis=1)
    near = _windows(gains, 1)
    turned = np.flatnonzero(near.min(axis=1) < 1.0)
    before, after = near[turned, :2].mean(axis=1), near[turned, 1:].mean(axis=1)
    ramp = (np.arange(_BLOCK, dtype=np.float32) + np.float32(0.5)) / _BLOCK
    levels = (before[:, None] + (after - before)[:, None] * ramp).astype(np.float32)
    whole = sound[: len(sound) // _BLOCK * _BLOCK].reshape(-1, _BLOCK)
    inside = turned < len(whole)
    most = np.float32(ceiling * _FULL)
    whole[turned[inside]] = np.clip(whole[turned[inside]] * levels[inside], -most, most)
    if not inside.all():
        rest = sound[len(whole) * _BLOCK :]
        rest[:] = np.clip(rest * levels[-1, : len(rest)], -most, most)


def _peaks(given: NDArray[np.int16]) -> NDArray[np.int32]:
    """Return the highest sample of each block, the last of which may be shorter."""
    import numpy as np

    starts = np.arange(0, len(given), _BLOCK)
    highest: NDArray[np.int32] = np.maximum(
        np.maximum.reduceat(given, starts).astype(np.int32), -np.minimum.reduceat(given, starts).astype(np.int32)
    )
    return highest


def _windows(gains: NDArray[np.floating], reach: int) -> NDArray[np.floating]:
    import numpy as np

    return np.lib.stride_tricks.sliding_window_view(np.pad(gains, reach, mode="edge"), 2 * reach + 1)
