"""A sheet: every sentence of a release beside its draft in one language, with what a translator must know of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from plainspoken import facts
from plainspoken.findings import Finding
from plainspoken.model import Block, Release, Section, Segment, State
from plainspoken.review.codes import shape
from plainspoken.tagged import Code, Tagged, plain, serialize, tagged
from plainspoken.terms import MACHINE, AnyMemory, Glossary, Match

# A pair of a sentence as like as this is a better start than a computer's draft: a word or a number was changed.
_ALIKE = 0.85
_PARTS = {"caption": "caption of a picture", "alt": "what a picture shows", "credit": "who made a picture"}
_KINDS = {"heading": "heading", "quote": "quote", "list": "list item", "table": "table cell", "figure": "picture"}


@dataclass(frozen=True, slots=True)
class Note:
    """What a translator should know: `kind` is one of `where`, `keep`, `term`, `finding`, `draft`, `changed`."""

    kind: str
    text: str


@dataclass(frozen=True, slots=True)
class Unit:
    """A sentence and its draft.

    Attributes:
        id: the edition and where in it the sentence stands: `full.body.p3.s2`.
        source: the sentence, its inline codes numbered (`tagged.serialize`).
        target: the draft with the same codes; empty where there is none.
        state: how far the draft has come.
        machine: whether the draft is an engine's.
        codes: what each number stands for.
        notes: what to know about it.
        old: the pair of the sentence that stood here before, where the source was changed since.
    """

    id: str
    source: str
    target: str = ""
    state: State = "initial"
    machine: bool = False
    codes: tuple[Code, ...] = ()
    notes: tuple[Note, ...] = ()
    old: Match | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """The sentences of a release in its editions, with their drafts in one language.

    Attributes:
        name: what the release is called in file names.
        source_lang: the language of the release (BCP 47).
        target_lang: the language of the drafts (BCP 47).
        units: the sentences, in reading order, edition by edition.
    """

    name: str
    source_lang: str
    target_lang: str
    units: tuple[Unit, ...]


def sheet(
    name: str,
    pairs: Sequence[tuple[Release, Release]],
    *,
    memory: AnyMemory | None = None,
    glossary: Glossary | None = None,
) -> Sheet:
    """Return the sheet of a release.

    Args:
        name: what the release is called in file names.
        pairs: each edition with its translation, the full one first; a translation has the ids of its original.
        memory: past translations: a sentence that is like one of them is shown with that pair.
        glossary: required translations.
    """
    original, translated = pairs[0]
    units = (unit for one, other in pairs for unit in _units(one, other, memory, glossary))
    return Sheet(name, original.lang, translated.lang, tuple(units))


def digest(text: str) -> str:
    """Return what a sentence or a draft is known by when it comes back."""
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _units(
    original: Release, translated: Release, memory: AnyMemory | None, glossary: Glossary | None
) -> Iterator[Unit]:
    drafts = {segment.id: segment for segment in translated.segments()}
    findings = _by_segment(translated.findings)
    for section in original.sections:
        for block in section.blocks:
            for segment in block.segments:
                draft = drafts.get(segment.id)
                if draft is None or draft.engine == "copied":
                    continue
                old = _old(segment, draft, original.lang, translated.lang, memory)
                notes = (
                    Note("where", _where(section, block, segment)),
                    *_to_keep(segment.text, translated.lang, glossary),
                    *(Note("finding", f"{one.message} [{one.code}]") for one in findings.get(segment.id, ())),
                    *_changed(old, segment.text),
                )
                yield _unit(f"{original.edition}.{segment.id}", segment, draft, notes, old)


def _unit(name: str, segment: Segment, draft: Segment, notes: tuple[Note, ...], old: Match | None) -> Unit:
    source = tagged(segment.spans)
    if old and old.score >= _ALIKE and shape(old.pair.target) == shape(serialize(source)):
        return Unit(name, serialize(source), old.pair.target, codes=source.codes, notes=notes, old=old)
    if draft.state == "initial":
        return Unit(name, serialize(source), codes=source.codes, notes=notes, old=old)
    made = draft.engine not in ("memory", "words", "glossary", None)
    note = Note("draft", _draft(draft, made))
    target = serialize(_numbered_alike(draft, source.codes))
    return Unit(name, serialize(source), target, draft.state, made, source.codes, (*notes, note), old)


def _numbered_alike(draft: Segment, codes: Sequence[Code]) -> Tagged:
    """Give the codes of a draft the numbers that they have in its source: another word order numbers them otherwise."""
    found = tagged(draft.spans)
    numbers = {0: 0}
    free = list(codes)
    for code in found.codes:
        like = next((one for one in free if _is_same(one, code)), None)
        if like is not None:
            free.remove(like)
            numbers[code.number] = like.number
    kept = (replace(one, number=numbers[one.number], parent=numbers.get(one.parent, 0)) for one in found.codes
            if one.number in numbers)  # fmt: skip
    return Tagged(found.text, tuple(sorted(kept, key=lambda one: one.number)))


def _is_same(code: Code, other: Code) -> bool:
    return (code.mark.kind, code.mark.href, code.mark.title) == (other.mark.kind, other.mark.href, other.mark.title)


def _old(segment: Segment, draft: Segment, source: str, target: str, memory: AnyMemory | None) -> Match | None:
    """Return the likest pair of the past, where a person answered for it and the sentence itself has none."""
    if memory is None or draft.engine in ("memory", "words"):
        return None
    found = memory.similar(tagged(segment.spans), source, target)
    return next((match for match in found if match.pair.by != MACHINE), None)


def _where(section: Section, block: Block, segment: Segment) -> str:
    what = _PARTS.get(segment.part) or _KINDS.get(block.kind, "paragraph")
    who = f", said by {block.speaker}" if block.speaker else ""
    return f"{section.role}, {what}{who} ({segment.id})"


def _to_keep(text: str, to: str, glossary: Glossary | None) -> Iterator[Note]:
    found = facts.find(text)
    if found:
        yield Note("keep", f"Keep these: {', '.join(fact.text.strip() for fact in found)}.")
    for term in glossary.required(text, to) if glossary else ():
        yield Note("term", f"“{term.term}” must be “{term.translation}”. {term.note}".strip())


def _changed(old: Match | None, text: str) -> Iterator[Note]:
    if old:
        was = f"“{old.difference(text)}” The old one was translated as “{plain(old.pair.target)}”"
        yield Note("changed", f"{old.score:.0%} like a sentence that was translated before: {was}")


def _draft(draft: Segment, made: bool) -> str:
    if not made:
        return f"From the {draft.engine or 'release'}, {draft.state}."
    score = f" It gave itself {draft.score:.2f} of 1." if draft.score is not None else ""
    return f"A computer's ({draft.engine}); nobody has checked it.{score}"


def _by_segment(findings: Iterable[Finding]) -> Mapping[str, tuple[Finding, ...]]:
    found: dict[str, tuple[Finding, ...]] = {}
    for one in findings:
        place = one.at.split(":")[-1]
        found[place] = (*found.get(place, ()), one)
    return found
