"""A release into another language: by the memory first, then the pack's own words, then an engine."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from concurrent.futures import Executor
from dataclasses import dataclass, replace

from plainspoken import facts, lang
from plainspoken.cache import Store
from plainspoken.engines.protocols import Draft, Passage, TagTranslator, Translator
from plainspoken.engines.provenance import sent_away, service_of
from plainspoken.events import Event, Listener, silent
from plainspoken.findings import Finding, finding
from plainspoken.model import Block, Inline, Release, Segment
from plainspoken.stages.drafts import Drafting, drafts
from plainspoken.stages.fragments import aside, links
from plainspoken.stages.repair import repaired
from plainspoken.stages.shape import shaped
from plainspoken.tagged import Projection, Tagged, parse, project, serialize, spans, tagged
from plainspoken.terms import AnyMemory, Glossary
from plainspoken.words import words

# Facts that every language writes alike; times and amounts with words in them it doesn't.
_COPIED = frozenset({"url", "email", "phone", "reference", "number", "money", "percent", "date"})


@dataclass(frozen=True, slots=True)
class _Done:
    """A translated segment and what a person should look at in it."""

    segment: Segment
    findings: tuple[Finding, ...] = ()


def translate(
    release: Release,
    to: str,
    *,
    engine: Translator | None = None,
    memory: AnyMemory | None = None,
    glossary: Glossary | None = None,
    store: Store | None = None,
    executor: Executor | None = None,
    listen: Listener = silent,
) -> Release:
    """Translate an edition, sentence by sentence, its markup round the words that say the same.

    A sentence comes from the memory, else from the pack's own words and the glossary, else it needs no words (a number,
    an address), else from the engine. What none of them serves stays in the source language, marked so, with an
    error-level finding. A release that is in the language already is returned as it is.

    Args:
        release: the edition to translate.
        to: the language to translate into (canonical BCP 47).
        engine: serves what the rest doesn't; None where there is none.
        memory: past translations.
        glossary: required translations; terms that must stay as they are are put back where the engine changed them.
        store: where drafts are kept between runs.
        executor: where batches of drafts are made.
        listen: told how many segments are done.

    Raises:
        EngineError: the engine failed.
        RemoteError: a remote engine failed.
    """
    if lang.same(release.lang, to):
        return release
    desk = _Desk(release, to, memory, glossary)
    known = {segment.id: done for segment, done in desk.known()}
    needed = [segment for segment in release.segments() if segment.id not in known]
    total = len(known) + len(needed)
    made: Mapping[Passage, Draft] = {}
    if engine and needed:
        told = _Told(listen, release.headline or release.url or "", total, to, len(known))
        drafting = Drafting(engine, release.lang, to)
        sent = {segment.id: desk.sent(segment, engine) for segment in needed}
        made = drafts(drafting, list(sent.values()), store=store, executor=executor, advance=told.advance)
        blind = [tagged(one.spans) for one in needed if _is_blind(made[sent[one.id]], engine)]
        apart = aside(drafting, blind, store, executor)
        known |= {one.id: desk.drafted(one, made[sent[one.id]], engine.name, apart) for one in needed}
    done = [known.get(segment.id) or desk.left(segment) for segment in release.segments()]
    listen(Event("translate", release.headline or release.url or "", total, total, "segments", to))
    by_id = {one.segment.id: one.segment for one in done}
    result = replace(release.map(lambda segment: by_id[segment.id]), lang=to, source_lang=release.lang, findings=())
    service = service_of(engine) if engine and made else None
    return result.with_services(service).with_findings(
        *sent_away(service, to),
        *_pivot(engine, release.lang, to, bool(made)),
        *(f for one in done for f in one.findings),
    )


def gap(
    release: Release, to: str, memory: AnyMemory | None = None, glossary: Glossary | None = None
) -> tuple[Segment, ...]:
    """Return the segments that only an engine could translate: what the memory and the pack's own words lack."""
    if lang.same(release.lang, to):
        return ()
    known = {segment.id for segment, _ in _Desk(release, to, memory, glossary).known()}
    return tuple(segment for segment in release.segments() if segment.id not in known)


def coverage(release: Release, to: str, memory: AnyMemory | None = None) -> float:
    """Return the share of the segments, 0 to 1, that need no engine."""
    total = sum(1 for _ in release.segments())
    return 1 - len(gap(release, to, memory)) / total if total else 1.0


