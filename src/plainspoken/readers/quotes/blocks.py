"""Which paragraph is a quotation, which line signs one, which only repeats one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plainspoken.marks import spoken
from plainspoken.readers.draft import Draft
from plainspoken.readers.quotes.attribution import signed
from plainspoken.readers.quotes.names import Person

_PULLED = re.compile(r"pull[ _-]?(?:out[ _-]?)?quote|quote[ _-]?pull", re.IGNORECASE)


def is_quotation(text: str) -> bool:
    """Tell whether a paragraph with a speaker is a quotation as a whole: nothing is said outside the marks.

    A paragraph that tells in its own words who speaks is prose: it keeps its kind, and has the speaker beside it. This
    is the one place where that is decided.

    >>> is_quotation("“It is open. Come and see us.”")
    True
    >>> is_quotation("“It is open,” said Rosa Long. “Come and see us.”")
    False
    """
    pieces = spoken(text)
    edges = [0, *(edge for one in pieces for edge in (one.start, one.end)), len(text)]
    outside = (text[start:end] for start, end in zip(edges[::2], edges[1::2], strict=True))
    return bool(pieces) and not any(sign.isalnum() for run in outside for sign in run)


def signature(drafts: Sequence[Draft], at: int) -> Person | None:
    """Return who signs the block quotation before a line: `— Jane Roe, chief nurse`; None if the line is none."""
    draft = drafts[at]
    if not at or len(draft.text.split()) > 20:
        return None
    dashed = draft.text[:1] in "—–―-"
    if drafts[at - 1].kind != "quote" and not (dashed and is_quotation(drafts[at - 1].text)):
        return None
    if draft.kind != "quote" and not dashed:
        return None
    return signed(draft.text)


def without_pulled(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without quotations that repeat a sentence of the text in large letters."""
    pulled = [draft.kind == "quote" or _is_pulled(draft) for draft in drafts]
    if not any(pulled):
        return list(drafts)
    prose = "\n".join(_key(draft.text) for draft in drafts if draft.kind == "paragraph" and not _is_pulled(draft))
    return [
        draft
        for draft, may_repeat in zip(drafts, pulled, strict=True)
        if not (may_repeat and len(draft.text.split()) > 4 and _key(_unsigned(draft.text)) in prose)
    ]


def _is_pulled(draft: Draft) -> bool:
    return draft.kind == "paragraph" and bool(_PULLED.search(draft.hints))


def _unsigned(text: str) -> str:
    return re.sub(r"[\s”\"»][—–―-]\s*[^—–―.]{3,120}$", "", text) if signed(text) else text


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
