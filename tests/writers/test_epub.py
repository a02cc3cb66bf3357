"""The book: what the EPUB standards ask of its parts, every sentence with its sound, the same bytes each time."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace

import pytest
from lxml import etree

from plainspoken.model import Block, Inline, Section, Segment
from plainspoken.narration import Cue
from plainspoken.pictures.own import Picture, PictureSet
from plainspoken.writers.editions import Edition, pair
from plainspoken.writers.epub import write_book
from plainspoken.writers.epub.documents import document
from plainspoken.writers.epub.overlay import clock
from plainspoken.writers.say import Say
from tests import build

_NAMES = {
    "x": "http://www.w3.org/1999/xhtml", "s": "http://www.w3.org/ns/SMIL", "o": "http://www.idpf.org/2007/opf",
    "d": "http://purl.org/dc/elements/1.1/", "v": "http://www.w3.org/2000/svg",
}  # fmt: skip
EDITIONS = pair(build.editions(), [build.narration(one) for one in build.editions()])


def of(tag: str) -> list[Edition]:
    return [edition for edition in EDITIONS if edition.lang == tag]


def book(*editions: Edition) -> dict[str, bytes]:
    """Return the files of a book, by path."""
    with zipfile.ZipFile(io.BytesIO(write_book(editions, Say(editions[0].lang)))) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def found(content: bytes, path: str) -> list[str]:
    return [str(one) for one in etree.fromstring(content).xpath(path, namespaces=_NAMES)]


def seconds(value: str) -> float:
    hours, minutes, rest = value.split(":")
    return int(hours) * 3600 + int(minutes) * 60 + float(rest)


@pytest.fixture(scope="module", params=["en-GB", "ur"])
def files(request: pytest.FixtureRequest) -> dict[str, bytes]:
    return book(*of(request.param))


def test_container() -> None:
    """The type comes first and plain; the same editions give the same bytes (EPUB 3.3, 4.2.5)."""
    made = write_book(of("ur"), Say("ur"))
    assert made == write_book(of("ur"), Say("ur"))
    assert made[30:58] == b"mimetypeapplication/epub+zip"
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        assert archive.namelist()[:2] == ["mimetype", "META-INF/container.xml"]
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_every_file_is_declared(files: dict[str, bytes]) -> None:
    """The package lists each file of the book once, and no other."""
    listed = found(files["EPUB/package.opf"], "//o:item/@href")
    there = [path.removeprefix("EPUB/") for path in files if path.startswith("EPUB/") and not path.endswith(".opf")]
    assert sorted(listed) == sorted(there)


def test_every_address_leads_somewhere(files: dict[str, bytes]) -> None:
    """Contents and overlays point at ids that their documents have."""
    ids = {path: set(found(content, "//@id")) for path, content in files.items() if path.endswith(".xhtml")}
    for path, content in files.items():
        addresses = []
        if path.endswith("nav.xhtml"):
            addresses = found(content, "//x:a/@href")
        if path.endswith(".smil"):
            addresses = found(content, "//s:text/@src")
        for address in addresses:
            name, _, fragment = address.partition("#")
            assert fragment == "" or fragment in ids[f"EPUB/{name}"], address


def test_every_sentence_is_said_in_order(files: dict[str, bytes]) -> None:
    """The overlay has each cue of the narration once, in the order of the text; each lasts until the next begins."""
    tag = found(files["EPUB/package.opf"], "string(//d:language)")
    for edition in of("".join(tag)):
        name = "easy" if edition.is_easy else "text"
        pars = etree.fromstring(files[f"EPUB/{name}.smil"]).findall(".//s:par", _NAMES)
        timed = [
            (par[0].get("src").partition("#")[2], seconds(par[1].get("clipBegin")), seconds(par[1].get("clipEnd")))
            for par in pars
            if len(par) > 1
        ]
        cues = edition.narration.cues
        ends = [*(cue.begins for cue in cues[1:]), cues[-1].ends]
        expected = [(cue.id, round(cue.begins, 3), round(end, 3)) for cue, end in zip(cues, ends, strict=True)]
        assert timed == expected
        order = found(files[f"EPUB/{name}.xhtml"], "//@id")
        places = [order.index(par[0].get("src").partition("#")[2]) for par in pars]
        assert places == sorted(places)


def test_announcements_are_played_with_their_sentence() -> None:
    """What is announced of a sentence is played before it, what closes one after it, as on the page; none is lost."""
    (edition,) = (one for one in of("en-GB") if not one.is_easy)
    cues = edition.narration.cues
    opens = Cue(cues[3].id, "List", cues[2].ends + 0.05, cues[2].ends + 0.1)
    closes = Cue(cues[5].id, "End of quote", cues[5].ends + 0.05, cues[5].ends + 0.1)
    alone = Cue("", "Picture: A bridge", cues[7].ends + 0.02, cues[7].ends + 0.1)
    last = Cue(cues[-1].id, "End of quote", cues[-1].ends + 0.05, cues[-1].ends + 0.1)
    told = replace(edition.narration, asides=(opens, closes, alone, last))
    spans = {mark.id: mark.span for mark in document(replace(edition, narration=told), Say("en-GB")).marks if mark.cue}
    assert [spans[cues[at].id] for at in (2, 3, 5, 6, 7, -1)] == [
        (cues[2].begins, opens.begins), (opens.begins, cues[4].begins), (cues[5].begins, cues[6].begins),
        (cues[6].begins, cues[7].begins), (cues[7].begins, cues[8].begins), (cues[-1].begins, last.ends),
    ]  # fmt: skip


def test_contents_say_headings_alone(files: dict[str, bytes]) -> None:
    """In the contents a heading is its own words, without what is announced or paused round it."""
    tag = "".join(found(files["EPUB/package.opf"], "string(//d:language)"))
    lasts = {(round(cue.begins, 3), round(cue.ends, 3)) for edition in of(tag) for cue in edition.narration.cues}
    clips = etree.fromstring(files["EPUB/nav.smil"]).findall(".//s:audio", _NAMES)
    assert clips
    assert {(seconds(one.get("clipBegin")), seconds(one.get("clipEnd"))) for one in clips} <= lasts


def test_all_visible_text_is_in_the_overlay(files: dict[str, bytes]) -> None:
    """What an overlay points at is all that a document shows: nothing twice, nothing left out."""
    for name in ("text", "easy", "nav"):
        root = etree.fromstring(files[f"EPUB/{name}.xhtml"])
        pieces = [
            "".join(root.xpath(f"//*[@id='{address.partition('#')[2]}']")[0].itertext())
            for address in found(files[f"EPUB/{name}.smil"], "//s:text/@src")
        ]
        shown = root.xpath("//x:body//text()[not(ancestor::v:svg) and not(ancestor::*[@hidden])]", namespaces=_NAMES)
        assert "".join("".join(pieces).split()) == "".join("".join(shown).split())


def test_durations_add_up(files: dict[str, bytes]) -> None:
    """The whole lasts as long as its parts, and each part as long as its clips (EPUB 3.3, 9.3.2)."""
    root = etree.fromstring(files["EPUB/package.opf"])
    parts = {
        meta.get("refines", ""): seconds(meta.text)
        for meta in root.iterfind(".//o:meta[@property='media:duration']", _NAMES)
    }
    total = parts.pop("")
    assert total == pytest.approx(sum(parts.values()), abs=0.01)
    for item, length in parts.items():
        path = root.xpath(f"//o:item[@id='{item[1:]}']/@href", namespaces=_NAMES)[0]
        clips = etree.fromstring(files[f"EPUB/{path}"]).findall(".//s:audio", _NAMES)
        said = sum(seconds(clip.get("clipEnd")) - seconds(clip.get("clipBegin")) for clip in clips)
        assert length == pytest.approx(said, abs=0.01)


def test_who_can_use_it(files: dict[str, bytes]) -> None:
    """The package says all that EPUB Accessibility 1.1 asks to be said."""
    root = etree.fromstring(files["EPUB/package.opf"])
    said = [meta.get("property") for meta in root.iterfind(".//o:meta", _NAMES)]
    needed = {
        "schema:accessMode", "schema:accessModeSufficient", "schema:accessibilityFeature", "schema:accessibilityHazard",
        "schema:accessibilitySummary", "dcterms:conformsTo", "a11y:certifiedBy", "media:active-class", "media:narrator",
    }  # fmt: skip
    assert needed <= set(said)
    features = [
        meta.text
        for meta in root.iterfind(".//o:meta", _NAMES)
        if meta.get("property") == "schema:accessibilityFeature"
    ]
    assert {"synchronizedAudioText", "tableOfContents", "structuralNavigation"} <= set(features)


def test_pictures() -> None:
    """A pictured easy read says that it has pictures and what stands in for them."""
    release = of("en-GB")[1].release
    pictured = replace(release.map(lambda one: replace(one, picture="court")))
    made = book(Edition(pictured))
    assert found(made["EPUB/easy.xhtml"], "//v:svg") != []
    assert found(made["EPUB/package.opf"], "//o:item[@id='easy']/@properties") == ["svg"]
    assert b"alternativeText" in made["EPUB/package.opf"]


def test_own_pictures() -> None:
    """A publisher's own picture stands in the book as it does on the page, told to those who don't see it."""
    picture = Picture("court", "court.png", "image/png", b"PNG", (), (("en", 'The > "court"'),), "own")
    pictured = of("en-GB")[1].release.map(lambda one: replace(one, picture="court"))
    made = book(Edition(pictured, None, PictureSet((picture,))))
    assert set(found(made["EPUB/easy.xhtml"], "//x:img/@alt")) == {'The > "court"'}
    assert set(found(made["EPUB/easy.xhtml"], "//x:img/@src")) == {picture.address}
    assert found(made["EPUB/package.opf"], "//o:item[@id='easy']/@properties") == []
    assert b"alternativeText" in made["EPUB/package.opf"]


def test_direction() -> None:
    """Pages of a language that is written from the right turn from the right, and every language is said twice."""
    for tag, direction in (("ur", ["rtl"]), ("en-GB", [])):
        made = book(*of(tag))
        assert found(made["EPUB/package.opf"], "//o:spine/@page-progression-direction") == direction
        text = made["EPUB/text.xhtml"]
        assert found(text, "//@lang") == found(text, "//@xml:lang")


def test_contents_have_both_editions() -> None:
    """The full text comes first, the easy read after it; each with its headings."""
    made = book(*of("en-GB"))
    assert found(made["EPUB/package.opf"], "//o:itemref/@idref") == ["text", "easy"]
    headings = found(made["EPUB/text.xhtml"], "//x:h2/descendant-or-self::*[text()]/text()")
    assert [title for title in headings if title not in found(made["EPUB/nav.xhtml"], "//x:a/text()")] == []


def test_without_a_narration() -> None:
    """A language that no voice speaks has a book all the same, which doesn't promise sound."""
    silent = [replace(edition, narration=None) for edition in of("ur")]
    made = book(*silent)
    assert [path for path in made if path.endswith((".smil", ".mp3"))] == []
    assert b"synchronizedAudioText" not in made["EPUB/package.opf"]
    assert b"auditory" not in made["EPUB/package.opf"]


