"""Codes written into the text as numbered tags, `Call <1>101</1>`: what memories, XLIFF and chat models carry."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plainspoken.tagged.codes import Code, Tagged

_TAG = re.compile(r"<(/?)(\d{1,4})(/?)>")
_ENTITIES = {"&lt;": "<", "&gt;": ">", "&amp;": "&"}
_ENTITY = re.compile("|".join(_ENTITIES))


def serialize(sentence: Tagged) -> str:
    """Return the text with `<1>..</1>` round words and `<2/>` at a place; `<` and `&` of the text itself are escaped.

    A line break is a place: its white space is not written, and is the code's own again when parsed.
    """
    return _inside(sentence, 0, 0, len(sentence.text))


def _inside(sentence: Tagged, number: int, start: int, end: int) -> str:
    pieces = []
    for code in sentence.children(number):
        pieces.append(_escape(sentence.text[start : code.start]))
        inner = _inside(sentence, code.number, code.start, code.end)
        pieces.append(f"<{code.number}/>" if code.point else f"<{code.number}>{inner}</{code.number}>")
        start = code.end
    return "".join(pieces) + _escape(sentence.text[start:end])


def parse(text: str, like: Sequence[Code]) -> Tagged | None:
    """Return the sentence that a numbered text describes, with the marks of `like`.

    None where its codes are not those of `like`, each once and nested alike.
    """
    codes = {code.number: code for code in like}
    found: list[Code] = []
    open_codes: list[int] = []
    plain_text, position = "", 0
    for tag in _TAG.finditer(text):
        plain_text += _unescape(text[position : tag.start()])
        position = tag.end()
        closes, number, alone = bool(tag[1]), int(tag[2]), bool(tag[3])
        code = codes.get(number)
        if closes:
            if not open_codes or open_codes.pop() != number:
                return None
            found = [replace(one, end=len(plain_text)) if one.number == number else one for one in found]
            continue
        if code is None or alone != code.point or code.parent != (open_codes[-1] if open_codes else 0):
            return None
        start = len(plain_text)
        plain_text += "\n" if code.mark.kind == "break" and code.end > code.start else ""
        found.append(replace(code, start=start, end=len(plain_text)))
        if not alone:
            open_codes.append(number)
    plain_text += _unescape(text[position:])
    if open_codes or sorted(one.number for one in found) != sorted(codes):
        return None
    return Tagged(plain_text, tuple(sorted(found, key=lambda one: one.number)))


def plain(text: str) -> str:
    """Return the plain words of a numbered text, its codes left out; a code at a place between words is a space."""
    bare = re.sub(r"(?<=\S)<\d{1,4}/>(?=\S)", " ", text)
    return _unescape(_TAG.sub("", bare))


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _unescape(text: str) -> str:
    return _ENTITY.sub(lambda found: _ENTITIES[found[0]], text)
