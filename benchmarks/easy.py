"""Measure easy read on the samples and 30 more releases: short, true, complete, fast and always the same.

python -m benchmarks.easy                      the table, and whether each promise holds
python -m benchmarks.easy --unseen             the same for 15 releases that no rule was made on
python -m benchmarks.easy --asset FOLDER       ASSET's validation split too (asset.valid.orig, asset.valid.simp.0 ... 9)
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import plainspoken as ps
from benchmarks.easy_scores import faults, grade, sari, sentences_of
from plainspoken.claims import word_count
from plainspoken.engines.rules import Rules
from plainspoken.model import Release, Segment

ROOT = Path(__file__).parents[1]
RELEASES = ROOT / "tests" / "golden" / "easy-releases"
UNSEEN = ROOT / "tests" / "golden" / "easy-unseen"
LONGEST, HARDEST, SLOWEST, MOST = 15, 5.0, 1.0, 20
# What others made of ASSET's 359 test sentences: SARI, share of at most 15 words, numbers lost, negations lost of 28.
_PEERS = (
    ("MUSS (neural, 2020)", 44.05, 0.59, 0.12, "1/28"),
    ("ACCESS (neural, 2019)", 40.13, 0.53, 0.06, "2/28"),
    ("Dress-Ls (neural, 2017)", 36.59, 0.62, 0.32, "7/28"),
    ("a person, of ten", 44.89, 0.71, 0.19, "6/28"),
    ("the text itself", 20.73, 0.31, 0.00, "0/28"),
)


@dataclass(frozen=True, slots=True)
class Row:
    """What holds of one release's easy read.

    Attributes:
        sentences: how many it has, headings apart.
        short: how many have at most 15 words.
        told: how many of the longer ones are named by a finding.
        grade: the Flesch-Kincaid grade.
        wanted: how many critical facts were listed by hand.
        lost: those of them that are missing.
        faults: unsupported numbers, unsupported names, flips.
        seconds: how long it took to simplify and check.
        digest: of the edition as JSON.
    """

    name: str
    sentences: int
    short: int
    told: int
    grade: float
    wanted: int
    lost: tuple[str, ...]
    faults: tuple[int, int, int]
    seconds: float
    digest: str


def releases() -> Iterator[tuple[str, Release, Sequence[str]]]:
    """Yield each sample that is a release in English, and each release of the 30, with its critical facts."""
    gold: dict[str, list[str]] = json.loads((RELEASES / "critical.json").read_text("utf-8"))
    for page in sorted((ROOT / "samples").glob("*/page.html")):
        try:
            release = ps.parse(page)
        except ps.Error:
            continue
        if Rules().serves(release.lang):
            yield page.parent.name, release, gold.get(f"sample:{page.parent.name}", ())
    yield from unseen(RELEASES)


def unseen(folder: Path = UNSEEN) -> Iterator[tuple[str, Release, Sequence[str]]]:
    """Yield each release that is written in a folder, with its critical facts."""
    gold: dict[str, list[str]] = json.loads((folder / "critical.json").read_text("utf-8"))
    for name in sorted(one for one in gold if not one.startswith("sample:")):
        yield name, ps.parse(folder / f"{name}.md", lang="en-GB"), gold[name]


def measure(name: str, release: Release, gold: Sequence[str]) -> Row:
    """Simplify a release by the rules and return what holds of it."""
    start = time.perf_counter()
    easy = ps.simplify(release, engine="rules")
    seconds = time.perf_counter() - start
    told = [one for block in easy.blocks() if block.kind != "heading" for one in block.segments]
    said = " ".join(one.text for one in told)
    return Row(
        name,
        sentences=len(told),
        short=sum(word_count(one.text) <= LONGEST for one in told),
        told=sum(_named_long(easy, one) for one in told if word_count(one.text) > LONGEST),
        grade=grade([one.text for one in told]),
        wanted=len(gold),
        lost=tuple(fact for fact in gold if fact not in said),
        faults=faults(easy, release),
        seconds=seconds,
        digest=hashlib.sha256(easy.to_json().encode()).hexdigest(),
    )


def _named_long(easy: Release, segment: Segment) -> bool:
    return any(one.code == "sentence-long" and one.at == segment.id for one in easy.findings)


def digests() -> str:
    """Return one digest of all editions."""
    rows = (measure(*one) for one in releases())
    return hashlib.sha256("".join(row.digest for row in rows).encode()).hexdigest()


def promises(rows: Sequence[Row], same: bool) -> list[tuple[str, str, bool]]:
    """Return each promise with its figure and whether it holds."""
    long = [(row.sentences - row.short, row.told) for row in rows]
    numbers, names, flips = (sum(row.faults[number] for row in rows) for number in range(3))
    wanted, lost = sum(row.wanted for row in rows), sum(len(row.lost) for row in rows)
    total, short = sum(row.sentences for row in rows), sum(row.short for row in rows)
    middle = statistics.median(row.grade for row in rows)
    return [
        ("at most 15 words, or a finding", f"{short} of {total} short, {sum(one for one, _ in long)} longer",
         all(many == told for many, told in long)),
        ("Flesch-Kincaid grade, median", f"{middle:.1f}", middle <= HARDEST),
        ("critical facts", f"{wanted - lost} of {wanted}", not lost),
        ("unsupported numbers, names; flips", f"{numbers}, {names}; {flips}", not numbers + names + flips),
        ("sentences a release, most", str(max(row.sentences for row in rows)),
         max(row.sentences for row in rows) <= MOST),
        ("seconds a release, most", f"{max(row.seconds for row in rows):.2f}", max(r.seconds for r in rows) < SLOWEST),
        ("the same with any hash seed", "yes" if same else "no", same),
    ]  # fmt: skip


def _same() -> bool:
    found = {
        subprocess.run(
            [sys.executable, "-m", "benchmarks.easy", "--digest"],
            env=os.environ | {"PYTHONHASHSEED": seed},
            cwd=ROOT, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("0", "4242")
    }  # fmt: skip
    return len(found) == 1


def asset(folder: Path) -> str:
    """Return the lines of the rules and of the text itself on ASSET's validation split; it stays where they abstain."""
    read = [line.rstrip("\n") for line in (folder / "asset.valid.orig").open(encoding="utf-8")]
    people = [(folder / f"asset.valid.simp.{one}").read_text("utf-8").splitlines() for one in range(10)]
    made = [" ".join(one.text for one in simple) or text
            for text, simple in zip(read, Rules().simplify(read, "en"), strict=True)]  # fmt: skip
    return "\n".join(
        _asset_row(name, read, said, people) for name, said in (("rules", made), ("the text itself", read))
    )


