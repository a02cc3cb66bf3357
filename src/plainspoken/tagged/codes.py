"""A sentence's inline markup as numbered codes over its plain text, there and back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainspoken.model import Inline


@dataclass(frozen=True, slots=True)
class Code:
    """One piece of inline markup, such as a link, over the characters `start` to `end` (its end excluded).

    Attributes:
        number: its number in the sentence: 1 is the first to open.
        parent: the number of the code that it stands in; 0 where it stands in none.
        mark: the markup itself, without words and children.
    """

    number: int
    parent: int
    start: int
    end: int
    mark: Inline

    @property
    def point(self) -> bool:
        """Whether it stands at a place rather than round words: a line break, or markup that holds nothing."""
        return self.mark.kind == "break" or self.start == self.end


@dataclass(frozen=True, slots=True)
class Tagged:
    """A sentence as plain text and the codes over it, in order of their numbers: outer ones before inner ones."""

    text: str
    codes: tuple[Code, ...] = ()

    def children(self, number: int) -> tuple[Code, ...]:
        """Return the codes that stand directly in a code, as they stand in the text; 0 means in none."""
        inside = (code for code in self.codes if code.parent == number)
        return tuple(sorted(inside, key=lambda code: (code.start, code.end, code.number)))


def tagged(tree: Sequence[Inline]) -> Tagged:
    """Return a sentence's spans as plain text and numbered codes.

    >>> from plainspoken.model import Inline
    >>> tagged([Inline("text", "Call "), Inline("strong", "101")]).codes[0].start
    5
    """
    codes: list[Code] = []
    end = 0
    for span in tree:
        end = _number(span, end, 0, codes)
    return Tagged("".join(span.text for span in tree), tuple(codes))


def _number(span: Inline, start: int, parent: int, codes: list[Code]) -> int:
    number, place = parent, len(codes)
    if span.kind != "text":
        number = place + 1
        codes.append(Code(number, parent, start, start, replace(span, text="", children=())))
    end = start
    for child in span.children:
        end = _number(child, end, number, codes)
    end = end if span.children else start + len(span.text)
    if span.kind != "text":
        codes[place] = replace(codes[place], end=end)
    return end


def spans(sentence: Tagged) -> tuple[Inline, ...]:
    """Return the spans of a sentence: the inverse of `tagged`, with neighbouring runs of plain words as one."""
    return tuple(_inside(sentence, 0, 0, len(sentence.text)))


def _inside(sentence: Tagged, number: int, start: int, end: int) -> Iterator[Inline]:
    for code in sentence.children(number):
        if code.start > start:
            yield Inline("text", sentence.text[start : code.start])
        inner = tuple(_inside(sentence, code.number, code.start, code.end))
        leaf = all(child.kind == "text" for child in inner)
        yield replace(code.mark, text=sentence.text[code.start : code.end], children=() if leaf else inner)
        start = code.end
    if end > start:
        yield Inline("text", sentence.text[start:end])
