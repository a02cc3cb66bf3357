"""Rules that are skipped where a text has no figure find nothing in such a text."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.spoken import say
from plainspoken.spoken.english import table
from plainspoken.spoken.rules import find, of_figures, rule

SAMPLES = Path(__file__).parents[2] / "samples"
# What stands where a figure stood: nothing, a letter, a word with an ending that rules look for, a mark.
STANDINS = ("", "x", "first ", "twenty", "-", ":", "£")


def sentences() -> list[str]:
    """Every English sentence of the samples that has a figure."""
    names = ("domestic-abuse", "flood-grants", "measles-clinics", "missing-person", "council-gallery")
    texts = [one.text for name in names for one in ps.parse(SAMPLES / name / "page.html").segments()]
    return [text for text in texts if re.search(r"\d", text)]


@pytest.mark.parametrize("tag", ["en-GB", "en-US"])
def test_no_rule_of_figures_finds_words(tag: str) -> None:
    """A rule that is marked as one of figures finds nothing in sentences whose figures are taken out, by seven ways."""
    marked = [each for each in table(tag, tag[3:]) if each.figures]
    texts = [re.sub(r"\d", standin, text) for text in sentences() for standin in STANDINS]
    found = [(each.pattern.pattern, text) for each in marked for text in texts if each.pattern.search(text)]
    assert (found, len(marked) > 40, len(texts) > 300) == ([], True, True)


def test_skipping_changes_nothing() -> None:
    """The rules find the same with their marks and without, in texts with figures and without."""
    marked = table("en-GB", "GB")
    plain = [type(each)(each.pattern, each.say) for each in marked]
    texts = [text for one in sentences() for text in (one, re.sub(r"\d", "", one))]
    assert [find(text, marked) for text in texts] == [find(text, plain) for text in texts]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Add ½ cup.", "Add one half cup."),
        ("The first Sept weekend.", "The first September weekend."),
        ("Det Supt Ali spoke.", "Detective Superintendent Ali spoke."),
    ],
)
def test_said_without_digits(text: str, said: str) -> None:
    """A fraction is a figure; words that are cut short are said in full where there is none."""
    assert say(text, "en-GB").text == said


def test_a_rule_of_figures_waits_for_one() -> None:
    """Rules of figures are not asked about a text that has none; the others are."""
    words, figures = rule("a", "b"), rule("a|1", "c")
    rules = of_figures([figures, words], but=[words])
    assert [find("a", rules), find("a1", rules)] == [[(0, 1, "b")], [(0, 1, "c"), (1, 2, "c")]]
