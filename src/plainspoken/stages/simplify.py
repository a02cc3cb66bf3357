"""Simplify: the easy-read edition of a release, each sentence from one of the release's own by a named rule."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import cast

from plainspoken.claims import word_count
from plainspoken.engines.protocols import Simplifier
from plainspoken.findings import Finding, finding
from plainspoken.hard_words import HardWords, built_in
from plainspoken.model import Block, Release, Role, Section, Segment
from plainspoken.pictures.own import PictureSet
from plainspoken.proof import proven
from plainspoken.stages.asking import Asked
from plainspoken.stages.depict import illustrate
from plainspoken.stages.explain import Explanation, explain
from plainspoken.stages.frame import DEADLINE, PHONE, Question, frame, is_critical
from plainspoken.stages.marking import emphasised, linked
from plainspoken.stages.selection import select
from plainspoken.stages.telling import LONGEST, Telling, tell

MOST = 20
_EXPLAINED = 3
# Where people spoke, and where help is, come last, whatever the release's order.
_LAST: tuple[Question, ...] = ("What did people say?", "How can I get help?", "Who can I contact?")
_HELP = frozenset({"How can I get help?", "Who can I contact?"})


_Answer = tuple[Question, list[Telling]]


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    rule: str
    origin: Segment
    bold: tuple[int, int] = (0, 0)


def simplify(
    release: Release, *, engine: Simplifier, pictures: PictureSet | None = None, words: HardWords | None = None
) -> Release:
    """Make the easy-read edition: the lead, what to do and whom to call first, under questions, in short sentences.

    Args:
        release: the full release, in a language that the engine serves.
        engine: what says a sentence more simply.
        pictures: pictures of one's own, which go before ours.
        words: the hard words to explain; the built-in ones if None.

    Raises:
        EngineError: the engine failed.
    """
    asked = Asked(engine)
    drafts = tell(frame(release), asked, release.lang)
    ordered, more = _chosen(drafts, release, built_in() if words is None else words)
    sections = (*_headline(release, asked), *_sections(ordered, more))
    easy = illustrate(replace(release, edition="easy", sections=sections, findings=()), pictures)
    used = frozenset(origin for segment in easy.segments() for origin in segment.origin)
    return easy.with_findings(*_findings(release, easy), *asked.findings(release, used))


def _chosen(
    drafts: Sequence[Telling], release: Release, words: HardWords
) -> tuple[list[_Answer], dict[int, Explanation]]:
    """Choose sentences and, by the place they follow, explanations; room that no hard word needs goes to sentences."""
    room = _EXPLAINED
    while True:
        ordered = _ordered([drafts[number] for number in select(drafts, MOST - room)])
        flat = [one for _, answers in ordered for one in answers]
        more = explain(flat, release, words, min(room, MOST - len(flat)))
        if len(more) >= room or not room:
            return ordered, {one.after: one for one in more}
        room -= 1


def _ordered(drafts: Sequence[Telling]) -> list[_Answer]:
    """Put drafts under their questions: in the order in which the release answers them, the last ones last."""
    asked = list(dict.fromkeys(one.question for one in drafts))
    order = [question for question in asked if question not in _LAST] + [last for last in _LAST if last in asked]
    return [(question, [one for one in drafts if one.question == question]) for question in order]


def _headline(release: Release, engine: Simplifier) -> Iterator[Section]:
    source = next((one for part in release.sections if part.role == "headline" for one in part.blocks), None)
    if source is None or not source.segments:
        return
    segment = source.segments[0]
    whole = " ".join(segment.text.split())
    simple = engine.simplify([whole], release.lang)[0]
    fits = len(simple) == 1 and proven(whole, [simple[0].text])
    text, rule = (simple[0].text, simple[0].rule) if fits else (whole, "verbatim")
    yield Section("headline", "headline", (_block("headline.p1", "heading", _Sentence(text, rule, segment), level=1),))


def _sections(ordered: Sequence[_Answer], after: Mapping[int, Explanation]) -> Iterator[Section]:
    number = 0
    counts: dict[str, int] = {}
    for question, drafts in ordered:
        sentences: list[_Sentence] = []
        for one in drafts:
            more = after.get(number)
            sentences.append(_Sentence(one.text, one.rule, one.origin, (more.start, more.end) if more else (0, 0)))
            if more:
                sentences.append(_Sentence(more.text, more.rule, more.origin))
            number += 1
        role = "helpline" if question in _HELP else "body"
        counts[role] = counts.get(role, 0) + 1
        name = role if counts[role] == 1 else f"{role}{counts[role]}"
        yield _section(name, cast(Role, role), question, sentences)


def _section(name: str, role: Role, question: str, sentences: Sequence[_Sentence]) -> Section:
    heading = _block(f"{name}.p1", "heading", _Sentence(question, "heading", sentences[0].origin), level=2)
    blocks = (_block(f"{name}.p{place}", "paragraph", one) for place, one in enumerate(sentences, start=2))
    return Section(name, role, (heading, *blocks))


def _block(name: str, kind: str, sentence: _Sentence, level: int | None = None) -> Block:
    segment = Segment(
        id=f"{name}.s1",
        spans=emphasised(linked(sentence.text, sentence.origin.spans), *sentence.bold),
        origin=(sentence.origin.id,),
        rule=sentence.rule,
    )
    return Block(name, "heading" if kind == "heading" else "paragraph", (segment,), level=level)


def _findings(release: Release, easy: Release) -> Iterator[Finding]:
    for segment in easy.segments():
        words = word_count(segment.text)
        if words > LONGEST:
            yield finding("sentence-long", segment.id, f"It has {words}.")
    said = " ".join(segment.text for segment in easy.segments())
    for piece in frame(release):
        if not is_critical(piece.segment.text):
            continue
        for fact in _facts(piece.segment.text):
            if fact not in _squeezed(said):
                yield finding("fact-left-out", piece.segment.id, f"It is {fact}.")


def _facts(text: str) -> Iterator[str]:
    yield from (_squeezed(match) for match in PHONE.findall(text))
    yield from (_squeezed(match[0]) for match in DEADLINE.finditer(text))


def _squeezed(text: str) -> str:
    return re.sub(r"\s+", " ", text)
