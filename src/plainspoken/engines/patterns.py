# ruff: noqa: E501, SIM905 - lists of words and patterns read best as running text
"""The English that the easy-read rules can recognise: verbs, clause openings, dates, phone numbers."""

from __future__ import annotations

import re

MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
WEEKDAY = "(?:Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday)"
DATE = rf"(?:{WEEKDAY} )?\d{{1,2}}(?: and \d{{1,2}})? {MONTH}(?: \d{{4}})?"
TIME = r"(?:about )?\d{1,2}(?:[.:]\d\d)?(?:am|pm)"
# A UK number with its spaces, or a short code (999, 101, 111, 18000).
PHONE = r"(?:\+?0?\d{2,5}(?: \d{2,6}){1,4}|\b0\d{9,10}\b|\b(?:999|101|105|111|112|119|159|18000|116 ?\d{3})\b)"
NAME = r"[A-Z][\w’'\-]+(?: (?:[A-Z][\w’'\-]+|of|the|and|for|de|al))*"

AUXILIARIES = frozenset(
    "is are was were am be been has have had do does did can could will would may might must should shall cannot".split()
)
PAST = frozenset(
    "ate began bent bit blew bought broke brought built came caught chose cost cut did drank drew drove fell felt fled flew forced forgot found fought froze "
    "gave got grew had heard held hid hit hurt kept knew laid led left lent lost made meant met paid put ran rang read rode rose "
    "said sang sank sat saw sent set shook shot shut slept sold sought spent spoke spread stole stood struck swam swore taught "
    "threw told took tore understood went won wore wrote".split()
)
PRESENT = frozenset(
    "appears asks begins brings calls causes comes contains costs covers gets gives goes happens helps holds includes keeps "
    "knows leads leaves lets lives looks makes means needs offers opens pays plays provides puts runs says shows starts "
    "stops takes tells thinks turns uses wants works give get need want".split()
)
_NOT_PAST = frozenset(
    "need speed feed bed red seed weed shed bred hundred sacred indeed unconfirmed named aged limited".split()
)

# Words that a full clause can open with: who or what it is about.
_OPENER = re.compile(
    r"(?:I|you|he|she|it|we|they|there|the|a|an|this|that|these|those|his|her|its|our|your|their|my|most|many|some|all|"
    r"every|each|no|nobody|none|neither|both|others|everyone|anyone|people|about|more|fewer|\d[\d,]*|two|three|four|five|six|seven|eight|nine|ten)\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:if|unless|whether|because|while|although|though|until|before|after|when|(?<!at )once|since|provided|so that|said|says|"
    r"not only|told|heard|believes?|believed|thinks?|thought|claims?|claimed|alleges?|alleged|that)\b",
    re.IGNORECASE,
)
_PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they"})
_PREPOSITIONS = frozenset(
    "of in on at by for with from to between among than as about over under into after before".split()
)


def is_past(word: str) -> bool:
    """Tell whether a word is a verb in the past, as far as its form shows."""
    return word in PAST or (word.endswith("ed") and len(word) > 3 and word not in _NOT_PAST)


def is_finite(word: str) -> bool:
    """Tell whether a word is a verb that a sentence can stand on."""
    return word in AUXILIARIES or word in PRESENT or is_past(word)


def has_verb(clause: str) -> bool:
    """Tell whether a run of words has a verb that a sentence can stand on."""
    if re.search(r"\b(?:I|[Ww]e|[Yy]ou|[Tt]hey) (?!and\b|or\b|who\b)[a-z]+", clause):
        return True
    return any(is_finite(word) for word in re.findall(r"[\w’'\-]+", clause.lower()))


def opens_clause(text: str, reach: int = 6) -> bool:
    """Tell whether a run of words opens with a subject and, within `reach` words, its verb."""
    if not _OPENER.match(text):
        return False
    words = re.findall(r"[\w’'\-,£]+", text.lower())
    if words[0] == "that" and words[1:2] and words[1] in _PRONOUNS:
        return False
    for place, word in enumerate(words[1:reach], start=1):
        if word in {"that", "who", "which", "whose"}:
            return False
        if word in AUXILIARIES or word in PRESENT:
            return True
        if is_past(word):
            return words[place - 1] not in _PREPOSITIONS and words[place - 1] not in {"a", "an", "the"}
    return False


def is_subordinate(text: str) -> bool:
    """Tell whether a run of words has one that what follows may depend on: if, because, said, that, ..."""
    return bool(_SUBORDINATE.search(text))


def capital(text: str) -> str:
    """Return a text with its first letter as a capital."""
    return text[:1].upper() + text[1:]


def stop(text: str) -> str:
    """Return a text as a sentence: a capital first, a full stop last.

    >>> stop("it is free")
    'It is free.'
    """
    text = capital(text.strip().rstrip(",;:"))
    return text if text.endswith((".", "!", "?", "”", '"')) else f"{text}."
