"""Which concepts a sentence speaks of: the phrases of `index.toml`, found word for word in their right senses."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import product

_GAP = "…"
_LONGEST_GAP = 3
_KINDS = re.compile(
    r"(?P<email>[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<web>(?:https?://|www\.)\S+|\b[\w-]+(?:\.[\w-]+)*\.(?:uk|org|com|net|info|example|wales|scot)\b(?:/\S*)?)"
    r"|(?P<money>[£$€] ?\d[\d,.]*(?: (?:million|billion)\b)?)"
    r"|(?P<phone>(?:\+44 ?|\b0)\d(?:[ -]?\d){7,11}\b|\b0800 1111\b)"
    r"|(?P<time>\b\d{1,2}(?:[.:]\d\d)? ?[ap]m\b|\b\d\d?:\d\d\b|\b(?:noon|midday)\b)"
    r"|(?P<share>\d+(?:\.\d+)?%)"
    r"|(?P<number>\d+(?:[.,]\d+)*(?:st|nd|rd|th)?\b)"
    r"|(?P<word>[^\W\d_]+(?:&[^\W\d_]+)*(?:['-]\w+)*)"
    r"|(?P<mark>[:;,.!?“”\"()–])",
    re.IGNORECASE,
)
# What follows a word that its sentence explains.
_DEFINES = re.compile(r"means?\b|(?:is|are) (?:an?|the|when|where|what|like|money|something|someone)\b")
_FIRST = 2
_SPELLED = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])


@dataclass(frozen=True, slots=True)
class Concept:
    """What a picture stands for.

    Attributes:
        name: the name of its drawing.
        words: phrases that decide.
        weak: phrases that decide only where no other concept has any.
        never: phrases in which the words mean something else.
        rank: 3 for what must be seen whatever else is said, 2 for what goes first, 0 for what only fills a gap.
        denied: whether it is right beside a "not".
        sober: whether it may stand beside a sentence that tells of death or of a sexual crime.
        cheerful: whether it has no place in a release that tells of harm.
    """

    name: str
    words: tuple[str, ...]
    weak: tuple[str, ...] = ()
    never: tuple[str, ...] = ()
    rank: int = 1
    denied: bool = False
    sober: bool = False
    cheerful: bool = False


@dataclass(frozen=True, slots=True)
class Sense:
    """A concept found in a sentence: where, and how much of the sentence says so."""

    concept: Concept
    rank: int
    start: int
    words: int
    letters: int


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class _Phrase:
    tokens: tuple[str, ...]
    concept: Concept
    use: str  # "words", "weak" or "never"


class Index:
    """The phrases of many concepts, ready to be found in sentences.

    >>> tennis = Concept("court", ("court(s)",), never=("tennis court(s)",))
    >>> [sense.concept.name for sense in Index([tennis]).find("She was in court.")]
    ['court']
    >>> Index([tennis]).find("The tennis courts are open.")
    []
    """

    def __init__(self, concepts: Iterable[Concept]) -> None:
        self._by_first: dict[str, list[_Phrase]] = {}
        for concept in concepts:
            for use, phrases in (("words", concept.words), ("weak", concept.weak), ("never", concept.never)):
                for tokens in (spelled for phrase in phrases for spelled in _spellings(phrase)):
                    self._by_first.setdefault(tokens[0], []).append(_Phrase(tokens, concept, use))

    def find(self, text: str) -> list[Sense]:
        """Return every sense of a sentence, the most telling first."""
        tokens = _tokens(text)
        found = list(self._matches(tokens))
        covered = [(start, end, phrase.concept.name) for start, end, phrase in found if phrase.use == "never"]
        senses = {
            _sense(phrase, start, end, tokens)
            for start, end, phrase in found
            if phrase.use != "never" and not _is_covered(start, end, phrase.concept.name, covered)
        }
        return sorted(senses, key=lambda one: (-one.rank, -one.words, -one.letters, one.start, one.concept.name))

    def _matches(self, tokens: Sequence[_Token]) -> Iterator[tuple[int, int, _Phrase]]:
        for start, token in enumerate(tokens):
            for first in (token.text, f"#{token.kind}"):
                for phrase in self._by_first.get(first, ()):
                    end = _end(tokens, start, phrase.tokens)
                    if end is not None:
                        yield start, end, phrase


def _sense(phrase: _Phrase, start: int, end: int, tokens: Sequence[_Token]) -> Sense:
    fixed = [token for token in phrase.tokens if token != _GAP]
    letters = sum(len(token.text) for token in tokens[start:end])
    rank = phrase.concept.rank if phrase.use == "words" else -1
    if 0 <= rank < _FIRST and start <= 1 and _DEFINES.match(" ".join(token.text for token in tokens[end : end + 2])):
        rank = _FIRST
    return Sense(phrase.concept, rank, start, len(fixed), letters)


def _is_covered(start: int, end: int, concept: str, covered: Sequence[tuple[int, int, str]]) -> bool:
    """Whether a phrase of another meaning overlaps these words and is not a mere part of them."""
    return any(
        name == concept and first < end and start < last and not _is_part(first, last, start, end)
        for first, last, name in covered
    )


def _is_part(first: int, last: int, start: int, end: int) -> bool:
    return start <= first and last <= end and end - start > last - first


def _end(tokens: Sequence[_Token], start: int, phrase: Sequence[str]) -> int | None:
    """Return where a phrase that starts here ends; None where the sentence goes on otherwise."""
    if not phrase:
        return start
    if phrase[0] == _GAP:
        for skipped in range(_LONGEST_GAP + 1):
            if skipped and (start + skipped > len(tokens) or tokens[start + skipped - 1].kind == "mark"):
                return None
            end = _end(tokens, start + skipped, phrase[1:])
            if end is not None:
                return end
        return None
    if start >= len(tokens) or phrase[0] not in (tokens[start].text, f"#{tokens[start].kind}"):
        return None
    return _end(tokens, start + 1, phrase[1:])


def _tokens(text: str) -> list[_Token]:
    return [_token(match) for match in _KINDS.finditer(text.replace("’", "'"))]


def _token(match: re.Match[str]) -> _Token:
    text = match[0].casefold().removesuffix("'s").removesuffix("'")
    kind = match.lastgroup or "mark"
    return _Token(text, "number" if text in _SPELLED else kind)


def _spellings(phrase: str) -> Iterator[tuple[str, ...]]:
    """Yield the plain phrases that `a|b word(s)` stands for."""
    choices = [[spelled for one in word.split("|") for spelled in _forms(one)] for word in phrase.split()]
    for spelled in product(*choices):
        yield tuple(token.casefold().replace("’", "'").removesuffix("'s") for token in spelled)


def _forms(word: str) -> Iterator[str]:
    match = re.fullmatch(r"(.+)\((\w+)\)", word)
    if match is None:
        yield word
        return
    yield match[1]
    yield match[1] + match[2]


@cache
def built_in() -> Index:
    """Return the index of our own pictures."""
    with (files("plainspoken.pictures") / "index.toml").open("rb") as file:
        return Index(concepts(tomllib.load(file)))


def concepts(tree: Mapping[str, Mapping[str, object]]) -> Iterator[Concept]:
    """Yield the concepts of an index as TOML gives it."""
    for name, entry in tree.items():
        lists = {key: tuple(map(str, value)) for key, value in entry.items() if isinstance(value, list)}
        yield Concept(
            name, words=lists.get("words", ()), weak=lists.get("weak", ()), never=lists.get("never", ()),
            rank=int(str(entry.get("rank", 1))), denied=bool(entry.get("denied")), sober=bool(entry.get("sober")),
            cheerful=bool(entry.get("cheerful")),
        )  # fmt: skip
