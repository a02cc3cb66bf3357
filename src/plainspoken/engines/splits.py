# ruff: noqa: E501 - lists of words and patterns read best as running text
"""The rules that cut one English sentence into several, each cut at a border that is safe."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from plainspoken.claims import modals, negations, word_count
from plainspoken.engines import choices, tails
from plainspoken.engines.choices import ORDERS as _IMPERATIVES
from plainspoken.engines.patterns import (
    AUXILIARIES,
    DATE,
    MONTH,
    NAME,
    TIME,
    WEEKDAY,
    has_verb,
    is_finite,
    is_past,
    is_subordinate,
    opens_clause,
    stop,
)
from plainspoken.engines.templates import TEMPLATES, Pieces, Template
from plainspoken.proof import proven

_LIST = re.compile(r"\w, [\w’ \-]+ (?:and|or) ")
_PARTICIPLES = (
    "ordered|banned|fined|disqualified|told|given|made|taken|arrested|charged|sentenced|released|bailed|remanded"
)
# After these a participle may belong to what stands before "and": "kept me up to date and informed".
_TAKES_PARTICIPLE = frozenset({"kept", "left", "made", "found", "felt", "got", "became", "had", "saw", "heard"})
# Before a date these open no clause: nothing hangs on them.
_DATED = re.compile(rf"\b(?:until|before|after|since) (?:the (?:start|end) of )?(?:{DATE}|{MONTH}|{WEEKDAY}|\d{{4}})")
_HANGS = re.compile(r"\b(?:and|who|which|that|if|because|while|when|said|says|told|heard|before|after|until)\b")
# "Leave the house, call 999": what joined two orders has been cut away.
_TWO_ORDERS = re.compile(
    rf"(?:, |\bcan )(?:{'|'.join(sorted(_IMPERATIVES))}) (?:(?! and | or )[^,])+, (?:{'|'.join(sorted(_IMPERATIVES))}) (?!.* (?:and|or) )"
)
# "so visitors must wash their hands": a noun in the plural and its modal verb open a clause too.
_PEOPLE_DO = re.compile(r"(?:[a-z]+ )?[a-z]{3,}s (?:must|can|cannot|should|will)\b")
_SINGULAR = {
    "homes": "home",
    "businesses": "business",
    "properties": "property",
    "houses": "house",
    "families": "family",
}


def split(text: str) -> Iterator[tuple[str, Pieces]]:
    """Yield each way to cut a sentence that keeps what it claims, best first, with the rule's name."""
    for name, cut in _RULES:
        pieces = cut(text)
        if pieces and text not in pieces and _stand_alone(pieces) and proven(text, pieces):
            yield name, pieces


def _stand_alone(pieces: Pieces) -> bool:
    return all(has_verb_or_order(piece) and not _TWO_ORDERS.search(piece) for piece in pieces)


def has_verb_or_order(text: str) -> bool:
    """Tell whether a text can stand alone: it has a verb, or it opens with an order ("Call", "Keep")."""
    first = re.match(r"(?:For example, |Or |To [^,]+, |For [^,]+, |In [^,]+, )?(\w+)", text)
    return has_verb(text) or bool(first and first[1].lower() in _IMPERATIVES)


def _people_whose(text: str) -> Pieces | None:
    """Say "people whose home was flooded by the storm can ..." to the reader: if it flooded your home, you can ..."""
    match = re.fullmatch(
        rf"People whose (?P<what>\w+(?: or \w+)?) were (?P<verb>\w+ed) by (?P<agent>{NAME}) can (?P<can>[^,]+?)"
        rf"(?: (?P<since>from {DATE}))?\.",
        text,
    )
    if not match:
        return None
    things = " ".join(_SINGULAR.get(word, word) for word in match["what"].split())
    first = f"If {match['agent']} {match['verb']} your {things}, you can {match['can']}."
    verb = match["can"].split()[0]
    return (first, f"You can {verb} {match['since']}.") if match["since"] else (first,)


