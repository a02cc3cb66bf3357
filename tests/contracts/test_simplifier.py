"""What every simplifier does: ours is held to the contract here, and so are engines that break it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pytest

from plainspoken.engines.contract import check_simplifier, check_speaker, check_translator
from plainspoken.engines.contract.simplifier import CHECKS
from plainspoken.engines.identity import Identity
from plainspoken.engines.protocols import Draft, Simple, Simplifier, Speech, Voice
from plainspoken.engines.rules import Rules
from plainspoken.engines.silence import Silence


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_rules(check: Callable[[Simplifier, str], None]) -> None:
    """The engine `rules` keeps the contract of a simplifier."""
    check(Rules(), "en-GB")


@dataclass(frozen=True)
class Babbling(Rules):
    """Says something where there is nothing to say."""

    def simplify(self, texts: Sequence[str], lang: str) -> list[tuple[Simple, ...]]:
        return [(Simple("Well.", "babble"),) for _ in texts]


@dataclass(frozen=True)
class Forgetful(Identity):
    """Loses the last sentence of a batch."""

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        return super().translate(texts[:-1], source, target)


@dataclass(frozen=True)
class Careless(Silence):
    """Speaks with any voice that is named."""

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        return super().speak(texts, self.voices()[0], pace)


def test_contracts_can_be_broken() -> None:
    """An engine that breaks its contract is told so."""
    with pytest.raises(AssertionError):
        check_simplifier(Babbling(), "en")
    with pytest.raises(AssertionError):
        check_translator(Forgetful(), "en", "ur")
    with pytest.raises(AssertionError):
        check_speaker(Careless())
