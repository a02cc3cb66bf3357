"""Words beside names: ranks and forms of address, bodies and places, and words that no name starts with."""

from __future__ import annotations

import re
from functools import lru_cache

_OFFICE = re.compile(
    r"\w*(minister(in)?|präsident(in)?|sekretär(in)?|sprecher(in)?|direktor(in)?|führer(in)?|vorsitzender?|leiter(in)?|"
    r"chef(in)?|expert(e|in)|rät(in)|beauftragter?|meister(in)?|kanzler(in)?|inspektor(in)?|kommissar(in)?|fahrer(in)?|pfleger(in)?|lehrer(in)?|helfer(in)?|ärzt(in)|anwält(in)|sanitäter(in)?|forscher(in)?|betreiber(in)?|"
    r"chauffeur|verpleegkundige|bewoner|bewoonster|woordvoerder|woordvoerster|directeur|voorzitter|commissaris)"
)

_RANKS = frozenset({
    "mr", "mrs", "ms", "mx", "miss", "dr", "prof", "professor", "sir", "dame", "lord", "lady", "baroness", "rev",
    "reverend", "councillor", "cllr", "mayor", "minister", "secretary", "president", "chancellor", "ambassador",
    "judge", "justice", "detective", "det", "chief", "deputy", "assistant", "acting", "temporary", "superintendent",
    "supt", "inspector", "insp", "sergeant", "sgt", "constable", "pc", "ps", "dc", "ds", "di", "dci", "dcs", "dsu",
    "acc", "dcc", "wpc", "pcso", "officer", "commissioner", "commander", "captain", "lieutenant", "colonel",
    "major", "general", "brigadier", "manager", "director", "chair", "chairman", "chairwoman", "chairperson",
    "leader", "spokesperson", "spokesman", "spokeswoman", "senator", "representative", "governor", "congressman",
    "congresswoman", "agent", "charge", "student", "u.s.", "u.s", "executive", "nurse", "matron", "sister",
    "doctor", "consultant", "surgeon", "coroner", "bishop", "archbishop", "imam", "rabbi", "garda", "sheriff",
    "attorney", "prosecutor", "ceo", "mp", "msp", "paramedic", "firefighter", "headteacher", "principal",
    "chaplain", "father", "curator", "ministerin", "frau", "herr", "herrn", "sprecher", "sprecherin",
    "staatssekretär", "staatssekretärin", "vorsitzende", "vorsitzender", "polizeihauptkommissarin", "cynghorydd",
    "gweinidog", "prif", "arolygydd", "rhingyll", "ditectif", "mme", "m.", "madame", "monsieur", "ministre",
    "commissaire", "maire", "señor", "señora", "sra", "sr", "don", "doña", "ministro", "ministra", "alcaldesa",
    "alcalde", "inspectora", "doctora", "signor", "signora", "dott", "dott.ssa", "sindaca", "sindaco", "pan",
    "pani", "mevrouw", "meneer", "wethouder", "burgemeester", "doamna", "domnul", "ministrul", "kommissarie",
    "bakan", "doktor", "sayın", "пан", "пані", "господин", "госпожа", "д-р", "κ", "κα", "δρ", "dr.", "mudr", "ing",
    "mgr", "judr", "phdr", "comisarul", "inspektor", "inspektorka", "komisarz", "ministr", "inspecteur",
    "ispettrice", "inspetora", "supervisor", "ombudsman", "farmer", "driver", "volunteer", "survivor", "campaigner",
    "resident", "teacher", "grandmother", "grandfather", "gran", "mum", "dad", "mother", "pensioner", "solicitor",
    "barrister", "engineer", "shopkeeper", "neighbour", "midfielder", "author", "head",
    "midwife", "carer", "coordinator", "professeur", "infirmière", "directrice",
    "enfermera", "enfermeira", "portavoz", "infermiera", "sierżant", "sierż", "podinsp", "mł", "asp", "aspirant",
    "kom", "nadkom", "komendant", "burmistrz", "wójt", "dyrektor", "dyrektorka", "wojewoda", "ks", "belediye",
    "başkan", "başkanı", "müdür", "müdürü", "bakanı", "hemşire", "vali", "valisi", "kaymakam", "komiser", "öğretmen",
    "avukat", "uzmanı", "sözcüsü", "muhtar", "muhtarı", "інспектор", "інспекторка", "лікар", "лікарка", "мер",
    "verpleegkundige", "nyrs", "meddyg",
})  # fmt: skip

NOT_FIRST = frozenset({
    "the", "a", "an", "it", "this", "that", "these", "those", "we", "i", "he", "she", "they", "you", "but", "and",
    "if", "when", "while", "in", "on", "at", "for", "from", "as", "our", "my", "his", "her", "their", "there",
    "what", "who", "how", "why", "where", "after", "before", "since", "under", "during", "speaking", "asked",
    "commenting", "today", "yesterday", "according", "responding", "welcoming", "also", "however", "now", "then",
    "then,", "last", "earlier", "yn", "y", "yr", "der", "die", "das", "dazu", "so", "laut", "wie", "auch", "für",
    "le", "la", "les", "l", "selon", "el", "los", "las", "según", "il", "lo", "secondo", "o", "os", "segundo", "de",
    "het", "een", "volgens", "potrivit", "enligt", "według", "jak", "za", "по", "за", "в", "podle", "σύμφωνα", "η",
    "ο", "οι", "az", "und", "doch", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "january", "february", "march", "april", "june", "july", "august", "september", "october", "november",
    "december", "to", "with", "by", "not", "no", "yes", "im", "am", "bei", "nach", "en", "dans", "à", "nel", "alla",
    "em", "na", "w", "med", "wir", "ich", "nous", "je", "elle", "sie", "er", "ella", "él", "lei", "lui", "ela",
    "ele", "zij", "hij", "hon", "han", "pour", "diyen", "zu", "ona", "ea", "вона", "він", "она", "он",
})  # fmt: skip

# A run of capitals with one of these is a place or a body, unless a rank stands before it.
_BODIES = frozenset({
    "police", "council", "inquiry", "hall", "street", "road", "lane", "park", "town", "city", "county", "borough",
    "service", "services", "department", "office", "centre", "center", "university", "college", "school",
    "hospital", "court", "church", "bridge", "river", "house", "station", "team", "unit", "line", "square",
    "avenue", "trust", "group", "party", "union", "society", "association", "foundation", "fund", "company", "ltd",
    "limited", "agency", "authority", "board", "committee", "commission", "parliament", "government", "ministry",
    "bank", "library", "museum", "theatre", "stadium", "club", "act", "scheme", "wales", "england", "scotland",
    "ireland", "britain", "kingdom", "europe", "north", "south", "east", "west", "exchange", "control", "room",
    "version", "volume", "inc", "plc", "gmbh", "institute", "federation", "week", "day", "report", "states",
    "nations", "institut", "stiftung", "universität", "université", "universidad", "università", "universiteit",
    "verband", "magistrates", "crown", "district", "ward", "way", "drive", "close", "terrace", "grove", "gardens",
})  # fmt: skip


@lru_cache(2048)
def is_rank(token: str) -> bool:
    """Tell whether a word is a rank, an office or a form of address, as it stands before names."""
    bare = token.lower().rstrip(".,").split("-")[-1]
    return bare in _RANKS or f"{bare}." in _RANKS or bool(_OFFICE.fullmatch(bare))


@lru_cache(2048)
def is_body(token: str) -> bool:
    """Tell whether a word with a capital belongs to the name of a place or a body."""
    return token.lower().rstrip("’s'.,") in _BODIES or token.lower() in _BODIES
