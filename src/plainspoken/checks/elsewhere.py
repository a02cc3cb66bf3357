"""What is doubtful about easy read in a language other than English: the rules that hold in any, one function a code.

Rules that need a language's grammar (passives, two clauses, contractions, which are right in French) are not held
here. "Not" twice isn't either, since many languages say it twice for once: a "not" that came or went in translation is
found by `checks.translation`, as are numbers, names and phone numbers.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from plainspoken import facts
from plainspoken.checks.measure import ENGLISH, Measure, measure, shortened
from plainspoken.facts import numerals
from plainspoken.findings import Finding, finding
from plainspoken.model import Block, Inline, Release, Segment
from plainspoken.tagged.tokens import plain_digits

_MOST_WORDS = 1000  # Department of Health, 2010: "Making written information easier to understand"
_EXPLAINS = frozenset({"glossary", "abbreviation"})
# Stops that end sentences alone (Unicode's Sentence_Terminal), and the full stop, which ends shortened words as well.
_STOPS = re.compile(r"(?:[!?؟।॥۔።፧。！？]|(?<=[^\W\d_]{4})\.)[”’\"»)]*(?:\s+|(?<=[。！？]))(?=[^\W\d_])")
_MANY_CAPITALS = 3
_ACRONYM = re.compile(r"(?<![\w.@/-])[^\W\d_]{2,6}(?![\w@/]|[-.]\w)")
_DIGITS_ONLY = re.compile(
    r"(?<![\d.,/-])(?:\d{1,2}([./-])\d{1,2}\1(?:\d{4}|\d\d)|\d{4}([./-])\d{1,2}\2\d{1,2})(?![\d/-])"
)
_SOFT_HYPHEN = "\u00ad"
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Line:
    """An easy sentence in its language.

    Attributes:
        segment: the sentence.
        lang: its language.
        at: how a finding names it.
        source: the easy sentence that it was translated from; None where it was written so.
    """

    segment: Segment
    lang: str
    at: str
    source: Segment | None = None

    @property
    def text(self) -> str:
        """Its words."""
        return self.segment.text

    @property
    def measure(self) -> Measure:
        """How long it may be."""
        return measure(self.lang)

    def found(self, code: str, detail: str = "") -> Finding:
        """Make a finding about it."""
        return finding(code, self.at, detail)


Rule = Callable[[Line], Iterable[Finding]]


def check(source: Release, translated: Release) -> tuple[Finding, ...]:
    """Return where an easy-read edition, translated sentence by sentence, breaks the rules in its own language.

    Args:
        source: the easy-read edition that it was translated from.
        translated: the translation, its segments with the ids of the source's.
    """
    sources = {segment.id: segment for segment in source.segments()}
    lines = [
        Line(segment, translated.lang, f"{translated.lang}:{segment.id}", sources[segment.id])
        for segment in translated.segments()
        if segment.id in sources and segment.state != "initial" and segment.engine != "copied"
    ]
    found = (finding for line in lines for rule in RULES for finding in rule(line))
    return (*found, *word_varies(translated), *text_long(translated, translated.lang))


def lint(text: Release) -> tuple[Finding, ...]:
    """Return where anyone's easy-read text, its lines the ids, breaks the rules that hold in any language."""
    lines = [Line(segment, text.lang, segment.id) for segment in text.segments()]
    return (*(finding for line in lines for rule in RULES for finding in rule(line)), *text_long(text))


def too_long(line: Line) -> Iterator[Finding]:
    """Find a sentence that says more than 15 words of English do."""
    has, most = line.measure.count(line.text), line.measure.longest
    if has > most:
        yield line.found("sentence-long", f"It has {has} {line.measure.unit}; in this language {most} are the most.")


def short_forms(line: Line) -> Iterator[Finding]:
    """Find the language's own "eg" and "etc"."""
    for form in shortened(line.lang):
        pattern = re.escape(form.rstrip(".")).replace(r"\.", r"\.\s?") + (r"\." if form.endswith(".") else r"\b")
        if match := re.search(rf"(?<!\w){pattern}", line.text, re.IGNORECASE):
            yield line.found("easy-shortened", f"It has “{match[0]}”.")


def percentage(line: Line) -> Iterator[Finding]:
    """Find percentages, in any language's sign or words."""
    if any(fact.kind == "percent" for fact in facts.find(line.text, line.lang)):
        yield line.found("easy-percentage")


