"""Headings: which lines are some, which only look it, and at what level each stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plainspoken.readers.draft import Draft
from plainspoken.readers.looks import is_heading_text
from plainspoken.readers.roles import Group
from plainspoken.readers.runs import covered

# "2. Background", "3.1 Costs", "IV. Results": a number and a few words.
_NUMBERED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){0,2}|[IVX]{1,5}(?=\.))\.?[ \u2003]+(?=[^\W\d_])")
_PART = re.compile(
    r"(?:section|part|chapter|annex|appendix|abschnitt|teil|kapitel|anhang|partie|section|chapitre|annexe|sección|"
    r"parte|capítulo|anexo|sezione|capitolo|allegato|część|rozdział|adran|rhan|раздел|часть|розділ|частина)\s+"
    r"(?:\d{1,2}|[IVX]{1,5}|[A-H])(?:\s*[:.–—-]\s+.{2,80})?",
    re.I,
)
_SHOUTED = 3  # bold lines in a row: an address or a poster, no headings


def settled(drafts: Sequence[Draft]) -> list[Draft]:
    """Return drafts whose headings head something: numbered lines are some, paragraphs in heading tags are none.

    A heading at the very end heads nothing: one told by its looks is a paragraph, a tagged one is what the site
    puts beneath its articles.
    """
    told = _without_teasers([_unlike(draft) for draft in drafts])
    kept = _quietened(_numbered(told))
    while kept and kept[-1].kind == "heading" and not kept[-1].guessed and len(kept) > 1:
        kept.pop()
    if kept and kept[-1].guessed:
        kept[-1] = _paragraph(kept[-1])
    return kept


def consistent(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return groups whose headings stand at levels without a gap, the headline alone at 1 (WCAG 2.2, H42, G141).

    The levels of the page count as far as they tell which heading stands under which. A bold line stands under the
    tagged heading before it where the page has tagged ones.
    """
    groups = tuple(groups)
    tagged = sum(_is_tagged(draft) for group in groups if group.role != "headline" for draft in group.drafts)
    opened: list[int] = []
    last = 0
    made: list[Group] = []
    for group in groups:
        drafts: list[Draft] = []
        for draft in group.drafts:
            if group.role != "headline" and draft.kind == "heading":
                last = draft.level or last if _is_tagged(draft) else last
                raw = (draft.level or 2) if _is_tagged(draft) else (last + 1 if tagged > 1 and last else 2)
                opened = [*(level for level in opened if level < raw), raw]
                draft = replace(draft, level=min(6, 1 + len(opened)))
            drafts.append(draft)
        made.append(replace(group, drafts=tuple(drafts)))
    return tuple(made)


def _is_tagged(draft: Draft) -> bool:
    return draft.kind == "heading" and not draft.guessed


def _unlike(draft: Draft) -> Draft:
    """A heading tag round several sentences, or round one of many words, only makes the letters large."""
    text = draft.text
    many = len(text.split()) > 40 or (len(text.split()) > 25 and len(re.findall(r"[.!?]\s+[A-ZÀ-Þ]", text)) > 0)
    return _paragraph(draft) if draft.kind == "heading" and many else draft


def _without_teasers(drafts: Sequence[Draft]) -> list[Draft]:
    """Leave out the headings that only lead to other pages: one link, with no text of their own under it.

    Where most headings of a text are links they are its own; where few are, those are teasers among them.
    """
    linked = [_leads_away(draft) for draft in drafts]
    tagged = sum(_is_tagged(draft) for draft in drafts)
    few = sum(linked) * 2 < tagged
    return [
        draft
        for at, draft in enumerate(drafts)
        if not (linked[at] and (few or not any(map(_has_text, drafts[at + 1 : at + 2]))))
    ]


def _leads_away(draft: Draft) -> bool:
    if not _is_tagged(draft) or not covered(draft.runs, "link"):
        return False
    return all("#" not in (mark.href or "") for run in draft.runs for mark in run.marks)


def _paragraph(draft: Draft) -> Draft:
    return replace(draft, kind="paragraph", level=None, guessed=False)


def _numbered(drafts: list[Draft]) -> list[Draft]:
    """Make headings of the lines that count the parts of a text: at least two, each with a text under it."""
    found = [at for at, draft in enumerate(drafts[:-1]) if _counts(draft) and _has_text(drafts[at + 1])]
    numbers = [_number(drafts[at].text) for at in found]
    opening = [at for at, number in zip(found, numbers, strict=True) if number is None or len(found) > 1]
    for at in opening:
        depth = (_number(drafts[at].text) or "").count(".")
        drafts[at] = replace(drafts[at], kind="heading", level=2 + depth, guessed=False)
    return drafts


def _counts(draft: Draft) -> bool:
    if draft.kind != "paragraph" or draft.word_list or len(draft.text) > 80 or not is_heading_text(draft.text):
        return False
    found = _NUMBERED.match(draft.text)
    if _PART.fullmatch(draft.text):
        return True
    return bool(found) and draft.text[found.end() :][:1].isupper() and len(draft.text.split()) <= 9 if found else False


def _number(text: str) -> str | None:
    found = _NUMBERED.match(text)
    return found.group("number") if found else None


def _has_text(draft: Draft) -> bool:
    return draft.kind in ("list", "quote", "table") or (draft.kind == "paragraph" and len(draft.text) > 60)


def _quietened(drafts: list[Draft]) -> list[Draft]:
    """Make paragraphs of bold lines that follow one another without a text between."""
    at = 0
    while at < len(drafts):
        end = at
        while end < len(drafts) and drafts[end].guessed:
            end += 1
        if end - at >= _SHOUTED:
            drafts[at:end] = [_paragraph(draft) for draft in drafts[at:end]]
        at = max(end, at + 1)
    return drafts
