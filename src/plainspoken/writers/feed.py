"""The podcast feed of one language of a pack: an episode for each edition that is read aloud."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

from plainspoken.errors import UsageError
from plainspoken.narration import Narration
from plainspoken.writers.editions import Edition
from plainspoken.writers.rss import Channel, Enclosure, Episode, channel_name, episode_name, write_rss
from plainspoken.writers.say import Say

NOWHERE = "https://packs.invalid"  # a feed's addresses must be whole; this name can never be anybody's (RFC 6761, 6.4)


@dataclass(frozen=True, slots=True)
class Feed:
    """What a feed needs beside its editions.

    Attributes:
        base: the address of the pack's folder on its site, ending with a slash.
        sizes: how many bytes each file of the pack has, by its path.
        slug: the name of the pack.
    """

    base: str
    sizes: Mapping[str, int]
    slug: str

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
        where = repr(re.sub(r"(?s)//.*@", "//...@", site))  # what stands before the @ may be a password
        raise UsageError("this is not the address of a folder", where=where, todo=todo)
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


def cover_path(tag: str) -> str:
    """Return where the picture that players show stands in the pack."""
    return f"{tag}/audio/cover.png"


def write_feed(editions: Sequence[Edition], feed: Feed, say: Say) -> bytes:
    """Return the feed of one language, an episode for each edition that is read aloud.

    Every address is absolute, as RSS asks of an enclosure; an episode's guid stays when the pack is made anew or moves.

    Args:
        editions: those of the language, at least one of them narrated.
        feed: where the pack will stand, and how large its files are.
        say: the pack's own words in the language.
    """
    release, tag = editions[0].release, editions[0].lang
    channel = Channel(
        title=release.publisher or release.headline or say.plain("Audio"),
        link=feed.url(editions[0].page),
        description=release.standfirst or release.headline or say.plain("Audio"),
        here=feed.url(f"{tag}/feed.xml"),
        lang=tag,
        author=release.publisher,
        image=feed.url(cover_path(tag)),
    )
    return write_rss(channel, _episodes(editions, feed, say))


def moved(feed: bytes, tag: str, old: str, new: str) -> bytes:
    """Return a feed of the language `tag` as it is where the pack stands at another address.

    Args:
        feed: what `write_feed` wrote.
        tag: its language.
        old: the address of the pack's folder that it was written for.
        new: the address that it has now.
    """
    here = f"{quote(tag)}/feed.xml"
    there = feed.replace(escape(old).encode(), escape(new).encode())
    return there.replace(channel_name(old + here).encode(), channel_name(new + here).encode())


def _episodes(editions: Sequence[Edition], feed: Feed, say: Say) -> Iterator[Episode]:
    for edition in editions:
        release, spoken = edition.release, edition.narration
        if spoken is None or not spoken.clips:
            continue
        level = say.plain("Easy read") if edition.is_easy else ""
        texts = ((edition.captions, "text/vtt"), (edition.page, "text/html"))
        yield Episode(
            title=" – ".join(filter(None, (level, release.headline))) or say.plain("Full text"),
            link=feed.url(edition.page),
            description=release.standfirst or release.headline or say.plain("Full text"),
            guid=episode_name(release.url or feed.slug, edition.lang, release.edition),
            published=release.published,
            lang=edition.lang,
            sound=Enclosure(feed.url(edition.audio), feed.sizes[edition.audio], edition.sound.type),
            seconds=spoken.duration,
            transcripts=tuple((feed.url(path), kind) for path, kind in texts if path in {*feed.sizes, edition.page}),
            chapters=feed.url(chapters_path(edition)),
        )
