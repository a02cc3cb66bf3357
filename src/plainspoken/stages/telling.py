"""Tellings: the easy sentences that each sentence of a release could become, before any are chosen."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from plainspoken.claims import statuses, word_count
from plainspoken.engines.patterns import capital
from plainspoken.engines.protocols import Simplifier
from plainspoken.model import Segment
from plainspoken.proof import proven
from plainspoken.stages.frame import MONTHS, Piece, Question, is_critical
from plainspoken.stages.quoting import sayings
from plainspoken.stages.ties import LONGEST, Telling, tie

__all__ = ["LONGEST", "ONLY_LED_TO", "Telling", "leans", "tell"]

# Lower goes first: what must get in, the lead, legal status, what to do, what comes next, help, quotes, the story.
_RANKS = {"lead": 10, "action": 20, "list": 20, "help": 30, "table": 33, "quote": 45, "story": 60}
_STATUS_RANK, _NEXT_RANK, _HOW_MANY_RANK, _AFTER_LEAD_RANK, _SECOND_QUOTE_RANK = 15, 25, 34, 46, 47
_DETAIL_RANK = 80
# A draft of this rank gets in only where another one leans on it.
ONLY_LED_TO = 1000
_SIDE_STATUS = frozenset({"victim", "ordered", "heard"})
_DETAIL = re.compile(
    r"(?:This was|This is because|There is an? |Most of them|More information|.* is \d+ years old\.)|.* surcharge "
)
_LEANS = re.compile(
    r"(?:He|She|They|It|His|Her|Their|Its|This|That|These|Those|Most of them|Or|But|So|For example|An example is|"
    r"If you (?:do not )?have (?:one|none)|"
    r"If \w+ \w+ (?:it|them|him|her))\b"
)
_PERSONAL = re.compile(r"(?:He|She|They|His|Her|Their)\b")
_STORY = frozenset(
    {"What happened?", "What is this about?", "Who is this about?", "More about this", "What happens next?"}
)
_THIS = re.compile(r"\bthat this was\b|\bdo this\b|\b(?:does|did|do so|do that)[,.]")
_AMOUNT = re.compile(r"[£€$]?\d[\d,.]*(?:p| million)?")
_PRICE = re.compile(r"(?:highest|lowest|maximum|minimum|cost|price|fee|fine|grant|amount)\b[\w ]*", re.IGNORECASE)
_USEFUL = re.compile(r"\b(?:you|your)\b|\d", re.IGNORECASE)
_NUMBER = re.compile(r"(?<![£€$\d.,])\d")
_WHEN = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS})\b"
    r"|\b(?:19|20)\d\d\b|\b\d{1,2}(?:[.:]\d\d)? ?(?:am|pm|a\.m\.|p\.m\.)|\b\d{1,2}[.:]\d\d\b",
)
# "We will." answers what was said before it, and tells nothing alone.
_ECHO = re.compile(r": “(?:\w+ ){1,2}(?:will|do|did|can|is|are|was|were|have|has)(?: not)?\.”$")
_PERSON = re.compile(r"\b(?:he|she|him|her|his|hers)\b")
_THING = re.compile(r"\b(?:it|them)\b")
_NOUN = re.compile(r"\b(?:[Tt]he|[Aa]n?|[Yy]our|[Oo]ur|[Tt]heir|[Hh]is|[Hh]er|[Tt]his|[Ii]f)\b|“")
_NAMED = re.compile(r"(?<=\s)[A-Z][a-z]{2,}|\b(?:[Aa]|[Aa]n) (?:man|woman|boy|girl|person|child|driver|victim)\b")


def tell(pieces: Sequence[Piece], engine: Simplifier, lang: str) -> tuple[Telling, ...]:
    """Return every easy sentence that is safe to say, in the release's order."""
    drafts: list[Telling] = []
    broken = False
    heads: dict[str, int] = {}
    for number, piece in enumerate(pieces):
        made = tuple(_made(piece, engine, lang))
        if piece.under and made and piece.under.id not in heads:
            heads[piece.under.id] = len(drafts)
            drafts.append(_head(piece, piece.under))
        if piece.part == "list":
            made = _with_intro(made, pieces, number)
        if piece.part == "table":
            made = tuple(replace(one, group=-1 - piece.table) for one in made)
        head = heads.get(piece.under.id) if piece.under else None
        broken = _append(drafts, made, head, broken)
    return tie(_quotes_ranked(_with_lead(_short_lists(drafts), pieces)), pieces)


