"""A sheet as XLIFF 1.2 (OASIS Standard, 2008), which most translators' tools read, Weblate among them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from plainspoken.model import State
from plainspoken.review.codes import XLIFF_1, fill, legal, namespaces, read, written
from plainspoken.review.returned import Returned, ReturnedUnit
from plainspoken.review.sheet import Sheet, Unit, digest

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

NAMESPACE = XLIFF_1.namespace
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_SOURCE, _DRAFT, _COUNT = "source-digest", "draft-digest", "sentences"
# XLIFF 1.2, 3.1.19: `needs-adaptation` shows as "needs editing" in Weblate; `approved` is what it calls reviewed.
_OUT: dict[State, str] = {"translated": "translated", "reviewed": "signed-off", "final": "final"}
_BACK: dict[str, State] = {"translated": "translated", "signed-off": "reviewed", "final": "final",
                           "needs-review-translation": "translated", "needs-review-adaptation": "translated",
                           "needs-review-l10n": "translated"}  # fmt: skip


def serialize(sheet: Sheet) -> bytes:
    """Return the sheet as XLIFF 1.2: a file for each edition, a unit for each sentence."""
    from lxml import etree

    root = etree.Element(f"{{{NAMESPACE}}}xliff", {"version": "1.2"}, nsmap=namespaces(NAMESPACE))
    for edition, units in groupby(sheet.units, key=lambda unit: unit.id.partition(".")[0]):
        listed = list(units)
        marks = {"source-language": sheet.source_lang, "target-language": sheet.target_lang}
        file = _child(root, "file", {"original": f"{sheet.name}.{edition}.html", "datatype": "html", **marks})
        _note(_child(file, "header"), _COUNT, str(len(listed)))
        body = _child(file, "body")
        for unit in listed:
            _unit(body, unit)
    return written(root)


def parse(root: Element) -> Returned:
    """Return what came back in an XLIFF 1.2 document."""
    files = list(root.iter(f"{{{NAMESPACE}}}file"))
    units = tuple(_returned(element) for element in root.iter(f"{{{NAMESPACE}}}trans-unit"))
    counts = [note.text or "" for note in root.iter(f"{{{NAMESPACE}}}note") if note.get("from") == _COUNT]
    expected = sum(int(count) for count in counts if count.strip().isdecimal()) if counts else None
    first = files[0] if files else root
    return Returned(first.get("source-language") or "", first.get("target-language") or "", units, expected)


def _unit(body: Element, unit: Unit) -> None:
    done = unit.state in ("reviewed", "final") and not unit.old
    marks = {"id": unit.id, "resname": unit.id, "approved": "yes" if done else "no", _SPACE: "preserve"}
    element = _child(body, "trans-unit", marks)
    fill(_child(element, "source"), unit.source, unit.codes, XLIFF_1)
    if unit.target:
        fill(_child(element, "target", {"state": _state(unit)}), unit.target, unit.codes, XLIFF_1)
    for note in unit.notes:
        _note(element, note.kind, note.text)
    _note(element, _SOURCE, digest(unit.source))
    _note(element, _DRAFT, digest(unit.target))
    if unit.old:
        other = _child(element, "alt-trans", {"match-quality": f"{unit.old.score:.0%}"})
        fill(_child(other, "source"), unit.old.pair.source, (), XLIFF_1)
        fill(_child(other, "target"), unit.old.pair.target, (), XLIFF_1)


def _state(unit: Unit) -> str:
    if unit.old:
        return "needs-adaptation"
    return "needs-review-translation" if unit.machine else _OUT.get(unit.state, "needs-translation")


def _returned(unit: Element) -> ReturnedUnit:
    source, target = (unit.find(f"{{{NAMESPACE}}}{name}") for name in ("source", "target"))
    notes = {note.get("from"): note.text or "" for note in unit.findall(f"{{{NAMESPACE}}}note")}
    said = read(target) if target is not None else ""
    named = target.get("state") if target is not None else None
    state: State = _BACK.get(named, "initial") if named else "translated"
    if unit.get("approved") == "yes" and state != "final":
        state = "reviewed"
    return ReturnedUnit(
        unit.get("resname") or unit.get("id") or "", read(source) if source is not None else "", said,
        state if said.strip() else "initial", notes.get(_SOURCE), notes.get(_DRAFT),
    )  # fmt: skip


def _note(parent: Element, kind: str, text: str) -> None:
    _child(parent, "note", {"from": kind}).text = legal(text)


def _child(parent: Element, name: str, attributes: dict[str, str] | None = None) -> Element:
    from lxml import etree

    return etree.SubElement(parent, f"{{{NAMESPACE}}}{name}", attributes or {})
