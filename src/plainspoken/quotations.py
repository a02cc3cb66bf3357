"""What people said in a release: quotations put together over the blocks that they run through."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from plainspoken.marks import OPENING, Quoted, quoted, spoken

_STOP_WITHIN = re.compile(r"[.!?…][)\]]?\s+\w")
_SIGNATURE = re.compile(r"\s*[—–―-]\s*[^—–―\n]{3,160}$")


@dataclass(frozen=True, slots=True)
class Quotation:
    """What somebody said, in one go.

    Attributes:
        speaker: who; None where the release doesn't say.
        title: what the release says the speaker is.
        text: the words without the marks; a new paragraph is a new line.
        at: the ids of the blocks that it stands in.
    """

    speaker: str | None
    title: str | None
    text: str
    at: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Said:
    """A block that somebody is quoted in.

    Attributes:
        at: its id.
        text: its text.
        whole: whether it is a quotation as a whole, with marks or without.
        speaker: who.
        title: what the release says the speaker is.
        follows: whether nothing stands between it and the block before.
    """

    at: str
    text: str
    whole: bool
    speaker: str | None
    title: str | None
    follows: bool


def collect(blocks: Iterable[Said]) -> tuple[Quotation, ...]:
    """Return the quotations of blocks; one that goes on in the next block is one.

    >>> one = Said("body.p2", "Rosa Long said: “It is open.", False, "Rosa Long", None, True)
    >>> two = Said("body.p3", "“Come in!”", True, "Rosa Long", None, True)
    >>> [quotation.text for quotation in collect([one, two])]
    ['It is open.\\nCome in!']
    """
    found: list[Quotation] = []
    for block in blocks:
        texts = list(_texts(block))
        if texts and found and block.follows and found[-1].speaker == block.speaker and _goes_on(block):
            last = found.pop()
            found.append(replace(last, text=f"{last.text}\n{texts.pop(0)}", at=(*last.at, block.at)))
        found.extend(Quotation(block.speaker, block.title, text, (block.at,)) for text in texts)
    return tuple(found)


def says_who(text: str, speaker: str) -> bool:
    """Tell whether a text with a quotation says itself who speaks, so that nobody must add it.

    >>> says_who("She added: “Come in!”", "Rosa Long"), says_who("“Come in!”", "Rosa Long")
    (True, False)
    """
    return _outside(text) or speaker.split()[-1] in text


def _goes_on(block: Said) -> bool:
    """A paragraph of nothing but quotation, or of a block quotation, goes on from the one before."""
    pieces = quoted(block.text)
    return not _outside(block.text) if pieces else block.whole


def _outside(text: str) -> bool:
    """Tell whether a text with quotation marks has words outside them."""
    pieces = quoted(text)
    if not pieces:
        return False
    edges = [0, *(edge for one in pieces for edge in (one.start, one.end)), len(text)]
    return any(char.isalnum() for start, end in zip(edges[::2], edges[1::2], strict=True) for char in text[start:end])


def _texts(block: Said) -> Iterator[str]:
    pieces = spoken(block.text)
    if not pieces or (block.whole and block.text[:1] not in OPENING and _outside_is_most(block.text, pieces)):
        if block.whole:
            signed = block.speaker and block.speaker in block.text[-160:]
            yield (_SIGNATURE.sub("", block.text) if signed else block.text).strip()
        return
    texts: list[str] = []
    end: int | None = None
    for one in pieces:
        words = block.text[one.start : one.end].strip()
        if end is not None and not _STOP_WITHIN.search(block.text[end : one.start - 1]):
            words = f"{texts.pop()} {words}"
        texts.append(words)
        end = one.end + 1
    yield from texts


def _outside_is_most(text: str, pieces: tuple[Quoted, ...]) -> bool:
    """A block quotation without marks of its own may quote something itself."""
    inside = sum(one.end - one.start for one in pieces)
    return inside * 2 < len(text) and pieces[-1].closed and text.rstrip()[-1:] not in '”»“"'
