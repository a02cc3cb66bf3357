"""What the commands print for people: a release's outline, a pack's summary."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plainspoken import lang
from plainspoken.findings import CODES, Finding
from plainspoken.model import Block, Release
from plainspoken.pack import Pack

_LEVELS = ("error", "warning", "info")


def outline(release: Release) -> str:
    """Return a release as readable text: each block with its role and kind."""
    return "\n".join(_outline(release))


def side_by_side(release: Release, easy: Release) -> str:
    """Return each easy-read sentence above the sentence it came from, with the rule that made it."""
    sources = {segment.id: segment.text for segment in release.segments()}
    rows = []
    for segment in easy.segments():
        origin = ", ".join(segment.origin)
        source = " ".join(sources.get(one, "") for one in segment.origin)
        rows.append(f"{segment.text}\n    from {origin or '-'} by {segment.rule or '-'}: {source}")
    return "\n".join(rows)


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
