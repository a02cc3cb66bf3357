"""What tells the parts after the story: notes to editors, media contacts, the publisher's own words about itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import islice

from plainspoken.model import Role
from plainspoken.readers import sentences
from plainspoken.readers.draft import Draft
from plainspoken.readers.looks import is_heading_text
from plainspoken.readers.roles import wording
from plainspoken.readers.roles.place import Place
from plainspoken.readers.runs import Runs, covered, cut, strip, words

AHEAD = 60  # blocks that are looked at ahead: a longer part than any, and few enough on a page that is all headings

_PROSE = 100  # characters of a paragraph that tells something
_STORY = 3  # such paragraphs after the press office's label, and the story goes on
_SHORT = 8  # blocks that may stand under a mere `Notes`


def is_label(draft: Draft, following: Sequence[Draft]) -> bool:
    """Tell whether a short line names a part of the release and opens it, whatever it looks like."""
    if draft.kind != "paragraph" or not following:
        return False
    text = draft.text.strip().rstrip(":：")
    text = text.rstrip(".") if covered(draft.runs, "strong") else text
    return (
        len(text) < 60
        and is_heading_text(text)
        and wording.role_of_heading(text) is not None
        and not wording.has_address(text)
    )


def is_end(drafts: Sequence[Draft], at: int) -> bool:
    """Tell whether the story ends at a block: a word says so, or a row of signs with less text below it than above."""
    mark = drafts[at].text
    if not wording.is_end(mark):
        return False
    if any(char.isalnum() for char in mark):
        return True
    below = drafts[at + 1 :]
    if len([*islice((draft for draft in drafts if draft.text == mark), 3)]) > 2:
        return False  # stars between the scenes of a tale
    if "*" in mark and not any(_is_last(draft) for draft in below[:AHEAD]):
        return False
    return "#" in mark or _length(below) <= _length(drafts[:at])


def _is_last(draft: Draft) -> bool:
    role = wording.role_of_heading(draft.text) or wording.role_of_paragraph(draft.text)
    return role is not None or wording.has_address(draft.text)


def _length(drafts: Sequence[Draft]) -> int:
    return sum(len(draft.text) for draft in drafts)


def under(following: Sequence[Draft]) -> list[Draft]:
    """Return the blocks under a heading: up to the next heading, label or end mark."""
    found: list[Draft] = []
    for number, draft in enumerate(following[:AHEAD]):
        if (
            draft.kind == "heading"
            or wording.is_end(draft.text)
            or is_label(draft, following[number + 1 :])
            or wording.role_of_paragraph(draft.text)
        ):
            break
        found.append(draft)
    return found


def is_notes_heading(place: Place) -> bool:
    """Tell whether a heading names the notes to editors; a mere `Notes` does where the story is over."""
    return _names(place, "notes") and _ends_story(place)


def is_contact_heading(place: Place) -> bool:
    """Tell whether a heading names the press office; before the end of the story only where an address follows."""
    if not _names(place, "contact"):
        return False
    below = under(place.following) or under(place.following[1:])
    if not any(wording.has_address(draft.text) for draft in below):
        return place.late
    return place.late or wording.is_for_media(place.draft.text) or not any(wording.is_help(one.text) for one in below)


def is_about_heading(place: Place) -> bool:
    """Tell whether a heading is about the publisher; before the end of the story, no heading of the story follows."""
    if not _names(place, "boilerplate"):
        return False
    return place.late or _ends(place)


def _ends(place: Place) -> bool:
    return not any(_is_story(draft) for draft in place.following[:AHEAD])


def _ends_story(place: Place) -> bool:
    if wording.is_background(place.draft.text.split(":")[0]):
        return place.late
    if place.late or not wording.is_loose(place.draft.text):
        return True
    return len(place.following) <= _SHORT and not any(_is_story(draft) for draft in place.following)


def _is_story(draft: Draft) -> bool:
    """Tell whether the story goes on at a block: an end mark, or a heading that names no part."""
    return wording.is_end(draft.text) or (draft.kind == "heading" and wording.role_of_heading(draft.text) is None)


def is_late_heading(place: Place) -> bool:
    """Tell whether a heading that names no part stands after the story."""
    return place.late and place.draft.kind == "heading"


def is_contact_label(place: Place) -> bool:
    """Tell whether a paragraph opens with the press office's label and gives an address."""
    draft = place.draft
    labelled = draft.kind == "paragraph" and wording.role_of_paragraph(draft.text) == "contact"
    return labelled and wording.has_address(draft.text)


