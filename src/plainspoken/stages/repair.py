"""Addresses, numbers and fixed terms that an engine damaged, put back where its alignment says they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from babel.numbers import format_decimal

from plainspoken import facts, lang
from plainspoken.engines.protocols import Draft, Link
from plainspoken.facts.find import digits

_STRICT = frozenset({"url", "email", "phone"})
_THOUSANDS = re.compile(r"(?<![\d.,/])\d{1,3}(?:,\d{3})+(?:\.\d+)?(?![\d/]|[.,]\d)")


def repaired(source: str, draft: Draft, terms: Sequence[str], source_lang: str, target_lang: str) -> Draft:
    """Return the draft with each address, phone number and term of the source as it stands there, where it is damaged.

    The damaged words are those aligned to it and to nothing else, or the one fact of its kind that the source doesn't
    have. Where neither is known the draft stays as it is, and the checks find the fact missing. A phone number in the
    digits of another script is written as in the source. A whole number in bare digits or a reference is put back where
    both the alignment and the facts say which one it became: other numbers are written in too many ways. A number left
    with the source's thousands is written with those of its language, if it would be another one there. A day, month
    or year that was changed or left in English is written as CLDR writes the date, where that is proved the same day.

    Args:
        source: the sentence.
        draft: its translation.
        terms: the words that must stay as they are.
        source_lang: the language of the sentence.
        target_lang: the language of the translation.
    """
    draft = _dialled(source, draft)
    draft = _grouped(source, draft, source_lang, target_lang)
    work = _Work(source, source_lang, target_lang)
    missing = work.missing(draft)
    spans = [(fact.start, fact.end) for fact in missing if fact.kind in _STRICT]
    for start, end in [*spans, *_lacking(source, draft.text, terms)]:
        place = _aligned(draft, start, end) or work.alike(draft, start, end)
        if place:
            draft = _replaced(draft, place, source[start:end], (start, end))
    draft = _figure_back(work, draft, missing)
    dates = [fact for fact in missing if fact.kind == "date"]
    return _date_back(work, draft, dates[0]) if len(dates) == 1 else draft


@dataclass(frozen=True, slots=True)
class _Work:
    """A sentence and the languages it goes between."""

    source: str
    source_lang: str
    target_lang: str

    def missing(self, draft: Draft) -> tuple[facts.Fact, ...]:
        return facts.missing(self.source, draft.text, self.source_lang, self.target_lang)

    def alike(self, draft: Draft, start: int, end: int) -> tuple[int, int] | None:
        """Return where the draft has its one fact of the same kind that the source hasn't; None if not just one."""
        found = facts.find(self.source, self.source_lang)
        kind = next((fact.kind for fact in found if (fact.start, fact.end) == (start, end)), None)
        added = facts.added(self.source, draft.text, self.source_lang, self.target_lang)
        strange = [fact for fact in added if fact.kind == kind]
        return (strange[0].start, strange[0].end) if len(strange) == 1 else None


def _dialled(source: str, draft: Draft) -> Draft:
    """Write the phone numbers of the source in its digits where the draft has them in another script's."""
    wanted = {digits(fact.text): (fact.start, fact.end) for fact in facts.find(source) if fact.kind == "phone"}
    for fact in reversed(facts.find(draft.text)):
        origin = wanted.get(digits(fact.text))
        localised = any(sign.isdecimal() and not sign.isascii() for sign in fact.text)
        if origin and localised and fact.kind in ("phone", "number"):
            draft = _replaced(draft, (fact.start, fact.end), source[slice(*origin)], origin)
    return draft


def _grouped(source: str, draft: Draft, source_lang: str, target_lang: str) -> Draft:
    """Write `1,200` as `1.200` or `1 200` where a language would read it as one and a fifth."""
    theirs = lang.locale(target_lang).number_symbols["latn"]["decimal"]
    if lang.locale(source_lang).number_symbols["latn"]["decimal"] != "." or theirs != ",":
        return draft
    for found in reversed(list(_THOUSANDS.finditer(draft.text))):
        origin = re.search(rf"(?<![\d.,]){re.escape(found[0])}(?![\d]|[.,]\d)", source)
        if origin:
            whole, point, rest = found[0].replace(",", "").partition(".")
            said = format_decimal(int(whole), locale=lang.locale(target_lang))
            draft = _replaced(draft, found.span(), f"{said}{theirs if point else ''}{rest}", origin.span())
    return draft


def _figure_back(work: _Work, draft: Draft, missing: Sequence[facts.Fact]) -> Draft:
    """Put the one reference or whole number that is missing back in place of the one that it became."""
    plain = [fact for fact in missing if fact.kind == "reference" or _figure(fact.text)]
    if len(plain) != 1 or not draft.alignment:
        return draft
    fact = plain[0]
    place = work.alike(draft, fact.start, fact.end)
    if not place:
        return draft
    start, end = _within(work.source, (fact.start, fact.end), fact.kind)
    place = _within(draft.text, place, fact.kind)
    if start < end and _agrees(draft, (start, end), place) and draft.text[slice(*place)].isascii():
        return _replaced(draft, place, work.source[start:end], (start, end))
    return draft


def _figure(text: str) -> str:
    """Return the digits of a number or an amount of money that is written with nothing but digits."""
    found = re.findall(r"[\d.,]+", text)
    return found[0] if len(found) == 1 and found[0].isdecimal() and not re.search(r"\w*[^\W\d]", text) else ""


def _within(text: str, place: tuple[int, int], kind: str) -> tuple[int, int]:
    """Return the place of the digits alone in a number or an amount."""
    found = re.search(r"\d[\d.,]*", text[slice(*place)]) if kind != "reference" else None
    return (place[0] + found.start(), place[0] + found.end()) if found else place


def _date_back(work: _Work, draft: Draft, fact: facts.Fact) -> Draft:
    """Write the date as its language does, where it was left as in the source or became another one."""
    day = facts.day(fact.readings)
    said = facts.written(day, work.target_lang) if day else None
    left = draft.text.find(fact.text)
    place = (left, left + len(fact.text)) if left >= 0 else work.alike(draft, fact.start, fact.end)
    if not said or not place:
        return draft
    mended = _replaced(draft, place, said, (fact.start, fact.end))
    lacking = [one.start for one in work.missing(mended)]
    return draft if fact.start in lacking else mended


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
