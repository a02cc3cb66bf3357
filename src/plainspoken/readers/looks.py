"""What a line is by its looks: a heading in bold, an item with a typed bullet, a paragraph after a line break."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby

from plainspoken.readers import dates
from plainspoken.readers.draft import Draft
from plainspoken.readers.headline import key
from plainspoken.readers.runs import Run, Runs, covered, cut, joined, lines, strip, words

_BULLET = re.compile(r"[•·●▪◦‣∙■□➢➤►✓✔\uf0b7\uf0a7\uf0d8]\s*(?=\S)")
_DASH = re.compile(r"[-–—*o]\s+(?=\S)")
_NUMBER = re.compile(r"\(?(\d{1,2})[.)]\s+(?=\S)")
_ENDED = re.compile(r"[.!?…。؟۔।።]['\"”’»)]*$")
_PLAIN_END = re.compile(r"[.,;!…。۔।።]['\"”’»)]*$")
_ADDRESS = re.compile(r"@|https?://|www\.|\d{5,}|\d[\d ()-]{7,}\d")


def paragraphs(runs: Runs, headline: str, lang: str, *, hints: str = "", word_list: bool = False) -> Iterator[Draft]:
    """Yield the paragraphs of a text that is cut by line breaks; what looks like a heading is one.

    Two breaks in a row always part paragraphs. One break does after a sentence, and round a line that stands for
    itself: a bullet, a number, a bold line, a date, the headline (`headline`, as `key` gives it).
    """
    draft = Draft("paragraph", (), hints=hints, word_list=word_list)
    for filled, group in groupby(lines(runs), key=bool):
        if filled:
            for rows in _parted(list(group), headline, lang):
                yield _told(replace(draft, parts=(("", joined(rows)),)))


def is_bold_heading(runs: Runs) -> bool:
    """Tell whether a paragraph is a heading by its looks: short, bold as a whole, no sentence."""
    text = words(runs)
    return covered(runs, "strong") and is_heading_text(text)


def is_heading_text(text: str) -> bool:
    """Tell whether words could be a heading: short, one line, not ended like a sentence, no address, no date."""
    if not 3 <= len(text) <= 110 or "\n" in text or len(text.split()) > 14 or _PLAIN_END.search(text):
        return False
    return any(map(str.isalpha, text)) and not _ADDRESS.search(text) and not text.startswith(("“", '"', "„", "«"))


def lists(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with items that only look like a list made into one."""
    kept: list[Draft] = []
    for (kind, _), group in groupby(_numbered(drafts), key=lambda pair: pair[0]):
        members = [draft for _, draft in group]
        kept.extend([_list(members, ordered=kind == "number")] if kind else members)
    return kept


def _numbered(drafts: Sequence[Draft]) -> Iterator[tuple[tuple[str, int], Draft]]:
    """Yield each draft with the kind of fake item it is and the number of the list it belongs to."""
    kinds = [_item_kind(draft) for draft in drafts]
    run = 0
    for at, draft in enumerate(drafts):
        kind = kinds[at]
        if kind != (kinds[at - 1] if at else "") or (kind == "number" and _value(draft) == 1):
            run += 1
        yield (kind if _accepted(drafts, kinds, at) else "", run), draft


def _accepted(drafts: Sequence[Draft], kinds: Sequence[str], at: int) -> bool:
    """A typed bullet is one by itself; a dash or number needs a neighbour that goes on where it stops."""
    kind = kinds[at]
    if kind in ("", "bullet") or drafts[at].word_list:
        return bool(kind)
    near = [other for other in (at - 1, at + 1) if 0 <= other < len(kinds) and kinds[other] == kind]
    if kind == "dash":
        return bool(near)
    return any(_value(drafts[other]) - _value(drafts[at]) == other - at for other in near)


def _item_kind(draft: Draft) -> str:
    if draft.kind != "paragraph":
        return ""
    text = words(draft.runs)
    if _BULLET.match(text):
        return "bullet"
    if _NUMBER.match(text):
        return "number"
    return "dash" if _DASH.match(text) and not text.endswith(("-", "–", "—")) else ""


def _value(draft: Draft) -> int:
    found = _NUMBER.match(words(draft.runs))
    return int(found.group(1)) if found else 0


def _list(items: Sequence[Draft], *, ordered: bool) -> Draft:
    parts = tuple((f"i{number}", _unmarked(item.runs)) for number, item in enumerate(items, 1))
    return replace(items[0], kind="list", parts=parts, ordered=ordered)


def _unmarked(runs: Runs) -> Runs:
    text = words(runs)
    found = _BULLET.match(text) or _NUMBER.match(text) or _DASH.match(text)
    return strip(cut(runs, found.end() if found else 0, len(text)))


def _parted(rows: list[Runs], headline: str, lang: str) -> Iterator[list[Runs]]:
    waiting: list[Runs] = []
    for row in rows:
        alone = len(rows) > 1 and _stands_alone(row, headline, lang)
        if waiting and (alone or _goes_on_anew(waiting[-1], row)):
            yield waiting
            waiting = []
        waiting.append(row)
        if alone:
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def _stands_alone(row: Runs, headline: str, lang: str) -> bool:
    text = words(row)
    if _BULLET.match(text) or _NUMBER.match(text) or _DASH.match(text):
        return True
    if covered(row, "strong") and (is_heading_text(text) or len(text) > 60):
        return True
    return key(text) == headline or dates.is_date_line(text, lang)


def _goes_on_anew(before: Runs, after: Runs) -> bool:
    one, other = words(before), words(after)
    return len(one) >= 60 and len(other) >= 40 and bool(_ENDED.search(one))


def _told(draft: Draft) -> Draft:
    runs = draft.runs
    if is_bold_heading(runs) and not _BULLET.match(words(runs)):
        return replace(draft, kind="heading", level=None, guessed=True)
    return draft


def plain_run(text: str) -> Runs:
    """Return a text without markup as runs."""
    return (Run(text),) if text else ()
