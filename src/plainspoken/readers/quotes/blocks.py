"""Which paragraph is a quotation, which line signs one, which only repeats one."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plainspoken.marks import quoted, spoken
from plainspoken.readers.draft import Draft
from plainspoken.readers.quotes.attribution import sentences, signed
from plainspoken.readers.quotes.names import Person

_PULLED = re.compile(r"pull[ _-]?(?:out[ _-]?)?quote|quote[ _-]?pull", re.IGNORECASE)
_LONGEST_LEAD = 45  # words of attribution that may stand round a quotation


def is_quotation(text: str) -> bool:
    """Tell whether a paragraph with a speaker is a quotation as a whole.

    It is where the marks open at its start or after the attribution, and nothing else but attribution stands outside
    them. This is the one place where that is decided: return False here, and only block quotations are quotes.

    >>> is_quotation("“It is open,” said Rosa Long. “Come and see us.”")
    True
    >>> is_quotation("The hall is open again. Rosa Long said: “Come and see us.”")
    False
    """
    pieces = spoken(text)
    if text.rstrip()[-1:].isalnum() and pieces and pieces[-1].closed:
        return False  # no stop at the end: a standfirst
    if not pieces or len(pieces) < len([one for one in quoted(text) if one.end - one.start > 40]):
        return False
    edges = [-1, *(edge for one in pieces for edge in (one.start - 1, one.end)), len(text)]
    outside = [text[start + 1 : max(start + 1, end)] for start, end in zip(edges[::2], edges[1::2], strict=True)]
    around, inside = (
        sum(len(run.split()) for run in part) for part in (outside, (text[a.start : a.end] for a in pieces))
    )
    if around > min(_LONGEST_LEAD, inside + 4):
        return False
    lead, *between = outside
    if any(map(str.isalpha, lead)) and lead.rstrip()[-1:] not in (":", "：") and len(lead.split()) > 8:
        return False
    return len(list(_worded(lead))) < 2 and all(_is_attribution(gap) for gap in between)


def _is_attribution(gap: str) -> bool:
    """One clause between two quotations ends the first; a second may lead to the next."""
    clauses = list(_worded(gap))
    return len(clauses) < 2 or (len(clauses) == 2 and clauses[-1].rstrip().endswith((":", ",", "：")))


def _worded(text: str) -> list[str]:
    return [clause for clause in sentences(text) if any(map(str.isalpha, clause))]


def signature(drafts: Sequence[Draft], at: int) -> Person | None:
    """Return who signs the block quotation before a line: `— Jane Roe, chief nurse`; None if the line is none."""
    draft = drafts[at]
    if not at or drafts[at - 1].kind != "quote" or len(draft.text.split()) > 20:
        return None
    dashed = draft.text[:1] in "—–―-"
    if draft.kind != "quote" and not dashed:
        return None
    return signed(draft.text)


def without_pulled(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts without quotations that repeat a sentence of the text in large letters."""
    prose = [_key(draft.text) for draft in drafts if draft.kind == "paragraph" and not _is_pulled(draft)]
    return [
        draft
        for draft in drafts
        if not (
            (draft.kind == "quote" or _is_pulled(draft))
            and len(draft.text.split()) > 4
            and any(_key(_unsigned(draft.text)) in text for text in prose)
        )
    ]


def _is_pulled(draft: Draft) -> bool:
    return draft.kind == "paragraph" and bool(_PULLED.search(draft.hints))


def _unsigned(text: str) -> str:
    return re.sub(r"[\s”\"»][—–―-]\s*[^—–―.]{3,120}$", "", text) if signed(text) else text


def _key(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))
