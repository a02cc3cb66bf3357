"""Loudness against the values that ITU-R BS.1770 and EBU Tech 3341 give, and the limiter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspoken import loudness
from tests import needs

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

pytestmark = needs.modules("numpy")


def sine(level: float, seconds: float, rate: int, pitch: float = 1000.0) -> NDArray[np.float32]:
    """A sine whose peak is `level` dBFS."""
    import numpy as np

    time = np.arange(int(seconds * rate)) / rate
    return (10 ** (level / 20) * np.sin(2 * np.pi * pitch * time)).astype(np.float32)


@pytest.mark.parametrize("rate", [16000, 22050, 24000, 44100, 48000])
def test_full_scale_sine(rate: int) -> None:
    """BS.1770-5, annex 1: a 997 Hz sine at 0 dBFS in one channel is -3.01 LUFS, at every sample rate."""
    assert loudness.measure(sine(0, 5, rate, 997), rate) == pytest.approx(-3.01, abs=0.02)


@pytest.mark.parametrize(("pitch", "weight"), [(25, -10.39), (100, -1.06), (1000, 0.69), (3000, 3.81), (10000, 4.04)])
def test_weighting(pitch: float, weight: float) -> None:
    """The K curve of BS.1770: low tones count less, high ones more (dB, from its tables at 48 kHz)."""
    assert loudness.measure(sine(-20, 5, 48000, pitch), 48000) == pytest.approx(-20 - 3.01 - 0.691 + weight, abs=0.1)


def test_relative_gate() -> None:
    """EBU Tech 3341, case 3: quiet stretches of 10 s before and after 60 s of a tone are not counted."""
    import numpy as np

    sound = np.concatenate([sine(-36, 10, 8000), sine(-23, 60, 8000), sine(-36, 10, 8000)])
    assert loudness.measure(sound, 8000) == pytest.approx(-23 - 3.01, abs=0.1)


def test_silence() -> None:
    """Silence has the least loudness, and stays silent."""
    import numpy as np

    assert loudness.measure(np.zeros(22050, np.float32), 22050) == -70
    assert loudness.measure(np.zeros(0, np.float32), 22050) == -70
    assert loudness.master(bytes(4000), 22050, target=-19, ceiling=-2) == bytes(4000)
    assert loudness.master(b"", 22050, target=-19, ceiling=-2) == b""


@pytest.mark.parametrize("seconds", [0.05, 0.3, 0.45, 4])
@pytest.mark.parametrize("level", [-40, -12, -1])
def test_master_reaches_its_target(level: float, seconds: float) -> None:
    """Whatever level comes in, the target comes out, even of a single word."""
    import numpy as np

    pcm = (sine(level, seconds, 22050) * 32767).astype("<i2").tobytes()
    out = np.frombuffer(loudness.master(pcm, 22050, target=-19, ceiling=-2), "<i2").astype(np.float32) / 32768
    assert loudness.measure(out, 22050) == pytest.approx(-19, abs=0.1)


def test_no_sample_over_the_ceiling() -> None:
    """Peaks are turned down to the ceiling, and the sound far from them is not touched."""
    import numpy as np

    sound = sine(-30, 4, 22050)
    sound[40000:40030] = 0.95
    pcm = (sound * 32767).astype("<i2").tobytes()
    out = np.frombuffer(loudness.master(pcm, 22050, target=-19, ceiling=-6), "<i2").astype(np.float32) / 32767
    assert np.abs(out).max() <= 10 ** (-6 / 20) + 1e-4
    gains = out[[9999, 20001, 70003]] / sound[[9999, 20001, 70003]]
    assert gains == pytest.approx(gains[0], rel=0.01)


def test_the_same_length() -> None:
    """Mastering changes levels, never the length."""
    for samples in (1, 31, 32, 33, 9000, 70001):
        assert len(loudness.master(b"\x00\x40" * samples, 22050, target=-19, ceiling=-2)) == 2 * samples
