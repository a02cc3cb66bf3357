"""Numbers in words and in Roman numerals."""

from __future__ import annotations

import pytest

from plainspoken.facts import numerals


@pytest.mark.parametrize(
    ("tag", "text", "number"),
    [
        ("es", "unas cuarenta tiendas", "40"),
        ("fr", "une quarantaine de magasins", "40"),
        ("fr", "quatre-vingt-dix ans", "90"),
        ("it", "un tredicenne", "13"),
        ("pt", "cerca de cinquenta", "50"),
        ("ca", "disset persones", "17"),
        ("pl", "około czterdziestu sklepów", "40"),
        ("en", "a decade later", "10"),
        ("en", "twenty-one", "21"),
    ],
)
def test_spelled(tag: str, text: str, number: str) -> None:
    """Number words above twelve are numbers."""
    assert number in numerals.spelled(text, tag)


def test_words_within_words_are_none() -> None:
    """A number word inside another word says no number."""
    assert numerals.spelled("el noventayuno", "es") == numerals.spelled("el incienso", "es") == frozenset()


@pytest.mark.parametrize(("text", "numbers"), [("siglo XIX", {"19"}), ("XIXe siècle", {"19"}), ("MIX", set())])
def test_roman(text: str, numbers: set[str]) -> None:
    """Roman numerals up to thirty-nine in capitals are numbers; words are not."""
    assert numerals.roman(text) == numbers


def test_whole() -> None:
    """Being absolutely sure is being so by a hundred per cent."""
    assert numerals.whole("está absolutamente segura", "es") and not numerals.whole("está segura", "es")
