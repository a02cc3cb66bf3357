"""The judged applications of the easy-read rules, and the command that scores a run against them."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from benchmarks import judged
from plainspoken.engines.protocols import Simple
from plainspoken.engines.rules import Rules

SAID = judged.Judgement(("two-clauses",), "It is free, and we pay.", ("It is free.", "We pay."), True, "two clauses")
BAD = judged.Judgement(("because",), "It is red.", ("It was red.",), False, "another time")


class Fixed(Rules):
    """Says what it is told to."""

    said: tuple[str, ...] = ()

    def simplify(self, texts: Sequence[str], lang: str) -> list[tuple[Simple, ...]]:
        return [tuple(Simple(one, "rule") for one in type(self).said) for _ in texts]


def test_enough_is_judged() -> None:
    """At least 200 applications are judged, with a reason each, and no rule that cuts sentences is missing."""
    rows = judged.read()
    cases = json.loads((judged.FILE.parent / "rules" / "out.json").read_text("utf-8"))
    assert len(rows) >= 200 and all(one.why and one.rules and one.easy for one in rows)
    assert {case["rule"] for case in cases} - {rule for one in rows for rule in one.rules} == set()


def test_rules_are_right() -> None:
    """At least 95 of 100 applications are right, and none is one that was judged wrong."""
    found = judged.score(judged.read(), Rules())
    assert judged.share(found) >= judged.WANTED
    assert [source for source, (verdict, _) in found.items() if verdict == "wrong"] == []


def test_verdicts() -> None:
    """What was judged keeps its judgement; what nobody has read is new; nothing said is an abstention."""
    verdicts = []
    for said in (SAID.easy, ("It is free. We pay.",), (), (SAID.source,)):
        Fixed.said = said
        verdicts.append(judged.score([SAID], Fixed())[SAID.source][0])
    assert verdicts == ["right", "new", "abstains", "abstains"]
    Fixed.said = BAD.easy
    assert judged.score([BAD], Fixed())[BAD.source] == ("wrong", BAD.easy)


def test_share() -> None:
    """New sentences count as wrong until somebody has read them; abstentions do not count."""
    assert judged.share({"a": ("right", ()), "b": ("new", ()), "c": ("abstains", ())}) == 0.5
    assert judged.share({}) == 1.0


def test_every_judgement_is_read(tmp_path: Path) -> None:
    """A file comes back as it was written."""
    file = tmp_path / "judged.json"
    file.write_text(json.dumps([{name: getattr(BAD, name) for name in BAD.__slots__}]))
    assert judged.read(file) == (BAD,)
