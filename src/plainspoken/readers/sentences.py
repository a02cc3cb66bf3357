"""Where sentences end, in a newsroom's prose: ranks, house numbers, times and quotations included."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspoken import lang as languages

Span = tuple[int, int]

# A line break inside a sentence: no end before it, a small letter after it.
_WRAPPED = re.compile(r"([^.!?:\n])\n(?=[^\W\d_A-ZÀ-ÖØ-Þ])")

# sentencex takes the month for a short form, as if its full stop ended no sentence.
_MAY = re.compile(r"\bMay(?=\.)")

_AROUND = 400  # characters; what is farther away says nothing of a full stop

_QUOTES = '“”„‟«»"「」『』'
_CLOSERS = "”\"»’')]}」』）】›"
_TERMINAL = ".!?…。！？｡؟۔।॥։።፧።"
_MASK = str.maketrans(dict.fromkeys(_QUOTES, " "))

# A full stop after these ends no sentence when a name, a number or a small word follows.
_BEFORE_NAME = frozenset({
    "mr", "mrs", "ms", "mx", "dr", "prof", "rev", "hon", "fr", "sr", "jr", "st", "ste", "mt", "lt", "col", "gen",
    "maj", "capt", "cpl", "sgt", "pte", "cdr", "adm", "cmdr", "supt", "det", "insp", "ch", "chf", "cllr", "pc", "ps",
    "dc", "ds", "di", "dci", "dcs", "dsu", "acc", "dcc", "cc", "wpc", "pcso", "asst", "dep", "dir", "sec", "min",
    "gov", "pres", "sen", "rep", "amb", "atty", "eng", "mme", "mlle", "msgr", "hr", "frau", "dipl", "ing", "univ",
    "sra", "srta", "dra", "lic",
})  # fmt: skip
_BEFORE_NUMBER = frozenset({
    "no", "nos", "nr", "art", "sec", "fig", "tel", "ext", "para", "pp", "p", "vol", "ch", "cl", "reg", "approx", "ca",
    "c", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "bl", "cap",
})  # fmt: skip
_NEVER = frozenset({
    "e.g", "i.e", "eg", "ie", "cf", "viz", "vs", "v", "etc", "al", "incl", "excl", "inc", "ltd", "plc", "co", "corp",
    "dept", "est", "bros", "z.b", "d.h", "u.a", "bzw", "ca", "usw", "o.ä",
})  # fmt: skip
_MAYBE = frozenset({
    "a.m", "p.m", "am", "pm", "u.s", "u.k", "e.u", "u.n", "d.c", "ph.d", "m.p", "b.a", "m.a", "st", "rd", "ave", "jr",
    "sr", "inc", "ltd", "co", "etc", "plc", "corp",
})  # fmt: skip
_SPEECH = re.compile(
    r"\W*(?:(?:said|says|added|asked|explained|told|replied|continued|concluded|commented|went on|according to|"
    r"warned|wrote|insisted|noted|urged|stressed)\b|"
    r"(?:he|she|they|it|we|i)\s+(?:said|says|added|asked|explained|told|replied|continued|concluded|went on|wrote)\b|"
    r"(?:[A-Z][\w.'’-]*\s+){1,5}(?:said|says|added|asked|explained|told|replied|continued|concluded|commented|"
    r"went on|warned|wrote)\b|"
    r"(?:sagt|so|erklärt|betont|meint|dit|a déclaré|explique|dijo|afirmó|ha detto|powiedział|meddai|dywedodd|"
    r"dedi)\w*\b)"
)
_SPLITTABLE = re.compile(r"[.!?…][”\"’»)]*\s+(?=[“\"„«‘(]?[A-Z0-9])")


def spans(text: str, lang: str) -> list[Span]:
    """Return start and end of each sentence, white space between them left out.

    sentencex finds the boundaries with the quotation marks hidden, so that long quotations are cut too; then those
    are mended that fall after an abbreviation, inside a number, or between a quotation and who said it.

    >>> text = "Det. Supt. Jo Roe came at 9 a.m. on Monday. “Stop!” she said."
    >>> [text[start:end] for start, end in spans(text, "en")]
    ['Det. Supt. Jo Roe came at 9 a.m. on Monday.', '“Stop!” she said.']
    """
    ends = [end for end in _boundaries(text, lang) if end < len(text)]
    kept: list[Span] = []
    start = 0
    for end in [*ends, len(text)]:
        if end < len(text) and not _ends(text[max(start, end - _AROUND) : end].rstrip(), text[end : end + _AROUND]):
            continue
        sentence = text[start:end]
        trimmed = sentence.strip()
        if trimmed:
            begin = start + len(sentence) - len(sentence.lstrip())
            kept.append((begin, begin + len(trimmed)))
            start = end
    return _attached(text, kept)


def _boundaries(text: str, lang: str) -> Iterator[int]:
    """Yield where each next sentence starts, as sentencex sees it, quotation marks on the right side of it."""
    from sentencex import segment

    masked = _MAY.sub("Day", _WRAPPED.sub(r"\1 ", text.translate(_MASK)))
    at = 0
    for number, row in enumerate(re.split(r"(\n)", masked)):
        if number % 2:
            at += 1
            yield at
            continue
        for piece in segment(languages.primary(lang), row):
            at += len(piece)
            yield _between(text, at)


def _between(text: str, at: int) -> int:
    """Move a boundary to the right side of the quotation marks that were hidden from the splitter."""
    end = at
    while end > 0 and (text[end - 1].isspace() or text[end - 1] in _QUOTES):
        end -= 1
    while end < len(text) and text[end] in _CLOSERS:
        end += 1
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _ends(sentence: str, rest: str) -> bool:
    """Tell whether what looks like a sentence is one, given what follows."""
    following = rest.lstrip()
    if sentence.count("(") > sentence.count(")") and ")" in following[:60]:
        return False
    if not sentence.endswith("."):
        return True
    word = re.split(r"[\s(\[“\"‘«]", sentence[:-1])[-1].lower().strip(".")
    opening = following[:1]
    if word in _NEVER:
        return word in _MAYBE and _opens_sentence(following)
    if word in _BEFORE_NAME:
        return word in _MAYBE and _opens_sentence(following) and not opening.isdigit() and _is_street(sentence)
    if word in _BEFORE_NUMBER:
        return not (opening.isdigit() or opening == "#")
    if word in _MAYBE:
        return _opens_sentence(following)
    if re.fullmatch(r"\w", word) and word.isalpha() and word != "i":
        return not opening.isalpha() or not opening.isupper()
    if word.isdigit() and len(word) <= 2 and sentence[:-1].strip().isdigit():
        return False
    return not opening.islower() or opening == ""


def _is_street(sentence: str) -> bool:
    """`St. Mary` is a saint, `Mill St.` a street: a name stands before the street."""
    found = re.search(r"(\S+)\s+\S+\.$", sentence)
    return found is not None and found.group(1)[:1].isupper()


def _opens_sentence(following: str) -> bool:
    """After an abbreviation that may end a sentence, a word that is never a name begins a new one."""
    word = re.match(r"[“\"‘«(]?([A-Z][\w’']*)", following)
    return word is not None and word.group(1) in _OPENERS


_OPENERS = frozenset({
    "The", "A", "An", "He", "She", "It", "They", "We", "You", "I", "This", "That", "These", "Those", "There", "Here",
    "His", "Her", "Their", "Our", "In", "On", "At", "If", "When", "While", "After", "Before", "As", "But", "And",
    "Or", "So", "For", "From", "By", "With", "To", "Of", "No", "Not", "All", "Anyone", "Anybody", "Everyone",
    "Officers", "People", "Police", "Call", "Please", "It's", "Two", "Three", "One", "Some", "Many", "Most", "Then",
    "Now", "How", "What", "Who", "Why", "Where", "Since", "During", "Under", "Both", "Each", "Any", "Another",
    "Following",
})  # fmt: skip


def _attached(text: str, found: list[Span]) -> list[Span]:
    """Join what says who spoke to the quotation it follows: `“Stop!” she said.` is one sentence."""
    kept: list[Span] = []
    for start, end in found:
        quoted = bool(kept) and text[kept[-1][1] - 1] in "”\"’»'"
        attributes = quoted and text[start] not in '“"‘' and _SPEECH.match(text, start, end)
        if kept and (attributes or not any(map(str.isalnum, text[start:end]))):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept
