"""The memory: sentences that were translated before, found again word for word."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from plainspoken.tagged import Tagged, plain, serialize
from plainspoken.terms import choice
from plainspoken.terms.match import Match, likest
from plainspoken.terms.pair import Pair, fold


@dataclass(frozen=True, slots=True)
class Memory:
    """Pairs, found by their source sentence whatever its white space and the shape of its quotation marks.

    >>> known = Memory((Pair("en", "es", "Call 999.", "Llame al 999."),))
    >>> known.find("Call  999.", "en-GB", "es").target
    'Llame al 999.'
    """

    pairs: tuple[Pair, ...] = ()
    name: str = field(default="", compare=False)  # of its files
    _places: dict[tuple[str, str, str], list[int]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        for number, pair in enumerate(self.pairs):
            if choice.serves(pair):
                key = choice.key(plain(pair.source), pair.source_lang, pair.target_lang)
                self._places.setdefault(key, []).append(number)

    @classmethod
    def read(cls, path: Path | str) -> Memory:
        """Return the memory in a TMX 1.4b file.

        Raises:
            SourceError: the file can't be read, or it is not TMX.
        """
        from plainspoken.terms import tmx

        return cls(tmx.read(Path(path)), Path(path).name)

    @classmethod
    def load(cls, paths: Iterable[Path | str]) -> Memory:
        """Return the memories in several TMX files as one; of two equal pairs, the later file's counts.

        Raises:
            SourceError: a file can't be read, or it is not TMX.
        """
        read = [cls.read(path) for path in paths]
        return cls(tuple(pair for one in read for pair in one.pairs), ", ".join(one.name for one in read))

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
        """Return the best pair for a sentence (`choice.best`); None if there is none.

        Args:
            sentence: its plain text, or its text with codes.
            source_lang: the language it is in; pairs from its variants serve too (`en` serves `en-GB`).
            target_lang: the language that is wanted.
            context: the plain sentence before it. A pair that holds after another sentence only is not returned.
        """
        given = Tagged(sentence) if isinstance(sentence, str) else sentence
        places = self._places.get(choice.key(given.text, source_lang, target_lang), ())
        return choice.best((self.pairs[place] for place in places), fold(serialize(given)), target_lang, context)

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
        asked = choice.key(sentence if isinstance(sentence, str) else sentence.text, source_lang, target_lang)
        texts = {places[-1]: key[0] for key, places in self._places.items() if key[1:] == asked[1:]}
        return tuple(Match(self.pairs[place], score) for place, score in likest(asked[0], texts, least, limit))

    def with_pairs(self, *more: Pair) -> Memory:
        """Return the memory with `more` pairs added after its own."""
        return Memory(self.pairs + more, self.name)

    def targets(self) -> tuple[tuple[str, str], ...]:
        """Return the languages it translates between, each as source and target, sorted."""
        return tuple(sorted({(pair.source_lang, pair.target_lang) for pair in self.pairs if choice.serves(pair)}))

    def learned(self, *more: Pair) -> Memory:
        """Return the memory after `more` pairs were learned: of two for one sentence, the better answered one stays.

        A machine's never takes the place of a person's, nor a translated one that of a reviewed one; who first said the
        same in the same state stays named for it; else the newer one counts.
        """
        kept: dict[tuple[str, ...], Pair] = {}
        for pair in (*self.pairs, *more):
            place = choice.place(pair)
            if place not in kept or choice.gives_way(kept[place], pair):
                kept[place] = pair
        return Memory(tuple(kept.values()), self.name)
