"""Measure how many faults the checks of translations find, and how often they are wrong about good ones.

    python benchmarks/faults.py NTREX [FAULTS]
    python benchmarks/faults.py

NTREX is a folder with `src.eng.txt` and `ref.spa.txt` etc., a sentence a line (NTREX-128, CC BY-SA 4.0). Beside it, or
alone, the sentences of `notices/` are measured, which are of this project; the last 50 were never looked at. Lines
are taken as releases of 25 sentences. A fault is put into one reference of a release at a time; it is found where the
checks say a warning or an error about that sentence, and named where one of the fault's own codes does. A false alarm
is a warning or an error about a reference as it is. Lines that were looked at while the checks were made are printed
apart from those that never were, to show what was fitted too closely. FAULTS are the names of those to show the missed
of, in the first 500 only; `alarms` are the false ones.
"""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from plainspoken.checks.translation import CHECKS, Said, check
from plainspoken.checks.translation.roll import roll
from plainspoken.facts import Fact, find
from plainspoken.findings import Finding
from plainspoken.model import Block, Inline, Release, Section, Segment

FILES = {"es": "spa", "ca": "cat", "gl": "glg", "pt": "por", "fr": "fra", "it": "ita"}
OURS = Path(__file__).parent / "notices"
OUR_FILES = {"es": "spa", "fr": "fra", "it": "ita", "pt": "por", "de": "deu", "pl": "pol"}
PARTS = {
    "1 to 500, looked at": slice(0, 500),
    "501 to 750, looked at later": slice(500, 750),
    "751 to 1000, the first half looked at": slice(750, 1000),
    "876 to 1000, never looked at": slice(875, 1000),
}
SIZE, ANY = 25, "any false alarm"
NOT = {
    "es": r"\bno\s+", "ca": r"\bno\s+", "gl": r"\bnon\s+", "pt": r"\bnão\s+", "it": r"\bnon\s+",
    "fr": r"\bne\s+|\bn['’]", "de": r"\bnicht\b ?|\bk(?=eine?[mnrs]?\b)", "pl": r"\bnie\s+",
}  # fmt: skip
# What still says "not" in a clause whose `no` was dropped, or was not a negation: the sentence is left out.
STILL = re.compile(
    r"\b(?:solo|sólo|soamente|só|apenas|soltanto|solament|només|gubernamental\w*|governamenta\w*|governativ\w*|obstante)\b"
    r"|\b(?:nada|nadie|nunca|jamás|ni|ningun\w*|ningún|tampoco|cap|mai|ningú|res|gens|nin|ninguén|xamais|tampouco|nem|"
    r"ninguém|nenhum\w*|jamais|né|nessun\w*|niente|nulla|neanche|nemmeno|neppure|aucun\w*|rien|personne|ni|nikt|nic|nigdy|żad\w+|niczym|"
    r"niemand|nichts|nie|keine?[mnrs]?)\b",
    re.IGNORECASE,
)
# What stands like a negation and is none: "until" (`hasta que no`, `finché non`), "as soon as", "more than" (`di quanto
# non`); and the phrases of the source that affirm.
EXPLETIVE = re.compile(
    r"(?:hasta que|fins que|ata que|a menos que|a menys que|finch[eé]|a meno che|di quanto) $",
    re.IGNORECASE,
)
AFFIRMS = re.compile(
    r"\b(?:no one|no\.|nor|not only|not just|not merely|not simply|no doubt|no wonder|no matter|nothing but|or not|"
    r"not to mention|no sooner|not least|never more)",
    re.IGNORECASE,
)
SOURCE_NOT = re.compile(r"\b(?:not|never|cannot|no|nobody|nothing|none|neither)\b|n['’]t\b", re.IGNORECASE)
CODES = {
    "dropped number": ("fact-missing",),
    "changed digit": ("number-changed", "fact-missing", "fact-added"),
    "dropped not": ("negation-lost",),
    "loop": ("loop", "length-odd"),
    "copy": ("copied-source", "wrong-language"),
    "cut": ("truncated", "length-odd"),
    "swapped name": ("name-missing",),
}


@dataclass(frozen=True, slots=True)
class Case:
    """A sentence with its reference, and what the faults need to know of its release."""

    source: str
    target: str
    lang: str
    names: tuple[str, ...]
    chance: random.Random


Fault = Callable[[Case], str | None]


@dataclass(slots=True)
class Count:
    """How many faults were put in, found, and named."""

    all: int = 0
    found: int = 0
    named: int = 0
    missed: list[tuple[str, str]] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Part:
    """Sentences with their references by language."""

    title: str
    sources: Sequence[str]
    targets: dict[str, Sequence[str]]


