"""A release as plain text: headings underlined, lists with marks, one blank line between blocks."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from plainspoken.model import Block, Release
from plainspoken.quotations import says_who
from plainspoken.writers.say import Say


def plain_text(release: Release, say: Say) -> str:
    """Return the whole release as plain text, in reading order, ending with a line end."""
    parts = [part for section in release.sections for part in _section(section.role, section.blocks, say)]
    parts += _imprint(release, say)
    return "\n\n".join(part for part in parts if part.strip()) + "\n"


def _section(role: str, blocks: tuple[Block, ...], say: Say) -> Iterator[str]:
    for number, block in enumerate(blocks):
        if role == "headline" and number == 0:
            yield _underlined(block.text, "=")
        else:
            yield _block(block, say)


def _block(block: Block, say: Say) -> str:
    match block.kind:
        case "heading":
            return _underlined(block.text, "-")
        case "quote":
            silent = block.speaker and not says_who(block.source_text, block.speaker)
            return f"{block.text}\n— {block.speaker}" if silent else block.text
        case "list":
            return _list(block)
        case "table":
            return "\n".join(" | ".join(row) for row in block.rows)
        case "figure":
            return _figure(block, say)
        case _:
            return block.text


def _list(block: Block) -> str:
    numbers: dict[str, int] = {}
    lines = [block.part("")]
    for name in (name for name in block.part_names() if name.startswith("i")):
        parent, depth = name.rpartition(".")[0], name.count(".")
        numbers[parent] = numbers.get(parent, 0) + 1
        mark = f"{numbers[parent]}." if block.ordered else "-"
        lines.append(f"{'  ' * depth}{mark} {block.part(name)}")
    return "\n".join(line for line in lines if line)


def _figure(block: Block, say: Say) -> str:
    label = say.plain("Picture")
    shown = f"[{label}: {block.alt}]" if block.alt else ""
    return "\n".join(line for line in (shown, block.caption or block.part(""), block.credit) if line)


def _imprint(release: Release, say: Say) -> Iterator[str]:
    lines = [say.plain("Published by %(publisher)s", publisher=release.publisher)] if release.publisher else []
    if release.source_lang:
        lines.append(say.plain("Translated from %(language)s", language=say.language(release.source_lang)))
    yield "\n".join([*lines, *([release.url] if release.url else [])])


def _underlined(text: str, mark: str) -> str:
    width = sum(_width(character) for character in text)
    return f"{text}\n{mark * min(max(width, 3), 72)}"


def _width(character: str) -> int:
    """Return the columns that a character takes (Unicode Standard Annex 11)."""
    if unicodedata.combining(character):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1
