"""What reads left to right whatever the text around it: phone numbers, sums of money, words left untranslated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspoken.writers.phones import find_phones

# In right-to-left text the sign of a sum is drawn on its other side, unless both are isolated together (UAX #9).
_SUM = re.compile(r"[£$€]\s?\d+(?:[.,\u202f\u00a0]\d+)*|\d+(?:[.,\u202f\u00a0]\d+)*[\s\u00a0]?[£$€]")

# Latin words in a row; no part of an address, a reference or a word with a suffix in another script.
_LATIN_WORD = r"[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ]|['’-](?=[A-Za-zÀ-ɏ]))+"
_LATIN = re.compile(rf"(?<![\w@./:&-]){_LATIN_WORD}(?: {_LATIN_WORD})*(?![\w@/:-]|\.\w)")


@dataclass(frozen=True, slots=True)
class Isolate:
    """Characters to keep together, left to right: `text[start:end]`.

    `dial` is what to call, for a phone number; `foreign` tells words that were left in the language of the source.
    """

    start: int
    end: int
    dial: str | None = None
    foreign: bool = False


def find_isolates(text: str, source: str = "") -> Iterator[Isolate]:
    """Yield what must be isolated in a text, in order.

    Args:
        text: the text.
        source: the sentence that it translates, where that is in Latin letters and the text is not: a name that stands
            in both is in the language of the source, so that a screen reader says it with that language's voice.

    >>> [text[one.start:one.end] for text in ["£228 or 0808 2000 247"] for one in find_isolates(text)]
    ['£228', '0808 2000 247']
    """
    phones = [Isolate(phone.start, phone.end, phone.dial) for phone in find_phones(text)]
    sums = [Isolate(*match.span()) for match in _SUM.finditer(text)]
    free = [one for one in sums if not any(one.start < phone.end and phone.start < one.end for phone in phones)]
    left = [Isolate(*match.span(), foreign=True) for match in _LATIN.finditer(text) if match[0] in source]
    yield from sorted([*phones, *free, *left], key=lambda one: one.start)
