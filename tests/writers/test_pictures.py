"""The pictures of easy read, as they stand on a page."""

from __future__ import annotations

import json
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from importlib.resources import files

import pytest
from lxml import etree

from plainspoken.model import Block, Release, Section, Segment, plain
from plainspoken.pictures.own import Picture, PictureSet
from plainspoken.writers import manifest, pictures
from plainspoken.writers.body import text
from plainspoken.writers.editions import Edition
from plainspoken.writers.say import Say
from tests.pictures.files import png

CONCEPTS = sorted(one.name.removesuffix(".svg") for one in (files("plainspoken") / "pictures").iterdir()
                  if one.name.endswith(".svg"))  # fmt: skip


@pytest.mark.parametrize("concept", CONCEPTS)
def test_every_picture_is_found(concept):
    """Each drawing can stand in a page as often as need be: shapes alone, no ids, its words beside it."""
    drawing, shows = pictures.find(concept, "en")
    root = etree.fromstring(str(drawing))
    assert shows
    assert {str(one.tag) for one in root.iter()} <= pictures._SHAPES
    assert not root.xpath("//@id | //@style | //@*[contains(., 'url(')]")
    assert root.get("viewBox") and root.get("aria-hidden") == "true" and len(root)


def test_a_picture_is_told_in_the_readers_language_or_not_at_all():
    """What a picture shows is said in the page's language; where no catalogue can, the words beside it do."""
    assert pictures.find("judge", "en-GB")[1] == "A judge"
    assert pictures.find("judge", "ur")[1] == "جج"
    assert pictures.find("judge", "pt-BR")[1] == "Um juiz ou uma juíza"
    assert pictures.find("judge", "de")[1] == ""


@pytest.mark.parametrize("concept", ["unheard-of", "../reader", "", "a/b", "PRISON"])
def test_there_is_no_such_picture(concept):
    """A concept without a drawing has none, and never leads to another file."""
    assert pictures.find(concept, "en") is None


OWN = PictureSet((
    Picture(
        "judge", "judge.png", "image/png", png(), (), (("en", "A judge in court"),), "CC BY-SA 4.0", "A <b>Ana</b>"
    ),
    Picture("court", "court.png", "image/png", png(), (), (), "CC BY-SA 4.0", "A <b>Ana</b>"),
    Picture("river", "river.png", "image/png", png(), (), (), "own"),
))  # fmt: skip


def _edition(tag: str, *concepts: str, own: PictureSet | None = OWN) -> Edition:
    blocks = tuple(
        Block(f"body.p{place}", "paragraph", (Segment(f"body.p{place}.s1", plain("So."), picture=concept),))
        for place, concept in enumerate(concepts, start=1)
    )
    return Edition(Release(lang=tag, edition="easy", sections=(Section("body", "body", blocks),)), None, own)


def test_own_pictures_go_before_ours():
    """A picture of the publisher's set takes the place of ours, and says what it shows where the set does."""
    address = f"data:image/png;base64,{b64encode(png()).decode()}"
    assert pictures.picture("judge", _edition("en-GB")) == f'<img src="{address}" alt="A judge in court">'
    assert pictures.picture("judge", _edition("ur")) == f'<img src="{address}" alt="">'
    assert pictures.picture("prison", _edition("en")).startswith('<div role="img" aria-label="A prison window"><svg')
    assert pictures.picture("prison", _edition("de")).startswith("<svg")
    assert pictures.picture("unheard-of", _edition("en")) is None and pictures.picture(None, _edition("en")) is None


def test_credit():
    """Whoever made the pictures that stand on a page, and wants to be named, is named on it once, with the licence."""
    assert pictures.credit(_edition("en", "judge", "court", "judge")) == (
        '<p class="credit">Pictures: <bdi>A &lt;b&gt;Ana&lt;/b&gt; (CC BY-SA 4.0)</bdi></p>'
    )
    assert pictures.credit(_edition("ur", "judge")).startswith('<p class="credit">تصویریں: <bdi>')
    assert pictures.credit(_edition("de", "judge")).startswith('<p class="credit" lang="en" dir="ltr">Pictures: ')
    assert pictures.credit(_edition("en", "river", "prison")) == ""
    assert pictures.credit(_edition("en", "judge", own=None)) == ""


def test_page_and_manifest_name_them():
    """The page of easy read ends with the names; the manifest has each picture with its digest and licence."""
    edition = _edition("en", "judge", "river")
    assert str(text(edition, Say("en"))).endswith("</bdi></p>")
    tree = json.loads(manifest.serialize("a", [edition], [], [], manifest.Making("1")))
    assert tree["editions"][0]["pictures"] == [
        {
            "concept": "judge", "file": "judge.png", "type": "image/png", "sha256": sha256(png()).hexdigest(),
            "licence": "CC BY-SA 4.0", "attribution": "A <b>Ana</b>", "source": "",
        },
        {
            "concept": "river", "file": "river.png", "type": "image/png", "sha256": sha256(png()).hexdigest(),
            "licence": "own", "attribution": "", "source": "",
        },
    ]  # fmt: skip
    full = replace(edition, release=replace(edition.release, edition="full"))
    assert "pictures" not in json.loads(manifest.serialize("a", [full], [], [], manifest.Making("1")))["editions"][0]


def test_only_shapes_are_kept():
    """Whatever a drawing carries, nothing of it runs, loads or styles."""
    root = etree.fromstring(
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1" onload="x()" id="a"><script>x()</script>'
        '<style>*{}</style><image href="https://a.example/x"/><a href="x"><path d="M0 0"/></a>'
        '<path d="M0 0" fill="url(https://a.example/x)" style="a" transform="scale(2)" onclick="x()"/>text</svg>'
    )
    pictures._keep_shapes(root)
    assert etree.tostring(root).decode() == (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><path d="M0 0" transform="scale(2)"/></svg>'
    )
