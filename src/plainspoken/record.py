"""The record of a pack: what made each edition, from what, and who has read it since."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field

from plainspoken.model import State


@dataclass(frozen=True, slots=True)
class Maker:
    """An engine and what its work depends on.

    Attributes:
        name: what it is chosen by: `argos`.
        version: that of the library behind it, where it has one.
        signature: what its output depends on, as the cache keys it: program, model, options.
    """

    name: str
    version: str | None = None
    signature: str | None = None


@dataclass(frozen=True, slots=True)
class Review:
    """Who answers for sentences that came from the memory.

    Attributes:
        by: the person, as the memory names them; None where it doesn't.
        when: the day of the last of them, ISO 8601; None where the memory has none.
        state: how far they have come.
        segments: how many there are.
    """

    by: str | None
    when: str | None
    state: State
    segments: int


@dataclass(frozen=True, slots=True)
class Stock:
    """A memory or a glossary: its name where it has one, the SHA-256 of what it holds, how many entries it has."""

    name: str | None
    sha256: str
    entries: int


@dataclass(frozen=True, slots=True)
class Provenance:
    """How one edition came about.

    Attributes:
        engines: what translated sentences, each with how many.
        memory: how many sentences came from the memory, by their state.
        reviews: who answers for those.
        simplifier: what made the easy read.
        narrator: what speaks.
        voice: its voice.
    """

    engines: tuple[tuple[Maker, int], ...] = ()
    memory: Mapping[str, int] = field(default_factory=dict)
    reviews: tuple[Review, ...] = ()
    simplifier: Maker | None = None
    narrator: Maker | None = None
    voice: str | None = None

    def to_dict(self) -> dict[str, object]:
        """Return it as JSON-ready values."""
        return {
            "engines": [{**asdict(maker), "segments": count} for maker, count in self.engines],
            "memory": dict(self.memory),
            "reviews": [asdict(review) for review in self.reviews],
            "simplifier": self.simplifier and asdict(self.simplifier),
            "narrator": self.narrator and {**asdict(self.narrator), "voice": self.voice},
        }


@dataclass(frozen=True, slots=True)
class Record:
    """How the editions of a pack came about, by language and reading level, and from which memory and glossary."""

    editions: Mapping[tuple[str, str], Provenance] = field(default_factory=dict)
    memory: Stock | None = None
    glossary: Stock | None = None
