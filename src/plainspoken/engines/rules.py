"""The simplifier `rules`: safe cuts and plain words for English, without a model and always the same."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plainspoken import lang as languages
from plainspoken.claims import word_count
from plainspoken.engines.protocols import Probe, Simple
from plainspoken.engines.splits import split
from plainspoken.engines.wording import plain, tidy
from plainspoken.proof import proven

_VERSION = "1"
# No sentence that people wrote to be read is longer; patterns are not tried on what a hostile page may send.
_MOST_SIGNS = 600
# What is said in somebody's words is not ours to change.
_QUOTE = re.compile(r"[“”\"]")


@dataclass(frozen=True, slots=True)
class Rules:
    """Simplifies English by rules, each of which must keep numbers, names, "not", "must", "if" and legal status.

    Attributes:
        longest: how many words a sentence may have.
    """

    longest: int = 15

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "rules"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine: never."""
        return False

    def probe(self) -> Probe:
        """Tell whether it can work here: always."""
        return Probe(ready=True, version=_VERSION)

    def serves(self, lang: str) -> bool:
        """Tell whether it can simplify this language: English, of any place."""
        return languages.primary(lang) == "en"

    def signature(self, lang: str) -> str:
        """Return what its output depends on."""
        return f"{self.name} {_VERSION} longest={self.longest} {lang}"

    def simplify(self, texts: Sequence[str], lang: str) -> list[tuple[Simple, ...]]:
        """Return, for each text, the short sentences that say the same; none where nothing is safe.

        >>> [one.text for one in Rules().simplify(["Two doses are free, and you don't have to book."], "en")[0]]
        ['2 doses are free.', 'You do not have to book.']
        """
        return [self._sentences(text) for text in texts]

    def _sentences(self, text: str) -> tuple[Simple, ...]:
        clean = " ".join(text.split())
        if not clean or len(clean) > _MOST_SIGNS:
            return ()
        if _QUOTE.search(clean):
            return (Simple(clean, "verbatim"),) if word_count(clean) <= self.longest else ()
        tidied = tidy(clean)
        start = tidied if proven(clean, [tidied]) else clean
        cut = [self._worded(piece, rule, clean) for piece, rule in _cut(start, ())]
        whole = len(cut) == 1 and word_count(cut[0].text) > self.longest
        return () if whole else tuple(cut)

    def _worded(self, piece: str, rules: tuple[str, ...], source: str) -> Simple:
        words = plain(piece)
        easy = words if proven(piece, [words]) else piece
        names = (*rules, *(("plain-words",) if easy not in source and easy != piece else ()))
        return Simple(easy, "+".join(dict.fromkeys(names)) or ("verbatim" if easy == source else "written-out"))


def _cut(text: str, rules: tuple[str, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Cut as often as something is safe, a rule at most three times on one piece; each with its rules."""
    for rule, pieces in split(text):
        if rules.count(rule) < 3:
            return [found for piece in pieces for found in _cut(piece, (*rules, rule))]
    return [(text, rules)]
