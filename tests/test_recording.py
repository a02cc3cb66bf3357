"""How editions came about is recorded: engines with versions, the memory and who answers for it, the glossary."""

from __future__ import annotations

from dataclasses import replace
from importlib.metadata import version

from plainspoken.record import Maker, Provenance, Review, Stock
from plainspoken.recording import record
from plainspoken.terms import MACHINE, Glossary, Memory, Pair, Term
from tests import build

ENGLISH, EASY, URDU, _ = build.editions()
SOURCES = [one.source for one in URDU.segments()]
TARGETS = [one.text for one in URDU.segments()]


def memory(*who: tuple[str, str], name: str = "past.tmx") -> Memory:
    pairs = [
        Pair("en-GB", "ur", str(source), target, "translated", "", by, when)
        for (by, when), source, target in zip(who, SOURCES, TARGETS, strict=False)
    ]
    return Memory(tuple(pairs), name)


def test_an_original_has_no_engine():
    """The publisher's own words were translated by nobody; the easy read was made by the rules, of this version."""
    made = record([ENGLISH, EASY]).editions
    assert made["en-GB", "full"] == Provenance()
    simplifier = made["en-GB", "easy"].simplifier
    assert simplifier is not None and (simplifier.name, simplifier.version) == ("rules", version("plainspoken"))


def test_who_made_the_easy_read():
    """An easy read that another engine made names it; one that a caller brought along has no version that we know."""
    brought = replace(EASY, simplifier="ours-alone")
    assert record([ENGLISH, brought]).editions["en-GB", "easy"].simplifier == Maker("ours-alone")
    by_chat = record([ENGLISH, replace(EASY, simplifier="chat")]).editions["en-GB", "easy"].simplifier
    assert by_chat is not None and by_chat.name == "chat"


def test_engines_and_states():
    """Each engine with its sentences; those of the memory by their state."""
    told = record([ENGLISH, URDU]).editions["ur", "full"]
    assert told.engines == ((Maker("memory"), len(build.URDU)),)
    assert told.memory == {"translated": len(build.URDU)}


def test_who_answers():
    """People are named with the day of their last word; a machine answers for nothing, nor does a nameless pair."""
    known = memory(
        ("Amina", "2026-03-05T14:00:00Z"), ("Amina", "2026-03-04T09:00:00Z"), (MACHINE, "2026-01-01"), ("", "")
    )
    told = record([ENGLISH, URDU], memory=known).editions["ur", "full"]
    assert told.reviews == (Review("Amina", "2026-03-05", "translated", 2),)


def test_another_wording_is_not_theirs():
    """A sentence that isn't what the memory says now is put down to nobody."""
    known = Memory((Pair("en-GB", "ur", str(SOURCES[0]), "اور کچھ", "reviewed", "", "Amina", "2026-03-05"),))
    assert record([ENGLISH, URDU], memory=known).editions["ur", "full"].reviews == ()


def test_memory_and_glossary():
    """Both have a digest of all they hold: another pair or term is another digest, another name is not."""
    one, other = memory(("Amina", "")), memory(("Amina", ""), name="copy.tmx")
    first, second = record([ENGLISH], memory=one).memory, record([ENGLISH], memory=other).memory
    assert first and second and (first.name, second.name, first.entries) == ("past.tmx", "copy.tmx", 1)
    assert first.sha256 == second.sha256
    more = record([ENGLISH], memory=memory(("Amina", ""), ("Amina", ""))).memory
    assert more and more.sha256 != first.sha256
    terms = Glossary((Term("Jobcentre", "*", "Jobcentre"),))
    glossary = record([ENGLISH], glossary=terms).glossary
    assert isinstance(glossary, Stock) and glossary.entries == 1 and len(glossary.sha256) == 64


def test_a_voice_that_nobody_knows():
    """The engine of a caller's own stands by its name alone."""
    told = record([ENGLISH], [build.narration(ENGLISH)]).editions["en-GB", "full"]
    assert (told.narrator, told.voice) == (Maker("tone"), "tone")


def test_nothing():
    """No edition, no record."""
    assert record([]).editions == {}
