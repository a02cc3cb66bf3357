"""The first page of a pack: choose your language."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from plainspoken import lang
from plainspoken.model import Release
from plainspoken.writers.editions import Edition, original_of
from plainspoken.writers.frame import Frame, Link, write_page
from plainspoken.writers.inline import Scribe, named
from plainspoken.writers.pages import Book
from plainspoken.writers.say import Say, own_name


@dataclass(frozen=True, slots=True)
class Card:
    """A language on the first page: its name in itself, the headline in it, what there is in it."""

    lang: str
    dir: str
    name: str
    href: str
    headline: Markup | None
    easy: str | None
    audio: bool
    original: bool
    say: Say


def front_page(book: Book, say: Say) -> str:
    """Return the page that lists every language, in the words of the original's language."""
    original = original_of(book.editions)
    tags = list(dict.fromkeys(one.lang for one in book.editions))
    cards = [_card(tag, book) for tag in tags]
    publisher = original.publisher
    return write_page(
        "front.html",
        Frame(
            title=_title(book, say),
            description="" if book.look.neutral else original.standfirst or "",
            safety=book.safety,
            alternates=(*(Link(card.href, card.lang) for card in cards), Link("index.html", "x-default")),
            brand=book.look.brand,
        ),
        say,
        headline=_words(original) or say("Languages"),
        publisher=named(publisher, None) if publisher else None,
        cards=cards,
    )


def _title(book: Book, say: Say) -> str:
    original = original_of(book.editions)
    told = () if book.look.neutral else filter(None, (original.headline, original.publisher))
    return " – ".join(told) or say.plain("Choose your language")


def _card(tag: str, book: Book) -> Card:
    full, easy = book.find(tag, "full"), book.find(tag, "easy")
    first = full or easy
    assert first is not None, tag
    say = Say(tag)
    return Card(
        lang=tag,
        dir=lang.direction(tag),
        name=own_name(tag),
        href=first.page,
        headline=_words(first.release),
        easy=easy.page if easy and full else None,
        audio=any(_speaks(one) for one in (full, easy)),
        original=first.release.source_lang is None,
        say=say,
    )


def _speaks(edition: Edition | None) -> bool:
    return edition is not None and edition.narration is not None and bool(edition.narration.clips)


def _words(release: Release) -> Markup | None:
    """Return the headline without ids: it stands on this page beside others."""
    scribe = Scribe(release)
    for section in release.sections:
        if section.role == "headline" and section.blocks:
            return Markup(" ").join(scribe.phrase(one) for one in section.blocks[0].segments) or None
    return None
