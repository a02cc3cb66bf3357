"""English numbers in words, as British speakers say them."""

from __future__ import annotations

_SMALL = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
_TENS = (
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
)  # fmt: skip
_SCALES = ((10**12, "trillion"), (10**9, "billion"), (10**6, "million"), (1000, "thousand"))
_ORDINALS = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth",
}  # fmt: skip
_ROMAN = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LONGEST = 15  # digits; longer ones are no count of anything


def cardinal(number: int) -> str:
    """Return the words of a whole number from 0.

    >>> cardinal(1250), cardinal(1_000_005)
    ('one thousand two hundred and fifty', 'one million and five')
    """
    for size, name in _SCALES:
        if number >= size:
            rest = number % size
            tail = f" {'and ' if rest < 100 else ''}{cardinal(rest)}" if rest else ""
            return f"{cardinal(number // size)} {name}{tail}"
    hundreds, rest = divmod(number, 100)
    if not hundreds:
        return below_hundred(rest)
    return f"{_SMALL[hundreds]} hundred" + (f" and {below_hundred(rest)}" if rest else "")


def below_hundred(number: int) -> str:
    """Return the words of a number from 0 to 99."""
    if number < 20:
        return _SMALL[number]
    tens, ones = divmod(number, 10)
    return _TENS[tens - 2] + (f"-{_SMALL[ones]}" if ones else "")


def amount(written: str) -> str:
    """Return the words of a number as it is written, `1,250.75`; one that counts nothing is said digit by digit.

    >>> amount("1,250.75"), amount("007"), amount("0.05")
    ('one thousand two hundred and fifty point seven five', 'oh oh seven', 'zero point oh five')
    """
    whole, _, part = written.replace(",", "").partition(".")
    if len(whole) > _LONGEST or (len(whole) > 1 and whole[0] == "0"):
        said = one_by_one(whole)
    else:
        said = cardinal(int(whole or 0))
    return f"{said} point {one_by_one(part)}" if part else said


def ordinal(number: int) -> str:
    """Return the words of an ordinal: `twenty-first`."""
    return ordinal_of(cardinal(number))


def ordinal_of(words: str) -> str:
    """Return the ordinal of a cardinal in words.

    >>> ordinal_of("twenty-one"), ordinal_of("one hundred and thirty")
    ('twenty-first', 'one hundred and thirtieth')
    """
    at = max(words.rfind("-"), words.rfind(" ")) + 1
    last = words[at:]
    said = _ORDINALS.get(last) or (f"{last[:-1]}ieth" if last.endswith("y") else f"{last}th")
    return words[:at] + said


def plural(words: str) -> str:
    """Return a number in words as people speak of many: `sixties`, `eighteens`."""
    if words.endswith("y"):
        return f"{words[:-1]}ies"
    return f"{words}es" if words.endswith("x") else f"{words}s"


def fraction(upper: int, lower: int) -> str:
    """Return the words of a fraction: `one half`, `three quarters`, `five sixths`."""
    name = {2: "half", 4: "quarter"}.get(lower) or ordinal(lower)
    if upper == 1:
        return f"one {name}"
    return f"{cardinal(upper)} {'halves' if lower == 2 else name + 's'}"


def year(number: int) -> str:
    """Return how a year from 1100 to 2099 is said: `nineteen ninety-eight`, `two thousand and nine`."""
    century, rest = divmod(number, 100)
    if century == 20 and rest < 10:
        return "two thousand" + (f" and {_SMALL[rest]}" if rest else "")
    if rest == 0:
        return f"{below_hundred(century)} hundred"
    return f"{below_hundred(century)} {'oh ' if rest < 10 else ''}{below_hundred(rest)}"


def one_by_one(digits: str) -> str:
    """Return digits said one after the other, nought as people say it on the phone."""
    return " ".join("oh" if digit == "0" else _SMALL[int(digit)] for digit in digits)


def letters(word: str) -> str:
    """Return a word spelled out. A lone A is written `ay`, or a voice says it as the article."""
    return " ".join("ay" if letter == "A" else letter for letter in word)


def characters(code: str) -> str:
    """Return a code letter by letter, digit by digit."""
    return " ".join(one_by_one(one) if one.isdigit() else letters(one.upper()) for one in code if one.isalnum())


def roman(numeral: str) -> int:
    """Return the value of a Roman numeral."""
    values = [_ROMAN[letter] for letter in numeral]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))