def main() -> None:
    """Print the rates by fault and language, for each part and for our own sentences."""
    ntrex, show = sys.argv[1:2], sys.argv[2:]
    for at, part in enumerate(parts(Path(ntrex[0]) if ntrex else None)):
        report(part, show if ntrex and not at else ())


def parts(ntrex: Path | None) -> Iterator[Part]:
    """Yield the parts of NTREX, if it is given, and our own sentences."""
    if ntrex:
        for title, part in PARTS.items():
            yield read(title, ntrex, FILES, part)
    yield read("notices, 51 to 100 never looked at", OURS, OUR_FILES, slice(None))


def read(title: str, folder: Path, names: dict[str, str], part: slice) -> Part:
    """Return some of the sentences of a folder."""
    targets = {tag: lines(folder / f"ref.{name}.txt")[part] for tag, name in names.items()}
    return Part(title, lines(folder / "src.eng.txt")[part], targets)


def report(part: Part, show: Sequence[str] = ()) -> None:
    """Print the rates of some sentences, and what was missed of some faults."""
    print(f"\n{part.title}\n{'':18}" + "".join(f"{tag:>16}" for tag in part.targets), flush=True)
    alarms = {tag: false_alarms(part.sources, targets, tag) for tag, targets in part.targets.items()}
    for code in sorted({code for found in alarms.values() for code in found}, key=lambda code: (code == ANY, code)):
        print(
            f"{code:18}"
            + "".join(f"{len(found.get(code, ())) / len(part.sources):>16.1%}" for found in alarms.values())
        )
    if "alarms" in show:
        for tag, found in alarms.items():
            for at in sorted(found[ANY]):
                codes = " ".join(code for code in found if code != ANY and at in found[code])
                print(f"   {tag} {codes} | {part.sources[at]}\n      | {part.targets[tag][at]}")
    for name in FAULTS:
        counts = {tag: put_in(name, part.sources, targets, tag) for tag, targets in part.targets.items()}
        print(f"{name:18}" + "".join(map(shown, counts.values())), flush=True)
        if name in show:
            for tag, count in counts.items():
                print("\n".join(f"   {tag} | {source}\n      | {target}" for source, target in count.missed))


def lines(path: Path) -> list[str]:
    """Return the lines of a file."""
    return path.read_text(encoding="utf-8").splitlines()


def shown(count: Count) -> str:
    """Return the share that was found, the share that was named, and of how many."""
    if not count.all:
        return f"{'-':>16}"
    return f"{f'{count.found / count.all:.1%} {count.named / count.all:.0%} {count.all:>4}':>16}"


def false_alarms(sources: Sequence[str], targets: Sequence[str], tag: str) -> dict[str, set[int]]:
    """Return the places of the references that have a finding, by code."""
    alarms: dict[str, set[int]] = {ANY: set()}
    for place, release in releases(sources):
        at = {segment.id: place + number for number, segment in enumerate(release.segments())}
        for found in doubts(release, targets[place : place + SIZE], tag):
            for key in (ANY, found.code):
                alarms.setdefault(key, set()).add(at[found.at.removeprefix(f"{tag}:")])
    return alarms


def put_in(name: str, sources: Sequence[str], targets: Sequence[str], tag: str) -> Count:
    """Put a fault into each reference that can have it, one at a time, and count where it is found."""
    count, chance = Count(), random.Random(7)
    for place, release in releases(sources):
        ours, theirs = sources[place : place + SIZE], targets[place : place + SIZE]
        names = known_names(ours, theirs)
        for at, source in enumerate(ours):
            wrong = FAULTS[name](Case(source, theirs[at], tag, names, chance))
            if not wrong:
                continue
            codes = doubts_at(at, release, [*theirs[:at], wrong, *theirs[at + 1 :]], tag)
            count.all += 1
            count.found += bool(codes)
            count.named += bool(codes & set(CODES[name]))
            if not codes:
                count.missed.append((source, wrong))
    return count


def doubts_at(at: int, original: Release, texts: Sequence[str], tag: str) -> set[str]:
    """Return the codes of the warnings and errors about one sentence of a translation, its release at hand."""
    translated = release_of(texts, tag)
    source, target = (list(one.segments())[at] for one in (original, translated))
    said = Said(source, target, "en", tag, roll=roll(original, translated))
    return {found.code for run in CHECKS for found in run(said) if found.level != "info"}


def releases(sources: Sequence[str]) -> Iterator[tuple[int, Release]]:
    """Yield the releases with the place of their first line."""
    for place in range(0, len(sources), SIZE):
        yield place, release_of(sources[place : place + SIZE], "en")


