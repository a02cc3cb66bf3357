"""What an easy sentence claims is held against its source: by cases, and by every way to spoil what the rules made."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.engines.rules import Rules
from plainspoken.proof import claim, proven, refusals

ROOT = Path(__file__).parents[1]
ENGLISH = ("council-gallery", "domestic-abuse", "flood-grants", "long-inquiry", "measles-clinics", "missing-person")

CASES = [
    # the source, what is made of it, why it is refused
    ("He was arrested.", ["He was arrested."], ()),
    ("He was arrested.", ["He was charged."], ("status", "order")),
    ("He was arrested.", ["He was not arrested."], ("negation", "order")),
    ("He was arrested.", ["He may have been arrested."], ("modality",)),
    ("He was arrested.", ["He was arrested at 9pm."], ("number", "order")),
    ("He was arrested.", ["He was arrested in Wey."], ("name", "order")),
    ("Ali Khan was charged and Ben Hart was cleared.", ["Ali Khan was charged.", "Ben Hart was cleared."], ()),
    ("Ali Khan was charged and Ben Hart was cleared.", ["Ali Khan was cleared.", "Ben Hart was charged."], ("order",)),
    ("Ali Khan was charged and Ben Hart was cleared.", ["Ben Hart was charged and Ali Khan was cleared."], ("order",)),
    ("The man hit the woman.", ["The woman hit the man."], ("order",)),
    ("Two men robbed 3 women.", ["3 men robbed 2 women."], ("number", "order")),
    ("Call 101, and you do not have to pay.", ["Call 101.", "You have to pay."], ("negation",)),
    ("Call 101, and you do not have to pay.", ["Do not call 101.", "You do not have to pay."], ("negation", "order")),
    ("He must not see her, or go to her home.", ["He must not see her.", "He must not go to her home."], ()),
    ("He must not see her, or go to her home.", ["He must not see her.", "He must go to her home."], ("negation",)),
    ("Concerts are free, and you need no ticket.", ["Concerts are not free.", "You need no ticket."], ("negation",)),
    ("Shops may open at 9am and must close at 5pm.", ["Shops must open at 9am.", "Shops may close at 5pm."],
     ("modality",)),
    ("It rained for 36 hours on 2 and 3 May.", ["It rained for 36 hours.", "This was on 3 and 3 May."], ("order",)),
    ("The man, who is 40, was jailed.", ["The man is 40 years old.", "He was jailed."], ()),
    ("A man was bitten by a dog.", ["A woman was bitten by a dog."], ("subject", "order")),
    ("Numerous motorists were told.", ["Many drivers were told."], ()),
    ("About 40 people came.", ["40 people came."], ("limit",)),
    ("Ray said: “It is not a warning.”", ["Ray said: “It is a warning.”"], ("negation", "quote")),
]  # fmt: skip


@pytest.mark.parametrize(("source", "texts", "why"), CASES)
def test_cases(source: str, texts: Sequence[str], why: tuple[str, ...]) -> None:
    """Sentences that claim what their source claims are proven; others are refused, and it is said for what."""
    assert set(refusals(source, texts)) == set(why)
    assert proven(source, texts) == (not why)


def test_a_claim() -> None:
    """A sentence is read: who, what it does, what is negated, how many, and in which order."""
    found = claim("Officers did not arrest 3 men, but Ann Lee may be charged.")
    assert (found.subject, found.verb) == ("officers", "did")
    assert found.modals == (("may", "charg"),)
    assert found.counted == (("3", "men"),)
    assert found.negated == (frozenset({"arrest", "men"}),)
    assert found.anchors == ("officers", "not", "arrested", "3", "men", "Ann", "Lee", "charged")


@lru_cache
def made() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each sentence of the samples and of the further releases, with what the rules make of it."""
    files = [ROOT / "samples" / name / "page.html" for name in ENGLISH]
    files += sorted((ROOT / "tests/golden/easy-releases").glob("*.md"))
    files += sorted((ROOT / "tests/golden/easy-unseen").glob("*.md"))
    sources = list(dict.fromkeys(segment.text for file in files for segment in ps.parse(file).segments()))
    simple = Rules().simplify(sources, "en")
    pairs = zip(sources, simple, strict=True)
    return tuple((source, tuple(one.text for one in found) or (source,)) for source, found in pairs)


