# ruff: noqa: E501, SIM905 - lists of words and patterns read best as running text
"""What a sentence claims and must keep when it is said more simply: numbers, names, "not", "may", "if", legal status."""

from __future__ import annotations

import re
from collections.abc import Iterable

_SPELLED = {
    word: str(value)
    for value, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
        "eighteen nineteen twenty".split()
    )
} | {"thirty": "30", "forty": "40", "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90"}
_NUMBER = re.compile(r"\d+(?:[.,:]\d+)*")
_WORD = re.compile(r"[^\W_]+(?:[’'\-][^\W_]+)*")
_NEGATION = re.compile(
    r"\b(?:not|never|no|nobody|none|nothing|nowhere|neither|nor|cannot|without|unless|refus\w+|den(?:y|ied|ies|ying))\b"
    r"|n[’']t\b",
    re.IGNORECASE,
)
# "available" says "can"; the month is written with a capital.
_MODALS = {
    "can": re.compile(r"\b(?:[Cc]an|[Cc]annot|[Cc]an[’']t|available|able to)\b"),
    "could": re.compile(r"\b[Cc]ould(?:n[’']t)?\b"),
    "may": re.compile(r"\b(?:may|[Mm]ight)\b"),
    "must": re.compile(r"\b(?:[Mm]ust(?:n[’']t)?|ha(?:s|ve|d) to)\b"),
    "should": re.compile(r"\b(?:[Ss]hould(?:n[’']t)?|ought to)\b"),
    "will": re.compile(r"\b(?:[Ww]ill|[Ww]on[’']t|[Ss]hall|going to)\b|[’']ll\b"),
    "would": re.compile(r"\b[Ww]ould(?:n[’']t)?\b|\w[’']d\b"),
}
_STATUS = {
    "arrested": re.compile(r"\barrest(?:ed|s|ing)?\b", re.IGNORECASE),
    "charged": re.compile(r"\bcharged\b", re.IGNORECASE),
    "bailed": re.compile(r"\bbail(?:ed)?\b", re.IGNORECASE),
    "remanded": re.compile(r"\bremand(?:ed)?\b|\bin custody\b", re.IGNORECASE),
    "convicted": re.compile(r"\bconvict(?:ed|ion)\b|\bfound (?:him |her |them )?guilty\b", re.IGNORECASE),
    "admitted": re.compile(r"\b(?:plead(?:ed|s)?|pled) guilty\b|\badmitt(?:ed|ing)\b(?! (?:to|into) )", re.IGNORECASE),
    "denied": re.compile(r"\bplead(?:ed|s)? not guilty\b|\bden(?:ied|ies|y)\b", re.IGNORECASE),
    "cleared": re.compile(r"\bacquitted\b|\bfound not guilty\b|\bcleared of\b", re.IGNORECASE),
    "alleged": re.compile(
        r"\balleg(?:ed|edly|ation|ations)\b|\baccused\b|\bsuspected\b|\bon suspicion\b", re.IGNORECASE
    ),
    "sentenced": re.compile(r"\bsentenced?\b", re.IGNORECASE),
    "jailed": re.compile(r"\bjailed\b|\bsent to prison\b|\bimprisoned\b", re.IGNORECASE),
    "released": re.compile(r"\breleased\b", re.IGNORECASE),
    "fined": re.compile(r"\bfined\b|\ba fine of\b", re.IGNORECASE),
    "banned": re.compile(
        r"\b(?:banned|disqualified) from (?:driving|keeping)\b|\bdriving ban\b|\bdriving disqualification\b",
        re.IGNORECASE,
    ),
    "cautioned": re.compile(r"\bcautioned\b|\b(?:police|conditional|simple) caution\b", re.IGNORECASE),
    "investigated": re.compile(r"\bunder investigation\b|\breleased\b[^.]* without charge\b", re.IGNORECASE),
    "suspended": re.compile(r"\bsuspended\b", re.IGNORECASE),
    "heard": re.compile(r"\b(?:court|jury|inquest|tribunal|hearing) (?:heard|was told)\b", re.IGNORECASE),
    "ordered": re.compile(r"\bordered\b", re.IGNORECASE),
    "victim": re.compile(r"\bvictims?\b", re.IGNORECASE),
}
_LIMITS = {
    "about": re.compile(r"\b(?:about|around|approximately|roughly|nearly|almost)(?= [£$€]?\d| [a-z]+)", re.IGNORECASE),
    "up to": re.compile(r"\bup to\b|\bat most\b|\bmaximum\b|\bhighest\b", re.IGNORECASE),
    "at least": re.compile(r"\bat least\b|\bminimum\b|\blowest\b", re.IGNORECASE),
    "more than": re.compile(r"\bmore than\b|\bover (?=[£$€]?\d)", re.IGNORECASE),
    "fewer than": re.compile(r"\b(?:fewer|less) than\b|\bunder (?=[£$€]?\d)", re.IGNORECASE),
    "if": re.compile(r"\bif\b|\bwhether\b|\bwhose\b|\bprovided that\b|\bcan ask for\b", re.IGNORECASE),
    "only": re.compile(r"\bonly\b", re.IGNORECASE),
    "believed": re.compile(r"\bbelie(?:ve|ves|ved|f)\b|\bthought to\b|\blikely\b|\bexpect(?:ed|s)?\b|\bappears? to\b|\breported(?:ly)?\b",
                           re.IGNORECASE),
}  # fmt: skip
_QUOTED = re.compile(r"[“\"](.+?)[”\"]", re.DOTALL)


