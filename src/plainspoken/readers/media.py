"""Pictures, films and sound that a page shows only by a script or a player, put where a reader of markup finds them."""

from __future__ import annotations

import re

from lxml import etree, html

_PLAYERS = ("iframe", "video", "audio", "amp-youtube", "amp-video", "amp-audio", "amp-iframe", "object")
_PLAYS = re.compile(
    r"/embed\b|player|video|audio|podcast|youtu|vimeo|soundcloud|spotify|dailymotion|\.(mp[34]|webm|ogg)", re.I
)


def show(root: html.HtmlElement) -> None:
    """Put the picture of a `noscript` in place of its placeholder, and a picture's stand-in where a player is.

    The stand-in is an `img` with the address of the film or sound in `data-media`; nothing of the player stays.
    """
    for element in list(root.iter("noscript")):
        _unwrap(element)
    for element in list(root.iter(*_PLAYERS)):
        _stand_in(element)


def _unwrap(element: html.HtmlElement) -> None:
    """Keep the one picture of a `noscript`, which stands in for the picture that a script would load."""
    pictures = list(element.iter("img"))
    if element.getparent() is None or len(pictures) != 1 or "".join(element.itertext()).strip():
        return
    before = element.getprevious()
    waiting = before if before is not None and before.tag == "img" else None
    if waiting is not None and not (before.tail or "").strip():
        for name in ("alt", "title", "width", "height"):
            if waiting.get(name) and not pictures[0].get(name):
                pictures[0].set(name, waiting.get(name) or "")
        waiting.drop_tree()
    elif element.getnext() is not None and element.getnext().tag == "img":
        return
    element.drop_tag()


def _stand_in(element: html.HtmlElement) -> None:
    address = _address(element)
    if element.getparent() is None or not address or not _PLAYS.search(address):
        return
    image = etree.Element("img")
    image.set("data-media", address)
    image.set("alt", element.get("title") or element.get("aria-label") or "")
    image.tail, element.tail = element.tail, None
    element.getparent().replace(element, image)


def _address(element: html.HtmlElement) -> str:
    """Return where a film or sound is: a player's own address, or its first source's."""
    own = element.get("src") or element.get("data-src") or element.get("data")
    first = next(element.iter("source"), None)
    inner = (first.get("src") or "") if first is not None else ""
    video = element.get("data-videoid")
    return (own or inner or (f"https://www.youtube.com/embed/{video}" if video else "")).strip()