def is_contact_aside(place: Place) -> bool:
    """Tell whether the press office's label stands above the story or in it: several long paragraphs follow."""
    if place.late or not is_contact_label(place):
        return False
    prose = 0
    for draft in place.following[:AHEAD]:
        if wording.is_end(draft.text) or wording.role_of_paragraph(draft.text) or wording.role_of_heading(draft.text):
            break
        prose += draft.kind in ("paragraph", "quote") and len(draft.text) > _PROSE
    return prose >= _STORY


def is_notes_label(place: Place) -> bool:
    """Tell whether a paragraph opens with `Notes to editors:`; a mere `Note:` does where the story is over."""
    labelled = place.draft.kind == "paragraph" and wording.role_of_paragraph(place.draft.text) == "notes"
    return labelled and _ends_story(place)


def is_about_label(place: Place) -> bool:
    """Tell whether a paragraph opens with `About us:`, after the story or in bold."""
    draft = place.draft
    if draft.kind != "paragraph":
        return False
    if wording.role_of_paragraph(draft.text) == "boilerplate":
        return place.late or covered(draft.runs[:1], "strong")
    return covered(draft.runs[:1], "strong") and _opens_about(draft) and _ends(place)


def _opens_about(draft: Draft) -> bool:
    """Tell whether the first words are bold, name the publisher, and a dash or nothing parts them from the rest."""
    name = draft.runs[0].text.strip(" –—-:")
    return 5 < len(name) < 80 and wording.role_of_heading(name) == "boilerplate"


def is_press_number(place: Place) -> bool:
    """Tell whether a block of the notes says, all of it, how journalists reach the publisher."""
    if place.part != "notes":
        return False
    draft = place.draft
    if draft.kind == "list":
        return all(wording.is_media_contact(words(runs), among_notes=True) for _, runs in draft.parts)
    return (
        draft.kind == "paragraph" and len(draft.text) < 400 and wording.is_media_contact(draft.text, among_notes=True)
    )


def pieces(draft: Draft, part: Role, lang: str) -> list[Draft]:
    """Part what says how to reach the press from the notes: last items of a list, last words of a note in one block."""
    if draft.kind == "list" and part == "notes":
        return _items_apart(draft)
    if draft.kind == "paragraph" and wording.role_of_paragraph(draft.text) == "notes":
        return _words_apart(draft, lang)
    return [draft]


def _items_apart(draft: Draft) -> list[Draft]:
    at = len(draft.parts)
    while at and wording.is_media_contact(words(draft.parts[at - 1][1]), among_notes=True):
        at -= 1
    if at in (0, len(draft.parts)) or any("." in name for name, _ in draft.parts):
        return [draft]
    return [replace(draft, parts=draft.parts[:at]), _relisted(draft, draft.parts[at:])]


def _relisted(draft: Draft, parts: Sequence[tuple[str, Runs]]) -> Draft:
    """Number the items anew; a single one is a paragraph."""
    if len(parts) == 1:
        return replace(draft, kind="paragraph", parts=(("", parts[0][1]),), ordered=False)
    return replace(draft, parts=tuple((f"i{number}", runs) for number, (_, runs) in enumerate(parts, 1)))


def _words_apart(draft: Draft, lang: str) -> list[Draft]:
    text = words(draft.runs)
    found = sentences.spans(text, lang)
    at = len(found)
    while at and wording.is_media_contact(text[slice(*found[at - 1])], among_notes=True):
        at -= 1
    if at in (0, len(found)):
        return [draft]
    cuts = ((0, found[at][0]), (found[at][0], len(text)))
    return [replace(draft, parts=(("", strip(cut(draft.runs, *ends))),)) for ends in cuts]


def goes_on(part: Role, place: Place) -> bool:
    """Tell whether a block stands in a part that has begun above it."""
    return place.part == part


def _names(place: Place, role: Role) -> bool:
    return place.draft.kind == "heading" and wording.role_of_heading(place.draft.text) == role
