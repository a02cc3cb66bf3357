"""What tells the parts above the story: headline, standfirst, dateline, lead."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from plainspoken.readers import dates
from plainspoken.readers.draft import Draft
from plainspoken.readers.headline import key
from plainspoken.readers.roles import wording
from plainspoken.readers.roles.place import Place
from plainspoken.readers.runs import covered, cut, strip, without, words

_STANDFIRST = re.compile(
    r"stand-?first|summary|(?<![a-z])intro(?![a-z])|introduction|lead-?(para|text|in(?![a-z]))|(?<![a-z])lead(?![a-z])|"
    r"lede(?![a-z])|excerpt|abstract|"
    r"sub-?(title|head\w*)|(?<![a-z])de(k|ck)(?![a-z])|vorspann|teaser-?text|article-?teaser|cyflwyniad|chap(o|eau)|"
    r"entradilla|bajada|copete|field-summary|"
    r"strap-?line|ingress|preamble|sommario|occhiello|perex|zajawka|synopsis|(article|news|story)-?_*desc(ription)?|(?<![a-z])sub(?![a-z])|"
    r"(?<![a-z])description(?![a-z])|sapo|(?-i:(?<=[a-z])(Dek|Standfirst|Lede|Ingress)(?![a-z]))",
    re.I,
)
# Class names of CSS frameworks for heavier or larger text (Tailwind, Bootstrap, Bulma, WordPress).
_HEAVIER = re.compile(
    r"(?<![\w:-])(font-(medium|semibold|bold|extrabold|black)|fw-(medium|semibold|bold|bolder)|text-(lg|[2-4]?xl)|fs-[1-5]|"
    r"is-size-[1-4]|has-(medium|large|x-large)-font-size)(?![\w-])"
)
_DROP_CAP = re.compile(r"drop-?_?cap", re.I)
_CAPTION = re.compile(r"caption|(?<![a-z])credits?(?![a-z])", re.I)
_DATELINE = re.compile(r"\s*[-–—―]{1,2}\s+|\s*[:：]\s+")
# A dateline may leave out the year: which one it is doesn’t matter there, and a leap year has every day.
_ANY_YEAR = date(2024, 7, 1)
_SPANNED = 400  # characters of running text that a standfirst may stand below: a kicker, a caption, no story


def repeats_headline(place: Place) -> bool:
    """Tell whether a block says what the page's headline says."""
    return bool(place.headline) and key(place.draft.text) == key(place.headline)


def is_marked_standfirst(place: Place) -> bool:
    """Tell whether the page itself marks a block as its summary, and not all blocks that follow."""
    draft = place.draft
    if not place.top or not _can_sum_up(place) or (draft.kind == "heading" and len(draft.text.split()) < 6):
        return False
    return is_marked(draft) and not all(is_marked(other) for other in place.following[:3])


def is_summary_heading(place: Place) -> bool:
    """Tell whether a heading right under the headline sums up: a sentence, or no other heading is like it."""
    draft = place.draft
    if not place.top or not _can_sum_up(place) or draft.kind != "heading":
        return False
    count = len(draft.text.split())
    if count >= 12 or (count >= 8 and draft.text.endswith(".")):
        return True
    later = [other for other in place.following if other.kind == "heading"]
    return count >= 6 and not any(other.level == draft.level and other.guessed == draft.guessed for other in later[:1])


def is_dressed_standfirst(place: Place) -> bool:
    """Tell whether a first paragraph is bold or in italics as a whole, by its marks or by its class names."""
    draft = place.draft
    if not place.top or not _can_sum_up(place) or draft.kind != "paragraph" or len(draft.text.split()) < 6:
        return False
    return covered(draft.runs, "strong") or covered(draft.runs, "emph") or _is_heavier(place)


def _is_heavier(place: Place) -> bool:
    """Tell whether class names make a paragraph heavier or larger than the next three."""
    below = [other for other in place.following if other.kind == "paragraph"][:3]
    own = {found.group() for found in _HEAVIER.finditer(place.draft.hints)}
    others = {found.group() for other in below for found in _HEAVIER.finditer(other.hints)}
    return len(below) == 3 and bool(own - others)


def is_described_standfirst(place: Place) -> bool:
    """Tell whether a first paragraph says what the page's description says, and is set apart from those below."""
    draft = place.draft
    if not place.top or not _can_sum_up(place) or draft.kind != "paragraph":
        return False
    return _is_description(draft, place.description) and draft.hints != place.following[0].hints


def is_apart_standfirst(place: Place) -> bool:
    """Tell whether a first paragraph stands outside the element that holds all the paragraphs below."""
    draft = place.draft
    if not place.top or not _can_sum_up(place) or draft.kind != "paragraph" or len(draft.text.split()) < 6:
        return False
    below = [set(other.hints.split()) for other in place.following if other.kind == "paragraph"][:4]
    own = set(draft.hints.split())
    return len(below) >= 3 and bool(own) and bool(set.intersection(*below) - own)


