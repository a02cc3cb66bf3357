"""The spoken form of English: what the table can't say."""

from __future__ import annotations

import pytest

from plainspoken.spoken import say
from plainspoken.spoken.english.numbers import cardinal, fraction, ordinal, plural, roman, year


def test_plain_words_stay() -> None:
    """A sentence without numbers, titles or acronyms is given to the voice as it is."""
    text = "“I’m so proud of her,” said the woman’s sister – and so is everyone else."
    assert say(text, "en").text == text


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"), (13, "thirteen"), (40, "forty"), (100, "one hundred"), (999, "nine hundred and ninety-nine"),
        (1001, "one thousand and one"), (20_300, "twenty thousand three hundred"),
        (1_200_000, "one million two hundred thousand"), (10**12, "one trillion"),
    ],
)  # fmt: skip
def test_cardinal(number: int, words: str) -> None:
    """A whole number is said the British way, with `and` before the last two figures."""
    assert cardinal(number) == words


def test_ordinals_plurals_fractions_years_numerals() -> None:
    """The other forms of a number follow from its words."""
    assert [ordinal(number) for number in (1, 5, 12, 20, 21, 100)] == [
        "first", "fifth", "twelfth", "twentieth", "twenty-first", "one hundredth",
    ]  # fmt: skip
    assert [plural(words) for words in ("sixty", "six", "eighteen")] == ["sixties", "sixes", "eighteens"]
    assert [fraction(1, 2), fraction(3, 2), fraction(3, 4), fraction(1, 10)] == [
        "one half", "three halves", "three quarters", "one tenth",
    ]  # fmt: skip
    assert [year(number) for number in (1066, 1900, 1905, 2000, 2009, 2010)] == [
        "ten sixty-six", "nineteen hundred", "nineteen oh five", "two thousand", "two thousand and nine",
        "twenty ten",
    ]  # fmt: skip
    assert [roman(numeral) for numeral in ("IV", "IX", "XIV", "XXI")] == [4, 9, 14, 21]


@pytest.mark.parametrize(
    "written", ["0/0", "99/99/9999", "£.", "£0", "0am", "25:61", "£1,00", "1/0", "IIII", "A1(", "-"]
)
def test_what_only_looks_like_something(written: str) -> None:
    """What is no time, sum or fraction after all is still said, without an error."""
    assert say(written, "en").text
