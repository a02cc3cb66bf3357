"""The release: sections of blocks of segments, the one tree that readers build and writers read."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from typing import Literal

from plainspoken.findings import Finding
from plainspoken.quotations import Quotation, Said, collect

Role = Literal[
    "headline", "standfirst", "dateline", "lead", "body", "helpline", "notes", "contact", "boilerplate"
]  # fmt: skip
Kind = Literal["paragraph", "heading", "quote", "list", "table", "figure", "note"]
InlineKind = Literal["text", "strong", "emph", "link", "abbr", "code", "lang", "break"]
State = Literal["initial", "translated", "reviewed", "final"]
Edition = Literal["full", "easy"]


@dataclass(frozen=True, slots=True)
class Inline:
    """A run of words with one meaning of its own: `text` is all its words, those of its `children` included.

    A leaf has no children. `href` belongs to a link, `lang` to words in another language, `title` to an abbreviation.
    """

    kind: InlineKind
    text: str
    href: str | None = None
    lang: str | None = None
    title: str | None = None
    children: tuple[Inline, ...] = ()


@dataclass(frozen=True, slots=True)
class Segment:
    """One sentence: what is translated, spoken, marked while it is read, and pointed at.

    Attributes:
        id: where it stands (`body.p3.s2`), the same in every language.
        spans: its words with their inline markup; joined, they are `text`.
        part: which part of its block it belongs to: `""` for running text, `i2` or `i2.1` for a list item, `r1.c2` for
            a table cell (both count from 1), `caption`, `alt` or `credit` in a figure.
        gap: the white space between it and the next segment of the same part.
        source: the sentence it was translated from, in the release's source language.
        state: how far the translation has come (XLIFF 2.0, 4.7.3.1); `initial` for a source text.
        engine: what translated it (`memory`, `argos`, ...).
        score: how sure that engine was, 0 to 1.
        origin: for easy read, the ids of the segments of the full release that it came from.
        rule: for easy read, the rule or template that made it.
        picture: for easy read, the concept whose picture stands beside it.
    """

    id: str
    spans: tuple[Inline, ...]
    part: str = ""
    gap: str = ""
    source: str | None = None
    state: State = "initial"
    engine: str | None = None
    score: float | None = None
    origin: tuple[str, ...] = ()
    rule: str | None = None
    picture: str | None = None

    @property
    def text(self) -> str:
        """The plain words of the sentence."""
        if len(self.spans) == 1:
            return self.spans[0].text
        return "".join(span.text for span in self.spans)

    @property
    def digest(self) -> str:
        """What it is, wherever it stands: a hash of its words and markup, for caches and memories."""
        return hashlib.sha256(repr(self.spans).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Merged:
    """A cell of a table that covers several places: its first `row` and `column`, from 1, and how many of each."""

    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, heading, quote, list, table, figure or note.

    Attributes:
        id: where it stands (`body.p3`).
        kind: what it is; a `quote` is a quotation as a whole.
        segments: its sentences.
        level: of a heading, 1 to 6.
        speaker: who says it, or, in a paragraph, who says the quotation in it; in the words of the release.
        speaker_title: what the release says the speaker is.
        src: the address of a figure's picture, or of the film or sound that it stands for.
        ordered: whether the items of a list are numbered.
        shape: rows and columns of a table.
        header_rows: how many rows of a table, from the top, name the columns.
        header_columns: how many columns of a table, from the start, name the rows.
        merged: the cells of a table that cover several places; their words stand in the first of these alone.
    """

    id: str
    kind: Kind
    segments: tuple[Segment, ...] = ()
    level: int | None = None
    speaker: str | None = None
    speaker_title: str | None = None
    src: str | None = None
    ordered: bool = False
    shape: tuple[int, int] | None = None
    header_rows: int = 0
    header_columns: int = 0
    merged: tuple[Merged, ...] = ()

    @property
    def text(self) -> str:
        """The whole plain text: sentences joined, list items and table rows on lines of their own."""
        if self.kind == "list":
            return "\n".join(self.items)
        if self.kind == "table":
            return "\n".join("\t".join(row) for row in self.rows)
        return self.part("") or self.caption

    @property
    def source_text(self) -> str:
        """The running text in the language of the source; of an original, its own."""
        return " ".join(segment.source or segment.text for segment in self.part_segments(""))

    @property
    def items(self) -> tuple[str, ...]:
        """The items of a list, in order, nested ones after the item they belong to."""
        return tuple(text for name, text in self._parts().items() if name.startswith("i"))

    @property
    def rows(self) -> tuple[tuple[str, ...], ...]:
        """The cells of a table, row by row; an empty cell is the empty string."""
        height, width = self.shape or (0, 0)
        parts = self._parts()
        return tuple(
            tuple(parts.get(f"r{row}.c{column}", "") for column in range(1, width + 1)) for row in range(1, height + 1)
        )

    @property
    def caption(self) -> str:
        """The caption of a figure."""
        return self.part("caption")

    @property
    def alt(self) -> str:
        """What the picture of a figure shows, for those who don't see it."""
        return self.part("alt")

    @property
    def credit(self) -> str:
        """Who made the picture of a figure."""
        return self.part("credit")

    def part(self, name: str) -> str:
        """Return the plain text of one part of the block; the empty string where it has none."""
        return "".join(segment.text + segment.gap for segment in self.part_segments(name)).strip()

    def part_segments(self, name: str) -> tuple[Segment, ...]:
        """Return the segments of one part of the block."""
        return tuple(segment for segment in self.segments if segment.part == name)

    def _parts(self) -> dict[str, str]:
        """Return the plain text of each part by its name, in one pass over the segments."""
        texts: dict[str, list[str]] = {}
        for segment in self.segments:
            texts.setdefault(segment.part, []).append(segment.text + segment.gap)
        return {name: "".join(text).strip() for name, text in texts.items()}

    def part_names(self) -> tuple[str, ...]:
        """Return the names of the block's parts, in reading order."""
        return tuple(dict.fromkeys(segment.part for segment in self.segments))


