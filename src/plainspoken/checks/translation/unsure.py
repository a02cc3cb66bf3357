"""What the engine itself was not sure of, or did not know."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding

# A rule of thumb for the mean probability of a token, the same for all engines: it was not calibrated against errors.
_LOW = 0.35
# What engines put where they know no word: SentencePiece's signs, Apertium's marks of words that are unknown (`*`), not
# translated (`@`) or not generated (`#`).
_UNKNOWN = re.compile(r"<unk>|⁇|\u2581|\ufffd|(?<!\S)[*@#][^\W\d_][\w'’-]*(?![\w*])", re.IGNORECASE)


def low_score(said: Said) -> Iterator[Finding]:
    """Find sentences that the engine itself was not sure of."""
    score = said.target.score
    if score is not None and score < _LOW:
        yield said.found("low-score", f"It gave itself {score:.2f} of 1.")


def unknown_words(said: Said) -> Iterator[Finding]:
    """Find the marks that engines leave at words which they don't know; a mark that the source has too is its own."""
    marks = [mark for mark in _UNKNOWN.findall(said.target.text) if mark not in said.source.text]
    if marks:
        yield said.found("unknown-words", f"{', '.join(marks)}.")
