"""What the engine itself was not sure of."""

from __future__ import annotations

from collections.abc import Iterator

from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding

# Below this mean probability of a token, an engine's sentence is more often wrong than right.
_LOW = 0.35


def low_score(said: Said) -> Iterator[Finding]:
    """Find sentences that the engine itself was not sure of."""
    score = said.target.score
    if score is not None and score < _LOW:
        yield said.found("low-score", f"It gave itself {score:.2f} of 1.")
