"""What a command was given: its release, languages, memory, and where results are kept."""

from __future__ import annotations

import os
import sys
from argparse import Namespace
from pathlib import Path

from plainspoken import lang, steps
from plainspoken.cache import Store
from plainspoken.engines.provenance import named_away
from plainspoken.errors import UsageError
from plainspoken.model import Release
from plainspoken.terms import AnyMemory, open_memories

_KINDS = ("engine", "narrator", "simplifier")


def read_source(arguments: Namespace) -> Release:
    """Return the release that a command was given."""
    return steps.parse(source_of(arguments.source, arguments.url), url=arguments.url, lang=arguments.source_lang)


def read_edition(arguments: Namespace) -> Release:
    """Return the release that a command was given, or its easy read."""
    release = read_source(arguments)
    return make_easy(release, arguments) if arguments.easy else release


def make_easy(release: Release, arguments: Namespace) -> Release:
    """Return the easy read of a release, with the engine, pictures and hard words that a command was given."""
    tell_away(arguments, "simplifier")
    return steps.simplify(
        release, engine=arguments.simplifier, pictures=arguments.pictures, easy_glossary=arguments.easy_glossary
    )


def source_of(source: str, url: str | None) -> str | bytes | Path:
    """Return what `-` or an argument stands for; an argument is never taken for HTML itself."""
    if source == "-":
        return sys.stdin.buffer.read()
    return source if source.startswith(("http://", "https://")) else Path(source)


def langs_of(text: str) -> tuple[str, ...]:
    """Return the languages in a list such as `es,ur`."""
    tags = [tag.strip() for tag in text.split(",") if tag.strip()]
    if not tags:
        raise UsageError("no language is named", where="--to", todo="Name some, such as --to es,ur,pl.")
    return tuple(map(lang.canonical, tags))


def tell_away(arguments: Namespace, *kinds: str) -> None:
    """Warn, before anything is sent, that a named engine (its `kinds`) sends the text outside this machine."""
    asked = kinds or ("engine", "narrator")
    away = named_away(*(getattr(arguments, kind, None) if kind in asked else None for kind in _KINDS))
    for service in () if getattr(arguments, "quiet", False) else away:
        print(f"plainspoken: the text is sent to {service}, outside this machine", file=sys.stderr)


def formats_of(text: str | None) -> frozenset[str] | None:
    """Return the formats in a list such as `mp3,zip`, or the usual ones and more: `+pdf`; None where none was given."""
    if not text:
        return None
    names = frozenset(name.strip() for name in text.lstrip("+").split(",") if name.strip())
    if text.startswith("+"):
        from plainspoken.writers.pack import FORMATS

        return names.union(FORMATS)
    return names


def memory_of(arguments: Namespace) -> AnyMemory | None:
    """Return the memory in the files that a command was given; None where there are none."""
    return open_memories(arguments.memory, store_of().folder / "memories") if arguments.memory else None


def store_of() -> Store:
    """Return where results are kept between runs."""
    from platformdirs import user_cache_path

    return Store(Path(os.environ.get("PLAINSPOKEN_CACHE") or user_cache_path("plainspoken")))