def _short_lists(drafts: list[Telling]) -> list[Telling]:
    """Rank a list that has a long item so that it stays out, unless it must get in: half a list would say too much."""
    long = {one.group for one in drafts if one.group is not None and word_count(one.text) > LONGEST}
    return [replace(one, rank=max(one.rank, ONLY_LED_TO)) if one.rank and one.group in long else one for one in drafts]


def _with_lead(drafts: list[Telling], pieces: Sequence[Piece]) -> list[Telling]:
    """Make sure that the edition says what the release is about: where no cut is safe, the lead stands whole."""
    first = next((piece for piece in pieces if piece.opens and piece.part == "lead"), None)
    if first is None or any(one.origin is first.segment for one in drafts):
        return drafts
    whole = " ".join(first.segment.text.split())
    moved = [replace(one, after=None if one.after is None else one.after + 1) for one in drafts]
    return [Telling(whole, "verbatim", first.segment, first.question, _RANKS["lead"]), *moved]


def _quotes_ranked(drafts: Sequence[Telling]) -> tuple[Telling, ...]:
    """Rank quotes: one that tells a number or speaks to "you" first, one more after the story's lead, no others."""
    quotes = [number for number, one in enumerate(drafts) if one.rule == "quote"]
    free = [number for number in quotes if drafts[number].after is None]
    order = sorted(free, key=lambda number: (not _USEFUL.search(drafts[number].text.partition("“")[2]), number))
    ranks = dict(zip(order, (_RANKS["quote"], _SECOND_QUOTE_RANK), strict=False))
    ranks |= {number: _SECOND_QUOTE_RANK for number in quotes if drafts[number].after in order[:1]}
    ranks |= {number: ONLY_LED_TO for number in quotes if number not in ranks}
    return tuple(replace(one, rank=ranks.get(number, one.rank)) for number, one in enumerate(drafts))


def _head(piece: Piece, heading: Segment) -> Telling:
    """Say a heading that holds the condition of what stands under it: alone, no draft leads to it."""
    words = " ".join(heading.text.split()).rstrip(":") + ":"
    return Telling(words, "heading-kept", heading, piece.question, ONLY_LED_TO)


def _append(drafts: list[Telling], made: Sequence[Telling], head: int | None, broken: bool) -> bool:
    """Add drafts, each tied to the one that it leans on; tell whether the chain of the story is broken after them.

    `head` is the number of the draft that holds the condition of them all.
    """
    before: int | None = None
    for one in made:
        if leans(one) and one.group is None:
            lean = before if before is not None else (None if broken else _anchor(drafts))
            if lean is None and one.rank > 0:
                broken = True
                continue
            one = replace(one, after=lean, question=_beside(one, drafts[lean]) if lean is not None else one.question)
        elif head is not None:
            one = replace(one, after=head)
        drafts.append(one)
        before = before if one.rank == _DETAIL_RANK else len(drafts) - 1
    return not made


def _beside(one: Telling, leans_on: Telling) -> Question:
    """Return the heading of a sentence that says "it" or "this": the one of what it leans on, in the story."""
    if _PERSONAL.match(one.text) or not {one.question, leans_on.question} <= _STORY:
        return one.question
    return leans_on.question


def _anchor(drafts: Sequence[Telling]) -> int | None:
    """Return the number of the last draft that a "He" can look back to."""
    places = (number for number in reversed(range(len(drafts))) if drafts[number].rank != _DETAIL_RANK)
    return next(places, None)


def leans(one: Telling) -> bool:
    """Tell whether a sentence needs the one before it to be understood: "He ...", "This was ...", "Or ..."."""
    text = one.text.partition(" said: “")[2] or one.text
    if _LEANS.match(text) or _THIS.search(text):
        return not text.startswith("This is the ")
    person, thing = _PERSON.search(text), _THING.search(text)
    return bool(
        (person and not _NAMED.search(text[: person.start()]))
        or (thing and not text.startswith("If ") and not _NOUN.search(text[: thing.start()]))
    )


