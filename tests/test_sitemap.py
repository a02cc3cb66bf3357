"""The map of a site against the protocol of sitemaps.org, written as a RELAX NG schema."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import etree

from plainspoken.site import index
from plainspoken.writers.site.sitemap import sitemaps
from plainspoken.writers.site.story import Story, Telling
from tests import site_packs

# From https://www.sitemaps.org/protocol.html: elements, their order free within `url`, lengths; alternates as Google's
# "localized versions" has them.
SCHEMA = etree.RelaxNG(
    etree.fromstring("""
<grammar xmlns="http://relaxng.org/ns/structure/1.0" ns="http://www.sitemaps.org/schemas/sitemap/0.9"
    datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes">
  <start><choice>
    <element name="urlset"><oneOrMore><ref name="url"/></oneOrMore></element>
    <element name="sitemapindex"><oneOrMore><element name="sitemap"><interleave>
      <ref name="loc"/><optional><ref name="lastmod"/></optional></interleave></element></oneOrMore></element>
  </choice></start>
  <define name="url"><element name="url"><interleave>
    <ref name="loc"/><optional><ref name="lastmod"/></optional>
    <zeroOrMore><element name="link" ns="http://www.w3.org/1999/xhtml">
      <attribute name="rel"><value>alternate</value></attribute>
      <attribute name="hreflang"><data type="string"><param name="pattern">x-default|[a-z]{2,3}(-[A-Za-z0-9]+)*</param>
      </data></attribute>
      <attribute name="href"><ref name="address"/></attribute></element></zeroOrMore>
  </interleave></element></define>
  <define name="loc"><element name="loc"><ref name="address"/></element></define>
  <define name="lastmod"><element name="lastmod"><choice><data type="date"/><data type="dateTime"/></choice></element>
  </define>
  <define name="address"><data type="anyURI">
    <param name="pattern">https?://[!-~]+</param><param name="maxLength">2047</param></data></define>
</grammar>""")
)
LOC = "{http://www.sitemaps.org/schemas/sitemap/0.9}loc"


def story(number: int, tags: tuple[str, ...]) -> Story:
    tellings = tuple(Telling(tag, False, f"{tag}/index.html", "Bridge & ferry", "", None, "") for tag in tags)
    return Story(f"Brücke & <{number}>", tags[0], "2026-03-01T09:00:00+00:00", "", None, False, tellings, frozenset())


def test_a_site_keeps_to_the_protocol(tmp_path: Path) -> None:
    """The map of real packs is valid; every page in it is listed once."""
    site_packs.bridge(tmp_path)
    site_packs.court(tmp_path)
    index(tmp_path, base_url="https://news.example/packs")
    tree = etree.parse(tmp_path / "sitemap.xml")
    SCHEMA.assertValid(tree)
    pages = [one.text for one in tree.iter(LOC)]
    assert len(pages) == len(set(pages)) > 10


@pytest.mark.parametrize(("stories", "files"), [(1, 1), (300, 1), (900, 3)])
def test_a_large_site(stories: int, files: int) -> None:
    """Names with any letter become addresses; a site too large for one map has an index of maps."""
    tags = ("bn", "en", "ur", "zh-Hant")
    made = sitemaps([story(number, tags) for number in range(stories)], tags, "https://news.example/packs/")
    trees = {name: etree.fromstring(content) for name, content in made.items()}
    for name, tree in trees.items():
        SCHEMA.assertValid(tree)
        assert len(tree) <= 50_000 and len(made[name]) < 50 * 1024 * 1024
    maps = [tree for name, tree in trees.items() if name != "sitemap.xml" or len(trees) == 1]
    assert len(maps) == files
    pages = [one.text for tree in maps for one in tree.iter(LOC)]
    assert len(pages) == len(set(pages)) == len(tags) + 1 + stories * (len(tags) + 1)
    listed = {one.text for one in trees["sitemap.xml"].iter(LOC)}
    assert len(trees) == 1 or listed == {
        f"https://news.example/packs/{name}" for name in trees if name != "sitemap.xml"
    }


@pytest.mark.parametrize("spoil", [
    lambda text: text.replace("https://news.example/packs/en/", "packs/en/"),
    lambda text: text.replace("<lastmod>2026-03-01", "<lastmod>yesterday"),
    lambda text: text.replace('hreflang="bn"', 'hreflang="Bengali please"'),
    lambda text: text.replace("<loc>", "<loc/><loc>", 1),
])  # fmt: skip
def test_the_schema_can_refuse(spoil) -> None:
    """A map with an address that is none, a day, a language or an element out of place is not valid."""
    text = sitemaps([story(1, ("bn", "en"))], ("bn", "en"), "https://news.example/packs/")["sitemap.xml"].decode()
    assert SCHEMA.validate(etree.fromstring(text.encode()))
    assert spoil(text) != text and not SCHEMA.validate(etree.fromstring(spoil(text).encode()))
