"""What podcast players' own parsers, which others wrote, read in the feeds of packs and of a site over them."""

from __future__ import annotations

from calendar import timegm
from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest

from plainspoken.posting.address import addressed
from plainspoken.site import index
from tests import needs, site_packs

BASE = "https://news.example/packs/"
TAGS = ("ar", "bn", "en-GB", "ur", "zh")
NAMESPACE = b"https://podcastindex.org/namespace/1.0"
OLDER = b"https://github.com/podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"
pytestmark = [needs.modules("feedparser", "podcastparser"), pytest.mark.filterwarnings("ignore::DeprecationWarning")]


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("packs")
    for make in (site_packs.bridge, site_packs.court):
        make(place, base_url=BASE)
    index(place)
    return place


def feeds(site: Path) -> list[Path]:
    return sorted((*site.glob("*/feed.xml"), *site.glob("*/*/feed.xml")))


def test_a_universal_parser(site: Path) -> None:
    """feedparser finds nothing amiss in any feed, and in each item what a player shows, dates and downloads."""
    import feedparser

    assert len(feeds(site)) == 11
    for path in feeds(site):
        read = feedparser.parse(path.read_bytes())
        assert (read.bozo, read.version, read.encoding) == (False, "rss20", "utf-8"), path
        tag = path.parent.name
        assert read.feed.language == tag.lower() and read.feed.title and read.feed.image.href.startswith(BASE)
        assert {link.rel: link.href for link in read.feed.links}["self"] == f"{BASE}{path.relative_to(site).as_posix()}"
        assert read.entries
        for entry in read.entries:
            assert entry.id.startswith("urn:uuid:") and not entry.guidislink
            assert datetime.fromtimestamp(timegm(entry.published_parsed), UTC).year == 2026
            (sound,) = entry.enclosures
            assert int(sound.length) == (site / sound.href.removeprefix(BASE)).stat().st_size
            assert sound.type == "audio/mpeg" and entry.title and entry.link.startswith(BASE) and entry.summary


@pytest.mark.parametrize("tag", TAGS)
def test_a_players_parser(site: Path, tag: str) -> None:
    """gPodder's parser finds the episodes newest first, each with its length, chapters, transcripts and size."""
    import podcastparser

    feed = (site / tag / "feed.xml").read_bytes()
    assert NAMESPACE in feed
    # It knows the namespace by the older of its two names alone.
    read = podcastparser.parse(f"{BASE}{tag}/feed.xml", BytesIO(feed.replace(NAMESPACE, OLDER)))
    assert read["language"] == tag.lower() and read["explicit"] is False and read["cover_url"] == f"{BASE}cover.png"
    episodes = read["episodes"]
    assert [one["published"] for one in episodes] == sorted((one["published"] for one in episodes), reverse=True)
    assert len({one["guid"] for one in episodes}) == len(episodes)
    for one in episodes:
        (sound,) = one["enclosures"]
        assert sound["file_size"] == (site / sound["url"].removeprefix(BASE)).stat().st_size
        assert sound["mime_type"] == "audio/mpeg" and one["total_time"] >= 1
        assert (site / one["chapters_json_url"].removeprefix(BASE)).is_file()
        assert (site / one["transcript_url"].removeprefix(BASE)).is_file()


def test_names_outlive_addresses(site: Path, tmp_path: Path) -> None:
    """An episode keeps its guid in the feed of its pack, in that of the site, and at another address."""
    import feedparser

    (tmp_path / "aside").mkdir()
    moved = addressed(site / "bridge", "https://other.example/r", tmp_path / "aside")

    def names(content: bytes) -> list[str]:
        return [entry.id for entry in feedparser.parse(content).entries]

    for tag in ("ar", "bn", "en-GB", "zh"):
        own = names((site / "bridge" / tag / "feed.xml").read_bytes())
        there = moved[f"{tag}/feed.xml"].read_bytes()
        assert own and own == names(there) and b"other.example" in there and BASE.encode() not in there
        assert set(own) <= set(names((site / tag / "feed.xml").read_bytes()))
