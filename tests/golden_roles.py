"""Score the parser on the pages of tests/golden/roles: `python -m tests.golden_roles --failures [case ...]`.

What the fields of a `gold.json` mean, and how each is scored, stands in tests/golden/roles/README.md.
"""

from __future__ import annotations

import argparse
import json
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any

import plainspoken as ps
from plainspoken.model import Block, Release, Role

FOLDER = Path(__file__).parent / "golden" / "roles"
CASES = tuple(sorted(path.parent.name for path in FOLDER.glob("*/gold.json")))
MEASURES = (
    "roles", "kinds", "quotations", "speakers", "helplines", "furniture", "extra",
    "lang", "headline", "standfirst", "published", "publisher", "embargo",
)  # fmt: skip


@dataclass(slots=True)
class Tally:
    """How many of one measure were right, and a line on each that wasn't."""

    total: int = 0
    failures: list[str] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that was right, 0 to 1."""
        return 1 - len(self.failures) / self.total if self.total else 1.0

    def count(self, right: bool, message: str) -> None:
        """Count one more."""
        self.total += 1
        if not right:
            self.failures.append(message)


@cache
def scores(cases: tuple[str, ...] = CASES) -> dict[str, Tally]:
    """Return the tally of each measure over the named cases."""
    tallies = {measure: Tally() for measure in MEASURES}
    for case in cases:
        gold = json.loads((FOLDER / case / "gold.json").read_text("utf-8"))
        try:
            release = ps.parse(FOLDER / case / "page.html")
        except ps.Error as error:
            release = Release("und", ())
            print(f"{case}: {error}")
        for measure, right, message in judge(gold, release):
            tallies[measure].count(right, f"{case}: {message}")
    return tallies


def report(tally: Tally, wanted: float) -> str:
    """Return the message of a test: the share and every failure."""
    return f"{tally.share:.3f} of {tally.total}, want {wanted}:\n" + "\n".join(tally.failures)


def judge(gold: dict[str, Any], release: Release) -> Iterator[tuple[str, bool, str]]:
    """Yield, for each thing the gold says, the measure, whether the release has it, and a line on what is wrong."""
    found = [(section.role, block) for section in release.sections for block in section.blocks]
    yield from _blocks(gold["blocks"], found)
    yield from _addresses(gold.get("helplines", ()), release)
    yield from _furniture(gold.get("furniture", ()), found)
    yield "lang", release.lang.split("-")[0] == gold["lang"].split("-")[0], f"{release.lang}, want {gold['lang']}"
    for name, own in (("headline", release.headline), ("standfirst", release.standfirst)):
        yield name, key(own or "") == key(gold.get(name) or ""), f"{name} {own!r}, want {gold.get(name)!r}"
    stamp = gold.get("published")
    yield "published", _same_time(release.published, stamp), f"published {release.published!r}, want {stamp!r}"
    if wanted := gold.get("publisher"):
        right = key(release.publisher or "") == key(wanted)
        yield "publisher", right, f"publisher {release.publisher!r}, want {wanted!r}"
    told = any(finding.code == "embargo" for finding in release.findings)
    yield "embargo", told == bool(gold.get("embargo")), f"embargo {'told' if told else 'not told'}"


def _blocks(golds: list[dict[str, Any]], found: Sequence[tuple[Role, Block]]) -> Iterator[tuple[str, bool, str]]:
    last = -1
    met = set()
    for gold in golds:
        at = _at(gold, found, last)
        if at is None:
            message = f"lost: {gold['role']} {gold['kind']} {gold['text']!r}"
            yield "roles", False, message
            yield "kinds", False, message
            if "speaker" in gold:
                yield "speakers", False, message
            continue
        last = at
        met.add(at)
        yield from _block(gold, *found[at])
    for at, (role, block) in enumerate(found):
        right = at in met or _may_be_apart(found, at)
        yield "extra", right, f"not in the gold: {role} {block.kind} {block.text[:70]!r}"


def _block(gold: dict[str, Any], role: Role, block: Block) -> Iterator[tuple[str, bool, str]]:
    start = gold["text"][:70]
    yield "roles", role == gold["role"], f"role {role}, want {gold['role']}: {start!r}"
    written = gold["kind"] == "quote" and block.kind == "paragraph"
    yield "kinds", block.kind == gold["kind"] or written, f"kind {block.kind}, want {gold['kind']}: {start!r}"
    if gold["kind"] == "quote":
        spoken = block.kind == "quote" or block.speaker is not None
        yield "quotations", spoken, f"kind {block.kind} without a speaker, want a quotation: {start!r}"
    name = gold.get("speaker")
    if name or (block.speaker and gold["kind"] not in ("table", "list")):
        unnamed = name is None and key(block.speaker or "") == key(gold.get("unnamed", ""))
        right = unnamed or key(block.speaker or "") == key(name or "")
        yield "speakers", right, f"speaker {block.speaker!r}, want {name!r}: {start!r}"


def _may_be_apart(found: Sequence[tuple[Role, Block]], at: int) -> bool:
    """A gold doesn't list pictures without caption; the press's number may be parted from the notes it stands in."""
    role, block = found[at]
    if block.kind == "figure":
        return bool(block.alt and not block.caption)
    return role == "contact" and at > 0 and found[at - 1][0] == "notes" and found[at - 1][1].kind == "list"


def _at(gold: dict[str, Any], found: Sequence[tuple[Role, Block]], last: int) -> int | None:
    """Return the block that opens with the gold's words, else one that holds them; the next such before an earlier."""
    wanted = key(gold["text"])
    texts = [_words(block, gold["kind"]) for _, block in found]
    roles = [role for role, _ in found]
    order = [*range(last + 1, len(texts)), *range(last + 1)]
    apart = [at for at in order if (roles[at] == "headline") == (gold["role"] == "headline")]
    opens = (at for at in apart if any(text.startswith(wanted) for text in texts[at]))
    holds = (at for at in apart if len(wanted) > 7 and any(wanted in text for text in texts[at]))
    return next(iter([*opens, *holds]), None)