@dataclass(frozen=True, slots=True)
class Section:
    """A run of blocks with one role; a section that opens with a heading is named by it."""

    id: str
    role: Role
    blocks: tuple[Block, ...] = ()

    @property
    def heading(self) -> str | None:
        """The text of the heading that opens the section."""
        opens = bool(self.blocks) and self.blocks[0].kind == "heading"
        return self.blocks[0].text if opens else None


@dataclass(frozen=True, slots=True)
class Metadatum:
    """One thing that is known of a release beside its text.

    Attributes:
        name: `headline`, `published`, `modified`, `publisher`, `author` (one each), `language`, `url`, `description`
            or `embargo`.
        value: the thing itself; a time is ISO 8601. An embargo whose end can't be read has an empty value.
        source: where the page says so, the places that agree joined by a comma: `json-ld, og:title, text`.
        sure: how sure that is, 0 to 1: it rises with each place that agrees and falls with those that differ.
    """

    name: str
    value: str
    source: str
    sure: float


@dataclass(frozen=True, slots=True)
class Service:
    """A server that worked on a release.

    Attributes:
        engine: the engine that asked it.
        host: its name and port; the empty string where the engine does not tell.
        remote: whether it is off this machine, so that the text was sent away.
    """

    engine: str
    host: str
    remote: bool

    def __str__(self) -> str:
        return f"{self.engine} at {self.host}" if self.host else self.engine


@dataclass(frozen=True, slots=True)
class Release:
    """A press release in one language and reading level.

    Attributes:
        lang: the language it is in (BCP 47).
        sections: its parts, in reading order.
        published: when, ISO 8601 with the offset from UTC.
        publisher: the organisation.
        url: the page's own address.
        edition: `full` or `easy`.
        source_lang: the language it was translated from; None for the original.
        findings: what a person should look at.
        metadata: what the page says of the release, each with its source and how sure it is.
        services: the servers that worked on it, on this machine or elsewhere.
    """

    lang: str
    sections: tuple[Section, ...]
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    edition: Edition = "full"
    source_lang: str | None = None
    findings: tuple[Finding, ...] = field(default=())
    metadata: tuple[Metadatum, ...] = ()
    services: tuple[Service, ...] = ()

    @property
    def headline(self) -> str | None:
        """The headline, as plain text."""
        return self._role_text("headline")

    @property
    def standfirst(self) -> str | None:
        """The sentence or two under the headline that sum the release up."""
        return self._role_text("standfirst")

    def known(self, name: str) -> tuple[Metadatum, ...]:
        """Return what is known under a name, the surest first."""
        return tuple(sorted((one for one in self.metadata if one.name == name), key=lambda one: -one.sure))

    def blocks(self) -> Iterator[Block]:
        """Yield every block, in reading order."""
        for section in self.sections:
            yield from section.blocks

    def segments(self) -> Iterator[Segment]:
        """Yield every segment, in reading order."""
        for block in self.blocks():
            yield from block.segments

    def quotes(self) -> tuple[Quotation, ...]:
        """Return what people say in the release, in reading order; a quotation over several paragraphs is one."""
        last: Block | None = None
        found: list[Said] = []
        for block in self.blocks():
            if block.kind == "quote" or (block.speaker and block.kind in ("paragraph", "note")):
                follows = last is not None and bool(found) and found[-1].at == last.id
                whole = block.kind == "quote"
                found.append(Said(block.id, block.text, whole, block.speaker, block.speaker_title, follows))
            last = block
        return collect(found)

    def map(self, change: Callable[[Segment], Segment]) -> Release:
        """Return the release with `change` applied to each segment; everything else stays as it was."""
        return replace(
            self,
            sections=tuple(
                replace(
                    section,
                    blocks=tuple(
                        replace(block, segments=tuple(change(segment) for segment in block.segments))
                        for block in section.blocks
                    ),
                )
                for section in self.sections
            ),
        )

    def with_findings(self, *more: Finding) -> Release:
        """Return the release with `more` findings after its own; none stands twice."""
        return replace(self, findings=tuple(dict.fromkeys(self.findings + more)))

    def to_json(self, indent: int | None = None) -> str:
        """Return the release as JSON, schema `plainspoken/release/1`."""
        from plainspoken.release_json import serialize  # here, since the JSON is made of the values it describes

        return json.dumps(serialize(self), ensure_ascii=False, indent=indent)

    @classmethod
    def from_json(cls, text: str) -> Release:
        """Return the release that `to_json` wrote.

        Raises:
            SourceError: the text is not JSON of the schema.
        """
        from plainspoken.release_json import parse

        return parse(text)

    def with_services(self, *more: Service | None) -> Release:
        """Return the release with `more` services after its own, None left out; none stands twice."""
        return replace(self, services=tuple(dict.fromkeys([*self.services, *filter(None, more)])))

    def _role_text(self, role: Role) -> str | None:
        texts = (block.text for section in self.sections if section.role == role for block in section.blocks)
        return " ".join(text for text in texts if text) or None


def plain(text: str) -> tuple[Inline, ...]:
    """Return a run of words without markup, as spans."""
    return (Inline("text", text),) if text else ()
