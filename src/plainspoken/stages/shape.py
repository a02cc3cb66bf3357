"""What an engine did to the look of a sentence, not its words, set right: capitals and quotation marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspoken import facts, lang
from plainspoken.tagged import Tagged
from plainspoken.tagged.edits import Edit, edited

# The marks round what is said, and round what is said in it (CLDR, delimiters), where they are not the English ones.
# CLDR's for Arabic and Urdu are the English ones the other way round, which fonts show in no way that can be foreseen:
# Arabic gets those of its press. Welsh keeps double ones, since it is full of apostrophes.
_MARKS = {
    "am": "«»‹›", "ar": "«»“”", "ca": "«»“”", "de": "„“‚‘", "es": "«»“”", "fa": "«»‹›", "fr": "«»“”", "it": "«»“”",
    "lt": "„“‚‘", "pl": "„”«»", "ps": "«»‹›", "pt-PT": "«»“”", "ro": "„”«»", "uk": "«»„“", "zh-Hant": "「」『』",
}  # fmt: skip
_ENGLISH = "“”‘’"
_WITH_SPACE = frozenset({"fr"})  # a space that doesn't break stands inside its « »
_TYPED = frozenset({"ca", "es", "it"})  # straight ones stay as typed: news there has them beside “ ” and « » (NTREX)
_DOUBLE = re.compile(r"[“”\"]")
_OWN = re.compile(r"[«»„‹›「」『』‚]")
_OPENS = re.compile(r"(?:^|[\s(\[{–—¿¡\"“‘/-])$")
_SPEECH = re.compile(r"[:,]\s*[“«„\"]\s?([^\W\d_])")  # where what is said begins
_DOTS = re.compile(r"(?<!\w)(?:[^\W\d_]\.){2,}")  # an abbreviation with a dot after each letter
_CASED = frozenset({"Latn", "Cyrl", "Grek", "Armn"})
_DOTTED = frozenset({"tr", "az"})


def shaped(source: str, sentence: Tagged, to: str) -> Tagged:
    """Return a translation with the capitals of its source and the quotation marks of its language.

    A heading in capitals is one in both; a sentence begins with a capital if its source does, and in small letters if
    that does so, and so does what somebody says within it. No capital follows the last dot of an abbreviation where
    none does in the source. Straight or English quotation marks become those of the language, each for one. They stay
    where they already are its own, where which way one faces can't be told, and where they are straight in the source
    and straight ones are usual in the language. An apostrophe is never touched.

    Args:
        source: the words of the source.
        sentence: its translation.
        to: the language of the translation.

    >>> shaped("NO “SMOKING”", Tagged("no “fumar”"), "es").text
    'NO «FUMAR»'
    """
    sentence = edited(sentence, list(_quotes(source, sentence.text, to)))
    if lang.script(to) not in _CASED:
        return sentence
    if is_shouted(source):
        return edited(sentence, list(_capitals(sentence.text, to)))
    changes = (_first(source, sentence.text, to), _said(source, sentence.text, to), _dotted(source, sentence.text, to))
    return edited(sentence, [change for several in changes for change in several])


def is_shouted(text: str) -> bool:
    """Tell a heading in capitals from an acronym: it has two words, or one of more than five letters.

    >>> is_shouted("WARNING"), is_shouted("NHS"), is_shouted("NHS help")
    (True, False, False)
    """
    longest = sorted((sum(map(str.isalpha, word)) for word in text.split()), reverse=True)
    return text.isupper() and (longest[0] > 5 or (len(longest) > 1 and longest[1] > 1))


def _capitals(text: str, to: str) -> Iterator[Edit]:
    """Yield the runs that are not in capitals, in them; an address stays as it is."""
    kept = [(fact.start, fact.end) for fact in facts.find(text) if fact.kind in ("url", "email")]
    for word in re.finditer(r"\S+", text):
        start, end = word.span()
        if not any(one < end and start < other for one, other in kept):
            dotted = word[0].replace("i", "İ") if lang.primary(to) in _DOTTED else word[0]
            yield Edit(start, end, dotted.upper())


def _first(source: str, text: str, to: str) -> Iterator[Edit]:
    """Yield the first letter in the case of the source's first; German nouns and names keep their capital."""
    ours, theirs = _start(source), _start(text)
    if not ours or not theirs or lang.primary(to) == "de":
        return
    letter, word = theirs[0][0], theirs[0]
    if ours[0][0].isupper() and letter.islower() and word.islower():
        yield Edit(theirs.start(), theirs.start() + 1, _upper(letter, to))
    kept = len(word) < 2 or not word[1:].islower() or word.casefold() in source.casefold()
    if ours[0].islower() and letter.isupper() and not kept:
        yield Edit(theirs.start(), theirs.start() + 1, letter.lower())