def number_words(line: Line) -> Iterator[Finding]:
    """Find numbers that the source has in digits, the translation in words; "one" may be an article."""
    if line.source is None or not numerals.spells(line.lang):
        return
    theirs = _digits(line.text)
    spelled = numerals.spelled(line.text, line.lang)
    for number in sorted(((_digits(line.source.text) - theirs) & spelled) - {"1"}, key=int):
        yield line.found("easy-number-word", f"It is {number}.")


def dates(line: Line) -> Iterator[Finding]:
    """Find dates of digits alone, "14/03/2026", which people read in different orders."""
    for match in _DIGITS_ONLY.finditer(line.text):
        yield line.found("easy-date-form", f"It is “{match[0]}”.")


def capitals(line: Line) -> Iterator[Finding]:
    """Find three words or more in capitals, in scripts that have them."""
    for loud, run in groupby(line.text.split(), key=lambda word: len(word) > 1 and word.isupper()):
        words = list(run)
        if loud and len(words) >= _MANY_CAPITALS:
            yield line.found("easy-capitals", f"It is “{' '.join(words)}”.")
            return


def acronyms(line: Line) -> Iterator[Finding]:
    """Find short forms that a translation brings in and its source does not have; what explains one may."""
    if line.source is None or line.segment.rule in _EXPLAINS or line.text.isupper():
        return
    known = set(_WORD.findall(line.source.text.upper()))
    for match in _ACRONYM.finditer(line.text):
        if match[0].isupper() and match[0] not in known and f"({match[0]})" not in line.text:
            yield line.found("easy-acronym", f"It is “{match[0]}”.")


def line_shared(line: Line) -> Iterator[Finding]:
    """Find lines with more than one sentence, quotations aside: each starts a line of its own."""
    ours = _sentences(line.text)
    if ours > (_sentences(line.source.text) if line.source else 1):
        yield line.found("easy-line-shared", f"It has {ours}.")


def word_broken(line: Line) -> Iterator[Finding]:
    """Find soft hyphens, at which a page may cut a word."""
    if _SOFT_HYPHEN in line.text:
        yield line.found("easy-word-broken")


def word_varies(translated: Release) -> Iterator[Finding]:
    """Find hard words that the sentence after them explains by another word: "refugio", then "Un albergue es ...".

    Words are alike if they share a run of letters, as inflected forms, words with an article and mutated ones do.
    """
    segments = [one for block in translated.blocks() for one in block.segments if _is_told(block, one)]
    for segment, after in pairwise(segments):
        hard = " ".join(_bold(segment.spans))
        if after.rule == "glossary" and hard and not _alike(hard, after.text):
            at = f"{translated.lang}:{after.id}"
            yield finding("easy-word-varies", at, f"“{hard}” stands before it.")


def text_long(text: Release, at: str = "") -> Iterator[Finding]:
    """Find a text that says more than 1,000 words of English do."""
    scale = measure(text.lang)
    has, most = sum(scale.count(one.text) for one in text.segments()), scale.longest * _MOST_WORDS // ENGLISH
    if has > most:
        yield finding("easy-text-long", at, f"It has {has} {scale.unit}; in this language {most} are the most.")


RULES: tuple[Rule, ...] = (
    too_long, short_forms, percentage, number_words, dates, capitals, acronyms, line_shared, word_broken,
)  # fmt: skip


def _digits(text: str) -> frozenset[str]:
    found = (fact.text for fact in facts.find(plain_digits(text)) if fact.kind == "number")
    return frozenset(number for number in found if number.isdecimal())


def _sentences(text: str) -> int:
    return 1 + len(_STOPS.findall(re.sub(r"[“„«\"][^”“»\"]*[”“»\"]?", "“”", text)))


def _is_told(block: Block, segment: Segment) -> bool:
    return block.kind != "heading" and segment.state != "initial"


def _bold(spans: Iterable[Inline]) -> Iterator[str]:
    for span in spans:
        if span.kind == "strong":
            yield span.text
        else:
            yield from _bold(span.children)


def _alike(hard: str, text: str) -> bool:
    """Tell whether a text has, of any word of a term, most of its letters in a run; of Chinese, two signs of it."""
    folded = text.casefold()
    words = [word.casefold() for word in re.findall(r"[^\s\d.,()“”\"'’-]+", hard)]
    return any(_shares(word, folded) for word in words)


def _shares(word: str, text: str) -> bool:
    size = min(len(word), max(2, round(len(word) * 0.6)))
    return any(word[start : start + size] in text for start in range(len(word) - size + 1))