@dataclass(slots=True)
class _Told:
    """Counts segments, for whoever listens."""

    listen: Listener
    at: str
    total: int
    to: str
    done: int

    def advance(self, count: int) -> None:
        self.done += count
        self.listen(Event("translate", self.at, min(self.done, self.total), self.total, "segments", self.to))


@dataclass(frozen=True, slots=True)
class _Desk:
    """One translation job: what is to be said, in which language, with what at hand."""

    release: Release
    to: str
    memory: AnyMemory | None
    glossary: Glossary | None

    def known(self) -> Iterator[tuple[Segment, _Done]]:
        """Yield the segments that need no engine, with their translations."""
        before = ""
        for block in self.release.blocks():
            for segment in block.segments:
                done = (
                    self._remembered(segment, before)
                    or self._elsewhere(segment)
                    or self._worded(segment, block)
                    or self._copied(segment)
                )
                if done:
                    yield segment, done
                before = segment.text

    def drafted(self, segment: Segment, draft: Draft, engine: str, apart: Mapping[str, str]) -> _Done:
        """Return the segment as an engine translated it, its codes placed and its addresses put back.

        `apart` has translations of what markup holds, by themselves, where the draft has no alignment.
        """
        if not draft.text.strip():
            return self.left(segment)
        source = tagged(segment.spans)
        whole = parse(draft.tagged, source.codes) if draft.tagged else None
        draft = replace(draft, text=whole.text) if whole else draft
        mended = repaired(source.text, draft, self._kept(source), self.release.lang, self.to)
        exact = Projection(whole) if whole and mended.text == whole.text else None
        where = mended.alignment if mended.alignment is not None else links(source, mended.text, apart)
        placed = exact or project(source, mended.text, where)
        look = replace(placed, sentence=shaped(source.text, placed.sentence, self.to))
        done = self._placed(segment, source, look)
        strange = _strange(draft.unknown)
        return _Done(
            replace(done.segment, state="translated", engine=engine, score=draft.score),
            done.findings + ((self._finding("unknown-words", segment, ", ".join(strange)),) if strange else ()),
        )

    def sent(self, segment: Segment, engine: Translator) -> Passage:
        """Return what an engine is given: the words on one line, each at its place; tags and terms if it takes them."""
        text = segment.text.replace("\n", " ")
        if not isinstance(engine, TagTranslator):
            return Passage(text)
        source = tagged(segment.spans)
        terms = self.glossary.required(source.text, self.to) if self.glossary else ()
        wanted = tuple((term.term, term.translation) for term in terms)
        return Passage(text, serialize(source) if source.codes else "", wanted)

    def left(self, segment: Segment) -> _Done:
        """Return the segment as it is, its language marked."""
        whole = Inline("lang", segment.text, lang=self.release.lang, children=segment.spans)
        if all(span.kind == "text" for span in segment.spans):
            whole = replace(whole, children=())
        kept = replace(segment, spans=(whole,), source=segment.text, state="initial", engine=None, score=None)
        return _Done(kept, (self._finding("not-translated", segment),))

    def _remembered(self, segment: Segment, before: str) -> _Done | None:
        source = tagged(segment.spans)
        pair = self.memory.find(source, self.release.lang, self.to, before) if self.memory else None
        if pair is None:
            return None
        done = self._placed(segment, source, pair.fit(source))
        return _Done(replace(done.segment, state=pair.state, engine="memory"), done.findings)

    def _elsewhere(self, segment: Segment) -> _Done | None:
        """Serve a segment that is in another language than its release: in the one that is wanted, or in neither."""
        only = segment.spans[0] if len(segment.spans) == 1 else None
        if only is None or only.kind != "lang" or not only.lang or lang.same(only.lang, self.release.lang):
            return None
        if lang.same(only.lang, self.to):
            bare = only.children or (Inline("text", only.text),)
            return _Done(replace(segment, spans=bare, source=segment.text, state="final", engine="copied"))
        left = replace(segment, source=segment.text, state="initial")
        return _Done(left, (replace(self._finding("not-translated", segment), level="warning"),))

    def _worded(self, segment: Segment, block: Block) -> _Done | None:
        """Serve the pack's own words, such as the heading "Notes to editors", and lone terms of the glossary."""
        text = segment.text.strip()
        found, engine = self._term(text), "glossary"
        if not found and (block.kind == "heading" or self.release.edition == "easy"):
            found, engine = _own_words(text, self.release.lang, self.to), "words"
        if not found:
            return None
        done = self._placed(segment, tagged(segment.spans), project(tagged(segment.spans), found))
        return _Done(replace(done.segment, state="translated", engine=engine), done.findings)

    def _copied(self, segment: Segment) -> _Done | None:
        if not _wordless(segment.text):
            return None
        return _Done(replace(segment, source=segment.text, state="final", engine="copied"))

    def _placed(self, segment: Segment, source: Tagged, placed: Projection) -> _Done:
        findings = []
        if placed.moved:
            findings.append(self._finding("codes-moved", segment, _named(source, placed.moved)))
        if placed.lost:
            findings.append(self._finding("codes-lost", segment, _named(source, placed.lost)))
        said = spans(_relabelled(source, placed.sentence, self.to))
        return _Done(replace(segment, spans=said, source=segment.text), tuple(findings))

    def _term(self, text: str) -> str | None:
        terms = self.glossary.required(text, self.to) if self.glossary else ()
        return next((term.translation for term in terms if term.term.casefold() == text.casefold()), None)

    def _kept(self, source: Tagged) -> list[str]:
        """Return the words that must stay as they are: terms of the glossary, and what is marked as code."""
        terms = self.glossary.required(source.text, self.to) if self.glossary else ()
        codes = [source.text[code.start : code.end] for code in source.codes if code.mark.kind == "code"]
        return [term.term for term in terms if term.term == term.translation] + [code for code in codes if code.strip()]

    def _finding(self, code: str, segment: Segment, detail: str = "") -> Finding:
        return finding(code, f"{self.to}:{segment.id}", detail)


