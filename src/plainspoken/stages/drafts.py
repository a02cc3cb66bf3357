"""Drafts of sentences by an engine, in batches, each made once and kept in the store."""

from __future__ import annotations

import json
from collections.abc import Sequence
from concurrent.futures import Executor
from dataclasses import astuple, dataclass
from functools import partial

from plainspoken import lang
from plainspoken.cache import Store, digest
from plainspoken.engines import clauses
from plainspoken.engines.clauses import Span
from plainspoken.engines.drafts import together
from plainspoken.engines.protocols import Draft, Link, Passage, TagTranslator, Translator
from plainspoken.errors import EngineError
from plainspoken.run import Advance, through

_FORM = "draft/2"
_BATCH = 128  # sentences: a whole short release, so that an engine can sort them by length; progress shows on long ones
# Models cut what they write at 256 pieces, or less, and say nothing. So many letters are some 80 words, or 200 pieces
# in languages that are spelled in many; a Chinese sign is a piece by itself. What is longer is no sentence but a list.
_LONGEST, _LONGEST_UNSPACED = 500, 150


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
        made = _in_parts(drafting, [passage.text for passage in passages])
    return [_serialize(draft) for draft in _counted(made, len(passages), engine.name)]


def _in_parts(drafting: Drafting, texts: list[str]) -> list[Draft]:
    """Translate texts, those that an engine might cut by clauses; a part without an answer leaves all without."""
    cuts = [_cut(text, (0, len(text)), bool(lang.gap(drafting.source))) for text in texts]
    asked = [text[slice(*span)] for text, spans in zip(texts, cuts, strict=True) for span in spans]
    answered = drafting.engine.translate(asked, drafting.source, drafting.target)
    answers = iter(_counted(answered, len(asked), drafting.engine.name))
    made = []
    for spans in cuts:
        parts = [(start, next(answers)) for start, _ in spans]
        whole = all(draft.text.strip() for _, draft in parts)
        made.append(together(parts, lang.gap(drafting.target)) if whole else Draft(""))
    return made


def _cut(text: str, span: Span, spaced: bool) -> list[Span]:
    """Return the parts of a text that are short enough, each as long as it may be."""
    most = _LONGEST if spaced else _LONGEST_UNSPACED
    smaller = clauses.parts(text, span, anywhere=not spaced) if span[1] - span[0] > most else []
    found: list[Span] = []
    for part in [one for each in smaller for one in _cut(text, each, spaced)]:
        if found and part[1] - found[-1][0] <= most:
            found[-1] = (found[-1][0], part[1])
        else:
            found.append(part)
    return found or [span]


def _counted(made: list[Draft], asked: int, engine: str) -> list[Draft]:
    if len(made) != asked:
        raise EngineError(f"it answered {asked} sentences with {len(made)}", where=engine, todo="Use another engine.")
    return made


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
