"""Ties: which easy sentences may only get in together, and which must get in, so that none misleads alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from plainspoken.claims import statuses, word_count
from plainspoken.model import Segment
from plainspoken.stages.frame import LEGAL, Piece, Question

LONGEST = 15
_CONTRASTS = -10_000


@dataclass(frozen=True, slots=True)
class Telling:
    """A sentence that may stand in the easy-read edition.

    Attributes:
        text: its words.
        rule: the rule or template that made it.
        origin: the sentence of the release that it says.
        question: the heading it belongs under.
        rank: how soon it is chosen; 0 must get in.
        after: the number of the draft that it makes no sense without.
        group: drafts with the same number are chosen together or not at all.
    """

    text: str
    rule: str
    origin: Segment
    question: Question
    rank: int
    after: int | None = None
    group: int | None = None


def tie(drafts: Sequence[Telling], pieces: Sequence[Piece]) -> tuple[Telling, ...]:
    """Return the drafts, each tied to what it must not stand without; those that name a legal status must get in."""
    return tuple(_with_statuses(_with_contrasts(_with_conditions(drafts, pieces)), pieces))


def _with_conditions(drafts: Sequence[Telling], pieces: Sequence[Piece]) -> list[Telling]:
    """Tie "Call 111 first" to every draft of the sentence before it."""
    led = {piece.segment.id: before.segment.id for before, piece in pairwise(pieces) if piece.led}
    tied = list(drafts)
    for number, one in enumerate(drafts):
        before = led.get(one.origin.id)
        if before is None or (number and drafts[number - 1].origin.id == one.origin.id):
            continue
        needed = [place for place in range(number) if drafts[place].origin.id == before]
        for place, nearest in zip(needed[1:], needed, strict=False):
            tied[place] = replace(tied[place], after=nearest)
        if needed:
            tied[number] = replace(one, after=needed[-1])
    return tied


def _with_contrasts(drafts: Sequence[Telling]) -> list[Telling]:
    """Tie "But ..." and what it stands against: half of it would say the contrary."""
    tied = list(drafts)
    for number, one in enumerate(drafts[1:], start=1):
        opens = one.text.partition(" said: “")[2] or one.text
        if opens.startswith("But ") and drafts[number - 1].origin.id == one.origin.id:
            known = tied[number - 1].group
            group = _CONTRASTS - number if known is None else known
            rank = min(one.rank, tied[number - 1].rank)
            tied[number - 1] = replace(tied[number - 1], group=group, rank=rank)
            tied[number] = replace(one, group=group, rank=rank)
    return tied


def _with_statuses(drafts: Sequence[Telling], pieces: Sequence[Piece]) -> Iterator[Telling]:
    named = {status: None for piece in pieces if piece.part != "quote" for status in _legal(piece.segment.text)}
    must: set[int] = set()
    for status in named:
        saying = [number for number, one in enumerate(drafts) if one.rule != "quote" and status in _legal(one.text)]
        if saying and must.isdisjoint(saying):
            must.add(min(saying, key=lambda number: (word_count(drafts[number].text) > LONGEST, number)))
    for number, one in enumerate(drafts):
        yield replace(one, rank=0) if number in must else one


def _legal(text: str) -> list[str]:
    return sorted(statuses(text) & LEGAL)