def _is_blind(draft: Draft, engine: Translator) -> bool:
    """Tell whether a draft says nothing of where markup goes."""
    return draft.alignment is None and bool(draft.text.strip()) and not isinstance(engine, TagTranslator)


def _pivot(engine: Translator | None, source: str, to: str, used: bool) -> Iterable[Finding]:
    route = engine.route(source, to) if engine and used else None
    return [finding("pivoted", to, " → ".join(route))] if route and len(route) > 2 else []


def _strange(unknown: Iterable[str]) -> tuple[str, ...]:
    """Return the unknown words that are not names: those are rightly left as they are."""
    return tuple(word for word in unknown if word[:1].islower() and len(word) > 1)


def _own_words(text: str, source: str, to: str) -> str | None:
    ours = words(to)
    if lang.primary(source) != "en" or not lang.same(ours.spoken, to) or "%(" in text:
        return None
    bare = text.removesuffix(":")
    found = ours.find(bare) or ours.find(bare.capitalize())
    return f"{found}{text[len(bare) :]}" if found else None


def _wordless(text: str) -> bool:
    """Tell whether a text says nothing that a language could say otherwise: it has only numbers and addresses."""
    rest = text
    for fact in facts.find(text):
        plain_number = fact.kind not in ("number", "money") or not any(sign.isalpha() for sign in fact.text)
        if fact.kind in _COPIED and plain_number:
            rest = rest[: fact.start] + " " * (fact.end - fact.start) + rest[fact.end :]
    return not any(sign.isalpha() for sign in rest)


def _named(source: Tagged, numbers: Iterable[int]) -> str:
    wanted = set(numbers)
    found = (code for code in source.codes if code.number in wanted)
    return ", ".join(f"{code.mark.kind} “{source.text[code.start : code.end].strip()}”" for code in found) + "."


def _relabelled(source: Tagged, sentence: Tagged, to: str) -> Tagged:
    """Mark words of a third language as such only where they were left in it."""
    originals = {code.number: code for code in source.codes}
    codes = []
    for code in sentence.codes:
        original = originals[code.number]
        before, after = source.text[original.start : original.end], sentence.text[code.start : code.end]
        if code.mark.lang and before.casefold().strip() != after.casefold().strip():
            code = replace(code, mark=replace(code.mark, lang=to if code.mark.kind == "lang" else None))
        codes.append(code)
    return Tagged(sentence.text, tuple(codes))
