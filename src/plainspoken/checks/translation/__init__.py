"""What is doubtful about a translation: one function per finding code, over each sentence and its source."""

from __future__ import annotations

from plainspoken.checks.translation.kept import codes_lost, fact_added, fact_missing, number_changed
from plainspoken.checks.translation.length import length_odd, truncated
from plainspoken.checks.translation.names import name_missing
from plainspoken.checks.translation.negation import negation_added, negation_lost
from plainspoken.checks.translation.repeated import copied_source, loop
from plainspoken.checks.translation.required import glossary_forbidden, glossary_missed
from plainspoken.checks.translation.roll import Roll, roll
from plainspoken.checks.translation.said import Check, Said
from plainspoken.checks.translation.tongue import wrong_language, wrong_script
from plainspoken.checks.translation.unsure import low_score, unknown_words
from plainspoken.findings import Finding
from plainspoken.model import Release
from plainspoken.terms import Glossary

__all__ = ["CHECKS", "Check", "Roll", "Said", "check"]

CHECKS: tuple[Check, ...] = (
    fact_missing,
    fact_added,
    number_changed,
    name_missing,
    negation_lost,
    negation_added,
    codes_lost,
    copied_source,
    loop,
    length_odd,
    truncated,
    wrong_script,
    wrong_language,
    low_score,
    unknown_words,
    glossary_missed,
    glossary_forbidden,
)


def check(original: Release, translated: Release, glossary: Glossary | None = None) -> tuple[Finding, ...]:
    """Return what every check finds in a translated release.

    Args:
        original: the release that it was translated from.
        translated: the translation, its segments with the ids of the original's.
        glossary: required translations.
    """
    sources = {segment.id: segment for segment in original.segments()}
    told = roll(original, translated)
    said = (
        Said(sources[segment.id], segment, original.lang, translated.lang, glossary, told)
        for segment in translated.segments()
        if segment.id in sources and segment.state != "initial" and segment.engine != "copied"
    )
    return tuple(found for one in said for run in CHECKS for found in run(one))
