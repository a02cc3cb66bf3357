"""Pairs as a TMX 1.4b file, there and back (LISA OSCAR standard; the inline codes of its section 2.3)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from plainspoken import lang
from plainspoken.cache import write_whole
from plainspoken.errors import SourceError, UsageError
from plainspoken.model import State
from plainspoken.terms.pair import Pair

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STATE, CONTEXT = "x-state", "x-context-pre"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_STATES = ("initial", "translated", "reviewed", "final")
_TAG = re.compile(r"<(/?)(\d+)(/?)>")
_ILLEGAL = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2
_OURS = "plainspoken"
# Where a tool keeps the sentence before which alone a translation holds. Others' contexts (memoQ writes one for every
# sentence) make a match better, and are no condition.
_CONTEXTS = {_OURS: CONTEXT, "OmegaT": "prev"}
_BREAK = re.compile(r"<\s*br\b|^\s*lb\s*$", re.IGNORECASE)  # what a line break is to other tools
_HEADER = {
    "creationtool": _OURS, "creationtoolversion": "1", "segtype": "sentence", "o-tmf": "plainspoken",
    "adminlang": "en", "srclang": "*all*", "datatype": "html",
}  # fmt: skip
_LARGEST = 500_000_000  # bytes; a memory of a million sentences has about half of it


@dataclass(frozen=True, slots=True)
class _Variant:
    lang: str
    text: str
    state: State
    context: str
    by: str = ""
    when: str = ""


def read(path: Path) -> tuple[Pair, ...]:
    """Return the pairs of a TMX file: each unit's sentence in its source language with each of its translations.

    Entities are not expanded and nothing is fetched. A variant in an unknown language is passed over.

    Raises:
        SourceError: the file can't be read, or it is not TMX.
    """
    from lxml import etree

    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError("this memory is too large", where=str(path), todo="Split it into smaller TMX files.")
        with path.open("rb") as file:
            return tuple(_pairs(file, path))
    except OSError as cause:
        raise SourceError(f"this memory can't be read ({cause.strerror})", where=str(path)) from cause
    except etree.XMLSyntaxError as cause:
        raise _not_tmx(path, cause.msg or "not XML") from cause


def write(pairs: Iterable[Pair], path: Path) -> None:
    """Write pairs as a TMX file; those with one source sentence share a unit.

    Raises:
        TargetError: the file can't be written.
    """
    from lxml import etree

    root = etree.Element("tmx", version="1.4")
    etree.SubElement(root, "header", _HEADER)
    body = etree.SubElement(root, "body")
    units: dict[tuple[str, str, str], list[Pair]] = {}
    for pair in pairs:
        units.setdefault((pair.source_lang, pair.source, pair.context), []).append(pair)
    for (source_lang, source, context), translations in units.items():
        unit = etree.SubElement(body, "tu", srclang=source_lang)
        if context:
            _property(unit, CONTEXT, context)
        _variant(unit, source_lang, source)
        for pair in translations:
            _variant(unit, pair.target_lang, pair.target, pair)
    _lay_out(root)
    content = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE tmx SYSTEM 'tmx14.dtd'>")
    write_whole(path, content + b"\n")


def _pairs(file: IO[bytes], path: Path) -> Iterator[Pair]:
    from lxml import etree

    found = etree.iterparse(
        file, events=("start", "end"), resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False,
    )  # fmt: skip
    everywhere, tool = "*all*", ""
    for index, (event, element) in enumerate(found):
        if index == 0 and element.tag != "tmx":
            raise _not_tmx(path, f"its outermost element is {element.tag}")
        if event == "start":
            continue
        if element.tag == "header":
            everywhere, tool = element.get("srclang") or everywhere, element.get("creationtool") or ""
        if element.tag == "tu":
            yield from _unit(element, everywhere, _CONTEXTS.get(tool, ""))
            element.clear()


def _unit(unit: Element, everywhere: str, kind: str) -> Iterator[Pair]:
    wanted = (unit.get("srclang") or everywhere).lower()
    context = _read_property(unit, kind)
    variants = [variant for element in unit.iter("tuv") if (variant := _read_variant(element, unit, context))]
    source = next((one for one in variants if one.lang.lower() == wanted), variants[0] if variants else None)
    for target in variants:
        if source is None or target is source or target.lang == source.lang:
            continue
        first, second = _renumbered(source.text, target.text)
        yield Pair(source.lang, target.lang, first, second, target.state, target.context, target.by, target.when)


def _read_variant(element: Element, unit: Element, context: str) -> _Variant | None:
    sentence = element.find("seg")
    try:
        tag = lang.canonical(element.get(_XML_LANG) or element.get("lang") or "")
    except UsageError:
        return None
    text = _text(sentence) if sentence is not None else ""
    state = _read_property(element, STATE) or _read_property(unit, STATE)
    if not text:
        return None
    by, when = (element.get(name) or unit.get(name) or "" for name in ("changeid", "changedate"))
    return _Variant(tag, text, cast(State, state if state in _STATES else "translated"), context, by, _spread(when))


def _read_property(element: Element, kind: str) -> str:
    return next((one.text or "" for one in element.findall("prop") if one.get("type") == kind), "").strip()


def _text(sentence: Element) -> str:
    """Return a `seg` as numbered text. What the codes stood for in the other tool's format is left out."""
    pieces = [_escape(sentence.text)]
    numbers: dict[str, str] = {}
    for child in sentence:
        if child.tag == "bpt":
            number = child.get("x") or child.get("i") or ""
            numbers[child.get("i") or ""] = number
            pieces.append(f"<{number}>" if number.isdecimal() else "")
        elif child.tag == "ept":
            number = numbers.get(child.get("i") or "", "")
            pieces.append(f"</{number}>" if number.isdecimal() else "")
        elif child.tag == "ph" and (child.get("x") or "").isdecimal():
            pieces.append(f"<{child.get('x')}/>")
        elif child.tag == "ph" and (_BREAK.search(child.get("type") or "") or _BREAK.search(child.text or "")):
            pieces.append(" ")
        elif child.tag == "hi":
            pieces.append(_text(child))
        pieces.append(_escape(child.tail))
    return "".join(pieces)


