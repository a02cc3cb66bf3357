"""What a chat model's answer is worth: its numbered lines, and why one of them can't be taken for a translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plainspoken import lang
from plainspoken.engines.protocols import Passage
from plainspoken.spoken.scripts import written_in
from plainspoken.tagged import plain
from plainspoken.tagged.tokens import tokens

_NUMBERED = re.compile(r"(\d{1,3}) ?[:：](?!\d)\s*(.*)")
_THOUGHT = re.compile(r"\A\s*<think(?:ing)?>.*?</think(?:ing)?>", re.S | re.I)
_FENCE = re.compile(r"```\w*|\[\[(?:BEGIN|END) \w+\]\]")
_TAG = re.compile(r"<(/?)(\d{1,4})(/?)>")
# How models begin when they talk about their answer.
_PREFACE = re.compile(
    r"(?:sure|certainly|of course|here(?:'s|’s| is| are)|below (?:is|are)|the translations?|"
    r"translations?|translated)\b[^:]{0,100}[:!.]",
    re.I,
)
_REFUSAL = re.compile(
    r"\bI(?: am|['’]m) (?:sorry|unable|not able)|\bI (?:can['’]t|cannot|can not|won['’]t) (?:help|assist|translat|"
    r"provide|fulfil|comply|do)|\bas an AI\b|\blanguage model\b|\bmy (?:guidelines|instructions|programming)\b|"
    r"\bsystem prompt\b|"
    r"\bno puedo (?:ayudar|traducir|proporcionar|cumplir)|\bje ne peux pas (?:traduire|vous aider)|"
    r"\bnão posso (?:ajudar|traduzir)|\bnon posso (?:aiutar|tradurre)|\bnie mogę (?:pomóc|przetłumaczyć)|"
    r"\bnu pot (?:să )?(?:ajut|traduc)|我无法|我不能(?:翻译|协助|提供)|"
    r"لا أستطيع (?:مساعدتك|ترجمة)|لا يمكنني (?:مساعدتك|ترجمة)",
    re.I,
)
_NOTE = re.compile(
    r"[\[(（][^\[(（\])）]{0,300}\b(?:note|translat\w*|literal\w*|lit\.|untranslat\w*|n\.\s?b|nota|traduct\w*|traduz\w*|"
    r"anmerkung|uwaga|not|not[ăa])\b\s*[:.–-]|\bnote:|\btranslator['’]s note|\bnota del traductor|\bn\. ?d\. ?t\b|"
    r"\balternative(?:ly)?:|注[:：]|译者注",
    re.I,
)
_BRACKETED = re.compile(r"[\[(（][^\[(（\])）]*[\])）]")
_NOTED = re.compile(r"\bnotes?\b", re.I)
_LOOP = re.compile(r"(\b\w+\b|\w)(?:\W{1,3}\1){5,}")
_ENGLISH = frozenset(
    [
        "about", "after", "also", "and", "are", "at", "be", "been", "but", "by", "can", "could", "for", "from", "had",
        "has", "have", "his", "how", "if", "into", "is", "it", "its", "more", "not", "of", "or", "our", "out", "over",
        "please", "said", "she", "should", "than", "that", "the", "their", "there", "these", "they", "this",
        "was", "we", "were", "what", "when", "where", "which", "while", "who", "will", "with", "would", "you", "your",
    ]
)  # fmt: skip
# What a model says of itself, what of the sentence would excuse it, and why it is refused.
_TALK = (
    (_REFUSAL, _REFUSAL, "the model refuses"),
    (_NOTE, _NOTED, "it has a note"),
    (_LOOP, _LOOP, "it repeats itself"),
    (re.compile(rf"\A{_PREFACE.pattern}", re.I), _PREFACE, "it talks about itself"),
)
_COPIED = 0.8  # a text that keeps so many of its longer words was not translated
_SAID_IN_ENGLISH = 0.12  # the share of English's own small words, from which a text is taken to be English
_LONG = (4.0, 60)  # a translation has at most so many times the letters of its sentence, and so many more
_SHORT = (0.12, 30)  # and at least such a share of them, where there are so many


def lines(content: str, count: int) -> list[str] | None:
    """Return the answer's translations, `count` of them in order; None where its lines aren't numbered so.

    Thoughts, code fences, the markers and a preface before the first number are passed over. A single translation may
    stand without its number.

    >>> lines("Sure, here you are:\\n1: Hola.\\n2: Adiós.", 2)
    ['Hola.', 'Adiós.']
    >>> lines("1: Hola.\\n(a greeting)\\n2: Adiós.", 2) is None
    True
    """
    found: list[str] = []
    bare: list[str] = []
    for line in _lines(content):
        numbered = _NUMBERED.fullmatch(line)
        if numbered and int(numbered[1]) == len(found) + 1 and len(found) < count:
            found.append(numbered[2])
        elif found or not _PREFACE.fullmatch(line):
            bare.append(line)
    if len(found) == count and not bare:
        return found
    return bare if count == 1 and not found and len(bare) == 1 else None


def _lines(content: str) -> Iterator[str]:
    for line in _THOUGHT.sub("", content).splitlines():
        stripped = line.strip()
        if stripped and not _FENCE.fullmatch(stripped):
            yield stripped


def doubt(passage: Passage, answer: str, source: str, target: str) -> str:
    """Say why an answer is no translation of the passage; the empty string where nothing speaks against it.

    Whether its numbers, names and meaning are right is for the checks of translations to say.
    """
    said = plain(answer) if passage.tagged else answer
    if not said.strip():
        return "it is empty"
    if _TAG.search(answer) and not passage.tagged and not _TAG.search(passage.text):
        return "it has tags that the sentence doesn't have"
    if passage.tagged and _tree(answer) != _tree(passage.tagged):
        return "its tags are not those of the sentence"
    unfit = _out_of_line(passage.text, said)
    if unfit:
        return unfit
    return chatter(passage.text, said) or _wrong_language(passage.text, said, source, target)


def chatter(text: str, said: str) -> str:
    """Say where an answer refuses, remarks or repeats itself, and its text gives no cause; else the empty string.

    >>> chatter("The bridge is closed.", "I'm sorry, I can't help with that.")
    'the model refuses'
    """
    found = (why for pattern, excuse, why in _TALK if pattern.search(said) and not excuse.search(text))
    return next(found, "")


def bare(passage: Passage, answer: str) -> str:
    """Return an answer without the quotation marks or blanks that a model put round it."""
    said = answer.strip()
    if len(said) > 2 and (said[0], said[-1]) in (('"', '"'), ("“", "”")) and passage.text.strip()[:1] not in "\"“'‘«":
        return said[1:-1].strip()
    return said


def _tree(text: str) -> dict[int, tuple[int, bool]] | None:
    """Return of each tag's number which tag it stands in and whether it stands alone; None where tags are broken."""
    found: dict[int, tuple[int, bool]] = {}
    inside = [0]
    for closes, digits, alone in _TAG.findall(text):
        number = int(digits)
        if closes:
            if inside.pop() != number or not inside:
                return None
        elif number in found:
            return None
        else:
            found[number] = (inside[-1], bool(alone))
            inside += [] if alone else [number]
    return found if inside == [0] else None


