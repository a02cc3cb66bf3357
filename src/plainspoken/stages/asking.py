"""Asking a simplifier: each sentence once, with a note of what was proposed for it in vain."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from plainspoken.engines.protocols import Probe, Proposer, Simple, Simplified, Simplifier
from plainspoken.engines.rules import Rules
from plainspoken.findings import Finding, finding
from plainspoken.model import Release

_PATIENCE = 3  # sentences in a row that a server may fail, before no more are sent to it


@dataclass(slots=True)
class Asked:
    """A simplifier for the time of one release.

    Attributes:
        engine: what is asked.
        answers: what it said to each sentence.
        failures: how many sentences in a row its server failed.
    """

    engine: Simplifier
    answers: dict[tuple[str, str], Simplified] = field(default_factory=dict)
    failures: int = 0

    @property
    def name(self) -> str:
        """The engine's name."""
        return self.engine.name

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine."""
        return self.engine.remote

    def probe(self) -> Probe:
        """Tell whether the engine can work here."""
        return self.engine.probe()

    def serves(self, lang: str) -> bool:
        """Tell whether the engine can simplify this language."""
        return self.engine.serves(lang)

    def signature(self, lang: str) -> str:
        """Return what the engine's output depends on."""
        return self.engine.signature(lang)

    def simplify(self, texts: Sequence[str], lang: str) -> list[tuple[Simple, ...]]:
        """Return, for each text, the short sentences that say the same; none where nothing is safe."""
        return [self._answer(" ".join(text.split()), lang).sentences for text in texts]

    def findings(self, release: Release, used: frozenset[str]) -> Iterator[Finding]:
        """Tell of each sentence of the release that was used, by its id, what was proposed for it in vain."""
        for segment in release.segments():
            answer = self.answers.get((" ".join(segment.text.split()), release.lang))
            for why in answer.doubts if answer and segment.id in used else ():
                yield finding("easy-proposal-refused", segment.id, f"{self.name}: {why.rstrip('.')}.")

    def _answer(self, text: str, lang: str) -> Simplified:
        if (text, lang) not in self.answers:
            self.answers[text, lang] = self._ask(text, lang)
        return self.answers[text, lang]

    def _ask(self, text: str, lang: str) -> Simplified:
        if not isinstance(self.engine, Proposer):
            return Simplified(self.engine.simplify([text], lang)[0])
        if self.failures >= _PATIENCE:
            return Simplified(Rules().simplify([text], lang)[0], ("it was not asked, since its server fails",))
        answer = self.engine.propose([text], lang)[0]
        self.failures = self.failures + 1 if answer.failed else 0
        return answer
