"""A paragraph, recorded: spoken, brought to one loudness, encoded, with the times of its lines and words."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from plainspoken import loudness
from plainspoken.codecs import Codec, codec
from plainspoken.engines.protocols import PhoneticSpeaker, Speaker, Speech, Utterance, Voice
from plainspoken.errors import EngineError
from plainspoken.narration import Word
from plainspoken.stages.join import join

# LUFS: one channel at -19 is as loud as two at the -16 that podcast directories ask for; a whole narration measures up
# to 0.2 below its paragraphs, whose pauses weigh differently.
TARGET = -18.8
CEILING = -2.0  # dBFS at the samples, so that what a player makes of them stays under -1 dBTP


@dataclass(frozen=True, slots=True)
class Voiced:
    """Words, and the voice that says them."""

    utterance: Utterance
    voice: Voice


@dataclass(frozen=True, slots=True)
class Take:
    """What is said in one recording: each line's words as voices get them, the seconds of silence after each line."""

    lines: tuple[tuple[Voiced, ...], ...]
    pauses: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """When a line is said, in seconds from the start of its recording; None where the voice said nothing.

    The words' offsets count in the text that the voice got.
    """

    begins: float
    ends: float
    words: tuple[Word, ...]


@dataclass(frozen=True, slots=True)
class Recording:
    """A take's audio (a stream without tags), its samples and their rate, and when each line is said.

    `estimated` tells that the voice did not say when its words begin: their times are worked out from the text.
    """

    stream: bytes
    samples: int
    rate: int
    lines: tuple[Said | None, ...]
    estimated: bool = False


def method(form: str) -> str:
    """Return all that a recording in a form depends on beside the engine and the words; part of the cache's keys."""
    return f"recording 5 {codec(form).key} {TARGET} {CEILING}"


def record(engine: Speaker, pace: float, form: str, takes: Sequence[Take]) -> list[bytes]:
    """Record takes, each as `serialize` writes it. Runs on any executor: all that it needs is picklable.

    Raises:
        EngineError: the engine failed, or answered with other than one speech a text.
        RemoteError: a remote service failed.
    """
    return [serialize(_recorded(take, _lines(engine, pace, take), engine.name, codec(form))) for take in takes]


def _lines(engine: Speaker, pace: float, take: Take) -> list[Speech]:
    """Return one speech for each line; each voice is asked once for all that it says."""
    voiced = [one for line in take.lines for one in line]
    speeches: dict[int, Speech] = {}
    for voice in dict.fromkeys(one.voice for one in voiced):
        places = [place for place, one in enumerate(voiced) if one.voice == voice]
        said = _spoken(engine, [voiced[place].utterance for place in places], voice, pace)
        speeches.update(zip(places, said, strict=True))
    parts = (speeches[place] for place in range(len(voiced)))
    return [join([(len(one.utterance.text), next(parts)) for one in line]) for line in take.lines]


def _spoken(engine: Speaker, utterances: list[Utterance], voice: Voice, pace: float) -> list[Speech]:
    if isinstance(engine, PhoneticSpeaker):
        speeches = engine.speak_utterances(utterances, voice, pace)
    else:
        speeches = engine.speak([one.text for one in utterances], voice, pace)
    rates = {speech.rate for speech in speeches}
    if len(speeches) != len(utterances) or len(rates) != 1:
        raise EngineError(
            f"the engine made {len(speeches)} speeches of {len(utterances)} texts, at {len(rates)} sample rates",
            where=engine.name,
            todo="This is a fault of the engine: report it to its makers.",
        )
    return speeches


def serialize(recording: Recording) -> bytes:
    """Return a recording as bytes: a line of JSON with its times, then the audio."""
    lines = [
        [line.begins, line.ends, [[word.start, word.end, word.begins, word.ends] for word in line.words]]
        if line
        else None
        for line in recording.lines
    ]
    head = {
        "rate": recording.rate, "samples": recording.samples, "bytes": len(recording.stream), "lines": lines,
        "estimated": recording.estimated,
    }  # fmt: skip
    return json.dumps(head, separators=(",", ":")).encode() + b"\n" + recording.stream


def parse(recorded: bytes) -> Recording:
    """Return the recording that `serialize` wrote.

    Raises:
        ValueError: the bytes are not whole.
    """
    line, _, stream = recorded.partition(b"\n")
    try:
        head = json.loads(line)
        lines = tuple(
            Said(each[0], each[1], tuple(Word(*word) for word in each[2])) if each else None for each in head["lines"]
        )
        recording = Recording(stream, head["samples"], head["rate"], lines, bool(head["estimated"]))
        size = head["bytes"]
    except (KeyError, TypeError, IndexError) as cause:
        raise ValueError("this is not a recording") from cause
    if size != len(stream):
        raise ValueError("the recording is cut")
    return recording


def _recorded(take: Take, speeches: Sequence[Speech], engine: str, form: Codec) -> Recording:
    """Record a paragraph; the silence that it ends with is not encoded anew each time."""
    rate = _rate(take, speeches, engine)
    pcm, lines, pause = bytearray(), list[Said | None](), 0.0
    for speech, following in zip(speeches, take.pauses, strict=True):
        if speech.pcm:
            pcm += bytes(2 * round(pause * rate))
            pause = following
        lines.append(_said(speech, (len(pcm) // 2 + form.delay) / rate))
        pcm += speech.pcm
    if not pcm:
        return Recording(b"", 0, form.rate(rate), tuple(lines))
    # An encoder may put out less than it gets; what it gets is louder by that.
    level = loudness.master(bytes(pcm), rate, target=TARGET + form.loss, ceiling=CEILING + form.loss - form.rise)
    stream, hertz = form.encode(level, rate), form.rate(rate)
    stream += form.quiet(len(pcm) / 2 / rate + pause - form.samples(stream) / hertz, hertz)
    estimated = any(speech.estimated for speech in speeches)
    return Recording(stream, form.samples(stream), hertz, tuple(lines), estimated)


def _rate(take: Take, speeches: Sequence[Speech], engine: str) -> int:
    rates = {speech.rate for speech in speeches}
    if len(rates) != 1:
        raise EngineError(
            f"the engine's voices have {len(rates)} sample rates, which can't be one stream",
            where=engine,
            todo="This is a fault of the engine: report it to its makers.",
        )
    return rates.pop()


def _said(speech: Speech, since: float) -> Said | None:
    """Place a speech in its recording, from a second of it on."""
    if not speech.pcm:
        return None
    words = tuple(Word(word.start, word.end, since + word.begins, since + word.ends) for word in speech.words)
    return Said(since, since + speech.seconds, words)
