"""The pages: language and direction, notices, help, links, files."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import html

from plainspoken.lang import COMMUNITY
from plainspoken.model import Release, Service
from plainspoken.writers.editions import Edition, pair
from plainspoken.writers.front import front_page
from plainspoken.writers.notice import notice
from plainspoken.writers.pages import Book, Download, reader_page
from plainspoken.writers.say import Say
from tests import build


def page(made: Release, *others: Release, **book: object) -> html.HtmlElement:
    return html.document_fromstring(source(made, *others, **book))


def source(made: Release, *others: Release, voiced: bool = True, **book: object) -> str:
    releases = [made, *others]
    editions = pair(releases, [build.narration(one) for one in releases] if voiced else [])
    return reader_page(editions[0], Book(editions, **book), Say(made.lang))


def texts(tree: html.HtmlElement, path: str) -> list[str]:
    return [" ".join(node.text_content().split()) for node in tree.xpath(path)]


ENGLISH, EASY = build.release(), build.easy()
URDU = build.translated(ENGLISH, "ur", build.URDU)


@pytest.mark.parametrize(("made", "lang", "direction"), [(ENGLISH, "en-GB", "ltr"), (URDU, "ur", "rtl")])
def test_language_and_direction(made, lang, direction):
    """A page says its language and direction at its root."""
    tree = page(made)
    assert (tree.get("lang"), tree.get("dir")) == (lang, direction)


def test_headings_are_an_outline():
    """One first heading, and none skips a level."""
    levels = [int(node.tag[1]) for node in page(ENGLISH).xpath("//h1|//h2|//h3|//h4|//h5|//h6")]
    assert levels.count(1) == 1 and levels[0] == 1
    assert all(deeper <= level + 1 for level, deeper in pairwise(levels))


def test_alternates_are_relative_and_name_all():
    """Each language and the first page are alternates, by relative addresses, the page itself among them."""
    links = page(ENGLISH, URDU).xpath("//link[@rel='alternate']")
    assert [(one.get("hreflang"), one.get("href")) for one in links] == [
        ("en-GB", "index.html"), ("ur", "../ur/index.html"), ("x-default", "../index.html"),
    ]  # fmt: skip


def test_a_language_without_easy_read_leads_to_its_full_text():
    """From an easy-read page, a language that has none is reached at its full text."""
    tree = page(EASY, ENGLISH, URDU)
    hrefs = {one.get("hreflang"): one.get("href") for one in tree.xpath("//nav//a")}
    assert hrefs == {"en-GB": "index.html", "ur": "../../ur/index.html"}
    assert tree.xpath("//p[@class='other']/a/@href") == ["../index.html"]


def test_names_stay_in_their_language():
    """On a translated page the publisher's name and an untranslated sentence say whose words they are."""
    tree = page(URDU)
    assert ("en-GB", "ltr") in {(one.get("lang"), one.get("dir")) for one in tree.xpath("//header//bdi")}
    left = tree.xpath("//*[@id='notes.l1.i2.s1']")[0]
    assert (left.get("lang"), left.get("dir")) == ("en-GB", "ltr")


def test_whom_to_call_comes_first():
    """Numbers of helplines stand above the text as links that call them."""
    tree = page(ENGLISH)
    assert tree.xpath("//section[@class='help']//a/@href") == ["tel:999", "tel:08082000247"]
    everything = [node.get("class") for node in tree.xpath("//main//section|//main//div[@class='text']")]
    assert everything.index("help") < everything.index("text")


def test_help_of_the_full_text_serves_easy_read():
    """An easy-read page whose release names no helpline offers those of the full text."""
    without = replace(EASY, sections=tuple(one for one in EASY.sections if one.role != "helpline"))
    assert page(without, ENGLISH).xpath("//section[@class='help']//a/@href") == ["tel:999", "tel:08082000247"]


@pytest.mark.parametrize(("state", "engine", "starts"), [
    ("translated", "argos", ["A computer translated this page from English.", "Computers often get names"]),
    ("translated", "memory", ["This page was translated from English. A second person"]),
    ("reviewed", "argos", ["Translated from English.", "A person has checked this translation."]),
])  # fmt: skip
def test_the_notice_says_who_translated(state, engine, starts):
    """A reader is told whether a computer or people translated, and whether somebody checked it."""
    french = build.translated(replace(ENGLISH, lang="en"), "fr", ["mot"] * 99, state=state, engine=engine)
    made = replace(french, lang="en", source_lang="en")  # so that the notice can be read here
    lines = texts(page(made), "//div[@role='note']/p")
    assert all(line.startswith(start) for line, start in zip(lines, starts, strict=False))
    assert ("To speak to a person, contact Wessex Valley Police." in lines) is (starts[0].startswith("A computer"))


def test_the_notice_says_what_is_left():
    """A reader is told that sentences stand in another language."""
    assert any("Some sentences are not translated" in line for line in _english_notice(["x"]))
    assert not any("Some sentences" in line for line in _english_notice(["x"] * 99))


def _english_notice(words: list[str]) -> list[str]:
    made = replace(build.translated(ENGLISH, "en", words), source_lang="fr")
    return texts(page(made), "//div[@role='note']/p")