def _made(piece: Piece, engine: Simplifier, lang: str) -> Iterator[Telling]:
    if piece.part == "quote":
        yield from _quoted(piece)
    elif piece.part == "list":
        yield Telling(" ".join(piece.segment.text.split()), "list-item", piece.segment, piece.question, _RANKS["list"])
    elif piece.part == "table":
        yield from _cell(piece)
    else:
        yield from _told(piece, engine, lang)


def _cell(piece: Piece) -> Iterator[Telling]:
    """Say a cell that gives an amount: "The highest grant for a home is £5,000"."""
    if piece.row and piece.column and _AMOUNT.fullmatch(piece.segment.text.strip()) and _PRICE.match(piece.column):
        text = f"{piece.column} for {_article(piece.row)} is {piece.segment.text.strip()}."
        yield Telling(f"The {text[:1].lower()}{text[1:]}", "table-cell", piece.segment, piece.question, _RANKS["table"])


def _article(words: str) -> str:
    return f"{'an' if words[:1].lower() in 'aeiou' else 'a'} {words[:1].lower()}{words[1:]}"


def _told(piece: Piece, engine: Simplifier, lang: str) -> Iterator[Telling]:
    source = piece.segment.text
    simple = engine.simplify([source], lang)[0]
    sound = bool(simple) and proven(source, [one.text for one in simple])
    if not sound:
        whole = " ".join(source.split())
        if piece.critical or word_count(whole) <= LONGEST:
            yield Telling(whole, "verbatim", piece.segment, piece.question, _rank(piece, whole))
        elif piece.leads or statuses(whole) - _SIDE_STATUS:
            yield Telling(whole, "verbatim", piece.segment, piece.question, ONLY_LED_TO)
        return
    for one in simple:
        if word_count(one.text) <= LONGEST or is_critical(one.text):
            rank = _rank(piece, one.text, is_main=one is simple[0])
            yield Telling(one.text, one.rule, piece.segment, piece.question, rank)
        elif piece.leads or statuses(one.text) - _SIDE_STATUS:
            yield Telling(one.text, one.rule, piece.segment, piece.question, ONLY_LED_TO)


def _rank(piece: Piece, text: str, *, is_main: bool = True) -> int:
    if is_critical(text) and piece.critical:
        return 0
    if _DETAIL.match(text):
        return _DETAIL_RANK
    if piece.part in {"lead", "story"} and not piece.opens and statuses(text) - _SIDE_STATUS:
        return _STATUS_RANK
    if piece.question == "What happens next?":
        return _NEXT_RANK
    if piece.part == "lead" and not piece.opens:
        return _HOW_MANY_RANK if is_main and _counts(text) else _AFTER_LEAD_RANK
    return _RANKS[piece.part]


def _counts(text: str) -> bool:
    """Tell whether a sentence says how many: a number that is no day, time, year or sum of money."""
    return bool(_NUMBER.search(_WHEN.sub("", text)))


def _quoted(piece: Piece) -> Iterator[Telling]:
    if not piece.speaker:
        return
    said = [f"{piece.speaker} said: “{saying}”" for saying in sayings(piece.said)]
    for number, text in enumerate(said):
        if _ECHO.search(text):
            continue
        against = said[number + 1] if said[number + 1 :] and "“But " in said[number + 1] else text
        if max(word_count(text), word_count(against)) <= LONGEST:
            yield Telling(capital(text), "quote", piece.segment, piece.question, _RANKS["quote"])


def _with_intro(made: Sequence[Telling], pieces: Sequence[Piece], number: int) -> tuple[Telling, ...]:
    """Tie the items of a list to each other and put the words that open it before the first."""
    piece = pieces[number]
    first = number
    while first > 0 and pieces[first - 1].part == "list" and pieces[first - 1].intro == piece.intro:
        first -= 1
    items = tuple(replace(one, group=first) for one in made)
    if first < number or piece.intro is None:
        return items
    words = " ".join(piece.intro.text.split()).rstrip(":") + ":"
    return (Telling(words, "list-intro", piece.intro, piece.question, _RANKS["list"], group=first), *items)
