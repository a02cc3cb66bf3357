"""The one tree that readers build and writers read: sections of blocks of segments of inline spans."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Literal

Role = Literal[
    "headline", "standfirst", "dateline", "lead", "body", "helpline", "notes", "contact", "boilerplate"
]  # fmt: skip
Kind = Literal["paragraph", "heading", "quote", "list", "table", "figure", "note"]
InlineKind = Literal["text", "strong", "emph", "link", "abbr", "code", "lang", "break"]
State = Literal["initial", "translated", "reviewed", "final"]


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


def plain(text: str) -> tuple[Inline, ...]:
    """Return a run of words without markup, as spans."""
    return (Inline("text", text),) if text else ()
