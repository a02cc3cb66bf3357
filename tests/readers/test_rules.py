"""Each rule of the roles fires where it should, as the reference says, and not where something only looks alike."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest

from plainspoken import steps
from plainspoken.readers.reasons import Reason
from plainspoken.readers.roles import RULES, Rule
from plainspoken.readers.roles.rules import BARE
from plainspoken.steps import study

REFERENCE = Path(__file__).parents[2] / "docs" / "reference" / "roles.md"
SECTION = re.compile(r"`([a-z-]+)`\n\n(.+?)\n\n.*?```html\n(.+?)\n```", re.S)
PARTS = map(SECTION.match, REFERENCE.read_text("utf-8").split("\n## ")[1:])
WRITTEN = {part[1]: (part[2], part[3]) for part in PARTS if part}
NEAR = tomllib.loads((Path(__file__).parent / "near_misses.toml").read_text("utf-8"))


def told(page: str) -> tuple[Reason, ...]:
    return study(f"<html lang=en><body><main>{page}</main></body></html>", lang="en").reasons


@pytest.mark.parametrize("rule", [*RULES, BARE], ids=lambda rule: rule.name)
def test_rule_fires(rule: Rule) -> None:
    """The rule's example in the reference has a block that this rule gives its role."""
    fired = [reason for reason in told(WRITTEN[rule.name][1]) if reason.rule == rule.name]
    assert fired
    assert {reason.explanation for reason in fired} == {rule.explanation}
    assert rule is BARE or {reason.role for reason in fired} == {rule.role}


@pytest.mark.parametrize("name", NEAR)
def test_near_miss(name: str) -> None:
    """What only looks like a part of the release gets its role from another rule."""
    near = NEAR[name]
    assert [reason.rule for reason in told(near["page"]) if reason.text.startswith(near["block"])] == [near["rule"]]


def test_every_rule_has_a_near_miss() -> None:
    """No rule but the last, which always fits, goes without a page that it must leave alone."""
    assert set(NEAR) == {rule.name for rule in RULES} - {"body"}


def test_reference_holds_every_rule_in_order() -> None:
    """The reference describes the rules of the table, each with its role and explanation, in the order they apply."""
    assert list(WRITTEN) == [rule.name for rule in (*RULES, BARE)]
    for rule in RULES:
        assert WRITTEN[rule.name][0].startswith(f"Role: {rule.role}. {rule.explanation}")
    assert WRITTEN[BARE.name][0] == BARE.explanation


def test_names_are_unique() -> None:
    """A rule's name stands for one rule."""
    names = [rule.name for rule in (*RULES, BARE)]
    assert len(set(names)) == len(names)


@pytest.mark.parametrize(
    ("line", "place"),
    [
        ("MAIDSTONE, 4 May - The bridge is closed until the end of the month.", "MAIDSTONE, 4 May"),
        ("Maidstone, May 4 — The bridge is closed until the end of the month.", "Maidstone, May 4"),
        ("The bridge closed on 4 May - it will open again in the autumn.", None),
        ("Monday 4 May: the bridge is closed until the end of the month.", "Monday 4 May"),
    ],
)
def test_a_dateline_may_leave_out_the_year(line: str, place: str | None) -> None:
    """Place and day before a dash are a dateline without a year too; a sentence with a day in it is none."""
    page = (
        f"<main><h1>Bridge closed</h1><p>{line}</p><p>{'Buses go another way until it is safe again. ' * 3}</p></main>"
    )
    sections = steps.parse(page, lang="en").sections
    found = [block.text for section in sections if section.role == "dateline" for block in section.blocks]
    assert found == ([place] if place else [])