def is_summary_list(place: Place) -> bool:
    """Tell whether a list of sentences stands between the headline and the first paragraph."""
    draft = place.draft
    if not place.top or draft.kind != "list" or not _can_sum_up(place) or place.following[0].kind != "paragraph":
        return False
    items = [words(runs) for _, runs in draft.parts]
    return 2 <= len(items) <= 6 and all(5 <= len(item.split()) <= 40 for item in items)


def is_dateline(place: Place) -> bool:
    """Tell whether the first paragraph opens with a place and a date, or a place in capitals, before a dash."""
    return place.opening and place.draft.kind == "paragraph" and dateline(place.draft, place.lang) is not None


def is_lead(place: Place) -> bool:
    """Tell whether a block is the first paragraph of the story."""
    return place.opening and place.draft.kind == "paragraph" and not wording.role_of_paragraph(place.draft.text)


def is_lead_picture(place: Place) -> bool:
    """Tell whether a picture stands above the first paragraph of the story."""
    if not place.opening or place.draft.kind != "figure":
        return False
    first = next((other for other in place.following if other.kind != "figure"), None)
    return first is not None and is_lead(replace(place, draft=first))


def marked_at(drafts: Sequence[Draft]) -> int | None:
    """Return where the block stands that the page marks as its summary, among the first blocks."""
    spanned = 0
    for at, draft in enumerate(drafts[:6]):
        if is_marked_standfirst(Place(draft, drafts[at + 1 :], top=True)):
            return at
        if draft.kind not in ("paragraph", "figure") or wording.role_of_paragraph(draft.text):
            return None
        spanned += 0 if draft.kind == "figure" or _CAPTION.search(draft.hints) else len(draft.text)
        if spanned > _SPANNED:
            return None
    return None


def is_marked(draft: Draft) -> bool:
    """Tell whether the class names of a block say that it is a summary."""
    return bool(_STANDFIRST.search(draft.hints)) and not _DROP_CAP.search(draft.hints)


def undressed(draft: Draft) -> Draft:
    """Return a standfirst without bold or italics over the whole of it: its dress, not emphasis."""
    runs = draft.runs
    for kind in ("strong", "emph"):
        if covered(runs, kind):
            runs = without(runs, kind)
    parts = draft.parts if draft.kind == "list" else (("", runs),)
    return replace(draft, kind="list" if draft.kind == "list" else "paragraph", level=None, guessed=False, parts=parts)


def dateline(draft: Draft, lang: str) -> tuple[Draft, Draft] | None:
    """Part `LONDON, 4 March 2026 - Desmond left` into place and date, and the sentence; None where there is none."""
    text = words(draft.runs)
    found = _DATELINE.search(text[:90])
    if not found or found.start() < 3:
        return None
    place = text[: found.start()]
    day = dates.find(place, lang, _ANY_YEAR)
    if not day and not _is_place(place, found.group()):
        return None
    beside = (place[: day.start] + place[day.end :]) if day else place
    if len(beside.split()) > 5 or re.search(r"[.!?]\s+\w|\b(on|by|since|until)\b", beside):
        return None
    front = strip(cut(draft.runs, 0, found.start()), " \n(")
    back = strip(cut(draft.runs, found.end(), len(text)))
    if len(words(back)) < 30:
        return None
    return replace(draft, parts=(("", front),)), replace(draft, parts=(("", back),))


def _can_sum_up(place: Place) -> bool:
    draft = place.draft
    if draft.kind not in ("paragraph", "heading", "list") or not place.following or len(draft.text) > 700:
        return False
    return not (
        wording.role_of_paragraph(draft.text) or wording.role_of_heading(draft.text) or draft.text.endswith(":")
    )


def _is_description(draft: Draft, description: str) -> bool:
    own, other = key(draft.text), key(description)
    return bool(other) and (
        own == other or (len(other) >= 50 and own.startswith(other)) or (len(own) >= 50 and other.startswith(own))
    )


def _is_place(text: str, separator: str) -> bool:
    """A place alone is set in capitals: `WASHINGTON -`; or an agency stands behind it: `Bonn (ots) -`."""
    if re.fullmatch(r"[A-ZÀ-Þ][\w.' -]{1,40} \([A-Za-z/-]{2,12}\)", text):
        return bool(re.search("[-–—―]", separator))
    return (
        ":" not in separator
        and bool(re.fullmatch(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}(, [A-Z][\w.]{1,20})?", text))
        and text.split(",")[0].isupper()
    )
