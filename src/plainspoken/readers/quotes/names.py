"""Names of people in a clause: runs of capitals without ranks, with what the page says that they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from plainspoken.readers.quotes.ranks import NOT_FIRST, is_body, is_rank

_WORD = re.compile(r"(?:[^\W\d_]\.){2,}|(?:[DO]r|[Pp]rof|Det|Supt|Insp|Sgt|Cllr|Mr|Mrs|Ms|St|Rev|Sen|Rep|Gov|Hon|Sra?|"
                   r"Dott|Ing|Mag|Dipl|Jr|Capt|Col|Lt|Gen|[^\W\d_])\.|[^\W\d_](?:[\w·]|['’`-](?=\w))*")  # fmt: skip
# Words in small letters and what is no word: a name starts after them. `e.G.` is left to `_WORD`.
_SKIPPED = re.compile(r"(?:[\W\d_]++|(?!\w\.[^\W\d_]\.)[a-zß-öø-ÿ][\w·]*+(?:['’`-](?=\w)[\w·]*+)*+)*+")
_READ = 3000  # characters of a text that are read for names
_PARTICLES = frozenset({
    "van", "von", "de", "da", "di", "del", "della", "la", "le", "bin", "al", "ap", "ab", "der", "den", "dos", "du",
    "do", "das", "ter", "ten", "e", "y", "af", "av", "zu", "zur", "ibn", "el", "ní", "ó",
})  # fmt: skip
_OF = frozenset(("der", "des", "den", "del", "della", "di", "du", "do", "da", "dos", "von", "de", "la", "le", "y", "e"))
_PLACING = frozenset({
    "of", "for", "at", "from", "in", "near", "with", "outside", "by", "to", "and", "under", "inside", "across", "am",
    "im", "von", "vom", "bei", "aus", "für", "mit", "beim", "de", "du", "des", "à", "au", "dans", "en", "del", "della",
    "di", "da", "do", "dos", "na", "no", "em", "para", "van", "voor", "bij", "te", "uit", "w", "we", "z", "ze", "din",
    "la", "pe", "från", "för", "på", "vid", "у", "в", "на", "из", "з", "від", "от", "του", "της", "στο", "στη", "v",
    "ve", "yng", "ym", "o", "i",
})  # fmt: skip
_ARTICLES = frozenset({
    "the", "der", "dem", "den", "die", "das", "la", "le", "les", "el", "los", "las", "y", "yr", "l'", "l’", "het",
    "de", "η", "της", "το", "a", "an",
})  # fmt: skip
_BESIDE = 40  # characters before a name in which a preposition may stand
_OWNED = re.compile(r"['’]s\b|['’](?=\s)")
_AGED = re.compile(r",\s+(?:aged\s+)?\d{1,3},|\s\(\d{1,3}\)|,?\s\(?not (?:her|his|their) real name|,\s+who(?:se)?\b")
_JOINED = re.compile(r"(?:al|el|ul|ar|as|an|ad|bin|ben|d)[-'’](?=[^\W\d_a-z])")
_LETTERS = re.compile(
    r"(?:\s+[A-Z]{2,6}(?!\w)|,?\s*\b(?:Ph\.?D|M\.?D|M\.?P|OBE|MBE|CBE|QPM|KC|QC|FRS|MSc|MA|BA|R\.?N|Esq|MEP|MSP)\.?(?!\w))+"
)


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody met: the name without ranks, and what the page says they are."""

    name: str
    title: str | None = None

    @property
    def surname(self) -> str:
        """The last word of the name."""
        return self.name.split()[-1]


