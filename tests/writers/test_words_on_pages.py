"""The pack's own words: in the reader's language, or in English and marked so."""

from __future__ import annotations

import pytest

from plainspoken.lang import COMMUNITY, PSEUDO
from plainspoken.words import catalogues, missing
from plainspoken.writers.editions import Edition
from plainspoken.writers.pages import Book, reader_page
from plainspoken.writers.say import Say, own_name
from tests import build


def test_words_of_the_language():
    """Where the catalogue has the words, nothing marks them."""
    say = Say("es")
    assert str(say("Listen")) == "Escuchar" and str(say.attributes) == "" and not say.foreign
    assert say.missing == set()


def test_words_of_a_language_without_a_catalogue():
    """Where there is no catalogue the words are English, marked as English, and missed."""
    say = Say("he")
    assert str(say("Listen")) == '<span lang="en" dir="ltr">Listen</span>'
    assert str(say.attributes) == ' lang="en" dir="ltr"'
    assert say.missing == {"Listen"}


def test_words_in_another_script():
    """A catalogue in another script is another language to a reader."""
    say = Say("pa-Arab")
    assert say.foreign and say.spoken == "en"


def test_values_are_escaped_and_markup_is_kept():
    """A value of the release is text; markup of ours stays markup."""
    from plainspoken.writers.inline import named

    say = Say("en")
    assert str(say("Published by %(publisher)s", publisher="A <b>")) == "Published by A &lt;b&gt;"
    assert str(say("Published by %(publisher)s", publisher=named("A <b>", "en"))) == (
        'Published by <bdi lang="en" dir="ltr">A &lt;b&gt;</bdi>'
    )


@pytest.mark.parametrize(
    ("octets", "shown"), [(1, "1 kB"), (4_200, "4 kB"), (999_999, "1,000 kB"), (1_540_000, "1.5 MB"), (250e6, "250 MB")]
)
def test_sizes(octets, shown):
    """Sizes are rounded as readers are used to."""
    assert Say("en").size(int(octets)) == shown


def test_languages_are_named_without_their_country():
    """A reader looks for English, whichever English a publisher writes."""
    assert (own_name("en-GB"), own_name("ur"), Say("es").language("en-GB")) == ("English", "اردو", "inglés")


def test_pseudo_words():
    """The pseudo-locale shows what layouts do with longer words."""
    assert str(Say(PSEUDO)("Listen")) == "[Líštéñ~~]"


@pytest.mark.parametrize("tag", COMMUNITY)
def test_every_word_of_a_page_is_in_the_catalogue(tag):
    """Whatever message a page, the first page or the text asks for, the language has it."""
    from plainspoken.writers.editions import pair
    from plainspoken.writers.front import front_page
    from plainspoken.writers.pages import Book, reader_page
    from plainspoken.writers.text import plain_text
    from tests import build

    if tag not in catalogues():
        pytest.skip(f"no catalogue for {tag} yet")
    made = [build.translated(one, tag, ["x"], engine="argos") for one in (build.release(), build.easy())]
    editions = pair(made, [build.narration(one, sections=["headline"]) for one in made])
    say, book = Say(tag), Book(editions, safety=True)
    for edition in editions:
        reader_page(edition, book, say)
        plain_text(edition.release, say)
    front_page(book, say)
    assert say.missing == set() and missing(say.missing, tag) == ()


@pytest.mark.parametrize(
    ("tag", "gap"), [("en-GB", " "), ("ur", " "), ("zh", ""), ("zh-Hant", " "), ("zh-Hans", ""), ("bn", " ")]
)
def test_what_stands_between_two_sentences(tag, gap):
    """Sentences of our own words are parted by a space, but for Chinese, whose full stops bring one."""
    assert Say(tag).gap == gap
    page = reader_page(Edition(build.translated(build.release(), tag, [])), Book((), safety=True), Say(tag))
    first, second = (
        Say(tag).plain(one)
        for one in (
            "If somebody may be watching you, use a device that they cannot open.",
            "Leaving this page does not delete your browsing history.",
        )
    )
    assert f"<p>{first}{gap}{second}</p>" in page
