"""The simplifier `spacy`: the rules, each of their cuts parsed again by a spaCy model that the user has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainspoken import lang as languages
from plainspoken.claims import word_count
from plainspoken.engines import spacy_model
from plainspoken.engines.grammar import doubt
from plainspoken.engines.protocols import Probe, Simple, Simplified
from plainspoken.engines.rules import Rules

_QUOTED = frozenset('“”"')


@dataclass(frozen=True, slots=True)
class SpacyRules:
    """Simplifies English by the rules, and takes back a cut that a parse speaks against.

    It is chosen by default where spaCy and an English model are installed. The source and each sentence made of it are
    parsed; a verb of both must have the same doer and the same "not", each sentence a verb of its own, and the verb
    that the source hangs on must be there. The rules' own checks hold as well.

    Attributes:
        model: a model's package or folder; the setting `PLAINSPOKEN_SPACY_MODEL`, or the best installed one, if empty.
        longest: how many words a sentence may have.
    """

    model: str = ""
    longest: int = 15

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "spacy"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine: never."""
        return False

    def probe(self) -> Probe:
        """Tell whether spaCy and an English model with a parser are here; nothing is loaded for that."""
        model = self._model()
        if spacy_model.is_installed() and spacy_model.parses(model):
            return Probe(ready=True, version=f"{spacy_model.library()} with {model}")
        return Probe(ready=False, version=spacy_model.library(), remedy=spacy_model.remedy(model))

    def serves(self, lang: str) -> bool:
        """Tell whether it can simplify this language: English, of any place."""
        return languages.primary(lang) == "en"

    def signature(self, lang: str) -> str:
        """Return what its output depends on: spaCy, the model and its version, the rules."""
        model = spacy_model.meta(self._model())
        named = f"{model.get('lang', '')}_{model.get('name', '')} {model.get('version', '')}"
        return f"spacy/1 {spacy_model.library()} {named} {self._rules().signature(lang)}"

    def simplify(self, texts: Sequence[str], lang: str) -> list[tuple[Simple, ...]]:
        """Return, for each text, the short sentences that say the same; none where nothing is safe.

        Raises:
            EngineError: the model can't be used.
        """
        return [one.sentences for one in self.propose(texts, lang)]

    def propose(self, texts: Sequence[str], lang: str) -> list[Simplified]:
        """Return, for each text, its sentences, and why a cut of it was taken back.

        Raises:
            EngineError: the model can't be used.
        """
        cuts = self._rules().simplify(texts, lang)
        return [self._held(" ".join(text.split()), cut) for text, cut in zip(texts, cuts, strict=True)]

    def _held(self, text: str, cut: tuple[Simple, ...]) -> Simplified:
        made = [one.text for one in cut]
        if not made or made == [text] or _QUOTED & set(text):
            return Simplified(cut)
        model = self._model()
        why = doubt(spacy_model.parse(text, model), [spacy_model.parse(one, model) for one in made])
        if not why:
            return Simplified(cut)
        return Simplified((Simple(text, "verbatim"),) if word_count(text) <= self.longest else (), (why,))

    def _rules(self) -> Rules:
        return Rules(longest=self.longest)

    def _model(self) -> str:
        return self.model or spacy_model.find()
