"""What tells where people who need help can turn: a number to call, a text line, an address, a chat."""

from __future__ import annotations

from plainspoken.readers.draft import Draft
from plainspoken.readers.roles import wording
from plainspoken.readers.roles.endings import under
from plainspoken.readers.roles.place import Place
from plainspoken.readers.runs import words


def is_helpline_heading(place: Place) -> bool:
    """Tell whether a heading names help, and an address follows."""
    if place.draft.kind != "heading" or wording.role_of_heading(place.draft.text) != "helpline":
        return False
    return any(wording.has_address(draft.text) or _helps(draft) for draft in under(place.following))


def is_advice_heading(place: Place) -> bool:
    """Tell whether a heading stands over numbers to call: over nothing else, or with words of advice."""
    if place.draft.kind != "heading" or place.late:
        return False
    found = under(place.following)
    if wording.may_advise(place.draft.text):
        return any(map(_helps, found))
    return bool(found) and all(map(_helps, found))


def goes_on(place: Place) -> bool:
    """Tell whether a block stands under a heading over help."""
    return place.part == "helpline" and place.draft.kind != "heading"


def is_help_line(place: Place) -> bool:
    """Tell whether a block of the story says whom to call."""
    return not place.late and _can_help(place.draft) and _says_whom(place.draft)


def _says_whom(draft: Draft) -> bool:
    """Tell whether a text, or an item of a list by itself, says whom to call."""
    if draft.kind == "list":
        return any(wording.is_help(words(runs)) for _, runs in draft.parts)
    return wording.is_help(draft.text)


def introduces_help(place: Place) -> bool:
    """Tell whether a line that ends in a colon stands over a list of numbers to call."""
    draft = place.draft
    if place.late or draft.kind != "paragraph" or not draft.text.endswith((":", "：")) or not place.following:
        return False
    first = place.following[0]
    return _helps(first) and first.kind == "list"


def _helps(draft: Draft) -> bool:
    """Tell whether a block under a heading names whom to call, in a sentence or as a line of a directory."""
    if draft.kind == "table":
        return _is_directory(draft)
    if not _can_help(draft):
        return False
    lines = (line for _, runs in draft.parts for line in words(runs).splitlines())
    return _says_whom(draft) or any(wording.is_entry(line) for line in lines)


def _is_directory(draft: Draft) -> bool:
    """Tell whether most rows of a table have a cell that is a help number, and one of these is longer than 999."""
    cells = [words(runs) for name, runs in draft.parts if name.startswith("r")]
    numbers = [cell for cell in cells if cell[:1].isdigit() and wording.is_entry(cell)]
    return len(numbers) * 2 >= (draft.shape or (0, 0))[0] and any(len(number) > 5 for number in numbers)


def _can_help(draft: Draft) -> bool:
    return draft.kind in ("paragraph", "list", "note")
