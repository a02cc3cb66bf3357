"""The silent speaker: as long as a voice would take, without a sound; for tests and dry runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainspoken import lang
from plainspoken.engines import timing
from plainspoken.engines.protocols import Probe, Speech, Voice
from plainspoken.errors import EngineError


@dataclass(frozen=True, slots=True)
class Silence:
    """Says nothing, for as long as a voice would take.

    Attributes:
        seconds: how long a character lasts; 0.06 is near 160 words a minute in English.
        rate: samples a second.
    """

    seconds: float = 0.06
    rate: int = 22050

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "silence"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine."""
        return False

    def probe(self) -> Probe:
        """Tell whether it can work here; it always can."""
        return Probe(ready=True, version="1")

    def voices(self) -> tuple[Voice, ...]:
        """Return a voice for each community language."""
        return tuple(Voice(f"silence-{tag}", tag, "Silence") for tag in lang.COMMUNITY)

    def signature(self, voice: Voice, pace: float) -> str:
        """Return what its output depends on."""
        return f"silence 1 {self.seconds} {self.rate} {pace}"

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        """Speak each text; one speech for each, in order. A text with nothing to say is an empty `pcm`.

        Raises:
            EngineError: the voice is not one of its own.
        """
        if voice not in self.voices():
            raise EngineError("there is no such voice", where=voice.id, todo="Choose one of the engine's voices.")
        return [self._speech(text, pace) for text in texts]

    def _speech(self, text: str, pace: float) -> Speech:
        samples = round(len(text) * self.seconds * self.rate / pace) if timing.sayable(text) else 0
        words = timing.by_letters(text, samples, self.rate) if samples else ()
        return Speech(bytes(2 * samples), self.rate, words)
