"""A page of a pack as what a WordPress post holds: its title, its words without scripts, the files that it shows."""

from __future__ import annotations

import base64
import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from urllib.parse import unquote_to_bytes, urlsplit

from lxml import html as lxml_html

from plainspoken.errors import EngineError

_KEPT = frozenset({
    "p", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "figure", "figcaption",
    "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "strong", "em", "b", "i", "abbr", "small",
    "sup", "sub", "br", "time", "span", "div", "section", "cite", "q",
})  # fmt: skip
_LEFT_OUT = ("player", "settings", "other", "exit", "skip", "badge")  # classes of what needs the pack's own script
_ATTRIBUTES = ("lang", "dir", "colspan", "rowspan", "scope", "start", "datetime", "title", "headers")
_SCHEMES = ("http", "https", "tel", "mailto")
_WIDE = 240  # px of a picture: shown at a third of it, sharp on a fine screen


@dataclass(frozen=True, slots=True)
class File:
    """A file that posts show or offer.

    Attributes:
        key: what stands for it in the words until its address is known.
        name: what it is called at the site; its digest is in it.
        media_type: such as `audio/mpeg`.
        title: what the media library calls it.
        alt: what a picture shows, in the language of the original.
        caption: the line under it.
    """

    key: str
    name: str
    media_type: str
    title: str
    alt: str = ""
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """An edition as a post: plain text title and summary, HTML with `{key}` where an address goes, its files."""

    lang: str
    direction: str
    title: str
    summary: str
    body: str
    files: tuple[File, ...]
    contents: Mapping[str, bytes]


def read(page: bytes, path: str, file_of: Callable[[str], tuple[str, bytes] | None], slug: str) -> Article:
    """Read a pack's own page.

    Args:
        page: the page.
        path: its path in the pack; other files are named from there.
        file_of: the digest and bytes of a file of the pack; None where it has none of that path.
        slug: the pack's name, which the names of its files begin with.
    """
    tree = lxml_html.document_fromstring(page)
    article = tree.find(".//article")
    if article is None:
        raise ValueError("no page of a pack")
    heading, standfirst = article.find(".//h1"), article.find(".//p[@class='standfirst']")
    badge = article.find(".//p[@class='badge']")
    title = _words(heading)
    if badge is not None:
        title = f"{title} ({_words(badge)})"
    walk = _Walk(path, slug, file_of, title)
    body = re.sub(r"\s*\n\s*", "\n", "".join(walk.element(one) for one in article)).lstrip()
    summary = _words(standfirst)
    direction = tree.get("dir") or "ltr"
    return Article(
        tree.get("lang") or "", direction, title, summary, body, tuple(walk.files.values()), dict(walk.contents)
    )


