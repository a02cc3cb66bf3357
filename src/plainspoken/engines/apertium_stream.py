"""Apertium's stream format: a text made ready for its pipeline, the pipeline's answer as a draft.

A text passes the pipeline in two halves. The first cuts it into the units of its dictionary, of which some are several
words ("as well as"). Between the halves each unit is wrapped in a numbered word-bound blank; the second half carries
the numbers to the words of the translation. Wrapping words before the first half would keep it from finding units of
several words, and changed 39 % of translations; wrapped so, 1,199 of 1,200 stayed as they were without.
The format: https://wiki.apertium.org/wiki/Apertium_stream_format
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from plainspoken import facts
from plainspoken.engines.protocols import Draft, Link

# An empty superblank ends the text; the stop after it makes the tagger answer at once.
_END = "[].[]"
_SPECIAL = re.compile(r"[\[\]{}^$/\\@<>]")
_UNIT = re.compile(r"\^((?:[^\\/$^]|\\.)*)((?:/(?:[^\\$^]|\\.)*)?)\$", re.DOTALL)
_ANSWER = re.compile(r"\[\[([^\]]*)\]\](.*?)\[\[/\]\]|(\[\])|((?:\\.|[^\[\\])+|\[)", re.DOTALL)
_QUOTES = str.maketrans("‘’‛“”„‟", '\'\'\'""""')
_TILDE = "\u223c"  # stands in for `~`, which the last program of the pipeline takes for a sign to itself
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff]")
# Marks before a word of the answer: not in the dictionary; not in the bilingual one; could not be inflected.
_MARK = re.compile(r"(?<![^\W_])[*@#]+(?=\w)")
# A pair of single quotation marks. The English dictionary reads the first of them before an m as "am": `'missing'`.
_SINGLES = re.compile(r"(?<![^\W_])'(?=[^\W_])([^'\"]+)(?<=[^\s'])'(?![^\W_])")
# Spanish "para" before one of these, or an unknown word, is "for". The tagger of Spanish to Italian, which hears of
# each sentence by itself, takes it for "gives birth" (parir): in 325 of 1,000 sentences of news.
_FOR, _BIRTH = "para<pr>", "parir<"
_AFTER_FOR = re.compile(r"<(?:inf|det|predet|n|np|num|prn|adj|cnjsub|rel)>|/\*")
_QUOTE_SIGN = re.compile(r"(?<![^\W_])'|'(?![^\W_])|\"")


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the dictionary at the characters `start` to `end` of the source (its end excluded)."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Ready:
    """A text as it goes into the pipeline: `sent` has the same length as `source`, its addresses and numbers veiled."""

    source: str
    sent: str
    veiled: tuple[tuple[int, int], ...]


def ready(text: str) -> Ready:
    """Make a text ready: straight quotes, no control characters, and what Apertium would wreck veiled.

    An address becomes an unknown word, a phone number or time one number, of the same length: they move in the sentence
    as such words do, and are put back. Without this `9am` became "9soy".
    """
    sent = _SINGLES.sub(r'"\1"', _CONTROL.sub(" ", text.translate(_QUOTES).replace("~", _TILDE)))
    veiled = []
    for fact in facts.find(text):
        if fact.kind in ("url", "email", "phone", "time"):
            veiled.append((fact.start, fact.end))
            sent = sent[: fact.start] + _veil(fact) + sent[fact.end :]
    return Ready(text, sent, tuple(veiled))


def _veil(fact: facts.Fact) -> str:
    length = fact.end - fact.start
    return "X" + "q" * (length - 1) if fact.kind in ("url", "email") else "9" * length


def request(text: Ready) -> str:
    """Return what the first half of the pipeline is sent."""
    return _escape(text.sent) + _END


def wrapped(analysis: str, text: Ready) -> tuple[str, tuple[Unit, ...]]:
    """Return what the first half answered with its units in numbered blanks, and where each stands in the source."""
    units: list[Unit] = []
    pieces: list[str] = []
    position = read = 0
    all_found = list(_UNIT.finditer(analysis))
    for found, following in zip_longest(all_found, all_found[1:]):
        between, surface = analysis[read : found.start()], _unescape(found[1])
        # Not by counting: some dictionaries answer `It's` with a space inside.
        start = text.sent.replace(_TILDE, "~").find(surface, position, position + len(between) + len(surface))
        start = position if start < 0 else start
        position = min(start + len(surface), len(text.sent))
        units.append(Unit(start, position))
        pieces.append(f"{between}[[w:{len(units)}]]{_settled(found, following)}[[/]]")
        read = found.end()
    return "".join(pieces) + analysis[read:], tuple(units)


