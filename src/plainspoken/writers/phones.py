"""Phone numbers in running text: where they stand and how to dial them."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from plainspoken import facts


@dataclass(frozen=True, slots=True)
class Phone:
    """A phone number in a text: `text[start:end]`, and what to dial."""

    start: int
    end: int
    dial: str


def find_phones(text: str) -> Iterator[Phone]:
    """Yield the phone numbers of a text, in order; digits of any script are understood.

    >>> [phone.dial for phone in find_phones("Call 0808 2000 247, or 999.")]
    ['08082000247', '999']
    """
    for fact in facts.find(text):
        if fact.kind == "phone":
            yield Phone(fact.start, fact.end, _dial(text[fact.start : fact.end]))


def _dial(number: str) -> str:
    """Return the digits to dial (RFC 3966); the trunk 0 that `+44 (0)20` carries is not dialled."""
    kept = re.sub(r"^(\+[^(]*)\(0\)", r"\1", number.strip())
    digits = "".join(str(unicodedata.digit(one)) for one in kept if unicodedata.digit(one, -1) >= 0)
    return f"+{digits}" if kept.startswith("+") else digits
