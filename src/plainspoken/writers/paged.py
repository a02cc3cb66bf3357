"""A page made ready for WeasyPrint, which breaks lines and tags drawings in its own way."""

from __future__ import annotations

from base64 import b64encode
from xml.etree import ElementTree

_SVG = "http://www.w3.org/2000/svg"
_INK = "#1d1b18"
_RUNS = frozenset({"a", "abbr", "b", "bdi", "code", "em", "i", "span", "strong"})


def paged(page: str) -> str:
    """Return a page of ours as WeasyPrint should be given it.

    Its drawings become images with the text that their holder has: WeasyPrint tags those as figures, and no other
    drawings. A space before a run of marked words becomes a run of its own: where the words fit a line but for that
    space, WeasyPrint (70) leaves the first word alone on its line.

    >>> print(paged("<p>Call <a href='tel:999'>999</a>.</p>"))
    <html><head></head><body><p>Call<span> </span><a href="tel:999">999</a>.</p></body></html>
    """
    import tinyhtml5  # WeasyPrint's own parser: it keeps the names of SVG as they are written

    root = tinyhtml5.parse(page, namespace_html_elements=False)
    for parent in list(root.iter()):
        if _is_drawing(parent):
            continue
        for child in list(parent):
            if _is_drawing(child):
                _replace(parent, child)
        _part_spaces(parent)
    document = ElementTree.tostring(root, encoding="unicode", method="html")
    return f"<!doctype html>{document}" if page.lstrip().lower().startswith("<!doctype") else document


def _is_drawing(element: ElementTree.Element) -> bool:
    return isinstance(element.tag, str) and element.tag.startswith(f"{{{_SVG}}}")


def _replace(holder: ElementTree.Element, drawing: ElementTree.Element) -> None:
    told = holder.attrib.pop("aria-label", "") if holder.attrib.pop("role", "") == "img" else ""
    tail, drawing.tail = drawing.tail, None
    for shape in drawing.iter():
        shape.tag = shape.tag.rpartition("}")[2]
    drawing.set("xmlns", _SVG)
    source = ElementTree.tostring(drawing, encoding="unicode").replace("currentColor", _INK).encode()
    image = ElementTree.Element("img", src=f"data:image/svg+xml;base64,{b64encode(source).decode()}", alt=told)
    image.tail = tail
    holder[list(holder).index(drawing)] = image


def _part_spaces(parent: ElementTree.Element) -> None:
    for place, child in reversed(list(enumerate(parent))):
        before = parent[place - 1] if place else None
        text = (before.tail if before is not None else parent.text) or ""
        bare = text.rstrip(" \n")
        if child.tag not in _RUNS or not bare or bare == text:
            continue
        space = ElementTree.Element("span")
        space.text = " "
        if before is not None:
            before.tail = bare
        else:
            parent.text = bare
        parent.insert(place, space)
