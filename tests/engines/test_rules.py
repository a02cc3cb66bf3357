# ruff: noqa: E501, SIM905 - sentences read best whole
"""The simplifier `rules`: what it cuts, what it leaves alone, and what no output of it may ever do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.claims import word_count
from plainspoken.engines.protocols import Simplifier
from plainspoken.engines.rules import Rules
from plainspoken.engines.wording import plain, tidy
from plainspoken.proof import proven

CASES = json.loads((Path(__file__).parents[1] / "golden" / "rules" / "out.json").read_text("utf-8"))

ABSTAINED = (
    "Ministers met the Mayor of Harrowden, the council leader and eleven engineers on the slow and costly work of repair.",
    "Anna Wick, who denies the charge, and her brother will stand trial in the spring at a court that has yet to be named.",
)
KEPT_WHOLE = (
    "She said that the road was closed, and the bridge was open.",
    "If you are hurt, call 999 and stay where you are.",
    "The grant is for tenants, and the owners of flats.",
    "Police believe he left the house, and a car was seen.",
    "He was not charged and left court a free man.",
)
PARTS = st.lists(
    st.sampled_from(
        "A man|who|had|been|was|arrested|charged|and|but|, and|, which|, because|if|not|never|must|may|the court heard that|"
        "the police|Daniel Reed|, 38, of Mill Lane,|three|£3,500|on Monday 9 February 2026|at 9.40pm|call|999|101|"
        "0808 2000 247|or|email|a woman|left|took|the house|before|until 3 May|to|pleaded guilty to|two counts of|theft|"
        "he|she|it|is free|about|up to|at least|for example|without|people|can|should|will|.|;|:|(|)|“|”|don't|e.g.".split(
            "|"
        )
    ),
    max_size=30,
).map(" ".join)


def said(text: str) -> list[str]:
    return [one.text for one in Rules().simplify([text], "en-GB")[0]]


def test_contract() -> None:
    """It is a simplifier that works offline, for English of any place, and says what its output depends on."""
    engine = Rules()
    assert isinstance(engine, Simplifier)
    assert engine.probe().ready and not engine.remote
    assert [engine.serves(tag) for tag in ("en", "en-GB", "cy")] == [True, True, False]
    assert engine.signature("en") != Rules(longest=12).signature("en")
    assert engine.simplify([], "en") == []


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["rule"])
def test_golden(case: dict[str, object]) -> None:
    """Each rule makes of its example the sentences that were judged right by hand."""
    [simple] = Rules().simplify([str(case["source"])], "en-GB")
    assert [one.text for one in simple] == case["easy"]
    assert any(str(case["rule"]) in one.rule.split("+") for one in simple)


@pytest.mark.parametrize("text", ABSTAINED)
def test_abstains(text: str) -> None:
    """A long sentence that no rule fits wholly is not touched."""
    assert said(text) == []


@pytest.mark.parametrize("text", KEPT_WHOLE)
def test_keeps_what_hangs_together(text: str) -> None:
    """What stands under "said", "if", "believe" or one "not" is not cut apart; a list is no clause."""
    assert said(text) == [text]


@given(PARTS)
def test_claims_are_kept(text: str) -> None:
    """Whatever the words, the sentences together claim what the source claims and nothing else."""
    made = said(text)
    assert not made or proven(text, made)


@given(PARTS)
def test_same_again(text: str) -> None:
    """The same sentence gives the same sentences, alone or among others."""
    first, second = Rules().simplify([text, text], "en")
    assert first == second == Rules().simplify([text], "en")[0]


@given(st.text(max_size=80))
def test_any_text(text: str) -> None:
    """No text makes it fail, and no sentence is empty."""
    assert all(one.text.strip() for one in Rules().simplify([text], "en")[0]) or not text.strip()


def test_hostile_length() -> None:
    """A sentence longer than people write is left alone."""
    assert said("call 0808 and " * 5000) == []


def test_quotes_are_not_changed() -> None:
    """Words between quotation marks are never made simpler."""
    assert said("He said “We can't assist”.") == ["He said “We can't assist”."]


def test_short_enough() -> None:
    """A single sentence that stays long is not offered as a simple one."""
    assert all(word_count(one) <= 15 for text in ABSTAINED for one in said(text))


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("It's open.", "It is open."),
        ("It's been open.", "It's been open."),
        ("They won't come, e.g. by bus.", "They will not come, for example by bus."),
        ("By the 3rd of May", "By 3 May"),
        ("On March 14th, 2026", "On 14 March 2026"),
        ("a\u00a0b", "a b"),
    ],
)
def test_tidy(text: str, easy: str) -> None:
    """Contractions, shortened words and dates are written out, only where that is certain."""
    assert tidy(text) == easy


@pytest.mark.parametrize(
    ("text", "easy"),
    [
        ("Two men left.", "2 men left."),
        ("Numerous shops closed.", "Many shops closed."),
        ("They met at Two Rivers.", "They met at Two Rivers."),
        ("One of the two hundred", "One of the two hundred"),
        ("The Numerous Society", "The Numerous Society"),
        ("a twenty-two mile walk", "a twenty-two mile walk"),
    ],
)
def test_plain(text: str, easy: str) -> None:
    """Plain words keep the case of what they replace; names and compound numbers stay."""
    assert plain(text) == easy


UNSAFE_TAILS = (
    "The road between Corley and the coast has not been closed all week because of the damage to its wall.",
    "Police believe that the man drove from the house in Mill Lane after a woman and a child left it.",
    "The council will pay the family of the boy whose bike broke down in Mill Lane after a lorry hit it.",
    "You can call the line if you are hurt or visit the new centre in Mill Lane.",
    "The scheme will help people in Corley find and keep homes that they can pay for.",
)


@pytest.mark.parametrize("text", UNSAFE_TAILS)
def test_tails_that_hang_elsewhere_stay(text: str) -> None:
    """A reason after "not", an event after "believe" or "who", a choice under "if" are not cut off."""
    assert len(said(text)) <= 1
