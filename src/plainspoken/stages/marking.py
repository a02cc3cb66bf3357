"""The markup of an easy sentence: the links of its source, and its hard word in bold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainspoken.model import Inline, plain


def linked(text: str, spans: Sequence[Inline]) -> tuple[Inline, ...]:
    """Return the words with the links of their source round the same words."""
    for span in _links(spans):
        start = text.find(span.text)
        if span.text.strip() and start >= 0:
            end = start + len(span.text)
            link = Inline(span.kind, span.text, href=span.href, lang=span.lang)
            return (*plain(text[:start]), link, *(linked(text[end:], spans) if end < len(text) else ()))
    return plain(text)


def emphasised(spans: Sequence[Inline], start: int, end: int) -> tuple[Inline, ...]:
    """Return the spans with the characters `start` to `end` in bold; as they are, where other markup cuts them.

    >>> [span.kind for span in emphasised(plain("He is on bail now."), 9, 13)]
    ['text', 'strong', 'text']
    """
    done: list[Inline] = []
    place = 0
    for span in spans:
        done += _within(span, start - place, end - place)
        place += len(span.text)
    return tuple(done)


def _within(span: Inline, start: int, end: int) -> tuple[Inline, ...]:
    if start < 0 or end > len(span.text) or start >= end or (span.kind != "text" and span.children):
        return (span,)
    pieces = (
        *plain(span.text[:start]),
        Inline("strong", span.text[start:end]),
        *plain(span.text[end:]),
    )
    if span.kind == "text":
        return pieces
    return (replace(span, children=pieces),) if len(pieces) > 1 else (Inline("strong", span.text, children=(span,)),)


def _links(spans: Sequence[Inline]) -> Iterator[Inline]:
    for span in spans:
        if span.kind in {"link", "lang"}:
            yield span
        else:
            yield from _links(span.children)
