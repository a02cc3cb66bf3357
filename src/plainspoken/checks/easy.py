"""What is doubtful about an easy-read text: one function per finding code, over each sentence and its source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plainspoken import claims
from plainspoken.findings import Finding, finding
from plainspoken.hard_words import HardWords, built_in
from plainspoken.model import Release, Segment

LONGEST = 15
_CONTRACTION = re.compile(r"\b\w+(?:n[’']t|[’'](?:re|ve|ll|m|d))\b", re.IGNORECASE)
_SHORTENED = re.compile(r"\b(?:e\.?g\.?|i\.?e\.?|etc\.?|approx\.?)(?=[\s,.)]|$)", re.IGNORECASE)
_PERCENTAGE = re.compile(r"\d ?%|\bper ?cent\b", re.IGNORECASE)
# What the rules `glossary` and `abbreviation` say is explained from a lexicon, not taken from the source.
_EXPLAINS = frozenset({"glossary", "abbreviation"})


@dataclass(frozen=True, slots=True)
class Said:
    """An easy sentence, as the checks see it.

    Attributes:
        segment: the sentence.
        source: the words that it was made of; None where they are not known.
        context: words that it may take names from as well, such as the speaker of a quote.
    """

    segment: Segment
    source: str | None = None
    context: str = ""

    @property
    def text(self) -> str:
        """Its words."""
        return self.segment.text

    def found(self, code: str, detail: str) -> Finding:
        """Make a finding about this sentence."""
        return finding(code, self.segment.id, detail)


Check = Callable[[Said], Iterable[Finding]]


def check(easy: Release, full: Release | None = None, words: HardWords | None = None) -> tuple[Finding, ...]:
    """Return what every check finds in an easy-read edition.

    Args:
        easy: the edition, or anyone's easy-read text as a release.
        full: the release that it was made of; without it only its language is checked.
        words: the words that need an explanation; the built-in ones if None.
    """
    return (
        *(found for said in _sentences(easy, full) for one in CHECKS for found in one(said)),
        *about_hard_words(easy, words),
    )


def about_hard_words(easy: Release, words: HardWords | None = None) -> tuple[Finding, ...]:
    """Return which hard words of an easy text nothing explains, and which explanations are too long."""
    known = (built_in() if words is None else words).speaking(easy.lang)
    return (*unexplained(easy, known), *long_explanations(known))


def too_long(said: Said) -> Iterator[Finding]:
    """Find a sentence of more than 15 words (Department of Health, 2010: "Making written information easier ...")."""
    words = claims.word_count(said.text)
    if words > LONGEST:
        yield said.found("sentence-long", f"It has {words}.")


def contraction(said: Said) -> Iterator[Finding]:
    """Find "don't", "we'll" and the like, outside quotations."""
    for match in _CONTRACTION.finditer(_unquoted(said.text)):
        yield said.found("easy-contraction", f"It has “{match[0]}”.")


def shortened(said: Said) -> Iterator[Finding]:
    """Find "eg", "ie", "etc"."""
    for match in _SHORTENED.finditer(_unquoted(said.text)):
        yield said.found("easy-shortened", f"It has “{match[0]}”.")


def percentage(said: Said) -> Iterator[Finding]:
    """Find percentages, which "1 in 3" says more plainly."""
    if _PERCENTAGE.search(said.text):
        yield said.found("easy-percentage", "")


def two_negations(said: Said) -> Iterator[Finding]:
    """Find a sentence that says "not" twice."""
    if claims.negations(_unquoted(said.text)) > 1:
        yield said.found("easy-two-negations", "")


def number_added(said: Said) -> Iterator[Finding]:
    """Find a number that the source sentence does not have."""
    if said.source is not None:
        for number in sorted(claims.added_numbers(f"{said.source} {said.context}", said.text)):
            yield said.found("easy-number-added", f"It is {number}.")


def name_added(said: Said) -> Iterator[Finding]:
    """Find a name that neither the source sentence nor the speaker has."""
    if said.source is not None:
        for name in sorted(claims.added_names(f"{said.source} {said.context}", said.text)):
            yield said.found("easy-name-added", f"It is {name}.")


def negation_added(said: Said) -> Iterator[Finding]:
    """Find a "not" where the source sentence has none."""
    if said.source is not None and claims.negations(said.text) and not claims.negations(said.source):
        yield said.found("easy-negation-added", "")


def status_changed(said: Said) -> Iterator[Finding]:
    """Find a legal status (arrested, charged, convicted, alleged, ...) that the source sentence does not name."""
    if said.source is not None:
        for status in sorted(claims.statuses(said.text) - claims.statuses(said.source)):
            yield said.found("easy-status-changed", f"It is “{status}”.")


def quote_changed(said: Said) -> Iterator[Finding]:
    """Find a quotation whose words are not those of the source sentence, in order."""
    if said.source is not None and not claims.keeps_quotes(said.source, said.text):
        yield said.found("easy-quote-changed", "")


def unexplained(easy: Release, words: HardWords) -> Iterator[Finding]:
    """Find hard words that no sentence explains, each at its first place."""
    segments = [one for block in easy.blocks() if block.kind != "heading" for one in block.segments]
    explained = frozenset(one.text for one in segments)
    told: set[str] = set()
    for segment in segments:
        for found in words.find(segment.text) if segment.rule not in _EXPLAINS else ():
            meant = found.word.means
            if meant not in explained | told and not _means(found.word.forms, explained):
                told.add(meant)
                said = segment.text[found.start : found.end]
                yield finding("easy-hard-word", segment.id, f"It is “{said}”.")


def long_explanations(words: HardWords) -> Iterator[Finding]:
    """Find explanations of an organisation's own that have more than 15 words."""
    for word in words.words:
        count = claims.word_count(word.means)
        if word.own and count > LONGEST:
            yield finding("easy-explanation-long", "", f"That of “{word.name}” has {count}.")


def _means(forms: Iterable[str], sentences: Iterable[str]) -> bool:
    """Tell whether any sentence says what a word is: "A refuge is ...", "MMR means ..."."""
    either = "|".join(map(re.escape, forms))
    says = re.compile(rf"(?:An? |The |To )?(?:{either}) (?:is|are|means?)\b", re.IGNORECASE)
    return any(says.match(sentence) for sentence in sentences)


CHECKS: tuple[Check, ...] = (
    too_long, contraction, shortened, percentage, two_negations, number_added, name_added, negation_added,
    status_changed, quote_changed,
)  # fmt: skip


def _sentences(easy: Release, full: Release | None) -> Iterator[Said]:
    sources = {segment.id: segment.text for segment in full.segments()} if full else {}
    speakers = " ".join(block.speaker or "" for block in full.blocks()) if full else ""
    for block in easy.blocks():
        for segment in block.segments:
            known = None if segment.rule in _EXPLAINS or segment.rule == "heading" else _source(segment, sources)
            yield Said(segment, known, speakers)


def _source(segment: Segment, sources: dict[str, str]) -> str | None:
    return " ".join(sources[one] for one in segment.origin if one in sources) or None


def _unquoted(text: str) -> str:
    return re.sub(r"[“\"][^”\"]*[”\"]?", " ", text)
