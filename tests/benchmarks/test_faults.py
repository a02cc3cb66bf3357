"""The sentences that doubt is measured on, and the faults that are put in."""

from __future__ import annotations

import random

import pytest
from benchmarks.faults import Case

from benchmarks import faults


def case(source: str, target: str, lang: str) -> Case:
    return Case(source, target, lang, (), random.Random(1))


def test_notices_are_whole() -> None:
    """There are a hundred sentences, each in six languages, none twice, and a third of them or more deny something."""
    (part,) = faults.parts(None)
    assert len(set(part.sources)) == 100
    assert {tag: len(set(targets)) for tag, targets in part.targets.items()} == dict.fromkeys(faults.OUR_FILES, 100)
    assert sum(bool(faults.SOURCE_NOT.search(source)) for source in part.sources) >= 33


def test_notices_raise_few_alarms() -> None:
    """No more than three of a hundred good translations in German, of which no row was tuned, raise an alarm."""
    (part,) = faults.parts(None)
    assert len(faults.false_alarms(part.sources, part.targets["de"], "de")[faults.ANY]) <= 3


@pytest.mark.parametrize(
    ("lang", "source", "target", "wrong"),
    [
        ("es", "We do not know.", "No lo sabemos.", "lo sabemos."),
        ("fr", "We do not know.", "Nous ne savons pas.", "Nous savons ."),
        ("de", "We do not know.", "Wir wissen es nicht.", "Wir wissen es ."),
        ("de", "There are no trains.", "Es fahren keine Züge.", "Es fahren eine Züge."),
        ("pl", "We do not know.", "My nie wiemy.", "My wiemy."),
        ("pl", "Nobody knows.", "Nikt nie wie.", None),
        ("es", "No doubt it rains.", "No hay duda.", None),
        ("es", "It rains.", "No hace sol.", None),
    ],
)
def test_dropped_not(lang: str, source: str, target: str, wrong: str | None) -> None:
    """A "not" is dropped where the source says one too, and nothing else in its clause still says it."""
    assert faults.drop_not(case(source, target, lang)) == wrong


def test_dropped_number() -> None:
    """A number is dropped whole, and only one that the source has."""
    assert faults.drop_number(case("We saw 40 birds.", "Vimos 40 aves.", "es")) == "Vimos aves."
    assert faults.drop_number(case("We saw forty birds.", "Vimos 41 aves.", "es")) is None


def test_cut_has_no_stop() -> None:
    """A cut reference loses words and its stop; one of three words is not cut."""
    wrong = faults.cut(case("", "Uno dos tres cuatro cinco seis.", "es"))
    assert wrong and "Uno dos tres cuatro cinco seis".startswith(wrong) and len(wrong.split()) < 5
    assert faults.cut(case("", "Uno dos tres.", "es")) is None
