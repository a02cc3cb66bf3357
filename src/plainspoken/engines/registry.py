"""The installed engines, ours and others', found by entry point and chosen by a declared order."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from plainspoken import lang
from plainspoken.engines.protocols import Simplifier, Speaker, Translator, Voice
from plainspoken.errors import EngineError, UsageError

if TYPE_CHECKING:
    from importlib.metadata import EntryPoint

# Better first: on this machine before a server's, measured before unmeasured. An engine that is not named here comes
# after those that are, by name. A remote engine is passed over wherever it stands.
ORDER = {
    "translators": ("argos", "apertium", "libretranslate", "chat", "identity"),
    "speakers": ("espeak", "piper", "gtts", "silence"),
    "simplifiers": ("spacy", "rules", "chat"),
}
# Chosen only when named: the stand-ins for tests and dry runs (`identity` copies its source, `silence` says nothing),
# and `chat`, since a model answers in any language that it is asked for, whether it knows it or not.
_NAMED_ONLY = frozenset({"identity", "silence", "chat"})


def names(kind: str) -> tuple[str, ...]:
    """Return the names of the installed engines of a kind (`translators`, `speakers`, `simplifiers`), best first."""
    order = ORDER[kind]
    found = {entry.name for entry in _entries(kind)}
    return tuple(sorted(found, key=lambda name: (order.index(name) if name in order else len(order), name)))


def translator(name: str) -> Translator:
    """Return the translator of that name, with its usual options.

    Raises:
        UsageError: there is none of that name.
    """
    return cast(Translator, _load("translators", name))


def speaker(name: str) -> Speaker:
    """Return the speaker of that name, with its usual options.

    Raises:
        UsageError: there is none of that name.
    """
    return cast(Speaker, _load("speakers", name))


def simplifier(name: str) -> Simplifier:
    """Return the simplifier of that name, with its usual options.

    Raises:
        UsageError: there is none of that name.
    """
    return cast(Simplifier, _load("simplifiers", name))


def find_translator(source: str, target: str) -> Translator | None:
    """Return the best local translator on this machine that serves the pair; None if none does."""
    for name in _defaults("translators"):
        engine = translator(name)
        if not engine.remote and engine.probe().ready and engine.route(source, target):
            return engine
    return None


def find_speaker(tag: str) -> tuple[Speaker, Voice] | None:
    """Return the best local speaker on this machine with a voice for the language, and that voice; None if none has."""
    for name in _defaults("speakers"):
        engine = speaker(name)
        voice = find_voice(engine, tag) if not engine.remote and engine.probe().ready else None
        if voice:
            return engine, voice
    return None


def find_voice(engine: Speaker, tag: str) -> Voice | None:
    """Return the engine's voice nearest to the language tag; None if it has none for the language in its script."""
    voices = engine.voices()
    for wanted in lang.fallbacks(tag):
        for voice in voices:
            if lang.canonical(voice.lang) == wanted and lang.script(voice.lang) == lang.script(tag):
                return voice
    return next((voice for voice in voices if lang.same(lang.canonical(voice.lang), tag)), None)


def find_simplifier(tag: str) -> Simplifier | None:
    """Return the best local simplifier for the language; None if none serves it."""
    for name in _defaults("simplifiers"):
        engine = simplifier(name)
        if not engine.remote and engine.probe().ready and engine.serves(tag):
            return engine
    return None


def _defaults(kind: str) -> Iterator[str]:
    return (name for name in names(kind) if name not in _NAMED_ONLY)


def _load(kind: str, name: str) -> object:
    for entry in _entries(kind):
        if entry.name == name:
            return _make(kind, name)
    known = ", ".join(names(kind)) or "none"
    raise UsageError(f"there is no engine of that name among the {kind}", where=repr(name), todo=f"Installed: {known}.")


@cache
def _make(kind: str, name: str) -> object:
    entry = next(entry for entry in _entries(kind) if entry.name == name)
    try:
        return entry.load()()
    except ImportError as cause:
        raise EngineError(f"this engine does not load: {cause}", where=name, todo="Install what it needs.") from cause


@cache
def _entries(kind: str) -> tuple[EntryPoint, ...]:
    from importlib.metadata import entry_points  # a third of the time that importing us would take

    return tuple(entry_points(group=f"plainspoken.{kind}"))
