"""Score the easy-read rules against applications of them that were judged by reading.

python -m benchmarks.judged            how many of the rules' sentences are right, rule by rule where some are not
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from plainspoken.engines.protocols import Simplifier
from plainspoken.engines.rules import Rules

FILE = Path(__file__).parents[1] / "tests" / "golden" / "easy-judged.json"
WANTED = 0.95
Verdict = Literal["right", "wrong", "new", "abstains"]


@dataclass(frozen=True, slots=True)
class Judgement:
    """One application of rules that a person read.

    Attributes:
        rules: what made it.
        source: the sentence of the release.
        easy: what was made of it.
        right: whether that says what the source says, in good English.
        why: the reason.
    """

    rules: tuple[str, ...]
    source: str
    easy: tuple[str, ...]
    right: bool
    why: str


def read(file: Path = FILE) -> tuple[Judgement, ...]:
    """Return the judgements of a file."""
    rows = json.loads(file.read_text("utf-8"))
    return tuple(
        Judgement(tuple(row["rules"]), row["source"], tuple(row["easy"]), row["right"], row["why"]) for row in rows
    )


def score(judged: Sequence[Judgement], engine: Simplifier) -> dict[str, tuple[Verdict, tuple[str, ...]]]:
    """Return, for each source sentence, the verdict on what an engine makes of it now.

    What was judged keeps its judgement; what nobody has read is `new`, and counts as wrong until somebody has.
    """
    known = {(one.source, one.easy): one.right for one in judged}
    found: dict[str, tuple[Verdict, tuple[str, ...]]] = {}
    for source in dict.fromkeys(one.source for one in judged):
        simple = engine.simplify([source], "en-GB")[0]
        easy = tuple(one.text for one in simple)
        if not easy or easy == (source,):
            found[source] = ("abstains", easy)
        elif (source, easy) in known:
            found[source] = ("right" if known[source, easy] else "wrong", easy)
        else:
            found[source] = ("new", easy)
    return found


def share(found: dict[str, tuple[Verdict, tuple[str, ...]]]) -> float:
    """Return the share of applications that are right; those that abstain are none."""
    counts = Counter(verdict for verdict, _ in found.values())
    made = counts.total() - counts["abstains"]
    return counts["right"] / made if made else 1.0


def main() -> int:
    """Print the score and what is not right; 1 where fewer than 95 of 100 are right."""
    judged = read()
    found = score(judged, Rules())
    for source, (verdict, easy) in found.items():
        if verdict in {"wrong", "new"}:
            print(f"{verdict:8} {source}\n         {' | '.join(easy)}")
    counts = Counter(verdict for verdict, _ in found.values())
    rules = {rule for one in judged for rule in one.rules}
    print(
        f"{len(judged)} judged applications of {len(rules)} rules, {sum(not one.right for one in judged)} of them wrong"
    )
    print(", ".join(f"{verdict} {counts[verdict]}" for verdict in ("right", "wrong", "new", "abstains")))
    print(f"right: {share(found):.1%} (wanted: {WANTED:.0%})")
    return int(share(found) < WANTED)


if __name__ == "__main__":
    raise SystemExit(main())
