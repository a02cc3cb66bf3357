"""Lists that only look it: typed bullets, dashes, numbers and letters, Word's paragraphs; nested as they were meant."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from plainspoken.readers.draft import Draft
from plainspoken.readers.runs import Runs, cut, strip, words

_BULLET = re.compile(r"([•·●▪◦‣⁃∙■□➢➤►✓✔❖\uf0b7\uf0a7\uf0d8\uf0fc])\s*(?=\S)")
_DASH = re.compile(r"([-–—*o])\s+(?=\S)")
_WORD = re.compile(r"([§vØüq])\s+(?=\S)")  # Wingdings as they come out of Word where the font is lost
_NUMBER = re.compile(r"(\(?)(\d{1,2})([.)])\s+(?=\S)")
_LETTER = re.compile(r"(\(?)([a-hA-H]|[ivx]{1,5}|[j-wyz])(\))\s+(?=\S)")
_AHEAD = 200  # items after which an outer list no longer goes on
_INNER = frozenset("o◦⁃▪■□-–—§\uf0a7")
_NUMERALS = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")
_ROMAN = {text: value for value, text in enumerate(_NUMERALS, 1)}
_SPOKEN = re.compile(r"[–—]\s+[A-ZÀ-ÞА-Я¿¡].{60,}[.!?…]$", re.S)  # how many languages open direct speech


@dataclass(frozen=True, slots=True)
class _Mark:
    """What stands before an item: its kind, which number it is (0 for a bullet), where its text begins."""

    kind: str
    value: int
    start: int


@dataclass(slots=True)
class _Level:
    """One open level while a list is read: what its items are marked with, how far they are set in."""

    mark: _Mark
    indent: float
    count: int = 1


@dataclass(slots=True)
class _Open:
    """A list while it is read: its open levels, and its items with the names of their parts."""

    levels: list[_Level] = field(default_factory=list)
    items: list[tuple[str, Draft, _Mark]] = field(default_factory=list)

    def add(self, draft: Draft, mark: _Mark) -> None:
        name = "i" + ".".join(str(level.count) for level in self.levels)
        self.items.append((name, draft, mark))


def is_item(text: str) -> bool:
    """Tell whether a line begins as an item of a list does."""
    return bool(_BULLET.match(text) or _NUMBER.match(text) or _DASH.match(text) or _LETTER.match(text))


def is_bulleted(text: str) -> bool:
    """Tell whether a line begins with a bullet, which nothing but an item does."""
    return bool(_BULLET.match(text))


def made(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with paragraphs that only look like items made into lists."""
    kept: list[Draft] = []
    for looks_so, group in groupby(drafts, key=lambda draft: bool(_marks(draft))):
        members = list(group)
        kept.extend(_lists(members) if looks_so else members)
    return kept


def _marks(draft: Draft) -> list[_Mark]:
    """Return what a paragraph can be marked with: `i)` is a letter or a number of Rome's."""
    if draft.kind != "paragraph":
        return []
    text = words(draft.runs)
    if found := _BULLET.match(text) or (_WORD.match(text) if draft.word_list else None):
        return [_Mark(found.group(1), 0, found.end())]
    if found := _NUMBER.match(text):
        return [_Mark(f"{found.group(1)}1{found.group(3)}", int(found.group(2)), found.end())]
    if found := _LETTER.match(text):
        return list(_lettered(found))
    if (found := _DASH.match(text)) and not text.endswith(("-", "–", "—")) and not _SPOKEN.match(text):
        return [_Mark(found.group(1), 0, found.end())]
    return [_Mark("", 0, 0)] if draft.word_list and draft.indent else []


def _lettered(found: re.Match[str]) -> Iterator[_Mark]:
    opens, letter, closes = found.groups()
    if letter in _ROMAN:
        yield _Mark(f"{opens}i{closes}", _ROMAN[letter], found.end())
    if len(letter) == 1:
        first = "a" if letter.islower() else "A"
        yield _Mark(f"{opens}{first}{closes}", ord(letter) - ord(first) + 1, found.end())


def _lists(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """Yield the lists of a run of items; what has no neighbour that goes on with it stays a paragraph."""
    marks = [_marks(draft) for draft in drafts]
    current = _Open()
    for at, draft in enumerate(drafts):
        mark = _placed(current.levels, marks, at, draft.indent)
        if mark is None:
            yield from _closed(current)
            current = _Open()
            mark = next((one for one in marks[at] if one.value <= 1), marks[at][-1])
            current.levels.append(_Level(mark, draft.indent))
        current.add(draft, mark)
    yield from _closed(current)


def _placed(levels: list[_Level], marks: Sequence[Sequence[_Mark]], at: int, indent: float) -> _Mark | None:
    """Move to the level that an item belongs to, opened if need be, and return its mark; None: a list of its own."""
    if not levels:
        return None
    if indent and levels[-1].indent and indent != levels[-1].indent:
        return _indented(levels, marks[at][0], indent)
    for depth in range(len(levels), 0, -1):
        for mark in marks[at]:
            if _follows(levels[depth - 1].mark, mark):
                del levels[depth:]
                return _counted(levels, mark)
    first = next((mark for mark in marks[at] if mark.value <= 1), None)
    if first is None:
        return None
    top = levels[-1].mark
    inner = first.kind in _INNER and top.kind not in _INNER and not top.value
    if inner or (first.kind != top.kind and _returns(top, marks[at + 1 : at + 1 + _AHEAD])):
        levels.append(_Level(first, indent))
        return first
    return _counted(levels, first) if not first.value and not top.value else None


def _indented(levels: list[_Level], mark: _Mark, indent: float) -> _Mark:
    """Follow how far items are set in: deeper opens a level, less deep goes back."""
    if indent > levels[-1].indent:
        levels.append(_Level(mark, indent))
        return mark
    while len(levels) > 1 and levels[-1].indent > indent:
        levels.pop()
    return _counted(levels, mark)


def _counted(levels: list[_Level], mark: _Mark) -> _Mark:
    levels[-1].mark = mark
    levels[-1].count += 1
    return mark


def _follows(before: _Mark, after: _Mark) -> bool:
    return before.kind == after.kind and (after.value == before.value + 1 if after.value else True)


def _returns(top: _Mark, later: Sequence[Sequence[_Mark]]) -> bool:
    """Tell whether an outer list goes on further down: then what stands between is nested in it."""
    return any(_follows(top, mark) for marks in later for mark in marks)


def _closed(found: _Open) -> Iterator[Draft]:
    if not found.items:
        return
    _, first, mark = found.items[0]
    if len(found.items) == 1 and not first.word_list and not _BULLET.match(words(first.runs)):
        yield first
        return
    parts = tuple((name, _unmarked(draft.runs, mark.start)) for name, draft, mark in found.items)
    yield replace(first, kind="list", parts=parts, ordered=bool(mark.value))


def _unmarked(runs: Runs, start: int) -> Runs:
    return strip(cut(runs, start, len(words(runs))))
