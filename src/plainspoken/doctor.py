"""What this machine has for each step of the work, what it lacks, and how to get that."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from pathlib import Path

from plainspoken import lang
from plainspoken.engines import piper_voices, registry
from plainspoken.engines.protocols import Probe

# What a step can do beside its engines: what it is, the modules that it takes, the packages that tell its version, the
# extra that brings them.
_PARTS = (
    ("read", "Word documents", ("mammoth",), "mammoth", "docx"),
    ("narrate", "MP3", ("lameenc", "numpy"), "lameenc", "espeak"),
    ("narrate", "Opus", ("av",), "av", "opus"),
    ("post", "sftp", ("fsspec", "paramiko"), "paramiko", "post"),
    ("post", "s3", ("fsspec", "s3fs"), "s3fs", "post"),
    ("post", "webdav", ("fsspec", "webdav4"), "webdav4", "post"),
    ("work in parallel", "Dask", ("distributed",), "distributed", "dask"),
)
_STAND_INS = frozenset({"identity", "silence"})
_STEPS = {"translators": "translate", "speakers": "narrate", "simplifiers": "simplify"}


@dataclass(frozen=True, slots=True)
class Check:
    """Something that a step of the work can use.

    Attributes:
        feature: the step: `read`, `simplify`, `translate`, `narrate`, `post`, `keep`.
        name: the engine, format or folder.
        ready: whether it can be used.
        version: what was found.
        todo: what to do where it can't be used.
        needed: whether the main job, `make`, can't be done without it.
    """

    feature: str
    name: str
    ready: bool
    version: str = ""
    todo: str = ""
    needed: bool = False

    def to_dict(self) -> dict[str, object]:
        """Return it as JSON-ready values."""
        return {
            "feature": self.feature, "engine": self.name, "ready": "yes" if self.ready else "no",
            "version": self.version, "to do": self.todo, "needed": self.needed,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Report:
    """All checks, in the order of the work, and the community languages that are served from English.

    Attributes:
        checks: what there is and what is lacking.
        translated: the languages that an engine of this machine translates into.
        spoken: the languages that a voice of this machine speaks.
    """

    checks: tuple[Check, ...]
    translated: tuple[str, ...]
    spoken: tuple[str, ...]

    @property
    def exit_code(self) -> int:
        """The exit code that this comes to: 4 for a missing engine, 5 for a folder that can't be written."""
        if not (self.translated and self.spoken) or any(one.needed and not one.ready for one in self._engines()):
            return 4
        return 5 if any(one.needed and not one.ready for one in self.checks) else 0

    def _engines(self) -> Iterator[Check]:
        return (one for one in self.checks if one.feature != "keep")


def examine(cache: Path) -> Report:
    """Look at this machine; nothing is loaded, sent or changed.

    Args:
        cache: the folder that results are kept in between runs.
    """
    checks = [
        Check("read", "Python", ready=True, version=".".join(map(str, sys.version_info[:3]))),
        Check("read", "pages, Markdown, text, e-mail", ready=True, version=_version("lxml")),
        *_parts("read"),
        *_engines("simplifiers"),
        *_engines("translators"),
        *_engines("speakers"),
        *_parts("narrate"),
        *_parts("post"),
        *_parts("work in parallel"),
        _folder("results between runs", cache, "PLAINSPOKEN_CACHE", needed=True),
        _folder("Piper's voices", piper_voices.home(), "PLAINSPOKEN_VOICES", needed=False),
    ]
    others = [tag for tag in lang.COMMUNITY if tag != "en"]
    return Report(
        tuple(checks),
        tuple(tag for tag in others if registry.find_translator("en", tag)),
        tuple(tag for tag in lang.COMMUNITY if registry.find_speaker(tag)),
    )


def _engines(kind: str) -> Iterator[Check]:
    for name in registry.names(kind):
        if name not in _STAND_INS:
            probe = _probe(kind, name)
            yield Check(_STEPS[kind], name, probe.ready and not probe.remedy, probe.version, probe.remedy)


def _probe(kind: str, name: str) -> Probe:
    if kind == "translators":
        return registry.translator(name).probe()
    return registry.speaker(name).probe() if kind == "speakers" else registry.simplifier(name).probe()


def _parts(feature: str) -> Iterator[Check]:
    for step, name, modules, package, extra in _PARTS:
        if step == feature:
            ready = _has(modules)
            todo = "" if ready else f"Install it: pip install 'plainspoken[{extra}]'."
            yield Check(step, name, ready, _version(package) if ready else "", todo, needed=name == "MP3")


def _has(modules: Sequence[str]) -> bool:
    return all(find_spec(module) is not None for module in modules)


def _version(package: str) -> str:
    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:
        return ""


def _folder(name: str, folder: Path, variable: str, *, needed: bool) -> Check:
    """Tell whether a folder, or the nearest one above it that there is, can be written."""
    standing = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        with tempfile.TemporaryFile(dir=standing):
            ready = True
    except OSError:
        ready = False
    todo = "" if ready else f"Set {variable} to a folder that you may write to, on a disk with room."
    where = str(folder).replace(os.path.expanduser("~"), "~", 1)  # noqa: PTH111 - the text of a path
    return Check("keep", name, ready, where, todo, needed)
