"""The pages of tests/golden/roles: how much of their releases the parser finds. See the README there."""

from __future__ import annotations

import json

import pytest

from plainspoken.model import Release, Section
from tests.build import block
from tests.golden_roles import CASES, FOLDER, judge, report, scores

WANTED = {
    "roles": 0.99,
    "kinds": 0.99,
    "quotations": 0.96,
    "speakers": 0.98,
    "helplines": 1.0,
    "furniture": 0.99,
    "extra": 0.98,
    "lang": 0.97,
    "headline": 0.97,
    "standfirst": 1.0,
    "published": 0.97,
    "publisher": 0.9,
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


RELEASE = Release(
    "en",
    (
        Section("title", "headline", (block("title.h1", "Pool opens", kind="heading"),)),
        Section("lead", "lead", (block("lead.p1", "The pool opens on Monday.", speaker="Ada Long"),)),
        Section("help", "helpline", (block("help.p1", "Call 0808 157 01234."),)),
    ),
)
GOLD = {
    "lang": "en",
    "headline": "Pool opens",
    "published": "2026-05-04",
    "helplines": ["0808 157 0123"],
    "furniture": ["on Monday"],
    "blocks": [
        {"text": "Pool opens", "role": "headline", "kind": "heading"},
        {"text": "The pool opens", "role": "body", "kind": "quote", "unnamed": "a guard"},
        {"text": "It is warm", "role": "body", "kind": "paragraph", "speaker": "Tom Vale"},
    ],
}


def test_what_is_wrong_is_counted() -> None:
    """Each thing that the release lacks, adds or changes fails its own measure, and nothing else does."""
    wrong = [measure for measure, right, _ in judge(GOLD, RELEASE) if not right]
    assert wrong == [
        "roles", "speakers", "roles", "kinds", "speakers", "extra", "helplines", "published"
    ]  # fmt: skip


def test_a_quotation_without_its_speaker_is_counted() -> None:
    """A quotation that is a mere paragraph, with nobody beside it, fails the measure of quotations."""
    silent = Release("en", (Section("lead", "lead", (block("lead.p1", "“The pool opens on Monday.”"),)),))
    gold = {"lang": "en", "blocks": [{"text": "“The pool", "role": "lead", "kind": "quote", "unnamed": "a guard"}]}
    assert "quotations" in [measure for measure, right, _ in judge(gold, silent) if not right]


def test_furniture_is_found_inside_a_block() -> None:
    """A long line of furniture is looked for within the blocks, a short one must be a whole block."""
    line = {**GOLD, "furniture": ["The pool opens on Monday", "opens on", "Pool opens"]}
    told = [message for measure, right, message in judge(line, RELEASE) if measure == "furniture" and not right]
    assert told == [f"furniture in the output: {name!r}" for name in ("The pool opens on Monday", "Pool opens")]
