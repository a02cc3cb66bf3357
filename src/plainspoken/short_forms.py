"""Abbreviations that a text writes out itself: "Independent Office for Police Conduct (IOPC)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Words that a short form may pass over, in the languages that official names are most often written in.
_SMALL_WORDS = (
    "a an and at by for from in of on or the to with & "  # English
    "ac ar am dros er i o y yr "  # Welsh
    "al da das de del dell della delle der des di do dos du e el en et für im la las le les los och og pour sur "
    "und van voor zu zur w z и по в на"
)
_SMALL = frozenset(_SMALL_WORDS.split())
_SHORT = r"[^\W\d_][\w&/-]{1,9}"
_AFTER = re.compile(rf"\(\s*[\"“‘'«„]?(?P<short>{_SHORT})[\"”’'»“]?\s*\)")
_BEFORE = re.compile(rf"(?<![\w.&-])(?P<short>{_SHORT})\s\((?P<long>[^()]{{6,120}})\)")
_PART = re.compile(r"[^\W_]+(?:[’'][^\W_]+)*|&")
_STOP = re.compile(r"[.!?;:,()\[\]“”«»\n]\s*(?!.*[.!?;:,()\[\]“”«»\n])", re.S)


def find(text: str) -> dict[str, str]:
    """Return the abbreviations that a text writes out beside their long form, with the long form.

    Each capital of the abbreviation must begin a word of the long form, in order, and each word but the small ones must
    be begun by one; a plural "s" counts for nothing. This is the rule of Schwartz and Hearst ("A Simple Algorithm for
    Identifying Abbreviation Definitions in Biomedical Text", 2003) without letters from inside of words: rather none
    than a wrong one. An abbreviation that the text writes out in two ways is left out.

    >>> find("The Independent Office for Police Conduct (IOPC) and the DWP (Department for Work and Pensions).")
    {'IOPC': 'Independent Office for Police Conduct', 'DWP': 'Department for Work and Pensions'}
    """
    found: dict[str, str] = {}
    disputed = set()
    for short, long in _written_out(text):
        if found.setdefault(short, long).casefold() != long.casefold():
            disputed.add(short)
    return {short: long for short, long in found.items() if short not in disputed}


def _written_out(text: str) -> Iterator[tuple[str, str]]:
    if "(" not in text:
        return
    for match in _AFTER.finditer(text):
        before = _STOP.split(text[max(0, match.start() - 150) : match.start()])[-1]
        yield from _forms(match["short"], _ending(before, match["short"]))
    for match in _BEFORE.finditer(text):
        long = " ".join(match["long"].split())
        yield from _forms(match["short"], long if _ending(long, match["short"]) == long else "")


def _forms(short: str, long: str) -> Iterator[tuple[str, str]]:
    """Yield a short form and, of an English plural, the singular too where it is made by leaving out the "s"."""
    if long:
        yield short, long
        if re.fullmatch(r"[^\Wa-z]+s", short) and re.search(r"[^s](?<!ie|se|xe|he)s$", long):
            yield short[:-1], long[:-1]


def _ending(text: str, short: str) -> str:
    """Return the end of a text that a short form stands for; the empty string if it doesn't."""
    capitals = [letter.casefold() for letter in short if letter.isupper()]
    if len(capitals) < 2 or sum(map(str.islower, short)) > len(capitals):
        return ""
    wanted = list(capitals)
    for part in reversed(list(_PART.finditer(text))):
        word = part.group().casefold()
        if word[0] == wanted[-1]:
            wanted.pop()
        elif word not in _SMALL:
            return ""
        if not wanted:
            long = " ".join(text[part.start() :].split())
            return long if _is_word_start(text, part.start()) and " " in long else ""
    return ""


def _is_word_start(text: str, at: int) -> bool:
    return at == 0 or text[at - 1].isspace() or text[at - 1] in "\"“‘'«„(/"
