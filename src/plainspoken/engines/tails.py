"""The rules that cut off what a long English sentence ends with: why, after what, although what, even if what."""

from __future__ import annotations

import re

from plainspoken.claims import negations, word_count
from plainspoken.engines.patterns import (
    AUXILIARIES,
    DATE,
    TIME,
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
# A comma before "after" parts it from "for men who ...", but not from a second clause.
_HANGS_PAST_COMMA = re.compile(r"\b(?:and|or|whose|that|if|because|while|when|before|until|to)\b")
_PRONOUN = re.compile(r"(?:he|she|it|they)\b")
# What is held has its day at the end; a day after an event, or after what was done, is the day of that.
_HELD = r"will (?:be (?:held|open|opened|closed|shown|published|sentenced)|take place)"
_EVENT_BEFORE = re.compile(
    r"(?:fire|election|crash|attack|flood|storm|vote|match|murder|death|strike|hearing|robbery|explosion|riot|collision|\w+ed|"
    r"by [\w.]+|from [\w.]+|between [\w.]+ and [\w.]+)$"
)
# "the murder of Alan Pryce" names a person, "the mayor of Upper Wey" a place.
_PLACED = re.compile(
    r"\b(?:in|at|near|from|outside|(?<!murder )(?<!death )(?<!killing )(?<!manslaughter )(?<!family )(?<!rape )of)$"
)
_PLACE = re.compile(
    r"(?:Street|Road|Lane|Avenue|Close|Park|Court|School|Hospital|Council|Police|House|Centre|Station|Trust|Group|Bridge)$"
)
_PAIR = re.compile(r"\b\d+ and \d+\b")


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
    if not match or not _whole(text, match["what"]) or negations(match["what"]):
        return None
    hangs = _HANGS_PAST_COMMA if text[match.end("what")] == "," else _HANGS
    if hangs.search(_PAIR.sub("", match["what"])) or word_count(match["what"]) < _ENOUGH:
        return None
    if _PRONOUN.match(match["why"]) and _HANGS.search(_PAIR.sub("", match["what"])):
        return None
    return (stop(match["what"]), f"{_this(match['what'])} after {match['why']}.") if _clause(match["why"]) else None


def when(text: str) -> Pieces | None:
    """Cut "on 30 April, when the lease ends" after the date."""
    match = re.fullmatch(rf"(?P<what>[^;:]+ on {DATE}), when (?P<then>[^,;:]+)\.", text)
    if not match or not _whole(text, match["what"]) or word_count(match["then"]) < 3:
        return None
    return stop(match["what"]), f"{_this(match['what'])} when {match['then']}."


def so_that(text: str) -> Pieces | None:
    """Cut "... so that the roof can be repaired" off what is done for it: nothing may be negated before it.

    >>> so_that("The ward at the old hospital will close for six weeks from Monday so that the roof can be repaired.")
    ('The ward at the old hospital will close for six weeks from Monday.', 'This is so that the roof can be repaired.')
    """
    match = re.fullmatch(r"(?P<what>[^,;:]+?),? so that (?P<why>[^,;:]+)\.", text)
    if not match or not _whole(text, match["what"]) or negations(match["what"]) or not opens_clause(match["why"]):
        return None
    if _HANGS.search(match["what"]) or word_count(match["what"]) < _ENOUGH:
        return None
    return stop(match["what"]), f"{_this(match['what'])} so that {match['why']}."


def will_be(text: str) -> Pieces | None:
    """Cut the day off the end of a long sentence about one thing that will be.

    >>> will_be("A public meeting will be held at the primary school in Ashgrove at 7pm on Wednesday 14 October.")
    ('A public meeting will be held at the primary school in Ashgrove.', 'This will be at 7pm on Wednesday 14 October.')
    """
    match = re.fullmatch(
        rf"(?P<what>[^,;:]+? {_HELD}(?: (?:at|in|on|near|outside) [^,;:]+?)?) (?P<date>(?:at {TIME} )?on {DATE})\.",
        text,
    )
    if not match or not _whole(text, match["what"]) or negations(text) or _HANGS.search(match["what"]):
        return None
    if _EVENT_BEFORE.search(re.sub(rf"{_HELD}$", "", match["what"])):
        return None
    return stop(match["what"]), f"This will be {match['date']}."


def named_who(text: str) -> Pieces | None:
    """Cut ", who was found dead at home" after the full name of the person it is said of.

    >>> named_who("A woman has been charged with the murder of Alan Pryce, who was found dead at his home last week.")
    ('A woman has been charged with the murder of Alan Pryce.', 'Alan Pryce was found dead at his home last week.')
    """
    match = re.fullmatch(
        r"(?P<what>(?P<before>[^,;:]*\b[a-z]+) (?P<name>[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)+)), who "
        r"(?P<did>(?:was|is|has|had) (?:[^,;:]|, (?=[A-Z]))+)\.",
        text,
    )
    if not match or not _whole(text, match["what"]) or " who " in match["what"]:
        return None
    if _PLACED.search(match["before"]) or _PLACE.search(match["name"]):
        return None
    return stop(match["what"]), stop(f"{match['name']} {match['did']}")


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
