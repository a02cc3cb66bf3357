"""Names of people, places and organisations in a text, and whether a translation still has them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from rapidfuzz.distance import JaroWinkler
from rapidfuzz.fuzz import ratio

from plainspoken import lang
from plainspoken.facts.sounds import plain_letters, skeleton
from plainspoken.model import Release
from plainspoken.tagged.tokens import tokens

_TITLES = (
    "Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Cllr|Councillor|Sgt|Sergeant|Insp|Inspector|"
    "Supt|Superintendent|Det|Detective|DC|DS|DI|DCI|PC|PCSO|Constable|Rev|Reverend|Judge|Captain|Major|Colonel|"
    "г-н|г-жа|пан|пані|κ|κα|κος"
)
_PARTICLE = r"(?:van|von|der|den|de|del|della|di|da|dos|la|le|al|el|bin|ibn|ap|ó)"
_CAPITAL = r"[A-ZÀ-ÖØ-ÞĀ-ŽȘȚΆ-ΏΑ-ΫЀ-Я](?:[^\W\d_]|['’-](?=[^\W\d_]))*[^\W\d_A-Z]"
_RUN = rf"{_CAPITAL}(?: (?:{_PARTICLE} ){{0,2}}{_CAPITAL})*"
_TITLED = re.compile(rf"(?<![\w-])(?:{_TITLES})\.? (?:(?:{_TITLES})\.? )*({_RUN})")
# A person's whole name: words such as these in it make it an office or a body.
_PERSON = re.compile(
    r"(?!.*\b(?:Council|Trust|Service|Agency|Office|Minister|Secretary|Department|Police|Spokes\w+|Chief|Director|"
    r"Officer|Leader|Member|Mayor|Commissioner|Executive|Health|The|A|An)\b)"
    rf"{_CAPITAL} (?:{_PARTICLE} )?{_CAPITAL}(?: {_CAPITAL})?"
)
# Not names of which the letters stay: what every language says in its own words.
_OWN_WORDS = frozenset(
    [
        "england",
        "scotland",
        "wales",
        "britain",
        "london",
        "europe",
        "ireland",
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
    ]
)
# How alike two words of one script must be to be one name with another ending, and two skeletons across scripts.
_ALIKE, _SOUNDS_ALIKE = 0.85, 70.0


@dataclass(frozen=True, slots=True)
class Name:
    """A name at the characters `start` to `end` of a text, its title not in it.

    `sure` is strong evidence that it is one which translations keep: a title before it, or the release itself says so.
    """

    start: int
    end: int
    text: str
    sure: bool


def names(text: str, tag: str, known: Iterable[str] = ()) -> tuple[Name, ...]:
    """Return the names in a text, in order, none over another.

    A name is sure where a title stands before it or where it is `known`. A run of two or more capitalised words in the
    middle of a sentence may be one: an organisation's name, which a translation rightly says in its own words.

    Args:
        text: a sentence.
        tag: its language; a script without capitals has only known names.
        known: names that are sure: speakers, the publisher, glossary terms to keep.

    >>> [(name.text, name.sure) for name in names("Today Dr Asha Patel met the Harbour Trust.", "en")]
    [('Asha Patel', True), ('Harbour Trust', False)]
    """
    found: list[Name] = []
    for one in (*_known(text, known), *_titled(text), *_runs(text)):
        if all(one.end <= other.start or other.end <= one.start for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda name: name.start))


def sure_names(release: Release) -> frozenset[str]:
    """Return the names that a release itself makes sure: its speakers, and people whom it names with their titles.

    A person's last name alone counts too, as later paragraphs use it.
    """
    speakers = {block.speaker for block in release.blocks() if block.speaker and _PERSON.fullmatch(block.speaker)}
    titled = {name.text for segment in release.segments() for name in _titled(segment.text)}
    people = speakers | titled
    return frozenset(people | {name.split()[-1] for name in people})


def missing_names(
    source: str, target: str, source_lang: str, target_lang: str, known: Iterable[str] = ()
) -> tuple[Name, ...]:
    """Return the sure names of a source that its translation has in no form.

    A name is there with the same letters, with an ending of the other language, by its sound in another alphabet, or as
    CLDR calls the place there. What can't be decided (names in Chinese, a word of one consonant) counts as there.
    Weak names are never missing: pass what you know of the release as `known` to have them checked.
    """
    wanted = [name for name in names(source, source_lang, known) if name.sure]
    if not wanted:
        return ()
    theirs = _Heard(target, target_lang)
    places = _places(source_lang, target_lang)
    return tuple(
        name
        for name in wanted
        if not theirs.has(name.text) and places.get(name.text.casefold(), "\0") not in target.casefold()
    )


def nearest(name: str, target: str, target_lang: str) -> str | None:
    """Return the capitalised run of a translation that may be the name, changed; None if nothing is like it."""
    runs = [found[0] for found in re.finditer(_RUN, target)]
    best = max(runs, key=lambda run: JaroWinkler.similarity(plain_letters(name), plain_letters(run)), default=None)
    return best if best and JaroWinkler.similarity(plain_letters(name), plain_letters(best)) > 0.6 else None


def _known(text: str, known: Iterable[str]) -> Iterator[Name]:
    for name in sorted({one.strip() for one in known if len(one.strip()) > 2}, key=len, reverse=True):
        for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text):
            yield Name(*found.span(), name, sure=True)


def _titled(text: str) -> Iterator[Name]:
    for found in _TITLED.finditer(text):
        yield Name(*found.span(1), found[1], sure=True)


def _runs(text: str) -> Iterator[Name]:
    for found in re.finditer(rf"(?<=[^\W\d_][ ,] ){_RUN}|(?<=[^\W\d_,] ){_RUN}", text):
        if " " in found[0]:
            yield Name(*found.span(), found[0], sure=False)


class _Heard:
    """The words of a translation, by their letters and by their sound."""

    def __init__(self, text: str, tag: str) -> None:
        words = [text[token.start : token.end] for token in tokens(text)]
        self._letters = {plain_letters(word) for word in words} | {
            plain_letters(part) for word in words for part in re.split(r"[-'’.]", word)
        }
        cased = lang.script(tag) in ("Latn", "Cyrl", "Grek")
        self._sounds = _joined([skeleton(word) for word in words if not cased or not word[0].islower()])
        self._reads = any(self._sounds)
        self._latin = lang.script(tag) == "Latn"

    def has(self, name: str) -> bool:
        """Tell whether the last word of a name, by which people are known, and half of its words are there."""
        parts = [part for part in re.split(r"[ -]", name) if part[:1].isupper() or not part.isascii()]
        there = [self._has_word(part) for part in parts] or [True]
        return sum(there) * 2 >= len(there) and there[-1]

    def _has_word(self, word: str) -> bool:
        letters = plain_letters(word)
        if letters in self._letters or letters in _OWN_WORDS or any(_inflected(letters, one) for one in self._letters):
            return True
        sounds = skeleton(word)
        if self._latin and word.isascii():
            return False
        return not self._reads or len(sounds) < 2 or any(_sounds_like(sounds, one) for one in self._sounds)


def _inflected(name: str, word: str) -> bool:
    """Tell whether a word is the name with another ending: `Patela`, `Hackneyde`, `Londres`."""
    if min(len(name), len(word)) < 3 or name[0] != word[0]:
        return False
    if word.startswith(name[:-1] if len(name) > 4 else name) and len(word) - len(name) <= 5:
        return True
    return len(name) > 4 and JaroWinkler.similarity(name, word) >= _ALIKE and abs(len(name) - len(word)) <= 3


def _sounds_like(name: str, word: str) -> bool:
    """Tell whether a word sounds like a name, with an ending or a particle before it."""
    if name in word and len(word) - len(name) <= 3:
        return True
    return len(name) > 2 and ratio(name, word) >= _SOUNDS_ALIKE


def _joined(sounds: Sequence[str]) -> set[str]:
    """Return the sounds of each word, and of neighbours as one: `ساوث‌وارک`, `ساوث وارک`."""
    return {*sounds, *(one + other for one, other in pairwise(sounds))}


@lru_cache(maxsize=64)
def _places(source: str, target: str) -> dict[str, str]:
    """Return what the other language calls a country (CLDR), by its name in the source's."""
    ours, theirs = lang.locale(source).territories, lang.locale(target).territories
    return {str(name).casefold(): str(theirs[code]).casefold() for code, name in ours.items() if code in theirs}
