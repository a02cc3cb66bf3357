"""What an engine says again instead of translating: the source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding
from plainspoken.tagged.tokens import tokens

# A translation that shares so many of its longer words with the source is a copy.
_COPY, _WORDS = 0.8, 3


def copied_source(said: Said) -> Iterator[Finding]:
    """Find translations that are, nearly word for word, their source."""
    ours = [word.key for word in tokens(said.source.text) if _is_word(said.source.text[word.start : word.end])]
    theirs = Counter(word.key for word in tokens(said.target.text))
    kept = sum((Counter(ours) & theirs).values())
    if len(ours) >= _WORDS and kept >= _COPY * len(ours):
        yield said.found("copied-source")


def _is_word(word: str) -> bool:
    """Tell whether a word is one that a translation would change: not a name, a number or a very short word."""
    return len(word) > 3 and word.isalpha() and word.islower()
