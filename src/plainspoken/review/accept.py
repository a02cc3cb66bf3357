"""What a file that came back teaches the memory: its sentences checked, each refused one with its reason."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from plainspoken import facts, lang
from plainspoken.errors import SourceError, UsageError
from plainspoken.findings import Finding, Level, finding
from plainspoken.model import State
from plainspoken.review.codes import shape
from plainspoken.review.returned import Returned, ReturnedUnit, rank
from plainspoken.tagged import plain
from plainspoken.terms import Pair, choice

Doubts = Callable[[str, str, str, str, str], Iterable[Finding]]


@dataclass(frozen=True, slots=True)
class Accepted:
    """What was taken from a file.

    Attributes:
        lang: the language of the translations.
        pairs: what the memory learns.
        known: how many sentences came back as the memory has them already.
        untouched: how many drafts came back as they went out, with nobody's word for them.
        unfinished: how many sentences have no translation yet, or one that still needs work.
        findings: what was refused, and why; what is missing.
    """

    lang: str
    pairs: tuple[Pair, ...]
    untouched: int
    unfinished: int
    findings: tuple[Finding, ...]
    known: int = 0

    def beside(self, memory: Mapping[tuple[str, ...], Pair]) -> Accepted:
        """Return it without the pairs that a memory, given by the place of each of its own, would not change for."""
        new = tuple(one for one in self.pairs if _is_news(one, memory.get(choice.place(one))))
        return replace(self, pairs=new, known=len(self.pairs) - len(new))


def accept(
    returned: Returned,
    *,
    by: str,
    when: str,
    state: State | None = None,
    force: bool = False,
    where: str = "",
    doubts: Doubts | None = None,
) -> Accepted:
    """Check what came back and return what is good of it as pairs.

    A sentence is refused where it was itself changed on its way, where its codes are not those of the source, or where
    a number or address differs. A draft that nobody changed or approved teaches nothing.

    Args:
        returned: what came back.
        by: who answers for it.
        when: when it came back, ISO 8601 in UTC.
        state: the state that every translated sentence has at least: `reviewed` where a person has read them all.
        force: whether numbers and addresses may differ.
        where: what to call the file in errors.
        doubts: what warns of a pair, given both texts without markup, their languages and the sentence's id; its
            warnings refuse nothing.

    Raises:
        SourceError: the file does not say which languages it is in.
    """
    source, target = _languages(returned, where)
    pairs: list[Pair] = []
    findings: list[Finding] = []
    untouched = unfinished = 0
    before, edition = "", ""
    for unit in returned.units:
        before = before if unit.edition == edition else ""
        reached = _state(unit, state)
        if reached == "initial":
            unfinished += 1
        elif unit.untouched and rank(reached) < rank("reviewed"):
            untouched += 1
        else:
            wrong = tuple(_wrong(unit, source, target, force))
            findings += wrong
            if doubts and not unit.tampered:
                findings += doubts(plain(unit.source), plain(unit.target), source, target, unit.id)
            if not any(one.level == "error" for one in wrong):
                pairs.append(Pair(source, target, unit.source, unit.target, reached, before, by, when))
        before, edition = plain(unit.source), unit.edition
    if returned.expected is not None and len(returned.units) < returned.expected:
        lacking = returned.expected - len(returned.units)
        findings.append(finding("review-sentence-missing", target, f"{lacking} of {returned.expected}."))
    return Accepted(target, _plain_where_agreed(pairs), untouched, unfinished, tuple(findings))


def _is_news(pair: Pair, standing: Pair | None) -> bool:
    return standing is None or choice.gives_way(standing, pair)


def _languages(returned: Returned, where: str) -> tuple[str, str]:
    try:
        return lang.canonical(returned.source_lang), lang.canonical(returned.target_lang)
    except UsageError as cause:
        raise SourceError(
            "this file does not say which languages it is in", where=where,
            todo="Its source and target language must be BCP 47 tags, as they were when it went out.",
        ) from cause  # fmt: skip


def _state(unit: ReturnedUnit, least: State | None) -> State:
    if not unit.target.strip() or unit.state == "initial":
        return "initial"
    return least if least and rank(least) > rank(unit.state) else unit.state


def _wrong(unit: ReturnedUnit, source: str, target: str, force: bool) -> Iterator[Finding]:
    at = f"{target}:{unit.id}"
    if unit.tampered:
        yield finding("review-source-changed", at, f"It is now “{plain(unit.source)[:80]}”.")
        return
    if unit.source_digest is None:
        yield finding("review-source-unproven", at)
    if shape(unit.source) != shape(unit.target):
        yield finding("review-codes-broken", at, f"“{unit.target[:80]}”.")
    level: Level | None = "warning" if force else None
    missing = facts.missing(plain(unit.source), plain(unit.target), source, target)
    added = facts.added(plain(unit.source), plain(unit.target), source, target)
    if missing:
        yield finding("fact-missing", at, f"{', '.join(one.text for one in missing)}.", level)
    if added:
        yield finding("fact-added", at, f"{', '.join(one.text for one in added)}.", level)


def _plain_where_agreed(pairs: list[Pair]) -> tuple[Pair, ...]:
    """Keep the sentence before only where one sentence has several translations."""
    said: dict[str, set[str]] = {}
    for pair in pairs:
        said.setdefault(pair.source, set()).add(pair.target)
    agreed = [pair if len(said[pair.source]) > 1 else replace(pair, context="") for pair in pairs]
    return tuple(dict.fromkeys(agreed))
