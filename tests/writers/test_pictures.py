"""The pictures of easy read, as they stand on a page."""

from __future__ import annotations

from importlib.resources import files

import pytest
from lxml import etree

from plainspoken.writers import pictures

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
