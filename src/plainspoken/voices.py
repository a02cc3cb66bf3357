"""The voices of this machine: what each engine has, and adding and removing Piper's voice files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from plainspoken import lang
from plainspoken.engines import piper_voices, registry
from plainspoken.engines.piper import Piper
from plainspoken.errors import EngineError, SourceError

HEADINGS = ("lang", "language", "engine", "voice")
_TRIAL = "1 2 3"  # what voices of every language say


@dataclass(frozen=True, slots=True)
class Row:
    """One voice: the language it speaks (BCP 47), its engine's name, what it is chosen by."""

    lang: str
    engine: str
    voice: str

    @property
    def cells(self) -> tuple[str, ...]:
        """What a table shows of it, under `HEADINGS`."""
        return self.lang, lang.name(lang.canonical(self.lang), "en"), self.engine, self.voice

    def to_dict(self) -> dict[str, str]:
        """Return it as JSON-ready values."""
        return dict(zip(HEADINGS, self.cells, strict=True))


@dataclass(frozen=True, slots=True)
class Added:
    """A voice that was added: its name, its language, its speakers' names, whether it tells when it says each word."""

    name: str
    lang: str
    speakers: tuple[str, ...]
    times_words: bool


def table(tags: Iterable[str] = ()) -> tuple[Row, ...]:
    """Return the voices of the engines that are ready, by language.

    Args:
        tags: the languages to show; all if there are none.

    Raises:
        UsageError: a tag is no language.
    """
    wanted = {lang.primary(lang.canonical(tag)) for tag in tags}
    speakers = map(registry.speaker, registry.names("speakers"))
    found = ((voice, one.name) for one in speakers if one.probe().ready for voice in one.voices())
    rows = [Row(voice.lang, name, voice.id) for voice, name in found]
    shown = [row for row in rows if not wanted or lang.primary(lang.canonical(row.lang)) in wanted]
    return tuple(sorted(shown, key=lambda row: row.cells))


def add(path: Path) -> Added:
    """Try a Piper voice, and copy it into the folder of this machine: `<name>.onnx` with its `<name>.onnx.json`.

    Raises:
        SourceError: it is no voice, or it can't speak.
        EngineError: Piper is not installed.
        TargetError: the folder can't be written.
    """
    voice = piper_voices.read(path)
    engine = Piper(files=(str(path.absolute()),))
    probe = engine.probe()
    if not probe.ready:
        raise EngineError("this engine is not ready", where=engine.name, todo=probe.remedy)
    chosen = engine.voices()[0]
    try:
        (said,) = engine.speak([_TRIAL], chosen)
    except EngineError as cause:
        raise SourceError(f"the voice can't speak: {cause.what}", where=str(path), todo=cause.todo) from cause
    if not said.pcm:
        raise SourceError("the voice says nothing", where=str(path), todo="Get the files again, or another voice.")
    piper_voices.add(path)
    return Added(voice.name, voice.lang, tuple(name for name, _ in voice.speakers), not said.estimated)


def remove(name: str) -> None:
    """Remove a Piper voice from the folder of this machine.

    Raises:
        UsageError: there is no such voice.
        TargetError: it can't be removed.
    """
    piper_voices.remove(name)
