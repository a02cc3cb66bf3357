"""The files of a site over many packs: pages, feeds, map, and the list of what they are."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import quote

from plainspoken.writers import cover
from plainspoken.writers.rss import Channel, Enclosure, Episode, episode_name, write_rss
from plainspoken.writers.say import Say
from plainspoken.writers.site.pages import language_page, root_page, site_title
from plainspoken.writers.site.sitemap import sitemaps
from plainspoken.writers.site.story import Story

LIST = "site.json"
COVER = "cover.png"


def site_files(stories: Sequence[Story], base: str, title: str | None, *, known: bool) -> Mapping[str, bytes]:
    """Return the files of a site by their path; the same packs give the same bytes.

    Args:
        stories: the packs, at least one.
        base: the address of the site, ending with a slash.
        title: what the site is called; the publisher's name if None.
        known: whether the address is really the site's.
    """
    newest = sorted(stories, key=lambda story: story.age, reverse=True)
    tags = sorted({telling.lang for story in newest for telling in story.tellings})
    main = Counter(story.lang for story in newest).most_common()
    says = {tag: Say(tag) for tag in tags}
    home = min(tag for tag, count in main if count == main[0][1])
    at = base if known else None
    files = {"index.html": root_page(newest, tags, says.get(home) or Say(home), title, at)}
    for tag in tags:
        files[f"{tag}/index.html"] = language_page(newest, tag, tags, says[tag], title, at)
        if feed := _feed(newest, tag, base, title, says[tag]):
            files[f"{tag}/feed.xml"] = feed
            files[COVER] = cover.picture()
    files |= sitemaps(newest, tags, base)
    return {**files, LIST: _listed(files, newest)}


def _feed(stories: Sequence[Story], tag: str, base: str, title: str | None, say: Say) -> bytes | None:
    episodes = list(_episodes(stories, tag, base, say))
    if not episodes:
        return None
    name = site_title(stories, title, say)
    channel = Channel(
        title=name, link=f"{base}{tag}/", description=name, here=f"{base}{tag}/feed.xml", lang=tag, author=name,
        image=f"{base}{COVER}",
    )  # fmt: skip
    return write_rss(channel, episodes)


def _episodes(stories: Sequence[Story], tag: str, base: str, say: Say) -> Iterator[Episode]:
    for story in stories:
        start = f"{base}{quote(story.slug)}/"
        for telling in story.tellings:
            sound = telling.sound
            if telling.lang != tag or sound is None:
                continue
            folder = telling.page.rpartition("/")[0]
            chapters = f"{sound.path.rpartition('.')[0]}.chapters.json"
            level = say.plain("Easy read") if telling.is_easy else ""
            texts = ((f"{folder}/captions.vtt", "text/vtt"), (telling.page, "text/html"))
            yield Episode(
                title=" – ".join(filter(None, (level, telling.headline))) or say.plain("Full text"),
                link=start + telling.page,
                description=telling.standfirst or telling.headline or say.plain("Full text"),
                guid=episode_name(story.url or story.slug, tag, "easy" if telling.is_easy else "full"),
                published=story.published,
                lang=tag,
                sound=Enclosure(start + sound.path, sound.size, sound.type),
                seconds=sound.seconds,
                transcripts=tuple((start + path, kind) for path, kind in texts if path in story.paths),
                chapters=start + chapters if chapters in story.paths else None,
            )


def _listed(files: Mapping[str, bytes], stories: Sequence[Story]) -> bytes:
    tree = {
        "schema": "plainspoken/site/1",
        "packs": [story.slug for story in stories],
        "files": {path: hashlib.sha256(content).hexdigest() for path, content in files.items()},
    }
    return (json.dumps(tree, ensure_ascii=False, indent=1, sort_keys=True) + "\n").encode()
