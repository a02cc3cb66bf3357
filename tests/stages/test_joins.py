"""No click where sounds are joined: sentences, paragraphs, sections, after an MP3 player has decoded the whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from plainspoken.engines.registry import find_speaker
from plainspoken.model import Release
from plainspoken.narration import AudioForm, Narration
from plainspoken.stages.narrate import narrate
from tests import needs
from tests.build import block, section

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

pytestmark = needs.modules("lameenc", "numpy", "miniaudio")
FLOOR = 33  # of 32,768: a step of -60 dBFS
NEAR, ROUND = 0.004, 0.04  # seconds each side of a join that may hold its click, and that it is held against


def pcm(narration: Narration) -> NDArray[np.int32]:
    """What a player makes of the whole."""
    import miniaudio
    import numpy as np

    if narration.format == "wav":
        return np.frombuffer(narration.audio, "<i2").astype(np.int32)
    sound = miniaudio.decode(narration.audio, miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=narration.rate)
    return np.array(sound.samples, np.int32)


def joins(narration: Narration) -> list[float]:
    """The seconds at which a sentence begins or ends, and a clip does."""
    places = [at for cue in narration.cues for at in (cue.begins, cue.ends)]
    return sorted({*places, *(at for clip in narration.clips for at in (clip.begins, clip.ends))})


def clicks(sound: NDArray[np.int32], rate: int, at: list[float]) -> list[float]:
    """The joins at which the sound jumps further, from sample to sample, than anywhere in what is round them."""
    import numpy as np

    steps = np.abs(np.diff(sound, 2))
    found = list[float]()
    for second in at:
        place, near, far = round(second * rate), round(NEAR * rate), round(ROUND * rate)
        here = steps[max(place - near, 0) : place + near]
        around = np.concatenate([steps[max(place - far, 0) : max(place - near, 0)], steps[place + near : place + far]])
        if len(here) and here.max() > max(FLOOR, 1.5 * around.max(initial=0)):
            found.append(second)
    return found


def spoken(form: AudioForm) -> Narration:
    """Three sections of a real voice, with sentences, a quotation and a list."""
    headline = block("headline", "Storm closes coast road", kind="heading")
    body = (
        block("body.p1", "The road is shut.", "Buses go by Corley instead, until Friday."),
        block("body.p2", "Call 101 at once.", kind="quote"),
        block("body.p3", "Stop!", "Please ask for help."),
    )
    notes = block("notes.p1", "Pictures are on our site.", "Ask the press desk.")
    sections = (
        section("headline", "headline", headline),
        section("body", "body", *body),
        section("notes", "notes", notes),
    )
    made = Release("en", sections)
    found = find_speaker("en")
    assert found is not None
    return narrate(made, engine=found[0], voice=found[1], form=form)


@needs.espeak
@pytest.mark.parametrize("form", ["mp3", "wav"])
def test_no_join_clicks(form: AudioForm) -> None:
    """At no join does the sound jump further than in the speech beside it."""
    narration = spoken(form)
    sound = pcm(narration)
    assert (len(joins(narration)) >= 16, clicks(sound, narration.rate, joins(narration))) == (True, [])


@needs.espeak
@pytest.mark.parametrize("jump", [120, 2000])
def test_a_click_is_found(jump: int) -> None:
    """A step of -49 dBFS or more, put in at the end of each clip, is found at each."""
    narration = spoken("mp3")
    sound, rate = pcm(narration), narration.rate
    ends = [clip.ends for clip in narration.clips[:-1]]
    for second in ends:
        sound[round(second * rate)] += jump
    assert clicks(sound, rate, ends) == ends
