"""Names of packs' folders."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.model import Release
from plainspoken.writers.slugs import slug_of, slugify
from tests.build import block, section


def titled(headline: str, url: str | None = None) -> Release:
    head = section("headline", "headline", block("headline.h1", headline, kind="heading"))
    return Release("en", (head,), url=url)


@pytest.mark.parametrize(("headline", "url", "slug"), [
    ("Man jailed for 26 months", None, "man-jailed-for-26-months"),
    ("Café “Ünion” – It’s on!", None, "cafe-union-its-on"),
    ("اردو", "https://a.example/news/road%20closed.html?x=1", "road-closed"),
    ("اردو", "https://a.example/", "rdw"),
    ("上海 2024", None, "shanghai-2024"),
    ("Straße in Łódź", None, "strasse-in-lodz"),
    ("？！", None, "release"),
    ("../../etc/passwd", None, "etc-passwd"),
    ("CON", None, "release-con"),
])  # fmt: skip
def test_slug(headline, url, slug):
    """From the headline, else the address, else a plain word."""
    assert slug_of(titled(headline, url)) == slug


def test_long_headlines_end_at_a_word():
    """A long headline is cut between words, one long word where it must be."""
    assert slugify("word " * 30) == "word-" * 11 + "word"
    assert slugify("x" * 100) == "x" * 60


@given(st.text(max_size=200))
def test_a_slug_is_never_a_path(text):
    """Whatever the text, the name is safe in any folder and any address."""
    slug = slugify(text)
    assert len(slug) <= 68 and set(slug) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")
    assert not slug.startswith("-") and not slug.endswith("-")
    assert slugify(slug) == slug
