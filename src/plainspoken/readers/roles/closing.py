"""What tells the words to the press that close a release under no heading: offers, cards with numbers, links."""

from __future__ import annotations

import re

from plainspoken.readers.draft import Draft
from plainspoken.readers.roles import wording
from plainspoken.readers.roles.endings import is_label
from plainspoken.readers.roles.place import Place
from plainspoken.readers.runs import words

_NEAR = 12  # blocks before the end, or before a heading of the last parts, that may close a release
_LONG = 400  # characters of an offer to the press: one sentence or two
_CARD = 90  # characters of a line with a name, a rank or a number
_ADDRESS = re.compile(r"(https?://|www\.)\S+|(?<![\w@.])[\w-]{2,}(\.[\w-]{2,})*\.[a-z]{2,6}/\S*", re.I)


def is_closing_contact(place: Place) -> bool:
    """Tell whether a paragraph at the end says how journalists reach the publisher, in words or as a card."""
    return _is_contact(place.draft) and _closes(place)


def is_closing_offer(place: Place) -> bool:
    """Tell whether a paragraph at the end offers pictures, footage, experts or interviews."""
    return _is_offer(place.draft) and _closes(place)


def is_closing_links(place: Place) -> bool:
    """Tell whether each line of a paragraph or list at the end is a web address, with a label or without."""
    return _is_links(place.draft) and _closes(place)


def _closes(place: Place) -> bool:
    """Tell whether nothing of the story follows: only such blocks, up to the end or to a part with a heading."""
    if place.late or place.part != "body":
        return False
    for number, draft in enumerate(place.following):
        named = (
            wording.role_of_heading(draft.text) if draft.kind == "heading" else wording.role_of_paragraph(draft.text)
        )
        if named or wording.is_end(draft.text) or is_label(draft, place.following[number + 1 :]):
            return True
        if number >= _NEAR or not (draft.kind == "figure" or _is_closing(draft)):
            return False
    return True


def _is_closing(draft: Draft) -> bool:
    return _is_contact(draft) or _is_offer(draft) or _is_links(draft) or wording.is_help(draft.text)


def _is_contact(draft: Draft) -> bool:
    text = draft.text
    if draft.kind not in ("paragraph", "list") or draft.said or len(text) > _LONG or not wording.has_address(text):
        return False
    if wording.names_help_number(text):
        return False
    if wording.is_media_contact(text) or wording.is_inquiry(text):
        return not wording.is_spoken(text)
    return draft.kind == "paragraph" and not wording.is_help(text) and _is_card(draft)


def _is_card(draft: Draft) -> bool:
    """Tell whether an address stands among short lines, the first of them a name: no sentences."""
    lines = [line.strip() for _, runs in draft.parts for line in words(runs).splitlines() if line.strip()]
    if len(lines) < 2 or any(len(line) > _CARD or line.endswith((".", "?", "!")) for line in lines):
        return False
    return not wording.has_address(lines[0]) and len(lines[0].split()) <= 8


def _is_offer(draft: Draft) -> bool:
    if draft.kind != "paragraph" or draft.said or not 15 < len(draft.text) < _LONG:
        return False
    text = draft.text
    return wording.offers_material(text) and not wording.is_spoken(text) and not wording.is_help(text)


def _is_links(draft: Draft) -> bool:
    if draft.kind not in ("paragraph", "list"):
        return False
    lines = [line.strip() for _, runs in draft.parts for line in words(runs).splitlines() if line.strip()]
    return bool(lines) and all(_is_link(line) for line in lines)


def _is_link(line: str) -> bool:
    """Tell whether a line is a web address, or a label of a few words before one."""
    may = len(line) < _LONG and ("/" in line or "www." in line.lower())
    found = _ADDRESS.search(line) if may else None
    if found is None or line[found.end() :].strip(" .)>"):
        return False
    label = line[: found.start()].strip(" (<")
    count = len(label.split())
    labelled = count <= 10 and label.endswith((":", "：", "–", "-", "—", "→"))
    return not label or labelled or (count <= 8 and wording.is_more(label))
