"""What is written and how it is said: a table that a person can check by ear."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from plainspoken.engines.timing import tokens
from plainspoken.spoken import say

TABLES = Path(__file__).parents[1] / "golden" / "spoken"
CASES = [
    (row["lang"], row["written"], row["spoken"])
    for table in sorted(TABLES.glob("*.csv"))
    for row in csv.DictReader(table.read_text("utf-8").splitlines())
]


@pytest.mark.parametrize(("lang", "written", "spoken"), CASES, ids=[f"{lang} {written}" for lang, written, _ in CASES])
def test_said(lang: str, written: str, spoken: str) -> None:
    """What is written is said the way people say it, and every word that is said leads back to what is written."""
    said = say(written, lang)
    assert said.text == spoken
    places = [said.written(*token) for token in tokens(said.text)]
    assert all(place is not None for place in places)
    starts = [place[0] for place in places if place]
    assert starts == sorted(starts)


@pytest.mark.parametrize(("lang", "written", "spoken"), CASES, ids=[f"{lang} {written}" for lang, written, _ in CASES])
def test_no_word_is_lost(lang: str, written: str, spoken: str) -> None:
    """Every word that is written is said."""
    said = say(written, lang)
    heard = [place for token in tokens(said.text) if (place := said.written(*token))]
    assert all(any(start < end_ and begin < end for begin, end_ in heard) for start, end in tokens(written))


def test_the_table_is_large_enough() -> None:
    """At least 150 cases of English and every language of the packs that a voice speaks."""
    langs = [lang for lang, _, _ in CASES]
    assert langs.count("en-GB") >= 150
    assert {
        "am", "ar", "bn", "cy", "es", "fa", "fr", "gu", "hi", "it", "ku", "lt", "pa", "pl", "pt", "ro", "sq", "ta",
        "ti", "tr", "uk", "ur", "vi", "zh",
    } <= set(langs)  # fmt: skip
