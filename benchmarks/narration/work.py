"""The work that is measured: ten releases narrated by us, by the peer's commands, and by bare synthesis."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import time
import wave
from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import plainspoken as ps
from plainspoken import audio
from plainspoken.cache import Store
from plainspoken.engines import espeak_pool, registry
from plainspoken.engines.espeak import Espeak
from plainspoken.engines.espeak_worker import synthesise
from plainspoken.engines.timing import sayable
from plainspoken.model import Release, Section
from plainspoken.narration import Narration
from plainspoken.stages.narrate import narrate
from plainspoken.writers import audio as files
from plainspoken.writers import captions

SAMPLES = Path(__file__).parents[2] / "samples"
TEN = (
    "council-gallery", "cymraeg", "div-soup", "domestic-abuse", "election-embargo", "flood-grants", "measles-clinics",
    "missing-person", "two-speakers", "word-export",
)  # fmt: skip
ENGINE = Espeak()


@dataclass(frozen=True, slots=True)
class Bench:
    """What is measured: releases, and how many runs the least is taken of."""

    releases: tuple[Release, ...]
    runs: int


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds on the clock, and of processors, those of ended children included."""

    wall: float
    cpu: float


def releases() -> tuple[Release, ...]:
    """Parse the ten samples."""
    return tuple(ps.parse(SAMPLES / name / "page.html") for name in TEN)


def cost(work: Callable[[], object]) -> Cost:
    """Measure a work in its own folder; the voice's workers start and end within it."""
    espeak_pool.close()
    before, began = os.times(), time.perf_counter()
    work()
    espeak_pool.close()
    wall, after = time.perf_counter() - began, os.times()
    return Cost(wall, sum(after[:4]) - sum(before[:4]))


def least(work: Callable[[], object], runs: int) -> Cost:
    """Return the least wall and processor time of some runs."""
    costs = [cost(work) for _ in range(runs)]
    return Cost(min(one.wall for one in costs), min(one.cpu for one in costs))


def spoken(release: Release, store: Store | None = None, executor: Executor | None = None) -> Narration:
    """Narrate one release."""
    voice = registry.find_voice(ENGINE, release.lang)
    assert voice is not None
    return narrate(release, engine=ENGINE, voice=voice, store=store, executor=executor)


def ours(release: Release, store: Store | None = None, executor: Executor | None = None) -> None:
    """Narrate one release and write all that comes of it: the whole with chapters, a file a section, captions."""
    narration = spoken(release, store, executor)
    with folder() as into:
        (into / "release.mp3").write_bytes(files.whole(release, narration))
        (into / "captions.vtt").write_text(captions.write(narration), encoding="utf-8")
        for number, clip in enumerate(narration.clips):
            (into / f"{number:02}.mp3").write_bytes(files.part(release, narration, clip))


def peer(release: Release) -> None:
    """Do what a user would: a WAV a paragraph, an MP3 a section, an MP3 of the whole; no captions, no chapters."""
    with folder() as into:
        wavs = list[Path]()
        for section in release.sections:
            said = [_wav(into / f"{len(wavs)}-{at}.wav", text, release.lang) for at, text in enumerate(texts(section))]
            if said:
                _joined(into, said, f"{len(wavs):02}.mp3")
            wavs += said
        _joined(into, wavs, "release.mp3")


def bare(release: Release) -> None:
    """Speak each paragraph in this process and encode once: the floor, without times, loudness, pauses, files."""
    voice = registry.find_voice(ENGINE, release.lang)
    assert voice is not None
    pcm = bytearray()
    for section in release.sections:
        for text in texts(section):
            rate, sound, _ = synthesise(text, voice.id, ENGINE.rate, phonemes=False)
            pcm += sound
    audio.encode(bytes(pcm), rate)


def texts(section: Section) -> Iterator[str]:
    """Yield the text of each paragraph."""
    yield from (block.text for block in section.blocks if sayable(block.text))


def command() -> str | None:
    """Return the peer's command."""
    return os.environ.get("ESPEAK_NG") or shutil.which("espeak-ng")


@contextmanager
def folder() -> Iterator[Path]:
    """Lend an empty folder."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name)


def _wav(path: Path, text: str, lang: str) -> Path:
    found, voice = command(), registry.find_voice(ENGINE, lang)
    assert voice is not None
    if found:
        subprocess.run([found, "-v", voice.id, "-s", str(ENGINE.rate), "-w", path, text], check=True)
        return path
    rate, pcm, _ = synthesise(text, voice.id, ENGINE.rate, phonemes=False)
    with wave.open(str(path), "wb") as out:
        out.setparams((1, 2, rate, 0, "NONE", ""))
        out.writeframes(pcm)
    return path


def _joined(into: Path, wavs: list[Path], name: str) -> None:
    (into / "list.txt").write_text("".join(f"file '{wav}'\n" for wav in wavs))
    subprocess.run(
        ["ffmpeg", "-v", "error", "-y", "-f", "concat", "-safe", "0", "-i", into / "list.txt", "-b:a",
         f"{audio.BIT_RATE}k", "-compression_level", str(audio.QUALITY), into / name],
        check=True, stdin=subprocess.DEVNULL,
    )  # fmt: skip
