"""Whole files of samples in three languages, as players get them: chapters, loudness, joins without a click."""

from __future__ import annotations

import json
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.model import Release
from plainspoken.narration import Narration
from plainspoken.writers.audio import whole
from tests import needs

pytestmark = [needs.espeak, needs.ffmpeg, needs.modules("numpy")]
SAMPLES = Path(__file__).parents[2] / "samples"
HERTZ = 48000


@pytest.fixture(scope="module", params=["missing-person", "cymraeg", "arabic"])
def made(request: pytest.FixtureRequest) -> Release:
    """A sample: English, Welsh or Arabic."""
    return ps.parse(SAMPLES / request.param / "page.html")


@pytest.fixture(scope="module", params=["mp3", pytest.param("opus", marks=needs.modules("av"))])
def file(
    request: pytest.FixtureRequest, made: Release, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Narration]:
    """The file of the whole, and what it was written of."""
    narration = ps.narrate(made, engine="espeak", form=request.param)
    path = tmp_path_factory.mktemp("sound") / f"release.{request.param}"
    path.write_bytes(whole(made, narration))
    return path, narration


def test_chapters(file: tuple[Path, Narration]) -> None:
    """ffprobe lists the sections by title, in order, each where its clip begins, one after the other."""
    path, narration = file
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_chapters", str(path)]
    found = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)["chapters"]
    assert [one["tags"]["title"] for one in found] == [clip.title for clip in narration.clips]
    begins = [float(one["start_time"]) for one in found]
    assert begins == sorted(begins) == pytest.approx([clip.begins for clip in narration.clips], abs=0.001)
    assert len(found) > 2


def test_loudness(file: tuple[Path, Narration]) -> None:
    """-19 LUFS within half a unit, no true peak over -1 dB, in every language and form."""
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(file[0]), "-map", "0:a", "-af", "ebur128=peak=true"]
    said = subprocess.run([*command, "-f", "null", "-"], capture_output=True, text=True, check=True).stderr
    assert float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1]) == pytest.approx(-19, abs=0.5)
    assert float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", said)[-1]) <= -1.0


def test_no_click_at_joins(file: tuple[Path, Narration]) -> None:
    """In each pause, where recordings are joined, there is nothing to hear: no sample over -50 dBFS, no step."""
    import numpy as np

    path, narration = file
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-map", "0:a", "-ar", str(HERTZ), "-f", "s16le", "-"]
    sound = np.frombuffer(subprocess.run(command, capture_output=True, check=True).stdout, "<i2").astype(np.int32)
    spoken = sorted((one.begins, one.ends) for one in (*narration.cues, *narration.asides))
    pauses = [(ends + 0.15, begins - 0.05) for (_, ends), (begins, _) in pairwise(spoken)]
    heard = [sound[int(since * HERTZ) : int(until * HERTZ)] for since, until in pauses]
    assert len(heard) >= 12
    assert min(map(len, heard)) > 0.09 * HERTZ
    assert max(np.abs(one).max() for one in heard) < 100
    assert max(np.abs(np.diff(one)).max() for one in heard) < 60
