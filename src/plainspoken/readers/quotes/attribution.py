"""Who speaks, by the words round a quotation: before, between or after, with what the page says they are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainspoken.marks import Quoted
from plainspoken.readers.quotes import names, uncased
from plainspoken.readers.quotes.names import Named, Person
from plainspoken.readers.quotes.ranks import NOT_FIRST
from plainspoken.readers.quotes.verbs import FIRST, Words

_STOP = re.compile(r"(?:[.!?…][)\]]?\s+(?=[^\W\d_])|[。؟۔।！？]\s*|\n)")
_LONGEST_SHORT = 16  # characters of a short form such as `Det. Supt.`, a space before it
_SHORT = re.compile(
    r"(?:^|[\s(])(?:[^\W\d_]|Dr|Prof|Det|Supt|Insp|Sgt|Mr|Mrs|Ms|St|Rev|Sen|Rep|Gov|Cllr|Sr|Sra|Mag|Ing|Dipl|Dott|No|Jr|"
    r"dr|prof|insp|podinsp|sierż|asp|kom|nadkom|mł|st|ks|inż|mgr|hab|płk|kpt|por|gen|red|dott|avv|ing|sra?|dña|dir|ред|д-р)$"
)
_VERB_FIRST = frozenset(("de", "nl", "sv", "cy"))
_POLITE = re.compile(
    r"(?:(?:mr|mrs|ms|mx|miss|dr|prof|frau|herr|herrn|mme|m|pan|pani|sir|dame|sra?|don|doña|señora?|d-r|господин|госпожа|"
    r"пан|пані|signora?|mevrouw|meneer|doamna|domnul|sayın)\.?\s*)+",
    re.IGNORECASE,
)
_ARTICLE = re.compile(
    r"^(?:the|an?|der|die|das|dem|la|le|les|el|il|lo|o|a|de|het|y|yr|ο|η|az?|l['’])\s*(?<=[\s'’])", re.IGNORECASE
)
_AGE = re.compile(r"^(?:aged\s+)?\(?\d{1,3}\)?(?:\s*(?:years old|Jahre|ans|años|anni|jaar|lat|de ani))?\s*,?\s*")
_CIRCUMSTANCE = re.compile(
    r"^(?:on|at|in|as|after|before|when|while|adding|during|speaking|commenting|asked|responding|am|bei|nach|gegenüber|lors|"
    r"durante|hoje|ayer|yesterday|today|this|last)\b",
    re.IGNORECASE,
)
_PREAMBLE = re.compile(
    r"^(?:speaking|commenting|asked|responding|welcoming|reflecting|announcing|following|after|in|on|at)\b", re.I
)


_RELATIVE = re.compile(r"(?:known|named|called|described|referred|who|whom|whose|which|aged)\b", re.IGNORECASE)
_JOINING = re.compile(
    r"\b(?:and|but|until|when|as|while|where|und|et|y|e|en|och|i)\s+(?=(?:an?|the|her|his|une?|el|la)\s)"
)
_BODY = re.compile(
    r"(?:[Tt]he (?:\w+ ){0,2}|Both |[A-Z]\w+ (?:(?:[A-Z]\w+|of|and|the|for) ){0,4})"
    r"(?:[Cc]ouncil|[Tt]rust|[Cc]harity|[Ff]orce|[Pp]olice|[Mm]inistry|[Dd]epartment|[Gg]overnment|[Uu]nion|[Cc]ompany|"
    r"[Aa]ssociation|[Uu]niversity|[Hh]ospital|[Cc]ourt|[Cc]ommission|[Aa]gency|[Bb]oard|[Ii]nquiry|[Ff]oundation|"
    r"[Cc]onstabulary|[Aa]uthority|[Rr]egulator|[Cc]ommittee|[Ff]ederation|[Ii]nstitute)"
)


@dataclass(frozen=True, slots=True)
class Company:
    """Whom a reader of the page has met when a quotation comes.

    Attributes:
        known: the people with a name, the latest last.
        subject: whom a pronoun means.
        speaker: who spoke last.
        seen: people with a first name and a surname that were mentioned, perhaps not people at all.
    """

    known: tuple[Person, ...] = ()
    subject: Person | None = None
    speaker: Person | None = None
    seen: tuple[Person, ...] = ()

    @property
    def everyone(self) -> tuple[Person, ...]:
        """All whom a surname may mean, the surest last."""
        return self.seen + self.known


@dataclass(frozen=True, slots=True)
class _Listener:
    words: Words
    company: Company

    def head(self, head: str) -> Person | None:
        """Read what leads to a quotation: `Rosa Long, head of the unit, said:`."""
        bare = head.strip()
        for verb in self.words.saying.finditer(bare):
            person = self._beside(bare, verb)
            if person:
                return person
        return self._subject(bare.rstrip(": "), "") if bare.endswith((":", "：")) else None

    def tail(self, tail: str, head: str) -> Person | None:
        """Read what follows a quotation: `said Rosa Long, head of the unit`, `Rosa Long said`, `she added`."""
        for verb in self.words.saying.finditer(tail, 0, 240):
            before, after = tail[: verb.start()], tail[verb.end() :]
            if not any(map(str.isalpha, before)):
                return self._object(after, near=False) or self._left_out(after, head)
            person = self._subject(before, after) or self._object(after, near=True)
            if person:
                return person
        return None

    def _beside(self, text: str, verb: re.Match[str]) -> Person | None:
        before, after = text[: verb.start()], text[verb.end() :]
        if self.words.lang in FIRST:
            return self._met(uncased.after(after))
        if self.words.lang in _VERB_FIRST or not any(map(str.isalpha, before)):
            return self._object(after, near=any(map(str.isalpha, before))) or self._subject(before, after)
        return self._subject(before, after) or self._object(after, near=True)

    def _left_out(self, after: str, head: str) -> Person | None:
        """`„...“, dodała.` has no subject; `Rosa Long, “...” dedi.` has it before the quotation."""
        if head.strip():
            return self._subject(head, "")
        return self.company.speaker or self.company.subject if len(after.split()) <= 4 else None

    def _subject(self, before: str, after: str) -> Person | None:
        """Return who stands before the verb: the first name in the clause, else a pronoun or a noun for a person."""
        if self.words.lang in uncased.LANGS:
            return self._uncased(before)
        for named in names.find(before, self.company.everyone):
            if not named.bare:
                return self._met(Person(named.name, title(before, named)))
        last = before.rstrip(" ,")[-40:]
        if any(not last[found.end() :].strip(" ,").count(" ") for found in self.words.pronoun.finditer(last)):
            return self.company.subject
        return self._unnamed(before)

    def _uncased(self, before: str) -> Person | None:
        before = before.strip(" ،,:：，")
        if self.words.pronoun.fullmatch(before.split(" ")[0] if before else "") or self.words.pronoun.fullmatch(before):
            return self.company.subject
        if self.words.person.search(before) and not before.count("،") and len(before.split()) > 1:
            return Person(before)
        found = uncased.before(before, self.words)
        return self._met(found) if found else None

    def _object(self, after: str, *, near: bool) -> Person | None:
        """Return who follows the verb; `near` it only, where something else stands before it."""
        if self.words.lang in uncased.LANGS:
            return self._met(uncased.after(after)) if self.words.lang in FIRST else self._short(after, near=near)
        room = after.split(",")[0].split(":")[0] if near else after
        for named in names.find(room, self.company.everyone):
            ahead = after[: named.start]
            if named.bare or (near and len(ahead.split()) > 3) or len(ahead.split()) > 12:
                continue
            return self._met(Person(named.name, title(after, named)))
        opening = " ".join(after.split()[:2])
        if self.words.pronoun.match(opening):
            return self.company.subject
        return self._unnamed(re.split(r"[,:]", after)[0]) if after[:1].isspace() else None

    def _short(self, after: str, *, near: bool) -> Person | None:
        """Return who is named in the few words after a verb: `বলেন মীরা সেন।`."""
        clause = next(sentences(after), "").strip(" ।۔.")
        return self._uncased(clause) if not near and clause and len(clause.split()) <= 7 else None

    def _unnamed(self, clause: str) -> Person | None:
        """Return somebody without a name by the words for them; `the minister` may be one met with a name."""
        for part in reversed(clause.split(",")):
            noun = self.words.person.search(part)
            phrase = part.strip(" ,–—-:.")
            if not noun or len(phrase.split()) > 12 or names_a_body(phrase, noun) or _RELATIVE.match(phrase):
                continue
            phrase = _shortened(phrase, noun.group())
            return self._holder(phrase, noun.group().lower()) or Person(phrase)
        return self._body(clause)

    def _body(self, clause: str) -> Person | None:
        """Return a body that speaks: `The council`, `Hill Borough Council`."""
        phrase = clause.split(",")[0].strip(" ,–—-:.")
        named = _BODY.fullmatch(phrase) if self.words.lang == "en" else None
        return Person(phrase) if named else None

    def _holder(self, phrase: str, office: str) -> Person | None:
        """Return who was met in that office: `the minister`, `die Familienministerin`."""
        if not _ARTICLE.match(phrase) or re.match(r"an?\s", phrase, re.IGNORECASE) or len(phrase.split()) > 5:
            return None
        return holder(self.company, office)

    def _met(self, person: Person | None) -> Person | None:
        """Return the person with the full name and the title met before."""
        if not person:
            return None
        known = names.full(person.name, self.company.everyone)
        return Person(known.name, max(known.title or "", person.title or "", key=len) or None) if known else person


def holder(company: Company, office: str) -> Person | None:
    """Return who was met last in an office; None where nobody was."""
    people = (one for one in reversed(company.known) if _holds(one.title or "", office[-8:]))
    return next(people, None)


def _shortened(phrase: str, noun: str) -> str:
    """Return the phrase from the article of its noun on, where a clause runs ahead of it."""
    at = phrase.find(noun)
    before = phrase[:at]
    joins = [found.end() for found in _JOINING.finditer(before)]
    return phrase[joins[-1] :] if joins and len(before.split()) > 4 else phrase


def _holds(title: str, ending: str) -> bool:
    return any(word.endswith(ending) for word in re.findall(r"[\w’-]+", title.lower()))


def names_a_body(phrase: str, noun: re.Match[str]) -> bool:
    """`The family fund` is no family: the noun must end the phrase or go before a small word."""
    rest = phrase[phrase.find(noun.group()) + len(noun.group()) :].split()
    return bool(rest) and rest[0].lower() in ("fund", "court", "centre", "center", "service", "services", "office")


def find(text: str, quotations: tuple[Quoted, ...], words: Words, company: Company) -> Person | None:
    """Return who speaks the quotations of a paragraph; None where it doesn't say."""
    listener = _Listener(words, company)
    for head, tail in (*_round(text, quotations), *_unmarked(text, quotations, words)):
        person = None
        if head.rstrip().endswith((":", "：")) or (
            head.rstrip().endswith((",", "，", "،")) and words.saying.search(head)
        ):
            person = listener.head(head)
        person = person or listener.tail(tail, head) or listener.head(head)
        if person:
            return person
    return None


