"""The engine `identity`: returns what it is given, for tests and dry runs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainspoken.engines.protocols import Draft, Link, Probe
from plainspoken.tagged.tokens import tokens


@dataclass(frozen=True, slots=True)
class Identity:
    """Copies its source, each word answering to itself; serves every pair."""

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "identity"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine: it doesn't."""
        return False

    def probe(self) -> Probe:
        """Tell whether it can work here: always."""
        return Probe(True, "1")

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the pairs to be listed: none, though `route` serves all."""
        return frozenset()

    def route(self, source: str, target: str) -> tuple[str, ...] | None:
        """Return the pair itself."""
        return (source, target)

    def signature(self, source: str, target: str) -> str:
        """Return what its output depends on: nothing but the text."""
        return "identity/1"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        """Return each text as its own translation."""
        return [Draft(text, alignment=_to_itself(text)) for text in texts]


def _to_itself(text: str) -> tuple[Link, ...]:
    return tuple(Link(word.start, word.end, word.start, word.end) for word in tokens(text))
