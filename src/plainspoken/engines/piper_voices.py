"""Piper's voice files: what each says of itself, and the folder that those of this machine are copied into."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plainspoken import lang
from plainspoken.cache import write_whole
from plainspoken.errors import EngineError, SourceError, TargetError, UsageError

# How text becomes phonemes (piper.config.PhonemeType): those that piper-tts has all it needs for in its own wheel.
# Japanese, Thai and pinyin need more packages, pinyin a model that is downloaded.
_SCHEMES = frozenset({"espeak", "text"})
_LFS = b"version https://git-lfs"
_LARGEST_CONFIG = 1 << 20  # bytes; they are about 5,000


@dataclass(frozen=True, slots=True)
class VoiceFile:
    """A voice: two files, `<name>.onnx` and `<name>.onnx.json`.

    Attributes:
        path: the model.
        lang: the language that it speaks.
        speakers: its speakers' names and numbers; empty for a voice of one.
        sounds: the phonemes that it can say; empty for one that is given letters.
    """

    path: Path
    lang: str
    speakers: tuple[tuple[str, int], ...] = ()
    sounds: frozenset[str] = frozenset()

    @property
    def name(self) -> str:
        """What it is called: `en_GB-alan-medium`."""
        return self.path.name.removesuffix(".onnx")


def home() -> Path:
    """Return the folder that voices are copied into: `PLAINSPOKEN_VOICES` if set, else one of the user's data."""
    from platformdirs import user_data_path

    return Path(os.environ.get("PLAINSPOKEN_VOICES") or user_data_path("plainspoken") / "voices")


def installed() -> tuple[VoiceFile, ...]:
    """Return the voices in that folder, by name; files that are no voice are passed over."""
    return tuple(_readable(sorted(home().glob("*.onnx"))))


def read(path: Path) -> VoiceFile:
    """Return what a voice says of itself; the model is not loaded.

    Args:
        path: its `.onnx` file; the `.onnx.json` stands beside it.

    Raises:
        SourceError: a file is missing, or is not what it should be.
    """
    if path.suffix != ".onnx" or not path.is_file():
        raise SourceError("there is no such voice file", where=str(path), todo="Name the .onnx file of a Piper voice.")
    beside = config_of(path)
    if not beside.is_file():
        raise SourceError(
            "the voice's description is missing", where=str(beside), todo="Get the .onnx.json file that belongs to it."
        )
    _refuse_pointer(path)
    return _read(path, path.stat().st_mtime_ns, beside.stat().st_mtime_ns)


def add(path: Path) -> VoiceFile:
    """Copy a voice into the folder of this machine, both files whole; one of the same name is replaced.

    Raises:
        SourceError: it is no voice.
        TargetError: the folder can't be written.
    """
    voice = read(path)
    target = home() / path.name
    try:
        model, config = path.read_bytes(), config_of(path).read_bytes()
    except OSError as cause:
        raise SourceError(f"the voice can't be read ({cause.strerror or cause})", where=str(path)) from cause
    write_whole(target, model)
    write_whole(config_of(target), config)  # a voice is one when both are there
    return VoiceFile(target, voice.lang, voice.speakers, voice.sounds)


def remove(name: str) -> None:
    """Remove a voice from the folder of this machine.

    Raises:
        UsageError: there is no such voice.
        TargetError: it can't be removed.
    """
    path = home() / f"{name}.onnx"
    if path.parent != home() or not path.is_file():
        known = ", ".join(voice.name for voice in installed()) or "none"
        raise UsageError("there is no voice of that name to remove", where=repr(name), todo=f"Installed: {known}.")
    try:
        config_of(path).unlink(missing_ok=True)
        path.unlink()
    except OSError as cause:
        raise TargetError(f"the voice can't be removed ({cause.strerror or cause})", where=str(path)) from cause


def config_of(path: Path) -> Path:
    """Return where a voice's description stands."""
    return path.with_name(f"{path.name}.json")


def digest(path: Path) -> str:
    """Return the digest of both files of a voice.

    Raises:
        EngineError: a file is gone.
    """
    files = path, config_of(path)
    try:
        states = [file.stat() for file in files]
        return _digest(path, *((state.st_size, state.st_mtime_ns) for state in states))
    except OSError as cause:
        raise EngineError(
            "the voice file is gone", where=str(path), todo="Add it again: plainspoken voices add FILE."
        ) from cause


@lru_cache(maxsize=64)
def _digest(path: Path, *_states: tuple[int, int]) -> str:
    found = hashlib.sha256()
    for file in (path, config_of(path)):
        with file.open("rb") as stream:
            found.update(hashlib.file_digest(stream, "sha256").digest())
    return found.hexdigest()


def _readable(paths: list[Path]) -> Iterator[VoiceFile]:
    for path in paths:
        try:
            yield read(path)
        except SourceError:
            continue


def _refuse_pointer(path: Path) -> None:
    with path.open("rb") as stream:
        if stream.read(len(_LFS)) == _LFS:
            raise SourceError(
                "this is a pointer of Git LFS, not the voice itself", where=str(path), todo="Run: git lfs pull."
            )


@lru_cache(maxsize=256)
def _read(path: Path, *_changed: int) -> VoiceFile:
    beside = config_of(path)
    try:
        content = beside.read_bytes()[: _LARGEST_CONFIG + 1]
        config = json.loads(content)
        scheme = config.get("phoneme_type", "espeak")
        tag = _lang(path.name, str(config.get("language", {}).get("code", "")), str(config["espeak"]["voice"]))
        symbols = frozenset(config["phoneme_id_map"])
        speakers = tuple((str(name), int(number)) for name, number in config.get("speaker_id_map", {}).items())
        whole = int(config["audio"]["sample_rate"]) > 0 and {"^", "$", "_"} <= symbols
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as cause:
        raise _no_voice(beside) from cause
    if not whole:
        raise _no_voice(beside)
    if scheme not in _SCHEMES:
        raise SourceError(
            f"this voice takes {scheme}, which Piper needs more packages for",
            where=str(beside),
            todo="Choose a voice whose phoneme_type is espeak.",
        )
    return VoiceFile(path, tag, speakers, symbols if scheme == "espeak" else frozenset())


def _no_voice(path: Path) -> SourceError:
    return SourceError("this does not describe a Piper voice", where=str(path), todo="Get the file again.")


def _lang(name: str, code: str, espeak: str) -> str:
    """Return the language of a voice: what it says, else what its name says, else the voice of its phonemes."""
    named = re.match(r"[a-z]{2,3}_[A-Z]{2}(?=-)", name)
    for tag in (code, named.group() if named else "", "-".join(espeak.split("-")[:2])):
        try:
            return lang.canonical(tag)
        except UsageError:
            continue
    raise ValueError("a voice of no language")
