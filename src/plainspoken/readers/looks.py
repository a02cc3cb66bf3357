"""What a line is by its looks: a heading in bold, an item with a typed bullet, a paragraph after a line break."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from plainspoken.readers import dates, lists
from plainspoken.readers.draft import Draft
from plainspoken.readers.headline import key
from plainspoken.readers.runs import Run, Runs, covered, joined, lines, words

PLAIN = Draft("paragraph", ())
_ENDED = re.compile(r"[.!?…。؟۔।።]['\"”’»)]*$")
_PLAIN_END = re.compile(r"[.,;!…。۔।።]['\"”’»)]*$")
_ADDRESS = re.compile(r"@|https?://|www\.|\d{5,}|\d[\d ()-]{7,}\d")


def paragraphs(runs: Runs, headline: str, lang: str, like: Draft = PLAIN) -> Iterator[Draft]:
    """Yield the paragraphs of a text that is cut by line breaks; what looks like a heading is one.

    Two breaks in a row always part paragraphs. One break does after a sentence, and round a line that stands for
    itself: a bullet, a number, a bold line, a date, the headline (`headline`, as `key` gives it). What else there is to
    know of them is that of `like`.
    """
    for filled, group in groupby(lines(runs), key=bool):
        if filled:
            for rows in _parted(list(group), headline, lang):
                yield _told(replace(like, parts=(("", joined(rows)),)))


def is_bold_heading(runs: Runs) -> bool:
    """Tell whether a paragraph is a heading by its looks: short, bold as a whole, no sentence."""
    text = words(runs)
    return covered(runs, "strong") and is_heading_text(text)


def is_heading_text(text: str) -> bool:
    """Tell whether words could be a heading: short, one line, not ended like a sentence, no address, no date."""
    if not 3 <= len(text) <= 110 or "\n" in text or len(text.split()) > 14 or _PLAIN_END.search(text):
        return False
    return any(map(str.isalpha, text)) and not _ADDRESS.search(text) and not text.startswith(("“", '"', "„", "«"))


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
    if lists.is_item(text):
        return True
    if covered(row, "strong") and (is_heading_text(text) or len(text) > 60):
        return True
    return key(text) == headline or dates.is_date_line(text, lang)


def _goes_on_anew(before: Runs, after: Runs) -> bool:
    one, other = words(before), words(after)
    return len(one) >= 60 and len(other) >= 40 and bool(_ENDED.search(one))


def _told(draft: Draft) -> Draft:
    runs = draft.runs
    if is_bold_heading(runs) and not lists.is_bulleted(words(runs)):
        return replace(draft, kind="heading", level=None, guessed=True)
    return draft


def plain_run(text: str) -> Runs:
    """Return a text without markup as runs."""
    return (Run(text),) if text else ()
