"""Facts as spans: what is one, of which kind, and all that it may mean."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.facts import find
from plainspoken.facts.find import amounts


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Call 0800 555 111 or +44 (0)20 7946 0182.", [("phone", "0800 555 111"), ("phone", "+44 (0)20 7946 0182")]),
        ("Call 999, 101 or 116 123.", [("phone", "999"), ("phone", "101"), ("phone", "116 123")]),
        ("Mail a.b+c@police.example. See www.x.org/a?b=1, or gov.uk/help!",
         [("email", "a.b+c@police.example"), ("url", "www.x.org/a?b=1"), ("url", "gov.uk/help")]),
        ("at 9.40pm on 17 December 2019", [("time", "9.40pm"), ("number", "17"), ("number", "2019")]),
        ("£1,200 (25%), 1 200,50 €", [("money", "£1,200"), ("percent", "25%"), ("money", "1 200,50 €")]),
        ("£18.6 million and 5m people", [("money", "£18.6 million"), ("number", "5m")]),
        ("reference CAD-1234/19 on the M25", [("reference", "CAD-1234/19"), ("reference", "M25")]),
        ("on 17/12/2019 or 2019-12-17", [("date", "17/12/2019"), ("date", "2019-12-17")]),
        ("crime number 42/123456/24", [("reference", "42/123456/24")]),
        ("اتصل على ٠٨٠٠ ٥٥٥ ١١١", [("phone", "٠٨٠٠ ٥٥٥ ١١١")]),
        ("৯৯৯ নম্বরে ১২ জন", [("phone", "৯৯৯"), ("number", "১২")]),
        ("It ends.Next it starts, e.g. in No.10", [("number", "10")]),
    ],
)  # fmt: skip
def test_find(text: str, found: list[tuple[str, str]]) -> None:
    """Each kind of fact is found whole, without the punctuation after it, in the digits of any script."""
    assert [(fact.kind, fact.text) for fact in find(text)] == found


@pytest.mark.parametrize(
    ("number", "readings"),
    [("1,200", {"1200", "1.2"}), ("1.200", {"1200", "1.2"}), ("1 200", {"1200"}), ("1'200", {"1200"}),
     ("0.5", {"5", "0.5"}), ("1.200,50", {"120050", "1200.5"}), ("12,00,000", {"1200000"}), ("007", {"7"})],
)  # fmt: skip
def test_amounts(number: str, readings: set[str]) -> None:
    """A number means all that it means in some language: a comma or point may cut thousands or tenths."""
    assert set(amounts(number)) == readings


@given(st.text("0123456789٠৫०.,:/- +()pm@aWwhttp£%\u200e\u00a0", max_size=60))
@settings(deadline=None)
def test_any_text(text: str) -> None:
    """Whatever the text, facts are spans of it, in order, none inside another, none empty."""
    found = find(text)
    assert all(fact.text == text[fact.start : fact.end] and fact.text and fact.readings for fact in found)
    assert all(one.end <= other.start for one, other in pairwise(found))
