# ruff: noqa: SIM905 - lists of words read best as running text
"""What speaks against a simpler sentence that a model proposes: why it may not stand in place of what it was made of.

Stricter than the checks of the rules' own cuts: a model's sentence must keep every number, name and contact fact, may
not turn the order of what it keeps (who did what to whom), and may say few words that its source doesn't.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable

from plainspoken import claims, proof
from plainspoken.engines.chat_answer import chatter

QUOTED = re.compile(r"[“”\"«»]|(?<!\w)[‘'](?=\w)")
_MARKUP = re.compile(r"</?\w|[*_`#|{}\[\]\\]|&\w+;|\A\s*[-•–]")
_BORDER = re.compile(r"[.!?…][”’\")]?\s+\S|[;\n]")
_END = re.compile(r"[.!?]\Z")
_WORD = re.compile(r"[^\W\d_]+(?:[’'\-][^\W\d_]+)*")
_CONTACT = re.compile(r"\S*[@/]\S*|(?:[\w-]+\.)+\w+|[+0(][\d() -]{5,}\d")
_MEASURE = re.compile(
    r"[£$€¥%]|(?<=\d)(?:am|pm|p|m|km|bn|k)\b|\b(?:hundred|thousand|million|billion|dozen|half|third|quarter|per ?cent|"
    r"am|pm|minutes?|hours?|days?|weeks?|months?|years?|miles?|metres?|pounds?|times|first|second|last|next|every|each|"
    r"all|some|most|many|few|both)\b",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"\b(?:I|me|my|we|us|ours?|you|yours?|he|him|his|she|hers?|they|them|theirs?|who|whose|man|woman|boy|girl|child)\b",
    re.IGNORECASE,
)
# Words that a sentence may open with though its source does not have them.
_OPENERS = frozenset({"the", "a", "an", "there", "this", "it", "on", "in", "at", "from", "until", "by", "to"})
# Day and month may go where the sentence is plainest: "On Monday" at either end.
_WHEN = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august "
    "september october november december today tomorrow yesterday".split()
)
_SMALL = frozenset(
    "about after again also been before being below between both does doing down during each from further have having "
    "here into just more most once only other over same some such than that their them then there these they this "
    "those through under until very were what when where which while will with your yours".split()
)
# What nobody may be said to have done or suffered, unless the source says it: by the words' beginnings.
_GRAVE = re.compile(
    r"abus|accus|addict|aggress|alcohol|arson|assault|attack|beat|blam|bomb|brib|burgl|cheat|corrupt|crim|cruel|danger"
    r"|dead|death|die[ds]?\b|dying|drown|drug|drunk|evil|fault|fraud|guilt|gun|harass|hurt|illegal|injur|innocen|jail"
    r"|kill|knife|knives|lie[ds]?\b|lying|mugg|murder|neglect|offen[cds]|prison|rap(?:e|ed|ing|ist)\b|rob|sex|shoot|shot"
    r"|sick|stab|stalk|steal|stole|strangl|suicid|terror|theft|thie[fv]|threat|unlawful|violen|weapon|wound|wrong",
    re.IGNORECASE,
)
_NEW = 1 / 3  # of its longer words, those that its source may lack
_KEPT = 1 / 2  # of its source's longer words, those that it must keep


def doubt(source: str, answer: str, longest: int) -> str:
    """Say why a proposed sentence can't stand for its source; the empty string where nothing speaks against it.

    Args:
        source: the sentence that the model was given.
        answer: what it proposes.
        longest: how many words it may have.

    >>> doubt("The court imposed a fine of £500 on the firm.", "The court gave the firm a fine of £500.", 15)
    'it turns round what the sentence says'
    >>> doubt("The officers commenced a search of 2 homes.", "The officers began a search of 2 homes.", 15)
    ''
    >>> doubt("He must not go to her home until 3 May.", "He must go to her home until 3 May.", 15)
    'its “not” is not that of the sentence'
    """
    return next((why for check in _CHECKS if (why := check(source, answer))), "") or _long(answer, longest)


def _form(source: str, answer: str) -> str:
    if not any(map(str.isalpha, answer)):
        return "it is empty"
    if _MARKUP.search(answer) or any(not sign.isprintable() for sign in answer):
        return "it has markup"
    if why := chatter(source, answer):
        return why
    if QUOTED.search(answer):
        return "it quotes"
    if _BORDER.search(answer) or not _END.search(answer):
        return "it is not one sentence"
    return ""


def _numbers(source: str, answer: str) -> str:
    if added := claims.numbers(answer) - claims.numbers(source):
        return f"it adds the number {min(added)}"
    if lost := claims.numbers(source) - claims.numbers(answer):
        return f"it loses the number {min(lost)}"
    same = _all(_MEASURE, source) == _all(_MEASURE, answer)
    return "" if same else "its measures are not those of the sentence"


def _names(source: str, answer: str) -> str:
    if added := claims.added_names(source, answer):
        return f"it adds the name {min(added)}"
    known = {_bare(word) for word in _WORD.findall(answer)}
    if lost := {name for name in claims.names(source) if _bare(name) not in known}:
        return f"it loses the name {min(lost)}"
    opener = _WORD.search(answer)
    said = {_bare(word) for word in _WORD.findall(source)}
    if opener and _bare(opener[0]) not in said | _OPENERS:
        return "it speaks of somebody or something else"
    return "" if _all(_PERSON, answer) <= _all(_PERSON, source) else "it speaks of other people"


def _contacts(source: str, answer: str) -> str:
    same = _contact(source) == _contact(answer)
    return "" if same else "its phone numbers or addresses are not those of the sentence"


def _meaning(source: str, answer: str) -> str:
    for same, what in (
        (claims.negations(source) == claims.negations(answer), "“not”"),
        (claims.keeps_modality(source, [answer]), "“can”, “must” or “may”"),
        (claims.keeps_status(source, [answer]), "legal status"),
        (claims.keeps_limits(source, [answer]), "“about”, “only” or “if”"),
    ):
        if not same:
            return f"its {what} is not that of the sentence"
    return ""


def _words(source: str, answer: str) -> str:
    before, after = _content(source), _content(answer)
    new = [word for word in after if word not in before]
    if any(_GRAVE.match(word) for word in _WORD.findall(answer) if _stem(word) not in {*before}):
        return "it says something grave that the sentence does not say"
    if len(new) > max(1, _NEW * len(after)):
        return "it says too much that the sentence does not say"
    if sum(word in after for word in before) < _KEPT * len(before):
        return "it leaves out too much"
    shared = [word for word in before if word in after and before.count(word) == after.count(word) == 1]
    kept = [word for word in after if word in shared]
    return "" if kept == shared else "it turns round what the sentence says"


def _claims(source: str, answer: str) -> str:
    found = proof.refusals(source, [answer])
    return f"read again, its {found[0]} is not that of the sentence" if found else ""


def _long(answer: str, longest: int) -> str:
    count = claims.word_count(answer)
    return f"it has {count} words" if count > longest else ""


_CHECKS: tuple[Callable[[str, str], str], ...] = (_form, _numbers, _names, _contacts, _meaning, _words, _claims)


def _all(pattern: re.Pattern[str], text: str) -> frozenset[str]:
    return frozenset(found.casefold() for found in pattern.findall(text))


def _contact(text: str) -> frozenset[str]:
    return frozenset(re.sub(r"[\s()]", "", found).strip(".,:;!?").casefold() for found in _CONTACT.findall(text))


def _bare(word: str) -> str:
    return re.sub(r"[’']s?\Z", "", word).casefold()


def _content(text: str) -> list[str]:
    """Return the beginnings of a text's names and longer words, in order, but for days, months and small words."""
    return [_stem(word) for word in _longer(_WORD.findall(text))]


def _longer(words: Iterable[str]) -> Iterable[str]:
    said = (word for word in words if len(word) > 3 or (word[0].isupper() and not _PERSON.fullmatch(word)))
    return (word for word in said if word.casefold() not in _SMALL | _WHEN | _OPENERS)


def _stem(word: str) -> str:
    return _bare(word)[:5]
