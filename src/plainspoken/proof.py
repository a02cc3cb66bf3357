# ruff: noqa: E501, SIM905 - lists of words read best as running text
"""Proof: each easy sentence is read again and held against its source: who, does what, not, may, how many, what status."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from plainspoken import claims

Refusal = Literal["subject", "negation", "modality", "number", "name", "status", "limit", "quote", "order"]

_WORD = re.compile(r"[£€$]?\d[\d,.:]*\w*|[^\W\d_]+(?:[’'\-][^\W_]+)*")
_NEGATOR = re.compile(r"(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without)$|.*n[’']t$", re.IGNORECASE)
_MODAL = {"can": "can", "cannot": "can", "could": "could", "may": "may", "might": "may", "must": "must", "should": "should",
          "will": "will", "would": "would", "shall": "will"}  # fmt: skip
_EMPTY = frozenset(
    "a an the to of in on at by for from with and or but so be been being is are was were am has have had do does did it "
    "this that these those there their his her its your our my any all also as than then if when who which".split()
)
_VERBS = frozenset("is are was were has have had can cannot could may might must should will would does did do".split())
_POINTING = frozenset("he she it they we you i this that these there who nobody everyone anyone".split())
_PERSON = re.compile(
    r"(?:man|woman|boy|girl|teenager|driver|victim|officer|police|mother|father|son|daughter|wife|husband|partner|landlord|"
    r"tenant|owner|builder|teacher|doctor|nurse|company|council|court|judge|neighbour|student|pensioner)s?$|(?:men|women|children|child|people)$"
)
# What plain words call some people.
_PLAIN_PEOPLE = {
    "individuals": "people", "persons": "people", "public": "people", "pedestrians": "people", "motorists": "drivers",
}  # fmt: skip
# What a "not" falls on: up to the next clause.
_BEHIND = re.compile(
    r"(?:\b(?:not|never|no|nobody|none|nothing|neither|nor|cannot|without)|n[’']t)\b"
    r"(?P<it>(?:(?!, (?!or\b|nor\b)|[;:.!?]|\b(?:and|but|if|when|because|who|which|that|unless|until|so)\b).)*)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Claim:
    """What one sentence claims, as far as its words show.

    Attributes:
        subject: the head of its subject, in small letters; empty where none is seen.
        verb: its first finite verb.
        modals: each modal verb with the word that it falls on, stemmed.
        counted: each number with the word that it counts, stemmed.
        negated: the words behind each "not" or "no", up to the next clause, stemmed.
        affirmed: the words that stand behind none, stemmed.
        anchors: its numbers, names, people, legal statuses and negators, in order.
    """

    subject: str
    verb: str
    modals: tuple[tuple[str, str], ...]
    counted: tuple[tuple[str, str], ...]
    negated: tuple[frozenset[str], ...]
    affirmed: frozenset[str]
    anchors: tuple[str, ...]


@lru_cache(maxsize=1024)
def claim(text: str, *, whole: bool = False) -> Claim:
    """Read a sentence.

    Args:
        text: one sentence, in English.
        whole: whether it is a source: the word that opens it counts as a name too, where one too many does no harm.

    >>> found = claim("The man must not contact 3 people.")
    >>> found.subject, found.verb, found.modals, found.counted
    ('man', 'must', (('must', 'contac'),), (('3', 'people'),))
    >>> found.anchors
    ('man', 'not', '3', 'people')
    """
    words = _WORD.findall(text)
    subject, verb = _subject(words)
    return Claim(
        subject,
        verb,
        modals=tuple(_modals(words)),
        counted=tuple(_counted(words)),
        negated=tuple(_content(found["it"]) for found in _BEHIND.finditer(text)),
        affirmed=_content(_BEHIND.sub(" ", text)),
        anchors=_anchors(text, whole=whole),
    )


def refusals(source: str, texts: Sequence[str]) -> tuple[Refusal, ...]:
    """Return why sentences may not stand for their source; none where they claim what it claims and nothing else.

    >>> refusals("You can call 101, and you do not have to pay.", ["You can call 101.", "You have to pay."])
    ('negation',)
    """
    return tuple(dict.fromkeys((*_of_all(source, texts), *_of_each(source, texts))))


def proven(source: str, texts: Sequence[str]) -> bool:
    """Tell whether sentences made of a source, read again, claim what it claims and nothing else."""
    return not refusals(source, texts)


def _of_all(source: str, texts: Sequence[str]) -> Iterator[Refusal]:
    held: tuple[tuple[Refusal, bool], ...] = (
        ("negation", claims.keeps_negation(source, texts)),
        ("modality", claims.keeps_modality(source, texts)),
        ("status", claims.keeps_status(source, texts)),
        ("limit", claims.keeps_limits(source, texts)),
        ("quote", all(claims.keeps_quotes(source, text) for text in texts)),
        ("number", not any(claims.added_numbers(source, text) for text in texts)),
        ("name", not any(claims.added_names(source, text) for text in texts)),
    )
    yield from (refusal for refusal, holds in held if not holds)


def _of_each(source: str, texts: Sequence[str]) -> Iterator[Refusal]:
    whole = claim(source, whole=True)
    for said in map(claim, texts):
        if not _same_subject(source, said):
            yield "subject"
        if _moved(whole.modals, said.modals):
            yield "modality"
        if _moved(whole.counted, said.counted):
            yield "number"
        if whole.negated and _negates_other(whole, said):
            yield "negation"
        if not _follows(said.anchors, whole.anchors):
            yield "order"


def _moved(known: Sequence[tuple[str, str]], said: Sequence[tuple[str, str]]) -> bool:
    """Tell whether a modal or a number stands at a word that has only another one in the source."""
    for what, word in said:
        theirs = {one for one, other in known if other == word}
        if theirs and what not in theirs:
            return True
    return False


def _negates_other(whole: Claim, said: Claim) -> bool:
    """Tell whether a text says without a "not" what only stands behind one in the source, or the other way round."""
    if said.negated:
        behind = frozenset().union(*whole.negated)
        return not all(reach & behind if reach else reach in whole.negated for reach in said.negated)
    return any((reach - whole.affirmed) & said.affirmed for reach in whole.negated)


def _content(text: str) -> frozenset[str]:
    return frozenset(_stem(word) for word in _WORD.findall(text) if word.casefold() not in _EMPTY and word[0].islower())


def _follows(said: Sequence[str], known: Sequence[str]) -> bool:
    """Tell whether all of `said` stands in `known`, in that order."""
    rest = iter(known)
    return all(one in rest for one in said)


def _anchors(text: str, *, whole: bool) -> tuple[str, ...]:
    found: list[tuple[int, str]] = [(at, status) for status, at in claims.status_places(text)]
    for match in _WORD.finditer(text):
        word, at = match[0], match.start()
        bare = re.sub(r"[’']s?$", "", word)
        before = text[:at].rstrip(" “\"'‘(\u00a0")
        opens = not before or before[-1] in ".!?:"
        found += [(at, number) for number in sorted(claims.numbers(word))]
        if _NEGATOR.match(word):
            found.append((at, "not"))
        if whole and (plain := _PLAIN_PEOPLE.get(bare.casefold())):
            found.append((at, plain))
        if _PERSON.match(bare.casefold()) and (opens or word[0].islower()):
            found.append((at, bare.casefold()))
        if word[0].isupper() and word != "I" and (whole or not opens):
            found.append((at, bare))
    return tuple(what for _, what in sorted(found))


def _same_subject(source: str, said: Claim) -> bool:
    """Tell whether who is said to do it is in the source, and before that verb: after it only with "by"."""
    if not _PERSON.match(said.subject):
        return True
    words = [_PLAIN_PEOPLE.get(word.casefold(), word.casefold()) for word in _WORD.findall(source)]
    stem = _stem(said.subject)
    places = [at for at, word in enumerate(words) if stem in {_stem(part) for part in (word, word.rpartition("-")[2])}]
    if not places:
        return False
    verbs = [at for at, word in enumerate(words) if word == said.verb]
    if said.verb in _VERBS or not verbs:
        return True
    return any(place < verb for place in places for verb in verbs) or "by" in words


def _subject(words: Sequence[str]) -> tuple[str, str]:
    """Return the head of the subject, the last noun before its first "of", "in" or "who", and the first finite verb."""
    head = ""
    for at, word in enumerate(words[:14]):
        small = word.casefold()
        past = small.endswith("ed") and len(small) > 4 and at > 0 and words[at - 1].casefold() not in {"a", "an", "the"}
        if (small in _VERBS or past or (head and small.endswith("s") and _PERSON.match(head))) and head:
            return head, small
        if small in _POINTING and not head:
            return small, words[at + 1].casefold() if words[at + 1 :] else ""
        if (_PERSON.match(small) or small not in _EMPTY) and not _PERSON.match(head):
            head = small
    return "", ""


def _modals(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for at, word in enumerate(words):
        modal = _MODAL.get(word.casefold()) if word != "May" else None
        after = next((one for one in words[at + 1 : at + 4] if one.casefold() not in {*_EMPTY, "not", "also"}), "")
        if modal and after:
            yield modal, _stem(after)


def _counted(words: Sequence[str]) -> Iterator[tuple[str, str]]:
    for word, after in pairwise(words):
        number = claims.numbers(word)
        if len(number) == 1 and after.isalpha() and after.islower() and after not in _EMPTY:
            yield next(iter(number)), _stem(after)


def _stem(word: str) -> str:
    small = re.sub(r"[’']s$", "", word.casefold())
    return re.sub(r"(?<=\w{3})(?:ies|es|s|ed|ing)$", "", small)[:6]