def _words(block: Block, kind: str) -> tuple[str, ...]:
    """Return the texts a gold block may open: a figure's caption, a table's rows or its caption, else the whole."""
    texts = [block.text, block.caption] if kind in ("figure", "table") else [block.text]
    return tuple(key(text) for text in texts if text)


def _addresses(wanted: Iterable[str], release: Release) -> Iterator[tuple[str, bool, str]]:
    sections = [section for section in release.sections if section.role == "helpline"]
    segments = [segment for section in sections for block in section.blocks for segment in block.segments]
    text = " ".join(segment.text for segment in segments)
    for address in wanted:
        yield "helplines", _holds(text, address), f"no helpline section has {address}"


def _holds(text: str, address: str) -> bool:
    if not address[:1].isdigit():
        return address.casefold() in text.casefold()
    digits = re.sub(r"\D", "", _ascii_digits(address))
    return bool(re.search(r"(?<!\d)" + r"[\s().\-–\u00a0]*".join(digits) + r"(?!\d)", _ascii_digits(text)))


def _ascii_digits(text: str) -> str:
    return "".join(str(unicodedata.digit(char)) if char.isdigit() else char for char in text)


def _furniture(wanted: Iterable[str], found: Sequence[tuple[Role, Block]]) -> Iterator[tuple[str, bool, str]]:
    texts = [key(text) for _, block in found for text in (block.text, block.caption, block.credit)]
    for line in wanted:
        name = key(line)
        hit = any(name == text if len(name) < 16 else name in text for text in texts)
        yield "furniture", not hit, f"furniture in the output: {line!r}"


def _same_time(own: str | None, wanted: str | None) -> bool:
    """Compare days where the gold has no hour, else moments."""
    if not own or not wanted or "T" not in wanted:
        return (own or "")[:10] == (wanted or "")[:10]
    return "T" in own and datetime.fromisoformat(own) == datetime.fromisoformat(wanted)


def key(text: str) -> str:
    """Return the letters and digits of a text, in small letters and one form."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return "".join(char for char in folded if char.isalnum() or unicodedata.category(char).startswith("M"))


def main() -> None:
    parser = argparse.ArgumentParser(description="Score the parser on tests/golden/roles.")
    parser.add_argument("cases", nargs="*", help="only these folders")
    parser.add_argument("--failures", action="store_true", help="print every failing block")
    parser.add_argument("--measure", choices=MEASURES, action="append", help="only these measures")
    asked = parser.parse_args()
    for measure, tally in scores(tuple(asked.cases) or CASES).items():
        if asked.measure and measure not in asked.measure:
            continue
        print(f"{measure:<11} {tally.share:.3f}  {tally.total - len(tally.failures)}/{tally.total}")
        if asked.failures:
            print("".join(f"    {line}\n" for line in tally.failures), end="")


if __name__ == "__main__":
    main()
