"""Where sentences end, in a newsroom's prose: ranks, house numbers, times and quotations included."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from plainspoken import lang as languages

Span = tuple[int, int]

# A line break inside a sentence: no end before it, a small letter after it.
_WRAPPED = re.compile(r"([^.!?:\n])\n(?=[^\W\d_A-ZÀ-ÖØ-Þ])")

# sentencex takes the month for a short form, as if its full stop ended no sentence.
_MAY = re.compile(r"\bMay(?=\.)")

# Nor does it end a sentence at an address, whose last full stop it takes for the address's own.
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S*[\w/]")

_STRETCH = 10_000  # characters of one line, a hundred sentences and more

_AROUND = 400  # characters; what is farther away says nothing of a full stop

_QUOTES = '“”„‟«»"「」『』'
_CLOSERS = "”\"»’')]}」』）】›"
_TERMINAL = ".!?…。！？｡؟۔।॥։።፧።"
_QUOTE = re.compile(f"[{_QUOTES}]")

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
    "u.s", "u.k", "e.u", "u.n", "d.c", "ph.d", "m.p", "b.a", "m.a", "st", "rd", "ave", "jr",
    "sr", "inc", "ltd", "co", "etc", "plc", "corp",
})  # fmt: skip
_CLOCK = frozenset({"a.m", "p.m", "am", "pm"})
_AFTER_A_TIME = re.compile(
    r"(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(Jan|Febr)uary|March|April|June|July|August|(Septem|Octo|Novem|Decem)ber|"
    r"[A-Z]{2,4}\b|Eastern|Central|Mountain|Pacific|Greenwich|British|Irish"
)
_SPEECH = re.compile(
    r"\W*(?:(?:said|says|added|asked|explained|told|replied|continued|concluded|commented|went on|according to|"
    r"warned|wrote|insisted|noted|urged|stressed)\b|"
    r"(?:he|she|they|it|we|i)\s+(?:said|says|added|asked|explained|told|replied|continued|concluded|went on|wrote)\b|"
    r"(?:[A-Z][\w.'’-]*\s+){1,5}(?:said|says|added|asked|explained|told|replied|continued|concluded|commented|"
    r"went on|warned|wrote)\b|"
    r"(?:sagt|so|erklärt|betont|meint|dit|a déclaré|explique|dijo|afirmó|ha detto|powiedział|meddai|dywedodd|"
    r"dedi)\w*\b)"
)
# The same in scripts without capitals, where the verb stands anywhere.
_UNCASED = re.compile(
    r"سأل|قال|أجاب|أضاف|تابع|پوچھا|کہا|بتایا|جواب دیا|گفت|پرسید|বলেন|বললেন|জিজ্ঞাসা|জানান|বলেছেন|कहा|पूछा|बताया|"
    r"[问說说問]道|[说說问問][。！？]|表示|回答"
)
# Dots that trail off end a sentence where the script has no small letter to go on with.
_TRAILING = re.compile(r"……(?=[\u3400-\u9fff])|…\s+(?=[\u0590-\u08ff\u0900-\u0dff\u1200-\u137f])")
_CLOSED, _OPENED = "”\"’»'“」』", '“"‘«„”「『'


def spans(text: str, lang: str) -> list[Span]:
    """Return start and end of each sentence, white space between them left out.

    sentencex finds the boundaries with the quotation marks hidden, so that long quotations are cut too; then those
    are mended that fall after an abbreviation, inside a number, or between a quotation and who said it.

    >>> text = "Det. Supt. Jo Roe came at 9 a.m. on Monday. “Stop!” she said."
    >>> [text[start:end] for start, end in spans(text, "en")]
    ['Det. Supt. Jo Roe came at 9 a.m. on Monday.', '“Stop!” she said.']
    """
    short = _short(languages.primary(lang))
    ends = sorted(
        {end for end in (*_boundaries(text, lang), *_overlooked(text, languages.primary(lang))) if end < len(text)}
    )
    kept: list[Span] = []
    start = 0
    for end in [*ends, len(text)]:
        before, after = text[max(start, end - _AROUND) : end].rstrip(), text[end : end + _AROUND]
        if end < len(text) and (_inside_a_word(text, end) or not _ends(before, after, short)):
            continue
        sentence = text[start:end]
        trimmed = sentence.strip()
        if trimmed:
            begin = start + len(sentence) - len(sentence.lstrip())
            kept.append((begin, begin + len(trimmed)))
            start = end
    return _attached(text, kept)


@cache
def _short(lang: str) -> dict[str, frozenset[str]]:
    """Return the short forms of a language by what they say of a full stop; see the file for the kinds."""
    with (files("plainspoken.readers") / "abbreviations.toml").open("rb") as file:
        known = tomllib.load(file).get(lang, {})
    return {kind: frozenset(known.get(kind, ())) for kind in ("never", "number", "maybe")}


def _boundaries(text: str, lang: str) -> Iterator[int]:
    """Yield where each next sentence starts, as sentencex sees it, quotation marks on the right side of it."""
    from sentencex import segment

    masked = _masked(text)
    at = 0
    for number, row in enumerate(re.split(r"(\n)", masked)):
        if number % 2:
            at += 1
            yield at
            continue
        for stretch in _stretches(row):
            for piece in segment(languages.primary(lang), stretch):
                at += len(piece)
                yield _between(text, at)


def _masked(text: str) -> str:
    """Return a text with what misleads sentencex hidden; most texts have only some of it."""
    text = _QUOTE.sub(" ", text)
    text = _WRAPPED.sub(r"\1 ", text) if "\n" in text else text
    text = _MAY.sub("Day", text) if "May." in text else text
    if "http" in text or "www." in text:
        return _ADDRESS.sub(lambda found: "X" + "x" * (len(found[0]) - 1), text)
    return text


def _stretches(row: str) -> Iterator[str]:
    """Cut an endless text where a sentence seems to end: sentencex takes four times as long for twice the text."""
    start = 0
    while len(row) - start > _STRETCH:
        end = max(row.rfind(stop, start, start + _STRETCH) for stop in (". ", "! ", "? ", "。", "！", "？", "। "))
        end = end + 1 if end > start else start + _STRETCH
        yield row[start:end]
        start = end
    yield row[start:]


@cache
def _doubtful(lang: str) -> re.Pattern[str] | None:
    """Match a short form that may end a sentence, with its full stop and the space; None where a language has none."""
    forms = sorted(map(re.escape, _short(lang)["maybe"]), key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(forms)})\.[”\"’»)]*\s+(?=[^\W\d_])", re.I) if forms else None


def _overlooked(text: str, lang: str) -> Iterator[int]:
    """Yield where sentences start that sentencex never parts: after `etc.` and the like, and after an ellipsis."""
    if doubtful := _doubtful(lang):
        yield from (found.end() for found in doubtful.finditer(text) if text[found.end()].isupper())
    if "…" in text:
        yield from (found.end() for found in _TRAILING.finditer(text))


def _inside_a_word(text: str, end: int) -> bool:
    """Tell whether a full stop stands within a short form or a number: `n.º`, `c.-à-d.`, `৯.৩০`."""
    if text[end - 1] != ".":
        return False
    return text[end] in "ºª-" or (text[end].isdigit() and text[end - 2 : end - 1].isdigit())


def _between(text: str, at: int) -> int:
    """Move a boundary to the right side of the quotation marks that were hidden from the splitter."""
    end = at
    while end > 0 and (text[end - 1].isspace() or text[end - 1] in _QUOTES):
        end -= 1
    while end < len(text) and (text[end] in _CLOSERS or _closes(text, end)):
        end += 1
    while end < len(text) and text[end].isspace():
        end += 1
    return end


def _closes(text: str, at: int) -> bool:
    """Tell whether a mark that opens elsewhere closes here, as in German and Urdu: no space before it, one after it."""
    return text[at] == "“" and at > 0 and not text[at - 1].isspace() and text[at + 1 : at + 2].strip() == ""


def _ends(sentence: str, rest: str, short: dict[str, frozenset[str]]) -> bool:
    """Tell whether what looks like a sentence is one, given what follows."""
    following = rest.lstrip()
    opening = following[:1]
    if sentence.count("(") > sentence.count(")") and ")" in following[:60]:
        return False
    if not sentence.endswith("."):
        return True
    if opening.islower():
        return False
    word = re.split(r"[\s(\[“\"‘«„/]", sentence[:-1])[-1].lower().strip(".,")
    known = _known_end(word, sentence, opening, short)
    return _usual_end(word, sentence, following) if known is None else known


def _known_end(word: str, sentence: str, opening: str, short: dict[str, frozenset[str]]) -> bool | None:
    """Tell what the language's own short forms say of a full stop; None where they say nothing."""
    word = re.split("[’']", word)[-1] or word  # l’art. 15
    if word in short["number"] and opening.isdigit():
        return False
    if word in short["maybe"] and (len(word) > 1 or _counts(sentence)):
        return opening.isupper() or not opening.isalnum()
    return False if word in short["never"] else None


