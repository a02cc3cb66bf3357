"""The frame of a release: which of its sentences say what happened, what to do and whom to call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from plainspoken.claims import statuses
from plainspoken.marks import quoted
from plainspoken.model import Block, Release, Section, Segment
from plainspoken.stages.quoting import spoken

# The headings of an easy-read edition are words of the catalogues in `locales/`.
Question = Literal[
    "What happened?", "What is this about?", "Who is this about?", "More about this", "What happens next?",
    "What should you do?", "What can you do?", "What did people say?", "How can I get help?", "Who can I contact?",
]  # fmt: skip
Part = Literal["lead", "story", "action", "help", "quote", "list", "table"]

_SERVED = frozenset({"standfirst", "lead", "body", "helpline"})
PHONE = re.compile(r"(?:\+44|\b0)\d(?:[ \-]?\d){6,12}\b|\b(?:999|101|105|111|112|119|159|18000|116 ?\d{3})\b")
MONTHS = "January|February|March|April|May|June|July|August|September|October|November|December"
_DAY = rf"(?:\d{{1,2}} (?:{MONTHS})|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
DEADLINE = re.compile(
    r"\b(?:by|before|until|no later than|clos(?:es?|ing)(?: at [\w.]+)? on|deadline(?: is)?|ends? on)\b"
    rf"[^;:!?]{{0,30}}?{_DAY}(?: \d{{4}})?"
)
# "must pay within 28 days", "has 28 days to pay"
_TERM = re.compile(
    r"\b(?:must|ha(?:s|ve) to|needs? to)\b[^;:!?]{0,80}?\bwithin \w+ (?:working )?(?:days|weeks|months)\b"
    r"|\bha(?:s|ve) \w+ (?:days|weeks|months) to\b"
)
# What one person must do is no order to the reader, and belongs where the person is told of.
_OF_ONE = re.compile(r"(?:He|She|They|His|Her|Their)\b|[A-Z][\w’'\-]+ [A-Z][\w’'\-]+ must\b")
# Who came to harm: "He was not hurt" gets in with the sentence that says who.
_HARM = re.compile(r"^(?:He|She|They)\b.*\b(?:hurt|injur\w+|died|killed|harmed)\b")
# Where people stand with the law: each that the release names is said.
LEGAL = frozenset(
    {"arrested", "charged", "bailed", "remanded", "convicted", "admitted", "denied", "cleared", "alleged", "sentenced",
     "jailed", "suspended", "fined", "banned", "cautioned", "investigated"}
)  # fmt: skip
_COURT_DATE = re.compile(rf"\b(?:appear|be sentenced|stand trial)\b[^;:!?]{{0,80}}?{_DAY}(?: \d{{4}})?")
# What to call holds only with the sentence before it, where it does not say itself for what.
_ORDER_TO_CALL = re.compile(
    r"(?:Please |Otherwise,? )?(?:[Cc]all|[Rr]ing|[Pp]hone|[Tt]ext|[Ee]mail|[Cc]ontact|[Rr]eport it)\b"
)
_SAYS_WHEN = re.compile(r"\b(?:if|for|about|unless|when|with questions|in an emergency)\b", re.IGNORECASE)
_LOOKS_BACK = re.compile(r"(?:with|for|get|of) one\b|^(?:If|When) this\b|^(?:They|It|He|She)\b|^Otherwise\b")
_ASKED = re.compile(
    r"\b(?:call|calling|ring|phone|text|textphone|press|dial|email|contact|use|line|helpline)\b", re.IGNORECASE
)
_MAIL = re.compile(r"\w@\w[\w.\-]*\.\w")
_KEYPAD = re.compile(r"\bpress (?:\w+ )?\d{1,2}\b", re.IGNORECASE)
_ORDER = re.compile(
    r"(?:Please |Never |Always |Do not |Don[’']t )?"
    r"(?:apply|ask|avoid|boil|book|bring|call|check|choose|close|come|contact|"
    r"fill|find|follow|get|give|keep|leave|look|make|phone|read|register|report|return|ring|save|send|sign|stay|stop|"
    r"take|talk|tell|text|turn|use|visit|wash|watch|write)\b",
    re.IGNORECASE,
)  # fmt: skip
_SHOULD = re.compile(
    r"^(?:You|If you|Children|People|Anyone|Everyone|Parents|Residents|Visitors|Drivers|Patients|Tenants|Voters)\b.*"
    r"\b(?:should|must|need to|will need)\b|\b[Yy]ou (?:must|should|will need|need)\b"
)
_CAN = re.compile(r"\b[Yy]ou (?:can|may|do not (?:need|have)|don[’']t (?:need|have))\b|\bavailable if you\b")
_HOW_TO = re.compile(r"^(?:how to|what to do|what you (?:should|need|must)|steps|advice)\b", re.IGNORECASE)
_HELP = re.compile(
    r"\b(?:help|helpline|advice|support|emergency|danger|at risk|abuse|ill|unwell|fire|suicide|samaritans)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(r"\b(?:if|unless|when you|in an emergency)\b", re.IGNORECASE)
_NEXT = re.compile(r"(?<!\b[Yy]ou )\bwill\b|\bmust not\b.*\buntil\b|\bis due to\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A sentence of the release with what it is for.

    Attributes:
        segment: the sentence.
        part: what it does in the release.
        question: the heading it belongs under.
        speaker: who says it, for a quote.
        said: the words of a quote that were spoken.
        intro: the sentence that opens the list it stands in; None for running text.
        critical: whether it has what always gets in.
        opens: whether it is the first of the release.
        row: for a table cell, what its row is called.
        column: for a table cell, what its column is called.
        table: for a table cell, the number of its table in the release.
        under: the heading it stands under, where that is a condition of it: "What to do if you feel ill".
        leads: whether what always gets in makes no sense, or is wrong, without this sentence before it.
        led: whether it is such a sentence that the one before leads to.
    """

    segment: Segment
    part: Part
    question: Question
    speaker: str | None = None
    said: tuple[str, ...] = ()
    intro: Segment | None = None
    critical: bool = False
    opens: bool = False
    row: str = ""
    column: str = ""
    table: int = 0
    under: Segment | None = None
    leads: bool = False
    led: bool = False