Run = list[re.Match[str]]
"""Words with capitals, with nothing but spaces and particles between them."""


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a text: where it stands with its ranks, and whether it is only a surname of nobody met."""

    start: int
    end: int
    name: str
    rank: str
    bare: bool


def find(text: str, known: tuple[Person, ...] = (), within: Iterable[Run] | None = None) -> Iterator[Named]:
    """Yield the names in a text, left to right; places, bodies and owners are none.

    Args:
        text: a paragraph or a part of one.
        known: whom we have met.
        within: what `runs` says of the text, where that is known.

    >>> [named.name for named in find("The Mayor of Hill Town, Dame Rosa Long, and Rosa's son met.")]
    ['Rosa Long']
    """
    for words in runs(text) if within is None else within:
        named = _named(text, words, known)
        if named and not _OWNED.match(text, named.end):
            yield named


def telling(within: Iterable[Run], known: tuple[Person, ...] = ()) -> Iterator[Run]:
    """Yield the runs that may name more than the surname of a stranger: two words, or a word of a name we know."""
    heard = {part for person in known for part in (*_tokens(person.name)[:1], *_tokens(person.name)[-1:])}
    for run in within:
        if len(run) > 1 or _unowned(run[0].group()) in heard:
            yield run


def full(name: str, known: tuple[Person, ...]) -> Person | None:
    """Return whom we met under that name: the whole, the surname, or the first name."""
    tokens = _tokens(name)
    for person in reversed(known):
        parts = _tokens(person.name)
        surname = parts[-1:] == tokens[-1:] and (len(tokens) == 1 or parts[0] == tokens[0])
        if parts == tokens or surname or parts[:1] == tokens:
            return person
    return None


@lru_cache(1024)
def _tokens(name: str) -> tuple[str, ...]:
    return tuple(name.split())


def runs(text: str) -> Iterator[Run]:
    """Yield the runs of words with capitals in which names may be."""
    run: Run = []
    waiting: Run = []
    at = 0
    while word := _WORD.search(text, at if run else _SKIPPED.match(text, at, _READ).end(), _READ):  # type: ignore[union-attr]
        at = word.end()
        last = (waiting or run)[-1] if run else None
        if last and text[last.end() : word.start()].strip(" \u00a0"):
            yield run
            run, waiting, last = [], [], None
        if word.group()[0].isupper() or (run and _JOINED.match(word.group())):
            run, waiting = [*run, *waiting, word], []
        elif run and word.group().lower() in _PARTICLES and len(waiting) < 3:
            waiting.append(word)
        elif run:
            yield run
            run, waiting = [], []
    if run:
        yield run


def _named(text: str, words: Run, known: tuple[Person, ...]) -> Named | None:
    while words and (words[0].group().lower() in NOT_FIRST or words[0].group().lower() in _PARTICLES):
        words = words[1:]
    words = _without_tail(words)
    if not words:
        return None
    ranks = [at for at, word in enumerate(words) if is_rank(word.group())]
    first = ranks[-1] + 1 if ranks else 0
    rest = words[first:]
    if not rest or rest[0].group() in _OF:
        return None
    tokens = [_unowned(word.group()) for word in rest]
    name = " ".join(tokens)
    if rest[-1].group() != tokens[-1] or (not ranks and any(map(is_body, tokens))):
        return None
    met = full(name, known) is not None
    aged = bool(_AGED.match(text, rest[-1].end()))
    if not ranks and not met and not aged and _is_placed(text, words[0].start()):
        return None
    bare = len(tokens) == 1 and not ranks and not met and not aged
    return Named(words[0].start(), rest[-1].end(), name, text[words[0].start() : rest[0].start()].strip(), bare)


def _unowned(word: str) -> str:
    return word.removesuffix("'s").removesuffix("’s")


def _is_placed(text: str, at: int) -> bool:
    """Tell whether a preposition stands before a name, with an article or without: it names a place."""
    before = text[max(0, at - _BESIDE) : at]
    if not before[-1:].isspace():
        return False
    *_, ahead, last = "", "", *before.lower().split()
    return last in _PLACING or last == "the" or (last in _ARTICLES and ahead in _PLACING)


def _without_tail(words: Run) -> Run:
    """Drop the day at the end of `Rosa Long Monday`, the letters of `Rosa Long KC`."""
    days = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today")
    while words and words[-1].group().lower() in days:
        words = words[:-1]
    while len(words) > 2 and _is_letters(words[-1].group()) and not _is_letters(words[0].group()):
        words = words[:-1]
    return words


def _is_letters(word: str) -> bool:
    """Tell whether a word is letters after a name, as KC or OBE."""
    return 1 < len(word) < 7 and word.isalpha() and word.isupper() and not re.fullmatch("[IV]+", word)


def letters(text: str, at: int) -> int:
    """Return where the letters after a name end (`Ph.D.`, `OBE`); `at` where there are none."""
    found = _LETTERS.match(text, at)
    return found.end() if found else at
