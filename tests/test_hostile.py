"""Everything from a release is hostile: nothing of it runs, loads or reaches out from a pack."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

import plainspoken as ps
from plainspoken.engines.identity import Identity
from plainspoken.engines.silence import Silence

SAMPLES = Path(__file__).parents[1] / "samples"
LOADS = ("src", "srcset", "poster", "data", "action", "formaction", "background", "ping", "style")


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> ps.Pack:
    """The pack of the hostile sample."""
    return ps.make(
        SAMPLES / "hostile" / "page.html", to=["ur"], into=tmp_path_factory.mktemp("packs"), engine=Identity(),
        narrator=Silence(),
    )  # fmt: skip


def test_pack_stays_in_its_folder(pack: ps.Pack) -> None:
    """No name in the page leads a file out of the pack's folder."""
    assert sorted(path.name for path in pack.folder.parent.iterdir()) == [pack.slug, f"{pack.slug}.zip"]
    assert re.fullmatch(r"[a-z0-9-]+", pack.slug)


def test_pages_run_and_load_nothing_of_the_release(pack: ps.Pack) -> None:
    """On every page: no handler, no frame, no remote resource; scripts are ours; links open pages, mails and calls."""
    pages = list(pack.folder.rglob("*.html"))
    assert len(pages) == 7  # the front, and for each language a page, its easy read and its audiobook
    for page in pages:
        for element in html.fromstring(page.read_bytes()).iter():
            if not isinstance(element.tag, str):
                continue
            assert element.tag not in ("iframe", "object", "embed", "base", "form", "img", "video", "applet"), element
            assert not [name for name in element.attrib if name.startswith("on")]
            loaded = [element.get(name) or "" for name in LOADS] + (
                [element.get("href") or ""] * (element.tag == "link")
            )
            assert not [value for value in loaded if re.match(r"\s*(?:\w+:|//)", value) and value != "data:,"]
            if element.tag == "a":
                assert re.match(r"(?:https?|mailto|tel):|[\w./#-]*$", element.get("href") or "")
            if element.tag == "meta":
                assert (element.get("http-equiv") or "").lower() != "refresh"


def test_words_of_the_attack_are_nowhere(pack: ps.Pack) -> None:
    """Nothing of the page's scripts, handlers, styles and hidden text is in any text file of the pack."""
    texts = [path.read_text() for path in pack.folder.rglob("*") if path.suffix in (".html", ".txt", ".vtt", ".json")]
    for trace in (
        "javascript:",
        "onerror",
        "onclick=",
        "@import",
        "alert(",
        "vbscript:",
        "document.cookie",
        "<svg onload",
    ):
        assert not [text[:80] for text in texts if trace in text.lower()], trace
