"""The Piper speaker: neural voices from files, in a worker process of its own.

Needs the extra `piper` (piper-tts with its alignments) and a voice, which is two files that its maker publishes. Both
piper-tts and the espeak-ng inside it are licensed GPL-3; they are never loaded into this process.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from plainspoken import resample
from plainspoken.engines import piper_voices, piper_words, timing
from plainspoken.engines.piper_voices import VoiceFile
from plainspoken.engines.protocols import Probe, Speaker, Speech, Utterance, Voice
from plainspoken.engines.workers import Pool
from plainspoken.errors import EngineError, SourceError

_HERTZ = 22050  # most voices'; others are brought to it, so that a narration can have voices of several kinds
_MODULES = ("piper", "onnxruntime", "numpy")
_METHOD = "1"
_POOL = Pool(
    Path(__file__).with_name("piper_worker.py"), "Piper", "Get the voice again, or another one, and add it anew."
)


@dataclass(frozen=True, slots=True)
class Piper:
    """Speaks with Piper's voices, without the noise they are usually given: a text always sounds the same.

    Attributes:
        files: voices to use beside those in the folder of this machine: paths of `.onnx` files.
        patience: seconds after which a text that is not spoken counts as failed; a voice has to be loaded first.
    """

    files: tuple[str, ...] = ()
    patience: float = 120.0

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "piper"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine."""
        return False

    def probe(self) -> Probe:
        """Tell whether its library and a voice are installed, without loading them."""
        if any(find_spec(module) is None for module in _MODULES):
            return Probe(ready=False, remedy="Install it: pip install 'plainspoken[piper]'.")
        if not self._found():
            return Probe(ready=False, version=_version(), remedy="Add a voice: plainspoken voices add FILE.onnx.")
        return Probe(ready=True, version=_version())

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices that were named, then those in the folder of this machine."""
        return tuple(Voice(voice.name, voice.lang, "Piper") for voice in self._found().values())

    def opened(self, asked: str) -> tuple[Speaker, Voice] | None:
        """Return the engine and the voice for a path (`alan.onnx`) or for one speaker of a voice (`name#speaker`).

        Raises:
            SourceError: the path is no voice's.
        """
        path, _, speaker = asked.partition("#")
        engine = self
        if path.endswith(".onnx"):
            engine = replace(self, files=(str(piper_voices.read(Path(path)).path.absolute()), *self.files))
            path = Path(path).name.removesuffix(".onnx")
        voice = engine._found().get(path)
        if voice is None or (speaker and speaker not in dict(voice.speakers)):
            return None
        return engine, Voice(f"{path}#{speaker}" if speaker else path, voice.lang, "Piper")

    def signature(self, voice: Voice, pace: float) -> str:
        """Return what its output depends on; the voice by the digest of its files."""
        file, speaker = self._voice(voice)
        return f"piper {_version()} {_METHOD} {piper_voices.digest(file.path)} {speaker} {pace}"

    def workers(self) -> tuple[int, ...]:
        """Return the process ids of the workers that are running."""
        return _POOL.running()

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        """Speak each text; one speech for each, in order. A text with nothing to say is an empty `pcm`.

        Raises:
            EngineError: the voice or the library is missing, or Piper failed.
        """
        return self.speak_utterances([Utterance(text) for text in texts], voice, pace)

    def speak_utterances(self, utterances: Sequence[Utterance], voice: Voice, pace: float = 1.0) -> list[Speech]:
        """Speak each utterance; one speech for each, in order. A sound that the voice does not have is said as text.

        Raises:
            EngineError: as `speak` says.
        """
        file, speaker = self._voice(voice)
        return [self._speech(utterance, file, speaker, pace) for utterance in utterances]

    def _speech(self, utterance: Utterance, file: VoiceFile, speaker: int | None, pace: float) -> Speech:
        text = _printable(utterance.text)
        if not timing.sayable(text):
            return Speech(b"", _HERTZ)
        spans = timing.tokens(utterance.text)
        words = [piper_words.marked(text, utterance.sounds, file.sounds, *span) for span in spans]
        said = [piper_words.marked(text, utterance.sounds, file.sounds, *span) for span in piper_words.pieces(text)]
        request = {"model": str(file.path), "speaker": speaker, "pace": pace, "texts": said, "words": words}
        reply = _POOL.ask(request, self.patience, where=file.name, text=text)
        rate = cast(int, reply.head["rate"])
        chunks = cast(list[Mapping[str, object]], reply.head["chunks"])
        symbols, starts, exact = piper_words.laid_out(chunks)
        events = piper_words.events(spans, cast(list[str], reply.head["words"]), symbols, starts)
        times = timing.from_events(utterance.text, events, len(reply.body) // 2, rate) if reply.body else ()
        return Speech(resample.at(reply.body, rate, _HERTZ), _HERTZ, times, estimated=bool(times) and not exact)

    def _voice(self, voice: Voice) -> tuple[VoiceFile, int | None]:
        name, _, speaker = voice.id.partition("#")
        file = self._found().get(name)
        if file is None or (speaker and speaker not in dict(file.speakers)):
            raise EngineError(
                "Piper has no such voice", where=voice.id, todo="`plainspoken voices` lists those that were added."
            )
        return file, dict(file.speakers)[speaker] if speaker else None

    def _found(self) -> dict[str, VoiceFile]:
        named = list[VoiceFile]()
        for path in self.files:
            try:
                named.append(piper_voices.read(Path(path)))
            except SourceError as cause:
                raise EngineError(cause.what, where=cause.where, todo=cause.todo) from cause
        found = dict[str, VoiceFile]()
        for voice in (*named, *piper_voices.installed()):
            found.setdefault(voice.name, voice)
        return found


def _printable(text: str) -> str:
    """Replace what a C string can't hold and what Piper reads as names of sounds, character by character."""
    clean = "".join(" " if unicodedata.category(one) in ("Cc", "Cs") else one for one in text)
    return clean.replace("[[", "((").replace("]]", "))")


@lru_cache(maxsize=1)
def _version() -> str:
    try:
        return f"piper-tts {version('piper-tts')}"
    except PackageNotFoundError:
        return "unknown"
