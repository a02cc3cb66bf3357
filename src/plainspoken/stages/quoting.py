"""What people said: the sentences of a quote, cut only between full clauses, every word as it was spoken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspoken.engines.patterns import capital, has_verb, is_subordinate, opens_clause

_OPEN = '[“"]'
_MARKED = re.compile(r"[“\"]([^“”\"]+)(?:[”\"]|$)")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=[A-Z“])")
_BORDER = re.compile(r"(?:, (?P<word>and|but|so) |(?P<colon>[:;]) )")


def sayings(text: str) -> Iterator[str]:
    """Yield the short sentences that a segment of a quote is made of; its attribution is left out.

    >>> list(sayings("Dr Ray said: “It spreads fast, and it is serious.”"))
    ['It spreads fast.', 'It is serious.']
    """
    for spoken in _spoken(" ".join(text.split())):
        for sentence in _SENTENCE.split(spoken):
            if has_verb(sentence) and sentence[:1].isupper():
                yield from _cut(sentence)


def _spoken(text: str) -> Iterator[str]:
    marks = len(re.findall('[“”"]', text))
    if marks == 0:
        if not text.endswith(":"):
            yield text
        return
    if marks == 1 and not re.search(r"(?:^|[:,] )[“\"]", text):
        yield re.split('[”"]', text)[0]
        return
    yield from (match.strip() for match in _MARKED.findall(text))


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
