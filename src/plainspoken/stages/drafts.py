"""Drafts of sentences by an engine, in batches, each made once and kept in the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import astuple, dataclass
from functools import partial

from plainspoken.cache import Store, digest
from plainspoken.engines.protocols import Draft, Link, Passage, TagTranslator, Translator
from plainspoken.errors import EngineError
from plainspoken.run import Advance, through

_FORM = "draft/1"
_BATCH = 128  # sentences: a whole short release, so that an engine can sort them by length; progress shows on long ones


@dataclass(frozen=True, slots=True)
class Drafting:
    """An engine and the pair it translates."""

    engine: Translator
    source: str
    target: str


def drafts(
    drafting: Drafting, passages: Sequence[Passage], *, store: Store | None, executor: Executor | None, advance: Advance
) -> dict[Passage, Draft]:
    """Return the draft of each passage; tags and terms go to an engine that takes them, plain words to any other.

    A sentence that the engine gave nothing for is not kept, so that the next run asks for it again.

    Raises:
        EngineError: the engine failed, or did not answer with one draft for each text.
        RemoteError: a remote engine failed.
    """
    signature = drafting.engine.signature(drafting.source, drafting.target)
    results = through(
        passages,
        key=lambda passage: digest(_FORM, signature, drafting.source, drafting.target, *_keyed(passage)),
        compute=partial(_compute, drafting),
        store=store,
        executor=executor,
        batch=_BATCH,
        advance=advance,
    )
    return {passage: _parse(result) for passage, result in zip(passages, results, strict=True)}


def _keyed(passage: Passage) -> list[object]:
    """Return what a draft depends on: the words alone, where there is no more."""
    return [passage.text, *([passage.tagged, passage.terms] if passage.tagged or passage.terms else [])]


def _compute(drafting: Drafting, passages: list[Passage]) -> list[bytes]:
    engine = drafting.engine
    if isinstance(engine, TagTranslator):
        made = engine.translate_passages(passages, drafting.source, drafting.target)
    else:
        made = engine.translate([passage.text for passage in passages], drafting.source, drafting.target)
    if len(made) != len(passages):
        raise EngineError(
            f"it answered {len(passages)} sentences with {len(made)}",
            where=drafting.engine.name,
            todo="Use another engine.",
        )
    return [_serialize(draft) for draft in made]


def _serialize(draft: Draft) -> bytes:
    if not draft.text.strip():
        return b""
    links = None if draft.alignment is None else [astuple(link) for link in draft.alignment]
    return json.dumps([draft.text, draft.score, links, draft.unknown, draft.tagged], ensure_ascii=False).encode(
        "utf-8", "replace"
    )


def _parse(result: bytes) -> Draft:
    if not result:
        return Draft("")
    text, score, links, unknown, *more = json.loads(result)
    linked = None if links is None else tuple(Link(*link) for link in links)
    return Draft(text, score, linked, tuple(unknown), *more)
