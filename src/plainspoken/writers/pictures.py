"""The pictures of easy read on a page: the publisher's own, or our small SVG files, told in the page's language."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from lxml import etree
from markupsafe import Markup, escape

from plainspoken import lang
from plainspoken.words import words
from plainspoken.writers.editions import Edition

_SVG = "http://www.w3.org/2000/svg"
_SHAPES = frozenset({"svg", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"})
_ATTRIBUTES = frozenset({
    "viewBox", "d", "cx", "cy", "r", "rx", "ry", "x", "y", "x1", "x2", "y1", "y2", "width", "height", "points",
    "transform", "opacity", "clip-rule", "fill", "fill-opacity", "stroke", "stroke-width", "stroke-opacity",
    "fill-rule", "stroke-linecap", "stroke-linejoin", "stroke-dasharray", "stroke-miterlimit",
})  # fmt: skip


def picture(concept: str | None, edition: Edition) -> Markup | None:
    """Return the picture of a concept as it stands on an edition's page: the publisher's own, or ours, or none.

    A picture that can be told in the page's language is an image with that name; another one is left to the words.
    """
    own = edition.pictures.find(concept) if edition.pictures else None
    if own:
        return Markup('<img src="{}" alt="{}">').format(own.address, own.shows(edition.lang))
    found = find(concept, edition.lang) if concept else None
    if found is None:
        return None
    drawing, shows = found
    if not shows:
        return drawing
    return Markup('<div role="img" aria-label="{}">{}</div>').format(shows, drawing)


def credit(edition: Edition) -> Markup:
    """Return who made the pictures of others on an edition's page, and their licences, where those ask for names."""
    names = tuple(dict.fromkeys(one.credit for one in edition.own_pictures() if one.credit))
    if not names:
        return Markup("")
    listed = Markup("; ").join(Markup("<bdi>{}</bdi>").format(name) for name in names)
    told = words(edition.lang, "pictures")
    marked = Markup("") if lang.same(told.spoken, edition.lang) else Markup(' lang="en" dir="ltr"')
    said = Markup(escape(told("Pictures: %(names)s")))  # noqa: S704 - escaped here
    return Markup('<p class="credit"{}>{}</p>').format(marked, said % {"names": listed})


def find(concept: str, tag: str) -> tuple[Markup, str] | None:
    """Return the picture of a concept and what it shows, in the page's language.

    The text is the picture's `<title>`, a message of the catalogues `pictures.po`. It is empty in a language that has
    none, because the words beside the picture say the same, and English read by another language's voice says nothing.

    Args:
        concept: the name of the picture's file, without `.svg`.
        tag: the language of the page (BCP 47).
    """
    found = _load(concept) if re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", concept) else None
    if found is None:
        return None
    drawing, title = found
    told = words(tag, "pictures")
    return drawing, told(title) if lang.same(told.spoken, tag) else ""


@lru_cache(maxsize=512)
def _load(concept: str) -> tuple[Markup, str] | None:
    file = files("plainspoken") / "pictures" / f"{concept}.svg"
    if not file.is_file():
        return None
    root = etree.fromstring(file.read_bytes(), etree.XMLParser(resolve_entities=False, no_network=True))
    title = " ".join((root.findtext(f"{{{_SVG}}}title") or "").split())
    _keep_shapes(root)
    root.attrib.update({"focusable": "false", "aria-hidden": "true"})
    etree.cleanup_namespaces(root)
    drawing = etree.tostring(root, encoding="unicode", with_tail=False)
    return Markup(drawing.replace(f' xmlns="{_SVG}"', "")), title  # noqa: S704 - shapes and their attributes only


def _keep_shapes(element: etree._Element) -> None:
    """Remove all that is no shape: scripts, styles, texts, links, images, and attributes that could load something."""
    for name, value in element.attrib.items():
        loads = "(" in str(value) and name != "transform"
        if name not in _ATTRIBUTES or loads:
            del element.attrib[name]
    element.text = None
    for child in list(element):
        child.tail = None
        if isinstance(child.tag, str) and etree.QName(child).localname in _SHAPES:
            _keep_shapes(child)
        else:
            element.remove(child)
