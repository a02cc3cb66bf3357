"""The pages of tests/golden/roles: how much of their releases the parser finds. See the README there."""

from __future__ import annotations

import json

import pytest

from tests.golden_roles import CASES, FOLDER, report, scores

WANTED = {
    "roles": 0.86,
    "kinds": 0.94,
    "quotations": 0.15,
    "speakers": 0.73,
    "helplines": 0.54,
    "furniture": 0.98,
    "extra": 0.9,
    "lang": 0.9,
    "headline": 0.96,
    "standfirst": 0.92,
    "published": 0.92,
    "publisher": 0.85,
    "embargo": 1.0,
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
