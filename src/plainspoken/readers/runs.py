"""Text as runs of characters under marks: easy to squeeze, cut and search; a tree of inlines again at the end."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from plainspoken.model import Inline, InlineKind

MarkKind = InlineKind | Literal["removed"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One element round some text. `key` keeps two neighbours of one kind apart; `note` says why a link was removed."""

    kind: MarkKind
    key: int
    href: str | None = None
    lang: str | None = None
    title: str | None = None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Run:
    """Characters under the same marks, outermost first."""

    text: str
    marks: tuple[Mark, ...] = ()

    def has(self, kind: MarkKind) -> bool:
        """Tell whether the run stands under a mark of that kind."""
        return any(mark.kind == kind for mark in self.marks)


Runs = tuple[Run, ...]
BREAK = "\n"


def words(runs: Iterable[Run]) -> str:
    """Return the plain text of runs."""
    return "".join([run.text for run in runs])


def squeeze(runs: Iterable[Run]) -> Runs:
    """Return runs with single spaces, none beside a line break or at the ends, and no empty run."""
    kept: list[Run] = []
    for run in runs:
        text = run.text
        if text.startswith(" ") and (not kept or kept[-1].text[-1] in " \n"):
            text = text[1:]
        if text.startswith(BREAK) and kept and kept[-1].text.endswith(" "):
            kept[-1:] = _nonempty(_saying(kept[-1], kept[-1].text[:-1]))
        if text:
            kept.append(_saying(run, text))
    return strip(kept)


def strip(runs: Sequence[Run], chars: str = " \n") -> Runs:
    """Return runs without those characters at either end."""
    kept = list(runs)
    while kept and not kept[0].text.lstrip(chars):
        kept.pop(0)
    while kept and not kept[-1].text.rstrip(chars):
        kept.pop()
    if kept:
        kept[0] = _saying(kept[0], kept[0].text.lstrip(chars))
        kept[-1] = _saying(kept[-1], kept[-1].text.rstrip(chars))
    return tuple(kept)


def cut(runs: Iterable[Run], start: int, end: int) -> Runs:
    """Return the runs of the characters from `start` to before `end`."""
    kept: list[Run] = []
    at = 0
    for run in runs:
        piece = run.text[max(0, start - at) : max(0, end - at)]
        at += len(run.text)
        if piece:
            kept.append(_saying(run, piece))
    return tuple(kept)


def cuts(runs: Sequence[Run], spans: Sequence[tuple[int, int]]) -> Iterator[Runs]:
    """Yield the runs of each of several spans that follow one another, in one pass."""
    index = at = 0
    for start, end in spans:
        kept: list[Run] = []
        while index < len(runs) and at < end:
            run = runs[index]
            piece = run.text[max(0, start - at) : end - at]
            if piece:
                kept.append(_saying(run, piece))
            if at + len(run.text) > end:
                break
            at += len(run.text)
            index += 1
        yield tuple(kept)


def lines(runs: Iterable[Run]) -> list[Runs]:
    """Return the runs of each line; two breaks in a row leave an empty line between."""
    rows: list[list[Run]] = [[]]
    for run in runs:
        for number, piece in enumerate(run.text.split(BREAK)):
            if number:
                rows.append([])
            if piece:
                rows[-1].append(_saying(run, piece))
    return [strip(row) for row in rows]


def joined(rows: Iterable[Runs]) -> Runs:
    """Return lines as one text, a break between each two."""
    kept: list[Run] = []
    for row in rows:
        if kept and row:
            kept.append(Run(BREAK, (Mark("break", 0),)))
        kept.extend(row)
    return tuple(kept)


def covered(runs: Iterable[Run], kind: MarkKind) -> bool:
    """Tell whether all words stand under a mark of that kind."""
    spoken = [run for run in runs if any(map(str.isalnum, run.text))]
    return bool(spoken) and all(run.has(kind) for run in spoken)


def without(runs: Iterable[Run], kind: MarkKind) -> Runs:
    """Return the runs with no mark of that kind; the words stay."""
    return tuple(
        Run(run.text, tuple(mark for mark in run.marks if mark.kind != kind)) if run.has(kind) else run for run in runs
    )


def tree(runs: Iterable[Run]) -> tuple[Inline, ...]:
    """Return the runs as inlines, nested as their marks are; joined, their texts are the same text."""
    return _nested(list(without(runs, "removed")), 0)


def _nested(runs: list[Run], depth: int) -> tuple[Inline, ...]:
    inlines: list[Inline] = []
    for mark, group in groupby(runs, key=lambda run: run.marks[depth] if len(run.marks) > depth else None):
        inside = list(group)
        text = words(inside)
        if mark is None:
            inlines.append(Inline("text", text))
            continue
        assert mark.kind != "removed"
        deeper = any(len(run.marks) > depth + 1 for run in inside)
        children = _nested(inside, depth + 1) if deeper else ()
        inlines.append(Inline(mark.kind, text, mark.href, mark.lang, mark.title, children))
    return tuple(inlines)


def _saying(run: Run, text: str) -> Run:
    """Return the run with other words; `dataclasses.replace` takes several times as long."""
    return run if text == run.text else Run(text, run.marks)


def _nonempty(run: Run) -> list[Run]:
    return [run] if run.text else []
