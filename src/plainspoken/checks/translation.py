"""What is doubtful about a translation: one function per finding code, over each sentence and its source."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from plainspoken import facts
from plainspoken.facts import Fact
from plainspoken.findings import Finding, Level, finding
from plainspoken.model import Inline, Release, Segment
from plainspoken.tagged import tagged
from plainspoken.tagged.tokens import tokens
from plainspoken.terms import Glossary

# Below this mean probability of a token, an engine's sentence is more often wrong than right.
_LOW = 0.35
# A translation that shares so many of its longer words with the source is a copy.
_COPY, _WORDS = 0.8, 3


@dataclass(frozen=True, slots=True)
class Said:
    """A sentence and its translation, as the checks see them.

    Attributes:
        source: the segment in the source language.
        target: the segment in the other one.
        source_lang: the language of the source.
        target_lang: the language of the target.
        glossary: required translations.
    """

    source: Segment
    target: Segment
    source_lang: str
    target_lang: str
    glossary: Glossary | None = None

    def found(self, code: str, detail: str, level: Level | None = None) -> Finding:
        """Make a finding about this sentence."""
        return finding(code, f"{self.target_lang}:{self.target.id}", detail, level)


Check = Callable[[Said], Iterable[Finding]]


def check(original: Release, translated: Release, glossary: Glossary | None = None) -> tuple[Finding, ...]:
    """Return what every check finds in a translated release.

    Args:
        original: the release that it was translated from.
        translated: the translation, its segments with the ids of the original's.
        glossary: required translations.
    """
    sources = {segment.id: segment for segment in original.segments()}
    said = (
        Said(sources[segment.id], segment, original.lang, translated.lang, glossary)
        for segment in translated.segments()
        if segment.id in sources and segment.state != "initial" and segment.engine != "copied"
    )
    return tuple(found for one in said for run in CHECKS for found in run(one))


def fact_missing(said: Said) -> Iterator[Finding]:
    """Find numbers, phone numbers and addresses of the source that the translation lacks."""
    lacking = facts.missing(said.source.text, said.target.text, said.source_lang, said.target_lang)
    if lacking:
        yield said.found("fact-missing", _listed(lacking), _level(said))


def fact_added(said: Said) -> Iterator[Finding]:
    """Find numbers, phone numbers and addresses of the translation that the source lacks."""
    extra = facts.added(said.source.text, said.target.text, said.source_lang, said.target_lang)
    if extra:
        yield said.found("fact-added", _listed(extra), _level(said))


def codes_lost(said: Said) -> Iterator[Finding]:
    """Find links, emphasis and abbreviations of the source that the translation has not, or not round words."""
    lacking = _marks(said.source.spans) - _marks(said.target.spans)
    if lacking:
        kinds = (f"{kind} {where}".strip() for kind, where in sorted(lacking.elements()))
        yield said.found("codes-lost", f"{', '.join(kinds)}.")


def copied_source(said: Said) -> Iterator[Finding]:
    """Find translations that are, nearly word for word, their source."""
    ours = [word.key for word in tokens(said.source.text) if _is_word(said.source.text[word.start : word.end])]
    theirs = Counter(word.key for word in tokens(said.target.text))
    kept = sum((Counter(ours) & theirs).values())
    if len(ours) >= _WORDS and kept >= _COPY * len(ours):
        yield said.found("copied-source", "")


def low_score(said: Said) -> Iterator[Finding]:
    """Find sentences that the engine itself was not sure of."""
    score = said.target.score
    if score is not None and score < _LOW:
        yield said.found("low-score", f"It gave itself {score:.2f} of 1.")


def glossary_missed(said: Said) -> Iterator[Finding]:
    """Find glossary terms that were not translated as required."""
    for term in said.glossary.required(said.source.text, said.target_lang) if said.glossary else ():
        if said.glossary and not said.glossary.kept(term, said.target.text):
            yield said.found("glossary-missed", f"“{term.term}” should be “{term.translation}”.")


def glossary_forbidden(said: Said) -> Iterator[Finding]:
    """Find words that the glossary says a term must not be translated as."""
    for term in said.glossary.required(said.source.text, said.target_lang) if said.glossary else ():
        for word in said.glossary.forbidden(term, said.target.text) if said.glossary else ():
            yield said.found("glossary-forbidden", f"“{term.term}” must not be “{word}”.")


CHECKS: tuple[Check, ...] = (
    fact_missing,
    fact_added,
    codes_lost,
    copied_source,
    low_score,
    glossary_missed,
    glossary_forbidden,
)


def _level(said: Said) -> Level | None:
    """Say less where a person has answered for the sentence."""
    return "warning" if said.target.state in ("reviewed", "final") else None


def _listed(found: Iterable[Fact]) -> str:
    return f"{', '.join(fact.text.strip() for fact in found)}."


def _marks(spans: Iterable[Inline]) -> Counter[tuple[str, str]]:
    """Count the markup that stands round words: its kind and where it leads."""
    codes = tagged(tuple(spans)).codes
    return Counter(
        (code.mark.kind, code.mark.href or code.mark.title or "")
        for code in codes
        if code.end > code.start and code.mark.kind not in ("break", "lang")
    )


def _is_word(word: str) -> bool:
    """Tell whether a word is one that a translation would change: not a name, a number or a very short word."""
    return len(word) > 3 and word.isalpha() and word.islower()
