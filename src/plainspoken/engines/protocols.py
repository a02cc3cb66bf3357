"""What an engine is: the protocols that ours and anyone's adapters follow.

An engine is a frozen value whose fields are its options: cheap to make, picklable, loading its model on first use. The
caller batches, caches, retries and runs in parallel; the engine does none of these. It turns its own failures into
`plainspoken.Error`s. It is found by an entry point of the group `plainspoken.translators`, `plainspoken.speakers` or
`plainspoken.simplifiers`.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from plainspoken.narration import Sound, Word


@dataclass(frozen=True, slots=True)
class Probe:
    """Whether an engine can work on this machine.

    `version` names what was found; `remedy` says what to install where something is missing. An engine that is `ready`
    and has a remedy works, and serves nothing yet: a library without a language. `unreachable` tells that what is
    missing is an answer from a server.
    """

    ready: bool
    version: str = ""
    remedy: str = ""
    unreachable: bool = False


@dataclass(frozen=True, slots=True)
class Link:
    """Source characters and the target characters that say the same; both ranges exclude their end."""

    source_start: int
    source_end: int
    target_start: int
    target_end: int


@dataclass(frozen=True, slots=True)
class Draft:
    """One sentence as an engine translated it.

    Attributes:
        text: the translation, plain words.
        score: how sure the engine is, 0 to 1 (the geometric mean of its tokens' probabilities); None if it can't say.
        alignment: which words answer to which, in source order; None if the engine can't say.
        unknown: the words that the engine did not know.
        tagged: the translation with its numbered tags, `Llame al <1>101</1>`, by an engine that was given them and gave
            back each once; None from any other.
    """

    text: str
    score: float | None = None
    alignment: tuple[Link, ...] | None = None
    unknown: tuple[str, ...] = ()
    tagged: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence for an engine that takes more than plain words.

    Attributes:
        text: the plain words.
        tagged: the same with numbered tags for its markup, as `plainspoken.tagged.serialize` writes them; empty where
            there is none.
        terms: what words of it must become in the translation: term, then translation.
    """

    text: str
    tagged: str = ""
    terms: tuple[tuple[str, str], ...] = ()


@runtime_checkable
class Translator(Protocol):
    """Translates sentences from one language into another."""

    @property
    def name(self) -> str:
        """The name it is chosen by: `argos`."""

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine. A remote engine is never chosen by default."""

    def probe(self) -> Probe:
        """Tell whether it can work here, without loading a model."""

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the pairs it serves directly on this machine, as canonical language tags."""

    def route(self, source: str, target: str) -> tuple[str, ...] | None:
        """Return the languages it would pass through, ends included; None where it can't serve the pair."""

    def signature(self, source: str, target: str) -> str:
        """Return what its output depends on: engine, version, model, options. Part of the cache's keys."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        """Translate each text, a sentence of plain words; one draft for each, in order.

        Raises:
            EngineError: the pair is not served, or the engine failed.
            RemoteError: a remote service failed.
        """


@runtime_checkable
class TagTranslator(Translator, Protocol):
    """A translator that also takes numbered tags in the text, and required terms."""

    def translate_passages(self, passages: Sequence[Passage], source: str, target: str) -> list[Draft]:
        """Translate each passage; one draft for each, in order, `tagged` where every tag came back once.

        A passage without tags and terms is translated as `translate` would.

        Raises:
            EngineError: the pair is not served, or the engine failed.
            RemoteError: a remote service failed.
        """


@runtime_checkable
class Hosted(Protocol):
    """An engine that asks a server, on this machine or elsewhere."""

    @property
    def host(self) -> str:
        """The server's name and port; never a key, a user name or a path."""


@dataclass(frozen=True, slots=True)
class Voice:
    """A voice of a speaker. `id` is what the engine knows it by; `lang` is the language it speaks."""

    id: str
    lang: str
    label: str = ""


@dataclass(frozen=True, slots=True)
class Speech:
    """One text, spoken.

    Attributes:
        pcm: samples, signed 16-bit little-endian, one channel.
        rate: samples a second.
        words: when each word is said, in seconds from the start of `pcm`; offsets into the text that was given.
        estimated: whether the words' times are worked out from the text, as the voice doesn't tell them.
    """

    pcm: bytes
    rate: int
    words: tuple[Word, ...] = ()
    estimated: bool = False

    @property
    def seconds(self) -> float:
        """How long it lasts."""
        return len(self.pcm) / 2 / self.rate


@runtime_checkable
class Speaker(Protocol):
    """Speaks sentences."""

    @property
    def name(self) -> str:
        """The name it is chosen by: `espeak`."""

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine. A remote engine is never chosen by default."""

    def probe(self) -> Probe:
        """Tell whether it can work here, without loading a voice."""

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices on this machine, best first for each language."""

    def signature(self, voice: Voice, pace: float) -> str:
        """Return what its output depends on: engine, version, voice, options. Part of the cache's keys."""

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        """Speak each text; one speech for each, in order. `pace` 1.0 is the voice's own, 0.8 slower.

        A text with nothing to say (empty, only punctuation) is an empty `pcm`.

        Raises:
            EngineError: the voice is missing, or the engine failed.
            RemoteError: a remote service failed.
        """


@runtime_checkable
class VoiceOpener(Protocol):
    """A speaker that also has voices which it doesn't list: from files, or one of many speakers in a voice."""

    def opened(self, asked: str) -> tuple[Speaker, Voice] | None:
        """Return the engine and voice for what somebody asked for; None where that is none of its own.

        Raises:
            SourceError: it names a file that is no voice.
        """


@runtime_checkable
class Staffed(Protocol):
    """An engine that works in processes of its own."""

    def workers(self) -> tuple[int, ...]:
        """Return the ids of its processes that are running."""


@dataclass(frozen=True, slots=True)
class Simple:
    """A simpler sentence and the rule that made it."""

    text: str
    rule: str


@dataclass(frozen=True, slots=True)
class Simplified:
    """What became of one text.

    Attributes:
        sentences: the short sentences that say the same; none where nothing is safe.
        doubts: why sentences that were proposed for it were not taken; others stand in their place.
        failed: whether the engine's server failed on the way.
    """

    sentences: tuple[Simple, ...]
    doubts: tuple[str, ...] = ()
    failed: bool = False


@dataclass(frozen=True, slots=True)
class Utterance:
    """A text for a speaker that takes more than words: how some of its characters sound, in order."""

    text: str
    sounds: tuple[Sound, ...] = ()


@runtime_checkable
class PhoneticSpeaker(Speaker, Protocol):
    """A speaker that also takes sounds in the International Phonetic Alphabet."""

    def speak_utterances(self, utterances: Sequence[Utterance], voice: Voice, pace: float = 1.0) -> list[Speech]:
        """Speak each utterance; one speech for each, in order. A sound that the voice does not have is said as text.

        Raises:
            EngineError: the voice is missing, or the engine failed.
            RemoteError: a remote service failed.
        """


@runtime_checkable
class Simplifier(Protocol):
    """Says sentences in simpler words, or abstains."""

    @property
    def name(self) -> str:
        """The name it is chosen by: `rules`."""

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine. A remote engine is never chosen by default."""

    def probe(self) -> Probe:
        """Tell whether it can work here."""

    def serves(self, lang: str) -> bool:
        """Tell whether it can simplify this language."""

    def signature(self, lang: str) -> str:
        """Return what its output depends on: engine, version, options."""

    def simplify(self, texts: Sequence[str], lang: str) -> list[tuple[Simple, ...]]:
        """Return, for each text, the short sentences that say the same; none where nothing is safe."""


@runtime_checkable
class Proposer(Simplifier, Protocol):
    """A simplifier that also tells what it proposed in vain."""

    def propose(self, texts: Sequence[str], lang: str) -> list[Simplified]:
        """Return, for each text, its sentences and why proposals were not taken; `simplify` gives the same sentences.

        Raises:
            EngineError: the engine failed for all texts alike.
        """
