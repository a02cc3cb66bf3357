"""Which picture stands beside an easy sentence: the concept of its most telling words, or none."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from plainspoken.claims import negations


def depict(text: str) -> str | None:
    """Return the concept whose picture may stand beside an English sentence; None where none is sure to be right.

    The longest words that name a concept decide. Beside a sentence that says "not", a picture shows the opposite: there
    only concepts that are marked for it stand.

    >>> depict("If you are in danger now, call 999.")
    'call-999'
    """
    best: tuple[int, str] | None = (len("phone"), "phone") if _NUMBER.search(text) else None
    denies = negations(text) > 0
    for concept, pattern, denied in _concepts():
        match = pattern.search(text)
        if match and (denied or not denies) and (best is None or len(match[0]) > best[0]):
            best = (len(match[0]), concept)
    return best[1] if best else None


_NUMBER = re.compile(r"\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b")


@cache
def _concepts() -> tuple[tuple[str, re.Pattern[str], bool], ...]:
    with (files("plainspoken.pictures") / "index.toml").open("rb") as file:
        index = tomllib.load(file)
    return tuple((concept, _pattern(entry["words"]), bool(entry.get("denied"))) for concept, entry in index.items())


def _pattern(words: list[str]) -> re.Pattern[str]:
    either = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"(?<![\w\-])(?:{either})(?![\w\-@])", re.IGNORECASE)
