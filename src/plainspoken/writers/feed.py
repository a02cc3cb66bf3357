"""The podcast feed of one language: RSS 2.0 with the transcript and chapters of Podcasting 2.0."""

from __future__ import annotations

import json
import re
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from email.utils import format_datetime
from urllib.parse import quote, urlsplit

from lxml import etree

from plainspoken.errors import UsageError
from plainspoken.narration import Narration
from plainspoken.writers.editions import Edition
from plainspoken.writers.say import Say

_ATOM = "http://www.w3.org/2005/Atom"
_ITUNES = "http://www.itunes.com/dtds/podcast-1.0.dtd"
_PODCAST = "https://podcastindex.org/namespace/1.0"
_NAMES = {"atom": _ATOM, "itunes": _ITUNES, "podcast": _PODCAST}
_FEEDS = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")  # that podcast:guid is made in, by its specification
_EPISODES = uuid.UUID("5f2b9c2e-0c58-5e0d-8d61-8f9d1d6c7a43")  # ours; a change makes every episode a new one
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed needs beside its editions.

    Attributes:
        base: the address of the pack's folder on its site, ending with a slash.
        sizes: how many bytes each file of the pack has, by its path.
    """

    base: str
    sizes: Mapping[str, int]

    def url(self, path: str) -> str:
        """Return the address of a file of the pack."""
        return self.base + quote(path)


def base_of(site: str, slug: str) -> str:
    """Return the address that a pack's folder will have on a site, ending with a slash.

    >>> base_of("https://example.org/packs", "bridge-closed")
    'https://example.org/packs/bridge-closed/'

    Raises:
        UsageError: it is no http(s) address of a folder.
    """
    try:
        parts = urlsplit(site)
        is_folder = parts.scheme in ("http", "https") and parts.hostname and not (parts.query or parts.fragment)
    except ValueError:
        is_folder = False
    if not is_folder or re.search(r"[\s<>\"]", site) or "@" in parts.netloc:
        todo = "Give the folder that the packs will be in, such as https://example.org/packs."
        raise UsageError("this is not the address of a folder", where=repr(site), todo=todo)
    return f"{site.rstrip('/')}/{quote(slug)}/"


def chapters_path(edition: Edition) -> str:
    """Return where the chapters of an edition's narration stand in the pack."""
    return f"{edition.audio.rpartition('.')[0]}.chapters.json"


def chapters(narration: Narration) -> bytes:
    """Return the chapters of a narration as Podcasting 2.0 has them (JSON Chapters 1.2): times in seconds."""
    rows = [
        {"startTime": round(clip.begins, 3), "endTime": round(clip.ends, 3), "title": clip.title or clip.section}
        for clip in narration.clips
    ]
    return (json.dumps({"version": "1.2.0", "chapters": rows}, ensure_ascii=False, indent=1) + "\n").encode()


def write_feed(editions: Sequence[Edition], feed: Feed, say: Say) -> bytes:
    """Return the feed of one language, an episode for each edition that is read aloud.

    Every address is absolute, as RSS asks of an enclosure; an episode's guid stays when the pack is made anew or moves.

    Args:
        editions: those of the language, at least one of them narrated.
        feed: where the pack will stand, and how large its files are.
        say: the pack's own words in the language.
    """
    release = editions[0].release
    here = f"{editions[0].lang}/feed.xml"
    root = etree.Element("rss", {"version": "2.0"}, nsmap=_NAMES)
    channel = etree.SubElement(root, "channel")
    _add(channel, "title", release.publisher or release.headline or say.plain("Audio"))
    _add(channel, "link", feed.url(editions[0].page))
    _add(channel, "description", release.standfirst or release.headline or say.plain("Audio"))
    _add(channel, "language", editions[0].lang.lower())  # RSS 2.0 takes its languages in lower case
    etree.SubElement(
        channel, f"{{{_ATOM}}}link", {"href": feed.url(here), "rel": "self", "type": "application/rss+xml"}
    )
    _add(channel, f"{{{_PODCAST}}}guid", str(uuid.uuid5(_FEEDS, feed.url(here).partition("://")[2])))
    _add(channel, f"{{{_ITUNES}}}explicit", "false")
    for edition in editions:
        if edition.narration and edition.narration.clips:
            _episode(channel, edition, edition.narration, feed, say)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True, pretty_print=True))


def _episode(channel: etree._Element, edition: Edition, spoken: Narration, feed: Feed, say: Say) -> None:
    release = edition.release
    item = etree.SubElement(channel, "item")
    level = say.plain("Easy read") if edition.is_easy else ""
    _add(item, "title", " – ".join(filter(None, (level, release.headline))) or say.plain("Full text"))
    _add(item, "link", feed.url(edition.page))
    _add(item, "description", release.standfirst or release.headline or say.plain("Full text"))
    name = f"{release.url or feed.base} {edition.lang} {release.edition}"
    etree.SubElement(item, "guid", {"isPermaLink": "false"}).text = uuid.uuid5(_EPISODES, name).urn
    if moment := _moment(release.published):
        _add(item, "pubDate", moment)
    size = str(feed.sizes[edition.audio])
    etree.SubElement(item, "enclosure", {"url": feed.url(edition.audio), "length": size, "type": edition.sound.type})
    _add(item, f"{{{_ITUNES}}}duration", str(max(1, round(spoken.duration))))
    for path, kind in (
        (edition.captions, "text/vtt"),
        (edition.page, "text/html"),
    ):
        if path in feed.sizes or path == edition.page:
            marks = {"url": feed.url(path), "type": kind, "language": edition.lang}
            etree.SubElement(item, f"{{{_PODCAST}}}transcript", marks)
    marks = {"url": feed.url(chapters_path(edition)), "type": "application/json+chapters"}
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
