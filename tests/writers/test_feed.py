"""The podcast feed: whole addresses, exact sizes, names that last."""

from __future__ import annotations

import json
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from lxml import etree

from plainspoken.errors import UsageError
from plainspoken.writers.feed import NOWHERE, base_of, moved
from plainspoken.writers.pack import publish
from tests import build

SITE = "https://news.example/packs"
EDITIONS = build.editions()
NARRATIONS = [build.narration(one) for one in EDITIONS]
POD = "{https://podcastindex.org/namespace/1.0}"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(EDITIONS, NARRATIONS, into=tmp_path_factory.mktemp("packs"), base_url=SITE + "/").folder


def items(folder: Path, tag: str) -> list[etree._Element]:
    return etree.parse(folder / tag / "feed.xml").findall("channel/item")


def local(folder: Path, url: str) -> Path:
    start = f"{SITE}/{folder.name}/"
    assert url.startswith(start)
    return folder / url.removeprefix(start)


@pytest.mark.parametrize("tag", ["en-GB", "ur"])
def test_channel(folder, tag):
    """RSS 2.0: a channel has a title, a link, a description; here its language and its own address too."""
    root = etree.parse(folder / tag / "feed.xml").getroot()
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    channel = root.find("channel")
    assert all(channel.findtext(name) for name in ("title", "link", "description", f"{POD}guid"))
    assert channel.findtext("language") == tag.lower()
    own = channel.find("{http://www.w3.org/2005/Atom}link").get("href")
    assert local(folder, own) == folder / tag / "feed.xml"


@pytest.mark.parametrize("tag", ["en-GB", "ur"])
def test_episodes(folder, tag):
    """Each edition that is read aloud is an episode; every address leads to a file, of that size."""
    found = items(folder, tag)
    assert len(found) == sum(one.lang == tag for one in NARRATIONS)
    for item in found:
        sound = item.find("enclosure")
        assert int(sound.get("length")) == local(folder, sound.get("url")).stat().st_size
        assert sound.get("type") == "audio/mpeg"
        told = {one.get("type"): local(folder, one.get("url")) for one in item.findall(f"{POD}transcript")}
        assert told.keys() == {"text/vtt", "text/html"} and all(path.is_file() for path in told.values())
        assert parsedate_to_datetime(item.findtext("pubDate")).isoformat() == EDITIONS[0].published
        assert item.find("guid").get("isPermaLink") == "false"


def test_chapters(folder):
    """The chapters are those of the narration, in seconds, none before the one before it has ended."""
    mark = items(folder, "en-GB")[0].find(f"{POD}chapters")
    assert mark.get("type") == "application/json+chapters"
    tree = json.loads(local(folder, mark.get("url")).read_text())
    assert tree["version"] == "1.2.0"
    assert [one["title"] for one in tree["chapters"]] == [clip.title or clip.section for clip in NARRATIONS[0].clips]
    times = [time for one in tree["chapters"] for time in (one["startTime"], one["endTime"])]
    assert times == sorted(times) and times[0] == 0


def test_guids_last(folder, tmp_path):
    """An episode keeps its name when the pack moves to another site; no two have the same."""
    moved = publish(EDITIONS, NARRATIONS, into=tmp_path, base_url="http://other.example").folder
    names = [
        [item.findtext("guid") for tag in ("en-GB", "ur") for item in items(each, tag)] for each in (folder, moved)
    ]
    assert names[0] == names[1] and len(set(names[0])) == len(names[0])


def test_a_feed_without_an_address(folder, tmp_path):
    """Where no address is known a feed has the host that can be nobody's; moved, it is the feed of that address."""
    made = publish(EDITIONS, NARRATIONS, into=tmp_path)
    old, new = base_of(NOWHERE, made.slug), base_of(SITE, made.slug)
    for tag in ("en-GB", "ur"):
        feed = (made.folder / tag / "feed.xml").read_bytes()
        assert feed.count(old.encode()) > 5 and b"packs.invalid" not in moved(feed, tag, old, new)
        assert moved(feed, tag, old, new) == (folder / tag / "feed.xml").read_bytes()


def test_an_address_is_escaped():
    """An ampersand in an address stays one: the moved feed is sound XML."""
    feed = b"<a>https://packs.invalid/x/en/feed.xml</a>"
    assert moved(feed, "en", "https://packs.invalid/x/", "https://a.example/p&q/x/") == (
        b"<a>https://a.example/p&amp;q/x/en/feed.xml</a>"
    )


def test_pages_name_the_feed_of_an_address(folder, tmp_path):
    """A page leads to its language's feed where the feed's addresses are the pack's own; else to none."""
    tag = '<link rel="alternate" type="application/rss+xml" href="{}feed.xml">'
    assert tag.format("") in (folder / "ur/index.html").read_text()
    assert tag.format("../") in (folder / "ur/easy/index.html").read_text()
    made = publish(EDITIONS, NARRATIONS, into=tmp_path)
    assert "application/rss+xml" not in (made.folder / "ur/index.html").read_text()


def test_what_directories_ask_for(folder):
    """Apple's directory wants a square cover of 1400 pixels, a category, an author, and to know of strong words."""
    itunes = "{http://www.itunes.com/dtds/podcast-1.0.dtd}"
    channel = etree.parse(folder / "ur" / "feed.xml").find("channel")
    cover = local(folder, channel.find(f"{itunes}image").get("href")).read_bytes()
    assert cover[16:24] == (1400).to_bytes(4) * 2
    assert channel.findtext(f"{itunes}author") == "Wessex Valley Police"
    assert (channel.find(f"{itunes}category").get("text"), channel.findtext(f"{itunes}explicit")) == ("News", "false")


@pytest.mark.parametrize(
    "site", ["", "example.org", "ftp://example.org", "https://", "https://a.example/?q", "https://[x"]
)
def test_no_address_of_a_folder(site):
    """What is no http(s) address of a folder is wrong usage."""
    with pytest.raises(UsageError):
        base_of(site, "pack")
