"""Words that a page keeps folded away: in a shadow tree, in what stands in for a script, in a tag of AMP's own."""

from __future__ import annotations

import re

from lxml import html

_LITTLE = 200  # characters; a page that shows less, beside a longer `noscript`, has its text there
_ASKS = re.compile(
    r"(enable|activate|turn on|requires?|without|aktivier|activer|activ[ae]r?) .{0,40}java ?script", re.I
)


def unfold(root: html.HtmlElement, source: str) -> None:
    """Put such words where a reader of the page sees them.

    Args:
        root: the page, before anything is removed.
        source: its text; what it doesn't name is not looked for.
    """
    if "shadowroot" in source:
        _show_shadows(root)
    if "<amp-img" in source:
        _show_pictures(root)
    if "<noscript" in source:
        _show_noscript(root)


def _show_shadows(root: html.HtmlElement) -> None:
    """Put each declared shadow tree in place of its host's children; they fill its slots (HTML, 4.12.3; DOM, 4.2.2)."""
    templates = [one for one in root.iter("template") if one.get("shadowrootmode") or one.get("shadowroot")]
    for template in reversed(templates):  # the inner ones first
        host = template.getparent()
        if host is None:
            continue
        own = [child for child in host if child is not template]
        words = [host.text or "", template.tail or "", *(child.tail or "" for child in own)]
        for slot in list(template.iter("slot")):
            name = slot.get("name") or ""
            _fill(slot, [child for child in own if (child.get("slot") or "") == name], "" if name else " ".join(words))
        for child in own:
            if child.getparent() is host:
                child.drop_tree()
        host.text = template.tail = None
        template.attrib.clear()
        template.tag = "div"


def _fill(slot: html.HtmlElement, children: list[html.HtmlElement], words: str) -> None:
    """Put into a slot what it is for; without any, its own content stays."""
    if not children and not words.strip():
        slot.drop_tag()
        return
    for child in list(slot):
        slot.remove(child)
    slot.text = words if words.strip() else None
    for child in children:
        child.tail = None
        slot.append(child)
    slot.drop_tag()


def _show_pictures(root: html.HtmlElement) -> None:
    """Make pictures of AMP's pictures; what stands in them stands in for them."""
    for element in list(root.iter("amp-img")):
        for child in list(element):
            child.drop_tree()
        element.text, element.tag = None, "img"


def _show_noscript(root: html.HtmlElement) -> None:
    """Show what stands in for a script where the page has hardly any other text."""
    kept = [(element, " ".join(element.text_content().split())) for element in root.iter("noscript")]
    long = [element for element, text in kept if len(text) > _LITTLE and not _ASKS.search(text[:300])]
    if not long:
        return
    body = root.find("body")
    apart = ("noscript", "script", "style", "template")
    shown = 0
    for element in (body if body is not None else root).iter():
        inside = element.tag in apart or next(element.iterancestors(*apart), None) is not None
        shown += 0 if inside else len((element.text or "").strip())
        if next(element.iterancestors(*apart), None) is None:
            shown += len((element.tail or "").strip())
    if shown < _LITTLE:
        for element in long:
            element.tag = "div"
