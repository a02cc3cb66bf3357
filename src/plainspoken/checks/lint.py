"""What the rules of easy read say against anyone's text: those that a machine can check, one function for each code."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from plainspoken import lang
from plainspoken.checks import easy as checks
from plainspoken.checks import elsewhere
from plainspoken.claims import word_count
from plainspoken.engines.patterns import MONTH, has_verb, opens_clause
from plainspoken.findings import Finding, finding
from plainspoken.hard_words import HardWords
from plainspoken.model import Release, Segment

_MOST_WORDS = 1000  # Department of Health, 2010: "Making written information easier to understand"
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|be|been|being|get|gets|got) (?:not |also |\w+ly )?"
    r"(\w+ed|made|given|taken|sent|told|held|kept|found|paid|put|seen|shown|built|bought|brought|caught|chosen|done|"
    r"driven|heard|hit|hurt|known|led|left|lost|met|read|said|sold|spent|stolen|taught|thought|won|written)\b"
)
_NOT_PASSIVE = frozenset(
    {
        "worried",
        "tired",
        "interested",
        "pleased",
        "excited",
        "scared",
        "bored",
        "confused",
        "married",
        "retired",
        "needed",
    }
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z&]{1,5}s?\b")
_KNOWN_SHORT = frozenset({"UK", "TV", "PIN", "ID", "DVD", "CD", "AM", "PM"})
_SPELLED = re.compile(r"\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|hundred)\b", re.I)
_LARGE = re.compile(r"\d{1,3}(?:,\d{3}){1,}|\b\d{5,}\b|\b\d[\d.]* (?:million|billion)\b")
_PHONE_LIKE = re.compile(r"\+?0[\d ]{6,}")
_DATE = re.compile(
    r"\b\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})\b|\b\d{4}-\d\d-\d\d\b"
    rf"|\b\d{{1,2}}(?:st|nd|rd|th)\b(?: of)? {MONTH}"
    rf"|\b{MONTH} \d{{1,2}}(?:st|nd|rd|th)?\b"
)
_BORDER = re.compile(r"; |, (?:and|but|so|because|although|which|while) ")
_CAPITALS = re.compile(r"(?:\b[A-Z]{2,}\b[ ,]*){3,}")
# Rules without exceptions: a text that breaks one is not easy read.
_STRICT = frozenset({"sentence-long", "easy-contraction", "easy-shortened"})


def lint(text: Release, words: HardWords | None = None) -> tuple[Finding, ...]:
    """Return where a text breaks the rules of easy read, in the order of its lines; those of grammar for English alone.

    Args:
        text: the text, as `readers.written` reads it.
        words: the words that need an explanation; the built-in ones if None.
    """
    if lang.primary(text.lang) != "en":
        any_language = (*elsewhere.lint(text), *shared_lines(text), *broken_words(text))
        return _in_order((*any_language, *checks.about_hard_words(text, words)))
    found = [
        *checks.check(text, None, words),
        *(one for segment in text.segments() for rule in RULES for one in rule(segment)),
        *acronyms(text), *shared_lines(text), *broken_words(text), *too_long(text),
    ]  # fmt: skip
    return _in_order(found)


def _in_order(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by line, what breaks a strict rule as errors."""
    told = (replace(one, level="error") if one.code in _STRICT else one for one in found)
    return tuple(sorted(told, key=lambda one: int(one.at.rpartition(" ")[2] or 0)))


def passive(segment: Segment) -> Iterator[Finding]:
    """Find "was sent by": say who does what."""
    for match in _PASSIVE.finditer(segment.text):
        if match[1].lower() not in _NOT_PASSIVE:
            yield finding("easy-passive", segment.id, f"It has “{match[0]}”.")


def number_words(segment: Segment) -> Iterator[Finding]:
    """Find numbers that are written as words."""
    for match in _SPELLED.finditer(segment.text):
        yield finding("easy-number-word", segment.id, f"It is “{match[0]}”.")


def large_numbers(segment: Segment) -> Iterator[Finding]:
    """Find figures of four digits or more that are no phone number and no year."""
    for match in _LARGE.finditer(_PHONE_LIKE.sub(" ", segment.text)):
        yield finding("easy-large-number", segment.id, f"It is “{match[0]}”.")


def dates(segment: Segment) -> Iterator[Finding]:
    """Find dates that are not written as "14 March 2026"."""
    for match in _DATE.finditer(segment.text):
        yield finding("easy-date-form", segment.id, f"It is “{match[0]}”.")


def two_ideas(segment: Segment) -> Iterator[Finding]:
    """Find a sentence that is two: a full clause on each side of ", and", ";" and the like."""
    for border in _BORDER.finditer(segment.text):
        left, right = segment.text[: border.start()], segment.text[border.end() :]
        if has_verb(left) and (opens_clause(right) or "which" in border[0]):
            yield finding("easy-two-ideas", segment.id)
            return


def capitals(segment: Segment) -> Iterator[Finding]:
    """Find three words or more in capitals, which are hard to read."""
    if match := _CAPITALS.search(segment.text):
        yield finding("easy-capitals", segment.id, f"It is “{match[0].strip(' ,')}”.")


def acronyms(text: Release) -> Iterator[Finding]:
    """Find short forms that the text nowhere writes out, each once."""
    whole = " ".join(one.text for one in text.segments())
    told: set[str] = set()
    for segment in text.segments():
        for match in _ACRONYM.finditer("" if _CAPITALS.search(segment.text) else segment.text):
            short = match[0].removesuffix("s")
            explained = re.search(rf"\b{re.escape(short)} (?:means|is|stands for)\b|\({re.escape(short)}\)", whole)
            if short not in told | _KNOWN_SHORT and not explained:
                told.add(short)
                yield finding("easy-acronym", segment.id, f"It is “{short}”.")


def shared_lines(text: Release) -> Iterator[Finding]:
    """Find lines with more than one sentence: each starts a line of its own."""
    for block in text.blocks():
        if len(block.segments) > 1:
            yield finding("easy-line-shared", block.id, f"It has {len(block.segments)}.")


def broken_words(text: Release) -> Iterator[Finding]:
    """Find a word that is cut at a line's end."""
    for block in text.blocks():
        if re.search(r"\w[-\u00ad]$", block.text):
            yield finding("easy-word-broken", block.id)


def too_long(text: Release) -> Iterator[Finding]:
    """Find a text of more than 1,000 words."""
    many = sum(word_count(one.text) for one in text.segments())
    if many > _MOST_WORDS:
        yield finding("easy-text-long", "", f"It has {many}.")


RULES = (passive, number_words, large_numbers, dates, two_ideas, capitals)
