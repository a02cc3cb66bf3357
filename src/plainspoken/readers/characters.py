"""The characters of running text: what is kept, what is dropped, what becomes a space."""

from __future__ import annotations

import re

# Direction overrides and isolates can show words in another order than they stand (Unicode TR 36, 2.1.1); controls,
# tag characters and the invisible ones have no meaning in prose.
_DROPPED = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f\x80-\x84\x86-\x9f\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b\u202a-\u202e"
    "\u2060-\u206f\ufeff\ufff9-\ufffb\ufdd0-\ufdef\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_SPACES = re.compile("[\t\n\r\x0c\x1c-\x1f\x85\u00a0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000 ]+")
_MANY = re.compile("  +")
_FILLERS = re.compile("[\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e]")
_JOINERS = re.compile("(.?)([\u200c\u200d])(?=(.?))", re.S)
_MARKS = re.compile("[\u200e\u200f\u061c]")
_RTL = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def clean(text: str) -> str:
    """Return text without harmful and invisible characters, its white space as single spaces.

    Joiners stay where letters of their script or emoji stand on both sides; direction marks stay beside right-to-left
    script, where they keep numbers in order.

    >>> clean("0800\\u200b 555\\u00a0111\\u202e")
    '0800 555 111'
    """
    if text.isprintable():  # no white space but single characters of it, and nothing to drop but fillers
        text = _MANY.sub(" ", text) if "  " in text else text
        return text if text.isascii() or not _FILLERS.search(text) else _FILLERS.sub("", text)
    text = _SPACES.sub(" ", text)
    if text.isprintable() and not _FILLERS.search(text):
        return text
    text = _DROPPED.sub("", text)
    text = _JOINERS.sub(_joined, text)
    return text if _RTL.search(text) else _MARKS.sub("", text)


def _joined(found: re.Match[str]) -> str:
    before, joiner, after = found.groups()
    keeps = before > "\u02ff" and after > "\u02ff" and not before.isspace() and not after.isspace()
    return before + joiner if keeps else before
