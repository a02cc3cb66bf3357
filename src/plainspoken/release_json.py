"""The release as JSON, schema `plainspoken/release/1`, there and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import cast

from plainspoken.errors import SourceError
from plainspoken.findings import Finding, Level
from plainspoken.model import (
    Block,
    Edition,
    Inline,
    InlineKind,
    Kind,
    Merged,
    Metadatum,
    Release,
    Role,
    Section,
    Segment,
    Service,
    State,
)
from plainspoken.quotations import Quotation

SCHEMA = "plainspoken/release/1"

Json = Mapping[str, object]


def serialize(release: Release) -> dict[str, object]:
    """Return the release as JSON-ready values; keys that don't apply are left out."""
    return _present(
        schema=SCHEMA,
        lang=release.lang,
        edition=release.edition,
        source_lang=release.source_lang,
        headline=release.headline,
        standfirst=release.standfirst,
        published=release.published,
        publisher=release.publisher,
        url=release.url,
        metadata=[asdict(one) for one in release.metadata] or None,
        services=[asdict(one) for one in release.services] or None,
        sections=[_section(section) for section in release.sections],
        quotes=[_quotation(quotation) for quotation in release.quotes()] or None,
        findings=[finding.to_dict() for finding in release.findings],
    )


def parse(text: str) -> Release:
    """Return the release that `serialize` described.

    Raises:
        SourceError: the text is not JSON of the schema.
    """
    try:
        tree = json.loads(text)
        if tree["schema"] != SCHEMA:
            raise ValueError(f"schema {tree['schema']!r}")
        return _release(tree)
    except (ValueError, KeyError, TypeError, AttributeError) as cause:
        raise SourceError(
            f"this is not a release in JSON ({cause})",
            todo=f"Give JSON of the schema {SCHEMA}, as `parse --json` writes.",
        ) from cause


def _section(section: Section) -> dict[str, object]:
    return _present(
        id=section.id, role=section.role, heading=section.heading, blocks=[_block(block) for block in section.blocks]
    )


def _block(block: Block) -> dict[str, object]:
    return _present(
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


def _quotation(quotation: Quotation) -> dict[str, object]:
    return _present(
        speaker=quotation.speaker,
        speaker_title=quotation.title,
        text=quotation.text,
        at=list(quotation.at),
    )


def _segment(segment: Segment) -> dict[str, object]:
    return _present(
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
    return _present(
        kind=span.kind,
        text=span.text,
        href=span.href,
        lang=span.lang,
        title=span.title,
        spans=[_span(child) for child in span.children] or None,
    )


def _present(**values: object) -> dict[str, object]:
    return {key: value for key, value in values.items() if value is not None}


def _release(tree: Json) -> Release:
    return Release(
        lang=_text(tree, "lang"),
        sections=tuple(
            Section(
                _text(section, "id"),
                cast(Role, _text(section, "role")),
                tuple(map(_read_block, _list(section, "blocks"))),
            )
            for section in _list(tree, "sections")
        ),
        published=_maybe(tree, "published"),
        publisher=_maybe(tree, "publisher"),
        url=_maybe(tree, "url"),
        edition=cast(Edition, tree.get("edition") or "full"),
        source_lang=_maybe(tree, "source_lang"),
        findings=tuple(
            Finding(_text(one, "code"), cast(Level, _text(one, "level")), _text(one, "at"), _text(one, "message"))
            for one in _list(tree, "findings")
        ),
        metadata=tuple(
            Metadatum(_text(one, "name"), _text(one, "value"), _text(one, "source"), cast(float, one["sure"]))
            for one in _list(tree, "metadata")
        ),
        services=tuple(
            Service(_text(one, "engine"), _text(one, "host"), bool(one["remote"])) for one in _list(tree, "services")
        ),
    )


def _read_section(tree: Json) -> Section:
    blocks = tuple(map(_read_block, _list(tree, "blocks")))
    return Section(_text(tree, "id"), cast(Role, _text(tree, "role")), blocks)


def _read_block(tree: Json) -> Block:
    rows = cast("list[list[str]] | None", tree.get("rows"))
    return Block(
        id=_text(tree, "id"),
        kind=cast(Kind, _text(tree, "kind")),
        segments=tuple(map(_read_segment, _list(tree, "segments"))),
        level=cast("int | None", tree.get("level")),
        speaker=_maybe(tree, "speaker"),
        speaker_title=_maybe(tree, "speaker_title"),
        src=_maybe(tree, "src"),
        ordered=bool(tree.get("ordered")),
        shape=(len(rows), max(map(len, rows), default=0)) if rows is not None else None,
        header_rows=cast(int, tree.get("header_rows") or 0),
        header_columns=cast(int, tree.get("header_columns") or 0),
        merged=tuple(Merged(**cast("dict[str, int]", cell)) for cell in _list(tree, "merged")),
    )


def _read_segment(tree: Json) -> Segment:
    return Segment(
        id=_text(tree, "id"),
        spans=tuple(map(_read_span, _list(tree, "spans"))),
        part=_maybe(tree, "part") or "",
        gap=_maybe(tree, "gap") or "",
        source=_maybe(tree, "source"),
        state=cast(State, tree.get("state") or "initial"),
        engine=_maybe(tree, "engine"),
        score=cast("float | None", tree.get("score")),
        origin=tuple(cast("list[str]", tree.get("origin") or [])),
        rule=_maybe(tree, "rule"),
        picture=_maybe(tree, "picture"),
    )


def _read_span(tree: Json) -> Inline:
    return Inline(
        kind=cast(InlineKind, _text(tree, "kind")),
        text=_text(tree, "text"),
        href=_maybe(tree, "href"),
        lang=_maybe(tree, "lang"),
        title=_maybe(tree, "title"),
        children=tuple(map(_read_span, _list(tree, "spans"))),
    )


def _text(tree: Json, key: str) -> str:
    value = tree[key]
    if not isinstance(value, str):
        raise ValueError(f"{key} must be text")
    return value


def _maybe(tree: Json, key: str) -> str | None:
    return _text(tree, key) if tree.get(key) is not None else None


def _list(tree: Json, key: str) -> list[Json]:
    return cast("list[Json]", tree.get(key) or [])
