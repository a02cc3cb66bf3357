"""Every sample, read aloud by a real voice: each word timed, in order, inside the sound."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.engines.timing import tokens
from plainspoken.narration import Narration
from plainspoken.writers.captions import write
from tests import needs

pytestmark = needs.espeak
SAMPLES = Path(__file__).parents[2] / "samples"
NAMES = sorted(path.parent.name for path in SAMPLES.glob("*/page.html") if path.parent.name != "no-release")
EASY = ["domestic-abuse", "flood-grants", "two-speakers"]


def spoken(name: str, edition: str) -> Narration:
    release = ps.parse(SAMPLES / name / "page.html")
    return ps.narrate(ps.simplify(release) if edition == "easy" else release, engine="espeak", form="wav")


@pytest.fixture(scope="module", params=[*((name, "full") for name in NAMES), *((name, "easy") for name in EASY)],
                ids="-".join)  # fmt: skip
def narration(request: pytest.FixtureRequest) -> Narration:
    """A sample, as a voice of this machine reads it."""
    return spoken(*request.param)


def test_every_word_is_timed(narration: Narration) -> None:
    """Each word of each sentence that is read has its time, whatever was said for it."""
    assert narration.cues
    for cue in narration.cues:
        assert [(word.start, word.end) for word in cue.words] == tokens(cue.text), cue.id


def test_times_are_in_order_and_inside(narration: Narration) -> None:
    """Words begin before they end, follow one another, and lie in their sentence; sentences lie in the file, apart."""
    for cue in narration.cues:
        assert all(word.begins < word.ends for word in cue.words), cue.id
        assert all(one.ends <= other.begins + 1e-9 for one, other in pairwise(cue.words)), cue.id
        assert cue.begins - 1e-9 <= cue.words[0].begins
        assert cue.words[-1].ends <= cue.ends + 1e-9
    whole = sorted((*narration.cues, *narration.asides), key=lambda one: one.begins)
    assert all(one.begins < one.ends < other.begins for one, other in pairwise(whole))
    assert 0 <= whole[0].begins < whole[-1].ends < narration.duration


def test_times_hold_to_the_millisecond(narration: Narration) -> None:
    """As files have them, in whole milliseconds, words and captions still last and are in order."""
    for cue in narration.cues:
        times = [(round(word.begins * 1000), round(word.ends * 1000)) for word in cue.words]
        assert all(begins < ends for begins, ends in times)
        assert all(one[1] <= other[0] for one, other in pairwise(times))
    stamps = [line.split(" --> ") for line in write(narration).splitlines() if " --> " in line]
    assert len(stamps) == len(narration.cues)
    assert all(begins < ends for begins, ends in stamps)
    assert all(one[1] <= other[0] for one, other in pairwise(stamps))
