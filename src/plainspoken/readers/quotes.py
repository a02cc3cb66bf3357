"""Who says what: the speaker of each quotation, by the words round it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainspoken.readers.draft import Draft

_VERBS = (
    r"said|says|added|adds|explained|explains|commented|comments|told|continued|concluded|warned|stressed|urged|replied|noted|stated|"
    r"remarked|insisted|went on|asked|wrote|welcomed|praised|admitted|recalled|announced|"
    r"dywedodd|meddai|ychwanegodd|esboniodd|"
    r"sagte?|erklärte?|betonte?|erläuterte?|meinte?|ergänzte?|fügte|unterstrich|so(?= [A-ZÄÖÜ]| die| der)|kommentierte?|hielt|"
    r"a déclaré|déclare|a expliqué|explique|ajoute|a ajouté|dit|a dit|dijo|afirmó|explicó|añadió|señaló|declaró|"
    r"ha detto|ha dichiarato|ha spiegato|afferma|spiega|powiedział[a]?|mówi|dodał[a]?|wyjaśnił[a]?|a (?:spus|declarat|explicat|adăugat)|"
    r"disse|afirmou|explicou|acrescentou|dedi|belirtti|ekledi|söyledi"
)
_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)")
_ARABIC = re.compile(r"(?:^|[\s.،])[وف]?(?:قال|قالت|أضاف|أضافت|أوضح|أوضحت|صرح|صرحت|أكد|أكدت)\s+([^:«“(،]{3,60})")
_OPEN, _CLOSE = "“„«‟", "”»"
_NAME = r"(?:[A-ZÀ-ÖØ-ÞŁŚŻŠŽČĆĐİ][\w'’.-]*)"
_SEQUENCE = re.compile(
    rf"{_NAME}(?:\s+(?:(?:van|von|de|da|di|del|la|le|bin|al|ap|ab|der|den|dos|du|O['’])\s+)*{_NAME})*"
)

# Ranks, offices and forms of address that stand before a name.
_TITLES = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "mx",
        "miss",
        "dr",
        "prof",
        "professor",
        "sir",
        "dame",
        "lord",
        "lady",
        "rev",
        "reverend",
        "councillor",
        "cllr",
        "mayor",
        "minister",
        "secretary",
        "president",
        "chancellor",
        "ambassador",
        "judge",
        "justice",
        "detective",
        "det",
        "chief",
        "deputy",
        "assistant",
        "acting",
        "temporary",
        "superintendent",
        "supt",
        "inspector",
        "insp",
        "sergeant",
        "sgt",
        "constable",
        "pc",
        "ps",
        "dc",
        "ds",
        "di",
        "dci",
        "dcs",
        "dsu",
        "acc",
        "dcc",
        "wpc",
        "pcso",
        "officer",
        "commissioner",
        "commander",
        "captain",
        "lieutenant",
        "colonel",
        "major",
        "general",
        "watch",
        "station",
        "group",
        "area",
        "crew",
        "fire",
        "manager",
        "returning",
        "head",
        "director",
        "chair",
        "chairman",
        "chairwoman",
        "chairperson",
        "leader",
        "spokesperson",
        "spokesman",
        "spokeswoman",
        "floods",
        "health",
        "home",
        "foreign",
        "prime",
        "state",
        "attorney",
        "senator",
        "representative",
        "governor",
        "congressman",
        "congresswoman",
        "special",
        "agent",
        "in",
        "charge",
        "u.s.",
        "us",
        "united",
        "states",
        "executive",
        "cabinet",
        "member",
        "nurse",
        "doctor",
        "consultant",
        "surgeon",
        "coroner",
        "bishop",
        "archbishop",
        "imam",
        "rabbi",
        "bundesminister",
        "bundesministerin",
        "ministerin",
        "minister",
        "bundesbildungsministerin",
        "bundeskanzler",
        "bundeskanzlerin",
        "präsident",
        "präsidentin",
        "staatssekretär",
        "staatssekretärin",
        "frau",
        "herr",
        "direktor",
        "direktorin",
        "leiter",
        "leiterin",
        "sprecher",
        "sprecherin",
        "y",
        "yr",
        "the",
        "cynghorydd",
        "gweinidog",
        "prif",
        "arolygydd",
        "rhingyll",
        "ditectif",
        "mme",
        "m.",
        "madame",
        "monsieur",
        "ministre",
        "señor",
        "señora",
        "don",
        "doña",
        "ministro",
        "ministra",
        "signor",
        "signora",
        "ministro",
        "pan",
        "pani",
        "minister",
        "arbeitsminister",
        "familienministerin",
        "vorsitzender",
        "vorsitzende",
        "geschäftsführer",
        "geschäftsführerin",
        "civil",
        "division",
        "criminal",
    ]
)
_NOT_NAMES = frozenset(
    [
        "the",
        "a",
        "an",
        "it",
        "this",
        "that",
        "these",
        "those",
        "we",
        "i",
        "he",
        "she",
        "they",
        "you",
        "but",
        "and",
        "if",
        "when",
        "while",
        "in",
        "on",
        "at",
        "for",
        "from",
        "as",
        "our",
        "my",
        "his",
        "her",
        "their",
        "there",
        "what",
        "who",
        "how",
        "why",
        "where",
        "after",
        "before",
        "since",
        "under",
        "during",
        "speaking",
        "asked",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "police",
        "council",
        "government",
        "department",
    ]
)


@dataclass(frozen=True, slots=True)
class _Speech:
    """How far a pass over the paragraphs has come: who spoke last, whether the quotation is still open, whom we met."""

    last: str | None = None
    open: bool = False
    announced: bool = False
    known: tuple[str, ...] = ()


def attribute(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the speaker of every quotation that has one.

    A quotation goes on over paragraphs as long as it isn't closed; each paragraph then opens with a mark of its own.
    """
    speech = _Speech()
    kept: list[Draft] = []
    for draft in drafts:
        if draft.kind in ("paragraph", "quote"):
            draft, speech = _attributed(draft, speech)
        elif draft.kind == "heading":
            speech = replace(speech, open=False, announced=False)
        kept.append(draft)
    return kept