def test_hostile_words() -> None:
    """Whatever a release says is text: it closes no element, names no entity and runs nothing."""
    words = "\x00\x0b</p><script>alert(1)</script> &amp; &nbsp; ]]> <br> \"' <svg onload=x>"
    segment = Segment("body.p1.s1", (Inline("text", words),))
    release = replace(
        of("en-GB")[0].release,
        sections=(Section("body", "body", (Block("body.p1", "paragraph", (segment,)),)),),
        publisher=words, url="javascript:alert(1)",
    )  # fmt: skip
    made = book(Edition(release))
    text = etree.fromstring(made["EPUB/text.xhtml"])
    assert "".join(text.xpath("//*[@id='body.p1.s1']//text()")) == words[2:]
    assert text.xpath("//x:script | //v:svg", namespaces=_NAMES) == []
    assert found(made["EPUB/package.opf"], "//d:publisher/text()") == [words[2:]]
    assert [path for path, content in made.items() if b"javascript" in content] == []


def test_cover_wraps_its_title() -> None:
    """The cover has the whole headline in lines that fit, cut between words, or letters where there are no spaces."""
    for title in (
        "Man jailed for 26 months after breaching a restraining order",
        "违反限制令的男子被判处二十六个月监禁的新闻稿",
    ):
        release = of("en-GB")[0].release
        segment = Segment("headline.p1.s1", (Inline("text", title),))
        opening = Section("headline", "headline", (Block("headline.p1", "heading", (segment,), level=1),))
        made = book(Edition(replace(release, sections=(opening, *release.sections[1:]))))
        lines = found(made["EPUB/cover.svg"], "//v:g/v:g/v:text/text()")
        assert re.sub(r"\s", "", "".join(lines)) == re.sub(r"\s", "", title)
        assert len(lines) > 1


@pytest.mark.parametrize(("value", "expected"), [(0, "0:00:00.000"), (59.9996, "0:01:00.000"), (3661.5, "1:01:01.500")])
def test_clock(value: float, expected: str) -> None:
    """Clock values are exact to the millisecond, and carry."""
    assert clock(value) == expected
