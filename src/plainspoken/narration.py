"""Narration: time beside text, as clips (one a section) and cues (one a sentence, with its words)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from plainspoken.findings import Finding
from plainspoken.model import Edition

AudioForm = Literal["mp3", "opus", "wav"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a segment and when it is said.

    `start` and `end` are character offsets into the segment's text (end exclusive); `begins` and `ends` are seconds,
    counted as in the value that holds the word.
    """

    start: int
    end: int
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Sound:
    """How characters of a text sound: `text[start:end]` in the International Phonetic Alphabet."""

    start: int
    end: int
    ipa: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A segment and when it is said, in seconds from the start of the whole narration.

    `id` is the segment's id, which is also the fragment of the page that is marked while it is said.
    """

    id: str
    text: str
    begins: float
    ends: float
    words: tuple[Word, ...] = ()


@dataclass(frozen=True, slots=True)
class Clip:
    """A section's audio: an encoded stream that can be played alone or joined to its neighbours.

    `begins` and `ends` are seconds from the start of the whole narration; `title` names the chapter.
    """

    section: str
    title: str
    begins: float
    ends: float
    audio: bytes


@dataclass(frozen=True, slots=True)
class Narration:
    """The audio of one edition in one language.

    Joining the clips' audio in order gives the whole; `cues` are in reading order and don't overlap. `asides` are the
    announcements between them ("Quote from ..."), each with the id of the sentence that it belongs to: the one after
    it, or for what closes ("End of quote") the one before; none for a picture that stands alone. `rate` is in samples
    a second.
    """

    lang: str
    edition: Edition
    clips: tuple[Clip, ...]
    cues: tuple[Cue, ...]
    engine: str
    voice: str
    format: AudioForm = "mp3"
    rate: int = 22050
    findings: tuple[Finding, ...] = ()
    asides: tuple[Cue, ...] = ()

    @property
    def audio(self) -> bytes:
        """The whole narration as one stream, without tags."""
        return b"".join(clip.audio for clip in self.clips)

    @property
    def duration(self) -> float:
        """How long it lasts, in seconds."""
        return self.clips[-1].ends if self.clips else 0.0
