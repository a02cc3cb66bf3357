"""Which engine does a job: the one named, or the best of this machine, or the error that says what would serve."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainspoken import lang as languages
from plainspoken.engines import registry
from plainspoken.engines.protocols import Probe, Simplifier, Speaker, Translator, Voice, VoiceOpener
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
        EngineError: there is none, or the one that was named is not ready or doesn't serve the language.
        RemoteError: its server doesn't answer.
    """
    chosen = named_simplifier(engine) if engine else registry.find_simplifier(tag)
    if chosen is None or not chosen.serves(tag):
        raise EngineError(
            f"no installed engine writes easy read in {languages.name(tag, 'en')}",
            where=tag,
            todo="The engine `rules` serves English. Simplify the release in that language, then translate it.",
        )
    return chosen


def named_simplifier(engine: str | Simplifier) -> Simplifier:
    """Return the simplifier that was named.

    Raises:
        EngineError: it is not ready.
        RemoteError: its server doesn't answer.
        UsageError: there is none of that name.
    """
    named = registry.simplifier(engine) if isinstance(engine, str) else engine
    refuse_unready(named)
    return named


def choose_voice(tag: str, engine: str | Speaker | None, voice: str | Voice | None) -> tuple[Speaker, Voice]:
    """Return the speaker and voice that were named, or the best local ones for the language.

    Raises:
        EngineError: the engine is not ready, it has no voice for the language, or the voice is not one of its own.
        SourceError: the voice's file is no voice.
    """
    if isinstance(voice, str):
        speaker, named = named_voice(voice, engine)
        if not _speaks(named, tag):
            raise _other_language(named, tag)
        return speaker, named
    if engine is None:
        found = registry.find_speaker(tag)
        if found is None:
            raise unspoken(tag)
        return found
    speaker = registry.speaker(engine) if isinstance(engine, str) else engine
    refuse_unready(speaker)
    chosen = voice or registry.find_voice(speaker, tag)
    if chosen is None or not _speaks(chosen, tag):
        raise unspoken(tag, speaker)
    return speaker, chosen


def prefer_voice(tag: str, engine: str | Speaker | None, voice: str | None) -> tuple[Speaker, Voice]:
    """Return the speaker and voice of one of several languages: the voice that was named where it speaks that one.

    Raises:
        EngineError: no voice speaks the language, or the one that was named is not there.
    """
    if voice:
        speaker, named = named_voice(voice, engine)
        if _speaks(named, tag):
            return speaker, named
    return choose_voice(tag, engine, None)


def named_voice(voice: str, engine: str | Speaker | None = None) -> tuple[Speaker, Voice]:
    """Return the voice of that name, or of that file, and its speaker.

    Args:
        voice: a voice's id, or the path of a file that holds one.
        engine: where to look; all speakers of this machine if None.

    Raises:
        EngineError: there is none, or its engine is not ready.
        SourceError: the file is no voice.
    """
    for speaker in _asked(engine):
        found = _voice_in(speaker, voice)
        if found:
            refuse_unready(found[0])
            return found
        if engine is not None:
            refuse_unready(speaker)
    raise EngineError("there is no voice of that name", where=repr(voice), todo="`plainspoken voices` lists them.")


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


def refuse_unready(engine: Speaker | Simplifier) -> None:
    """Refuse an engine that can't work here, and say what it lacks.

    Raises:
        EngineError: it is not ready.
        RemoteError: its server doesn't answer.
    """
    probe = engine.probe()
    if not probe.ready:
        raise _unready(engine, probe)


def _unready(engine: Translator | Speaker | Simplifier, probe: Probe) -> EngineError | RemoteError:
    if probe.unreachable:
        return RemoteError("this engine's server does not serve it", where=engine.name, todo=probe.remedy)
    return EngineError("this engine is not ready", where=engine.name, todo=probe.remedy)


def _asked(engine: str | Speaker | None) -> Iterator[Speaker]:
    """Yield the speakers that may have a voice: the one that was named, else those of this machine."""
    if engine is None:
        yield from (one for one in map(registry.speaker, registry.names("speakers")) if not one.remote)
    else:
        yield registry.speaker(engine) if isinstance(engine, str) else engine


def _voice_in(speaker: Speaker, voice: str) -> tuple[Speaker, Voice] | None:
    if isinstance(speaker, VoiceOpener):
        return speaker.opened(voice)
    found = speaker.voices() if speaker.probe().ready else ()
    return next(((speaker, one) for one in found if one.id == voice), None)


def _speaks(voice: Voice, tag: str) -> bool:
    return languages.same(languages.canonical(voice.lang), tag)


def _other_language(voice: Voice, tag: str) -> EngineError:
    spoken = languages.name(languages.canonical(voice.lang), "en")
    return EngineError(
        f"this voice speaks {spoken}, not {languages.name(tag, 'en')}",
        where=voice.id,
        todo=f"`plainspoken voices {languages.primary(tag)}` lists those that do.",
    )
