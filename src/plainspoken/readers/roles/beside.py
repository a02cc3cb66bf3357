"""The lines beside a release's text: the headline again, an embargo, a date, labels. They are no part of the text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plainspoken.readers import dates
from plainspoken.readers.draft import Draft
from plainspoken.readers.headline import key
from plainspoken.readers.looks import plain_run
from plainspoken.readers.roles import wording
from plainspoken.readers.roles.opening import is_marked
from plainspoken.readers.runs import Runs, without, words

_BELOW = 3  # blocks after the first of the text that may still be the date: it often stands under the standfirst


@dataclass(frozen=True, slots=True)
class Beside:
    """A release's headline and text, and what the lines beside them say."""

    title: Runs
    text: tuple[Draft, ...]
    embargo: str | None
    date: str | None


def part(drafts: Sequence[Draft], headline: str, lang: str) -> Beside:
    """Part the lines beside a release's text from the text."""
    name, keys = key(headline), [key(draft.text) for draft in drafts]
    at = _title_at(drafts, keys, name)
    title = drafts[at].runs if at is not None and keys[at] == name else plain_run(headline)
    above = list(drafts[:at]) if at is not None else []
    start = at + 1 if at is not None else 0
    rest = [draft for draft, own in zip(drafts[start:], keys[start:], strict=True) if own != name]
    rest = [*_pictures(above), *rest]
    embargo, rest = _embargo(above, rest)
    date, rest = _date([*above], rest, lang)
    return Beside(without(title, "strong"), tuple(_without_kickers(rest)), embargo, date)


def _title_at(drafts: Sequence[Draft], keys: Sequence[str], name: str) -> int | None:
    """Return which block is the headline, by the blocks' keys and its own; a heading may have a kicker before it."""
    same = [number for number, own in enumerate(keys) if name and own == name]
    ends = [n for n, own in enumerate(keys) if name and drafts[n].kind == "heading" and own.endswith(name)]
    at = next(iter([*same, *ends]), None)
    before = sum(len(draft.text) for draft in drafts[:at] if draft.kind == "paragraph") if at else 0
    after = sum(len(draft.text) for draft in drafts[at or 0 :] if draft.kind == "paragraph")
    return at if before <= after else None


def _pictures(above: Sequence[Draft]) -> list[Draft]:
    """Return the figures with a caption right above the headline: they open the release."""
    return [draft for draft in above[-3:] if draft.kind == "figure" and dict(draft.parts).get("caption")]


def _embargo(above: list[Draft], below: list[Draft]) -> tuple[str | None, list[Draft]]:
    for draft in [*above, *below[:4]]:
        if wording.is_embargo(draft.text):
            return draft.text, [other for other in below if other is not draft]
    return None, below


def _date(above: list[Draft], below: list[Draft], lang: str) -> tuple[str | None, list[Draft]]:
    """Return the date that a line beside the headline gives; such lines are no part of the text."""
    top = below[: _prose_at(below) + _BELOW]
    lines = [draft for draft in [*top, *above[-4:]] if draft.kind != "figure" and _is_dated(draft.text, lang)]
    found = next((stamp for draft in lines if (stamp := dates.parse(draft.text, lang))), None)
    return found, [draft for draft in below if not any(draft is line for line in lines)]


def _is_dated(text: str, lang: str) -> bool:
    return dates.is_date_line(text, lang) or dates.is_dated_label(text, lang)


def _prose_at(drafts: Sequence[Draft]) -> int:
    """Return where the text begins: at the first block that could be a sentence."""
    for number, draft in enumerate(drafts):
        if (
            draft.kind in ("paragraph", "quote")
            and len(draft.text) > 60
            and re.search(r"[.!?:…。؟।]['\"”’»]?\s*$", draft.text)
        ):
            return number
        if number > 12 or draft.kind == "table":
            return number
    return len(drafts)


def _without_kickers(drafts: list[Draft]) -> list[Draft]:
    """Drop the labels between headline and text: kind of release, author, section of the site."""
    top = _prose_at(drafts)
    if top == len(drafts):
        return drafts
    return [draft for number, draft in enumerate(drafts) if not (number < top and _is_kicker(draft))]


def _is_kicker(draft: Draft) -> bool:
    text = draft.text
    if wording.is_kicker(text):
        return True
    if draft.kind == "list":
        return all(len(words(runs).split()) <= 6 for _, runs in draft.parts) and not is_marked(draft)
    if draft.kind != "paragraph":
        return False
    return not is_marked(draft) and (wording.is_byline(text) or len(text.split()) <= 6)
