"""Outputs against gold: the figures of one extractor on one set of pages."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from benchmarks.parse.gold import Block, Gold
from benchmarks.parse.words import furniture, harmonic, is_same, mean, pairs, score, text_counts, tokens

KINDS = ("heading", "paragraph", "list_item", "quote", "caption", "table_row")
LEAST = 3  # pages that must have a kind before its figure says anything


@dataclass(frozen=True, slots=True)
class Output:
    """What an extractor found on a page; None where it gives no such thing."""

    text: str = ""
    blocks: tuple[Block, ...] | None = None
    title: str | None = None
    date: str | None = None
    standfirst: str | None = None
    quotes: tuple[tuple[str, str], ...] | None = None
    notes: tuple[str, ...] | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1; None where the gold or the extractor has no such thing."""

    text: float | None = None
    running: float | None = None
    structure: float | None = None
    kinds: dict[str, float | None] = field(default_factory=dict)
    title: float | None = None
    date: float | None = None
    standfirst: float | None = None
    quotes: float | None = None
    notes: float | None = None
    furniture: float | None = None


Row = tuple[Gold, Output]


def figures(rows: Sequence[Row], least: int = LEAST) -> Figures:
    """Return the figures of an extractor's outputs."""
    kinds = _kinds(rows, least) if any(out.blocks is not None for _, out in rows) else dict.fromkeys(KINDS)
    shown = [value for value in (kinds[kind] for kind in KINDS[:4]) if value is not None]
    return Figures(
        text=score([text_counts(gold.text, out.text, gold.ignored) for gold, out in rows]),
        running=_running(rows),
        structure=mean(shown) if shown else None,
        kinds=kinds,
        title=_share(rows, lambda gold: gold.title, lambda out: out.title, _equal),
        date=_share(rows, lambda gold: gold.date, lambda out: out.date, str.__eq__),
        standfirst=_share(rows, lambda gold: " ".join(gold.standfirst), lambda out: out.standfirst, _alike),
        quotes=_quotes(rows),
        notes=_notes(rows),
        furniture=_furniture(rows),
    )


def _running(rows: Sequence[Row]) -> float | None:
    """Return the F1 of the text without captions, which gold made by people mostly leaves out."""
    told = [
        (gold, "\n".join(text for kind, text in out.blocks if kind != "caption"))
        for gold, out in rows
        if out.blocks is not None
    ]
    return score([text_counts(gold.text, text, gold.ignored) for gold, text in told]) if told else None


def _kinds(rows: Sequence[Row], least: int) -> dict[str, float | None]:
    """Return the F1 of each kind: text and kind must match; precision and recall are means over pages."""
    pages = [_matched(gold, out.blocks or ()) for gold, out in rows if gold.blocks is not None]
    found: dict[str, float | None] = {}
    for kind in KINDS:
        counts = [page[kind] for page in pages]
        precise = [right / given for right, given, _ in counts if given]
        full = [right / wanted for right, _, wanted in counts if wanted]
        found[kind] = harmonic(mean(precise), mean(full)) if len(full) >= least else None
    return found


def _matched(gold: Gold, blocks: Sequence[Block]) -> dict[str, tuple[int, int, int]]:
    """Return right, given and wanted blocks of a page by kind; those that match an ignored text count for nothing."""
    wanted = [(kind, row) for kind, text in gold.blocks or () if (row := tokens(text))]
    given = [(kind, row) for kind, text in blocks if (row := tokens(text))]
    found = pairs([row for _, row in wanted], [row for _, row in given])
    taken = {other for _, other in found}
    rest = [at for at in range(len(given)) if at not in taken]
    free = [row for text in (*gold.ignored, *gold.standfirst, *gold.notes) if (row := tokens(text))]
    aside = {rest[other] for _, other in pairs(free, [given[at][1] for at in rest])}
    return {
        kind: (
            sum(wanted[at][0] == kind == given[other][0] for at, other in found),
            sum(block[0] == kind for at, block in enumerate(given) if at not in aside),
            sum(block[0] == kind for block in wanted),
        )
        for kind in KINDS
    }


def _share(
    rows: Sequence[Row],
    wanted: Callable[[Gold], str],
    given: Callable[[Output], str | None],
    same: Callable[[str, str], bool],
) -> float | None:
    """Return on which share of the pages that have a field it is right."""
    asked = [(gold, given(out)) for gold, out in rows if wanted(gold)]
    if not asked or all(said is None for _, said in asked):
        return None
    return mean([same(wanted(gold), said or "") for gold, said in asked])


def _equal(one: str, other: str) -> bool:
    return tokens(one) == tokens(other)


def _alike(one: str, other: str) -> bool:
    return is_same(tokens(one), tokens(other))


def _quotes(rows: Sequence[Row]) -> float | None:
    """Return the F1 of quotations: 80 % of the words, and the speaker's last name in the speaker given."""
    return _counted(_quote_counts(gold, out.quotes or ()) for gold, out in rows if out.quotes is not None)


def _quote_counts(gold: Gold, given: Sequence[tuple[str, str]]) -> tuple[int, int, int]:
    found = pairs([tokens(text) for _, text in gold.quotes], [tokens(text) for _, text in given])
    right = sum(tokens(gold.quotes[at][0])[-1] in tokens(given[other][0]) for at, other in found)
    return right, len(given), len(gold.quotes)


def _notes(rows: Sequence[Row]) -> float | None:
    """Return the F1 of the blocks of contacts and notes to editors."""
    return _counted(
        (
            len(pairs(list(map(tokens, gold.notes)), list(map(tokens, out.notes)))) if gold.notes else 0,
            len(out.notes),
            len(gold.notes),
        )
        for gold, out in rows
        if out.notes is not None
    )


def _counted(counts: Iterator[tuple[int, int, int]]) -> float | None:
    right, given, wanted = (sum(column) for column in zip((0, 0, 0), *counts, strict=True))
    if not wanted:
        return None
    return harmonic(right / given, right / wanted) if given else 0.0


def _furniture(rows: Sequence[Row]) -> float | None:
    """Return which share of all words in the output is the page's own furniture."""
    strange = total = 0
    for gold, out in rows:
        wanted = (
            gold.text, gold.title, *gold.ignored, *gold.standfirst, *gold.notes,
            *(text for _, text in gold.blocks or ()),
        )  # fmt: skip
        found = furniture([text for _, text in out.blocks] if out.blocks else out.text.splitlines(), wanted)
        strange, total = strange + found[0], total + found[1]
    return strange / total if total else None
