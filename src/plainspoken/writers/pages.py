"""The reader: one page for each edition, with its text, its sound, the other languages and its files."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from markupsafe import Markup

from plainspoken import lang
from plainspoken.brand import NOBODY, Brand
from plainspoken.model import Release
from plainspoken.narration import Narration
from plainspoken.writers.body import OPENING, headline, opening, text
from plainspoken.writers.editions import Edition
from plainspoken.writers.frame import Beside, Frame, Link, write_page
from plainspoken.writers.help import help_lines
from plainspoken.writers.inline import named, safe_link
from plainspoken.writers.notice import notice
from plainspoken.writers.say import Say, own_name


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
class Look:
    """What a publisher chooses for all pages of a pack.

    Attributes:
        brand: whose pages they are.
        neutral: whether what browsers keep of a page, its title and description, tells nothing of its subject.
    """

    brand: Brand = NOBODY
    neutral: bool = False


PLAIN = Look()


@dataclass(frozen=True, slots=True)
class Book:
    """All that the pages of one pack share.

    Attributes:
        editions: its editions, the original first.
        safety: whether its pages carry the quick exit.
        downloads: the files that each page offers, by the page's path.
        look: how the pages look, and whether their titles are neutral.
        fed: whether the podcast feeds are written for the address that the pack will have.
    """

    editions: Sequence[Edition]
    safety: bool = False
    downloads: Mapping[str, Sequence[Download]] = field(default_factory=dict)
    look: Look = PLAIN
    fed: bool = False

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
            title=_title(release, book.look, say),
            description="" if book.look.neutral else release.standfirst or _first_sentence(release),
            safety=book.safety,
            alternates=(*links, Link(_relative(edition, "index.html"), "x-default")) if len(links) > 1 else (),
            times=_times(narration),
            asides=_asides(narration),
            brand=book.look.brand,
            beside=tuple(_beside(edition, book)),
        ),
        say,
        easy=edition.is_easy,
        mono=lang.script(edition.lang) in {"Latn", "Cyrl", "Grek"},
        links=links if len(links) > 1 else (),
        other=_relative(edition, other.page) if other else None,
        headline=headline(edition, say),
        opening=opening(edition, say),
        date=_date(release, say),
        publisher=named(release.publisher, release.source_lang or release.lang) if release.publisher else None,
        notice=notice(edition, say),
        help=help_lines(release) or help_lines(full.release),
        audio=_audio(edition, say),
        text=text(edition, say),
        downloads=[_offer(edition, one, say) for one in book.downloads.get(edition.page, ())],
        url=safe_link(release.url),
        url_lang=release.source_lang or release.lang,
    )


def _beside(edition: Edition, book: Book) -> Iterator[Beside]:
    """Yield the feed and the audiobook of the page's language; the feed where its addresses are the pack's own."""
    spoken = any(one.narration and one.narration.clips for one in book.editions if one.lang == edition.lang)
    if spoken and book.fed:
        yield Beside("alternate", _relative(edition, f"{edition.lang}/feed.xml"), "application/rss+xml")
    if spoken:
        yield Beside(
            "publication", _relative(edition, f"{edition.lang}/publication.json"), "application/audiobook+json"
        )


def _title(release: Release, look: Look, say: Say) -> str:
    level = say.plain("Easy read") if release.edition == "easy" else ""
    if look.neutral:
        return " – ".join(filter(None, (level, say.plain("More information"))))
    return " – ".join(filter(None, (level, release.headline or say.plain("Full text"), release.publisher)))


def _first_sentence(release: Release) -> str:
    texts = (
        block.text
        for part in release.sections
        if part.role not in OPENING
        for block in part.blocks
        if block.kind == "paragraph"
    )
    return next((text for text in texts if " " in text.strip()), "")[:300]


def _times(narration: Narration | None) -> dict[str, list[list[int]]]:
    """Return the words of each sentence as the script wants them: characters, and milliseconds of the whole."""
    cues = narration.cues if narration else ()
    return {
        cue.id: [[word.start, word.end, round(word.begins * 1000), round(word.ends * 1000)] for word in cue.words]
        for cue in cues
        if cue.words
    }


def _asides(narration: Narration | None) -> list[int]:
    """Return when announcements begin, in milliseconds: from then until the next sentence, no sentence is said."""
    return [round(aside.begins * 1000) for aside in narration.asides] if narration else []


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
    return {
        "src": _relative(edition, edition.audio),
        "type": edition.sound.type,
        "length": say.duration(edition.narration.duration),
    }


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
