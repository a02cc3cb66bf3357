"""Whether a translation says "not" as often as its source does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from plainspoken import lang
from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding

# Letters with their marks: Indic vowels and Arabic points are no letters to `re`.
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u0963\u0981-\u0983\u09bc-\u09e3\u0a01-\u0a71"
    "\u0a81-\u0ae3\u0b82-\u0bcd\u200c\u200d"
)
_START, _END = rf"(?<![^\W\d_])(?<![{_MARKS}’'-])", rf"(?![^\W\d_]|[{_MARKS}])"
# Up to five words of one clause between a word that says "not" and one that says it once more.
_NEAR = r"(?:[^\S\n]+[^\s.,;:!?…«»“”\"()]+){0,5}?[^\S\n]+"
_UNSPACED = frozenset({"zh"})
_LETTERS = rf"(?:[^\W\d_]|[{_MARKS}])*"


@dataclass(frozen=True, slots=True)
class Negations:
    """How often a text says "not": surely, perhaps, and as "without"."""

    hard: int = 0
    soft: int = 0
    without: int = 0

    @property
    def most(self) -> int:
        """How often at most."""
        return self.hard + self.soft + self.without


def negation_lost(said: Said) -> Iterator[Finding]:
    """Find translations that say "not" less often than their source surely does."""
    ours, theirs = _both(said)
    if ours and theirs and ours.hard > theirs.hard + theirs.soft + max(0, theirs.without - ours.without):
        yield said.found("negation-lost")


def negation_added(said: Said) -> Iterator[Finding]:
    """Find translations that surely say "not" more often than their source can be read to."""
    ours, theirs = _both(said)
    if ours and theirs and theirs.hard > ours.most:
        yield said.found("negation-added")


def _both(said: Said) -> tuple[Negations | None, Negations | None]:
    return _negations(said.source.text, said.source_lang), _negations(said.target.text, said.target_lang)


@lru_cache(maxsize=4096)
def _negations(text: str, tag: str) -> Negations | None:
    """Count what says "not" in a text, once a clause; None where we don't know how its language says it.

    Words that only agree (`nada`, `ni`) make a clause negative where nothing else in the text does.
    """
    patterns = _patterns(lang.primary(tag))
    if not patterns:
        return None
    folded = patterns["free"].sub(" ", text.casefold().replace("’", "'"))
    without = len(patterns["without"].findall(folded))
    folded, phrases = patterns["phrase"].subn(" ", folded)
    rest, hard = patterns["hard"].subn(" ", folded)
    rest, alone = patterns["alone"].subn(" ", rest)
    soft = phrases + len(patterns["soft"].findall(rest))
    return Negations(hard, soft + alone, without) if hard else Negations(alone, soft, without)


@cache
def _patterns(code: str) -> dict[str, re.Pattern[str]]:
    row = _table().get(code)
    if not row:
        return {}
    soft = row["soft"].split()
    words = {
        "free": row.get("free", "").split(),
        "without": row.get("without", "").split(),
        "phrase": [word for word in soft if "_" in word],
        "soft": [word for word in soft if "_" not in word],
    }
    found = {kind: re.compile(_any(listed, code)) for kind, listed in words.items()}
    agrees = row.get("agrees", "").split()
    no, also = _any(row["not"].split(), code), _any(agrees, code)
    once = rf"(?:{also}{_NEAR})?{no}(?:{_NEAR}{also})*"
    return found | {"hard": re.compile(once), "alone": re.compile(rf"{also}(?:{_NEAR}{also})*")}


def _any(words: list[str], code: str) -> str:
    """Return the pattern of any of these words, in the notation of the table."""
    forms = "|".join(map(_form, sorted(words, key=len, reverse=True))) or "(?!)"
    return f"(?:{forms})" if code in _UNSPACED else f"{_START}(?:{forms}){_END}"


def _form(word: str) -> str:
    return re.escape(word).replace(r"\*", _LETTERS).replace("_", r"\s+").replace(r"\#", r"\d").replace(r"\~", _NEAR)


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("plainspoken") / "checks" / "translation" / "negation.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
