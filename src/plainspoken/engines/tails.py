"""The rules that cut off what a long English sentence ends with: why, after what, although what, even if what."""

from __future__ import annotations

import re

from plainspoken.claims import negations, word_count
from plainspoken.engines.patterns import (
    AUXILIARIES,
    DATE,
    has_verb,
    is_finite,
    is_past,
    is_subordinate,
    opens_clause,
    stop,
)

Pieces = tuple[str, ...]

LONG = 15
_ENOUGH = 6  # words: "It was set up." alone tells nothing
# What stands after one of these hangs on it, not on the whole sentence.
_HANGS = re.compile(r"\b(?:and|or|who|whose|which|that|if|because|while|when|before|until|to)\b")


def because_of(text: str) -> Pieces | None:
    """Cut "... because of the storm": nothing may be negated before it, or the cut would say another thing.

    >>> because_of("The road between Corley and the coast will stay closed all week because of the damage to its wall.")
    ('The road between Corley and the coast will stay closed all week.', 'This is because of the damage to its wall.')
    """
    match = re.fullmatch(r"(?P<what>[^;:]+?),? because of (?P<why>[^,;:]+)\.", text)
    if not match or not _whole(text, match["what"]) or negations(match["what"]):
        return None
    return stop(match["what"]), f"{_this(match['what'])} because of {match['why']}."


def after(text: str) -> Pieces | None:
    """Cut "... after officers stopped a van" off one event that has nothing else to hang on."""
    match = re.fullmatch(r"(?P<what>[^,;:]+?),? after (?P<why>[^,;:]+)\.", text)
    if not match or not _whole(text, match["what"]) or negations(match["what"]) or _HANGS.search(match["what"]):
        return None
    if word_count(match["what"]) < _ENOUGH:
        return None
    return (stop(match["what"]), f"{_this(match['what'])} after {match['why']}.") if _clause(match["why"]) else None


def when(text: str) -> Pieces | None:
    """Cut "on 30 April, when the lease ends" after the date."""
    match = re.fullmatch(rf"(?P<what>[^;:]+ on {DATE}), when (?P<then>[^,;:]+)\.", text)
    if not match or not _whole(text, match["what"]) or word_count(match["then"]) < 3:
        return None
    return stop(match["what"]), f"{_this(match['what'])} when {match['then']}."


def although(text: str) -> Pieces | None:
    """Cut "..., although the law says no": "But ..." says the same."""
    match = re.fullmatch(r"(?P<what>[^;:]+), although (?P<but>[^;:]+)\.", text)
    if not match or not _whole(text, match["what"]) or not _clause(match["but"]):
        return None
    return stop(match["what"]), f"But {match['but']}."


def even_if(text: str) -> Pieces | None:
    """Cut "..., even if you have a place": it holds all the same."""
    match = re.fullmatch(r"(?P<what>[^;:]+), even if (?P<case>[^,;:]+)\.", text)
    if not match or not _whole(text, match["what"]) or negations(match["what"]) or not _clause(match["case"]):
        return None
    return stop(match["what"]), f"This is true even if {match['case']}."


def _whole(text: str, what: str) -> bool:
    """Tell whether a long sentence's main part stands alone, with nothing before it that holds over both parts."""
    return word_count(text) > LONG and has_verb(what) and not is_subordinate(_without_dates(what))


def _without_dates(text: str) -> str:
    """Leave out "until 3 May" and the like: a preposition before a date opens no clause."""
    return re.sub(rf"\b(?:until|before|after|since) (?:{DATE}|\d{{4}})", "", text)


def _clause(text: str) -> bool:
    """Tell whether words open with a subject, even one without an article, and soon its verb."""
    words = text.split()[:6]
    return opens_clause(text) or any(is_finite(word) for word in words[1:])


def _this(what: str) -> str:
    """Return "This was" where the first verb of what it points at stands in the past, else "This is"."""
    verbs = [word for word in re.findall(r"[\w’'\-]+", what) if word in AUXILIARIES or is_past(word)]
    past = verbs and (verbs[0] in {"was", "were", "had", "did"} or is_past(verbs[0]))
    return "This was" if past else "This is"
