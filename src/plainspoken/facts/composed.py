"""Numbers that a language puts together of a ten and a unit: `treinta y dos`, `zweiunddreißig`."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import TypedDict

_START, _END = r"(?<![^\W\d_])", r"(?![^\W\d_])"


def composed(text: str, code: str) -> frozenset[str]:
    """Return the numbers from 21 to 99 that a text says in two words or one made of two.

    Args:
        text: in small letters.
        code: its language, as ISO 639 writes it in two letters.

    >>> sorted(composed("treinta y dos casas y veintidós coches", "es"))
    ['22', '32']
    """
    found = _pattern(code)
    if found is None:
        return frozenset()
    pattern, first, second = found
    return frozenset(str(first[f"a{one['first']}"] + second[f"b{one['second']}"]) for one in _each(pattern, text))


class _Row(TypedDict, total=False):
    tens: str
    units: str
    open: bool
    first: bool


def _each(pattern: re.Pattern[str], text: str) -> list[dict[str, str]]:
    """Return the names of the two forms that each place has."""
    places = (sorted(name for name, said in one.groupdict().items() if said) for one in pattern.finditer(text))
    return [{"first": first[1:], "second": second[1:]} for first, second in places]


@cache
def _pattern(code: str) -> tuple[re.Pattern[str], dict[str, int], dict[str, int]] | None:
    """Return the pattern of a language's numbers, and what each of its named forms is worth."""
    row = _table().get(code)
    if not row:
        return None
    tens = [(10 * place, words) for place, words in enumerate(row["tens"].split(), 2)]
    units = list(enumerate(row["units"].split(), 1))
    first, second = (units, tens) if row.get("first") else (tens, units)
    end = "" if row.get("open") else _END
    pattern = re.compile(f"{_START}(?:{_forms('a', first)})(?:{_forms('b', second)}){end}")
    return pattern, {f"a{value}": value for value, _ in first}, {f"b{value}": value for value, _ in second}


def _forms(sign: str, part: list[tuple[int, str]]) -> str:
    """Return the pattern of the forms of each amount, those of more letters first: `sessanta` before `sei`."""
    longest = sorted(part, key=lambda one: max(map(len, one[1].split("/"))), reverse=True)
    return "|".join(f"(?P<{sign}{value}>{'|'.join(map(_form, words.split('/')))})" for value, words in longest)


def _form(word: str) -> str:
    return re.escape(word).replace("_", r"[\s-]+").replace(r"\*", r"[^\W\d_]*")


@cache
def _table() -> dict[str, _Row]:
    text = (files("plainspoken") / "facts" / "composed.toml").read_text(encoding="utf-8")
    rows: dict[str, _Row] = tomllib.loads(text)
    return rows
