"""Which of several pairs for one sentence counts, and which of two is answered for by the better word."""

from __future__ import annotations

from collections.abc import Iterable

from plainspoken import lang
from plainspoken.model import State
from plainspoken.tagged import plain
from plainspoken.terms.pair import MACHINE, Pair, fold

RANK: dict[State, int] = {"initial": 0, "translated": 1, "reviewed": 2, "final": 3}


def serves(pair: Pair) -> bool:
    """Tell whether a pair says something: one that is not translated yet serves nobody."""
    return pair.state != "initial" and bool(pair.target.strip())


def key(text: str, source_lang: str, target_lang: str) -> tuple[str, str, str]:
    """Return what pairs for one sentence have in common: its folded words, and both languages in their scripts."""
    return fold(text), language(source_lang), language(target_lang)


def language(tag: str) -> str:
    """Return a language with its script, whatever the region: `en-Latn`."""
    return f"{lang.primary(tag)}-{lang.script(tag)}"


def best(pairs: Iterable[Pair], numbered: str, target_lang: str, context: str | None) -> Pair | None:
    """Return the pair that counts for a sentence; None if each holds after another sentence only.

    A reviewed pair wins over a translated one, a person's over a machine's; then the one with the same codes, the one
    in the very variant of the language, the one that followed the same sentence, and the one added last.

    Args:
        pairs: the pairs of the sentence, the one added last at the end.
        numbered: the sentence with its codes, folded.
        target_lang: the language that is wanted.
        context: the plain sentence before it.
    """
    found: Pair | None = None
    most: tuple[object, ...] = ()
    for pair in pairs:
        if pair.context and fold(pair.context) != fold(context or ""):
            continue
        alike = fold(pair.source) == numbered, pair.target_lang == target_lang, bool(pair.context)
        rank = (*answered(pair), *alike)
        if found is None or rank >= most:
            found, most = pair, rank
    return found


def answered(pair: Pair) -> tuple[int, bool]:
    """Return how well a pair is answered for: its state, then whether a person did."""
    return RANK[pair.state], pair.by != MACHINE


def gives_way(pair: Pair, newer: Pair) -> bool:
    """Tell whether a pair makes room for a newer one in its place.

    It stays before one that is answered for less well, and before one that says the same in the same state: the word of
    whoever said it first stands, with its date.
    """
    if answered(newer) != answered(pair) or not pair.by:
        return answered(newer) >= answered(pair)
    return (newer.source, newer.target) != (pair.source, pair.target)


def place(pair: Pair) -> tuple[str, ...]:
    """Return what two pairs have in common of which only one can stay."""
    words = key(plain(pair.source), pair.source_lang, pair.target_lang)
    return (*words, pair.target_lang, fold(pair.context))
