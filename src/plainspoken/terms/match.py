"""Sentences that are alike: how much, and in which words they differ."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from plainspoken.tagged import plain
from plainspoken.terms.pair import Pair


@dataclass(frozen=True, slots=True)
class Match:
    """A pair whose source is like the sentence asked for; `score` says how much, 0 to 1."""

    pair: Pair
    score: float

    def difference(self, text: str) -> str:
        """Return the pair's sentence with what is otherwise in `text`: `[-old-]` is gone, `{+new+}` came.

        >>> Match(Pair("en", "es", "Open on 8 May.", "Abre el 8 de mayo."), 0.9).difference("Open on 9 May.")
        'Open on [-8-]{+9+} May.'
        """
        return marked(plain(self.pair.source), text)


def marked(old: str, new: str) -> str:
    """Return two texts as one, word for word, with what is gone and what came between marks."""
    before, after = (re.findall(r"\s+|\w+|[^\w\s]", text) for text in (old, new))
    pieces = []
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        gone, came = "".join(before[a:b]), "".join(after[c:d])
        pieces.append(gone if kind == "equal" else (f"[-{gone}-]" if gone else "") + (f"{{+{came}+}}" if came else ""))
    return "".join(pieces)


def likest(asked: str, choices: Mapping[int, str], least: float, limit: int) -> list[tuple[int, float]]:
    """Return the keys of the texts that are like a folded one without being it, with their scores, the likest first.

    The score is the normalised InDel similarity: the share of the letters of both that stay where they are.
    """
    from rapidfuzz import fuzz, process

    others = {place: text for place, text in choices.items() if text != asked}
    found = process.extract(asked, others, scorer=fuzz.ratio, score_cutoff=least * 100, limit=limit)
    return [(place, score / 100) for _, score, place in found]