def release_of(texts: Sequence[str], tag: str) -> Release:
    """Return sentences as a release, those of another language as translated."""
    segments = [
        Segment(
            f"body.p{at}.s1", (Inline("text", text),), state="initial" if tag == "en" else "translated", engine="mt"
        )
        for at, text in enumerate(texts)
    ]
    blocks = tuple(Block(f"body.p{at}", "paragraph", (segment,)) for at, segment in enumerate(segments))
    return Release(tag, (Section("body", "body", blocks),))


def doubts(original: Release, texts: Sequence[str], tag: str) -> list[Finding]:
    """Return the warnings and errors about a translation."""
    return [one for one in check(original, release_of(texts, tag)) if one.level != "info"]


def known_names(sources: Sequence[str], targets: Sequence[str]) -> tuple[str, ...]:
    """Return the names of a release that its reference keeps as they are, as the checks list them."""
    listed = roll(release_of(sources, "en"), release_of(targets, "es"))
    found = (name for source in sources for name in _names(source))
    return tuple(dict.fromkeys(name for name in found if listed.kept.get(name.casefold())))


def _names(text: str) -> list[str]:
    return re.findall(r"(?<=[a-z,] )([A-Z][a-z]{3,})\b", text)


def drop_number(case: Case) -> str | None:
    """Drop a number that stands in digits in source and reference."""
    ours = {reading for fact in find(case.source) if fact.kind != "url" for reading in fact.readings}
    shared = [fact for fact in find(case.target) if _is_amount(fact, case.target) and fact.readings & ours]
    if not shared:
        return None
    fact = case.chance.choice(shared)
    return case.target[: fact.start] + case.target[fact.end :].lstrip()


def _is_amount(fact: Fact, text: str) -> bool:
    """Tell whether a fact is a number by itself: not the square of `m2`, nor half of the score `1-0`."""
    before, after = text[: fact.start][-1:], text[fact.end :][:1]
    return (
        fact.kind == "number"
        and not before.isalnum()
        and before not in ("-", "–", "/")
        and after not in ("-", "–", "/")
    )


def change_digit(case: Case) -> str | None:
    """Change a digit of a number of the reference that its source has."""
    ours = {reading for fact in find(case.source) if fact.kind != "url" for reading in fact.readings}
    shared = [fact for fact in find(case.target) if _is_amount(fact, case.target) and fact.readings & ours]
    if not shared:
        return None
    fact = case.chance.choice(shared)
    at = case.chance.choice([place for place in range(fact.start, fact.end) if case.target[place].isdecimal()])
    other = case.chance.choice([digit for digit in "123456789" if digit != case.target[at]])
    return case.target[:at] + other + case.target[at + 1 :]


def drop_not(case: Case) -> str | None:
    """Drop the "not" of a reference whose source says it too, where the clause is then no longer negative."""
    found = re.search(NOT[case.lang], case.target, re.IGNORECASE)
    if (
        not found
        or not SOURCE_NOT.search(case.source)
        or AFFIRMS.search(case.source)
        or EXPLETIVE.search(case.target[: found.start()])
    ):
        return None
    before, after = case.target[: found.start()], case.target[found.end() :]
    if case.lang == "fr":
        after, dropped = re.subn(r"\b(?:pas|plus)\b ?", "", after, count=1)
        if not dropped:
            return None
    rest = re.split(r"[.,;:!?]", after)[0]
    return None if STILL.search(rest) or STILL.search(before.rsplit(",")[-1]) else before + after


def loop(case: Case) -> str:
    """Say the last one to six words five times."""
    words = case.target.split()
    size = case.chance.randint(1, min(6, len(words)))
    return " ".join(words + words[-size:] * 4)


def copy(case: Case) -> str | None:
    """Leave the source as it is; not where the reference does so too, as it may of a name."""
    return case.source if case.source.casefold() != case.target.casefold() else None


def cut(case: Case) -> str | None:
    """Cut the reference off after 30 to 80 % of its words, without a stop."""
    words = case.target.split()
    if len(words) < 4:
        return None
    kept = max(1, int(len(words) * case.chance.uniform(0.3, 0.8)))
    return " ".join(words[:kept]).rstrip(".,;:!?…")


def swap_name(case: Case) -> str | None:
    """Put another name of the release in the place of one that the reference keeps from its source."""
    theirs = set(re.findall(r"[^\W\d_]+", case.target))
    here = [name for name in _names(case.source) if name in theirs and name in case.names]
    others = [name for name in case.names if name not in case.source and name not in theirs]
    if not here or not others:
        return None
    return re.sub(rf"\b{case.chance.choice(here)}\b", case.chance.choice(others), case.target)


FAULTS: dict[str, Fault] = {
    "dropped number": drop_number,
    "changed digit": change_digit,
    "dropped not": drop_not,
    "loop": loop,
    "copy": copy,
    "cut": cut,
    "swapped name": swap_name,
}


if __name__ == "__main__":
    main()
