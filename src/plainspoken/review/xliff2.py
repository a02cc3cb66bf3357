"""A sheet as XLIFF 2.0 (OASIS Standard, 2014), with the translation candidates module for sentences that changed."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from plainspoken.review.codes import XLIFF_2, fill, legal, namespaces, read, written
from plainspoken.review.returned import Returned, ReturnedUnit, least, state_of
from plainspoken.review.sheet import Sheet, Unit, digest

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

CORE = XLIFF_2.namespace
_MATCHES = "urn:oasis:names:tc:xliff:matches:2.0"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def serialize(sheet: Sheet) -> bytes:
    """Return the sheet as XLIFF 2.0: a file for each edition, a unit for each sentence."""
    from lxml import etree

    marks = {"version": "2.0", "srcLang": sheet.source_lang, "trgLang": sheet.target_lang}
    root = etree.Element(f"{{{CORE}}}xliff", marks, nsmap=namespaces(CORE, mtc=_MATCHES))
    for edition, units in groupby(sheet.units, key=lambda unit: unit.id.partition(".")[0]):
        listed = list(units)
        file = _child(root, "file", id=edition, original=f"{sheet.name}.html")
        _child(_child(file, "notes"), "note", f"{len(listed)}", category="sentences")
        for unit in listed:
            _unit(file, unit)
    return written(root)


def parse(root: Element) -> Returned:
    """Return what came back in an XLIFF 2.0 document."""
    units = [_returned(element) for element in root.iter(f"{{{CORE}}}unit")]
    counts = [note.text or "" for note in root.iter(f"{{{CORE}}}note") if note.get("category") == "sentences"]
    expected = sum(int(count) for count in counts if count.strip().isdecimal()) if counts else None
    return Returned(root.get("srcLang") or "", root.get("trgLang") or "", tuple(units), expected)


def _unit(file: Element, unit: Unit) -> None:
    element = _child(file, "unit", id=unit.id, name=unit.id)
    if unit.old:
        from lxml import etree

        match = etree.SubElement(
            etree.SubElement(element, f"{{{_MATCHES}}}matches"), f"{{{_MATCHES}}}match",
            {"ref": "#s1", "matchQuality": f"{unit.old.score * 100:.1f}"},
        )  # fmt: skip
        fill(_child(match, "source"), unit.old.pair.source, (), XLIFF_2)
        fill(_child(match, "target"), unit.old.pair.target, (), XLIFF_2)
    notes = _child(element, "notes")
    for note in unit.notes:
        _child(notes, "note", note.text, category=note.kind)
    _child(notes, "note", digest(unit.source), category="source-digest")
    _child(notes, "note", digest(unit.target), category="draft-digest")
    segment = _child(element, "segment", id="s1", **_state(unit))
    source = _child(segment, "source")
    source.set(_SPACE, "preserve")
    fill(source, unit.source, unit.codes, XLIFF_2)
    if unit.target:
        target = _child(segment, "target")
        target.set(_SPACE, "preserve")
        fill(target, unit.target, unit.codes, XLIFF_2)


def _state(unit: Unit) -> dict[str, str]:
    sub = "needs-adaptation" if unit.old else "machine" if unit.machine else ""
    state = "initial" if unit.old else unit.state
    return {"state": state, **({"subState": f"plainspoken:{sub}"} if sub else {})}


def _returned(unit: Element) -> ReturnedUnit:
    pieces = list(unit.iter(f"{{{CORE}}}segment", f"{{{CORE}}}ignorable"))
    segments = [one for one in pieces if one.tag.endswith("segment")]
    source = "".join(_content(one, "source") for one in pieces)
    target = "".join(_content(one, "target") or ("" if one in segments else _content(one, "source")) for one in pieces)
    states = [state_of(one.get("state") or "initial") for one in segments]
    notes = {note.get("category"): note.text or "" for note in unit.iter(f"{{{CORE}}}note")}
    whole = all(_content(one, "target").strip() for one in segments)
    return ReturnedUnit(
        unit.get("id") or "", source, target if whole else "", least(states), notes.get("source-digest"),
        notes.get("draft-digest"),
    )  # fmt: skip


def _content(segment: Element, name: str) -> str:
    found = segment.find(f"{{{CORE}}}{name}")
    return read(found) if found is not None else ""


def _child(parent: Element, name: str, text: str | None = None, /, **attributes: str) -> Element:
    from lxml import etree

    element = etree.SubElement(parent, f"{{{CORE}}}{name}", attributes)
    element.text = legal(text) if text is not None else None
    return element
