"""The index of many packs: newest first, by language, whole or not at all, nothing of a hostile manifest believed."""

from __future__ import annotations

import json
import os
import shutil
import unicodedata
from collections.abc import Callable
from email.utils import parsedate_to_datetime
from pathlib import Path

import pytest
from lxml import etree, html

from plainspoken.cli import main
from plainspoken.errors import SourceError, TargetError, UsageError
from plainspoken.site import index
from plainspoken.writers.pack import publish
from tests import site_packs

BASE = "https://news.example/packs/"
TAGS = ("ar", "bn", "en-GB", "ur", "zh")
POD, ITUNES, ATOM = (
    "{https://podcastindex.org/namespace/1.0}", "{http://www.itunes.com/dtds/podcast-1.0.dtd}", "{http://www.w3.org/2005/Atom}",
)  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("packs")
    site_packs.bridge(place)
    site_packs.court(place)
    return place


@pytest.fixture
def packs(made: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made, tmp_path / "site"))


@pytest.fixture(scope="module")
def site(made: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = Path(shutil.copytree(made, tmp_path_factory.mktemp("sites") / "site"))
    index(place, base_url=BASE.rstrip("/"))
    return place


def files(folder: Path) -> dict[str, bytes]:
    return {one.relative_to(folder).as_posix(): one.read_bytes() for one in sorted(folder.rglob("*")) if one.is_file()}


def relisted(folder: Path, change: Callable[[dict], object]) -> None:
    tree = json.loads((folder / "manifest.json").read_text())
    change(tree)
    (folder / "manifest.json").write_text(json.dumps(tree))


def local(site: Path, url: str) -> Path:
    assert url.startswith(BASE), url
    path = site / url.removeprefix(BASE)
    return path / "index.html" if url.endswith("/") else path


def test_its_files(site):
    """A page a language, a feed where something is heard, the map, the cover, the list of all these."""
    own = {path for path in files(site) if path.split("/")[0] not in {"bridge", "court", "bridge.zip", "court.zip"}}
    pages = {f"{tag}/{name}" for tag in TAGS for name in ("index.html", "feed.xml")}
    assert own == pages | {"index.html", "sitemap.xml", "cover.png", "site.json"}


@pytest.mark.parametrize(
    ("tag", "slugs"), [("en-GB", ["bridge", "court"]), ("ur", ["court"]), ("zh", ["bridge"]), ("", ["bridge", "court"])]
)
def test_newest_first(site, tag, slugs):
    """A language's page lists what is in that language, the newest first; the first page lists all."""
    page = html.parse(site / tag / "index.html")
    links = page.xpath("//ul[@id='ui-stories']/li/h2/a/@href")
    assert [(site / tag / link).resolve().relative_to(site).parts[0] for link in links] == slugs
    assert all((site / tag / link).is_file() for link in page.xpath("//main//a/@href"))


@pytest.mark.parametrize("tag", TAGS)
def test_in_its_own_words(site, tag):
    """A page is in its language and direction, and names all languages in their own words, itself as current."""
    page = html.parse(site / tag / "index.html").getroot()
    assert (page.get("lang"), page.get("dir")) == (tag, "rtl" if tag in {"ar", "ur"} else "ltr")
    assert page.xpath("//nav//a/@hreflang") == list(TAGS)
    assert page.xpath("//nav//a[@aria-current]/@hreflang") == [tag]
    assert (page.findtext(".//h1") == "News") == (tag == "en-GB")
    alternates = {one.get("hreflang"): one.get("href") for one in page.xpath("//link[@hreflang]")}
    assert alternates == {**{one: f"{BASE}{one}/" for one in TAGS}, "x-default": BASE}
    assert page.xpath("//link[@type='application/rss+xml']/@href") == ["feed.xml"]


@pytest.mark.parametrize("tag", ["", *TAGS])
def test_its_text_is_what_every_browser_compares(site, tag):
    """Pages are in Unicode's form C, with no sign that is none; what is searched for can be sent by a button."""
    page = (site / tag / "index.html").read_text()
    assert unicodedata.is_normalized("NFC", page)
    assert not [one for one in page if ord(one) & 0xFFFE == 0xFFFE or unicodedata.category(one) in ("Cs", "Co")]
    assert html.fromstring(page.encode()).xpath("//form[@role='search']//button[@type='submit']")


def test_one_language_of_two_countries(tmp_path):
    """Where packs say `en` and `en-GB`, the pages have different names; one language alone has no country."""
    site_packs.court(tmp_path)
    plain = site_packs.small(site_packs.BRIDGE["en-GB"], "en")
    publish([plain], into=tmp_path, slug="bridge", formats=["txt"])
    index(tmp_path)
    names = html.parse(tmp_path / "en" / "index.html").xpath("//nav//a/text()")
    assert [name.strip() for name in names] == ["English", "English (United Kingdom)", "اردو"]


def test_the_exit(site):
    """A page that lists a release with helplines carries the quick exit; one that doesn't has none."""
    assert html.parse(site / "ur/index.html").xpath("//*[@id='ui-exit']")
    assert not html.parse(site / "zh/index.html").xpath("//*[@id='ui-exit']")


@pytest.mark.parametrize("tag", TAGS)
def test_feeds(site, tag):
    """RSS 2.0 with all that it requires; addresses lead to files, of that size; RFC 822 dates; the packs' guids."""
    root = etree.parse(site / tag / "feed.xml").getroot()
    channel = root.find("channel")
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    assert all(channel.findtext(name) for name in ("title", "link", "description", "language", f"{POD}guid"))
    assert (
        local(site, channel.findtext("link")).is_file()
        and local(site, channel.find(f"{ITUNES}image").get("href")).is_file()
    )
    own = channel.find(f"{ATOM}link")
    assert (own.get("rel"), local(site, own.get("href"))) == ("self", site / tag / "feed.xml")
    items = channel.findall("item")
    for item in items:
        assert all(item.findtext(name) for name in ("title", "link", "description", "guid", f"{ITUNES}duration"))
        sound = item.find("enclosure")
        assert int(sound.get("length")) == local(site, sound.get("url")).stat().st_size > 0
        assert parsedate_to_datetime(item.findtext("pubDate")).tzinfo is not None
        assert {one.get("type") for one in item.findall(f"{POD}transcript")} == {"text/vtt", "text/html"}
        beside = [*item.findall(f"{POD}transcript"), item.find(f"{POD}chapters")]
        assert all(local(site, one.get("url")).is_file() for one in beside)
    dates = [parsedate_to_datetime(item.findtext("pubDate")) for item in items]
    assert dates == sorted(dates, reverse=True)
    feeds = [etree.parse(path) for slug in ("bridge", "court") if (path := site / slug / tag / "feed.xml").is_file()]
    assert [item.findtext("guid") for item in items] == [
        one.text for feed in feeds for one in feed.findall("channel/item/guid")
    ]


def test_the_map(site):
    """Every page of site and packs stands in the map once, with its counterparts, itself among them."""
    spaces = {"m": "http://www.sitemaps.org/schemas/sitemap/0.9", "x": "http://www.w3.org/1999/xhtml"}
    root = etree.parse(site / "sitemap.xml")
    listed = [local(site, one.text) for one in root.findall("m:url/m:loc", spaces)]
    assert sorted(listed) == sorted(one for one in site.rglob("index.html") if one.parent.name != "audio")
    for entry in root.findall("m:url", spaces):
        others = {one.get("hreflang"): one.get("href") for one in entry.findall("x:link", spaces)}
        assert entry.findtext("m:loc", namespaces=spaces) in others.values()
        assert all(local(site, url).is_file() for url in others.values())


def test_the_same_packs_give_the_same_bytes(packs):
    """A second run changes nothing; neither does the order in which the packs came."""
    index(packs, base_url=BASE)
    before = files(packs)
    index(packs, base_url=BASE)
    assert files(packs) == before


def test_without_an_address(packs):
    """Without an address feeds and map name a host that can be nobody's, and a finding says so."""
    done = index(packs)
    assert [one.code for one in done.findings] == ["site-address-unknown"]
    assert b"https://packs.invalid/bridge/" in (packs / "sitemap.xml").read_bytes()
    page = (packs / "ur/index.html").read_text()
    assert "application/rss+xml" in page and '<link rel="alternate" type="application/rss+xml"' not in page


def test_the_address_of_the_packs(tmp_path):
    """Where all packs were made for one site, the index is of that site."""
    site_packs.bridge(tmp_path, base_url="https://a.example/p")
    assert index(tmp_path).findings == ()
    assert b"https://a.example/p/bridge/" in (tmp_path / "sitemap.xml").read_bytes()


@pytest.mark.parametrize(
    ("change", "says"),
    [
        (lambda tree: tree["files"].append({"path": "../x", "sha256": "0" * 64, "size": 1}), "leads out"),
        (lambda tree: tree["editions"][0].update(path="../../etc/passwd"), "contradicts"),
        (lambda tree: tree["editions"][0].update(lang="../up"), "understood"),
        (lambda tree: tree["editions"][0].update(lang="en/../../x"), "understood"),
        (lambda tree: tree.update(slug="../court"), "understood"),
        (lambda tree: tree.update(editions=None), "understood"),
        (lambda tree: tree.update(sources=[]), "understood"),
        (lambda tree: tree["sources"][0].update(published="yesterday"), "understood"),
        (lambda tree: tree["files"][0].update(sha256="0" * 64), "not the one"),
        (
            lambda tree: tree["findings"].append({"code": "embargo", "level": "warning", "at": "", "message": "x"}),
            "embargo",
        ),
    ],
)
def test_what_is_left_out(packs, change, says):
    """A pack that isn't whole, may not be published, or says what no site may repeat, is named and left out."""
    relisted(packs / "bridge", change)
    done = index(packs, base_url=BASE)
    assert done.packs == ("court",)
    assert [(one.code, one.level, one.at) for one in done.findings] == [("site-pack-left-out", "error", "bridge")]
    assert says in done.findings[0].message
    assert b"bridge" not in (packs / "sitemap.xml").read_bytes()


def test_words_of_a_stranger_stay_words(packs):
    """Markup, addresses that run, and signs that turn the direction are shown as words or dropped, never followed."""
    evil = "</script><script>alert(1)</script>\u202e<img src=x onerror=alert(1)>"

    def change(tree):
        tree["editions"][0]["headline"] = evil
        tree["sources"][0].update(url="javascript:alert(1)", publisher=evil)

    relisted(packs / "bridge", change)
    assert index(packs, base_url=BASE).packs == ("bridge", "court")
    for page in packs.glob("*/index.html"):
        tree = html.parse(page)
        assert not tree.xpath("//img | //*[@onerror]") and len(tree.xpath("//script")) <= 2
        assert "\u202e" not in page.read_text()
    for path in (*packs.glob("*/feed.xml"), packs / "sitemap.xml"):
        assert b"javascript:" not in path.read_bytes()
        etree.parse(path)


def test_links_are_not_followed(packs, tmp_path):
    """A pack behind a symbolic link is somebody else's."""
    (packs / "elsewhere").symlink_to(packs / "court")
    assert index(packs, base_url=BASE).packs == ("bridge", "court")


def test_what_stands_in_the_way(packs):
    """A page that no index wrote stays, unless --replace says otherwise; nothing else is written then."""
    (packs / "index.html").write_text("mine")
    before = files(packs)
    with pytest.raises(TargetError, match="in the way"):
        index(packs)
    assert files(packs) == before
    assert index(packs, replace=True).packs and (packs / "index.html").read_text() != "mine"


def test_what_is_gone_goes(packs):
    """When the last pack of a language goes, its page and feed go too; others' files stay."""
    index(packs, base_url=BASE)
    (packs / "zh" / "theirs.txt").write_text("theirs")
    shutil.rmtree(packs / "bridge")
    index(packs, base_url=BASE)
    assert not (packs / "ar").exists() and [one.name for one in (packs / "zh").iterdir()] == ["theirs.txt"]


def test_whole_or_not_at_all(packs, monkeypatch):
    """When a file can't take its place, all stands as it stood."""
    index(packs, base_url=BASE)
    before = files(packs)
    shutil.rmtree(packs / "court")
    kept = {path: content for path, content in before.items() if not path.startswith("court/")}
    rename, count = Path.rename, [0]

    def full(self, target):
        count[0] += 1
        if count[0] == 6:
            raise OSError(28, os.strerror(28))
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", full)
    with pytest.raises(TargetError, match="No space"):
        index(packs, base_url=BASE)
    monkeypatch.undo()
    assert files(packs) == kept and not [*packs.glob(".index*")]


def test_no_pack_and_no_address(packs, tmp_path):
    """A folder without packs, and an address that is none, are refused."""
    (tmp_path / "empty").mkdir()
    for place in (tmp_path / "empty", tmp_path / "none"):
        with pytest.raises(SourceError):
            index(place)
    with pytest.raises(UsageError):
        index(packs, base_url="javascript:alert(1)")


def test_the_command(packs, capsys):
    """The command says what it listed and what it left out, and ends with 1 where a pack was left out."""
    assert main(["index", str(packs), "--base-url", BASE, "--title", "Northby"]) == 0
    assert "2 packs in 5 languages" in capsys.readouterr().out
    assert "News – Northby" in (packs / "en-GB/index.html").read_text()
    relisted(packs / "court", lambda tree: tree.update(slug="x"))
    assert main(["index", str(packs), "--json"]) == 1
    tree = json.loads(capsys.readouterr().out)
    assert (tree["packs"], tree["findings"][0]["at"]) == (["bridge"], "court")
