"""Small articles for the readers' tests: markup in, drafts out."""

from __future__ import annotations

from plainspoken.readers import blocks
from plainspoken.readers.draft import Draft
from plainspoken.readers.inline import Context
from plainspoken.readers.runs import words

PROSE = "The council has opened the new footbridge over the river after two years of work."


def drafts(markup: str, *, lang: str = "en", base: str = "https://town.example/news/1") -> list[Draft]:
    """Return the drafts of an article's markup."""
    return blocks.read(markup, Context(lang, base), "")


def told(markup: str, **more: str) -> list[tuple[str, str]]:
    """Return the kind and the words of each block; a heading with its level, a list with its items by name."""
    return [(_kind(draft), _words(draft)) for draft in drafts(markup, **more)]


def _kind(draft: Draft) -> str:
    if draft.kind == "heading":
        return f"h{draft.level}"
    return "ordered" if draft.ordered else draft.kind


def _words(draft: Draft) -> str:
    if draft.kind in ("list", "figure", "table"):
        return " | ".join(f"{name}: {words(runs)}" for name, runs in draft.parts)
    return words(draft.runs)
