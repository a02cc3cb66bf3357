"""The memory: sentences that were translated before, found again word for word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from plainspoken import lang
from plainspoken.model import State
from plainspoken.tagged import Tagged, plain, serialize
from plainspoken.terms.pair import MACHINE, Pair, fold

_RANK: dict[State, int] = {"initial": 0, "translated": 1, "reviewed": 2, "final": 3}


@dataclass(frozen=True, slots=True)
class Match:
    """A pair whose source is like the sentence asked for; `score` says how much, 0 to 1."""

    pair: Pair
    score: float


@dataclass(frozen=True, slots=True)
class Memory:
    """Pairs, found by their source sentence whatever its white space and the shape of its quotation marks.

    >>> known = Memory((Pair("en", "es", "Call 999.", "Llame al 999."),))
    >>> known.find("Call  999.", "en-GB", "es").target
    'Llame al 999.'
    """

    pairs: tuple[Pair, ...] = ()
    _places: dict[tuple[str, str, str], list[int]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for place, pair in enumerate(self.pairs):
            if pair.state != "initial" and pair.target.strip():
                key = _key(plain(pair.source), pair.source_lang, pair.target_lang)
                self._places.setdefault(key, []).append(place)

    @classmethod
    def read(cls, path: Path | str) -> Memory:
        """Return the memory in a TMX 1.4b file.

        Raises:
            SourceError: the file can't be read, or it is not TMX.
        """
        from plainspoken.terms import tmx

        return cls(tmx.read(Path(path)))

    @classmethod
    def load(cls, paths: Iterable[Path | str]) -> Memory:
        """Return the memories in several TMX files as one; of two equal pairs, the later file's counts.

        Raises:
            SourceError: a file can't be read, or it is not TMX.
        """
        return cls(tuple(pair for path in paths for pair in cls.read(path).pairs))

    def write(self, path: Path | str) -> None:
        """Write the memory as a TMX 1.4b file, the same bytes for the same pairs.

        Raises:
            TargetError: the file can't be written.
        """
        from plainspoken.terms import tmx

        tmx.write(self.pairs, Path(path))

    def find(
        self, sentence: str | Tagged, source_lang: str, target_lang: str, context: str | None = None
    ) -> Pair | None:
        """Return the best pair for a sentence; None if there is none.

        A reviewed pair wins over a translated one, a person's over a machine's; then the one with the same codes, the
        one in the very variant of the language, the one that followed the same sentence, and the one added last.

        Args:
            sentence: its plain text, or its text with codes.
            source_lang: the language it is in; pairs from its variants serve too (`en` serves `en-GB`).
            target_lang: the language that is wanted.
            context: the plain sentence before it. A pair that holds after another sentence only is not returned.
        """
        given = Tagged(sentence) if isinstance(sentence, str) else sentence
        numbered = fold(serialize(given))
        found: Pair | None = None
        best: tuple[object, ...] = ()
        for place in self._places.get(_key(given.text, source_lang, target_lang), ()):
            pair = self.pairs[place]
            if pair.context and fold(pair.context) != fold(context or ""):
                continue
            alike = fold(pair.source) == numbered, pair.target_lang == target_lang, bool(pair.context)
            rank = (_RANK[pair.state], pair.by != MACHINE, *alike, place)
            if found is None or rank > best:
                found, best = pair, rank
        return found

    def similar(
        self, sentence: str | Tagged, source_lang: str, target_lang: str, *, least: float = 0.7, limit: int = 3
    ) -> tuple[Match, ...]:
        """Return the pairs whose source is like a sentence without being it, the likest first.

        Args:
            sentence: its plain text, or its text with codes.
            source_lang: the language it is in.
            target_lang: the language that is wanted.
            least: how alike they must be, 0 to 1: the share of letters that stay where they are (normalised InDel).
            limit: how many are returned at most.
        """
        from rapidfuzz import fuzz, process

        asked = _key(sentence if isinstance(sentence, str) else sentence.text, source_lang, target_lang)
        choices = {places[-1]: key[0] for key, places in self._places.items() if key[1:] == asked[1:] and key != asked}
        found = process.extract(asked[0], choices, scorer=fuzz.ratio, score_cutoff=least * 100, limit=limit)
        return tuple(Match(self.pairs[place], score / 100) for _, score, place in found)

    def with_pairs(self, *more: Pair) -> Memory:
        """Return the memory with `more` pairs added after its own."""
        return Memory(self.pairs + more)

    def learned(self, *more: Pair) -> Memory:
        """Return the memory after `more` pairs were learned: of two for one sentence, the better answered one stays.

        A machine's never takes the place of a person's, nor a translated one that of a reviewed one; else the newer
        one counts.
        """
        kept: dict[tuple[str, ...], Pair] = {}
        for pair in (*self.pairs, *more):
            key = (*_key(plain(pair.source), pair.source_lang, pair.target_lang), pair.target_lang, fold(pair.context))
            if key not in kept or _answered(pair) >= _answered(kept[key]):
                kept[key] = pair
        return Memory(tuple(kept.values()))


def _answered(pair: Pair) -> tuple[int, bool]:
    return _RANK[pair.state], pair.by != MACHINE


def _key(text: str, source_lang: str, target_lang: str) -> tuple[str, str, str]:
    return fold(text), _language(source_lang), _language(target_lang)


def _language(tag: str) -> str:
    return f"{lang.primary(tag)}-{lang.script(tag)}"
