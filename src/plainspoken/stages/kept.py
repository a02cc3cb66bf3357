"""A narration as it was put together before: of which recordings, what is said when."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import TypeAlias

from plainspoken.cache import Store, digest
from plainspoken.engines.protocols import Speaker, Voice
from plainspoken.findings import Finding
from plainspoken.model import Release
from plainspoken.narration import AudioForm, Clip, Cue, Narration, Word
from plainspoken.spoken.lexicon import Lexicon
from plainspoken.words import locales

_LIBRARIES = ("babel", "num2words", "phonenumbers")  # they decide how figures are said
_Row: TypeAlias = tuple[str, str, float, float, list[tuple[int, int, float, float]]]


@dataclass(frozen=True, slots=True)
class Asked:
    """All that a narration depends on, but for what its recordings themselves depend on."""

    release: Release
    engine: Speaker
    voice: Voice
    pace: float
    lexicon: Lexicon | None
    describe: bool
    form: AudioForm

    @property
    def key(self) -> str:
        """Where the narration is kept: another text, voice, lexicon or version of ours is another key."""
        # Of the release all but what is known of it: the country of its source decides how phone numbers are grouped.
        text = repr(replace(self.release, findings=(), metadata=(), services=()))
        engine = (self.engine.name, self.engine.signature(self.voice, self.pace), repr(self.engine.voices()))
        how = (repr(self.voice), self.pace, repr(self.lexicon), self.describe, self.form)
        return digest("narration 2", _version(), text, engine, how)


def find(store: Store, asked: Asked) -> tuple[Narration, int] | None:
    """Return the narration that was kept for what is asked, and of how many recordings it is.

    None where there is none, or where something of it is gone.
    """
    entry = store.get(asked.key)
    if entry is None:
        return None
    try:
        tree = json.loads(entry)
        voices = {Voice(*voice): signature for voice, signature in tree["voices"]}
        if any(asked.engine.signature(voice, asked.pace) != signature for voice, signature in voices.items()):
            return None
        audio = b"".join(_streams(store, tree["recordings"]))
        made = Narration(
            lang=asked.release.lang, edition=asked.release.edition, clips=tuple(_clips(tree["clips"], audio)),
            cues=_cues(tree["cues"]), engine=asked.engine.name, voice=asked.voice.id, format=asked.form,
            rate=int(tree["rate"]), findings=tuple(Finding(*one) for one in tree["findings"]),
            asides=_cues(tree["asides"]),
        )  # fmt: skip
        return made, len(tree["recordings"])
    except (ValueError, KeyError, TypeError, LookupError):
        return None


def keep(
    store: Store, asked: Asked, made: Narration, recordings: Sequence[tuple[str, int]], voices: Sequence[Voice]
) -> None:
    """Keep how a narration was put together.

    Args:
        store: where its recordings are kept too.
        asked: what it was made for.
        made: the narration.
        recordings: under which key the store has each recording, and the size of its stream in bytes.
        voices: all that speak in it.

    Raises:
        TargetError: the store can't be written.
    """
    tree = {
        "voices": [[[one.id, one.lang, one.label], asked.engine.signature(one, asked.pace)] for one in voices],
        "recordings": recordings,
        "clips": [[one.section, one.title, one.begins, one.ends, len(one.audio)] for one in made.clips],
        "cues": [_flat(one) for one in made.cues],
        "asides": [_flat(one) for one in made.asides],
        "findings": [[one.code, one.level, one.at, one.message] for one in made.findings],
        "rate": made.rate,
    }
    store.put(asked.key, json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode())


def _flat(cue: Cue) -> list[object]:
    words = [[one.start, one.end, one.begins, one.ends] for one in cue.words]
    return [cue.id, cue.text, cue.begins, cue.ends, words]


def _cues(rows: Sequence[_Row]) -> tuple[Cue, ...]:
    made = list[Cue]()
    for segment, text, begins, ends, words in rows:
        made.append(Cue(segment, text, begins, ends, tuple(Word(*word) for word in words)))
    return tuple(made)


def _clips(rows: Sequence[tuple[str, str, float, float, int]], audio: bytes) -> Iterator[Clip]:
    at = 0
    for section, title, begins, ends, size in rows:
        yield Clip(section, title, begins, ends, audio[at : at + size])
        at += size
    if at != len(audio):
        raise ValueError("the clips are not of these recordings")


def _streams(store: Store, recordings: Sequence[tuple[str, int]]) -> Iterator[bytes]:
    for key, size in recordings:
        found = store.get(key)
        if found is None or found[len(found) - size - 1 : len(found) - size] != b"\n":
            raise LookupError(key)
        yield found[len(found) - size :]


@lru_cache(maxsize=1)
def _version() -> str:
    """Return what tells one state of our own files and of the libraries that say numbers from another."""
    here = Path(__file__).parents[1]
    return digest(*map(_of_library, _LIBRARIES), *(sorted(_stats(folder)) for folder in (here, locales())))


def _of_library(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _stats(folder: Path) -> Iterator[tuple[str, int, int]]:
    with os.scandir(folder) as entries:
        for entry in entries:
            if entry.is_dir():
                yield from _stats(Path(entry.path)) if entry.name != "__pycache__" else ()
            else:
                stat = entry.stat()
                yield entry.path, stat.st_size, stat.st_mtime_ns
