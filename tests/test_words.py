"""The pack's own words: every catalogue complete and sound."""

from __future__ import annotations

import re

import pytest
from babel.messages.pofile import read_po

from plainspoken import lang
from plainspoken.words import catalogues, locales, pseudo, words

with (locales() / "plainspoken.pot").open("rb") as _file:
    MESSAGES = [str(message.id) for message in read_po(_file) if message.id]
PLACEHOLDER = re.compile(r"%\(\w+\)s")


def catalogue(tag: str) -> dict[str, str]:
    with (locales() / tag / "LC_MESSAGES" / "plainspoken.po").open("rb") as file:
        return {str(one.id): str(one.string) for one in read_po(file) if one.id and not one.fuzzy}


def test_every_community_language_has_a_catalogue() -> None:
    """The words are there for all 27 languages that packs are made for."""
    assert set(catalogues()) >= set(lang.COMMUNITY)


@pytest.mark.parametrize("tag", lang.COMMUNITY)
def test_catalogue_is_complete(tag: str) -> None:
    """Each message is translated, with the placeholders of the original and no others."""
    found = catalogue(tag)
    assert [message for message in MESSAGES if not found.get(message)] == []
    assert [
        one for one in MESSAGES if sorted(PLACEHOLDER.findall(one)) != sorted(PLACEHOLDER.findall(found[one]))
    ] == []
    assert set(found) == set(MESSAGES)


@pytest.mark.parametrize("tag", [tag for tag in lang.COMMUNITY if tag != "en"])
def test_catalogue_is_in_its_own_script(tag: str) -> None:
    """A catalogue is really in its language: few messages equal the English, and the letters are of its script."""
    found = catalogue(tag)
    assert sum(text == message for message, text in found.items()) <= 6
    if lang.script(tag) != "Latn":
        bare = (PLACEHOLDER.sub("", text).replace("Shift", "").replace("ZIP", "") for text in found.values())
        assert [text for text in bare if re.search(r"[A-Za-z]{4,}", text)] == []


def test_words_are_filled_in() -> None:
    """A message's placeholders are filled; without a catalogue the words are English, and say so."""
    assert words("en")("Call %(number)s", number="101") == "Call 101"
    assert words("ur")("Listen") != "Listen"
    assert (words("de").spoken, words("de")("Listen")) == ("en", "Listen")


def test_pseudo_is_longer_and_keeps_placeholders() -> None:
    """The pseudo-locale lengthens every message and leaves its placeholders alone."""
    assert pseudo("Call %(number)s") == "[Cáll %(number)s~~~~~]"
    assert words(lang.PSEUDO)("Listen") == "[Líštéñ~~]"


def test_dates_and_numbers() -> None:
    """Dates and numbers are written as the readers of the language write them."""
    assert words("en-GB").date("2026-02-10T14:05:00+00:00") == "10 February 2026"
    assert words("en").date("2026-02-10T14:05:00+00:00") == "10 February 2026"
    assert words("en-US").date("2026-02-10T14:05:00+00:00") == "February 10, 2026"
    assert words("es").date("2026-02-10T14:05:00+00:00") == "10 de febrero de 2026"
    assert words("fr").number(1234.5) == "1\u202f234,5"
    assert words("en").duration(185.2) == "3:05"
