"""A sentence and its translation, as a memory keeps them."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass

from plainspoken.model import State
from plainspoken.tagged import Projection, Tagged, parse, plain, project, serialize

MACHINE = "machine"  # who answers for an engine's own words
_QUOTES = str.maketrans("‘’‚‛“”„‟", "''''\"\"\"\"")


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and its translation.

    Attributes:
        source_lang: the language of `source` (BCP 47).
        target_lang: the language of `target` (BCP 47).
        source: the sentence, its inline codes numbered as `tagged.serialize` writes them.
        target: the translation, with the same codes.
        state: how far the translation has come.
        context: the plain sentence before it, where the translation holds after that one only.
        by: who answers for it: a person's name, `machine` for an engine's own words; empty where nobody said.
        when: when it was last changed, ISO 8601 in UTC (`2026-03-05T14:00:00Z`); empty where nobody said.
    """

    source_lang: str
    target_lang: str
    source: str
    target: str
    state: State = "translated"
    context: str = ""
    by: str = ""
    when: str = ""

    def fit(self, sentence: Tagged) -> Projection:
        """Return the translation with the codes of `sentence`, whose words are those of `source`.

        Where the pair has other codes than the sentence, the sentence's are placed round the words that say the same.
        """
        if fold(self.source) == fold(serialize(sentence)):
            found = parse(self.target, sentence.codes)
            if found is not None:
                return Projection(found)
        return project(sentence, plain(self.target))


def fold(text: str) -> str:
    """Return a sentence as it is compared: its white space, composition and shape of quotation marks don't count."""
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text.translate(_QUOTES))).strip()