@pytest.mark.parametrize("tag", COMMUNITY)
def test_the_notice_names_a_remote_service(tag):
    """A page whose text was sent away says so in its language and names the service; a local one isn’t named."""
    services = (Service("chat", "<b>.example:443", True), Service("libretranslate", "localhost:5000", False))
    release = replace(ENGLISH, lang=tag, services=services)
    say = Say(tag)
    said = [str(line) for line in notice(Edition(release), say) if "example" in line]
    assert len(said) == 1 and '<bdi dir="ltr">chat (&lt;b&gt;.example:443)</bdi>' in said[0]
    assert say.missing == set() and "localhost" not in said[0]
    assert tag == "en" or "To make this page" not in said[0]


def test_an_original_needs_no_notice():
    """The publisher's own words carry no notice."""
    assert page(ENGLISH).xpath("//div[@role='note']") == []


def test_easy_read_says_what_it_is():
    """Easy read says that it leaves things out and who made it."""
    assert texts(page(EASY), "//div[@role='note']/p") == [
        "This is the easy read version. It does not say everything that the full text says.",
        "This easy read version was made by a computer program. Nobody has checked this easy read version yet.",
    ]


def test_no_voice_is_said():
    """A page without sound says so, and its settings are there all the same."""
    tree = page(ENGLISH, voiced=False)
    assert tree.xpath("//audio") == [] and tree.get_element_by_id("ui-open") is not None
    assert "There is no audio in this language yet." in texts(tree, "//section[@class='listen']/p")


def test_the_script_gets_its_values_as_text():
    """Words of a release can't end the script that carries their times."""
    hostile = build.translated(ENGLISH, "en-GB", ["</script><script>alert(1)</script>"])
    made = source(replace(hostile, source_lang=None))
    assert made.count("<script") == 2
    values = re.search(r'id="ui-data">(.*?)</script>', made)
    assert values is not None and set(json.loads(values[1])) == {"words", "percent", "times", "asides"}


def test_the_title_is_text():
    """A headline with markup stays text in the title."""
    hostile = build.translated(ENGLISH, "en-GB", ["</title><script>alert(1)</script>"])
    made = page(replace(hostile, source_lang=None))
    assert made.xpath("//title")[0].text.startswith("</title><script>")


def test_files_are_offered_with_their_sizes():
    """Each file says its kind and size, its sections beneath it."""
    part = Download("en-GB/audio/01-x.mp3", "Start", "MP3", "audio/mpeg", 4000)
    files = [Download("en-GB/audio/release.mp3", "Audio", "MP3", "audio/mpeg", 1_540_000, (part,))]
    tree = page(ENGLISH, downloads={"en-GB/index.html": files})
    assert texts(tree, "//ul[@class='files']/li/a") == ["Audio (MP3, 1.5 MB)"]
    assert tree.xpath("//ul[@class='files']//details//a/@href") == ["audio/01-x.mp3"]


def test_a_date_that_is_none_is_not_shown():
    """A date that can't be read is left out."""
    assert page(replace(ENGLISH, published="yesterday")).xpath("//time") == []
    assert texts(page(ENGLISH), "//time") == ["10 February 2026"]


def test_the_original_is_linked_if_it_is_a_page():
    """The release's own page is a link, unless its address is none."""
    assert page(ENGLISH).xpath("//p[@class='ends']/a/@href")[0] == ENGLISH.url
    assert page(replace(ENGLISH, url="javascript:x")).xpath("//p[@class='ends']/a/@href") == ["#ui-main"]


def test_the_first_page_names_each_language_in_itself():
    """The first page has a card for each language, in that language, with what there is in it."""
    editions = pair(build.editions(), [build.narration(URDU)])
    tree = html.document_fromstring(front_page(Book(editions), Say("en-GB")))
    cards = tree.xpath("//ul[@class='cards']/li")
    assert [(one.get("lang"), one.get("dir")) for one in cards] == [("en-GB", "ltr"), ("ur", "rtl")]
    assert [texts(one, ".//h2")[0] for one in cards] == ["English", "اردو"]
    assert [texts(one, ".//p[@class='marks']/*") for one in cards] == [
        ["Easy read", "Original"], ["پڑھنے میں آسان", "آڈیو"],
    ]  # fmt: skip
    assert tree.xpath("//ul[@class='cards']//a/@href") == [
        "en-GB/index.html", "en-GB/easy/index.html", "ur/index.html", "ur/easy/index.html",
    ]  # fmt: skip
    assert tree.xpath("//link[@hreflang='x-default']/@href") == ["index.html"]


def test_one_sentence_by_a_computer_makes_the_page_a_computers():
    """People's work is told apart from a computer's by the weakest sentence."""
    mixed = build.translated(ENGLISH, "ur", build.URDU)
    first = next(mixed.segments()).id
    mixed = mixed.map(lambda one: replace(one, engine="argos") if one.id == first else one)
    assert (Edition(URDU).standing, Edition(mixed).standing) == ("people", "machine")
    assert Edition(mixed).engines() == {"argos": 1, "memory": 29}
