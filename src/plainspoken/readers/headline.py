"""Which line of a page is the release's headline."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lxml import html

from plainspoken.readers import characters
from plainspoken.readers.metadata import Metadata, is_generic, pieces

_TITLED = re.compile(
    r"(^|[-_\s])(news-?head\w*|head-?line|(entry|post|page|article|story|mso)-?title|title|mso-?heading-?1?)([-_\s]|$)",
    re.I,
)
_UNLIKELY = re.compile(
    r"(search results|log ?in|sign ?in|page not found|not found|error|menu|404( (error|not found|page)\b.*)?|"
    r"access denied|forbidden|"
    r"cookies?( \w+)*|"
    r"press release|news release|media release|pressemitteilung|communiqué de presse|comunicado de prensa)$",
    re.I,
)
_LONGEST = 500  # characters of a line whose key is remembered: titles are compared with every heading
_UNSPOKEN = re.compile(r"[\W_]+")
_HEADINGS = frozenset({"h1", "h2", "h3"})
_BOXES = frozenset({"p", "div", "span", "font", "td", "b", "strong"})  # what old pages and frameworks make headlines of
_KICKER = re.compile(
    r"kicker|top-?line|over-?line|eyebrow|over-?title|sur-?titre|roof-?line|dachzeile|spitzmarke|ante-?titulo|cintillo|"
    r"pre-?(title|headline)|super-?title|super-?head",
    re.I,
)
_CRUMB = re.compile(r"bread-?crumb", re.I)
_PLAIN_HEADING = 3.0  # score below which a heading that no metadata knows gives way to metadata that agree


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline's words and the element it stands in, if it stands in one."""

    text: str
    element: html.HtmlElement | None = None


def find(root: html.HtmlElement, meta: Metadata) -> Headline | None:
    """Return the headline: the heading that the page's title and metadata agree with, else the first that can be one.

    Metadata alone is believed only where no heading is: editors and attackers write other words there than on the page.
    """
    candidates = [(element, text) for element in _candidates(root) if (text := line(element)) and _can_be(text, meta)]
    scored = [
        (_score(element, text, meta) - min(number, 40) * 0.01, -number)
        for number, (element, text) in enumerate(candidates)
    ]
    if scored and max(scored)[0] > 0:
        best, at = max(scored)
        element, text = candidates[-at]
        declared = [name for name in _agreed(meta) if _can_be(name, meta)]
        if best < _PLAIN_HEADING and declared and not _support(text, meta):
            return _spoken(root, declared) or Headline(declared[0])
        return Headline(_without_kicker(element, text, meta), element)
    declared = [text for text in _declared(meta) if _can_be(text, meta)]
    return _spoken(root, declared) or next((Headline(text) for text in declared), None)


def line(element: html.HtmlElement) -> str:
    """Return the words of an element as one line."""
    return characters.clean(element.text_content()).strip()


def key(text: str) -> str:
    """Return what two lines that say the same share: letters and digits alone."""
    return _short_key(text) if len(text) < _LONGEST else _UNSPOKEN.sub("", text.casefold())


@lru_cache(2048)
def _short_key(text: str) -> str:
    return _UNSPOKEN.sub("", text.casefold())


