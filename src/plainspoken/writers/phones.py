"""Phone numbers in running text: where they stand and how to dial them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

# An international or trunk prefix and groups of digits, or one of the short numbers that Europe and the UK answer.
_DIGIT = r"\d"
_LONG = rf"(?:\+{_DIGIT}|\(?0){_DIGIT}{{1,5}}\)?(?:[\s\u00a0\u2009\u202f.\-\u2010\u2011]?\(?{_DIGIT}{{2,8}}\)?){{1,5}}"
_SHORT = r"(?:999|112|111|101|105|119|144|118|116[\s\u00a0]?\d{3}|18000)"
_NUMBER = re.compile(rf"(?<![\w.,:/£$€@#\-])(?:{_LONG}|{_SHORT})(?![\w@/]|[.,:\-]\d|%)")
_SHORTEST, _LONGEST = 9, 15  # digits with the trunk 0, UK numbering plan; ITU-T E.164, 6.1


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number in a text: `text[start:end]`, and the digits to dial."""

    start: int
    end: int
    dial: str


def find_phones(text: str) -> Iterator[Phone]:
    """Yield the phone numbers of a text, in order; digits of any script are understood.

    >>> [phone.dial for phone in find_phones("Call 0808 2000 247, or 999.")]
    ['08082000247', '999']
    """
    for match in _NUMBER.finditer(text.translate(_ASCII_DIGITS)):
        dial = re.sub(r"[^\d+]", "", match.group())
        is_short = re.fullmatch(_SHORT, match.group()) is not None
        if is_short or _SHORTEST <= len(dial.lstrip("+")) <= _LONGEST:
            yield Phone(match.start(), match.end(), dial)


# Arabic-Indic, extended Arabic-Indic, Devanagari, Bengali, Gurmukhi, Gujarati, Tamil, fullwidth: each ten in a row.
_ZEROS = (0x0660, 0x06F0, 0x0966, 0x09E6, 0x0A66, 0x0AE6, 0x0BE6, 0xFF10)
_ASCII_DIGITS = {zero + digit: str(digit) for zero in _ZEROS for digit in range(10)}