def word_count(text: str) -> int:
    """Return the number of words as a reader counts them: what stands between spaces and has a letter or digit.

    >>> word_count("Call 0808 2000 247 – it is free.")
    7
    """
    return sum(any(sign.isalnum() for sign in token) for token in text.split())


def numbers(text: str) -> frozenset[str]:
    """Return the numbers in a text, digits or words, without thousands separators.

    >>> sorted(numbers("Two men took £3,500 at 9.40pm"))
    ['2', '3500', '9.40']
    """
    digits = {found.replace(",", "") for found in _NUMBER.findall(text)}
    return frozenset(digits | {_SPELLED[word] for word in re.findall(r"[a-z]+", text.lower()) if word in _SPELLED})


def names(text: str) -> frozenset[str]:
    """Return the words written with a capital that do not only open the sentence, as they are written.

    >>> sorted(names("The court is in Upper Wey."))
    ['Upper', 'Wey']
    """
    found = set()
    for match in _WORD.finditer(text):
        before = text[: match.start()].rstrip(" “\"'‘(\u00a0")
        opens = not before or before[-1] in ".!?:"
        if match[0][0].isupper() and not opens and match[0] != "I":
            found.add(_stem(match[0]))
    return frozenset(found)


def negations(text: str) -> int:
    """Return how many negating words a text has."""
    return len(_NEGATION.findall(text))


def modals(text: str) -> frozenset[str]:
    """Return what a text says with modal verbs: `can`, `must`, `should`, ..."""
    return _classes(_MODALS, text)


def statuses(text: str) -> frozenset[str]:
    """Return the legal statuses a text speaks of: `arrested`, `charged`, `alleged`, `sentenced`, ..."""
    return _classes(_STATUS, text)


def status_places(text: str) -> list[tuple[str, int]]:
    """Return the legal statuses a text speaks of, each with where.

    >>> status_places("Ali was charged and Ben was jailed.")
    [('charged', 8), ('jailed', 28)]
    """
    return [(name, found.start()) for name, pattern in _STATUS.items() for found in pattern.finditer(text)]


def limits(text: str) -> frozenset[str]:
    """Return what limits a text's claims: `about`, `up to`, `at least`, `if`, `only`, `believed`, ..."""
    return _classes(_LIMITS, text)


def quotes(text: str) -> tuple[str, ...]:
    """Return the words between quotation marks."""
    return tuple(_QUOTED.findall(text))


def added_numbers(source: str, text: str) -> frozenset[str]:
    """Return the numbers of a text that its source does not have."""
    return numbers(text) - numbers(source)


def added_names(source: str, text: str) -> frozenset[str]:
    """Return the names of a text that its source does not have."""
    known = {_stem(word) for word in _WORD.findall(source)}
    known |= {word.casefold() for word in known}
    return frozenset(name for name in names(text) if name not in known and name.casefold() not in known)


def keeps_negation(source: str, texts: Iterable[str]) -> bool:
    """Tell whether sentences made of a source negate where it does, and only then."""
    made, wanted = sum(map(negations, texts)), negations(source)
    return made >= wanted if wanted else made == 0


def keeps_modality(source: str, texts: Iterable[str]) -> bool:
    """Tell whether sentences made of a source say `can`, `must`, `should`, ... as it does."""
    return modals(" ".join(texts)) == modals(source)


def keeps_status(source: str, texts: Iterable[str]) -> bool:
    """Tell whether sentences made of a source name the same legal statuses."""
    return statuses(" ".join(texts)) == statuses(source)


def keeps_limits(source: str, texts: Iterable[str]) -> bool:
    """Tell whether sentences made of a source keep its `about`, `up to`, `if`, `only`, ..."""
    return limits(" ".join(texts)) == limits(source)


def keeps_quotes(source: str, text: str) -> bool:
    """Tell whether each quotation in a text is a run of its source's words, unchanged and in order."""
    spoken = " ".join(_plain_words(source))
    return all(" ".join(_plain_words(quote)) in spoken for quote in quotes(text))


def _classes(patterns: dict[str, re.Pattern[str]], text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in patterns.items() if pattern.search(text))


def _plain_words(text: str) -> list[str]:
    return [word.casefold().replace("’", "'") for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    """Return a name without its genitive: "Clare’s" names Clare."""
    return re.sub(r"[’']s?$", "", word)
