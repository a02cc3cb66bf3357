"""Where on a page the article stands."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from lxml import html

from plainspoken.readers.clean import _RELEASE
from plainspoken.readers.headline import Headline

_INLINE = frozenset({
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "br", "cite", "code", "em", "font", "i", "ins", "kbd", "mark",
    "q", "samp", "small", "span", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img",
})  # fmt: skip
_TEXTUAL = ("p", "td", "pre", "blockquote", "div", "section", "article", "li", "dd", "center", "main", "body")
_LIKELY = re.compile(
    r"article-?body|body-?text|body-?copy|entry-?content|post-?content|story-?body|article-?content|news-?body|"
    r"rich-?text|"
    r"field-+name-+(field-+)?body|govspeak|content-?body|main-?text|article-?text|press-?release|item-?body|news-?text",
    re.I,
)
_UNLIKELY = re.compile(r"comment|sidebar|footer|related|promo|teaser|widget|nav|menu|banner", re.I)
_KEEP = re.compile(
    r"stand-?first|summary|intro\b|introduction|lead\b|lede|excerpt|abstract|sub-?(title|head)|dek|kicker-?text|"
    r"vorspann|teaser-?text|"
    r"gallery|caption|figure|hero|image|photo|picture|cyflwyniad|chapo|entradilla",
    re.I,
)
_SENTENCE = re.compile(r"[\w\"”’»)][.!?…。؟۔।።]")


def find(root: html.HtmlElement, headline: Headline | None, lang: str | None = None) -> html.HtmlElement | None:
    """Return the element that holds the release and, pruned on the way, nothing beside it; None if there is no prose.

    The densest element is found first (text by paragraph, less its links); then its surroundings up to the headline
    are added, each neighbour judged by itself.

    Args:
        root: the cleaned page; it is pruned in place.
        headline: the page's headline.
        lang: where a page has the same release in several languages, the one to take.
    """
    within = scope(root, lang)
    top = _densest(_scores(within))
    if top is None:
        return None
    holder = _holder(top, within, headline)
    _prune_path(holder, top, headline)
    return holder


def link_density(element: html.HtmlElement) -> float:
    """Return which share of an element's text is links, 0 to 1."""
    total = len("".join(element.text_content().split()))
    linked = sum(len("".join(link.text_content().split())) for link in element.iter("a") if not _is_contact(link))
    return linked / total if total else 0.0


def _is_contact(link: html.HtmlElement) -> bool:
    return (link.get("href") or "").lower().startswith(("tel:", "mailto:", "#"))


def scope(root: html.HtmlElement, lang: str | None) -> html.HtmlElement:
    """Return the one of several articles in several languages to read; the whole page where there is but one."""
    return versions(root).get((lang or "").split("-")[0].lower(), root)


def versions(root: html.HtmlElement) -> dict[str, html.HtmlElement]:
    """Return the articles of a page that has the same release in several languages, by language; else nothing."""
    found: dict[str, html.HtmlElement] = {}
    for element in root.iter("article"):
        if element.get("lang") and next(element.iter("h1"), None) is not None:
            found.setdefault((element.get("lang") or "").split("-")[0].lower(), element)
    return found if len(found) > 1 else {}


def prose(root: html.HtmlElement) -> str:
    """Return the running text of a page, to tell its language by."""
    found = [" ".join(element.text_content().split()) for element in root.iter("p", "li", "h1", "td")]
    text = " ".join(piece for piece in found if len(piece) > 40)
    return text if len(text) > 200 else " ".join(root.text_content().split())


def _scores(scope: html.HtmlElement) -> dict[html.HtmlElement, float]:
    scores: dict[html.HtmlElement, float] = defaultdict(float)
    for element in scope.iter(*_TEXTUAL):
        own, linked = _own_text(element)
        if len(own) < 25 or linked * 2 > len(own):
            continue
        worth = (1 + min(len(own) / 100, 4) + min(own.count(",") + own.count("،"), 4) / 4) * (1 - linked / len(own))
        if not _SENTENCE.search(own):
            worth *= 0.3
        for holder, share in _credited(element):
            scores[holder] += worth * share
    return {element: score * _weight(element) for element, score in scores.items()}


