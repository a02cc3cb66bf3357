"""Words that deny by their own meaning, and what of the source they stand for."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from plainspoken.checks.translation import means
from plainspoken.checks.translation.phrases import any_of, blank, fold

TABLE = tomllib.loads((Path(means.__file__).parent / "means.toml").read_text(encoding="utf-8"))
ROWS = {**TABLE["same"], "limit": TABLE["limit"]}


@pytest.mark.parametrize(
    ("lang", "source", "target", "word"),
    [
        ("es", "He refused to go.", "Rehusó ir.", "rehusó"),
        ("ca", "Avoid the bridge.", "Eviteu el pont.", "eviteu"),
        ("gl", "It is impossible.", "É imposible.", "imposible"),
        ("pt", "The pump failed.", "A bomba falhou.", "falhou"),
        ("fr", "Smoking is banned.", "Il est interdit de fumer.", "interdit"),
        ("it", "There is a lack of water.", "C'è mancanza d'acqua.", "mancanza"),
        ("de", "He refused to go.", "Er weigerte sich.", "weigerte"),
        ("pl", "Swimming is forbidden.", "Pływanie jest zakazane.", "zakazane"),
    ],
)
def test_word_is_claimed_by_its_like(lang: str, source: str, target: str, word: str) -> None:
    """A denying word is its source's word of the same meaning, and free to say "not" where the source has none."""
    at = fold(target).index(word) / len(target)
    assert at in means.others(source, target, "en", lang)
    assert at not in means.others("We do not go there.", target, "en", lang)


def test_each_word_of_the_source_claims_one() -> None:
    """A second word of the same meaning is free again."""
    claimed = means.others("He denied it.", "Negó eso y negó aquello.", "en", "es")
    assert claimed == {0.0}


@pytest.mark.parametrize(("source", "free"), [("Not later than Friday.", True), ("Not on Friday.", False)])
def test_a_limit_says_not_where_the_source_sets_one(source: str, free: bool) -> None:
    """`entro venerdì` may say "not later than Friday", and nothing of "not on Friday"."""
    assert (means.others(source, "Entro venerdì.", "en", "it") == frozenset()) is free


def test_limits_of_a_source_that_is_not_known_are_free() -> None:
    """Where we don't know how the source's language sets a limit, none is taken away."""
    assert means.others("Ddim ddydd Gwener.", "Entro venerdì.", "cy", "it") == frozenset()


@pytest.mark.parametrize("row", ROWS, ids=str)
def test_every_row_is_whole(row: str) -> None:
    """Each meaning has its words in all the languages it was written for, and each pattern finds its own words."""
    assert {"en", "es", "ca", "gl", "pt", "fr", "it", "de", "pl"} == set(ROWS[row])
    for code, words in ROWS[row].items():
        for word in words.split():
            said = word.replace("*", "").replace("_", " ")
            assert re.search(any_of(words.split(), code), said), (code, word)


@pytest.mark.parametrize(
    ("words", "text", "found"),
    [
        ("not", "do not go", ["not"]),
        ("not", "knot and note", []),
        ("don't", "'don't go'", ["don't"]),
        ("uomo", "l'uomo", []),
        ("un*", "unable and under, run", ["unable", "under"]),
        ("no_one", "no  one here", ["no  one"]),
        ("no.#", "no.1 and no.a", ["no.1"]),
        ("ne~pas", "il ne le veut pas", ["ne le veut pas"]),
        ("ne~pas", "il ne va. pas ici", []),
        ("ne~pas", "ne un deux trois quatre cinq six pas", []),
    ],
)
def test_notation(words: str, text: str, found: list[str]) -> None:
    """`*` is any letters, `_` a space, `#` a digit, `~` up to five words of one clause; words are whole."""
    assert [one[0] for one in re.finditer(any_of([words], "en"), text)] == found


def test_nothing_is_found_by_no_words() -> None:
    """An empty row finds nothing."""
    assert not re.search(any_of([], "en"), "anything at all")


def test_unspaced_languages_have_words_within_words() -> None:
    """Chinese writes no spaces: its words are found anywhere."""
    assert re.search(any_of(["不"], "zh"), "我们不去")


def test_blank_keeps_places() -> None:
    """What is found is made blank, so that all else stands where it stood."""
    assert blank(re.compile("bb"), "a bb cc") == ("a    cc", (2 / 7,))
    assert blank(re.compile("x"), "a bb cc") == ("a bb cc", ())
