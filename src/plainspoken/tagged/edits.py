"""Small changes to the words of a sentence, under its markup."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainspoken.tagged.codes import Tagged


@dataclass(frozen=True, slots=True)
class Edit:
    """The characters `start` to `end` (its end excluded) become `text`."""

    start: int
    end: int
    text: str


def edited(sentence: Tagged, edits: Sequence[Edit]) -> Tagged:
    """Return the sentence with its words changed; a code stays round what its words became.

    Args:
        sentence: the sentence.
        edits: none over another.

    >>> edited(Tagged('say "a"'), [Edit(4, 5, "«"), Edit(6, 7, "»")]).text
    'say «a»'
    """
    text, moves = "", []
    at = 0
    for edit in sorted(edits, key=lambda one: one.start):
        text += sentence.text[at : edit.start] + edit.text
        moves.append((edit, len(edit.text) - (edit.end - edit.start)))
        at = edit.end

    def moved(place: int) -> int:
        """Return where a place went; one inside what changed goes to its end."""
        inside = next((edit for edit, _ in moves if edit.start < place < edit.end), None)
        place = inside.end if inside else place
        return place + sum(shift for edit, shift in moves if edit.end <= place and edit.start < place)

    codes = tuple(replace(code, start=moved(code.start), end=moved(code.end)) for code in sentence.codes)
    return Tagged(text + sentence.text[at:], codes)