def _densest(scores: dict[html.HtmlElement, float]) -> html.HtmlElement | None:
    """Return the element with the highest score less its links; links are counted only where they could decide."""
    best, most = None, -1.0
    for element in sorted(scores, key=lambda element: scores[element], reverse=True):
        if scores[element] < most:
            break
        score = scores[element] * (1 - link_density(element))
        if score > most:
            best, most = element, score
    return best


def _credited(element: html.HtmlElement) -> Iterator[tuple[html.HtmlElement, float]]:
    """Yield who earns from a paragraph: the parent in full, those further up less and less.

    Text that stands directly in a large box, cut by line breaks, is the box's own.
    """
    if element.tag in ("td", "body", "article", "main", "section") or (
        element.tag == "div" and len(element.findall("br")) > 2
    ):
        yield element, 1.0
    share = 1.0
    for up in element.iterancestors():
        if up.tag in ("html", "tr", "tbody"):
            continue
        yield up, share
        share *= 0.55
        if share < 0.1:
            break


def _own_text(element: html.HtmlElement) -> tuple[str, int]:
    """Return the text that stands directly in an element or its inline children, and how much of it is links."""
    words = [element.text or ""]
    linked = 0
    for child in element:
        if child.tag in _INLINE:
            text = child.text_content()
            words.append(text)
            linked += len(text) if child.tag == "a" and not _is_contact(child) else 0
        words.append(child.tail or "")
    return " ".join("".join(words).split()), linked


def _weight(element: html.HtmlElement) -> float:
    names = f"{element.get('class') or ''} {element.get('id') or ''} {element.get('itemprop') or ''}"
    weight = 1.0
    if _LIKELY.search(names):
        weight = 1.4
    elif element.tag in ("article", "main") or element.get("role") in ("article", "main"):
        weight = 1.2
    return weight * 0.5 if _UNLIKELY.search(names) else weight


def _holder(top: html.HtmlElement, scope: html.HtmlElement, headline: Headline | None) -> html.HtmlElement:
    """Climb from the densest element to what holds the headline too: the article, or the nearest common ancestor."""
    title = headline.element if headline else None
    line = [top, *(up for up in top.iterancestors() if up is scope or scope in up.iterancestors())]
    if title is not None:
        above = {id(up) for up in (title, *title.iterancestors())}
        common = next((up for up in line if id(up) in above), None)
        if common is not None:
            wider = next((up for up in line[line.index(common) :] if up.tag == "article"), None)
            return wider if wider is not None else common
    return next((up for up in line if up.tag in ("article", "main") or up.get("role") == "main"), top)


def _prune_path(holder: html.HtmlElement, top: html.HtmlElement, headline: Headline | None) -> None:
    title = headline.element if headline else None
    path = [top, *top.iterancestors()]
    for inner, outer in pairwise(path):
        if inner is holder:
            break
        before = True
        for child in list(outer):
            if child is inner:
                before = False
            elif not _belongs(child, before, title):
                child.drop_tree()


def _belongs(element: html.HtmlElement, before: bool, title: html.HtmlElement | None) -> bool:
    """Judge a neighbour on the way from the text to the headline."""
    if title is not None and (element is title or element in title.iterancestors()):
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    opening = next(iter(element.iter("h2", "h3", "h4", "strong", "b")), None)
    if _RELEASE.search(names) or (
        opening is not None and len(opening.text_content()) < 60 and _RELEASE.search(opening.text_content())
    ):
        return True
    text = " ".join(element.text_content().split())
    density = link_density(element)
    if element.tag == "figure" or (next(element.iter("figure"), None) is not None and density < 0.5):
        return True
    if element.tag in ("br", "hr", "img"):
        return True
    if density > 0.3 or not text:
        return not text and next(element.iter("img"), None) is not None and before
    if _KEEP.search(names) or element.tag in ("h2", "h3", "h4", "h5", "h6"):
        return True
    if before:
        return True
    return bool(_SENTENCE.search(text)) and len(text) > 60
