"""Ids: where each section, block and sentence stands, the same in every language."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from plainspoken.findings import Finding, finding
from plainspoken.model import Block, Section, Segment
from plainspoken.readers import sentences
from plainspoken.readers.draft import Draft
from plainspoken.readers.roles import Group
from plainspoken.readers.runs import Runs, cuts, tree, words


def sections(groups: Iterable[Group], lang: str) -> tuple[Section, ...]:
    """Return groups of drafts as sections, with ids: `body`, `body2`; `body.p3`; `body.p3.s2`, `body.p4.i2.s1`."""
    seen: Counter[str] = Counter()
    made: list[Section] = []
    for group in groups:
        seen[group.role] += 1
        number = seen[group.role]
        name = f"{group.role}{number if number > 1 else ''}"
        blocks = tuple(block(draft, f"{name}.p{at}", lang) for at, draft in enumerate(group.drafts, 1))
        made.append(Section(name, group.role, blocks))
    return tuple(made)


def block(draft: Draft, name: str, lang: str) -> Block:
    """Return a draft as a block that stands at `name`."""
    whole = draft.kind == "heading"
    segments = tuple(
        segment for part, runs in draft.parts for segment in _segments(runs, name, part, lang, whole=whole)
    )
    return Block(
        name, "quote" if draft.said else draft.kind, segments,
        level=draft.level, speaker=draft.speaker, speaker_title=draft.speaker_title,
        src=draft.src, ordered=draft.ordered, shape=draft.shape,
        header_rows=draft.header_rows, header_columns=draft.header_columns, merged=draft.merged,
    )  # fmt: skip


def removed_links(groups: Iterable[Group], made: Iterable[Section]) -> Iterator[Finding]:
    """Yield a finding for each block that lost links, and each reason."""
    for group, section in zip(groups, made, strict=True):
        for draft, place in zip(group.drafts, section.blocks, strict=True):
            for note, labels in _removed(draft).items():
                code = "link-incomplete" if note == "incomplete" else "link-removed"
                more = f" and {len(labels) - 1} more" if len(labels) > 1 else ""
                yield finding(code, place.id, f"“{labels[0][:60]}”{more} ({note})")


def _removed(draft: Draft) -> dict[str, list[str]]:
    """Return the words of the links that were removed, by the reason."""
    labels: dict[str, list[str]] = {}
    for _, runs in draft.parts:
        for mark, group in groupby(runs, key=lambda run: next((m for m in run.marks if m.kind == "removed"), None)):
            if mark is not None and mark.note:
                labels.setdefault(mark.note, []).append(words(group))
    return labels


def _segments(runs: Runs, name: str, part: str, lang: str, *, whole: bool) -> Iterator[Segment]:
    """Cut a text at its sentences; a heading is one, whatever full stops it has."""
    text = words(runs)
    spans = [(0, len(text))] if whole and text else sentences.spans(text, lang)
    place = f"{name}.{part.replace('.c', 'c') if part.startswith('r') else part}." if part else f"{name}."
    for number, inside in enumerate(cuts(runs, spans), 1):
        end = spans[number - 1][1]
        following = spans[number][0] if number < len(spans) else end
        yield Segment(f"{place}s{number}", tree(inside), part=part, gap=text[end:following])
