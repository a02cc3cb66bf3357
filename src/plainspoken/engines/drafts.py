"""Joining drafts: those of a text's parts, and those of two translations, one after the other."""

from __future__ import annotations

import math
from collections.abc import Sequence

from plainspoken.engines.attention import compose, words
from plainspoken.engines.protocols import Draft, Link


def together(parts: Sequence[tuple[int, Draft]], between: str) -> Draft:
    """Join the drafts of a text's parts, each with the place where its part starts."""
    if len(parts) == 1:
        return parts[0][1]
    links: list[Link] | None = []
    text = ""
    for at, draft in parts:
        text += between if text else ""
        links = None if links is None or draft.alignment is None else links + _shifted(draft.alignment, at, len(text))
        text += draft.text
    drafts = [draft for _, draft in parts]
    unknown = dict.fromkeys(word for draft in drafts for word in draft.unknown)
    return Draft(text, _mean(drafts), None if links is None else tuple(links), tuple(unknown))


def chained(text: str, before: Draft, after: Draft) -> Draft:
    """Return two translations, one after the other, as one from `text`; either can spoil it, so scores multiply."""
    linked = before.alignment is not None and after.alignment is not None
    return Draft(
        after.text,
        before.score * after.score if before.score is not None and after.score is not None else None,
        compose(before.alignment or (), after.alignment or ()) if linked else None,
        tuple(dict.fromkeys((*before.unknown, *(word for word in after.unknown if word in text)))),
    )


def copied(text: str, score: float = 1.0) -> Draft:
    """Return a text as its own translation, each word linked to itself."""
    return Draft(text, score, tuple(Link(*span, *span) for span in words(text)))


def _shifted(links: Sequence[Link], source: int, target: int) -> list[Link]:
    return [
        Link(one.source_start + source, one.source_end + source, one.target_start + target, one.target_end + target)
        for one in links
    ]


def _mean(drafts: Sequence[Draft]) -> float | None:
    """Return the geometric mean of scores, weighted by the length of what they are about; None if there is none."""
    if all(draft.score is None for draft in drafts):
        return None
    if any(draft.score == 0.0 for draft in drafts):
        return 0.0
    weighed = [(math.log(draft.score), len(draft.text)) for draft in drafts if draft.score]
    return math.exp(sum(log * size for log, size in weighed) / (sum(size for _, size in weighed) or 1))
