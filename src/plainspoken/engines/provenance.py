"""Where an engine's work was done: the server that it asked, and whether that is off this machine."""

from __future__ import annotations

from plainspoken.engines import registry
from plainspoken.engines.protocols import Hosted, Simplifier, Speaker, Translator
from plainspoken.findings import Finding, finding
from plainspoken.model import Service


def service_of(engine: Translator | Speaker | Simplifier) -> Service | None:
    """Return the service behind an engine; None for one that works by itself on this machine."""
    host = engine.host if isinstance(engine, Hosted) else ""
    return Service(engine.name, host, engine.remote) if host or engine.remote else None


def named_away(
    translator: str | Translator | None, speaker: str | Speaker | None, simplifier: str | Simplifier | None = None
) -> tuple[Service, ...]:
    """Return the services off this machine that naming these engines means.

    Raises:
        UsageError: there is no engine of that name.
    """
    named = [
        registry.translator(translator) if isinstance(translator, str) else translator,
        registry.speaker(speaker) if isinstance(speaker, str) else speaker,
        registry.simplifier(simplifier) if isinstance(simplifier, str) else simplifier,
    ]
    found = [service_of(engine) for engine in named if engine]
    return tuple(service for service in found if service and service.remote)


def sent_away(service: Service | None, at: str) -> tuple[Finding, ...]:
    """Return the finding that the text left this machine; none where it didn't.

    Args:
        service: what worked on it; None for nothing but this machine.
        at: the language that it worked on.
    """
    return (finding("sent-away", at, f"{service}."),) if service and service.remote else ()