def test_what_the_rules_make_is_proven() -> None:
    """All that the rules make of the releases is proven; most sentences are long enough to be worth the question."""
    assert [pair for pair in made() if not proven(*pair)] == []
    assert len(made()) > 800
    assert sum(texts != (source,) for source, texts in made()) > 150


def lost_not(text: str) -> Iterator[str]:
    yield from _each(r"\b(?:not|never) ", text, "")
    yield from _each(r"\bno (?=\w)", text, "a ")
    yield from _each(r"\bcannot\b", text, "can")


def added_not(text: str) -> Iterator[str]:
    for match in re.finditer(r"\b(?:is|was|are|were|will|can|must|has|have|should) (?!not)", text):
        yield f"{text[: match.end()]}not {text[match.end() :]}"


def other_modal(text: str) -> Iterator[str]:
    for word, other in (("may", "will"), ("must", "can"), ("can", "must"), ("should", "must"), ("will", "may")):
        yield from _each(rf"\b{word}\b", text, other)


def other_number(text: str) -> Iterator[str]:
    for match in re.finditer(r"\d+", text):
        yield text[: match.start()] + str(int(match[0]) + 1) + text[match.end() :]


def other_status(text: str) -> Iterator[str]:
    words = ("arrested", "charged", "convicted", "sentenced", "jailed", "bailed", "cautioned", "fined", "cleared")
    yield from (spoilt for word in words for other in words if other != word for spoilt in _each(word, text, other))


def other_person(text: str) -> Iterator[str]:
    words = ("man", "woman", "boy", "girl", "officer", "victim", "driver")
    pairs = [(word, other) for word in words for other in words if other != word]
    yield from (spoilt for word, other in pairs for spoilt in _each(rf"\b{word}\b", text, other))


def swapped_numbers(text: str) -> Iterator[str]:
    yield from _swapped(r"(?<![\d,.:])\d+(?![\d,.:])", text)


def swapped_names(text: str) -> Iterator[str]:
    yield from _swapped(r"\b[A-Z][a-z’]+(?: [A-Z][a-z’]+)+\b", text)


def swapped_people(text: str) -> Iterator[str]:
    yield from _swapped(r"\b(?:man|woman|boy|girl|officers?|victim|driver|neighbour|mother|father|partner)\b", text)


def _each(pattern: str, text: str, other: str) -> Iterator[str]:
    for match in re.finditer(pattern, text):
        yield text[: match.start()] + other + text[match.end() :]


def _swapped(pattern: str, text: str) -> Iterator[str]:
    for one, two in pairwise(re.finditer(pattern, text)):
        if one[0] != two[0]:
            between = text[one.end() : two.start()]
            yield f"{text[: one.start()]}{two[0]}{between}{one[0]}{text[two.end() :]}"


SPOILERS: tuple[tuple[Callable[[str], Iterator[str]], int], ...] = (
    (lost_not, 100), (added_not, 400), (other_modal, 150), (other_number, 600), (other_status, 150),
    (other_person, 200), (swapped_numbers, 100), (swapped_names, 30), (swapped_people, 3),
)  # fmt: skip


@pytest.mark.parametrize(("spoil", "least"), SPOILERS, ids=[spoil.__name__ for spoil, _ in SPOILERS])
def test_spoilt_sentences_are_refused(spoil: Callable[[str], Iterator[str]], least: int) -> None:
    """Whatever the rules made, spoilt in one place, is refused: in every one of hundreds of places."""
    spoilt = [
        (source, (*texts[:place], wrong, *texts[place + 1 :]))
        for source, texts in made()
        for place, text in enumerate(texts)
        for wrong in spoil(text)
    ]
    assert [pair for pair in spoilt if proven(*pair)] == []
    assert len(spoilt) >= least
