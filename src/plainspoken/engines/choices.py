# ruff: noqa: E501, SIM905 - lists of words read best as running text
"""The rules that cut one English sentence with several things to do, or several that will happen, into one each."""

from __future__ import annotations

import re

from plainspoken.claims import negations, word_count
from plainspoken.engines.patterns import AUXILIARIES, is_finite, is_subordinate, stop

Pieces = tuple[str, ...]

ORDERS = frozenset(
    "apply ask avoid boil book bring call check choose click close come complete contact dial do drink email fill find follow get give "
    "go keep leave let listen look make move open phone press put read register report return ring save say see send sign speak "
    "stay stop take talk tell text turn use visit wait wash watch wear wrap write".split()
)  # fmt: skip
_BARE = rf"(?:{'|'.join(sorted(ORDERS))})"
_ORDER = rf"(?:do not |never |please )?{_BARE}\b"
_PERSON = r"(?:He|She|They|The [a-z\-]+|[A-Z][\w’\-]+(?: [A-Z][\w’\-]+)?)"
_BORDER = re.compile(rf",? or (?={_ORDER})|, (?={_ORDER})")
_ALSO = re.compile(rf",? and (?={_ORDER})|, (?={_ORDER})")
_MODAL_VERB = r"(?:must|will|can|cannot|may|should)(?: not)? \w+"
_NO_SUBJECT = frozenset("There What Who Which This That Today Tomorrow Yesterday Here If When It".split())
_FEW = 12


def can_or(text: str) -> Pieces | None:
    """Cut "You can call us, text us or visit us" into one choice a sentence.

    >>> can_or("You can fill in the form online or pick up a paper copy at any library.") is None
    True
    >>> can_or("You can fill in the form on our website or ask for a paper copy at any library.")
    ('You can fill in the form on our website.', 'Or you can ask for a paper copy at any library.')
    """
    match = re.fullmatch(r"You can (?P<things>[^;:()]+)\.", text)
    if not match or word_count(text) <= _FEW or negations(text) or is_subordinate(text):
        return None
    things = _BORDER.split(match["things"])
    if len(things) < 2 or not _all_long(things) or not re.match(_ORDER, things[0]) or " or " in things[-1]:
        return None
    middle = (stop(f"You can {thing}") for thing in things[:-1])
    return *middle, stop(f"Or you can {things[-1]}")


def orders(text: str) -> Pieces | None:
    """Cut three orders or more, where no condition holds over them: "Call 999, keep calm and do not leave"."""
    if not re.match(_ORDER, text, re.IGNORECASE) or is_subordinate(text) or re.search(r"[;:()]", text):
        return None
    things = _ALSO.split(text.rstrip("."))
    if len(things) < 2 or (len(things) == 2 and " and do not " not in text) or not _all_long(things):
        return None
    return tuple(map(stop, things))


def will_and(text: str) -> Pieces | None:
    """Cut "The pool will close on 3 May and open again in June": what will happen first, then what comes next."""
    match = re.fullmatch(
        rf"(?P<who>(?:The|This|Our) [a-z\-]+) will (?P<one>[^,;:]+?) and (?P<two>{_BARE} [^;:]+)\.", text
    )
    if not match or is_subordinate(match["one"]) or negations(text) or " and " in match["one"]:
        return None
    words = match["one"].split()
    if len(words) < 4 or words[-1] in ORDERS or words[0] not in ORDERS:
        return None
    return stop(f"{match['who']} will {match['one']}"), stop(f"{match['who']} will {match['two']}")


def and_must(text: str) -> Pieces | None:
    """Cut "Lund was fined and must do unpaid work" before the second thing said of the same person."""
    match = re.fullmatch(rf"(?P<who>{_PERSON}) (?P<one>[^,;:]+?),? and (?P<two>{_MODAL_VERB}[^;:]*)\.", text)
    if not match or match["who"] in _NO_SUBJECT or is_subordinate(match["one"]):
        return None
    first = match["one"].split()
    if not is_finite(first[0]) or negations(match["one"]) or re.search(r"\b(?:who|which|and)\b", match["one"]):
        return None
    return stop(f"{match['who']} {match['one']}"), stop(f"{match['who']} {match['two']}")


def who_between(text: str) -> Pieces | None:
    """Cut ", who is not named, " out of the middle: what the sentence is for first, then what it adds."""
    match = re.fullmatch(
        r"(?P<article>The|A|An) (?P<noun>[\w\-]+(?: [\w\-]+){0,2}), who (?P<did>[^,;:]+), (?P<rest>[^;:]+)\.", text
    )
    if not match or not is_finite(match["did"].split()[0]) or not _finite(match["rest"].split()[0]):
        return None
    return stop(f"{match['article']} {match['noun']} {match['rest']}"), stop(f"The {match['noun']} {match['did']}")


def _finite(word: str) -> bool:
    return word in AUXILIARIES or (is_finite(word) and word not in {"said", "says", "told"})


def _all_long(things: list[str]) -> bool:
    return all(len(thing.split()) > 1 for thing in things)
