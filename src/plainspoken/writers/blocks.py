"""Blocks as HTML: paragraphs, headings, quotes, lists, tables and figures of a release."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from plainspoken.model import Block, Merged, Segment
from plainspoken.quotations import says_who
from plainspoken.writers.grid import Grid
from plainspoken.writers.inline import Scribe, named
from plainspoken.writers.say import Say


@dataclass(slots=True)
class Outline:
    """Turns the heading levels of a source into an outline without gaps, beneath `top`."""

    top: int
    _open: tuple[int, ...] = ()

    def level(self, raw: int | None) -> int:
        """Return the level that the next heading stands at; the source says `raw`."""
        said = raw or 2
        self._open = (*(level for level in self._open if level < said), said)
        return min(6, self.top + len(self._open))


@dataclass(frozen=True, slots=True)
class Typesetter:
    """Writes blocks as HTML.

    Attributes:
        scribe: writes their sentences.
        say: the page's own words.
        outline: where its headings stand.
    """

    scribe: Scribe
    say: Say
    outline: Outline

    def blocks(self, blocks: Iterable[Block]) -> Markup:
        """Return blocks one after the other; quotes that one person goes on with are one quotation."""
        return Markup("\n").join(self._grouped(blocks))

    def block(self, block: Block) -> Markup:
        """Return one block."""
        match block.kind:
            case "heading":
                return self._heading(block)
            case "quote":
                return self._quote([block])
            case "list":
                return self._list(block)
            case "table":
                return self._table(block)
            case "figure":
                return self._figure(block)
            case _:
                return self._paragraph(block)

    def _grouped(self, blocks: Iterable[Block]) -> Iterator[Markup]:
        runs = [(speaker, list(run)) for speaker, run in groupby(blocks, key=_speaker)]
        for number, (speaker, run) in enumerate(runs):
            if speaker is None:
                yield from filter(None, map(self.block, run))
            else:
                before = [near[-1] for _, near in runs[max(0, number - 1) : number]]
                yield self._quote(run, [*before, *(near[0] for _, near in runs[number + 1 : number + 2])])

    def _paragraph(self, block: Block) -> Markup:
        kind = Markup(' class="note"') if block.kind == "note" else ""
        words = self.scribe.run(block.segments)
        return Markup('<p id="{}"{}>{}</p>').format(block.id, kind, words) if words else Markup("")

    def _heading(self, block: Block) -> Markup:
        words = self.scribe.run(block.segments)
        level = Markup(f"h{self.outline.level(block.level)}")  # noqa: S704 - a number
        return Markup('<{0} id="{1}">{2}</{0}>').format(level, block.id, words) if words else Markup("")

    def _quote(self, run: list[Block], beside: Iterable[Block] = ()) -> Markup:
        """Return a quotation; who speaks stands under it only where neither it nor a block beside it says so."""
        said = Markup("\n").join(self._paragraph(block) for block in run)
        speaker = run[0].speaker
        if not speaker or any(says_who(block.source_text, speaker) for block in run) or _named(speaker, beside):
            return Markup("<blockquote>{}</blockquote>").format(said)
        who = named(speaker, self.scribe.release.source_lang)
        return Markup('<figure class="quote"><blockquote>{}</blockquote><figcaption>{}</figcaption></figure>').format(
            said, who
        )

    def _list(self, block: Block) -> Markup:
        names = [name for name in block.part_names() if name.startswith("i")]
        intro = self.scribe.run(block.part_segments(""))
        opening = Markup("<p>{}</p>\n").format(intro) if intro else Markup("")
        return opening + self._items(block, names, block.id)

    def _items(self, block: Block, names: list[str], ident: str | None = None) -> Markup:
        tag = Markup("ol") if block.ordered else Markup("ul")
        mark = Markup(' id="{}"').format(ident) if ident else ""
        items = [
            Markup("<li>{}{}</li>").format(self.scribe.run(block.part_segments(name)), self._inner(block, beneath))
            for name, beneath in _tree(names)
        ]
        return Markup("<{0}{1}>\n{2}\n</{0}>").format(tag, mark, Markup("\n").join(items))

    def _inner(self, block: Block, names: list[str]) -> Markup:
        return Markup("\n{}").format(self._items(block, names)) if names else Markup("")

    def _table(self, block: Block) -> Markup:
        height, width = block.shape or (0, 0)
        if not height or not width:
            return Markup("")
        grid = Grid.of(block)
        rows = [self._row(block, grid, row) for row in range(1, height + 1)]
        head, body = rows[: block.header_rows], rows[block.header_rows :]
        caption = self.scribe.run(block.part_segments("caption"))
        return Markup(
            '<section class="scroll" tabindex="0" aria-label="{}"><table id="{}">{}{}{}</table></section>'
        ).format(
            block.part("caption") or self._table_name(block),
            block.id,
            Markup("<caption>{}</caption>").format(caption) if caption else "",
            Markup("<thead>{}</thead>").format(Markup("").join(head)) if head else "",
            Markup("<tbody>{}</tbody>").format(Markup("").join(body)) if body else "",
        )

    def _table_name(self, block: Block) -> str:
        tables = [one.id for one in self.scribe.release.blocks() if one.kind == "table"]
        number = f" {tables.index(block.id) + 1}" if len(tables) > 1 else ""
        return self.say.plain("Table") + number

    def _row(self, block: Block, grid: Grid, row: int) -> Markup:
        cells = (
            self._cell(block, grid.extent(row, column), grid)
            for column in range(1, grid.width + 1)
            if (row, column) not in grid.covered
        )
        return Markup("<tr>{}</tr>").format(Markup("").join(cells))

    def _cell(self, block: Block, cell: Merged, grid: Grid) -> Markup:
        words = self.scribe.run(block.part_segments(f"r{cell.row}.c{cell.column}"))
        across = Markup(' colspan="{}"').format(cell.columns) if cell.columns > 1 else ""
        down = Markup(' rowspan="{}"').format(cell.rows) if cell.rows > 1 else ""
        scope = grid.scope(cell) if words else ""
        if scope:
            return Markup('<th scope="{}"{}{}>{}</th>').format(scope, across, down, words)
        return Markup("<td{}{}>{}</td>").format(across, down, words)

    def _figure(self, block: Block) -> Markup:
        """Return what a picture shows and says; the picture itself stays where it is, nothing is fetched."""
        alt = self.scribe.run(block.part_segments("alt")) if block.alt != block.caption else Markup("")
        caption = self.scribe.run(block.part_segments("caption") or block.part_segments(""))
        credit = self.scribe.run(block.part_segments("credit"))
        if not (alt or caption or credit):
            return Markup("")
        shown = (
            Markup('<p class="alt"><span class="label">{}</span> {}</p>').format(self.say("Picture"), alt)
            if alt
            else ""
        )
        small = Markup("<small>{}</small>").format(credit) if credit else ""
        text = Markup("<figcaption>{} {}</figcaption>").format(caption, small) if caption or credit else ""
        return Markup('<figure id="{}" class="picture">{}{}</figure>').format(block.id, shown, text)


def _named(speaker: str, beside: Iterable[Block]) -> bool:
    """Tell whether a paragraph beside a quotation names its speaker: `Jo Hart said:` or `— Jo Hart`."""
    return any(block.kind == "paragraph" and speaker.split()[-1] in block.source_text for block in beside)


def _speaker(block: Block) -> str | None:
    return (block.speaker or block.id) if block.kind == "quote" else None


def _tree(names: list[str]) -> Iterator[tuple[str, list[str]]]:
    """Yield each item of the outermost list with the names of the items nested beneath it."""
    start = 0
    while start < len(names):
        name, end = names[start], start + 1
        while end < len(names) and names[end].startswith(f"{name}."):
            end += 1
        yield name, names[start + 1 : end]
        start = end


def sentences(blocks: Iterable[Block]) -> Iterator[Segment]:
    """Yield the sentences of blocks, in reading order."""
    for block in blocks:
        yield from block.segments
