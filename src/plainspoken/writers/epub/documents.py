"""An edition as an XHTML document of a book, and what of it is said when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from plainspoken import lang
from plainspoken.narration import Cue, Narration
from plainspoken.writers.body import headline, opening, text
from plainspoken.writers.editions import Edition
from plainspoken.writers.epub.markup import xhtml, xml
from plainspoken.writers.inline import named, safe_link
from plainspoken.writers.notice import notice
from plainspoken.writers.say import Say

_XHTML = "{http://www.w3.org/1999/xhtml}"
_XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
_HEADINGS = tuple(f"{_XHTML}h{level}" for level in range(1, 7))
_NEVER = frozenset({"data-b", "data-e", "tabindex"})  # for the page's player; a book's reading system has its own


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a document that is said in one go: its id, and when in a sound file; None where nobody says it.

    `heard` is from when to when it is played, with what is announced of it and the pause after it; None for its words
    alone.
    """

    id: str
    sound: str = ""
    cue: Cue | None = None
    heard: tuple[float, float] | None = None

    @property
    def span(self) -> tuple[float, float]:
        """From when to when it is played, in seconds; nothing where nobody says it."""
        return self.heard or ((self.cue.begins, self.cue.ends) if self.cue else (0.0, 0.0))


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of a document: its id, its level, its words and, where it is said, its first sentence's mark."""

    id: str
    level: int
    title: str
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A file of a book that is read, and in which order its pieces are.

    Attributes:
        name: its file's name without the ending, and its id in the package.
        edition: what it says.
        content: the XHTML.
        marks: every piece of its visible text, in reading order.
        headings: its headings, the title first.
    """

    name: str
    edition: Edition
    content: bytes
    marks: tuple[Mark, ...]
    headings: tuple[Heading, ...] = ()

    @property
    def path(self) -> str:
        """Where it is in the book."""
        return f"{self.name}.xhtml"

    @property
    def overlay(self) -> str:
        """Where its media overlay is."""
        return f"{self.name}.smil"

    @property
    def sound(self) -> str | None:
        """Where its sound is; None without a narration."""
        spoken = self.edition.narration
        return _sound(self.name, self.edition) if spoken and spoken.clips else None

    @property
    def timed(self) -> bool:
        """Whether any of it is said."""
        return any(mark.cue for mark in self.marks)

    @property
    def seconds(self) -> float:
        """How long what is said of it lasts."""
        return sum(ends - begins for begins, ends in (mark.span for mark in self.marks))

    @property
    def pictured(self) -> bool:
        """Whether it shows pictures."""
        return self.drawn or b"<img" in self.content

    @property
    def drawn(self) -> bool:
        """Whether it holds drawings, which the package has to say of it (EPUB 3.3, D.6.5)."""
        return b"<svg" in self.content


def document(edition: Edition, say: Say) -> Document:
    """Return an edition as a document of a book."""
    name = "easy" if edition.is_easy else "text"
    root = etree.fromstring(_markup(edition, say), etree.XMLParser(resolve_entities=False))
    _settle(root)
    sound = _sound(name, edition)
    cues = {cue.id: cue for cue in edition.narration.cues} if edition.narration else {}
    heard = _heard(edition.narration) if edition.narration else {}
    marks = tuple(
        Mark(ident, sound, cues[ident], heard[ident]) if ident in cues else Mark(ident)
        for ident in _pieces(root.find(f"{_XHTML}body"))
    )
    content = etree.tostring(root, encoding="utf-8", xml_declaration=True, doctype="<!DOCTYPE html>")
    return Document(name, edition, content, marks, tuple(_headings(root, {mark.id: mark for mark in marks})))


def _heard(narration: Narration) -> dict[str, tuple[float, float]]:
    """Return from when to when each sentence is played, so that a book is heard without gaps.

    A sentence begins with what is announced of it, and lasts until the next begins; the last, until nothing more is
    said.
    """
    starts = {cue.id: cue.begins for cue in narration.cues}
    for aside in narration.asides:
        if aside.id in starts:
            starts[aside.id] = min(starts[aside.id], aside.begins)
    ends = [*starts.values(), max(one.ends for one in (*narration.cues, *narration.asides))][1:] if starts else []
    return {ident: (begins, end) for (ident, begins), end in zip(starts.items(), ends, strict=True)}


def _sound(name: str, edition: Edition) -> str:
    return f"audio/{name}.{edition.sound.name}"


def _markup(edition: Edition, say: Say) -> bytes:
    release = edition.release
    return xml(
        "document.xhtml",
        lang=edition.lang,
        dir=lang.direction(edition.lang),
        easy=edition.is_easy,
        title=release.headline or say.plain("Easy read" if edition.is_easy else "Full text"),
        level=say("Easy read") if edition.is_easy else None,
        headline=xhtml(headline(edition, say)),
        opening=xhtml(opening(edition, say)),
        notice=[xhtml(line) for line in notice(edition, say)],
        text=xhtml(text(edition, say)),
        publisher=xhtml(say("Published by %(publisher)s", publisher=_publisher(edition)))
        if release.publisher
        else None,
        url=safe_link(release.url),
        original=say("Read the original page"),
    )


def _publisher(edition: Edition) -> Markup:
    return named(edition.release.publisher or "", edition.release.source_lang)


def _settle(root: etree._Element) -> None:
    """Give each language twice, as XML and as HTML (EPUB 3.3 asks for either); drop what only a page needs."""
    for element in root.iter(etree.Element):
        if (tag := element.get("lang")) is not None:
            element.set(_XML_LANG, tag)
        for name in _NEVER & {str(name) for name in element.attrib}:
            del element.attrib[name]


def _pieces(body: etree._Element | None) -> Iterator[str]:
    """Yield the id of each piece of visible text, in reading order: sentences, and what stands outside of them."""
    if body is None:
        return
    number = 0
    waiting = list(reversed(body))
    while waiting:
        element = waiting.pop()
        if (
            not isinstance(element.tag, str)
            or element.tag.endswith("}svg")
            or not "".join(map(str, element.itertext())).strip()
        ):
            continue
        if element.get("class") != "s" and any(inner.get("class") == "s" for inner in element.iterdescendants()):
            waiting += reversed(element)
            continue
        if element.get("id") is None:
            number += 1
            element.set("id", f"piece{number}")
        yield str(element.get("id"))


def _headings(root: etree._Element, marks: dict[str, Mark]) -> Iterator[Heading]:
    number = 0
    for element in root.iter(*_HEADINGS):
        if element.get("id") is None:
            number += 1
            element.set("id", f"heading{number}")
        ident = str(element.get("id"))
        inner = next((str(one.get("id")) for one in element.iter() if one.get("id") in marks), ident)
        title = " ".join("".join(map(str, element.itertext())).split())
        yield Heading(ident, int(str(element.tag)[-1]), title, marks.get(inner))
