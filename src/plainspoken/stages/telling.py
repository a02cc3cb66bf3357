"""Drafts of sentences by an engine, in batches, each made once and kept in the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import astuple, dataclass
from functools import partial

from plainspoken.cache import Store, digest
from plainspoken.engines.protocols import Link, Telling, Translator
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
    drafting: Drafting, texts: Sequence[str], *, store: Store | None, executor: Executor | None, advance: Advance
) -> dict[str, Telling]:
    """Return the draft of each text.

    Raises:
        EngineError: the engine failed, or did not answer with one draft for each text.
        RemoteError: a remote engine failed.
    """
    signature = drafting.engine.signature(drafting.source, drafting.target)
    results = through(
        texts,
        key=lambda text: digest(_FORM, signature, drafting.source, drafting.target, text),
        compute=partial(_compute, drafting),
        store=store,
        executor=executor,
        batch=_BATCH,
        advance=advance,
    )
    return {text: _parse(result) for text, result in zip(texts, results, strict=True)}


def _compute(drafting: Drafting, texts: list[str]) -> list[bytes]:
    made = drafting.engine.translate(texts, drafting.source, drafting.target)
    if len(made) != len(texts):
        raise EngineError(
            f"it answered {len(texts)} sentences with {len(made)}",
            where=drafting.engine.name,
            todo="Use another engine.",
        )
    return [_serialize(draft) for draft in made]


def _serialize(draft: Telling) -> bytes:
    links = None if draft.alignment is None else [astuple(link) for link in draft.alignment]
    return json.dumps([draft.text, draft.score, links, draft.unknown], ensure_ascii=False).encode("utf-8", "replace")


def _parse(result: bytes) -> Telling:
    text, score, links, unknown = json.loads(result)
    return Telling(text, score, None if links is None else tuple(Link(*link) for link in links), tuple(unknown))
