"""What a page's JSON-LD says of the article, however its objects are nested and however its JSON is broken."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from html import unescape

from lxml import html

Thing = Mapping[str, object]

_ARTICLE = re.compile(
    r"(News|Report|Analysis|Opinion|Blog|Press|Reportage|Tech|Satirical|Scholarly|Advertiser|Medical)?\w*"
    r"(Article|BlogPosting|Posting|PressRelease|GovernmentAnnouncement|SpecialAnnouncement)$"
)
_PAGE = re.compile(r"(Web|Item|About|FAQ|QA)Page$|CreativeWork$")
_ORGANISATION = re.compile(
    r"Organi[sz]ation|Corporation|NGO|Government|Police|Hospital|School|University|College|Charity"
)
_INSIDE = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemReviewed", "isPartOf")
_THINGS = 400  # objects of one page that are looked at
_COMMENT = re.compile(r"\A\s*(<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/|<!\[CDATA\[)|(-->|//\s*\]\]>|\]\]>)\s*\Z")


def read(root: html.HtmlElement) -> tuple[Thing, ...]:
    """Return the objects that describe the article, the fullest first; what describes the page alone comes last."""
    things = [thing for element in root.iter("script") if _is_linked(element) for thing in _parsed(element)]
    named = {str(thing["@id"]): thing for thing in things if "@id" in thing and len(thing) > 1}
    articles = [thing for thing in things if _ARTICLE.match(kind(thing))]
    pages = [thing for thing in things if _PAGE.match(kind(thing))]
    articles.sort(key=lambda thing: "articleBody" not in thing)
    return tuple(_resolved(thing, named) for thing in (*articles, *pages))


def kind(thing: Thing) -> str:
    """Return the type of an object, the first where it has several."""
    found = thing.get("@type")
    name = str(found[0] if isinstance(found, list) and found else found or "")
    return name.rpartition("/")[2].rpartition(":")[2]


def text(things: tuple[Thing, ...], key: str) -> str:
    """Return the first text under a key; the empty string if there is none."""
    for thing in things:
        for value in _listed(thing.get(key)):
            value = value.get("@value") if isinstance(value, dict) else value
            if isinstance(value, str) and value.strip():
                return value
    return ""


def organisation(things: tuple[Thing, ...], key: str) -> str:
    """Return the name of an organisation under a key; people and unnamed kinds are not publishers."""
    names = (name for thing in things for one, name in _named(thing.get(key)) if _ORGANISATION.search(kind(one)))
    return next(names, "")


def people(things: tuple[Thing, ...], key: str) -> tuple[str, ...]:
    """Return the names of the people under a key, in order."""
    found = [name for thing in things for one, name in _named(thing.get(key)) if not _ORGANISATION.search(kind(one))]
    return tuple(dict.fromkeys(found))


def _is_linked(element: html.HtmlElement) -> bool:
    return "ld+json" in (element.get("type") or "").lower()


def _named(value: object) -> Iterator[tuple[Thing, str]]:
    for one in _listed(value):
        if isinstance(one, str):
            yield {}, one
        elif isinstance(one, dict):
            yield from ((one, name) for name in _listed(one.get("name")) if isinstance(name, str))


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else [value]


def _resolved(thing: Thing, named: Mapping[str, Thing]) -> Thing:
    """Put in place of references (`{"@id": ...}`) what they refer to."""
    return {key: _referred(value, named) for key, value in thing.items()}


def _referred(value: object, named: Mapping[str, Thing]) -> object:
    if isinstance(value, list):
        return [_referred(one, named) for one in value[:50]]
    if isinstance(value, dict) and "name" not in value and str(value.get("@id")) in named:
        return named[str(value["@id"])]
    return value


def _parsed(element: html.HtmlElement) -> Iterator[Thing]:
    waiting = _values(element.text_content())
    for _ in range(_THINGS):
        if not waiting:
            return
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing[:100])
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing[key] for key in _INSIDE if isinstance(thing.get(key), dict | list))


def _values(text: str) -> list[object]:
    """Return the JSON values of a script; several may follow one another, and each may have common faults."""
    text = _COMMENT.sub("", text).strip().rstrip(";").strip()
    for attempt in (text, _mended(text)):
        found = _decoded(attempt)
        if found:
            return found
    return []


def _decoded(text: str) -> list[object]:
    decoder, found, at = json.JSONDecoder(strict=False), [], 0
    while at < len(text):
        try:
            value, at = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(value)
        at += len(text[at:]) - len(text[at:].lstrip(" \t\r\n,;"))
    return found


def _mended(text: str) -> str:
    """Mend what is often wrong: entities for quotation marks, commas before a bracket, and stray backslashes."""
    text = unescape(text) if "&quot;" in text else text
    text = re.sub(r",(\s*[}\]])", r"\1", text)
    return re.sub(r'\\(?!["\\/bfnrtu])', r"\\\\", text)
