"""Abbreviations that the release writes out once, marked with their long form where a later part uses them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import count

from plainspoken import short_forms
from plainspoken.readers.draft import Draft
from plainspoken.readers.roles import Group
from plainspoken.readers.runs import Mark, Run, Runs, cut, words

_MARKABLE = frozenset({"paragraph", "list", "note", "table"})  # a quotation's words and a heading stay as they are


def expanded(groups: Iterable[Group]) -> tuple[Group, ...]:
    """Return groups in which the first use of an abbreviation in each section carries the long form.

    Only uses after the paragraph that writes it out count, and those that the page itself didn't mark. Who comes to a
    section from a link or by ear has not read the long form (WCAG 2.2, technique G97 and H28).
    """
    known: dict[str, str] = {}
    keys = count(-1, -1)  # never one of those that elements have
    made = []
    for group in groups:
        seen: set[str] = set()
        drafts = []
        for draft in group.drafts:
            drafts.append(_marked(draft, known, seen, keys) if draft.kind in _MARKABLE else draft)
            known = {**short_forms.find(draft.text), **known}
        made.append(replace(group, drafts=tuple(drafts)))
    return tuple(made)


def _marked(draft: Draft, known: Mapping[str, str], seen: set[str], keys: Iterator[int]) -> Draft:
    text = draft.text
    for short in [short for short in known if short not in seen and short in text]:
        for name, runs in draft.parts:
            at = _use(words(runs), short, known[short])
            if at is None:
                continue
            seen.add(short)
            if not any(run.has("abbr") for run in cut(runs, at, at + len(short))):
                mark = Mark("abbr", next(keys), title=known[short])
                marked = _with_mark(runs, at, at + len(short), mark)
                draft = replace(draft, parts=tuple((n, marked if n == name else r) for n, r in draft.parts))
            break
    return draft


def _use(text: str, short: str, long: str) -> int | None:
    """Return where a text uses a short form; None where it doesn't, or writes it out again itself."""
    found = re.search(rf"(?<![\w./@-]){re.escape(short)}(?![\w/@-]|\.\w)", text)
    return found.start() if found and long.casefold() not in text.casefold() else None


def _with_mark(runs: Runs, start: int, end: int, mark: Mark) -> Runs:
    inside = tuple(Run(run.text, (*run.marks, mark)) for run in cut(runs, start, end))
    return (*cut(runs, 0, start), *inside, *cut(runs, end, len(words(runs))))
