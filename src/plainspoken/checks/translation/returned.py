"""What is doubtful about a translation that a person sent back, sentence by sentence."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from plainspoken.checks.translation.kept import number_changed
from plainspoken.checks.translation.names import name_missing
from plainspoken.checks.translation.negation import negation_lost
from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding
from plainspoken.model import Inline, Segment


def doubts(source: str, target: str, source_lang: str, target_lang: str, at: str) -> Iterator[Finding]:
    """Yield warnings where a person's translation seems to change a number, or to lose a "not" or a name.

    Args:
        source: the sentence, without markup.
        target: its translation, without markup.
        source_lang: the language of the sentence (BCP 47).
        target_lang: the language of the translation.
        at: the id of the sentence.

    >>> [one.code for one in doubts("Do not swim here.", "Nade aquí.", "en", "es", "body.p1.s1")]
    ['negation-lost']
    """
    ours, theirs = (Segment(at, (Inline("text", text),), state="translated") for text in (source, target))
    said = Said(ours, theirs, source_lang, target_lang)
    for run in (number_changed, negation_lost, name_missing):
        yield from (replace(found, level="warning") for found in run(said))
