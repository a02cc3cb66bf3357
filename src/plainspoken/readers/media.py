"""Pictures, films and sound that a page shows only by a script or a player, put where a reader of markup finds them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from lxml import etree, html

from plainspoken.findings import Finding, finding
from plainspoken.readers import characters

_PLAYERS = ("iframe", "video", "audio", "amp-youtube", "amp-video", "amp-audio", "amp-iframe", "object")
_PLAYS = re.compile(
    r"/embed\b|player|video|audio|podcast|youtu|vimeo|soundcloud|spotify|dailymotion|\.(mp[34]|webm|ogg)", re.I
)
_UNSEEN = re.compile(
    r"tagmanager|doubleclick|/gtm|captcha|analytics|consent|(?<![a-z])(ads?|adserver|pixel|sync|beacon|track\w*|count\w*)"
    r"(?![a-z])|advert|anzeige|werbung|publicidad|publicité|광고|plugins/(like|follow|share)",
    re.I,
)
_ELSEWHERE = "data-elsewhere"


def show(root: html.HtmlElement) -> None:
    """Put the picture of a `noscript` in place of its placeholder, and a picture's stand-in where a player is.

    The stand-in is an `img` with the address of the film or sound in `data-media`; nothing of the player stays. Where
    another frame was (a map, a chart, a form), an empty mark stays, for `left_out` to name it.
    """
    for element in list(root.iter("noscript")):
        _unwrap(element)
    for element in list(root.iter(*_PLAYERS)):
        _stand_in(element)


def left_out(holder: html.HtmlElement) -> Iterator[Finding]:
    """Yield what an article shows that has no words to read: frames from elsewhere, pictures inside the document."""
    frames = [mark.get(_ELSEWHERE) or "" for mark in holder.iter("ins") if mark.get(_ELSEWHERE) is not None]
    if frames:
        named = list(dict.fromkeys(f"“{title}”" for title in frames if title))[:3]
        others = len(frames) - len(named)
        said = [*named, *([f"{others} without a title" if not named else f"{others} more"] if others else [])]
        yield finding("embed-left-out", detail=f"{', '.join(said)}.")
    inside = sum((image.get("src") or "").lower().startswith("cid:") for image in holder.iter("img"))
    if inside:
        yield finding("picture-inside", detail=f"Pictures: {inside}.")


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
    if element.getparent() is None or not address:
        return
    if not _PLAYS.search(address):
        if element.tag == "iframe" and _is_seen(element, address):
            _mark(element)
        return
    image = etree.Element("img")
    image.set("data-media", address)
    image.set("alt", element.get("title") or element.get("aria-label") or "")
    image.tail, element.tail = element.tail, None
    element.getparent().replace(element, image)


def _is_seen(frame: html.HtmlElement, address: str) -> bool:
    """Tell a map, a chart or a form from an advertisement and from what only counts visitors."""
    said = " ".join(frame.get(name) or "" for name in ("title", "id", "name", "class", "aria-label"))
    sized = [(frame.get(name) or "").removesuffix("px") for name in ("width", "height")]
    tiny = any(size.isdigit() and int(size) < 50 for size in sized)
    return _host(address) != "" and not tiny and not _UNSEEN.search(f"{address} {said}")


def _mark(frame: html.HtmlElement) -> None:
    title = characters.clean(frame.get("title") or frame.get("aria-label") or "").strip()[:80]
    mark = etree.Element("ins")
    mark.set(_ELSEWHERE, title)  # never its address: that is the page's, and findings are published
    mark.tail, frame.tail = frame.tail, None
    frame.getparent().replace(frame, mark)


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def _address(element: html.HtmlElement) -> str:
    """Return where a film or sound is: a player's own address, or its first source's."""
    own = element.get("src") or element.get("data-src") or element.get("data")
    first = next(element.iter("source"), None)
    inner = (first.get("src") or "") if first is not None else ""
    video = element.get("data-videoid")
    return (own or inner or (f"https://www.youtube.com/embed/{video}" if video else "")).strip()
