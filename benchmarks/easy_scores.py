"""The measures of simple text: grade, SARI, and what an easy sentence says that its source does not."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from plainspoken.claims import added_names, added_numbers, negations, statuses
from plainspoken.model import Release

_EXPLAINS = frozenset({"glossary", "abbreviation"})
_LEGAL_ONLY = frozenset({"victim", "heard", "ordered"})


def grade(sentences: Sequence[str]) -> float:
    """Return the Flesch-Kincaid grade: 0.39 words a sentence + 11.8 syllables a word - 15.59 (Kincaid et al., 1975).

    >>> round(grade(["You do not need to book.", "It is free."]), 1)
    -2.0
    """
    words = [word for one in sentences for word in re.findall(r"[A-Za-z’']+", one)]
    spoken = sum(map(syllables, words))
    return 0.39 * len(words) / len(sentences) + 11.8 * spoken / len(words) - 15.59


def syllables(word: str) -> int:
    """Return how many syllables an English word has, nearly: its groups of vowels, a silent e apart.

    >>> [syllables(word) for word in ("police", "helpline", "arrested", "people", "closed", "idea")]
    [2, 2, 3, 2, 1, 3]
    """
    word = re.sub(r"[’'](?:s|t|re|ve|ll|d|m)?$", "", word.lower())
    if len(word) > 3:
        word = re.sub(r"(?<![td])ed$|(?<=[^aeiouyls])es$", "", word)
        word = re.sub(r"(?<![aeiouy])(?<!l)e(?=(?:line|less|ly|ment|ful|ness)?$)|(?<=[aeiou])le$", "", word)
    return max(1, len(re.findall(r"[aeiouy]+", word)) + len(re.findall(r"(?<=i)(?:a|o(?!n|u))|(?<=e)a$", word)))


def faults(easy: Release, full: Release) -> tuple[int, int, int]:
    """Return how many easy sentences add a number, a name, or a negation or legal status (a flip)."""
    sources = {one.id: one.text for one in full.segments()}
    speakers = " ".join(block.speaker or "" for block in full.blocks())
    numbers = names = flips = 0
    for block in easy.blocks():
        for one in block.segments if block.kind != "heading" else ():
            if one.rule in _EXPLAINS:
                continue
            source = sources[one.origin[0]]
            numbers += bool(added_numbers(source, one.text))
            names += bool(added_names(f"{source} {speakers}", one.text))
            flips += bool(negations(one.text) and not negations(source))
            flips += bool(statuses(one.text) - statuses(source) - _LEGAL_ONLY)
    return numbers, names, flips


def sentences_of(text: str) -> list[str]:
    """Return the sentences of one line, cut after a full stop that a capital follows."""
    return re.split(r"(?<=[.!?]) (?=[A-Z“\"'(])", text)


def sari(read: Sequence[str], made: Sequence[str], people: Sequence[Sequence[str]]) -> float:
    """Return the SARI of Xu et al. (2016): the mean F1 of 1- to 4-grams added, kept and deleted, over the whole."""
    totals = [[0.0] * 3 for _ in range(12)]
    for number, (source, output) in enumerate(zip(read, made, strict=True)):
        references = [_tokens(one[number]) for one in people]
        for size in range(1, 5):
            found = _counts(_grams(_tokens(source), size), _grams(_tokens(output), size),
                            [_grams(one, size) for one in references])  # fmt: skip
            for kind, counted in enumerate(found):
                row = totals[(size - 1) * 3 + kind]
                row[:] = [sum(pair) for pair in zip(row, counted, strict=True)]
    return 100 * sum(_f1(*row) for row in totals) / len(totals)


_Grams = Counter[tuple[str, ...]]


def _counts(source: _Grams, output: _Grams, references: Sequence[_Grams]) -> list[tuple[float, float, float]]:
    """Return, for added, kept and deleted n-grams: how many were right, how many were made, how many people made."""
    many = len(references)
    everyone = sum(references, _Grams())
    wide = _Grams({gram: count * many for gram, count in source.items()})
    tall = _Grams({gram: count * many for gram, count in output.items()})
    added, wanted = set(output) - set(source), set(everyone) - set(source)
    kept, keep = wide & tall, wide & everyone
    cut, cuttable = wide - tall, wide - everyone
    return [
        (len(added & wanted), len(added), len(wanted)),
        (sum((kept & keep).values()), sum(kept.values()), sum(keep.values())),
        (sum((cut & cuttable).values()), sum(cut.values()), sum(cuttable.values())),
    ]


def _f1(right: float, made: float, wanted: float) -> float:
    return 2 * right / (made + wanted) if made + wanted else 0.0


def _grams(tokens: Sequence[str], size: int) -> _Grams:
    return Counter(zip(*(tokens[start:] for start in range(size)), strict=False))


def _tokens(text: str) -> list[str]:
    return re.findall(r"\d+(?:[.,]\d+)*|\w+(?:[’']\w+)?|[^\w\s]", text.lower())
