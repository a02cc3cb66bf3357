"""Quotation marks of any language: where a text quotes, whether a quotation was opened here, whether it is closed."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

# Unicode 16, chapter 6.2 "Language-Based Usage of Quotation Marks": what may close what opens.
_PAIRS = {
    "“": "”“", "„": "“”\"„", "‟": "”", "”": "”“", '"': '"”', "«": "»", "»": "«»", "‹": "›", "›": "‹",
    "「": "」", "『": "』", "《": "》", "‚": "‘’", "‘": "’", "'": "'", "＂": "＂", "〝": "〞〟",
}  # fmt: skip
_LONGEST_SINGLE = 1500  # characters in single marks: farther on, an apostrophe closes nothing
_SINGLE = frozenset("‘'‚")
_BEFORE_OPENING = frozenset("([{¿¡—–-/：:，。、；,\u200f\u200e\u061c")
_STOPS = frozenset(",.!?…;:،؟۔।。，！？")
_DASH = re.compile(r"[—–―]\s*(?=\S)")
_ASIDE = re.compile(r"(?<=[,!?….\w])\s*[—–―]\s*(?=[^\W\d_])|(?<=[\w.,])[—–―](?=[.,;:]?\s|$)")

# Words that open what is no sentence of its own: `he said “that ...”`.
SUBORDINATORS = frozenset({
    "that", "dass", "daß", "ob", "que", "qu’on", "si", "che", "czy", "że", "să", "căci", "att", "om", "dat", "hogy",
    "že", "що", "что", "ότι", "πως",
})  # fmt: skip
OPENING = frozenset(_PAIRS)
_MARK = re.compile("[" + "".join(_PAIRS) + "]")
_EITHER = re.compile("[" + "".join(_PAIRS) + "".join(_PAIRS.values()) + "]")


@dataclass(frozen=True, slots=True)
class Quoted:
    """One quotation in a text, its marks apart.

    Attributes:
        start: where its words start.
        end: where they end.
        opened: whether it has its opening mark; one that lost it starts with the text.
        closed: whether it has its closing mark; one without ends with the text and may go on in the next paragraph.
    """

    start: int
    end: int
    opened: bool = True
    closed: bool = True


@lru_cache(16)
def may_quote(text: str) -> bool:
    """Tell whether a text has any mark of quotation at all, or opens as a dialogue does."""
    return _MARK.search(text) is not None or _EITHER.search(text) is not None or _DASH.match(text) is not None


def quoted(text: str) -> tuple[Quoted, ...]:
    """Return the outermost quotations of a text, in order.

    A text that starts with a dash is a dialogue (es, fr, pl, ru): what stands between dashes, in small letters, is not
    spoken.

    >>> [text[one.start:one.end] for text in ["„Nein“, sagte sie, ‚immer‘."] for one in quoted(text)]
    ['Nein', 'immer']
    >>> [text[one.start:one.end] for text in ["It’s the residents’ hall."] for one in quoted(text)]
    []
    """
    if _DASH.match(text):
        return _dialogue(text)
    found: list[Quoted] = []
    at = 0
    while mark := _MARK.search(text, at):
        at = mark.start()
        if _opens(text, at):
            end, closed = _end(text, at)
            found.append(Quoted(at + 1, end, closed=closed))
            at = end
        elif not found and _lost_its_opening(text, at):
            found.append(Quoted(0, at, opened=False))
        at += 1
    return tuple(found)


@lru_cache(16)
def spoken(text: str) -> tuple[Quoted, ...]:
    """Return the quotations of a text in which somebody speaks a whole clause: no title, no term, no `that ...`.

    >>> text = "The “safe account” was a lie, Rosa Long said: “They took all that I had.”"
    >>> [text[one.start:one.end] for one in spoken(text)]
    ['They took all that I had.']
    """
    found: list[Quoted] = []
    for one in quoted(text):
        ended = bool(found) and text[found[-1].start : found[-1].end].rstrip()[-1:] in ".!?…"
        if _is_clause(text, one) and not (ended and text[one.start].islower()):
            found.append(one)
    return tuple(found)


def _is_clause(text: str, one: Quoted) -> bool:
    inside = text[one.start : one.end].strip(" \u00a0")
    before = text[: max(0, one.start - 1)].rstrip(" \u00a0")
    words = inside.split()
    alone = not before and not text[one.end + 1 :].strip()
    least = 1 if alone else 3 if not before or inside[-1:] in _STOPS else 4
    if not words or _length(inside) < least or _is_name(words):
        return False
    if not before or before[-1] in ".!?…:：。۔।" or _DASH.match(text):
        return True
    if before[-1] in ",،，—–" or _is_caseless(inside[0]):
        return words[0].lower() not in SUBORDINATORS
    return inside[0].isupper() and (inside[-1] in _STOPS or (text[one.end + 1 : one.end + 2] == "," and len(words) > 5))


def _length(inside: str) -> int:
    """Count words; two signs of a script without spaces count as one."""
    wide = sum("\u3040" <= char <= "\u9fff" for char in inside)
    return len(inside.split()) + wide // 2


def _is_name(words: list[str]) -> bool:
    """Tell whether all long words have a capital and no stop ends them, as in the title of a report."""
    long = [word for word in words if len(word) > 3 and word[0].isalpha() and not _is_caseless(word[0])]
    return len(long) > 1 and all(word[0].isupper() for word in long) and words[-1][-1] not in _STOPS


def _opens(text: str, at: int) -> bool:
    """A mark opens before a word and after a space, a bracket or nothing; a single one only where one closes it."""
    char = text[at]
    if char not in _PAIRS:
        return False
    if char in "「『《〝":
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    free = not before or before.isspace() or before in _BEFORE_OPENING or (before in _PAIRS and before != char)
    if char in "«„“" and after and not free:
        free = (char != "“" and not before.isalnum()) or _is_caseless(before)
    if not free or not after or (after.isspace() and char != "«") or (char == "'" and after.isdigit()):
        return False
    return char not in _SINGLE or _single_end(text, at) is not None


def _is_caseless(char: str) -> bool:
    return char.isalpha() and char.lower() == char.upper()


def _end(text: str, at: int) -> tuple[int, bool]:
    """Return where the quotation that opens at `at` ends, and whether a mark closes it."""
    char = text[at]
    if char in _SINGLE:
        end = _single_end(text, at)
        return (end, True) if end is not None else (len(text), False)
    nests = char in "«「『" and text.count(char) == text.count(_PAIRS[char][0])
    depth = 0
    for mark in _EITHER.finditer(text, at + 1):
        index = mark.start()
        if nests and text[index] == char:
            depth += 1
        elif text[index] in _PAIRS[char] and _may_close(text, index, char):
            if not depth:
                return index, True
            depth -= 1
    return len(text), False


def _may_close(text: str, at: int, opening: str) -> bool:
    """A mark that could open as well closes only after a word or a stop."""
    char = text[at]
    if char in "」』》〞〟" or (char == "»" and opening == "«"):
        return True
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if char == opening or (char == "“" and opening == "„") or char == '"':
        return not before.isspace() and not (after.isalnum() and not _is_caseless(after))
    return True


def _single_end(text: str, at: int) -> int | None:
    """A single mark closes beside a stop or at the end; after a word only where no better one follows an `s’`."""
    closers = _PAIRS[text[at]]
    weak: int | None = None
    for mark in _EITHER.finditer(text, at + 2, at + _LONGEST_SINGLE):
        index = mark.start()
        if text[index] not in closers:
            continue
        before, after = text[index - 1], text[index + 1 : index + 2]
        if before.isspace() or after.isalnum():
            continue
        if before in _STOPS or not after or after in _STOPS or after in '”")»':
            return weak if weak is not None and text[weak - 1] != "s" else index
        weak = index if weak is None else weak
    return weak


def _lost_its_opening(text: str, at: int) -> bool:
    char = text[at]
    after = text[at + 1 : at + 2]
    return char in "”»" and at > 8 and text[at - 1] in ",.!?…" and (not after or after.isspace() or after in _STOPS)


def _dialogue(text: str) -> tuple[Quoted, ...]:
    found: list[Quoted] = []
    start, speaking = _start(text), True
    for dash in _ASIDE.finditer(text, start):
        follows = text[dash.end() : dash.end() + 1]
        if speaking and follows.isalpha() and (follows.islower() or _is_caseless(follows)):
            found.append(Quoted(start, dash.start()))
            speaking = False
        elif not speaking:
            start = dash.end() + len(re.match(r"[.,;:]?\s*", text[dash.end() :]).group())  # type: ignore[union-attr]
            speaking = True
    if speaking and start < len(text):
        found.append(Quoted(start, len(text)))
    return tuple(found)


def _start(text: str) -> int:
    found = _DASH.match(text)
    return found.end() if found else 0