def _lead_who(text: str) -> Pieces | None:
    """Cut "a man who did something has been sent to prison": what became of him first, then what he did."""
    match = re.fullmatch(
        r"(?P<article>A|An) (?P<who>[\w\- ]{2,30}?) who (?P<did>[^,.;:]+?|[^,.;:]+, and (?:what|whom?|where|when) [^,.;:]+,) "
        r"(?P<fate>(?:has|have) been (?:[^,.;:]|(?<=\d),(?=\d))+|(?:was|is|will be) (?:sent|jailed|sentenced|fined|arrested|charged|banned)\b[^,;:]*)\.",
        text,
    )
    if not match or not re.match(r"(?:\w+ly )?(\w+)", match["did"]):
        return None
    verb = re.sub(r"^\w+ly ", "", match["did"]).split()[0]
    if not is_finite(verb) or re.search(r"\b(?:one|it|them|this|that)\b", match["fate"]):
        return None
    return stop(f"{match['article']} {match['who']} {match['fate']}"), stop(f"The {match['who']} {match['did']}")


def _which(text: str) -> Pieces | None:
    """Cut a clause that only adds something about the noun right before it: ", which covers ..."."""
    match = re.fullmatch(r"(?P<main>.+ (?P<noun>the [a-z\-]+)), which (?P<does>[^,;:]+)\.", text)
    if not match or not is_finite(match["does"].split()[0]) or is_subordinate(match["main"]):
        return None
    return stop(match["main"]), stop(f"{match['noun']} {match['does']}")


def _clauses(text: str) -> Pieces | None:
    """Cut between two full clauses, where the second has its own subject and nothing hangs over both."""
    for match in re.finditer(r"(?:, (?P<word>and|but|so(?! that)) |; )", text):
        left, right = text[: match.start()], text[match.end() :]
        if not has_verb(left) or is_subordinate(_DATED.sub("", left)):
            continue
        word = match["word"]
        if not opens_clause(right) and not (word == "so" and _PEOPLE_DO.match(right)):
            continue
        return stop(left), stop(f"{word.capitalize()} {right}" if word in {"but", "so"} else right)
    return None


def _orders(text: str) -> Pieces | None:
    """Cut between two orders to the reader: "Take photos and keep your receipts"."""
    words = text.split()
    if words[0].lower() not in _IMPERATIVES:
        return None
    for match in re.finditer(r",? and (?P<verb>\w+) ", text):
        left = text[: match.start()]
        if is_subordinate(left) or _LIST.search(left) or " and " in left:
            return None
        if match["verb"] in _IMPERATIVES and match.start() > len(words[0]) + 3:
            return stop(text[: match.start()]), stop(text[match.start("verb") :])
    return None


def _same_subject(text: str) -> Pieces | None:
    """Cut between two things that one person did: "He broke a window, and left"; "He was jailed and ordered to pay"."""
    match = re.fullmatch(rf"(?P<who>He|She|They|It|We|The [a-z\-]+|[A-Z][\w’'\-]+ {NAME}) (?P<rest>.+)\.", text)
    return _predicates(match["who"], match["rest"]) if match and not _LIST.search(text) else None


