"""Words of a translation that deny by their own meaning, and are not there for a "not" of its source."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from plainspoken import lang
from plainspoken.checks.translation.phrases import any_of, blank, fold


def others(source: str, target: str, source_lang: str, target_lang: str) -> frozenset[float]:
    """Return where a translation has words that stand for something else than a "not", as shares of its length.

    These are words for which the source has one of the same meaning (`deny`, `negar`), and those of a limit ("by
    Monday")
    where the source sets none.

    >>> others("He didn't deny it.", "Negó eso.", "en", "es")
    frozenset({0.0})
    >>> others("He didn't agree.", "Negó eso.", "en", "es")
    frozenset()
    """
    ours, theirs = _meant(source, lang.primary(source_lang)), _meant(target, lang.primary(target_lang))
    taken = {place for row in theirs if row != _LIMIT for place in theirs[row][: len(ours.get(row, ()))]}
    return frozenset(taken | set(() if _LIMIT in ours or not _knows(source_lang) else theirs.get(_LIMIT, ())))


_LIMIT = "limit"


@lru_cache(maxsize=4096)
def _meant(text: str, code: str) -> dict[str, tuple[float, ...]]:
    """Return the places of a text's words by what they mean."""
    folded = fold(text)
    found = {row: blank(pattern, folded)[1] for row, pattern in _patterns(code).items()}
    return {row: places for row, places in found.items() if places}


def _knows(tag: str) -> bool:
    return lang.primary(tag) in _table()[_LIMIT]


@cache
def _patterns(code: str) -> dict[str, re.Pattern[str]]:
    return {row: re.compile(any_of(words[code].split(), code)) for row, words in _table().items() if code in words}


@cache
def _table() -> dict[str, dict[str, str]]:
    text = (files("plainspoken") / "checks" / "translation" / "means.toml").read_text(encoding="utf-8")
    read = tomllib.loads(text)
    return {**read["same"], _LIMIT: read["limit"]}