def _settled(unit: re.Match[str], following: re.Match[str] | None) -> str:
    """Return a unit without the readings that it can't have, where the tagger is known to take one of them."""
    readings = unit[2].split("/")[1:]
    fors = [one for one in readings if one.casefold() == _FOR]
    if not fors:
        return unit[0]
    alone = following is not None and _AFTER_FOR.search(following[2])
    left = fors if alone else [one for one in readings if not one.casefold().startswith(_BIRTH)]
    return f"^{unit[1]}/{'/'.join(left)}$"


def draft(answer: str, text: Ready, units: Sequence[Unit]) -> Draft:
    """Return the translation that the second half answered, with its alignment and the words it didn't know."""
    out = ""
    links: set[Link] = set()
    unknown: list[str] = []
    for numbers, words in _pieces(answer):
        sources = [units[number - 1] for number in numbers if number <= len(units)]
        said = _joined(out, _unveiled(_unescape(words), text, sources, unknown))
        start = len(out) + len(said) - len(said.lstrip())
        out += said
        links |= {Link(unit.start, unit.end, start, len(out)) for unit in sources if unit.start < unit.end}
    out = out.rstrip()
    kept = (link for link in links if link.target_start < link.target_end <= len(out))
    return Draft(_requoted(out, text), alignment=tuple(sorted(kept, key=_order)), unknown=tuple(dict.fromkeys(unknown)))


def _pieces(answer: str) -> Iterator[tuple[tuple[int, ...], str]]:
    """Yield the pieces of an answer up to its end: the numbers of the units that a piece translates, and its words."""
    for found in _ANSWER.finditer(answer):
        blank, words, end, between = found.groups()
        if end:
            return
        if blank is None:
            yield (), between
            continue
        words, joined, _ = words.partition("[]")  # a last word may be joined to the stop after the end
        yield tuple(dict.fromkeys(int(one) for one in re.findall(r"w:(\d+)", blank))), words
        if joined:
            return


def composed(first: Draft, second: Draft) -> Draft:
    """Return the second draft, made from the first's text, as one made from the first's source."""
    links = {
        Link(one.source_start, one.source_end, two.target_start, two.target_end)
        for one in first.alignment or ()
        for two in second.alignment or ()
        if one.target_start < two.source_end and two.source_start < one.target_end
    }
    left = [word for word in first.unknown if word.casefold() in second.text.casefold()]
    unknown = tuple(dict.fromkeys([*left, *second.unknown]))
    return Draft(second.text, alignment=tuple(sorted(links, key=_order)), unknown=unknown)


def _order(link: Link) -> tuple[int, int, int, int]:
    return (link.source_start, link.source_end, link.target_start, link.target_end)


def _joined(out: str, more: str) -> str:
    """Return what is to be put behind, without the spaces that words left out have left there."""
    return re.sub(r"\s+", " ", more.lstrip() if not out or out[-1].isspace() else more)


def _unveiled(words: str, text: Ready, sources: Sequence[Unit], unknown: list[str]) -> str:
    bare = _MARK.sub("", words)
    for start, end in text.veiled:
        veil = text.sent[start:end]
        if any(unit.start < end and start < unit.end for unit in sources):
            place = bare.casefold().find(veil.casefold())
            return bare[:place] + text.source[start:end] + bare[place + len(veil) :] if place >= 0 else bare
    if "*" in words and sources:
        word = " ".join(text.source[unit.start : unit.end] for unit in sources)
        unknown += [word] if any(sign.isalpha() for sign in word) else []
        if bare.casefold() == word.translate(_QUOTES).casefold():
            return word if len(sources) == 1 and not word[:1].islower() else bare
    return bare


def _requoted(out: str, text: Ready) -> str:
    """Put back the quotation marks of the source, one for one where there are as many straight ones."""
    for straight in "'\"":
        shapes = [text.source[one.start()] for one in _QUOTE_SIGN.finditer(text.sent) if one[0] == straight]
        places = [one.start() for one in _QUOTE_SIGN.finditer(out) if one[0] == straight]
        if len(shapes) == len(places):
            for place, shape in zip(places, shapes, strict=True):
                out = out[:place] + shape + out[place + 1 :]
    return out


def _escape(text: str) -> str:
    return _SPECIAL.sub(lambda found: "\\" + found[0], text)


def _unescape(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL).replace(_TILDE, "~")
