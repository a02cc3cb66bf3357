"""Which engine does a job: the one named, or the best of this machine, or the error that says what would serve."""

from __future__ import annotations

from collections.abc import Sequence

from plainspoken import lang as languages
from plainspoken.engines import registry
from plainspoken.engines.protocols import Probe, Simplifier, Speaker, Translator, Voice
from plainspoken.errors import EngineError, RemoteError


def choose_translator(source: str, target: str, engine: str | Translator | None) -> Translator | None:
    """Return the engine that was named, or the best local one for the pair; None if none serves it.

    Raises:
        EngineError: the engine that was named is not ready, or doesn't serve the pair.
        RemoteError: its server doesn't answer.
    """
    if engine is None:
        return registry.find_translator(source, target)
    named = registry.translator(engine) if isinstance(engine, str) else engine
    probe = named.probe()
    if not probe.ready:
        raise _unready(named, probe)
    if named.route(source, target) is None:
        raise unserved(source, [target], named)
    return named


def choose_simplifier(tag: str, engine: str | Simplifier | None) -> Simplifier:
    """Return the engine that was named, or the best local one that writes easy read in the language.

    Raises:
        EngineError: there is none, or the one that was named doesn't serve the language.
    """
    chosen = registry.simplifier(engine) if isinstance(engine, str) else engine
    chosen = chosen or registry.find_simplifier(tag)
    if chosen is None or not chosen.serves(tag):
        raise EngineError(
            f"no installed engine writes easy read in {languages.name(tag, 'en')}",
            where=tag,
            todo="The engine `rules` serves English. Simplify the release in that language, then translate it.",
        )
    return chosen


def choose_voice(tag: str, engine: str | Speaker | None, voice: str | Voice | None) -> tuple[Speaker, Voice]:
    """Return the speaker and voice that were named, or the best local ones for the language.

    Raises:
        EngineError: the engine is not ready, or it has no voice for the language.
        UsageError: the voice is not one of the engine's.
    """
    if engine is None and isinstance(voice, str):
        engine = _speaker_of(voice)
    if engine is None:
        found = registry.find_speaker(tag)
        if found is None:
            raise unspoken(tag)
        return found
    speaker = registry.speaker(engine) if isinstance(engine, str) else engine
    probe = speaker.probe()
    if not probe.ready:
        raise _unready(speaker, probe)
    chosen = _named_voice(speaker, voice) if isinstance(voice, str) else voice or registry.find_voice(speaker, tag)
    if chosen is None or not languages.same(languages.canonical(chosen.lang), tag):
        raise unspoken(tag, speaker)
    return speaker, chosen


def unserved(source: str, targets: Sequence[str], engine: Translator | None = None) -> EngineError:
    """Return the error for pairs that nothing on this machine translates; it names what would."""
    wanted = ", ".join(f"{languages.name(target, 'en')} ({target})" for target in targets)
    who = f"the engine {engine.name} does not translate" if engine else "no engine on this machine translates"
    served = " ".join(would_serve(source, target) for target in targets)
    return EngineError(
        f"{who} {languages.name(source, 'en')} into {wanted}",
        where=" ".join(f"{source}->{target}" for target in targets),
        todo=f"{served} A memory of past translations (--memory FILE.tmx) that holds every sentence serves too.",
    )


def would_serve(source: str, target: str) -> str:
    """Say in a sentence what would translate the pair, if it were installed."""
    from plainspoken.engines.coverage import options

    found = options(source, target)
    label = f"{languages.name(target, 'en')}:"
    return f"{label} {'; or '.join(found)}." if found else f"{label} no engine we know of; it needs people."


def unspoken(tag: str, engine: Speaker | None = None) -> EngineError:
    """Return the error for a language that no voice on this machine speaks; it names what would."""
    from plainspoken.engines.coverage import voices_for

    who = f"the engine {engine.name} has" if engine else "this machine has"
    found = voices_for(tag)
    return EngineError(
        f"{who} no voice for {languages.name(tag, 'en')}",
        where=tag,
        todo=f"These speak it: {'; '.join(found)}." if found else "No engine we know of speaks it; record a person.",
    )


def _unready(engine: Translator | Speaker, probe: Probe) -> EngineError | RemoteError:
    if probe.unreachable:
        return RemoteError("this engine's server does not serve it", where=engine.name, todo=probe.remedy)
    return EngineError("this engine is not ready", where=engine.name, todo=probe.remedy)


def _speaker_of(voice: str) -> Speaker:
    for name in registry.names("speakers"):
        speaker = registry.speaker(name)
        if not speaker.remote and speaker.probe().ready and any(one.id == voice for one in speaker.voices()):
            return speaker
    raise _no_voice(voice)


def _named_voice(speaker: Speaker, voice: str) -> Voice:
    for one in speaker.voices():
        if one.id == voice:
            return one
    raise _no_voice(voice)


def _no_voice(voice: str) -> EngineError:
    return EngineError("there is no voice of that name", where=repr(voice), todo="`plainspoken voices` lists them.")