def _predicates(who: str, rest: str) -> Pieces | None:
    verb = rest.split()[0]
    later = re.fullmatch(
        r"(?P<one>[^;:]+?), and (?P<two>(?:will|is|are|was|has|have|can) (?!(?:I|we|you|he|she|it|they)\b)[^,;:]+)",
        rest,
    )
    if (
        later
        and is_finite(verb)
        and not is_subordinate(later["one"])
        and not re.search(r"\bwh(?:o|ich)\b", later["one"])
    ):
        return stop(f"{who} {later['one']}"), stop(f"{who} {later['two']}")
    if is_subordinate(re.split(" before | after ", rest)[0]):
        return None
    passive = re.fullmatch(rf"(?P<one>.+?),? and (?P<two>(?:{_PARTICIPLES}) .+)", rest)
    if verb in {"was", "were"} and passive:
        return stop(f"{who} {passive['one']}"), stop(f"{who} {verb} also {passive['two']}")
    if verb in AUXILIARIES or verb in _TAKES_PARTICIPLE or not is_past(verb):
        return None
    for border in re.finditer(r",? and (?P<verb>\w+) ", rest):
        one_verb = sum(map(is_finite, rest[: border.start()].split())) == 1
        if (
            one_verb
            and not _HANGS.search(rest[: border.start()])
            and border["verb"] not in AUXILIARIES
            and is_past(border["verb"])
        ):
            return stop(f"{who} {rest[: border.start()]}"), stop(f"{who} {rest[border.start('verb') :]}")
    return None


def _tail_who(text: str) -> Pieces | None:
    """Cut "... for a man who has not been seen": the person first, then what is said of them."""
    match = re.fullmatch(
        r"(?P<main>[^,;:]+? an? (?:[\w\-]+ ){0,2}(?P<who>man|woman|boy|girl|teenager)) who (?P<did>[^,;:]+)\.", text
    )
    if not match or word_count(text) <= 15 or not has_verb(match["main"]) or is_subordinate(match["main"]):
        return None
    if negations(match["main"]) or modals(match["main"]):
        return None
    first = match["did"].split()[0]
    return (stop(match["main"]), stop(f"The {match['who']} {match['did']}")) if is_finite(first) else None


def _time_between(text: str) -> Pieces | None:
    """Take the time and date out of the middle of a long sentence about one past event."""
    match = re.fullmatch(rf"(?P<what>[^;:]+?),? (?P<date>at {TIME} on {DATE}) (?P<to>to \w+ [^,;:]+)\.", text)
    if not match or word_count(text) <= 15 or _HANGS.search(match["what"]):
        return None
    verbs = [word for word in match["what"].split() if word in AUXILIARIES or is_past(word)]
    return (
        (stop(f"{match['what']} {match['to']}"), f"This was {match['date']}.") if verbs and is_past(verbs[0]) else None
    )


def _when(text: str) -> Pieces | None:
    """Cut the date off the end of a long sentence about one past event."""
    match = re.fullmatch(rf"(?P<what>(?:[^,;:]|, (?=[A-Z]))+?),? (?P<date>(?:at {TIME} )?on {DATE})\.", text)
    if not match or word_count(text) <= 15 or _HANGS.search(match["what"]):
        return None
    words = match["what"].split()
    verbs = [word for word in words if word in AUXILIARIES or is_past(word)]
    if not verbs or (verbs[0] not in {"was", "were"} and not is_past(verbs[0])):
        return None
    return stop(match["what"]), f"This was {match['date']}."


def _by_template(template: Template) -> tuple[str, Callable[[str], Pieces | None]]:
    return template.name, template.fill


_RULES: tuple[tuple[str, Callable[[str], Pieces | None]], ...] = (
    ("lead-who", _lead_who),
    ("can-or", choices.can_or),
    *map(_by_template, TEMPLATES),
    ("people-whose", _people_whose),
    ("who-between", choices.who_between),
    ("which-clause", _which),
    ("although", tails.although),
    ("even-if", tails.even_if),
    ("two-clauses", _clauses),
    ("orders-apart", choices.orders),
    ("two-orders", _orders),
    ("same-subject", _same_subject),
    ("and-must", choices.and_must),
    ("will-and", choices.will_and),
    ("tail-who", _tail_who),
    ("when-apart", tails.when),
    ("because-of", tails.because_of),
    ("after-apart", tails.after),
    ("so-that", tails.so_that),
    ("named-who", tails.named_who),
    ("date-apart", _when),
    ("date-apart", _time_between),
    ("will-be-apart", tails.will_be),
)
