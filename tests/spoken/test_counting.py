"""Numbers in words: what a library says is only taken where no two numbers are said alike."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from importlib.resources import files

import pytest
from babel.numbers import get_decimal_symbol

from plainspoken import lang
from plainspoken.spoken.counting import known

TABLE = tomllib.loads((files("plainspoken.spoken") / "counting.toml").read_text("utf-8"))
COUNTED = sorted(tag for tag, row in TABLE.items() if row.get("counts"))
WHOLE = [*range(131), 200, 201, 210, 211, 300, 999, 1000, 1001, 1010, 1100, 1101, 1250, 1999, 2000, 2026, 10_000,
         10_001, 11_000, 100_000, 101_000, 110_000, 1_000_000, 1_000_001, 1_100_000, 2_500_000]  # fmt: skip
PARTS = ["0.5", "0.05", "0.1", "0.01", "1.5", "1.05", "10.5", "12.25", "12.5", "12.05", "100.1", "100.01", "3.14",
         "3.41", "1000.5", "2.2", "20.2", "0.25", "0.75", "999.99"]  # fmt: skip


@pytest.mark.parametrize("tag", COUNTED)
def test_no_two_numbers_are_said_alike(tag: str) -> None:
    """A sum is never said without its pence, nor 1.05 as 1.5: each number has words of its own, or none."""
    mark, heard = get_decimal_symbol(str(lang.locale(tag))), dict[str, Decimal]()
    for number in map(Decimal, (*WHOLE, *PARTS)):
        said = known(tag).count(str(number).replace(".", mark))
        if said is not None:
            assert heard.setdefault(said, number) == number, said
    assert len(heard) >= len(WHOLE)


@pytest.mark.parametrize("tag", COUNTED)
def test_words_are_words(tag: str) -> None:
    """What is said of a number has no figure left in it, no double space, and no foreign letters beside its own."""
    for number in WHOLE:
        said = known(tag).count(str(number))
        assert said, number
        assert not any(map(str.isdecimal, said)), said
        assert "  " not in said
        scripts = {"Cyrl": "\u0400", "Arab": "\u0600", "Beng": "\u0980"}
        first = scripts.get(lang.script(tag))
        letters = [one for one in said if one.isalpha()]
        assert all((one >= first) if first else one < "\u0400" or one >= "\u1e00" for one in letters), said


@pytest.mark.parametrize(
    ("written", "spoken"),
    [("3,5", "tre virgola cinque"), ("12,05", "dodici virgola zero cinque"), ("0,5", "zero virgola cinque")],
)
def test_italian_keeps_what_is_behind_the_mark(written: str, spoken: str) -> None:
    """The library loses it of a number in writing, not of one in figures of its own."""
    assert known("it").count(written) == spoken
