"""The pages of tests/golden/roles: how much of their releases the parser finds. See the README there."""

from __future__ import annotations

import json

import pytest

from tests.golden_roles import CASES, FOLDER, report, scores

WANTED = {
    "roles": 0.86,
    "kinds": 0.95,
    "quotations": 0.1,
    "speakers": 0.64,
    "helplines": 0.57,
    "furniture": 0.98,
    "extra": 0.97,
    "lang": 0.97,
    "headline": 0.97,
    "standfirst": 0.95,
    "published": 0.87,
    "publisher": 0.88,
    "embargo": 0.95,
}


@pytest.mark.parametrize("measure", WANTED)
def test_share(measure: str) -> None:
    """At least the wanted share is right; the message lists all that isn't."""
    tally = scores()[measure]
    assert tally.share >= WANTED[measure], report(tally, WANTED[measure])


@pytest.mark.parametrize("case", CASES)
def test_gold_is_whole(case: str) -> None:
    """A gold names language, headline, lead and blocks of known roles; only quotations have speakers."""
    gold = json.loads((FOLDER / case / "gold.json").read_text("utf-8"))
    roles = [block["role"] for block in gold["blocks"] if block["kind"] != "figure"]
    assert gold["lang"] and gold["headline"] and roles[0] == "headline" and roles.count("lead") == 1
    assert ("standfirst" in roles) == bool(gold["standfirst"])
    assert ("helpline" in roles) == bool(gold["helplines"])
    assert set(roles) <= {
        "headline", "standfirst", "dateline", "lead", "body", "helpline", "notes", "contact", "boilerplate"
    }  # fmt: skip