def _attributed(draft: Draft, speech: _Speech) -> tuple[Draft, _Speech]:
    text = draft.text
    if draft.speaker:
        return draft, replace(speech, last=draft.speaker, known=(*speech.known, draft.speaker))
    if draft.kind == "quote":
        return replace(draft, speaker=speech.last if speech.announced else _signed(text)), speech
    outside, quoted = _apart(text)
    continues = speech.open and text[:1] in _OPEN + "\"‘'"
    if len(quoted.split()) < 4 and not continues:
        name = _speaker(outside, speech) if text.rstrip().endswith(":") else None
        return draft, replace(
            speech, last=name or speech.last, announced=bool(name), open=False, known=_met(speech, name)
        )
    name = (
        speech.last
        if continues and not outside.strip()
        else (_speaker(outside, speech) or _implied(outside, text, speech))
    )
    stays_open = _is_open(text)
    after = _Speech(name or speech.last, stays_open, False, _met(speech, name))
    return (replace(draft, speaker=name) if name else draft), after


def _apart(text: str) -> tuple[str, str]:
    """Return what stands outside quotation marks (a `¶` for each quotation) and what stands inside."""
    outside: list[str] = []
    inside: list[str] = []
    quoting = False
    for at, char in enumerate(text):
        if char in _OPEN and not quoting:
            quoting = True
            outside.append("¶")
        elif char in _CLOSE and quoting:
            quoting = False
        elif char == '"' or (char in "‘'" and not quoting and _opens_single(text, at)):
            if char == '"':
                quoting = not quoting
                outside.extend("¶" if quoting else "")
            else:
                (inside if quoting else outside).append(char)
        else:
            (inside if quoting else outside).append(char)
    return "".join(outside), "".join(inside)


def _opens_single(text: str, at: int) -> bool:
    return (at == 0 or text[at - 1].isspace()) and at + 1 < len(text) and text[at + 1].isalpha()


def _is_open(text: str) -> bool:
    curly = sum(char in _OPEN for char in text) - sum(char in _CLOSE for char in text)
    return curly > 0 or (text.count('"') % 2 == 1 and not curly)


