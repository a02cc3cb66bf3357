"""Sections as JSON-ready values, there and back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import cast

from plainspoken.model.tree import Block, Inline, InlineKind, Kind, Merged, Role, Section, Segment, State

Json = Mapping[str, object]


def serialize(section: Section) -> dict[str, object]:
    """Return a section as JSON-ready values; keys that don't apply are left out."""
    return present(
        id=section.id, role=section.role, heading=section.heading, blocks=[_block(block) for block in section.blocks]
    )


def parse(tree: Json) -> Section:
    """Return the section that `serialize` described.

    Raises:
        KeyError, TypeError, ValueError: it is not a section.
    """
    blocks = tuple(map(_read_block, listed(tree, "blocks")))
    return Section(text(tree, "id"), cast(Role, text(tree, "role")), blocks)


def present(**values: object) -> dict[str, object]:
    """Return the values that are there."""
    return {key: value for key, value in values.items() if value is not None}


def text(tree: Json, key: str) -> str:
    """Return a text that must be there.

    Raises:
        KeyError, ValueError: it isn't, or is something else.
    """
    value = tree[key]
    if not isinstance(value, str):
        raise ValueError(f"{key} must be text")
    return value


def maybe(tree: Json, key: str) -> str | None:
    """Return a text, None where there is none."""
    return text(tree, key) if tree.get(key) is not None else None


def listed(tree: Json, key: str) -> list[Json]:
    """Return a list of values, empty where there is none."""
    return cast("list[Json]", tree.get(key) or [])


def _block(block: Block) -> dict[str, object]:
    return present(
        id=block.id,
        kind=block.kind,
        text=block.text,
        level=block.level,
        speaker=block.speaker,
        speaker_title=block.speaker_title,
        ordered=block.ordered or None,
        items=list(block.items) if block.kind == "list" else None,
        rows=[list(row) for row in block.rows] if block.kind == "table" else None,
        header_rows=block.header_rows if block.kind == "table" else None,
        header_columns=block.header_columns or None,
        merged=[asdict(cell) for cell in block.merged] or None,
        src=block.src,
        alt=block.alt or None,
        caption=block.caption or None,
        credit=block.credit or None,
        segments=[_segment(segment) for segment in block.segments],
    )


def _segment(segment: Segment) -> dict[str, object]:
    return present(
        id=segment.id,
        text=segment.text,
        part=segment.part or None,
        gap=segment.gap or None,
        spans=[_span(span) for span in segment.spans],
        source=segment.source,
        state=segment.state if segment.source is not None else None,
        engine=segment.engine,
        score=segment.score,
        origin=list(segment.origin) or None,
        rule=segment.rule,
        picture=segment.picture,
    )


def _span(span: Inline) -> dict[str, object]:
    return present(
        kind=span.kind,
        text=span.text,
        href=span.href,
        lang=span.lang,
        title=span.title,
        spans=[_span(child) for child in span.children] or None,
    )


def _read_block(tree: Json) -> Block:
    rows = cast("list[list[str]] | None", tree.get("rows"))
    return Block(
        id=text(tree, "id"),
        kind=cast(Kind, text(tree, "kind")),
        segments=tuple(map(_read_segment, listed(tree, "segments"))),
        level=cast("int | None", tree.get("level")),
        speaker=maybe(tree, "speaker"),
        speaker_title=maybe(tree, "speaker_title"),
        src=maybe(tree, "src"),
        ordered=bool(tree.get("ordered")),
        shape=(len(rows), max(map(len, rows), default=0)) if rows is not None else None,
        header_rows=cast(int, tree.get("header_rows") or 0),
        header_columns=cast(int, tree.get("header_columns") or 0),
        merged=tuple(Merged(**cast("dict[str, int]", cell)) for cell in listed(tree, "merged")),
    )


def _read_segment(tree: Json) -> Segment:
    return Segment(
        id=text(tree, "id"),
        spans=tuple(map(_read_span, listed(tree, "spans"))),
        part=maybe(tree, "part") or "",
        gap=maybe(tree, "gap") or "",
        source=maybe(tree, "source"),
        state=cast(State, tree.get("state") or "initial"),
        engine=maybe(tree, "engine"),
        score=cast("float | None", tree.get("score")),
        origin=tuple(cast("list[str]", tree.get("origin") or [])),
        rule=maybe(tree, "rule"),
        picture=maybe(tree, "picture"),
    )


def _read_span(tree: Json) -> Inline:
    return Inline(
        kind=cast(InlineKind, text(tree, "kind")),
        text=text(tree, "text"),
        href=maybe(tree, "href"),
        lang=maybe(tree, "lang"),
        title=maybe(tree, "title"),
        children=tuple(map(_read_span, listed(tree, "spans"))),
    )
