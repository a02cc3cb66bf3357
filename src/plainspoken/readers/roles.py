"""Which part of a release each block belongs to: headline, standfirst, dateline, lead, body, and what follows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainspoken.model import Role
from plainspoken.readers import dates, sentences, wording
from plainspoken.readers.draft import Draft
from plainspoken.readers.headline import key
from plainspoken.readers.looks import is_heading_text, plain_run
from plainspoken.readers.runs import Runs, covered, cut, strip, without, words

_STANDFIRST = re.compile(
    r"stand-?first|summary|(?<![a-z])intro(?![a-z])|introduction|lead-?(para|text|in)|(?<![a-z])lead(?![a-z])|"
    r"lede(?![a-z])|excerpt|abstract|"
    r"sub-?(title|head\w*)|(?<![a-z])de(k|ck)(?![a-z])|vorspann|teaser-?text|article-?teaser|cyflwyniad|chap(o|eau)|"
    r"entradilla|bajada|copete|field-summary|"
    r"strap-?line|ingress|preamble|sommario|occhiello|perex|zajawka|synopsis|(article|news|story)-?_*desc(ription)?|"
    r"(?<![a-z])description(?![a-z])|sapo",
    re.I,
)
_BYLINE = re.compile(
    r"\W*(by|von|par|por|di|da|text|words|autor(in)?|author|from|gan|reporter)\b[: ]\s*\S.{2,80}", re.I
)
_DATELINE = re.compile(r"\s*[-–—―]{1,2}\s+|\s*[:：]\s+")
_LAST: tuple[Role, ...] = ("notes", "contact", "boilerplate")


@dataclass(frozen=True, slots=True)
class Group:
    """A run of blocks with one role."""

    role: Role
    drafts: tuple[Draft, ...]


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
    at = _title_at(drafts, headline)
    title = drafts[at].runs if at is not None and key(drafts[at].text) == key(headline) else plain_run(headline)
    above = list(drafts[:at]) if at is not None else []
    rest = [draft for draft in drafts[(at + 1 if at is not None else 0) :] if key(draft.text) != key(headline)]
    rest = [*_pictures(above), *rest]
    embargo, rest = _embargo(above, rest)
    date, rest = _date([*above], rest, lang)
    groups = [Group("headline", (Draft("heading", (("", without(title, "strong")),), level=1),))] if headline else []
    groups += _opening(_without_kickers(rest), description, lang)
    return Outline(tuple(_helplines(groups)), embargo, date)


def _title_at(drafts: Sequence[Draft], headline: str) -> int | None:
    """Return which block is the headline; a heading may have a kicker before it."""
    name = key(headline)
    same = [number for number, draft in enumerate(drafts) if name and key(draft.text) == name]
    ends = [n for n, draft in enumerate(drafts) if name and draft.kind == "heading" and key(draft.text).endswith(name)]
    at = next(iter([*same, *ends]), None)
    before = sum(len(draft.text) for draft in drafts[:at] if draft.kind == "paragraph") if at else 0
    after = sum(len(draft.text) for draft in drafts[at or 0 :] if draft.kind == "paragraph")
    return at if before <= after else None


def _pictures(above: Sequence[Draft]) -> list[Draft]:
    """Return the figures with a caption right above the headline: they open the release."""
    return [draft for draft in above[-3:] if draft.kind == "figure" and dict(draft.parts).get("caption")]


def _embargo(above: list[Draft], below: list[Draft]) -> tuple[str | None, list[Draft]]:
    for draft in [*above, *below[:4]]:
        if wording.EMBARGO.match(draft.text) and len(draft.text) < 200:
            return draft.text, [other for other in below if other is not draft]
    return None, below


def _date(above: list[Draft], below: list[Draft], lang: str) -> tuple[str | None, list[Draft]]:
    """Return the date that a line beside the headline gives; such lines are no part of the text."""
    top = below[: _prose_at(below)]
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
    if wording.KICKER.fullmatch(text):
        return True
    if draft.kind == "list":
        return all(len(words(runs).split()) <= 6 for _, runs in draft.parts) and not _STANDFIRST.search(draft.hints)
    if draft.kind != "paragraph":
        return False
    return bool(_BYLINE.fullmatch(text) and len(text.split()) <= 14) or (
        len(text.split()) <= 6 and not _STANDFIRST.search(draft.hints)
    )


def _opening(drafts: list[Draft], description: str, lang: str) -> list[Group]:
    """Take standfirst, dateline and lead from the top; the figures between them stay before the lead."""
    figures: list[Draft] = []
    groups: list[Group] = []
    rest = list(drafts)
    while rest and rest[0].kind == "figure":
        figures.append(rest.pop(0))
    if rest and _is_standfirst(rest, description):
        groups.append(Group("standfirst", (_unstyled(rest.pop(0)),)))
    while rest and rest[0].kind == "figure":
        figures.append(rest.pop(0))
    if rest and rest[0].kind == "paragraph" and not wording.role_of_paragraph(rest[0].text):
        dateline, lead = _dateline(rest.pop(0), lang)
        groups += [Group("dateline", (dateline,))] if dateline else []
        groups.append(Group("lead", (*figures, lead)))
        figures = []
    return groups + _sections([*figures, *rest], lang)


def _is_standfirst(drafts: list[Draft], description: str) -> bool:
    draft, following = drafts[0], drafts[1:]
    if draft.kind not in ("paragraph", "heading", "list") or not following or len(draft.text) > 700:
        return False
    if wording.role_of_paragraph(draft.text) or wording.role_of_heading(draft.text) or draft.text.endswith(":"):
        return False
    if draft.kind == "heading":
        return _is_long_heading(draft, following)
    if _STANDFIRST.search(draft.hints) and not all(_STANDFIRST.search(other.hints) for other in following[:3]):
        return True
    if draft.kind == "list":
        return False
    if len(draft.text.split()) >= 6 and (covered(draft.runs, "strong") or covered(draft.runs, "emph")):
        return True
    return _is_description(draft, description) and draft.hints != following[0].hints


def _is_long_heading(draft: Draft, following: list[Draft]) -> bool:
    """A heading right under the headline sums up, if it is a sentence or no other heading is like it."""
    count = len(draft.text.split())
    if count >= 12 or (count >= 8 and draft.text.endswith(".")):
        return True
    later = [other for other in following if other.kind == "heading"]
    return count >= 6 and not any(other.level == draft.level and other.guessed == draft.guessed for other in later[:1])


def _is_description(draft: Draft, description: str) -> bool:
    own, other = key(draft.text), key(description)
    return bool(other) and (
        own == other or (len(other) >= 50 and own.startswith(other)) or (len(own) >= 50 and other.startswith(own))
    )


def _unstyled(draft: Draft) -> Draft:
    """Bold or italics over the whole standfirst is its dress, not emphasis."""
    runs = draft.runs
    for kind in ("strong", "emph"):
        if covered(runs, kind):
            runs = without(runs, kind)
    parts = draft.parts if draft.kind == "list" else (("", runs),)
    return replace(draft, kind="list" if draft.kind == "list" else "paragraph", level=None, guessed=False, parts=parts)


def _dateline(draft: Draft, lang: str) -> tuple[Draft | None, Draft]:
    """Part `LONDON, 4 March 2026 - Desmond left` into place and date, and the sentence."""
    text = words(draft.runs)
    found = _DATELINE.search(text[:90])
    if (
        not found
        or found.start() < 3
        or (not dates.find(text[: found.start()], lang) and not _is_place(text[: found.start()], found.group()))
    ):
        return None, draft
    place = text[: found.start()]
    day = dates.find(place, lang)
    beside = (place[: day.start] + place[day.end :]) if day else place
    if len(beside.split()) > 5 or re.search(r"[.!?]\s|\b(on|by|since|until)\b", beside):
        return None, draft
    front = strip(cut(draft.runs, 0, found.start()), " \n(")
    back = strip(cut(draft.runs, found.end(), len(text)))
    if len(words(back)) < 30:
        return None, draft
    return replace(draft, parts=(("", front),)), replace(draft, parts=(("", back),))


def _is_place(text: str, separator: str) -> bool:
    """A place alone is set in capitals: `WASHINGTON -`."""
    return (
        ":" not in separator
        and bool(re.fullmatch(r"[A-ZÀ-Þ][A-ZÀ-Þ .'-]{2,30}(, [A-Z][\w.]{1,20})?", text))
        and text.split(",")[0].isupper()
    )


def _sections(drafts: list[Draft], lang: str) -> list[Group]:
    groups: list[Group] = []
    current: list[Draft] = []
    role: Role = "body"
    ended = False

    def close(heading: Draft | None = None) -> None:
        """End the part, unless it is a bare title of the last parts with nothing of its own under it."""
        nonlocal current
        opens = bool(current and heading and (heading.level or 2) > (current[-1].level or 2))
        if any(draft.kind != "heading" for draft in current) or (current and (role == "body" or opens)):
            groups.append(Group(role, tuple(current)))
        current = []

    for number, draft in enumerate(drafts):
        if wording.END.fullmatch(draft.text):
            close()
            ended, role = True, "notes"
            continue
        for piece, piece_role in _told(draft, drafts[number + 1 :], role, ended, lang):
            bare = bool(current) and all(draft.kind == "heading" for draft in current)
            if piece.kind == "heading":
                close(piece)
            elif piece_role != role and not bare:
                close()
            role = piece_role
            current.append(piece)
    close()
    return groups


def _told(draft: Draft, following: list[Draft], role: Role, ended: bool, lang: str) -> list[tuple[Draft, Role]]:
    """Return a block with its role; in parts, where the last of them say how to reach the press."""
    text = draft.text
    last = role in _LAST
    if draft.kind == "heading" or _is_label(draft, following):
        heading = replace(draft, kind="heading", level=draft.level or 2, parts=(("", without(draft.runs, "strong")),))
        return [(heading, _heading_role(heading, following, ended or last))]
    label = wording.role_of_paragraph(text) if draft.kind == "paragraph" else None
    if label == "contact" and wording.has_address(text):
        return [(draft, "contact")]
    if label in ("notes", "boilerplate") and (label == "notes" or ended or last or covered(draft.runs[:1], "strong")):
        return _parted(draft, label, lang)
    return _parted(draft, role, lang) if role == "notes" else [(draft, role)]


def _is_label(draft: Draft, following: list[Draft]) -> bool:
    """A short line that names a part of the release opens it, whatever it looks like."""
    if draft.kind != "paragraph" or not following:
        return False
    text = draft.text.strip().rstrip(":")
    return (
        len(text) < 60
        and is_heading_text(text)
        and wording.role_of_heading(text) is not None
        and not wording.has_address(text)
    )


def _heading_role(heading: Draft, following: list[Draft], last: bool) -> Role:
    text = heading.text
    named = wording.role_of_heading(text)
    under = _under(heading, following)
    if named == "contact" and not last and not any(wording.has_address(draft.text) for draft in under):
        named = None
    if (
        named == "boilerplate"
        and not last
        and any(draft.kind == "heading" and wording.role_of_heading(draft.text) is None for draft in following)
    ):
        named = None
    if named == "helpline" and not any(
        wording.has_address(draft.text) or wording.is_help(draft.text) for draft in under
    ):
        named = None
    if named:
        return named
    if last:
        return "notes"
    helps = [draft for draft in under if wording.is_help(draft.text)]
    if helps and (wording.may_advise(text) or len(helps) == len(under)):
        return "helpline"
    return "body"


def _under(heading: Draft, following: list[Draft]) -> list[Draft]:
    under: list[Draft] = []
    for draft in following:
        if (
            draft.kind == "heading"
            or wording.END.fullmatch(draft.text)
            or _is_label(draft, following)
            or wording.role_of_paragraph(draft.text)
        ):
            break
        under.append(draft)
    return under


def _parted(draft: Draft, role: Role, lang: str) -> list[tuple[Draft, Role]]:
    """Part what tells journalists whom to call from the notes it stands among."""
    if draft.kind == "list":
        contacts = [part for part in draft.parts if wording.is_media_contact(words(part[1]), among_notes=True)]
        others = [part for part in draft.parts if part not in contacts]
        if not contacts or any("." in name for name, _ in draft.parts):
            return [(draft, role)]
        return ([(_relisted(draft, others), role)] if others else []) + [(_relisted(draft, contacts), "contact")]
    if draft.kind != "paragraph":
        return [(draft, role)]
    text = words(draft.runs)
    found = sentences.spans(text, lang)
    at = len(found)
    while at and wording.is_media_contact(text[slice(*found[at - 1])], among_notes=True):
        at -= 1
    if at == len(found):
        return [(draft, role)]
    if at == 0:
        return [(draft, "contact")]
    notes, contact = strip(cut(draft.runs, 0, found[at][0])), strip(cut(draft.runs, found[at][0], len(text)))
    return [(replace(draft, parts=(("", notes),)), role), (replace(draft, parts=(("", contact),)), "contact")]


def _relisted(draft: Draft, parts: Sequence[tuple[str, Runs]]) -> Draft:
    """Number the items anew; a single one is a paragraph."""
    if len(parts) == 1:
        return replace(draft, kind="paragraph", parts=(("", parts[0][1]),), ordered=False)
    return replace(draft, parts=tuple((f"i{number}", runs) for number, (_, runs) in enumerate(parts, 1)))


def _helplines(groups: list[Group]) -> list[Group]:
    """Make the last words of the story a part of their own where they say whom to call, if no heading does."""
    if any(group.role == "helpline" for group in groups):
        return groups
    story = [number for number, group in enumerate(groups) if group.role == "body"]
    if not story:
        return groups
    at = story[-1]
    drafts = list(groups[at].drafts)
    split = len(drafts)
    while split and drafts[split - 1].kind in ("paragraph", "list", "note") and wording.is_help(drafts[split - 1].text):
        split -= 1
    if split == len(drafts):
        return groups
    if all(draft.kind == "heading" for draft in drafts[:split]):
        return [*groups[:at], Group("helpline", tuple(drafts)), *groups[at + 1 :]]
    return [
        *groups[:at],
        Group("body", tuple(drafts[:split])),
        Group("helpline", tuple(drafts[split:])),
        *groups[at + 1 :],
    ]
