"""The W3C Audiobook of each language: its manifest keeps to the recommendation, and every address leads to a file."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from lxml import html

from plainspoken.codecs import codec
from plainspoken.writers.pack import publish
from tests import build

EDITIONS = build.editions()
NARRATIONS = [build.narration(one) for one in EDITIONS]
ISO = re.compile(r"PT(\d+(?:\.\d{1,3})?)S")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return publish(EDITIONS, NARRATIONS, into=tmp_path_factory.mktemp("packs")).folder


def manifest(folder: Path, tag: str) -> dict:
    return json.loads((folder / tag / "publication.json").read_text())


def seconds(text: str) -> float:
    found = ISO.fullmatch(text)
    assert found, text
    return float(found[1])


@pytest.mark.parametrize(("tag", "way"), [("en-GB", "ltr"), ("ur", "rtl")])
def test_what_the_recommendation_asks_for(folder, tag, way):
    """Audiobooks, 3 and 4: the contexts in order, the profile, type, name, language, identifier, dates, access."""
    tree = manifest(folder, tag)
    assert tree["@context"] == [
        "https://schema.org", "https://www.w3.org/ns/pub-context", {"language": tag, "direction": way},
    ]  # fmt: skip
    assert (tree["conformsTo"], tree["type"]) == ("https://www.w3.org/TR/audiobooks/", "Audiobook")
    assert (tree["inLanguage"], tree["readingProgression"], tree["abridged"]) == (tag, way, False)
    edition = next(one for one in EDITIONS if one.lang == tag)
    assert (tree["name"], tree["author"], tree["datePublished"]) == (edition.headline, edition.publisher, "2026-02-10")
    assert tree["id"].startswith("urn:uuid:") and tree["readBy"] == ["tone"]
    assert tree["accessMode"] == ["auditory"] and tree["accessibilityHazard"] == ["none"]
    assert tree["accessModeSufficient"] == [{"type": "ItemList", "itemListElement": ["auditory"]}]
    assert {"tableOfContents", "transcript"} <= set(tree["accessibilityFeature"])
    assert "url" not in tree


@pytest.mark.parametrize("tag", ["en-GB", "ur"])
def test_what_is_heard(folder, tag):
    """The sections of the full text, then the easy read: files of that type, that long; the sum is right."""
    tree = manifest(folder, tag)
    full, easy = (one for one in NARRATIONS if one.lang == tag)
    order = tree["readingOrder"]
    assert [one["url"] for one in order][:2] == ["audio/01-headline.mp3", "audio/02-standfirst.mp3"]
    assert order[-1]["url"] == "audio/easy.mp3"
    assert all((folder / tag / one["url"]).is_file() for one in order)
    assert {(one["type"], one["encodingFormat"]) for one in order} == {("LinkedResource", codec("mp3").type)}
    assert all(one["name"] for one in order)
    lengths = [seconds(one["duration"]) for one in order]
    assert lengths == pytest.approx([*(clip.ends - clip.begins for clip in full.clips), easy.duration], abs=0.001)
    assert seconds(tree["duration"]) == pytest.approx(sum(lengths), abs=0.001)


@pytest.mark.parametrize("tag", ["en-GB", "ur"])
def test_resources(folder, tag):
    """One page of contents, one cover with a name, the pages; none of them is in the reading order too."""
    tree = manifest(folder, tag)
    resources = tree["resources"]
    assert [one.get("rel") for one in resources] == ["contents", "cover", None, None]
    assert all((folder / tag / one["url"]).is_file() and one["name"] for one in resources)
    urls = [one["url"] for one in (*tree["readingOrder"], *resources)]
    assert len(urls) == len(set(urls))


@pytest.mark.parametrize("tag", ["en-GB", "ur"])
def test_contents(folder, tag):
    """The page of contents has one list of contents, with each file of the reading order, in that order."""
    page = html.parse(folder / tag / "audio" / "index.html")
    assert (page.getroot().get("lang"), page.getroot().get("dir")) == (tag, "rtl" if tag == "ur" else "ltr")
    [toc] = page.xpath("//*[@role='doc-toc']")
    links = [(f"audio/{one.get('href')}", one.text) for one in toc.xpath(".//a")]
    assert links == [(one["url"], one["name"]) for one in manifest(folder, tag)["readingOrder"]]
    [back] = page.xpath("//main/p/a")
    assert (folder / tag / "audio" / back.get("href")).resolve() == (folder / tag / "index.html").resolve()


def test_pages_lead_to_it(folder):
    """A page names its language's publication, as Publication Manifest 4.2 has it."""
    tag = '<link rel="publication" type="application/audiobook+json" href="{}publication.json">'
    assert tag.format("") in (folder / "ur/index.html").read_text()
    assert tag.format("../") in (folder / "ur/easy/index.html").read_text()


def test_the_address_where_it_is_known(tmp_path):
    """With an address, the audiobook has one too."""
    made = publish(EDITIONS[:1], NARRATIONS[:1], into=tmp_path, base_url="https://a.example/p")
    assert manifest(made.folder, "en-GB")["url"] == f"https://a.example/p/{made.slug}/en-GB/"


def test_only_an_easy_read_is_abridged(tmp_path):
    """Where the easy read alone is read aloud, the audiobook says that it is shortened."""
    made = publish(EDITIONS[:2], NARRATIONS[1:2], into=tmp_path)
    tree = manifest(made.folder, "en-GB")
    assert (tree["abridged"], [one["url"] for one in tree["readingOrder"]]) == (True, ["audio/easy.mp3"])


def test_none_without_sound(tmp_path):
    """What isn't read aloud is no audiobook, and its pages name none."""
    made = publish(EDITIONS[:1], into=tmp_path)
    assert not [*made.folder.rglob("publication.json"), *made.folder.rglob("feed.xml")]
    assert 'rel="publication"' not in (made.folder / "en-GB/index.html").read_text()