def frame(release: Release) -> tuple[Piece, ...]:
    """Return the sentences that an easy-read edition may tell, in the release's order, each with what it is for."""
    return tuple(_tied(list(_pieces(release))))


def is_critical(text: str) -> bool:
    """Tell whether a sentence has what always gets in: whom to call, which key to press, by when."""
    address = PHONE.search(text) or _MAIL.search(text)
    return bool(
        (address and _ASKED.search(text))
        or PHONE.fullmatch(text.strip())
        or _KEYPAD.search(text)
        or (DEADLINE.search(text) and not statuses(text))
        or _COURT_DATE.search(text)
        or _TERM.search(text)
    )


def _tied(pieces: list[Piece]) -> Iterator[Piece]:
    """Tie "Call 111 first" to the sentence that says when: both get in, or the order would say too much."""
    held = [number > 0 and _holds_over(pieces[number - 1], piece) for number, piece in enumerate(pieces)]
    before: Question = "What happened?"
    for number, piece in enumerate(pieces):
        leads = number + 1 < len(pieces) and held[number + 1]
        of_one = held[number] and _OF_ONE.match(piece.segment.text)
        leads_away = leads and not _OF_ONE.match(pieces[number + 1].segment.text)
        asked = before if of_one else pieces[number + 1].question if leads_away else piece.question
        before = asked
        yield replace(piece, leads=leads, led=held[number], question=asked) if leads or held[number] else piece


def _holds_over(before: Piece, piece: Piece) -> bool:
    text = piece.segment.text
    beside = before.segment.id.rpartition(".")[0] == piece.segment.id.rpartition(".")[0]
    needed = piece.critical or statuses(text) & LEGAL or _HARM.match(text)
    if not needed or not beside or "quote" in (piece.part, before.part) or piece.part == "list":
        return False
    return bool(_LOOKS_BACK.search(text) or (_ORDER_TO_CALL.match(text) and not _SAYS_WHEN.search(text)))


def _pieces(release: Release) -> Iterator[Piece]:
    first = True
    previous: Question = "What happened?"
    for section in release.sections:
        if section.role not in _SERVED:
            continue
        heading: Segment | None = None
        opener: Segment | None = None
        for block in section.blocks:
            if block.kind == "heading":
                heading, opener = (block.segments or (None,))[0], None
                continue
            if block.kind in {"figure", "note"}:
                continue
            under = heading if heading and _CONDITION.search(heading.text) else None
            for piece in _of_block(block, section, heading, opener, previous, first):
                first, previous = False, piece.question if piece.part != "quote" else previous
                yield replace(piece, under=under)
            opener = _list_opener(block)


def _list_opener(block: Block) -> Segment | None:
    last = block.segments[-1] if block.kind == "paragraph" and block.segments else None
    return last if last and last.text.rstrip().endswith(":") else None


