"""Recording how the editions of a pack came about: engines with their versions, memory, glossary, who has read them."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import astuple
from importlib.metadata import PackageNotFoundError, version

from plainspoken.engines import registry
from plainspoken.errors import Error
from plainspoken.model import Release, State
from plainspoken.narration import Narration
from plainspoken.record import Maker, Provenance, Record, Review, Stock
from plainspoken.tagged import plain
from plainspoken.terms import MACHINE, AnyMemory, Glossary, StoredMemory
from plainspoken.terms.pair import fold

# The library whose version counts for each engine; the others are programs, servers or our own code.
_LIBRARIES = {
    "argos": "ctranslate2",
    "espeak": "espeakng-loader",
    "gtts": "gTTS",
    "piper": "piper-tts",
    "spacy": "spacy",
}
_OWN = frozenset({"rules", "identity", "silence"})
_USER = re.compile(r"(?<=//)[^/@\s]*@")  # a name and a password in an address
_DIGEST = re.compile(r"[0-9a-f]{64}")


def record(
    releases: Sequence[Release],
    narrations: Sequence[Narration] = (),
    memory: AnyMemory | None = None,
    glossary: Glossary | None = None,
) -> Record:
    """Return how the editions of a pack came about.

    Args:
        releases: the editions.
        narrations: their audio.
        memory: the past translations that they were made with.
        glossary: the required translations that they were made with.
    """
    if not releases:
        return Record()
    spoken = {(one.lang, one.edition): one for one in narrations}
    return Record(
        {
            (one.lang, one.edition): _provenance(one, spoken.get((one.lang, one.edition)), memory, _source_of(releases))
            for one in releases
        },
        _stock_of_memory(memory) if memory is not None else None,
        Stock(None, _digest(map(astuple, glossary.terms)), len(glossary.terms)) if glossary is not None else None,
    )


def _source_of(releases: Sequence[Release]) -> str:
    return next((one.lang for one in releases if one.source_lang is None), releases[0].lang)


def _provenance(release: Release, spoken: Narration | None, memory: AnyMemory | None, source: str) -> Provenance:
    segments = tuple(release.segments())
    named = Counter(one.engine for one in segments if one.engine)
    known = Counter(one.state for one in segments if one.engine == "memory")
    return Provenance(
        engines=tuple((_translator(name, source, release.lang), count) for name, count in sorted(named.items())),
        memory=dict(sorted(known.items())),
        reviews=tuple(_reviews(release, memory)) if memory is not None else (),
        simplifier=_simplifier(release.simplifier or "rules", source) if release.edition == "easy" else None,
        narrator=_narrator(spoken) if spoken else None,
        voice=spoken.voice if spoken else None,
    )


def _translator(name: str, source: str, target: str) -> Maker:
    return _maker(name, lambda: registry.translator(name).signature(source, target))


def _simplifier(name: str, source: str) -> Maker:
    return _maker(name, lambda: registry.simplifier(name).signature(source))


def _narrator(spoken: Narration) -> Maker:
    def sign() -> str:
        engine = registry.speaker(spoken.engine)
        voice = next((one for one in engine.voices() if one.id == spoken.voice), None)
        return engine.signature(voice, 1.0) if voice else ""

    return _maker(spoken.engine, sign)


def _maker(name: str, sign: Callable[[], str]) -> Maker:
    """Return an engine with what is known of it: nothing of one that a caller brought along, or that is gone."""
    try:
        signature = _USER.sub("", sign()) or None
    except Error:
        signature = None
    return Maker(name, _version(name), signature)


def _version(name: str) -> str | None:
    try:
        return version("plainspoken" if name in _OWN else _LIBRARIES[name])
    except (KeyError, PackageNotFoundError):
        return None


def _reviews(release: Release, memory: AnyMemory) -> Iterator[Review]:
    """Yield who answers for the sentences that came from the memory, each person and state once."""
    found: dict[tuple[str, State], list[str]] = {}
    before = ""
    for one in release.segments():
        pair = (
            memory.find(one.source, release.source_lang, release.lang, before)
            if one.engine == "memory" and one.source and release.source_lang
            else None
        )
        answered = pair and pair.by != MACHINE and (pair.by or pair.when or one.state != "translated")
        if pair and answered and fold(plain(pair.target)) == fold(one.text):
            found.setdefault((pair.by, one.state), []).append(pair.when[:10])
        before = one.source or ""
    for (by, state), days in sorted(found.items()):
        yield Review(by or None, max(days) or None, state, len(days))


def _stock_of_memory(memory: AnyMemory) -> Stock:
    """Return a memory's name and digest: of an index of TMX files, which is called by it, that of the files."""
    name = memory.path.stem if isinstance(memory, StoredMemory) else memory.name
    pairs = memory.pairs
    if _DIGEST.fullmatch(name):
        return Stock(None, name, len(pairs))
    return Stock(name or None, _digest(map(astuple, pairs)), len(pairs))


def _digest(entries: Iterable[object]) -> str:
    content = hashlib.sha256()
    for entry in entries:
        content.update(json.dumps(entry, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n")
    return content.hexdigest()