def _candidates(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for element in root.iter():
        if (
            element.tag in _HEADINGS
            or (element.tag in _BOXES and _is_titled(element))
            or element.get("role") == "heading"
            or element.get("itemprop") == "headline"
        ):
            yield element


def _spoken(root: html.HtmlElement, names: list[str]) -> Headline | None:
    """Return the line of the page that says what its metadata calls it: old pages have a headline without a heading."""
    wanted = {key(name): name for name in reversed(names)}
    found: dict[str, html.HtmlElement] = {}
    for element in root.iter("b", "strong", "font", "span", "p", "div", "td", "center", "big"):
        if len(element) < 3 and len(element.text_content()) < 320 and (own := key(line(element))) in wanted:
            found.setdefault(own, element)
    best = next((name for name in map(key, names) if name in found), None)
    return Headline(line(found[best]), found[best]) if best else None


def _is_titled(element: html.HtmlElement) -> bool:
    name = element.get("class")
    return bool(name) and _titles(name[:_LONGEST]) and len(element) < 8


@lru_cache(2048)
def _titles(name: str) -> bool:
    return bool(_TITLED.search(name))


def _can_be(text: str, meta: Metadata) -> bool:
    if not 8 <= len(text) <= 300 and not (len(text) >= 3 and not text.isascii()):
        return False
    if is_generic(text) or _UNLIKELY.fullmatch(text) or "../" in text or "<" in text or "\\" in text:
        return False
    return not meta.publisher or key(text) != key(meta.publisher)


def _score(element: html.HtmlElement, text: str, meta: Metadata) -> float:
    if _CRUMB.search(element.get("class") or ""):
        return 0.0
    level = {"h1": 4.0, "h2": 1.0, "h3": 0.2}.get(element.tag, 0.0)
    if element.get("role") == "heading":
        level = {"1": 4.0, "2": 1.0}.get(element.get("aria-level") or "2", 0.2)
    if element.get("itemprop") == "headline":
        level += 2
    if level == 0 and _is_titled(element):
        level = 1.5 if "mso" in (element.get("class") or "").lower() else 0.3
    return level + _support(text, meta)


def _support(text: str, meta: Metadata) -> float:
    """Say how far the page's metadata agrees that this is its name."""
    own = key(text)
    parts = [key(piece) for piece in (*pieces(meta.title), meta.title)]
    if own in parts or own in map(key, meta.titles):
        return 4.0
    if len(own) > 15 and (own in key(meta.title) or any(len(part) > 15 and part in own for part in parts)):
        return 2.5
    shared = _shared(text, " ".join((meta.title, *meta.titles)))
    return 1.5 * shared if shared > 0.5 else 0.0


def _shared(text: str, other: str) -> float:
    own = set(re.findall(r"\w{3,}", text.casefold()))
    return len(own & set(re.findall(r"\w{3,}", other.casefold()))) / len(own) if own else 0.0


def _without_kicker(element: html.HtmlElement, text: str, meta: Metadata) -> str:
    """Leave out a line that stands in the heading before the headline.

    Where the page's name has the same words, it says what is the headline, and with which punctuation; else a part of
    the heading that is called a kicker goes, and what the page's title does without.
    """
    if shorter := _ending(text, meta.titles):
        return shorter
    names = [name for name in (*meta.titles, *pieces(meta.title), meta.title) if name]
    same = next((name for name in names if key(name) == key(text) and len(name) >= len(text)), None)
    if same is not None:
        return same if _is_joined(element) else text
    return _under_kicker(element) or _ending(text, names) or text


def _ending(text: str, names: Sequence[str]) -> str:
    """Return the end of a heading that is a name of the page by itself; the empty string if none is."""
    fits = (name for name in names if 15 <= len(name) < len(text) < len(name) * 3)
    found = next((name for name in fits if text.casefold().endswith(name.casefold())), "")
    return text[len(text) - len(found) :] if found else ""


def _is_joined(element: html.HtmlElement) -> bool:
    """Tell whether a heading is made of parts that only its style keeps apart."""
    return sum(bool(child.text_content().strip()) for child in element) > 1


def _under_kicker(element: html.HtmlElement) -> str:
    """Return the words of a heading without the part that its class calls a kicker; the empty string if it has none."""
    first = next((child for child in element if child.text_content().strip()), None)
    if first is None or (element.text or "").strip() or not _KICKER.search(first.get("class") or ""):
        return ""
    rest = characters.clean(element.text_content().strip()[len(first.text_content().strip()) :])
    found = rest.strip().lstrip(":–—-|· ").strip()
    return found if len(found) >= 15 else ""


def _agreed(meta: Metadata) -> list[str]:
    """Return the names that two places of the page share: two of its metadata, or one of them and `<title>`."""
    counts = Counter(map(key, meta.titles))
    whole = key(meta.title)
    return [name for name in dict.fromkeys(meta.titles) if counts[key(name)] > 1 or key(name) in whole]


def _declared(meta: Metadata) -> Iterator[str]:
    yield from (text for text in meta.titles if len(text.split()) > 2)
    parts = [piece for piece in pieces(meta.title) if not is_generic(piece) and piece != meta.publisher]
    yield from sorted(parts, key=len, reverse=True)
