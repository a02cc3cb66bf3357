"""Numbered text as XML elements, there and back: how XLIFF 1.2 and 2.0 write inline codes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from plainspoken.tagged import Code

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TAG = re.compile(r"<(/?)(\d{1,4})(/?)>")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


@dataclass(frozen=True, slots=True)
class Dialect:
    """What an XLIFF calls a code round words and one at a place, and how it says what they stand for."""

    namespace: str
    pair: str
    point: str

    def marks(self, code: Code | None) -> dict[str, str]:
        """Return the attributes that say what a code stands for, beside its `id`."""
        if code is None:
            return {}
        return _marks_1(code) if self.pair == "g" else _marks_2(code)


XLIFF_1 = Dialect("urn:oasis:names:tc:xliff:document:1.2", "g", "x")
XLIFF_2 = Dialect("urn:oasis:names:tc:xliff:document:2.0", "pc", "ph")


def fill(element: Element, numbered: str, codes: Sequence[Code], dialect: Dialect) -> None:
    """Put a numbered text into an element, its codes as child elements."""
    from lxml import etree

    known = {code.number: code for code in codes}
    stack, position = [element], 0
    for tag in _TAG.finditer(numbered):
        _append(stack[-1], numbered[position : tag.start()])
        position = tag.end()
        closes, number, alone = tag.groups()
        if closes:
            stack.pop()
            continue
        name = dialect.point if alone else dialect.pair
        marks = {"id": number, **dialect.marks(known.get(int(number)))}
        child = etree.SubElement(stack[-1], f"{{{dialect.namespace}}}{name}", marks)
        if not alone:
            stack.append(child)
    _append(stack[-1], numbered[position:])


def read(element: Element) -> str:
    """Return the content of a `source` or `target` as numbered text, whichever XLIFF and tool wrote it."""
    return _Reading().inside(element)


class _Reading:
    """Reads one element; remembers which number an opening code had, for the closing one that names it."""

    def __init__(self) -> None:
        self._opened: dict[str, str] = {}

    def inside(self, element: Element) -> str:
        pieces = [_escape(element.text)]
        for child in element:
            if isinstance(child.tag, str):
                pieces.append(self._child(child))
            pieces.append(_escape(child.tail))
        return "".join(pieces)

    def _child(self, child: Element) -> str:
        name, number = child.tag.rpartition("}")[2], child.get("id") or ""
        match name:
            case "g" | "pc":
                return f"<{number}>{self.inside(child)}</{number}>" if number.isdecimal() else self.inside(child)
            case "x" | "ph" | "it":
                return f"<{number}/>" if number.isdecimal() else ""
            case "bx" | "bpt" | "sc":
                self._opened[child.get("rid") or number] = number
                return f"<{number}>" if number.isdecimal() else ""
            case "ex" | "ept" | "ec":
                opened = self._opened.get(child.get("startRef") or child.get("rid") or number, number)
                return f"</{opened}>" if opened.isdecimal() else ""
            case "mrk" | "hi":
                return self.inside(child)
            case "cp":
                return _escape(chr(int(child.get("hex") or "20", 16)))
        return ""


def shape(numbered: str) -> tuple[tuple[int, int, bool], ...] | None:
    """Return the codes of a text as number, parent and whether it stands at a place, by number; None if not nested.

    >>> shape("Call <1>the <2>101</2> line</1>.")
    ((1, 0, False), (2, 1, False))
    """
    found: list[tuple[int, int, bool]] = []
    stack = [0]
    for closes, number, alone in _TAG.findall(numbered):
        if closes:
            if stack.pop() != int(number):
                return None
            continue
        found.append((int(number), stack[-1], bool(alone)))
        if not alone:
            stack.append(int(number))
    return tuple(sorted(found)) if len(stack) == 1 else None


def written(root: Element) -> bytes:
    """Return a document as UTF-8, each element on a line of its own but for those that hold sentences."""
    from lxml import etree

    _lay_out(root, 0)
    return etree.tostring(root, encoding="utf-8", xml_declaration=True) + b"\n"


def namespaces(default: str, **named: str) -> dict[str, str]:
    """Return a map of namespaces as lxml takes it: the default one is under None, which its types don't know."""
    return cast("dict[str, str]", {None: default, **named})


def _lay_out(element: Element, depth: int) -> None:
    if not len(element) or element.tag.rpartition("}")[2] in ("source", "target"):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth


def legal(text: str) -> str:
    """Return a text without what XML can't hold."""
    return _ILLEGAL.sub("", text)


def _append(element: Element, escaped: str) -> None:
    text = legal(escaped.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def _escape(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _marks_1(code: Code) -> dict[str, str]:
    """XLIFF 1.2, 2.4.2: `ctype` has `bold`, `italic`, `link` and `lb` of its own; others begin with `x-`."""
    kinds = {"strong": "bold", "emph": "italic", "link": "link", "break": "lb"}
    return {"ctype": kinds.get(code.mark.kind, f"x-{code.mark.kind}"), **_shown(code, "equiv-text")}


def _marks_2(code: Code) -> dict[str, str]:
    """XLIFF 2.0, 4.3.1.36 and 38: `type`, and `subType` of the prefix `xlf`."""
    if code.mark.kind == "link":
        return {"type": "link", **_shown(code, "disp" if code.point else "dispStart")}
    sub = {"strong": "xlf:b", "emph": "xlf:i", "break": "xlf:lb"}.get(code.mark.kind)
    if sub:
        return {"type": "fmt", "subType": sub}
    return {
        "type": "other",
        "subType": f"plainspoken:{code.mark.kind}",
        **_shown(code, "disp" if code.point else "dispStart"),
    }


def _shown(code: Code, name: str) -> dict[str, str]:
    what = code.mark.href or code.mark.title or code.mark.lang
    return {name: legal(what)} if what and not (name == "equiv-text" and not code.point) else {}
