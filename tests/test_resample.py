"""Samples at another rate: as long, at the same pitch, without tones that were not there."""

from __future__ import annotations

import pytest

from plainspoken import resample
from tests import needs

pytestmark = needs.decoder


@pytest.mark.parametrize(("given", "wanted"), [(16000, 22050), (22050, 48000), (44100, 22050), (24000, 48000)])
@pytest.mark.parametrize("hertz", [200, 3000])
def test_a_tone_stays_a_tone(given: int, wanted: int, hertz: int) -> None:
    """What comes out is the tone that went in, sampled anew, to a hundredth of full scale."""
    import numpy as np

    def tone(rate: int) -> np.ndarray:  # type: ignore[type-arg]
        seconds = np.arange(rate // 2) / rate
        return 12000 * np.sin(2 * np.pi * hertz * seconds) * np.sin(np.pi * seconds * 2) ** 2

    found = np.frombuffer(resample.at(np.rint(tone(given)).astype("<i2").tobytes(), given, wanted), "<i2")
    assert len(found) == wanted // 2
    assert np.abs(found - tone(wanted)).max() < 4


def test_what_the_new_rate_cannot_hold_is_gone() -> None:
    """A tone above half of the new rate does not come back as a lower one."""
    import numpy as np

    tone = np.rint(12000 * np.sin(2 * np.pi * 15000 * np.arange(44100) / 44100)).astype("<i2")
    lowered = np.frombuffer(resample.at(tone.tobytes(), 44100, 22050), "<i2")
    assert np.abs(lowered[2000:-2000]).max() < 40


@pytest.mark.parametrize("count", [1, 2, 7, 997, 22051])
def test_every_length(count: int) -> None:
    """However many samples there are, what comes out lasts as long, and loud ends do not wrap round."""
    import numpy as np

    pcm = np.full(count, 20000, "<i2").tobytes()
    found = np.frombuffer(resample.at(pcm, 22050, 48000), "<i2")
    assert len(found) == count * 48000 // 22050


def test_the_same_rate_is_left_alone() -> None:
    """Samples that need nothing done are the same bytes."""
    assert resample.at(b"\1\2\3\4", 24000, 24000) == b"\1\2\3\4"
