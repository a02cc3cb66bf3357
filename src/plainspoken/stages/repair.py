"""Addresses, numbers and fixed terms that an engine damaged, put back where its alignment says they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainspoken import facts
from plainspoken.engines.protocols import Draft, Link

_STRICT = frozenset({"url", "email", "phone"})


def repaired(source: str, draft: Draft, terms: Sequence[str], source_lang: str, target_lang: str) -> Draft:
    """Return the draft with each address, phone number and term of the source as it stands there, where it is damaged.

    The damaged words are those aligned to it and to nothing else, or the one fact of its kind that the source doesn't
    have. Where neither is known the draft stays as it is, and the checks find the fact missing. A whole number in bare
    digits or a reference is put back where both the alignment and the facts say which one it became: other numbers are
    written in too many ways.

    Args:
        source: the sentence.
        draft: its translation.
        terms: the words that must stay as they are.
        source_lang: the language of the sentence.
        target_lang: the language of the translation.
    """
    missing = facts.missing(source, draft.text, source_lang, target_lang)
    spans = [(fact.start, fact.end) for fact in missing if fact.kind in _STRICT]
    for start, end in [*spans, *_lacking(source, draft.text, terms)]:
        place = _aligned(draft, start, end) or _alike(source, draft.text, start, end, source_lang, target_lang)
        if place:
            draft = _replaced(draft, place, source[start:end], (start, end))
    plain = [fact for fact in missing if fact.kind == "reference" or (fact.kind == "number" and fact.text.isdecimal())]
    if len(plain) == 1 and draft.alignment:
        start, end = plain[0].start, plain[0].end
        place = _alike(source, draft.text, start, end, source_lang, target_lang)
        if place and _agrees(draft, (start, end), place) and draft.text[slice(*place)].isascii():
            draft = _replaced(draft, place, source[start:end], (start, end))
    return draft


def _agrees(draft: Draft, origin: tuple[int, int], place: tuple[int, int]) -> bool:
    """Tell whether the alignment links the characters of the source to those of the draft."""
    return any(
        link.source_start < origin[1]
        and origin[0] < link.source_end
        and link.target_start < place[1]
        and place[0] < link.target_end
        for link in draft.alignment or ()
    )


def _lacking(source: str, text: str, terms: Sequence[str]) -> Iterator[tuple[int, int]]:
    for term in terms:
        if term.casefold() not in text.casefold():
            yield from (found.span() for found in re.finditer(re.escape(term), source, re.IGNORECASE))


def _aligned(draft: Draft, start: int, end: int) -> tuple[int, int] | None:
    """Return the characters of the draft that answer to those of the source and to no others; None if none do."""
    links = draft.alignment or ()
    inside = [link for link in links if link.source_start < end and start < link.source_end]
    if not inside:
        return None
    low, high = min(link.target_start for link in inside), max(link.target_end for link in inside)
    shared = any(link.target_start < high and low < link.target_end for link in links if link not in inside)
    return None if shared else (low, high)


def _alike(source: str, text: str, start: int, end: int, source_lang: str, target_lang: str) -> tuple[int, int] | None:
    """Return where the draft has its one fact of the same kind that the source doesn't have; None if not just one."""
    kind = next((fact.kind for fact in facts.find(source) if (fact.start, fact.end) == (start, end)), None)
    strange = [fact for fact in facts.added(source, text, source_lang, target_lang) if fact.kind == kind]
    return (strange[0].start, strange[0].end) if len(strange) == 1 else None


def _replaced(draft: Draft, place: tuple[int, int], words: str, origin: tuple[int, int]) -> Draft:
    start, end = place
    shift = len(words) - (end - start)
    kept = [link for link in draft.alignment or () if link.target_end <= start or end <= link.target_start]
    moved = [
        replace(link, target_start=link.target_start + shift, target_end=link.target_end + shift)
        if link.target_start >= end
        else link
        for link in kept
    ]
    links = sorted([*moved, Link(*origin, start, start + len(words))], key=lambda link: link.source_start)
    text = draft.text[:start] + words + draft.text[end:]
    return replace(draft, text=text, alignment=tuple(links) if draft.alignment is not None else None)