def _said(source: str, text: str, to: str) -> Iterator[Edit]:
    """Yield a capital for the first letter of what is said, where it has one in the source and only one thing is."""
    ours, theirs = list(_SPEECH.finditer(source)), list(_SPEECH.finditer(text))
    if len(ours) == len(theirs) == 1 and ours[0][1].isupper() and theirs[0][1].islower():
        yield Edit(*theirs[0].span(1), _upper(theirs[0][1], to))


def _dotted(source: str, text: str, to: str) -> Iterator[Edit]:
    """Yield small letters after an abbreviation's dot, which engines take for the end of a sentence."""
    if lang.primary(to) == "de":
        return
    for ours in _DOTS.finditer(source):
        theirs = re.search(rf"(?<!\w){re.escape(ours[0])}\s+([^\W\d_])([^\W\d_]*)(?![\w.])", text)
        if not theirs or not source[ours.end() :].lstrip()[:1].islower():
            continue
        named = re.search(rf"(?<!\w){theirs[1]}{theirs[2]}(?!\w)", source)
        if not named and theirs[1].isupper() and (theirs[2].islower() or not theirs[2]):
            yield Edit(*theirs.span(1), theirs[1].lower())


def _start(text: str) -> re.Match[str] | None:
    """Return the first word of a text, where it begins with one: not with a number or an address."""
    found = re.match(r"[\s\"“”„«‘'¿¡(\[]*([^\W\d_][^\W_]*)(?![\w@.]*[@/])", text)
    return re.compile(r"[^\W\d_][^\W_]*").match(text, found.start(1)) if found else None


def _upper(letter: str, to: str) -> str:
    return "İ" if letter == "i" and lang.primary(to) in _DOTTED else letter.upper()


def _quotes(source: str, text: str, to: str) -> Iterator[Edit]:
    marks = next((_MARKS[one] for one in lang.fallbacks(to) if one in _MARKS), _ENGLISH)
    straight = "“" not in source and "”" not in source
    typed = straight and (marks == _ENGLISH or lang.primary(to) in _TYPED)
    if typed or _OWN.search(text) or not _DOUBLE.search(source):
        return
    inner = list(_singles(text)) if "‘" in source else []
    open_marks = 0
    for found in _DOUBLE.finditer(text):
        side = _side(text, found.start())
        inches = side == 1 and found[0] == '"' and not open_marks and text[: found.start()][-1:].isdigit()
        if side is not None and not inches:
            open_marks += 1 if side == 0 else -1
            yield _mark(text, found.start(), marks[side], side, to)
    for start, end in inner:
        yield Edit(start, start + 1, marks[2])
        yield Edit(end, end + 1, marks[3])


def _side(text: str, at: int) -> int | None:
    """Return 0 for a mark that opens, 1 for one that closes, None where that can't be told."""
    if text[at] != '"':
        return 0 if text[at] == "“" else 1
    opens, closes = bool(_OPENS.search(text[:at])), not text[at + 1 : at + 2].strip(' .,;:!?)…"”’—–')
    return None if opens == closes else int(closes)


def _mark(text: str, at: int, mark: str, side: int, to: str) -> Edit:
    """Return the change to one mark, with the space inside it that its language wants, or none."""
    room = "\u00a0" if lang.primary(to) in _WITH_SPACE and mark in "«»" else ""
    if side == 0:
        spaces = len(text[at + 1 :]) - len(text[at + 1 :].lstrip(" \u00a0\u202f"))
        return Edit(at, at + 1 + spaces, mark + room)
    spaces = len(text[:at]) - len(text[:at].rstrip(" \u00a0\u202f"))
    return Edit(at - spaces, at + 1, room + mark)


def _singles(text: str) -> Iterator[tuple[int, int]]:
    """Yield the pairs of single English marks that can be nothing else: an apostrophe closes none."""
    for opening in re.finditer(r"‘(?=\S)", text):
        closing = re.compile(r"(?<=\S)’(?![^\W_])").search(text, opening.end())
        following = text.find("‘", opening.end())
        if closing and (following < 0 or closing.start() < following):
            yield opening.start(), closing.start()
