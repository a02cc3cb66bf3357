"""What came back from a translator, whatever the format: each sentence, its translation, how far it has come."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from plainspoken.model import State
from plainspoken.review.sheet import digest

_STATES: tuple[State, ...] = ("initial", "translated", "reviewed", "final")


@dataclass(frozen=True, slots=True)
class ReturnedUnit:
    """A sentence that came back.

    Attributes:
        id: what it had when it went out.
        source: the sentence, its codes numbered, as the file has it.
        target: the translation; empty where there is none, or not a whole one.
        state: how far it has come, by what the file says.
        source_digest: what the sentence was known by when it went out; None where the tool dropped that.
        draft_digest: the same of the draft.
    """

    id: str
    source: str
    target: str
    state: State
    source_digest: str | None = None
    draft_digest: str | None = None

    @property
    def edition(self) -> str:
        """The edition it belongs to: `full` or `easy`."""
        return self.id.partition(".")[0]

    @property
    def tampered(self) -> bool:
        """Whether the sentence itself was changed on its way."""
        return self.source_digest is not None and self.source_digest != digest(self.source)

    @property
    def untouched(self) -> bool:
        """Whether the draft came back as it went out."""
        return self.draft_digest is not None and self.draft_digest == digest(self.target)


@dataclass(frozen=True, slots=True)
class Returned:
    """A file that came back.

    Attributes:
        source_lang: the language of the sentences, as the file says.
        target_lang: the language of the translations, as the file says.
        units: the sentences.
        expected: how many went out; None where the tool dropped that.
    """

    source_lang: str
    target_lang: str
    units: tuple[ReturnedUnit, ...]
    expected: int | None = None


def state_of(name: str) -> State:
    """Return the state of XLIFF 2.0's name; `initial` for another name."""
    return next((state for state in _STATES if state == name), "initial")


def least(states: Iterable[State]) -> State:
    """Return the state that came least far; `initial` of none."""
    return min(states, key=_STATES.index, default="initial")


def rank(state: State) -> int:
    """Return how far a state is: 0 for `initial`, 3 for `final`."""
    return _STATES.index(state)
