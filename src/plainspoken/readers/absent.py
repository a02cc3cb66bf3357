"""What a page is that has no release in its words, and what its reader can do."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import html

_ONE = "Give the address or file of one release."
_STATE = re.compile(
    r"__NEXT_DATA__|__NUXT|__INITIAL_STATE__|__PRELOADED_STATE__|__APOLLO_STATE__|__remixContext|self\.__next_f|"
    r"<app-root|<div id=[\"']?(root|app|__next|svelte)[\"']?[^>]*>\s*</div>"
)
_REFRESH = re.compile(r"url\s*=\s*['\"]?\s*([^'\"\s>]{1,300})", re.I)
_PDF = re.compile(r"\.pdf(?=$|[?#])|application/pdf", re.I)
_BUILDING = re.compile(
    r"(under|site in) construction|coming soon|(under|scheduled|site) maintenance|im aufbau|wartungsarbeiten|"
    r"en (construction|travaux|construcción)|em construção|w budowie",
    re.I,
)


@dataclass(frozen=True, slots=True)
class Absence:
    """What a page is instead of a release, and what to do."""

    kind: str
    todo: str = _ONE


def named(root: html.HtmlElement, source: str) -> Absence | None:
    """Return what a page is by its markup alone; None if that doesn't say.

    Args:
        root: the page as it came, nothing removed.
        source: its text.
    """
    frames = [address for frame in root.iter("frame") if (address := (frame.get("src") or "").strip())]
    if frames or next(root.iter("frameset"), None) is not None:
        listed = f" ({', '.join(frames[:3])[:200]})" if frames else ""
        return Absence("a page of frames", f"Give the page in the frame that has the release{listed}.")
    if next(root.iter("amp-story"), None) is not None:
        return Absence("a slide show (an AMP story)", "Give the article that it was made from, as a web page.")
    if (target := _target(root)) is not None:
        return Absence("a page that only sends its reader on", f"Give the page that it leads to: {target}")
    if (document := _document(root)) is not None:
        todo = f"The release is in the PDF ({document}): give its web page, or copy its words into a .txt file."
        return Absence("a page that shows a PDF", todo)
    return _built(root, source) or _shown(root)


def _target(root: html.HtmlElement) -> str | None:
    for meta in root.iter("meta"):
        if (meta.get("http-equiv") or "").lower() == "refresh":
            found = _REFRESH.search(meta.get("content") or "")
            if found:
                return found.group(1)
    return None


def _document(root: html.HtmlElement) -> str | None:
    for element in root.iter("object", "embed", "iframe"):
        address = element.get("data") or element.get("src") or ""
        if _PDF.search(address) or _PDF.search(element.get("type") or ""):
            return address[:200] or "without an address"
    return None


def _built(root: html.HtmlElement, source: str) -> Absence | None:
    """Tell a page whose words are made by a script from what the script left in it."""
    named = [" ".join(element.text_content().split())[:120] for element in root.iter("title", "h1", "h2")]
    if any(_BUILDING.search(name) for name in named):
        return Absence("a page under construction or maintenance", "Try again later, or give the release as a file.")
    if _STATE.search(source):
        todo = "Open it in a browser and save the page from there, or give its print view."
        return Absence("a page whose text is loaded by a script", todo)
    return None


def _shown(root: html.HtmlElement) -> Absence | None:
    """Tell a page of a film or of pictures, which has no words of its own."""
    words = " ".join(" ".join(element.text_content().split()) for element in root.iter("p", "li", "td"))
    if len(words) > 300:
        return None
    films = any(True for _ in root.iter("video", "audio", "amp-video", "amp-youtube")) or any(
        re.search(r"youtu|vimeo|player|/embed", element.get("src") or "") for element in root.iter("iframe")
    )
    if films:
        return Absence(
            "a page with a film or a recording alone", "Give the release's words: a web page, or a .txt file."
        )
    if any(True for _ in root.iter("img", "amp-img")) and len(list(root.iter("a"))) < 8:
        return Absence("a page with a picture alone", "Give the release's words: a web page, or a .txt file.")
    return None
