"""Numbers put together of a ten and a unit."""

from __future__ import annotations

import pytest

from plainspoken.facts import find, missing
from plainspoken.facts.composed import composed
from plainspoken.facts.numerals import spelled


@pytest.mark.parametrize(
    ("lang", "text", "numbers"),
    [
        ("es", "treinta y dos casas y veintidós coches", {"32", "22"}),
        ("es", "treinta casas y dos coches", set()),
        ("ca", "vint-i-tres persones i quaranta-dues cases", {"23", "42"}),
        ("gl", "trinta e catro casas", {"34"}),
        ("pt", "noventa e nove casas", {"99"}),
        ("fr", "soixante-douze, quatre-vingt-dix-neuf et vingt et un", {"72", "99", "21"}),
        ("fr", "quatre-vingt-onze, trente-deux", {"91", "32"}),
        ("it", "un trentaquattrenne e ventotto persone", {"34", "28"}),
        ("it", "ventuno, sessantasei, settantasette", {"21", "66", "77"}),
        ("de", "eine zweiunddreißigjährige Frau", {"32"}),
        ("de", "einundzwanzig", {"21"}),
        ("pl", "trzydziestoczteroletnia kobieta", {"34"}),
        ("pl", "dwadzieścia dwa i dwudziestu sześciu", {"22", "26"}),
        ("cy", "dau ddeg un", set()),
    ],
)
def test_composed(lang: str, text: str, numbers: set[str]) -> None:
    """A ten and a unit that stand together are one number; apart, or in a language not known, they are none."""
    assert composed(text, lang) == numbers


@pytest.mark.parametrize("value", range(21, 100))
@pytest.mark.parametrize("lang", ["es", "gl", "pt"])
def test_every_number_is_said_by_its_own_words(lang: str, value: int) -> None:
    """Of the languages that write all in the same way, each number from 21 is read back from its words."""
    tens = (
        {
            "es": "veinti treinta_y_ cuarenta_y_ cincuenta_y_ sesenta_y_ setenta_y_ ochenta_y_ noventa_y_",
            "gl": "vinte_e_ trinta_e_ corenta_e_ cincuenta_e_ sesenta_e_ setenta_e_ oitenta_e_ noventa_e_",
            "pt": "vinte_e_ trinta_e_ quarenta_e_ cinquenta_e_ sessenta_e_ setenta_e_ oitenta_e_ noventa_e_",
        }[lang]
        .replace("_", " ")
        .split(" ")
    )
    joined = [f"{one} y " if lang == "es" else f"{one} e " for one in tens if len(one) > 1]
    if lang == "es":
        joined[0] = "veinti"
    units = {
        "es": "uno dos tres cuatro cinco seis siete ocho nueve",
        "gl": "un dous tres catro cinco seis sete oito nove",
        "pt": "um dois três quatro cinco seis sete oito nove",
    }[lang].split()
    ten, unit = divmod(value, 10)
    if unit:
        assert composed(joined[ten - 2] + units[unit - 1], lang) == {str(value)}


def test_composed_numbers_are_spelled_ones() -> None:
    """What is composed counts wherever a spelled number does, so a translation may write `34` in words."""
    assert "34" in spelled("Trzydziestoczteroletnia kobieta", "pl")
    assert missing("A 34-year-old woman", "Trzydziestoczteroletnia kobieta", "en", "pl") == ()
    assert [one.text for one in missing("A 35-year-old woman", "Trzydziestoczteroletnia kobieta", "en", "pl")] == ["35"]


@pytest.mark.parametrize(
    ("lang", "text", "number"),
    [
        ("de", "der zweite Tag", "2"),
        ("pl", "druga wojna światowa", "2"),
        ("uk", "Друга світова війна", "2"),
        ("lt", "Antrasis pasaulinis karas", "2"),
        ("ro", "partea a treia", "3"),
        ("de", "dreizehn Tage", "13"),
        ("en", "a quarter of an hour", "15"),
        ("en", "half an hour", "30"),
        ("en", "the half-hour mark", "30"),
    ],
)
def test_words_that_say_a_number(lang: str, text: str, number: str) -> None:
    """Ordinals, and parts of an hour in minutes, say numbers too."""
    assert number in spelled(text, lang)


@pytest.mark.parametrize(
    ("source", "target", "lacking"),
    [
        ("The SS19 collection", "La colección de 2019", []),
        ("The SS19 collection", "La colección de 2018", ["SS19"]),
        ("The FY26 budget", "El presupuesto de 2026", []),
        ("Take the M25 road", "Tome la carretera de 2025", ["M25"]),
    ],
)
def test_years_of_seasons(source: str, target: str, lacking: list[str]) -> None:
    """`SS19` is the year 2019; the number of a road is none."""
    assert [one.text for one in missing(source, target, "en", "es")] == lacking
    assert find(source, "en")
