# ruff: noqa: E501 - the list of concepts reads best as running text
"""The pictograms: one style, nothing that could load or run, and every concept drawn and named."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml import etree

import plainspoken.pictures
from plainspoken import lang
from plainspoken.pictures.senses import _spellings
from plainspoken.words import locales

FOLDER = Path(plainspoken.pictures.__file__).parent
DRAWINGS = sorted(FOLDER.glob("*.svg"))
INDEX = tomllib.loads((FOLDER / "index.toml").read_text("utf-8"))
SHAPES = {"svg", "title", "g", "path", "circle", "ellipse", "rect", "line", "polyline", "polygon"}
NEEDED = {
    "phone", "call-999", "police-officer", "court", "judge", "prison", "arrested", "help", "safe", "home", "money", "doctor",
    "nurse", "vaccine", "child", "family", "meeting", "calendar", "clock", "map", "place", "letter", "email", "website",
    "flood", "fire", "council", "vote", "form", "deadline", "question", "talk", "quote", "listen", "warning", "stop", "no",
    "yes", "key", "car", "bus", "school", "hospital", "pharmacy", "abuse", "afraid", "hurt", "victim", "witness", "refuge",
    "police-station", "fraud", "law", "jury", "lawyer", "charged", "rent", "repair", "homeless", "appointment", "virus",
    "polling-station", "ballot-paper", "proxy", "river", "sandbags", "storm", "evacuate", "firefighter", "fire-engine",
    "bank", "card", "bill", "grant", "free", "charity", "older-person", "baby", "deaf", "sign-language", "night", "week",
}  # fmt: skip


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_drawing(path: Path) -> None:
    """A drawing is shapes in the text's colour on a 64 by 64 field, with a title and nothing else."""
    root = etree.fromstring(path.read_bytes())
    assert root.get("viewBox") == "0 0 64 64"
    assert {etree.QName(one).localname for one in root.iter()} <= SHAPES
    assert root.findtext("{*}title")
    for one in root.iter():
        assert not any(name.startswith("on") or "href" in name or name == "style" for name in one.attrib)
        assert one.get("stroke", "none") in {"none", "currentColor"} and one.get("fill", "none") in {
            "none",
            "currentColor",
        }
        assert float(one.get("stroke-width", "3")) >= 2.5


@pytest.mark.parametrize("path", DRAWINGS, ids=lambda path: path.stem)
def test_one_style(path: Path) -> None:
    """All drawings have the same pen, ends and corners, and none is heavier than a page with twenty of them can bear."""
    root = etree.fromstring(path.read_bytes())
    pen = {name: value for name, value in root.attrib.items() if name != "viewBox"}
    assert pen == {
        "fill": "none", "stroke": "currentColor", "stroke-width": "3", "stroke-linecap": "round",
        "stroke-linejoin": "round",
    }  # fmt: skip
    assert path.stat().st_size < 1600


def test_concepts() -> None:
    """The concepts of the domain are there, and the index names no drawing that is missing."""
    drawn = {path.stem for path in DRAWINGS}
    assert len(drawn) >= 150
    assert drawn >= NEEDED
    assert drawn - {"person", "yes"} <= set(INDEX) <= drawn


def test_titles_differ() -> None:
    """No two drawings say that they show the same."""
    titles = [etree.fromstring(path.read_bytes()).findtext("{*}title") for path in DRAWINGS]
    assert len(titles) == len(set(titles))


def test_words_are_not_shared() -> None:
    """No words lead to two pictures."""
    words = [
        spelled for entry in INDEX.values()
        for spelled in {one for phrase in entry["words"] for one in _spellings(phrase)}
    ]  # fmt: skip
    assert [word for word, times in Counter(words).items() if times > 1] == []


TITLES = [str(etree.fromstring(path.read_bytes()).findtext("{*}title")) for path in DRAWINGS]
CREDIT = "Pictures: %(names)s"


def _told(path: Path) -> dict[str, str]:
    with path.open("rb") as file:
        return {str(one.id): str(one.string or "") for one in read_po(file) if one.id and not one.fuzzy}


def test_template_of_titles() -> None:
    """What translators are asked for is what the drawings say of themselves."""
    assert list(_told(locales() / "pictures.pot")) == [*TITLES, CREDIT]


@pytest.mark.parametrize("tag", lang.COMMUNITY)
def test_every_picture_is_told_in_every_language(tag: str) -> None:
    """Each picture has a short phrase in each language of packs, its digits kept, in that language's own letters."""
    told = _told(locales() / tag / "LC_MESSAGES" / "pictures.po")
    assert list(told) == [*TITLES, CREDIT]
    assert [
        title for title, text in told.items() if not text or len(text) > 80 or text.endswith((".", "。", "۔", "।"))
    ] == []
    assert [one for one in told if re.findall(r"\d+", one) != re.findall(r"\d+", told[one])] == []
    phrases = [text for title, text in told.items() if title != CREDIT]
    assert len(set(phrases)) == len(phrases)
    if tag != "en":
        assert sum(told[title] == title for title in told) <= 2
    if lang.script(tag) != "Latn":
        assert [text for text in phrases if re.search(r"[A-Za-z]{3,}", text)] == []


def test_the_guide_lists_every_concept() -> None:
    """Whoever brings a set of their own can look up the name of each concept."""
    guide = (Path(__file__).parents[2] / "docs" / "how-to" / "pictures.md").read_text("utf-8")
    listed = guide.partition("## Our concepts")[2]
    assert re.findall(r"`([^`]+)`", listed) == sorted(path.stem for path in DRAWINGS)