class _Walk:
    """Writes a page's elements anew, those alone that a post may have."""

    def __init__(self, path: str, slug: str, file_of: Callable[[str], tuple[str, bytes] | None], title: str) -> None:
        self._folder, self._slug, self._file_of, self._title = posixpath.dirname(path), slug, file_of, title
        self.files: dict[str, File] = {}
        self.contents: dict[str, bytes] = {}

    def element(self, one: lxml_html.HtmlElement) -> str:
        """Return an element, and the text that follows it."""
        return self._own(one) + text(one.tail or "")

    def _own(self, one: lxml_html.HtmlElement) -> str:
        if not isinstance(one.tag, str) or one.get("hidden") is not None or self._is_left_out(one):
            return ""
        if one.tag == "audio":
            return self._audio(one)
        if one.tag == "img":
            return self._picture(one.get("src") or "", one.get("alt") or "")
        if one.get("role") == "img":
            drawing = one.find("svg")
            return self._drawn(drawing, one.get("aria-label") or "") if drawing is not None else ""
        if one.tag in ("svg", "script", "style", "button", "nav", "form", "h1", "input", "select"):
            return ""
        inner = text(one.text or "") + "".join(self.element(child) for child in one)
        return self._wrapped(one, inner)

    def _wrapped(self, one: lxml_html.HtmlElement, inner: str) -> str:
        if one.tag == "a":
            return self._link(one, inner)
        name = "span" if one.tag == "bdi" else one.tag
        given = {key: value for key in _ATTRIBUTES if (value := one.get(key))}
        if name not in _KEPT or (name in ("span", "div", "section") and not given):
            return f"{inner}\n" if name in ("div", "section", "header") else inner
        if name == "br":
            return "<br>"
        said = "".join(f' {key}="{attribute(value)}"' for key, value in given.items())
        return f"<{name}{said}>{inner}</{name}>" + ("\n" if name not in ("span", "strong", "em", "abbr") else "")

    def _link(self, one: lxml_html.HtmlElement, inner: str) -> str:
        href = one.get("href") or ""
        if urlsplit(href).scheme not in _SCHEMES:
            return inner
        lang = f' hreflang="{attribute(one.get("hreflang"))}"' if one.get("hreflang") else ""
        rel = "" if href.startswith(("tel:", "mailto:")) else ' rel="noopener noreferrer nofollow"'
        return f'<a href="{attribute(href)}"{lang}{rel}>{inner}</a>'

    def _is_left_out(self, one: lxml_html.HtmlElement) -> bool:
        classes = (one.get("class") or "").split()
        return any(name in classes for name in _LEFT_OUT) or one.get("data-scripted") is not None

    def _audio(self, one: lxml_html.HtmlElement) -> str:
        """Write the player that browsers have, with its captions as a track."""
        source = one.find("source")
        path = self._path(source.get("src") if source is not None else one.get("src"))
        sound = self._file(path, "audio/mpeg")
        if not sound:
            return ""
        captions = self._file(self._path("captions.vtt"), "text/vtt")
        track = f'<track kind="captions" src="{{{captions}}}" default>' if captions else ""
        label = attribute(one.get("aria-label") or "")
        return f'<audio controls preload="none" src="{{{sound}}}" aria-label="{label}">{track}</audio>\n'

    def _file(self, path: str, media_type: str) -> str:
        """Keep a file of the pack to be sent, and return its key; empty where the pack has none."""
        found = self._file_of(path)
        if found is None:
            return ""
        digest, content = found
        stem, dot, ending = path.replace("/", "-").rpartition(".")
        name = f"{self._slug}-{stem}-{digest[:12]}{dot}{ending}".lower()
        self._keep(File(path, name, media_type, self._title), content)
        return path

    def _drawn(self, drawing: lxml_html.HtmlElement, alt: str) -> str:
        """Write one of our drawings, as a picture in pixels: sites take no SVG."""
        drawing.set("xmlns", "http://www.w3.org/2000/svg")
        markup = lxml_html.tostring(drawing, encoding="unicode", with_tail=False)
        return self._png(_pixels(markup.replace("viewbox=", "viewBox=")), alt)  # HTML's parser lowers all names

    def _picture(self, src: str, alt: str) -> str:
        head, _, data = src.partition(",")
        if not head.startswith("data:image/") or not data:
            return ""
        content = base64.b64decode(data) if head.endswith(";base64") else unquote_to_bytes(data)
        return self._png(_pixels(content.decode()) if "svg" in head else content, alt)

    def _png(self, content: bytes, alt: str) -> str:
        key = sha256(content).hexdigest()[:12]
        self._keep(File(key, f"{self._slug}-picture-{key}.png", "image/png", alt or self._title, alt), content)
        side = _WIDE // 3
        shown = f'width="{side}" height="{side}" alt="{attribute(alt)}"'
        return f'<img src="{{{key}}}" {shown} style="float:none;vertical-align:middle">\n'

    def _keep(self, file: File, content: bytes) -> None:
        self.files.setdefault(file.key, file)
        self.contents.setdefault(file.key, content)

    def _path(self, src: str | None) -> str:
        return posixpath.normpath(posixpath.join(self._folder, src or ""))


def text(words: str) -> str:
    """Return words that WordPress takes as they are: no markup, no shortcode, no address that it would fetch."""
    return _plain(escape(words, quote=False)).replace("://", "&#58;//")


def attribute(value: str) -> str:
    """Return a value for between quotation marks."""
    return _plain(escape(value))


def _words(one: lxml_html.HtmlElement | None) -> str:
    return " ".join("".join(one.itertext()).split()) if one is not None else ""


def _plain(words: str) -> str:
    return words.replace("[", "&#91;").replace("]", "&#93;").replace("{", "&#123;").replace("}", "&#125;")


def _pixels(drawing: str) -> bytes:
    """Draw an SVG of ours dark on white: a theme may be dark, and `currentColor` has no meaning in a picture."""
    try:
        from resvg_py import svg_to_bytes
    except ImportError as cause:
        todo = "Install it: pip install 'plainspoken[post]'."
        raise EngineError("pictures for WordPress need resvg_py, which is not installed", todo=todo) from cause
    dark = drawing.replace("currentColor", "#1d1d1d")
    return bytes(svg_to_bytes(svg_string=dark, width=_WIDE, background="#ffffff", skip_system_fonts=True))