def _counts(sentence: str) -> bool:
    """Tell whether a number stands before the last word: `2026 r.`, `22.15 h.`."""
    return re.search(r"\d\s*\w+\.$", sentence) is not None


def _usual_end(word: str, sentence: str, following: str) -> bool:
    opening = following[:1]
    if word in _CLOCK:
        return _AFTER_A_TIME.match(following) is None
    if word in _NEVER:
        return word in _MAYBE and _opens_sentence(following)
    if word in _BEFORE_NAME:
        return word in _MAYBE and _opens_sentence(following) and not opening.isdigit() and _is_street(sentence)
    if word in _BEFORE_NUMBER:
        return not (opening.isdigit() or opening == "#")
    if word in _MAYBE:
        return _opens_sentence(following)
    if len(word) == 1 and word.isalpha() and word != "i":
        return not opening.isupper()
    return not (word.isdigit() and len(word) <= 2 and sentence[:-1].strip().isdigit())


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


def _attributes(sentence: str) -> bool:
    """Tell whether what follows a quotation says who spoke: a small letter goes on with the sentence."""
    if re.match(r"[–—-]?\s*[^\W\d_]", sentence) and sentence.lstrip("–—- ")[:1].islower():
        return True
    return bool(_SPEECH.match(sentence)) or (len(sentence) < 80 and _UNCASED.search(sentence) is not None)


def _attached(text: str, found: list[Span]) -> list[Span]:
    """Join what says who spoke to the quotation it follows: `“Stop!” she said.` is one sentence."""
    kept: list[Span] = []
    for start, end in found:
        quoted = bool(kept) and text[kept[-1][1] - 1] in _CLOSED
        attributes = quoted and text[start] not in _OPENED and _attributes(text[start:end])
        if kept and (attributes or not any(map(str.isalnum, text[start:end]))):
            kept[-1] = (kept[-1][0], end)
        else:
            kept.append((start, end))
    return kept
