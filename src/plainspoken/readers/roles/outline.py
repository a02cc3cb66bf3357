"""A release's blocks in the order they are read, each with its role and the rule that gave it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from plainspoken.model import Role
from plainspoken.readers.draft import Draft
from plainspoken.readers.roles import beside, opening, wording
from plainspoken.readers.roles.endings import AHEAD, is_end, is_label, pieces
from plainspoken.readers.roles.place import LAST, Place
from plainspoken.readers.roles.rules import BARE, BODY, DATELINE, HEADLINE, LEAD, Rule, decide
from plainspoken.readers.runs import without


@dataclass(frozen=True, slots=True)
class Told:
    """A block, its role, and the rule that gave it."""

    draft: Draft
    role: Role
    rule: Rule


@dataclass(frozen=True, slots=True)
class Group:
    """A run of blocks with one role, and the rule of each."""

    role: Role
    drafts: tuple[Draft, ...]
    rules: tuple[Rule, ...] = ()


@dataclass(frozen=True, slots=True)
class Outline:
    """The parts of a release, and what lines beside its text say: an embargo, a date."""

    groups: tuple[Group, ...]
    embargo: str | None = None
    date: str | None = None


def outline(drafts: Sequence[Draft], headline: str, description: str, lang: str) -> Outline:
    """Return the drafts in groups by role, in reading order.

    Args:
        drafts: the article's blocks.
        headline: the headline's words; where a block repeats them, it is the headline.
        description: the page's summary of itself: the standfirst often says the same.
        lang: the page's language.
    """
    parted = beside.part(drafts, headline, lang)
    page = Place(Draft("paragraph", ()), headline=headline, description=description, lang=lang)
    title = [Told(Draft("heading", (("", parted.title),), level=1), "headline", HEADLINE)] if headline else []
    first, rest = _opening(parted.text, page)
    told = [*title, *first, *_story(rest, replace(page, opening=not any(one.rule is LEAD for one in first)))]
    return Outline(tuple(_groups(told)), parted.embargo, parted.date)


def _opening(drafts: Sequence[Draft], page: Place) -> tuple[list[Told], list[Draft]]:
    """Take standfirst, dateline and lead from the top; the pictures between them stay before the lead."""
    rest = list(drafts)
    marked = opening.marked_at(rest)
    if marked:
        rest.insert(0, rest.pop(marked))
    told: list[Told] = []
    figures = _pictures(rest)
    if rest and (rule := decide(replace(page, draft=rest[0], following=rest[1:], top=True))).role == "standfirst":
        told.append(Told(opening.undressed(rest.pop(0)), rule.role, rule))
    figures += _pictures(rest)
    if told and len(rest) > 1 and rest[0].kind == "list" and rest[1].kind == "paragraph":
        told.append(Told(rest.pop(0), "body", BODY))  # a box of main points, between the summary and the text
    place = replace(page, draft=rest[0], following=rest[1:], opening=True) if rest else None
    if place is None or not opening.is_lead(place):
        return told, [*figures, *rest]
    lead = rest.pop(0)
    if parted := opening.dateline(lead, page.lang):
        told.append(Told(parted[0], "dateline", DATELINE))
        lead = parted[1]
    above = [Told(figure, "lead", decide(replace(place, draft=figure, following=[lead]))) for figure in figures]
    return [*told, *above, Told(lead, "lead", LEAD)], rest


def _pictures(rest: list[Draft]) -> list[Draft]:
    """Take the pictures from the top."""
    taken: list[Draft] = []
    while rest and rest[0].kind == "figure":
        taken.append(rest.pop(0))
    return taken


def _story(drafts: Sequence[Draft], page: Place) -> Iterator[Told | None]:
    """Yield each block with its role; None where an end mark parts what is before from what is after."""
    part: Role = "body"
    ended = False
    for number, draft in enumerate(drafts):
        following = drafts[number + 1 : number + 2 + AHEAD]
        if wording.is_end(draft.text):
            part, ended = ("notes", True) if is_end(drafts, number) else (part, ended)
            yield None
            continue
        if draft.kind == "heading" or is_label(draft, following):
            draft = _heading(draft)
        for piece in pieces(draft, part, page.lang):
            rule = decide(replace(page, draft=piece, following=following, part=part, ended=ended, opening=False))
            part = rule.role if rule.opens else part
            ended = ended or part in LAST
            yield Told(piece, rule.role, rule)


def _heading(draft: Draft) -> Draft:
    parts = (("", without(draft.runs, "strong")),)
    return replace(draft, kind="heading", level=draft.level or 2, parts=parts)


def _groups(told: Iterable[Told | None]) -> Iterator[Group]:
    """Yield the blocks in groups: a heading opens one, and so does another role."""
    current: list[Told] = []
    for one in told:
        if current and (one is None or _parts(current, one)):
            yield from _group(current, one)
            current = []
        if one is not None:
            current.append(one)
    yield from _group(current, None)


def _parts(current: Sequence[Told], one: Told) -> bool:
    if one.draft.kind == "heading" and one.role != "headline":
        return True
    return one.role != current[-1].role and not _is_bare(current)


def _is_bare(current: Sequence[Told]) -> bool:
    """Tell whether there is nothing but headings, and they name one of the last parts."""
    return all(one.draft.kind == "heading" for one in current) and current[0].role not in ("headline", "standfirst")


def _group(current: Sequence[Told], following: Told | None) -> Iterator[Group]:
    """Yield a group, unless it is a bare title of the last parts with nothing of its own under it."""
    if not current:
        return
    role = current[-1].role
    opens = following is not None and (following.draft.level or 2) > (current[-1].draft.level or 2)
    if _is_bare(current) and role != "body" and not opens:
        return
    rules = tuple(one.rule if one.role == role else replace(BARE, role=role) for one in current)
    yield Group(role, tuple(one.draft for one in current), rules)
