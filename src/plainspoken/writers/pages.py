"""The reader: one page for each edition, with its text, its sound, the other languages and its files."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup

from plainspoken import lang
from plainspoken.model import Block, Release, Role, Section
from plainspoken.narration import Narration
from plainspoken.writers.blocks import Outline, Typesetter
from plainspoken.writers.easy import easy_rows
from plainspoken.writers.editions import Edition
from plainspoken.writers.frame import Frame, Link, fragment, write_page
from plainspoken.writers.help import help_lines
from plainspoken.writers.inline import Scribe, named, safe_link
from plainspoken.writers.notice import notice
from plainspoken.writers.say import Say, own_name

_OPENING: frozenset[Role] = frozenset({"headline", "standfirst", "dateline"})
_DIALLED: frozenset[Role] = frozenset({"helpline", "contact"})
_TITLES: dict[Role, str] = {
    "helpline": "Get help",
    "notes": "Notes to editors",
    "contact": "Media contact",
    "boilerplate": "About us",
}


@dataclass(frozen=True, slots=True)
class Download:
    """A file that a page offers: where it is in the pack, what it is, how large."""

    path: str
    label: str
    format: str
    type: str
    size: int
    parts: tuple[Download, ...] = ()


@dataclass(frozen=True, slots=True)
class Book:
    """All that the pages of one pack share.

    Attributes:
        editions: its editions, the original first.
        safety: whether its pages carry the quick exit.
        downloads: the files that each page offers, by the page's path.
    """

    editions: Sequence[Edition]
    safety: bool = False
    downloads: Mapping[str, Sequence[Download]] = field(default_factory=dict)

    def find(self, tag: str, edition: str) -> Edition | None:
        """Return the edition in a language and reading level."""
        return next((one for one in self.editions if (one.lang, one.release.edition) == (tag, edition)), None)


def reader_page(edition: Edition, book: Book, say: Say) -> str:
    """Return the page of an edition."""
    release, narration = edition.release, edition.narration
    links = _languages(edition, book)
    other = book.find(edition.lang, "full" if edition.is_easy else "easy")
    full = book.find(edition.lang, "full") or edition
    return write_page(
        "reader.html",
        Frame(
            title=_title(release, say),
            description=release.standfirst or _first_sentence(release),
            safety=book.safety,
            alternates=(*links, Link(_relative(edition, "index.html"), "x-default")) if len(links) > 1 else (),
            times=_times(narration),
        ),
        say,
        easy=edition.is_easy,
        mono=lang.script(edition.lang) in {"Latn", "Cyrl", "Grek"},
        links=links if len(links) > 1 else (),
        other=_relative(edition, other.page) if other else None,
        headline=_headline(edition, say),
        opening=_opening(edition, say),
        date=_date(release, say),
        publisher=named(release.publisher, release.source_lang or release.lang) if release.publisher else None,
        notice=notice(edition, say),
        help=help_lines(release) or help_lines(full.release),
        audio=_audio(edition, say),
        text=_text(edition, say),
        downloads=[_offer(edition, one, say) for one in book.downloads.get(edition.page, ())],
        url=safe_link(release.url),
        url_lang=release.source_lang or release.lang,
    )


def _title(release: Release, say: Say) -> str:
    level = say.plain("Easy read") if release.edition == "easy" else ""
    return " – ".join(filter(None, (level, release.headline or say.plain("Full text"), release.publisher)))


def _first_sentence(release: Release) -> str:
    texts = (
        block.text
        for part in release.sections
        if part.role not in _OPENING
        for block in part.blocks
        if block.kind == "paragraph"
    )
    return next((text for text in texts if " " in text.strip()), "")[:300]


def _headline(edition: Edition, say: Say) -> Markup:
    for section in edition.release.sections:
        if section.role == "headline" and section.blocks and section.blocks[0].segments:
            return _scribe(edition).run(section.blocks[0].segments)
    return say("Easy read" if edition.is_easy else "Full text")


def _opening(edition: Edition, say: Say) -> Markup:
    """Return what stands between the headline and the text: standfirst, dateline."""
    typesetter = _typesetter(edition, say)
    rest = [
        (section.role, block)
        for section in edition.release.sections
        if section.role in _OPENING
        for block in (section.blocks[1:] if section.role == "headline" else section.blocks)
    ]
    return Markup("\n").join(_opener(role, block, typesetter) for role, block in rest)


def _opener(role: Role, block: Block, typesetter: Typesetter) -> Markup:
    if block.kind not in ("paragraph", "heading"):
        return typesetter.block(block)
    name = "standfirst" if role == "headline" else role
    return Markup('<p class="{}">{}</p>').format(name, typesetter.scribe.run(block.segments))


def _text(edition: Edition, say: Say) -> Markup:
    outline = Outline(1)
    sections = [section for section in edition.release.sections if section.role not in _OPENING]
    return Markup("\n").join(filter(None, (_section(one, edition, say, outline) for one in sections)))


def _section(section: Section, edition: Edition, say: Say, outline: Outline) -> Markup:
    """Return a section; one whose role has a name gets it as a heading where the release gives none."""
    title = _TITLES.get(section.role) if section.heading is None else None
    if title:
        heading = Markup("<h2>{}</h2>\n").format(say(title))
        outline = Outline(2)
    elif section.role in _TITLES:
        heading, outline = Markup(""), Outline(1)
    else:
        heading = Markup("")
    typesetter = Typesetter(_scribe(edition, dials=section.role in _DIALLED), say, outline)
    if edition.is_easy:
        body = fragment("easy.html", rows=easy_rows(section.blocks, typesetter, edition.lang))
    else:
        body = typesetter.blocks(section.blocks)
    if not body.strip():
        return Markup("")
    name = "lead" if section.role == "lead" else f"role-{section.role}"
    return Markup('<div class="{}" id="{}">\n{}{}\n</div>').format(name, section.id, heading, body)


def _typesetter(edition: Edition, say: Say) -> Typesetter:
    return Typesetter(_scribe(edition), say, Outline(1))


def _scribe(edition: Edition, *, dials: bool = False) -> Scribe:
    cues = {cue.id: cue for cue in edition.narration.cues} if edition.narration else {}
    return Scribe(edition.release, cues, dials)


def _times(narration: Narration | None) -> dict[str, list[list[int]]]:
    """Return the words of each sentence as the script wants them: characters, and milliseconds of the whole."""
    cues = narration.cues if narration else ()
    return {
        cue.id: [[word.start, word.end, round(word.begins * 1000), round(word.ends * 1000)] for word in cue.words]
        for cue in cues
        if cue.words
    }


def _languages(edition: Edition, book: Book) -> list[Link]:
    """Return a link to each language: to the same reading level where the language has it, else to the other."""
    tags = dict.fromkeys(one.lang for one in book.editions)
    links = []
    for tag in tags:
        twin = book.find(tag, edition.release.edition) or book.find(tag, "full") or book.find(tag, "easy")
        if twin:
            links.append(Link(_relative(edition, twin.page), tag, own_name(tag), here=twin is edition))
    return links


def _date(release: Release, say: Say) -> Markup | None:
    try:
        moment = datetime.fromisoformat(release.published or "")
    except ValueError:
        return None
    return Markup('<time datetime="{}">{}</time>').format(moment.isoformat(), say.date(moment.isoformat()))


def _audio(edition: Edition, say: Say) -> dict[str, str] | None:
    if edition.narration is None or not edition.narration.clips:
        return None
    return {"src": _relative(edition, edition.audio), "length": say.duration(edition.narration.duration)}


def _offer(edition: Edition, file: Download, say: Say) -> dict[str, object]:
    return {
        "href": _relative(edition, file.path),
        "label": file.label,
        "format": file.format,
        "type": file.type,
        "size": say.size(file.size),
        "parts": [_offer(edition, part, say) for part in file.parts],
    }


def _relative(edition: Edition, path: str) -> str:
    """Return the address of a file of the pack as seen from the edition's page."""
    return posixpath.relpath(path, edition.folder)