def _speaker(outside: str, speech: _Speech) -> str | None:
    """Return the name that the words round a quotation give."""
    arabic = _ARABIC.search(outside)
    if arabic:
        return _arabic_name(arabic.group(1), outside)
    for verb in _VERB.finditer(outside):
        name = _name_after(outside[verb.end() :], speech) or _name_before(outside[: verb.start()], speech)
        if name:
            return name
    if re.search(r":\s*¶?\s*$", outside.split("¶")[0] + "¶") and "¶" in outside:
        return _name_before(outside.split("¶")[0].rstrip().rstrip(":"), speech, whole=True)
    return None


def _implied(outside: str, text: str, speech: _Speech) -> str | None:
    """A pronoun means who spoke last; so does a paragraph that is nothing but a quotation after a quotation."""
    if re.search(r"\b(she|he|they|sie|er|hi|ef|elle|il)\b", outside, re.I) and _VERB.search(outside):
        return speech.last
    bare = not any(map(str.isalpha, outside))
    return speech.last if bare and text[:1] in _OPEN + '"' else None


def _name_after(text: str, speech: _Speech) -> str | None:
    """Read `said Marguerite Osei, chief executive`: the name follows the verb, titles before it allowed."""
    found = re.match(rf"\s+(?:(?:y|yr|the|die|der|le|la|el|il)\s+)?(?:[a-zäöü]+\s+){{0,3}}?({_SEQUENCE.pattern})", text)
    return _name(found.group(1), speech) if found else None


def _name_before(text: str, speech: _Speech, *, whole: bool = False) -> str | None:
    """Read `Josephine Mbeki, director of water quality, said`: the first name in the clause, else the nearest."""
    clause = re.split(r"¶|(?<=[a-z0-9)]{2})[.!?]\s|[;\n]", text)[-1]
    parts = [part for part in clause.split(",") if part.strip()]
    for part in parts:
        for found in _SEQUENCE.finditer(part):
            name = _name(found.group(), speech)
            possessive = part[found.end() : found.end() + 2] in ("’s", "'s") or re.search(r"['’]s$", found.group())
            if (
                name
                and not possessive
                and (len(name.split()) > 1 or name in speech.known)
                and not _is_organisation(part, found)
            ):
                return name
    return None


def _is_organisation(part: str, found: re.Match[str]) -> bool:
    return bool(re.search(r"\b(of|for|at|from|in|near|with)\s+(the\s+)?$", part[: found.start()]))


def _name(sequence: str, speech: _Speech) -> str | None:
    """Strip titles from a run of capitalised words; a surname alone becomes the full name met before."""
    tokens = sequence.split()
    titled = False
    while tokens and (
        tokens[0].lower().rstrip(".") in _TITLES or tokens[0].lower() in _TITLES or tokens[0].lower() in _NOT_NAMES
    ):
        titled = titled or tokens[0].lower() in _TITLES
        tokens.pop(0)
    if not tokens or any(token.lower() in _NOT_NAMES for token in tokens):
        return None
    name = re.sub(r"['’]s$", "", " ".join(tokens)).strip(".,")
    full = next((known for known in speech.known if known == name or known.split()[-1] == tokens[-1]), None)
    if full:
        return full
    return name if len(tokens) > 1 or titled else None


def _arabic_name(words: str, outside: str) -> str | None:
    """Arabic has no capitals: what follows the verb without its titles, which carry the article, is the name."""
    latin = _SEQUENCE.search(words)
    if latin:
        return latin.group()
    tokens = words.split()
    while tokens and tokens[0].startswith("ال"):
        tokens.pop(0)
    return " ".join(tokens[:4]) or None


def _signed(text: str) -> str | None:
    """Read the name under a pull quote: `... — Jane Roe, chief nurse`."""
    found = re.search(rf"[—–]\s*({_SEQUENCE.pattern})[^.]{{0,80}}$", text)
    return found.group(1) if found and len(found.group(1).split()) > 1 else None


def _met(speech: _Speech, name: str | None) -> tuple[str, ...]:
    return speech.known if name is None or name in speech.known else (*speech.known, name)