def _out_of_line(text: str, said: str) -> str:
    """Say where a translation is far too long or short for its sentence; scripts differ by half, not by four times."""
    times, more = _LONG
    if len(said) > max(times * len(text), len(text) + more):
        return "it is far too long"
    share, least = _SHORT
    return "it is far too short" if len(text) >= least and len(said) < share * len(text) else ""


def _wrong_language(text: str, said: str, source: str, target: str) -> str:
    if lang.same(source, target):
        return ""
    ours, theirs = _words(text), _words(said)
    longer = Counter(word for word in ours if len(word) > 3 and word.islower() and word.isalpha())  # no names
    same = text.casefold().split() == said.casefold().split()
    kept = (longer & Counter(theirs)).total()
    if longer.total() >= (2 if same else 3) and kept >= _COPIED * longer.total():
        return f"it is the {lang.name(source, 'en')} sentence again"
    known = {word.casefold() for word in ours}
    new = [word.casefold() for word in theirs if word.casefold() not in known]
    if lang.script(source) != lang.script(target) and longer.total() >= 2:
        fits = written_in("".join(new), lang.script(target))
        return "" if new and fits >= 0.5 else "it is in another script"
    beside = _words(_BRACKETED.sub(" ", said))  # a name may stand there in English
    english = sum(word.casefold() in _ENGLISH for word in beside)
    if lang.primary(target) != "en" and english >= 2 and english >= _SAID_IN_ENGLISH * len(beside):
        return "it is in English"
    return ""


def _words(text: str) -> list[str]:
    found = (text[one.start : one.end] for one in tokens(text))
    return [word for word in found if any(map(str.isalpha, word)) and not any(map(str.isdigit, word))]
