"""The espeak-ng worker processes of this one, and what they are asked."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

from plainspoken.engines.workers import Pool

_POOL = Pool(
    Path(__file__).with_name("espeak_worker.py"),
    "espeak-ng",
    "Reinstall it: pip install --force-reinstall 'plainspoken[espeak]'.",
)


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker said: samples (signed 16-bit), their rate, and (offset, first sample) of each word."""

    rate: int
    pcm: bytes
    words: list[tuple[int, int]]


def ask(text: str, voice: str, rate: int, patience: float, *, phonemes: bool = False) -> Answer:
    """Have an idle worker speak one text; a worker that is lost is replaced, and the text tried once more.

    Args:
        text: what to say.
        voice: espeak-ng's identifier of the voice (`gmw/en`).
        rate: words a minute.
        patience: seconds after which a worker that has not answered is lost.
        phonemes: whether `[[...]]` in the text holds names of sounds.

    Raises:
        EngineError: the library refused, or two workers were lost over the text.
    """
    request = {"voice": voice, "rate": rate, "text": text, "phonemes": phonemes}
    reply = _POOL.ask(request, patience, where=voice, text=text)
    words = cast(list[tuple[int, int]], reply.head["words"])
    return Answer(cast(int, reply.head["rate"]), reply.body, [(offset, sample) for offset, sample in words])


def workers() -> tuple[int, ...]:
    """Return the process ids of the workers that are running."""
    return _POOL.running()


def close() -> None:
    """End all workers; they start again when needed."""
    _POOL.close()
