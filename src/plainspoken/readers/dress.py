"""Emphasis that means nothing: bold or italics over the whole of a block is its dress."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from plainspoken.readers.draft import Draft
from plainspoken.readers.roles import Group
from plainspoken.readers.runs import MarkKind, Runs, covered, without

_DRESS: tuple[MarkKind, ...] = ("strong", "emph")


def undressed(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return groups whose paragraphs, quotes, lists and captions keep only the emphasis that singles words out."""
    return tuple(replace(group, drafts=tuple(map(_plain, group.drafts))) for group in groups)


def _plain(draft: Draft) -> Draft:
    """Take off what all of a block wears; one bold item among others is singled out, all of them are not."""
    if draft.kind == "table":
        return draft
    if draft.kind == "figure":
        return replace(draft, parts=tuple((name, _bare(runs)) for name, runs in draft.parts))
    worn = [kind for kind in _DRESS if all(covered(runs, kind) for _, runs in draft.parts)]
    for kind in worn:
        draft = replace(draft, parts=tuple((name, without(runs, kind)) for name, runs in draft.parts))
    return draft


def _bare(runs: Runs) -> Runs:
    for kind in _DRESS:
        runs = without(runs, kind) if covered(runs, kind) else runs
    return runs
