"""Who says what: the speaker of each quotation, by the words round it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainspoken.readers.draft import Draft

_VERBS = (
    r"[Aa]ccording to|"
    r"said|says|added|adds|explained|explains|commented|comments|told|continued|concluded|warned|stressed|urged|"
    r"replied|noted|stated|"
    r"remarked|insisted|went on|asked|wrote|welcomed|praised|admitted|recalled|announced|"
    r"dywedodd|meddai|ychwanegodd|esboniodd|"
    r"sagte?|erklärte?|betonte?|erläuterte?|meinte?|ergänzte?|fügte|unterstrich|so(?= [A-ZÄÖÜ]| die| der)|"
    r"kommentierte?|hielt|"
    r"a déclaré|déclare|a expliqué|explique|ajoute|a ajouté|dit|a dit|dijo|afirmó|explicó|añadió|señaló|declaró|"
    r"ha detto|ha dichiarato|ha spiegato|afferma|spiega|powiedział[a]?|mówi|dodał[a]?|wyjaśnił[a]?|a (?:spus|"
    r"declarat|explicat|adăugat)|"
    r"disse|afirmou|explicou|acrescentou|dedi|belirtti|ekledi|söyledi"
)
_VERB = re.compile(rf"(?<!\w)(?:{_VERBS})(?!\w)")
_ARABIC = re.compile(r"(?:^|[\s.،])[وف]?(?:قال|قالت|أضاف|أضافت|أوضح|أوضحت|صرح|صرحت|أكد|أكدت)\s+([^:«“(،]{3,60})")
_PAIRS = {"“": "”", "‘": "’", "„": "“”", "«": "»", "‟": "”", '"': '"', "»": "«", "「": "」", "『": "』"}
_MARK = re.compile("[" + "".join(_PAIRS) + "]")
_SINGLE_END = re.compile(r"[,.!?…]’(?!\w)|’\W*$")
_SHORT = (
    r"(?:[A-Z]\.)+|"
    r"(?:Dr|Prof|Supt|Det|Insp|Sgt|Mr|Mrs|Ms|Mx|St|Rev|Sen|Rep|Gov|Gen|Col|Lt|Capt|Cllr|Hon|Mag|Ing|Dipl|Jr|Sr)\."
)
_NAME = rf"(?:{_SHORT}|[A-ZÀ-ÖØ-ÞŁŚŻŠŽČĆĐİ][\w'’-]*)"
_PARTICLES = r"(?:(?:van|von|de|da|di|del|la|le|bin|al|ap|ab|der|den|dos|du|O['’])\s+){0,3}"
_SEQUENCE = re.compile(rf"{_NAME}(?:\s+{_PARTICLES}{_NAME}){{0,7}}")
_OFFICE = re.compile(
    r".*(minister(in)?|präsident(in)?|sekretär(in)?|sprecher(in)?|direktor(in)?|führer(in)?|vorsitzender?|"
    r"leiter(in)?|chef(in)?|"
    r"expert(e|in)|rät(in)|beauftragter?|meister(in)?|kanzler(in)?)$"
)

# Ranks, offices and forms of address that stand before a name.
_TITLES = frozenset({
    "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "rev", "reverend",
    "councillor", "cllr", "mayor", "minister", "secretary", "president", "chancellor", "ambassador", "judge",
    "justice", "detective", "det", "chief", "deputy", "assistant", "acting", "temporary", "superintendent", "supt",
    "inspector", "insp", "sergeant", "sgt", "constable", "pc", "ps", "dc", "ds", "di", "dci", "dcs", "dsu", "acc",
    "dcc", "wpc", "pcso", "officer", "commissioner", "commander", "captain", "lieutenant", "colonel", "major",
    "general", "watch", "station", "group", "area", "crew", "fire", "manager", "returning", "head", "director",
    "chair", "chairman", "chairwoman", "chairperson", "leader", "spokesperson", "spokesman", "spokeswoman", "floods",
    "health", "home", "foreign", "prime", "state", "attorney", "senator", "representative", "governor", "congressman",
    "congresswoman", "special", "agent", "in", "charge", "u.s.",
    "u.s", "us", "united", "states", "executive", "cabinet",
    "member", "nurse", "doctor", "consultant", "surgeon", "coroner", "bishop", "archbishop", "imam", "rabbi",
    "bundesminister", "bundesministerin", "ministerin", "bundesbildungsministerin", "bundeskanzler",
    "bundeskanzlerin", "präsident", "präsidentin", "staatssekretär", "staatssekretärin", "frau", "herr", "direktor",
    "direktorin", "leiter", "leiterin", "sprecher", "sprecherin", "y", "yr", "the", "cynghorydd", "gweinidog", "prif",
    "arolygydd", "rhingyll", "ditectif", "mme", "m.", "madame", "monsieur", "ministre", "señor", "señora", "don",
    "doña", "ministro", "ministra", "signor", "signora", "pan", "pani", "arbeitsminister", "familienministerin",
    "vorsitzender", "vorsitzende", "geschäftsführer", "geschäftsführerin", "civil", "division", "criminal",
})  # fmt: skip
_NOT_NAMES = frozenset({
    "the", "a", "an", "it", "this", "that", "these", "those", "we", "i", "he", "she", "they", "you", "but", "and",
    "if", "when", "while", "in", "on", "at", "for", "from", "as", "our", "my", "his", "her", "their", "there", "what",
    "who", "how", "why", "where", "after", "before", "since", "under", "during", "speaking", "asked", "monday",
    "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "january", "february", "march", "april",
    "may", "june", "july", "august", "september", "october", "november", "december", "police", "council",
    "government", "department",
})  # fmt: skip


# Words that no person is called by: a run of capitals with one of them is a place or a body.
_BODIES = frozenset({
    "police", "council", "inquiry", "hall", "street", "road", "lane", "park", "town", "city", "county", "borough",
    "service", "services", "department", "office", "centre", "center", "university", "college", "school", "hospital",
    "court", "church", "bridge", "river", "house", "station", "team", "unit", "line", "square", "avenue", "trust",
    "group", "party", "union", "society", "association", "foundation", "fund", "company", "ltd", "limited", "agency",
    "authority", "board", "committee", "commission", "parliament", "government", "ministry", "bank", "library",
    "museum", "theatre", "stadium", "club", "act", "scheme", "wales", "england", "scotland", "ireland", "britain",
    "kingdom", "europe", "north", "south", "east", "west", "exchange", "control", "room", "version", "volume",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Speech:
    """How far a pass over the paragraphs has come.

    Attributes:
        speaker: who spoke last.
        subject: who was spoken of last: what a pronoun means.
        open: whether a quotation was not closed.
        announced: whether the last paragraph announces a quotation, as `He said:` does.
        known: the people met so far, the latest last.
    """

    speaker: str | None = None
    subject: str | None = None
    open: bool = False
    announced: bool = False
    known: tuple[str, ...] = ()

    def met(self, names: Sequence[str]) -> _Speech:
        """Return the state after people were named."""
        if not names:
            return self
        full = [name for name in names if " " in name]
        return replace(self, subject=names[-1], known=(*(name for name in self.known if name not in full), *full))

    def spoke(self, name: str | None, *, open_: bool = False, announced: bool = False) -> _Speech:
        """Return the state after a paragraph with a quotation."""
        after = self.met([name] if name else [])
        return replace(after, speaker=name or self.speaker, open=open_, announced=announced)


def attribute(drafts: Sequence[Draft]) -> list[Draft]:
    """Return the drafts with the speaker of every quotation that has one.

    A quotation goes on over paragraphs as long as it isn't closed; each paragraph then opens with a mark of its own.
    """
    speech = _Speech()
    kept: list[Draft] = []
    for draft in drafts:
        if draft.kind in ("paragraph", "quote"):
            name, speech = _heard(draft, speech)
            draft = replace(draft, speaker=name) if name else draft
        elif draft.kind == "heading":
            speech = replace(speech, open=False, announced=False)
        elif draft.kind == "list":
            speech = speech.met(_people(draft.text, speech))
        kept.append(draft)
    return kept


def _heard(draft: Draft, speech: _Speech) -> tuple[str | None, _Speech]:
    """Return who speaks in a paragraph, None if nobody does, and the state after it."""
    text = draft.text
    if draft.kind == "quote":
        name = speech.subject if speech.announced else _signed(text)
        return name, replace(speech.spoke(name), announced=speech.announced)
    outside, quoted, stays_open = _apart(text)
    continues = speech.open and text[:1] in _PAIRS
    around = speech.met(_people(outside, speech))
    if len(quoted.split()) < 4 and not continues:
        name = _speaker(outside, around) if text.endswith(":") else None
        return None, replace(around.met([name] if name else []), open=False, announced=text.endswith(":"))
    if continues and not any(map(str.isalpha, outside)):
        return speech.speaker, replace(speech, open=stays_open, announced=False)
    name = _speaker(outside, around) or _implied(outside, text, around)
    return name, around.spoke(name, open_=stays_open)


def _people(text: str, speech: _Speech) -> list[str]:
    """Return the people a narration names: with a title, between commas, or known; places and bodies are none."""
    found: list[str] = []
    for match in _SEQUENCE.finditer(text, 0, 3000):
        tokens = match.group().split()
        name = _name(match.group(), speech.met(found))
        owned = re.match("[’']s\\b", text[match.end() :]) or re.search("[’']s$", match.group())
        if not name or owned or any(token.lower().rstrip("’s'") in _BODIES for token in tokens):
            continue
        titled = _is_title(tokens[0]) and not _is_title(tokens[-1])
        beside = text[match.end() : match.end() + 2].startswith((",", " (")) or text[: match.start()].rstrip().endswith(
            ","
        )
        if titled or name in speech.known or (beside and len(name.split()) > 1):
            found.append(name)
    return list(dict.fromkeys(found))


def _apart(text: str) -> tuple[str, str, bool]:
    """Return what is outside quotation marks (a `¶` for each quotation), what inside, and whether one stays open."""
    if not _MARK.search(text):
        return text, "", False
    outside: list[str] = []
    inside: list[str] = []
    closers = ""
    for at, char in enumerate(text):
        if closers and char in closers and (char != "’" or _closes(text, at)):
            closers = ""
        elif not closers and _opens(text, at):
            closers = _PAIRS[char]
            outside.append("¶")
        elif not (closers and char in _PAIRS):
            (inside if closers else outside).append(char)
    return "".join(outside), "".join(inside), bool(closers)


def _opens(text: str, at: int) -> bool:
    """A guillemet opens only before a word; a single mark only where one closes what it opens."""
    char = text[at]
    if char not in _PAIRS or (char in "»‘" and at > 0 and not text[at - 1].isspace()):
        return False
    return char != "‘" or _SINGLE_END.search(text, at) is not None or at == 0


def _closes(text: str, at: int) -> bool:
    """A single mark closes after a full stop or comma, and at the end; else it is an apostrophe."""
    return text[at - 1] in ",.!?…" or not text[at + 1 :].strip(" .")


def _speaker(outside: str, speech: _Speech) -> str | None:
    """Return the name that the words round a quotation give."""
    arabic = _ARABIC.search(outside)
    if arabic:
        return _arabic_name(arabic.group(1), outside)
    for verb in _VERB.finditer(outside):
        name = _name_after(outside[verb.end() : verb.end() + 150], speech) or _name_before(
            outside[max(0, verb.start() - 300) : verb.start()], speech
        )
        if name:
            return name
    if re.search(r":\s*¶?\s*$", outside.split("¶")[0] + "¶") and "¶" in outside:
        return _name_before(outside.split("¶")[0].rstrip().rstrip(":"), speech, whole=True)
    return None


def _implied(outside: str, text: str, speech: _Speech) -> str | None:
    """A pronoun means who was named last; a paragraph that is all quotation goes on from the one before."""
    if _VERB.search(outside) and re.search(r"\b(she|he|they|sie|er|hi|ef|elle|il)\b", outside, re.I):
        return speech.subject
    bare = not any(map(str.isalpha, outside))
    return speech.speaker if bare and text[:1] in _PAIRS else None


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
    while tokens and (_is_title(tokens[0]) or tokens[0].lower() in _NOT_NAMES):
        titled = titled or _is_title(tokens[0])
        tokens.pop(0)
    if not tokens or _is_title(tokens[-1]) or any(token.lower() in _NOT_NAMES for token in tokens):
        return None
    name = re.sub(r"['’]s$", "", " ".join(tokens)).strip(".,")
    full = _known(name.split(), speech)
    return full or (name if len(tokens) > 1 or titled else None)


def _is_title(token: str) -> bool:
    bare = token.lower().rstrip(".")
    return bare in _TITLES or bool(_OFFICE.fullmatch(bare))


def _known(tokens: list[str], speech: _Speech) -> str | None:
    """Return whom we met under that name: the whole, the last, or after a title the first (`Dame Constance`)."""
    for known in reversed(speech.known):
        parts = known.split()
        surname = parts[-1] == tokens[-1] and (len(tokens) == 1 or parts[0] == tokens[0])
        if parts == tokens or surname or parts[:1] == tokens:
            return known
    return None


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
