"""RSS 2.0 with what Podcasting 2.0 and Apple's directory add: a channel and its episodes, written strictly."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime

from lxml import etree

_ATOM = "http://www.w3.org/2005/Atom"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_NAMES = {"atom": _ATOM, "itunes": _ITUNES, "podcast": _PODCAST}
_FEEDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # that podcast:guid is made in, by its specification
_EPISODES = uuid.UUID("5f2b9c2e-0c58-5e0d-8d61-8f9d1d6c7a43")  # ours; a change makes every episode a new one
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


@dataclass(frozen=True, slots=True)
class Enclosure:
    """The sound of an episode: its address, its size in bytes, its media type."""

    url: str
    length: int
    type: str


@dataclass(frozen=True, slots=True)
class Episode:
    """One item of a feed.

    Attributes:
        title: what it is called.
        link: the address of its page.
        description: a sentence or two.
        guid: its name, which stays when its addresses change.
        published: when, ISO 8601; one without a zone is UTC.
        lang: the language spoken.
        sound: what is heard.
        seconds: how long it lasts.
        transcripts: addresses of its text, each with its media type.
        chapters: the address of its chapters.
    """

    title: str
    link: str
    description: str
    guid: str
    published: str | None
    lang: str
    sound: Enclosure
    seconds: float
    transcripts: tuple[tuple[str, str], ...] = ()
    chapters: str | None = None


@dataclass(frozen=True, slots=True)
class Channel:
    """A feed: its title, page and description, its own address, its language, its author and cover."""

    title: str
    link: str
    description: str
    here: str
    lang: str
    author: str | None = None
    image: str | None = None


def episode_name(release: str, lang: str, edition: str) -> str:
    """Return the guid of an episode: the same whenever and wherever a pack is made.

    Args:
        release: the address of the release, else the name of its pack.
        lang: the language of the edition.
        edition: `full` or `easy`.
    """
    return uuid.uuid5(_EPISODES, f"{release} {lang} {edition}").urn


def channel_name(here: str) -> str:
    """Return the `podcast:guid` of a feed: that of its address without the scheme, by the namespace's rule."""
    return str(uuid.uuid5(_FEEDS, here.partition("://")[2]))


def write_rss(channel: Channel, episodes: Iterable[Episode]) -> bytes:
    """Return a feed, its episodes in the order given; the same values give the same bytes."""
    root = etree.Element("rss", {"version": "2.0"}, nsmap=_NAMES)
    top = etree.SubElement(root, "channel")
    _add(top, "title", channel.title)
    _add(top, "link", channel.link)
    _add(top, "description", channel.description)
    _add(top, "language", channel.lang.lower())  # RSS 2.0 takes its languages in lower case
    etree.SubElement(top, f"{{{_ATOM}}}link", {"href": channel.here, "rel": "self", "type": "application/rss+xml"})
    _add(top, f"{{{_PODCAST}}}guid", channel_name(channel.here))
    if channel.author:
        _add(top, f"{{{_ITUNES}}}author", channel.author)
    if channel.image:
        etree.SubElement(top, f"{{{_ITUNES}}}image", {"href": channel.image})
    etree.SubElement(top, f"{{{_ITUNES}}}category", {"text": "News"})
    _add(top, f"{{{_ITUNES}}}explicit", "false")
    for episode in episodes:
        _episode(top, episode)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _episode(channel: etree._Element, episode: Episode) -> None:
    item = etree.SubElement(channel, "item")
    _add(item, "title", episode.title)
    _add(item, "link", episode.link)
    _add(item, "description", episode.description)
    etree.SubElement(item, "guid", {"isPermaLink": "false"}).text = episode.guid
    if moment := _moment(episode.published):
        _add(item, "pubDate", moment)
    sound = episode.sound
    etree.SubElement(item, "enclosure", {"url": sound.url, "length": str(sound.length), "type": sound.type})
    _add(item, f"{{{_ITUNES}}}duration", str(max(1, round(episode.seconds))))
    for url, kind in episode.transcripts:
        marks = {"url": url, "type": kind, "language": episode.lang}
        etree.SubElement(item, f"{{{_PODCAST}}}transcript", marks)
    if episode.chapters:
        marks = {"url": episode.chapters, "type": "application/json+chapters"}
        etree.SubElement(item, f"{{{_PODCAST}}}chapters", marks)


def _moment(published: str | None) -> str | None:
    """Return a time as RFC 822 has it, with four digits for the year as RSS wants; one without a zone is UTC."""
    try:
        moment = datetime.fromisoformat(published or "")
    except ValueError:
        return None
    return format_datetime(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _add(parent: etree._Element, name: str, text: str) -> None:
    etree.SubElement(parent, name).text = " ".join(_ILLEGAL.sub("", text).split())
