"""Reading down a page: who has been met, whose quotation goes on, who is announced."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from plainspoken.marks import OPENING, may_quote, quoted, spoken
from plainspoken.readers.draft import Draft
from plainspoken.readers.quotes import attribution, names, uncased
from plainspoken.readers.quotes.attribution import Company
from plainspoken.readers.quotes.blocks import is_quotation, signature
from plainspoken.readers.quotes.names import Person
from plainspoken.readers.quotes.verbs import Words

_DASHES = frozenset("—–―-")
_DETERMINER = re.compile(
    r"(?:the|an?|one|another|der|die|das|eine?|la|le|une?|el|una|il|uno|o|a|uma?|de|het|een)\s", re.IGNORECASE
)
_CALLED = re.compile(r",? who(?:m)? (?:we|they) (?:call|will call|are calling|have called) ([A-Z]\w+)")
_REMEMBERED = 100  # people with a name whom a page of any length may speak of again
_LEADS = 60  # words at most in a paragraph that announces a quotation without a colon


@dataclass(frozen=True, slots=True)
class _Page:
    """How far a reading has come.

    Attributes:
        company: whom we have met.
        open: whether a quotation was not closed.
        quoting: whether the last paragraph quotes.
        announced: who is announced, as by `He said:`.
    """

    company: Company
    open: bool = False
    quoting: bool = False
    announced: Person | None = None


@dataclass(frozen=True, slots=True)
class _Narration:
    """What is told outside quotations; its words with capitals are sought once, though they are asked for twice.

    Attributes:
        text: the words.
        runs: its runs of words with capitals.
        told: the words with each verb of saying as commas.
        told_runs: the runs of that.
    """

    text: str
    runs: tuple[names.Run, ...] = ()
    told: str = ""
    told_runs: tuple[names.Run, ...] = ()


def read(drafts: Sequence[Draft], words: Words) -> list[Draft]:
    """Return the drafts with their speakers; a line that signs a block quotation stops being a part of it."""
    page = _Page(Company())
    kept: list[Draft] = []
    last = max((at for at, draft in enumerate(drafts) if draft.kind == "quote" or may_quote(draft.text)), default=-1)
    for at, draft in enumerate(drafts[: last + 2]):  # the line after the last quotation may sign it
        signs = signature(drafts, at)
        if signs:
            page = _after(page, signs, Draft("paragraph", ()))
            kept = _signed_by(kept, signs)
            kept.append(replace(draft, kind="paragraph"))
            continue
        said, page = _read(draft, page, words)
        kept.append(said)
    return [*kept, *drafts[last + 2 :]]


def _signed_by(kept: list[Draft], person: Person) -> list[Draft]:
    """Give the run of block quotation at the end to who signs it."""
    if kept[-1].kind != "quote":
        return [*kept[:-1], _with(replace(kept[-1], said=True), person)]
    start = len(kept)
    while start and kept[start - 1].kind == "quote" and not spoken(kept[start - 1].text[:0]):
        start -= 1
    return [*kept[:start], *(_with(draft, person) for draft in kept[start:])]


def _read(draft: Draft, page: _Page, words: Words) -> tuple[Draft, _Page]:
    if draft.kind == "quote":
        return _block_quotation(draft, page, words)
    if draft.kind in ("paragraph", "note"):
        return _paragraph(draft, page, words)
    if draft.kind == "heading":
        return draft, _Page(page.company)
    if draft.kind == "list":
        return draft, replace(page, company=_meet(page.company, _people(_narration(draft.text, words), page.company)))
    return draft, page


def _block_quotation(draft: Draft, page: _Page, words: Words) -> tuple[Draft, _Page]:
    pieces = quoted(draft.text)
    outside = len(draft.text) - sum(one.end - one.start for one in pieces)
    inside = attribution.find(draft.text, pieces, words, page.company) if pieces and outside > 6 else None
    person = page.announced or attribution.signed(draft.text) or inside
    said = _with(draft, person) if person else draft
    return said, replace(_after(page, person, draft), announced=person)


def _paragraph(draft: Draft, page: _Page, words: Words) -> tuple[Draft, _Page]:
    text = draft.text
    pieces = spoken(text)
    outside = _outside(text)
    bare = not any(map(str.isalpha, outside)) and text[:1] not in "—–―"
    goes_on = page.open and text[:1] in OPENING
    narration = _narration(outside, words)
    page = replace(page, company=_see(page.company, narration))
    if not pieces and not goes_on:
        company = _heed(_meet(page.company, _people(narration, page.company)), outside, words)
        return draft, _Page(company, announced=_announced(text, words, company))
    company = page.company
    met = _heed(_meet(company, _people(narration, company)), outside, words)
    person = None if bare else _signing(text) or attribution.find(text, pieces, words, met)
    if not person and text[:1] in OPENING and (bare or goes_on) and (page.quoting or page.announced):
        person = page.announced or company.speaker
    after = _after(replace(page, company=met), person, draft)
    if not person:
        return draft, after
    return _with(replace(draft, said=draft.kind == "paragraph" and is_quotation(text)), person), after


def _signing(text: str) -> Person | None:
    """Return who signs a paragraph of quotation: `“...” — Rosa Long, mayor`."""
    last = quoted(text)[-1]
    signs = text[:1] in OPENING and last.closed and text[last.end + 1 :].lstrip()[:1] in _DASHES
    return attribution.signed(text[last.end + 1 :].strip()) if signs else None


def _heed(company: Company, text: str, words: Words) -> Company:
    """Return the company with somebody without a name as whom a pronoun means: `The caller had not slept.`"""
    for sentence in reversed(list(attribution.sentences(text))):
        bare = sentence.strip(" ¶")
        if not bare or words.pronoun.match(bare):
            continue
        stranger = _stranger(bare, company, words) if _DETERMINER.match(bare) else None
        return replace(company, subject=stranger) if stranger else company
    return company


def _stranger(sentence: str, company: Company, words: Words) -> Person | None:
    noun = words.person.search(sentence, 0, 60)
    if not noun or noun.group().endswith(("s", "people", "family")) or len(sentence[: noun.end()].split()) > 5:
        return None
    around = sentence[: noun.end() + 40]
    called = _CALLED.match(sentence, noun.end())
    if called:
        return Person(called.group(1), sentence[: noun.end()])
    if any(not named.bare for named in names.find(around, company.known)):
        return None
    return attribution.holder(company, noun.group().lower()) or Person(sentence[: noun.end()])


def _after(page: _Page, person: Person | None, draft: Draft) -> _Page:
    """Return the state after a quotation: its speaker is met, and may go on."""
    pieces = quoted(draft.text)
    company = page.company
    if person:
        company = replace(_meet(company, [person]), subject=person, speaker=person)
    return _Page(company, bool(pieces) and not pieces[-1].closed, person is not None)


def _announced(text: str, words: Words, company: Company) -> Person | None:
    if not text.rstrip().endswith((":", "：")) and (len(text.split()) > _LEADS or text.rstrip()[-1:] in ".!?"):
        return None
    return attribution.announced(text, words, company)


def _meet(company: Company, people: Sequence[Person]) -> Company:
    """Return the company with more people; a title that was known stays."""
    for person in people:
        before = names.full(person.name, company.known)
        met = Person(person.name, person.title or (before.title if before else None))
        others = tuple(one for one in company.known if one.name != met.name)
        known = (*others, met)[-_REMEMBERED:] if " " in met.name or met.title else company.known
        company = replace(company, known=known, subject=met)
    return company


def _narration(text: str, words: Words) -> _Narration:
    if words.lang in uncased.LANGS:
        return _Narration(text)
    told = words.saying.sub(lambda verb: "," * len(verb.group()), text)
    runs = tuple(names.runs(text))
    return _Narration(text, runs, told, runs if told == text else tuple(names.runs(told)))


def _see(company: Company, narration: _Narration) -> Company:
    """Return the company with the names mentioned in passing: a surname later may mean one of them."""
    mentioned = names.find(narration.text, within=names.telling(narration.runs))
    found = [Person(named.name) for named in mentioned if " " in named.name and not named.bare]
    if not found:
        return company
    return replace(company, seen=tuple(dict.fromkeys((*company.seen, *found)))[-60:])


def _people(narration: _Narration, company: Company) -> list[Person]:
    """Return the people that a narration names: with a rank, beside a comma, or known."""
    return list(dict.fromkeys(_named_people(narration, company)))


def _named_people(narration: _Narration, company: Company) -> Iterator[Person]:
    text, told = narration.text, narration.told
    for named in names.find(told, company.known, names.telling(narration.told_runs, company.known)):
        known = names.full(named.name, company.known)
        ahead, follows = text[: named.start].rstrip(), text[named.end : named.end + 2]
        beside = " " in named.name and (follows.startswith((",", " (")) or ahead.endswith(","))
        if known:
            yield known
        elif (named.rank and not named.bare) or beside:
            yield Person(named.name, _first(attribution.title(told, named)))


def _first(title: str | None) -> str | None:
    return title.split(",")[0] if title and len(title.split(",")[0].split()) <= 10 else None


def _outside(text: str) -> str:
    kept, at = [], 0
    for one in quoted(text):
        kept.append(text[at : max(at, one.start - 1)])
        at = one.end + 1
    return " ¶ ".join([*kept, text[at:]])


def _with(draft: Draft, person: Person) -> Draft:
    return replace(draft, speaker=person.name, speaker_title=_tidy(person.title))


def _tidy(title: str | None) -> str | None:
    return re.sub(r"\s+", " ", title).strip(" ,;:") or None if title else None
