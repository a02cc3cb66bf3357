"""A sentence and its translation, as every check sees them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from plainspoken.checks.translation.roll import Roll
from plainspoken.findings import Finding, Level, finding
from plainspoken.model import Segment
from plainspoken.terms import Glossary


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and its translation.

    Attributes:
        source: the segment in the source language.
        target: the segment in the other one.
        source_lang: the language of the source.
        target_lang: the language of the target.
        glossary: required translations.
        roll: what the whole release tells of names.
    """

    source: Segment
    target: Segment
    source_lang: str
    target_lang: str
    glossary: Glossary | None = None
    roll: Roll = field(default_factory=Roll)

    def found(self, code: str, detail: str = "", level: Level | None = None) -> Finding:
        """Make a finding about this sentence; where a person has answered for it, no more than a warning."""
        answered = self.target.state in ("reviewed", "final")
        made = finding(code, f"{self.target_lang}:{self.target.id}", detail, level)
        return finding(code, made.at, detail, "warning") if answered and made.level == "error" else made


Check = Callable[[Said], Iterable[Finding]]
