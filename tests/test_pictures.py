# ruff: noqa: E501 - the list of concepts reads best as running text
"""The pictograms: one style, nothing that could load or run, and every concept drawn and named."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
from lxml import etree

import plainspoken.pictures
from plainspoken.stages.depict import depict

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
    assert drawn >= set(INDEX)


def test_titles_differ() -> None:
    """No two drawings say that they show the same."""
    titles = [etree.fromstring(path.read_bytes()).findtext("{*}title") for path in DRAWINGS]
    assert len(titles) == len(set(titles))


def test_words_are_not_shared() -> None:
    """No words lead to two pictures."""
    words = [word.casefold() for entry in INDEX.values() for word in entry["words"]]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("text", "concept"),
    [
        ("If you are in danger now, call 999.", "call-999"),
        ("Call the National Domestic Abuse Helpline on 0808 2000 247.", "helpline"),
        ("Call us on 01632 960 100.", "phone"),
        ("Take photos of the damage.", "photo"),
        ("He must not contact the victim until 9 February 2036.", "keep-away"),
        ("The vaccine is at the pharmacy.", "pharmacy"),
        ("Do not charge a battery while you sleep.", None),
        ("She was hurt.", None),
        ("Or email elections@harrowden.example.", "email"),
    ],
)
def test_depict(text: str, concept: str | None) -> None:
    """The longest telling words decide; beside "not" and on harm there is no picture rather than a wrong one."""
    assert depict(text) == concept


def test_catalogue_of_titles() -> None:
    """The list of titles for translators is the drawings' own."""
    listed = re.findall(r"^(.+)$", (FOLDER / "titles.txt").read_text("utf-8"), re.MULTILINE)
    assert listed == sorted(str(etree.fromstring(path.read_bytes()).findtext("{*}title")) for path in DRAWINGS)
