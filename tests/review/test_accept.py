"""What the memory learns from what came back, and what is refused with its reason."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainspoken.checks.translation.returned import doubts
from plainspoken.errors import SourceError
from plainspoken.review.accept import accept
from plainspoken.review.returned import Returned, ReturnedUnit
from plainspoken.review.sheet import digest
from plainspoken.terms import Pair

SOURCE = "Call <1>0800 555 111</1> now."
UNIT = ReturnedUnit(
    "full.body.p1.s1", SOURCE, "Llame ya al <1>0800 555 111</1>.", "translated", digest(SOURCE), digest("Draft.")
)
WHEN = "2026-03-05T14:00:00Z"


def taken(*units: ReturnedUnit, **options: object) -> object:
    return accept(Returned("en", "es", units, len(units)), by="Ana", when=WHEN, **options)


def test_a_changed_draft_is_learned() -> None:
    """A draft that a person changed becomes a pair with their name and the time."""
    assert taken(UNIT).pairs == (Pair("en", "es", SOURCE, UNIT.target, "translated", "", "Ana", WHEN),)


def test_an_untouched_draft_teaches_nothing() -> None:
    """A draft that came back as it went out is nobody's word, unless it was approved."""
    same = replace(UNIT, draft_digest=digest(UNIT.target))
    assert (taken(same).pairs, taken(same).untouched) == ((), 1)
    assert [pair.state for pair in taken(replace(same, state="reviewed")).pairs] == ["reviewed"]
    assert [pair.state for pair in taken(same, state="reviewed").pairs] == ["reviewed"]


def test_unfinished() -> None:
    """A sentence without a translation, or one that still needs work, is counted and not learned."""
    done = taken(replace(UNIT, target=" "), replace(UNIT, state="initial"), state="final")
    assert (done.pairs, done.unfinished) == ((), 2)


def test_doubts_warn_and_refuse_nothing() -> None:
    """A "not" that a translator seems to have left out is a warning; the sentence is learned all the same."""
    source = "You do <1>not</1> pay."
    unit = replace(UNIT, source=source, target="Usted <1>paga</1>.", source_digest=digest(source))
    done = taken(unit, doubts=doubts)
    assert len(done.pairs) == 1
    assert [(one.code, one.level, one.at) for one in done.findings] == [
        ("negation-lost", "warning", "es:full.body.p1.s1")
    ]


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"source": SOURCE.replace("now", "later")}, "review-source-changed"),
        ({"target": "Llame ya al 0800 555 111."}, "review-codes-broken"),
        ({"target": "Llame <1>0800 555 111<2/></1>."}, "review-codes-broken"),
        ({"target": "Llame </1>0800 555 111<1>."}, "review-codes-broken"),
        ({"target": "Llame al <1>0800 555 112</1>."}, "fact-missing"),
        ({"target": "Llame al <1>0800 555 111</1> o al 0800 555 333."}, "fact-added"),
    ],
)
def test_refused(changed: dict[str, str], code: str) -> None:
    """A changed source, broken codes and changed facts are refused, each with its code and place."""
    done = taken(replace(UNIT, **changed))
    assert done.pairs == ()
    assert code in {one.code for one in done.findings if one.level == "error"}
    assert {one.at for one in done.findings} == {"es:full.body.p1.s1"}


def test_forced() -> None:
    """A person may answer for a number that differs; codes and sources they may not."""
    other = replace(UNIT, target="Llame al <1>0800 555 112</1>.")
    assert len(taken(other, force=True).pairs) == 1
    assert taken(replace(UNIT, target="Llame."), force=True).pairs == ()


def test_what_did_not_come_back() -> None:
    """Sentences that went out and are not in the file are counted."""
    done = accept(Returned("en", "es", (UNIT,), 4), by="Ana", when=WHEN)
    assert [(one.code, one.message.split(". ")[-1]) for one in done.findings] == [
        ("review-sentence-missing", "3 of 4.")
    ]


def test_a_source_that_can_not_be_proven() -> None:
    """Where the tool dropped the digest, the translation is taken, and that is said."""
    done = taken(replace(UNIT, source_digest=None))
    assert ([one.code for one in done.findings], len(done.pairs)) == (["review-source-unproven"], 1)


def test_one_sentence_two_translations() -> None:
    """A sentence that is translated in two ways keeps the sentence before it; one that isn't holds anywhere."""
    yes, no = "Yes.", "No."
    units = [
        ReturnedUnit("full.a", no, "No.", "reviewed"),
        ReturnedUnit("full.b", yes, "Sí.", "reviewed"),
        ReturnedUnit("full.c", yes, "Claro.", "reviewed"),
        ReturnedUnit("easy.a", no, "No.", "reviewed"),
    ]
    assert [(pair.source, pair.target, pair.context) for pair in taken(*units).pairs] == [
        ("No.", "No.", ""), ("Yes.", "Sí.", "No."), ("Yes.", "Claro.", "Yes."),
    ]  # fmt: skip


def test_no_language() -> None:
    """A file without its languages can't be taken."""
    with pytest.raises(SourceError, match="which languages"):
        accept(Returned("", "es", (UNIT,)), by="Ana", when=WHEN)