def announced(text: str, words: Words, company: Company) -> Person | None:
    """Return who is about to speak in a paragraph that leads to a quotation: `Rosa Long, the mayor, said:`."""
    *_, last = sentences(text)
    found = _Listener(words, company).head(last if last.rstrip().endswith(":") else f"{last.rstrip(' .')}:")
    return found if text.rstrip().endswith((":", "：")) or words.saying.search(last) else None


def signed(text: str) -> Person | None:
    """Read who signs a quotation: `... — Jane Roe, chief nurse`, also on a line of its own."""
    found = re.search(r"(?:^|[\s.!?”\"’»])[—–―-]\s*([^—–―\n]{3,160})$", text) or re.fullmatch(r"([^\n.]{3,120})", text)
    if not found:
        return None
    line = found.group(1).strip()
    named = next((one for one in names.find(line) if not one.bare), None)
    if not named or named.start > 0 or len(named.name.split()) < 2:
        return None
    rest = line[names.letters(line, named.end) :]
    if rest.strip() and not rest.lstrip().startswith((",", "(", "|", "–", "-", ":")):
        return None
    return Person(named.name, title(line, named))


def sentences(text: str) -> Iterator[str]:
    """Yield rough sentences, good enough to find the clause beside a quotation."""
    start = 0
    for stop in _STOP.finditer(text):
        if text[stop.start()] == "." and _SHORT.search(text, max(start, stop.start() - _LONGEST_SHORT), stop.start()):
            continue
        yield text[start : stop.end()]
        start = stop.end()
    if start < len(text) or not text:
        yield text[start:]


