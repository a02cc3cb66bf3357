"""The promises of easy read, held on the samples and 30 more releases, and the measures that tell."""

from __future__ import annotations

import pytest
from benchmarks.easy_scores import grade, sari, sentences_of, syllables

from benchmarks import easy

RELEASES = {name: (release, gold) for name, release, gold in easy.releases()}


@pytest.fixture(scope="module")
def rows() -> list[easy.Row]:
    return [easy.measure(name, *both) for name, both in RELEASES.items()]


def test_as_many_releases_as_promised() -> None:
    """There are 30 releases beside the samples, and each of all has critical facts that were listed by hand."""
    assert sum((easy.RELEASES / f"{name}.md").exists() for name in RELEASES) == 30
    assert [name for name, (_, gold) in RELEASES.items() if not gold] == []


def test_every_critical_fact_gets_in(rows: list[easy.Row]) -> None:
    """No number to call, key to press, deadline or legal status that was listed by hand is missing."""
    assert {row.name: row.lost for row in rows if row.lost} == {}


def test_long_sentences_are_findings(rows: list[easy.Row]) -> None:
    """A sentence of more than 15 words is named by a finding; nine in ten are shorter."""
    assert [row.name for row in rows if row.told != row.sentences - row.short] == []
    assert sum(row.short for row in rows) >= 0.9 * sum(row.sentences for row in rows)


def test_nothing_added_nothing_flipped(rows: list[easy.Row]) -> None:
    """No easy sentence has a number, name, negation or legal status that its source sentence lacks."""
    assert {row.name: row.faults for row in rows if any(row.faults)} == {}


def test_every_promise_holds(rows: list[easy.Row]) -> None:
    """Each line that the command prints holds, time apart, which no test measures."""
    held = easy.promises(rows, same=True)
    assert [promise for promise, _, holds in held if not holds and not promise.startswith("seconds")] == []
    broken = easy.promises(rows, same=False)
    assert [promise for promise, _, holds in broken if not holds][-1] == "the same with any hash seed"


@pytest.mark.parametrize("name", RELEASES)
def test_one_source_and_rule(name: str) -> None:
    """Every easy sentence names one sentence of the release, and the rule that made it."""
    release = RELEASES[name][0]
    known = {segment.id for segment in release.segments()}
    made = easy.ps.simplify(release, engine="rules").segments()
    assert [one.id for one in made if len(one.origin) != 1 or one.origin[0] not in known or not one.rule] == []


def test_grade() -> None:
    """Harder words and longer sentences give a higher grade; headings and digits count for nothing."""
    assert [syllables(word) for word in ("the", "called", "emergency", "wanted", "people's")] == [1, 1, 4, 2, 2]
    assert grade(["Call 999."]) < grade(["Immediately telephone the emergency operator."])


def test_sari() -> None:
    """What people wrote scores more than the text itself; the text is kept and nothing is added or deleted."""
    read, people = ["He commenced the work ."], [["He began the work ."], ["He started work ."]]
    assert sari(read, ["He began the work ."], people) > 60 > 40 > sari(read, read, people)


def test_losses() -> None:
    """A number or a “not” that is gone is counted, of the sentences that have one."""
    assert easy.easy_losses(["He is not 12.", "She is 3."], ["He is 12.", "She is old."]) == ("1/2", "1/1")
    assert sentences_of("It is free. Call 999.") == ["It is free.", "Call 999."]
