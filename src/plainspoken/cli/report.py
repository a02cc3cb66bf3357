"""What the commands print for people: a release's outline, a pack's summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from textwrap import wrap

from plainspoken import lang
from plainspoken.findings import CODES, Finding, Level
from plainspoken.model import Block, Release, Segment
from plainspoken.pack import Pack

_LEVELS = ("error", "warning", "info")
_WIDE = 80  # columns: in fewer, two sentences side by side are too narrow to read


def outline(release: Release) -> str:
    """Return a release as readable text: each block with its role and kind."""
    return "\n".join(_outline(release))


def side_by_side(release: Release, easy: Release, columns: int | None = None) -> str:
    """Return each easy-read sentence beside the sentence it came from, with the rule that made it and what is doubtful.

    Args:
        release: the full release.
        easy: its easy-read edition.
        columns: how wide the terminal is. Where it is narrow or None, the source stands beneath, in one line.
    """
    sources = {segment.id: segment.text for segment in release.segments()}
    doubts: dict[str, list[str]] = {}
    for one in easy.findings:
        doubts.setdefault(one.at, []).append(f"{one.level}: {one.message} [{one.code}]")
    rows = [_Told(one, sources, tuple(doubts.get(one.id, ()))) for one in easy.segments()]
    if columns is None or columns < _WIDE:
        return "\n".join(row.beneath() for row in rows)
    half = (columns - 3) // 2
    return "\n".join([f"{'EASY READ':{half}} | THE RELEASE", *(row.beside(half) for row in rows)])


@dataclass(frozen=True, slots=True)
class _Told:
    """An easy sentence with where it comes from."""

    segment: Segment
    sources: Mapping[str, str]
    doubts: tuple[str, ...]

    @property
    def source(self) -> str:
        return " ".join(self.sources.get(one, "") for one in self.segment.origin)

    def beneath(self) -> str:
        origin = ", ".join(self.segment.origin)
        first = f"{self.segment.text}\n    from {origin or '-'} by {self.segment.rule or '-'}: {self.source}"
        return "\n".join([first, *(f"    {doubt}" for doubt in self.doubts)])

    def beside(self, half: int) -> str:
        left = wrap(self.segment.text, half) + wrap(f"  by {self.segment.rule or '-'}", half, subsequent_indent="  ")
        for doubt in self.doubts:
            left += wrap(f"  {doubt}", half, subsequent_indent="  ")
        right = wrap(self.source, half) + wrap(f"  {', '.join(self.segment.origin) or '-'}", half)
        lines = (f"{one:{half}} | {other}".rstrip() for one, other in zip_longest(left, right, fillvalue=""))
        return "\n".join([f"{'-' * half}-+-{'-' * half}", *lines])


def tally(found: Sequence[Finding]) -> str:
    """Return how many findings there are of each level.

    >>> tally([])
    'no rule that a machine can check is broken'
    """
    if not found:
        return "no rule that a machine can check is broken"
    counts = Counter(one.level for one in found)
    names: tuple[tuple[Level, str], ...] = (("error", "error"), ("warning", "warning"), ("info", "note"))
    said = (f"{counts[level]} {name}{'s' * (counts[level] != 1)}" for level, name in names)
    return ", ".join(said)


def summary(pack: Pack) -> str:
    """Return where the pack is, what is in it, and what needs a person's eye."""
    names = ", ".join(lang.name(tag, "en") for tag in pack.langs)
    lines = [f"{pack.slug}: {len(pack.langs)} languages ({names})", f"  open {pack.index.resolve()}"]
    if pack.archive:
        lines.append(f"  zip  {pack.archive.resolve()}")
    return "\n".join([*lines, *_eye(pack.findings)])


def pack_json(pack: Pack) -> dict[str, object]:
    """Return a pack as the JSON-ready values of its event."""
    return {
        "event": "pack",
        "slug": pack.slug,
        "folder": str(pack.folder),
        "archive": str(pack.archive) if pack.archive else None,
        "langs": list(pack.langs),
        "findings": [finding.to_dict() for finding in pack.findings],
    }


def _outline(release: Release) -> Iterator[str]:
    facts = (release.lang, release.publisher, release.published, release.url)
    yield " · ".join(fact for fact in facts if fact)
    for section in release.sections:
        yield f"\n[{section.role}]"
        for block in section.blocks:
            yield from _block(block)
    if release.findings:
        yield ""
    for one in release.findings:
        yield f"{one.level}: {one.at or release.lang}: {one.message} [{one.code}]"


def _block(block: Block) -> Iterator[str]:
    speaker = f" ({block.speaker})" if block.speaker else ""
    mark = "" if block.kind == "paragraph" else f"{block.kind}{speaker}: "
    for line in block.text.splitlines() or [block.src or ""]:
        yield f"  {mark}{line}"


def _eye(findings: tuple[Finding, ...]) -> Iterator[str]:
    """Yield what a person should look at: each error, then how many of each warning, by language."""
    if not any(one.level != "info" for one in findings):
        return
    yield "  For a person's eye:"
    for one in findings:
        if one.level == "error":
            yield f"    error    {one.at}: {one.message} [{one.code}]"
    counts = Counter(one.code for one in findings if one.level == "warning")
    for code, count in counts.most_common():
        places = sorted(
            {one.at.split(":")[0] for one in findings if one.code == code and one.level == "warning"} - {""}
        )
        where = f" ({', '.join(places)})" if places else ""
        yield f"    warning  {count} × {CODES[code][1] if code in CODES else code}{where} [{code}]"