def _of_block(
    block: Block, section: Section, heading: Segment | None, opener: Segment | None, previous: Question, first: bool
) -> Iterator[Piece]:
    if block.kind == "quote" and not (block.speaker and quoted(block.text)):
        yield from _quoted(block)
        return
    if block.kind == "table":
        yield from _cells(block, previous)
        return
    said = spoken([segment.text for segment in block.segments], quote=False) if block.speaker else ()
    for number, segment in enumerate(block.segments):
        if said and said[number]:
            yield Piece(segment, "quote", "What did people say?", speaker=block.speaker, said=said[number])
            continue
        if block.kind == "list" and _nested(segment) and not is_critical(segment.text):
            continue
        if block.kind == "list" and not _sentence(segment.text):
            yield _item(segment, opener or heading, previous, section)
            continue
        if (
            block.kind in ("paragraph", "quote")
            and segment is block.segments[-1]
            and segment.text.rstrip().endswith(":")
        ):
            continue
        yield _running(segment, section, heading.text if heading else "", previous, first)
        first = False


def _quoted(block: Block) -> Iterator[Piece]:
    said = spoken([segment.text for segment in block.segments], quote=True)
    for segment, words in zip(block.segments, said, strict=True):
        yield Piece(segment, "quote", "What did people say?", speaker=block.speaker, said=words)


def _cells(block: Block, previous: Question) -> Iterator[Piece]:
    """Yield the cells beneath a row of headers, each with the names of its row and column."""
    rows = block.rows
    for segment in block.segments:
        place = re.fullmatch(r"r(\d+)\.c(\d+)", segment.part)
        if not place or block.header_rows != 1:
            continue
        row, column = int(place[1]), int(place[2])
        if row > 1 and column > 1:
            named = int.from_bytes(block.id.encode()[-6:])
            yield Piece(segment, "table", previous, row=rows[row - 1][0], column=rows[0][column - 1], table=named)


def _item(segment: Segment, intro: Segment | None, previous: Question, section: Section) -> Piece:
    critical = is_critical(segment.text)
    if critical or section.role == "helpline":
        return Piece(segment, "help", _whom(section, segment.text), critical=critical)
    asked: Question = "What can you do?" if intro and _CAN.search(intro.text) else previous
    return Piece(segment, "list", asked, intro=intro)


def _running(segment: Segment, section: Section, heading: str, previous: Question, first: bool) -> Piece:
    text, critical = segment.text, is_critical(segment.text)
    phone = bool(PHONE.search(text) or _KEYPAD.search(text))
    if section.role == "helpline" or (critical and phone):
        return Piece(segment, "help", _whom(section, text), critical=critical)
    if first or section.role == "standfirst":
        return Piece(segment, "lead", _about(text), critical=critical, opens=first)
    if (critical and " must " in text and not _OF_ONE.match(text)) or _ORDER.match(text) or _HOW_TO.match(heading):
        return Piece(segment, "action", "What should you do?", critical=critical)
    if _CAN.search(text):
        return Piece(segment, "action", "What can you do?", critical=critical)
    if _SHOULD.search(text):
        return Piece(segment, "action", "What should you do?", critical=critical)
    part: Part = "lead" if section.role == "lead" else "story"
    return Piece(segment, part, _story(text, previous), critical=critical)


def _whom(section: Section, text: str) -> Question:
    """Tell whether a number is for people who need help, or for those who want to tell or ask something."""
    words = " ".join(block.text for block in section.blocks) if section.role == "helpline" else text
    return "How can I get help?" if _HELP.search(words) else "Who can I contact?"


def _about(text: str) -> Question:
    """Tell what a lead answers: it tells of an event when it stands in the past or perfect."""
    past = re.search(r"\b(?:was|were|ha(?:s|ve) been|had)\b|\b\w{3,}ed\b", text)
    return "What happened?" if past and not re.search(r"\b(?:can|will|should|may)\b", text) else "What is this about?"


def _story(text: str, previous: Question) -> Question:
    if re.match(r"[A-Z][\w’'\-]+(?: [A-Z][\w’'\-]+)+, (?:aged )?\d{1,3},", text):
        return "Who is this about?"
    if _NEXT.search(text) and not statuses(text) & LEGAL:
        return "What happens next?"
    follows = re.match(r"(?:He|She|They|His|Her|Their|It|This)\b", text)
    return previous if follows and previous in {"Who is this about?", "What happened?"} else "More about this"


def _nested(segment: Segment) -> bool:
    """Tell whether an item hangs on another one: out of its place it would say something else."""
    return "." in segment.part or segment.text.rstrip().endswith(":")


def _sentence(text: str) -> bool:
    return text.rstrip().endswith((".", "!", "?")) and text[:1].isupper()