def _asset_row(name: str, read: Sequence[str], made: Sequence[str], people: Sequence[Sequence[str]]) -> str:
    lengths = [word_count(one) for text in made for one in sentences_of(text)]
    short = sum(length <= LONGEST for length in lengths) / len(lengths)
    changed = sum(one != other for one, other in zip(read, made, strict=True)) / len(read)
    lost = easy_losses(read, made)
    return f"{name:26} {sari(read, made, people):6.2f} {short:6.2f} {lost[0]:>12} {lost[1]:>12} {changed:8.0%}"


def easy_losses(read: Sequence[str], made: Sequence[str]) -> tuple[str, str]:
    """Return of how many sentences with a number, and with a negation, one was lost."""
    from plainspoken.claims import negations, numbers

    pairs = list(zip(read, made, strict=True))
    numbered = [bool(numbers(one) - numbers(other)) for one, other in pairs if numbers(one)]
    negated = [not negations(other) for one, other in pairs if negations(one)]
    return f"{sum(numbered)}/{len(numbered)}", f"{sum(negated)}/{len(negated)}"


def main() -> int:
    """Print the tables; 1 where a promise does not hold."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--asset", type=Path, metavar="FOLDER", help="the folder of ASSET's validation split")
    parser.add_argument("--digest", action="store_true", help="print one digest of all editions, and nothing else")
    parser.add_argument("--unseen", action="store_true", help="measure the releases that no rule was made on")
    given = parser.parse_args()
    if given.digest:
        print(digests())
        return 0
    rows = [measure(*one) for one in (unseen() if given.unseen else releases())]
    print(f"{'release':32} {'sent.':>5} {'short':>5} {'grade':>5} {'facts':>7} {'ms':>5}")
    for row in rows:
        facts = f"{row.wanted - len(row.lost)}/{row.wanted}"
        print(f"{row.name:32} {row.sentences:5} {row.short:5} {row.grade:5.1f} {facts:>7} {row.seconds * 1000:5.0f}")
        for fact in row.lost:
            print(f"    missing: {fact}")
    held = promises(rows, _same())
    for promise, figure, holds in held:
        print(f"{'holds' if holds else 'FAILS':5}  {promise}: {figure}")
    if given.asset:
        print("\nASSET, validation split      SARI   <=15 numbers lost   “not” lost  changed")
        print(asset(given.asset))
        print("on ASSET's test split, as published:")
        for name, score, short, numbers, negated in _PEERS:
            print(f"{name:26} {score:6.2f} {short:6.2f} {numbers:12.0%} {negated:>12}")
    return int(not all(holds for _, _, holds in held))


if __name__ == "__main__":
    raise SystemExit(main())
