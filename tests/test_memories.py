"""The samples' memories: whole, faithful, and honest about who has read them."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken import Memory
from plainspoken.model import Release
from plainspoken.stages.translate import gap

SAMPLES = Path(__file__).parents[1] / "samples"
WHOLE = ("domestic-abuse", "flood-grants", "measles-clinics")
LANGS = ("ar", "bn", "cy", "es", "fr", "pa", "pl", "pt", "ro", "so", "tr", "ur")


@lru_cache
def editions(name: str) -> tuple[Release, Release]:
    release = ps.parse(SAMPLES / name / "page.html")
    return release, ps.simplify(release)


@lru_cache
def memory(name: str) -> Memory:
    return Memory.read(SAMPLES / name / "memory.tmx")


@pytest.mark.parametrize("name", WHOLE)
def test_states(name: str) -> None:
    """Nobody but its translator has read a pair, and the memory doesn't pretend so."""
    assert {pair.state for pair in memory(name).pairs} == {"translated"}
    assert {pair.target_lang for pair in memory(name).pairs} == set(LANGS)


@pytest.mark.parametrize("lang", LANGS)
@pytest.mark.parametrize("name", WHOLE)
def test_memory_translates_the_sample_whole(name: str, lang: str) -> None:
    """Every sentence of the release and of its easy read has a translation, with all its facts and markup."""
    for edition in editions(name):
        assert [one.text for one in gap(edition, lang, memory(name))] == []
        translated = ps.translate(edition, lang, memory=memory(name))
        assert [one for one in translated.findings if one.level == "error"] == []
        assert [one.at for one in translated.findings if one.code.startswith("codes")] == []