def _renumbered(source: str, target: str) -> tuple[str, str]:
    """Number the codes of a pair in the order in which they open in the source, as ours are."""
    opened = [found[2] for found in _TAG.finditer(source) if not found[1]]
    numbers = {number: str(index) for index, number in enumerate(dict.fromkeys(opened), 1)}

    def renumber(found: re.Match[str]) -> str:
        return f"<{found[1]}{numbers[found[2]]}{found[3]}>" if found[2] in numbers else ""

    return _TAG.sub(renumber, source), _TAG.sub(renumber, target)


def _variant(unit: Element, tag: str, text: str, pair: Pair | None = None) -> None:
    from lxml import etree

    variant = etree.SubElement(unit, "tuv", {_XML_LANG: tag})
    if pair:
        _attributes(variant, pair)
        _property(variant, STATE, pair.state)
    sentence = etree.SubElement(variant, "seg")
    position = 0
    for found in _TAG.finditer(text):
        _append(sentence, text[position : found.start()])
        closes, number, alone = found.groups()
        name = "ph" if alone else "ept" if closes else "bpt"
        marks = {"x": number} if alone else {"i": number} if closes else {"i": number, "x": number}
        etree.SubElement(sentence, name, marks)
        position = found.end()
    _append(sentence, text[position:])


def _attributes(variant: Element, pair: Pair) -> None:
    """Write who changed the pair and when, as TMX 1.4b writes it: `20260305T140000Z`."""
    if pair.when:
        variant.set("changedate", re.sub(r"[-:]", "", pair.when))
    if pair.by:
        variant.set("changeid", _ILLEGAL.sub("", pair.by))


def _spread(when: str) -> str:
    """Return a date of TMX as ISO 8601 writes it; the empty string for another's own way of writing one."""
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z", when)
    return "{}-{}-{}T{}:{}:{}Z".format(*found.groups()) if found else ""


def _property(element: Element, kind: str, text: str) -> None:
    from lxml import etree

    etree.SubElement(element, "prop", type=kind).text = _ILLEGAL.sub("", text)


def _append(sentence: Element, numbered: str) -> None:
    text = _ILLEGAL.sub("", numbered.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&"))
    if len(sentence):
        sentence[-1].tail = text
    else:
        sentence.text = text


def _lay_out(element: Element, depth: int = 0) -> None:
    """Put each element on a line of its own, but nothing into sentences: in them, white space counts."""
    if element.tag == "seg" or not len(element):
        return
    element.text = "\n" + "  " * (depth + 1)
    for child in element:
        _lay_out(child, depth + 1)
        child.tail = "\n" + "  " * (depth + 1)
    element[-1].tail = "\n" + "  " * depth


def _escape(text: str | None) -> str:
    return (text or "").replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _not_tmx(path: Path, why: str) -> SourceError:
    return SourceError(f"this is not a translation memory ({why})", where=str(path), todo="Give a TMX 1.4 file.")
