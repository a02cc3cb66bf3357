"""Which picture stands beside an easy sentence: the concept of its most telling words, or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from plainspoken.claims import negations
from plainspoken.model import Block, Release, Segment
from plainspoken.pictures.own import PictureSet
from plainspoken.pictures.senses import Concept, Index, built_in

_ALWAYS = 3
_HARM = re.compile(
    r"\b(?:abus\w+|assault\w*|attack(?:ed|er|ers)|bereave\w*|dead|death|deaths|died|dies|drown\w*|exploit(?:ed|ation)|fatal\w*"
    r"|funeral|grie(?:f|ving)|harass\w*|injur(?:ed|ies|y)|inquest|kill(?:ed|ing|s|er)|manslaughter|murder\w*|rape[ds]?|raping"
    r"|robbed|sexual\w*|stab(?:bed|bing)|stalk\w*|suicid\w*|tragic\w*|victims?|violen\w+|went missing"
    r"|missing (?:man|woman|boy|girl|person))\b",
    re.IGNORECASE,
)
_GRAVE = re.compile(
    r"\b(?:dead|death|deaths|died|dies|drown\w*|fatal\w*|funeral|indecen\w+|inquest|kill(?:ed|ing|s|er)|manslaughter"
    r"|murder\w*|rape[ds]?|raping|rapist|sexual\w*|stab(?:bed|bing)|strangl\w*|suicid\w*|body was found)\b",
    re.IGNORECASE,
)


def depict(text: str) -> str | None:
    """Return the concept whose picture may stand beside an English sentence; None where none is sure to be right.

    The longest words that name a concept decide. Beside a sentence that says "not", a picture shows the opposite: there
    only concepts that are marked for it stand.

    >>> depict("If you are in danger now, call 999.")
    'call-999'
    >>> depict("The new tennis courts are green.")
    """
    return depict_all([text])[0]


def depict_all(texts: Sequence[str], *indexes: Index) -> list[str | None]:
    """Return the concept for each of the English sentences of one text, in their order.

    Neighbours get different pictures where a second one fits as well. Where any sentence tells of harm, none of them
    gets a cheerful picture.

    Args:
        texts: the sentences.
        indexes: what the words of the pictures are, the first that knows any wins; our own where none is given.

    >>> depict_all(["The court is shut.", "The court is in Mill Lane, by the library."])
    ['court', 'library']
    """
    return _depict(texts, indexes or (built_in(),), _tells_of_harm(texts))


def illustrate(easy: Release, own: PictureSet | None = None) -> Release:
    """Return an easy-read edition with a picture chosen for each sentence; only English words are known."""
    indexes = (own.index(), built_in()) if own else (built_in(),)
    if easy.lang.split("-")[0] != "en":
        return easy
    told = [
        [one for block in part.blocks if block.kind != "heading" for one in block.segments] for part in easy.sections
    ]
    harm = _tells_of_harm(segment.text for segment in easy.segments())
    pictures: dict[str, str | None] = {}
    for segments in told:  # a heading parts neighbours
        found = _depict([one.text for one in segments], indexes, harm)
        pictures |= dict(zip((one.id for one in segments), found, strict=True))
    sections = (
        replace(part, blocks=tuple(_pictured(block, pictures) for block in part.blocks)) for part in easy.sections
    )
    return replace(easy, sections=tuple(sections))


def _tells_of_harm(texts: Iterable[str]) -> bool:
    return any(_HARM.search(text) for text in texts)


def _depict(texts: Iterable[str], indexes: Sequence[Index], harm: bool) -> list[str | None]:
    chosen: list[str | None] = []
    for text in texts:
        before = chosen[-1] if chosen else None
        chosen.append(next(filter(None, (_choose(text, one, before, harm) for one in indexes)), None))
    return chosen


def _pictured(block: Block, pictures: dict[str, str | None]) -> Block:
    def with_picture(segment: Segment) -> Segment:
        return replace(segment, picture=pictures[segment.id]) if segment.id in pictures else segment

    return replace(block, segments=tuple(map(with_picture, block.segments)))


def _choose(text: str, index: Index, before: str | None, harm: bool) -> str | None:
    denies, grave = negations(text) > 0, bool(_GRAVE.search(text))
    fit = [one for one in index.find(text) if _may_stand(one.concept, denies, grave, harm)]
    if not fit:
        return None
    best = fit[0].concept.name
    if best != before or fit[0].rank == _ALWAYS:
        return best
    others = (one.concept.name for one in fit if one.concept.name != before and one.rank >= 0)
    return next(others, best)


def _may_stand(concept: Concept, denies: bool, grave: bool, harm: bool) -> bool:
    if (denies and not concept.denied) or (grave and not concept.sober):
        return False
    return not (harm and concept.cheerful)
