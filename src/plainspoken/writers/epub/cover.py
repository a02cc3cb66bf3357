"""The cover of a book, drawn: the publisher's name and the headline, in the direction of the language."""

from __future__ import annotations

import unicodedata

from plainspoken import lang
from plainspoken.writers.editions import Edition
from plainspoken.writers.epub.markup import xml
from plainspoken.writers.say import Say

_WIDTH = 18  # columns that fit on a line of the cover; letters of East Asian scripts take two
_LINES = 9


def cover(edition: Edition, say: Say) -> bytes:
    """Return the cover of an edition's book as SVG, 1,600 by 2,400."""
    title = edition.release.headline or say.plain("Full text")
    rtl = lang.direction(edition.lang) == "rtl"
    lines = _wrapped(title)
    size = 150 if len(lines) <= 6 else 120
    return xml(
        "cover.svg",
        lang=edition.lang,
        dir="rtl" if rtl else "ltr",
        x=1440 if rtl else 160,
        title=title,
        publisher=(edition.release.publisher or "")[:48],
        size=size,
        lines=[{"y": 760 + number * round(size * 1.35), "words": words} for number, words in enumerate(lines)],
    )


def _wrapped(text: str) -> list[str]:
    """Return a text in lines, cut between words, or between letters where the script has no spaces."""
    lines, line = [], ""
    for word in _words(text):
        joined = f"{line}{word}"
        if line and _columns(joined.strip()) > _WIDTH:
            lines.append(line.strip())
            line = word
        else:
            line = joined
    lines.append(line.strip())
    return lines if len(lines) <= _LINES else [*lines[: _LINES - 1], f"{lines[_LINES - 1]} …"]


def _words(text: str) -> list[str]:
    words: list[str] = []
    for word in text.split():
        words += [f" {word}"] if _columns(word) <= _WIDTH else [" ", *word]
    return words


def _columns(text: str) -> int:
    return sum(
        0 if unicodedata.combining(letter) else 2 if unicodedata.east_asian_width(letter) in "WF" else 1
        for letter in text
    )
