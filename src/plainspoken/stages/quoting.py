"""What people said: the sentences of a quote, cut only between full clauses, every word as it was spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from plainspoken.engines.patterns import capital, has_verb, is_subordinate, opens_clause

_MARK = re.compile('[“”"]')
_PIECE = re.compile('[“”"]|[^“”"]+')
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z“])")
_BORDER = re.compile(r"(?:, (?P<word>and|but|so) |(?P<colon>[:;]) )")


def sayings(spoken: Sequence[str]) -> Iterator[str]:
    """Yield the short sentences that spoken words are made of.

    >>> list(sayings(["It is serious, and it can make you ill."]))
    ['It is serious.', 'It can make you ill.']
    """
    for words in spoken:
        for sentence in _SENTENCE.split(words):
            if has_verb(sentence) and sentence[:1].isupper():
                yield from _cut(sentence)


def spoken(texts: Sequence[str], quote: bool) -> list[tuple[str, ...]]:
    """Return, for each sentence of a block, the words in it that somebody spoke.

    Args:
        texts: the block's sentences, in order; a quotation may run over several.
        quote: whether the block is marked up as a quote: without quotation marks, all of it is spoken.

    >>> spoken(["All may come. “It is free.", "It is fun,” Dr Ray said."], quote=False)
    [('It is free.',), ('It is fun,',)]
    """
    marks = [mark for text in texts for mark in _MARK.findall(text)]
    if not marks:
        return [(text,) if quote and not text.rstrip().endswith(":") else () for text in texts]
    inside = marks[0] == "”"
    found = []
    for text in texts:
        runs, inside = _runs(" ".join(text.split()), inside)
        found.append(runs)
    return found


def _runs(text: str, inside: bool) -> tuple[tuple[str, ...], bool]:
    runs: list[str] = []
    for piece in _PIECE.findall(text):
        if _MARK.fullmatch(piece):
            inside = piece == "“" or (piece == '"' and not inside)
        elif inside:
            runs.append(piece.strip())
    return tuple(run for run in runs if run), inside


def _cut(sentence: str) -> Iterator[str]:
    for border in _BORDER.finditer(sentence):
        left, right = sentence[: border.start()], sentence[border.end() :]
        if is_subordinate(left) or not has_verb(left) or not has_verb(right):
            continue
        if not border["colon"] and not opens_clause(right):
            continue
        word = border["word"] if border["word"] in {"but", "so"} else ""
        yield _ended(left)
        yield from _cut(capital(f"{word} {right}".strip()))
        return
    yield _ended(sentence)


def _ended(words: str) -> str:
    words = capital(words.strip().rstrip(",;:"))
    return words if words.endswith((".", "!", "?")) else f"{words}."
