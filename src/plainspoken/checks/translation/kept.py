"""What a translation must keep as it is: facts and markup."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from plainspoken import facts
from plainspoken.checks.translation.said import Said
from plainspoken.facts import Fact
from plainspoken.findings import Finding
from plainspoken.model import Inline
from plainspoken.tagged import tagged


def fact_missing(said: Said) -> Iterator[Finding]:
    """Find numbers, phone numbers and addresses of the source that the translation lacks."""
    lacking = facts.missing(said.source.text, said.target.text, said.source_lang, said.target_lang)
    if lacking:
        yield said.found("fact-missing", _listed(lacking))


def fact_added(said: Said) -> Iterator[Finding]:
    """Find numbers, phone numbers and addresses of the translation that the source lacks."""
    extra = facts.added(said.source.text, said.target.text, said.source_lang, said.target_lang)
    if extra:
        yield said.found("fact-added", _listed(extra))


def codes_lost(said: Said) -> Iterator[Finding]:
    """Find links, emphasis and abbreviations of the source that the translation has not, or not round words."""
    lacking = _marks(said.source.spans) - _marks(said.target.spans)
    if lacking:
        kinds = (f"{kind} {where}".strip() for kind, where in sorted(lacking.elements()))
        yield said.found("codes-lost", f"{', '.join(kinds)}.")


def _listed(found: Iterable[Fact]) -> str:
    return f"{', '.join(fact.text.strip() for fact in found)}."


def _marks(spans: Iterable[Inline]) -> Counter[tuple[str, str]]:
    """Count the markup that stands round words: its kind and where it leads."""
    codes = tagged(tuple(spans)).codes
    return Counter(
        (code.mark.kind, code.mark.href or code.mark.title or "")
        for code in codes
        if code.end > code.start and code.mark.kind not in ("break", "lang")
    )
