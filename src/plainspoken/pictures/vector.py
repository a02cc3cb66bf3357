"""SVG files of others, made harmless: shapes and gradients alone, nothing that runs, loads or styles the page."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_GRADIENTS = frozenset({"linearGradient", "radialGradient"})
_KEPT = _GRADIENTS | {
    "svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon", "defs", "stop", "clipPath",
}  # fmt: skip
# What is seen but can't be taken: without it the picture would show something else.
_DRAWS = frozenset({"text", "image", "use", "foreignObject", "mask", "filter", "pattern", "symbol", "video", "audio"})
_LOOKS = frozenset({
    "clip-path", "clip-rule", "color", "display", "fill", "fill-opacity", "fill-rule", "opacity", "paint-order",
    "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset", "stroke-linecap",
    "stroke-linejoin", "stroke-miterlimit", "stroke-opacity", "stroke-width", "visibility",
})  # fmt: skip
_ATTRIBUTES = _LOOKS | {
    "clipPathUnits", "cx", "cy", "d", "fx", "fy", "gradientTransform", "gradientUnits", "height", "id", "offset",
    "points", "preserveAspectRatio", "r", "rx", "ry", "spreadMethod", "transform", "viewBox", "width", "x", "x1", "x2",
    "y", "y1", "y2",
}  # fmt: skip
_CALLS = re.compile(r"(\w+)\s*\(", re.ASCII)
_HARMLESS = frozenset({"rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewx", "skewy"})
_OWN = re.compile(r"url\(\s*['\"]?#[\w:.-]+['\"]?\s*\)", re.ASCII)
_RULE = re.compile(r"([^{}]+)\{([^{}]*)\}")
_CLASSES = re.compile(r"\.[\w-]+(?:\s*,\s*\.[\w-]+)*", re.ASCII)
_NUMBER = re.compile(r"\d+(?:\.\d+)?(?:px)?", re.ASCII)
_ACTIVE = frozenset({"script", "handler", "listener", "foreignObject", "iframe"})
_LOADS = re.compile(r"url\s*\(|@import|javascript:|\\\\", re.IGNORECASE)
_DEEPEST = 60
_MOST = 5_000


class SvgError(ValueError):
    """Why an SVG file can't be taken, a clause in plain English."""


def harmless(content: bytes) -> bytes:
    """Return an SVG drawing with its shapes, gradients and their looks alone.

    Scripts, event handlers, links, comments, metadata and style sheets are left out; the looks that a style sheet gives
    to classes become attributes, so that the drawing looks as it did. Entities are refused, as are files that draw with
    anything that can't be kept.

    Args:
        content: the file, whoever it is from.

    Raises:
        SvgError: it is no SVG drawing, or can't be kept as it looks.

    >>> harmless(b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0" onclick="x()"/></svg>')
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0"/></svg>'
    """
    from lxml import etree

    root = _parse(content)
    looks = dict(_sheet(root))
    clean = etree.fromstring(f'<svg xmlns="{_SVG}"/>')
    _copy(root, clean, looks, 0)
    if not clean.get("viewBox"):
        clean.set("viewBox", _box(root))
    if not any(_local(one) not in {"svg", "g", "defs"} for one in clean.iter()):
        raise SvgError("nothing is drawn in it")
    etree.cleanup_namespaces(clean)
    return etree.tostring(clean)


def refuse_active(content: bytes) -> None:
    """Refuse a drawing that would run or load something: it is no drawing that anyone made to be looked at.

    Raises:
        SvgError: it has a script, an event's handler, or an address of something outside itself.
    """
    for element in _parse(content).iter():
        if _local(element) in _ACTIVE:
            raise SvgError(f"it has a <{_local(element)}>")
        if _local(element) == "style" and _LOADS.search(_OWN.sub("", element.text or "")):
            raise SvgError("its style sheet loads something")
        for name, value in element.attrib.items():
            _refuse_attribute(str(name).rpartition("}")[2].lower(), _OWN.sub("", str(value)).strip())


def _refuse_attribute(name: str, value: str) -> None:
    if name.startswith("on"):
        raise SvgError(f"it runs something ({name})")
    if (name in ("href", "src") and not value.startswith("#")) or (name != "d" and _LOADS.search(value)):
        raise SvgError(f"it loads something from outside ({name})")


def _parse(content: bytes) -> _Element:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True,
                             remove_pis=True, huge_tree=False)  # fmt: skip
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as cause:
        raise SvgError("it is neither SVG nor PNG") from cause
    if root.tag != f"{{{_SVG}}}svg":
        raise SvgError("it is neither SVG nor PNG")
    if b"<!ENTITY" in etree.tostring(root.getroottree()):
        raise SvgError("it declares entities")
    if sum(1 for _ in root.iter()) > _MOST:
        raise SvgError("it has too many parts")
    return root


def _copy(source: _Element, target: _Element, looks: Mapping[str, Mapping[str, str]], depth: int) -> None:
    from lxml import etree

    if depth > _DEEPEST:
        raise SvgError("it is nested too deeply")
    for name, value in _attributes(source, looks):
        target.set(name, value)
    for child in source:
        name = _local(child)
        if name in _DRAWS:
            raise SvgError(f"it draws with <{name}>, which can't be taken")
        if name in _KEPT and name != "svg":
            _copy(child, etree.SubElement(target, f"{{{_SVG}}}{name}"), looks, depth + 1)


def _attributes(element: _Element, looks: Mapping[str, Mapping[str, str]]) -> Iterator[tuple[str, str]]:
    """Yield the attributes that may stay: what it says itself, over which its classes and its own style go."""
    said = {str(name): str(value) for name, value in element.attrib.items()}
    for name in said.get("class", "").split():
        said |= looks.get(name, {})
    said |= dict(_declarations(said.get("style", "")))
    yield from ((name, value) for name, value in said.items() if name in _ATTRIBUTES and _is_harmless(value))
    link = element.get(_XLINK) or element.get("href") or ""
    if _local(element) in _GRADIENTS and re.fullmatch(r"#[\w:.-]+", link, re.ASCII):
        yield _XLINK, link


def _is_harmless(value: str) -> bool:
    """Whether a value calls nothing but colours, moves and parts of the drawing itself."""
    rest = _OWN.sub("", value)
    return "\\" not in rest and all(name.lower() in _HARMLESS for name in _CALLS.findall(rest))


def _sheet(root: _Element) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what a drawing's style sheets say of classes; other selectors draw nothing that we know of."""
    found: dict[str, dict[str, str]] = {}
    for sheet in root.iter(f"{{{_SVG}}}style"):
        for selectors, body in _RULE.findall(re.sub(r"/\*.*?\*/", "", sheet.text or "", flags=re.DOTALL)):
            if _CLASSES.fullmatch(selectors.strip()):
                for selector in selectors.split(","):
                    found.setdefault(selector.strip().removeprefix("."), {}).update(_declarations(body))
    yield from found.items()


def _declarations(text: str) -> Iterator[tuple[str, str]]:
    for one in text.split(";"):
        name, colon, value = one.partition(":")
        if colon and name.strip() in _LOOKS:
            yield name.strip(), value.strip()


def _box(root: _Element) -> str:
    sizes = [root.get("width", ""), root.get("height", "")]
    if not all(_NUMBER.fullmatch(size) for size in sizes):
        raise SvgError("it doesn't say how large it is (no viewBox)")
    return "0 0 " + " ".join(size.removesuffix("px") for size in sizes)


def _local(element: _Element) -> str:
    name = str(element.tag)
    return name.removeprefix(f"{{{_SVG}}}") if name.startswith(f"{{{_SVG}}}") else ""
