"""Whether a translation has the names of its source, and no others."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plainspoken import facts, lang
from plainspoken.checks.translation.roll import Words, spelled, words
from plainspoken.checks.translation.said import Said
from plainspoken.facts.sounds import plain_letters
from plainspoken.findings import Finding

# Shorter words, and shorter common beginnings, are alike by chance.
_SHORT, _STEM = 3, 4


def name_missing(said: Said) -> Iterator[Finding]:
    """Find names that the translation lacks: of people, of what it keeps elsewhere, and those that others stand for."""
    lacking = _sure(said) or [spelled(name, said.source.text) for name in _kept_elsewhere(said) or _replaced(said)]
    if lacking:
        near = (facts.nearest(name, said.target.text, said.target_lang) for name in lacking)
        shown = (f"“{name}”{f' (“{other}”?)' if other else ''}" for name, other in zip(lacking, near, strict=True))
        yield said.found("name-missing", f"{', '.join(shown)}.")


def _sure(said: Said) -> list[str]:
    found = facts.missing_names(
        said.source.text, said.target.text, said.source_lang, said.target_lang, said.roll.people
    )
    return [name.text for name in found]


def _kept_elsewhere(said: Said) -> list[str]:
    """Return the names that all other sentences keep as they are, where this one has another capitalised word."""
    ours, theirs = words(said.source.text), words(said.target.text)
    lacking = sorted(
        name
        for name in ours.capitals & said.roll.names
        if said.roll.kept.get(name)
        and said.roll.keeps(name)
        and not _in(name, theirs.all)
        and not _is_country(name, theirs, said)
    )
    return lacking if any(not _in(name, ours.all) for name in theirs.names) else []


def _replaced(said: Said) -> list[str]:
    """Return the names for which the translation has others of the release, which are not in this sentence."""
    ours, theirs = words(said.source.text), words(said.target.text)
    strangers = [
        name for name in theirs.capitals & said.roll.names if said.roll.kept.get(name) and not _in(name, ours.all)
    ]
    lacking = sorted(
        name
        for name in ours.capitals & said.roll.names
        if said.roll.keeps(name) and not _in(name, theirs.all) and not _is_country(name, theirs, said)
    )
    return lacking if strangers else []


def _is_country(name: str, theirs: Words, said: Said) -> bool:
    """Tell whether a name is a country's, which the translation has in its own language: `Chile`, `Cile`."""
    code = _territories(said.source_lang).get(name)
    return bool(code) and any(_in(word, theirs.all) for word in _territory(said.target_lang, str(code)))


@lru_cache(maxsize=32)
def _territories(tag: str) -> dict[str, str]:
    """Return the codes of countries by their names of one word, in plain letters (CLDR)."""
    return {plain_letters(str(name)): code for code, name in lang.locale(tag).territories.items()}


@lru_cache(maxsize=1024)
def _territory(tag: str, code: str) -> frozenset[str]:
    return words(str(lang.locale(tag).territories.get(code, ""))).all


def _in(name: str, words: frozenset[str]) -> bool:
    """Tell whether a name, or a word that begins like it, is among words."""
    stem = name[: max(_STEM, len(name) - 3)]
    return name in words or any(
        word.startswith(stem) or (len(word) > _STEM and name.startswith(word)) for word in words
    )