def _round(text: str, quotations: tuple[Quoted, ...]) -> Iterator[tuple[str, str]]:
    """Yield the clause before and the clause after each quotation."""
    for number, one in enumerate(quotations):
        opens = quotations[number - 1].end + 1 if number else 0
        closes = quotations[number + 1].start - 1 if number + 1 < len(quotations) else len(text)
        head = text[opens : max(opens, one.start - 1)] if one.opened else ""
        tail = text[one.end + 1 : closes] if one.closed else ""
        yield [*sentences(head), ""][-2 if head else -1], next(sentences(tail), "")


def _unmarked(text: str, quotations: tuple[Quoted, ...], words: Words) -> Iterator[tuple[str, str]]:
    """Yield the end of a dialogue that has only a comma before it: `– Vi börjar i maj, säger Maria Dal.`"""
    if text[:1] in "—–―" and len(quotations) == 1:
        for verb in words.saying.finditer(text):
            if text[: verb.start()].rstrip()[-1:] in ",?!":
                yield "", text[verb.start() :]


def title(clause: str, named: Named) -> str | None:
    """Return what the page says somebody is: after the name, else before it."""
    return _apposition(clause[names.letters(clause, named.end) :]) or _office(clause[: named.start], named.rank)


def _apposition(rest: str) -> str | None:
    rest = next(sentences(rest), "")
    bracket = re.match(r"\s*\(([^)]{3,120})\)", rest)
    if bracket and not bracket.group(1).isdigit():
        return bracket.group(1)
    inside = re.match(r"\s*[,،|]\s*(.*)", rest, re.DOTALL)
    placed = re.match(r"\s+((?:of|from|at|von|vom|aus|de|del|du|di|da|van|z|od|от)\s+[^,:]{3,90})", rest)
    said = inside.group(1) if inside else (placed.group(1) if placed else "")
    said = _AGE.sub("", said.strip(" ,;:.–—-\u00a0¶"))
    parts = [part.strip() for part in said.split(",")]
    parts = parts[:1] if _RELATIVE.match(parts[0]) else parts
    while len(parts) > 1 and _CIRCUMSTANCE.match(parts[-1]):
        parts.pop()
    said = ", ".join(part for part in parts if part)
    return said if 1 <= len(said.split()) <= 25 and not _CIRCUMSTANCE.match(said) else None


def _office(before: str, rank: str) -> str | None:
    """Return the ranks and small words before a name: `council leader`, `The Mayor of Hill Town,`."""
    parts = [part.strip() for part in [*sentences(f"{before}N")][-1][:-1].split(",")]
    own = f"{parts[-1]} {rank}".strip()
    if not own and len(parts) > 1 and _ARTICLE.match(parts[-2]) and len(parts[-2].split()) <= 10:
        own = parts[-2]
    tokens = own.split()
    while tokens and tokens[0].lower() in NOT_FIRST:
        tokens.pop(0)
    own = " ".join(tokens)
    if not own or _POLITE.fullmatch(own) or len(own.split()) > 10 or _PREAMBLE.match(own):
        return rank if rank and not _POLITE.fullmatch(rank) else None
    return own
