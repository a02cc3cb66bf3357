"""Where the words inside markup went, for an engine that tells no alignment: by translating them by themselves too."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Executor

from rapidfuzz import fuzz

from plainspoken.cache import Store
from plainspoken.engines.protocols import Link, Passage
from plainspoken.stages.drafts import Drafting, drafts
from plainspoken.tagged import Code, Tagged
from plainspoken.tagged.tokens import Token, tokens

# Below this likeness (0 to 100, Levenshtein over the words' letters) a place is not the fragment's, only like it.
_ALIKE = 80.0
_LONGEST = 300  # words: what is longer is no sentence, and would take long to look through


def wanted(sentence: Tagged) -> tuple[str, ...]:
    """Return the words inside each piece of markup, where that holds some of the sentence's words but not all.

    >>> from plainspoken.model import Inline
    >>> from plainspoken.tagged import tagged
    >>> wanted(tagged([Inline("text", "Call "), Inline("strong", "the helpline"), Inline("text", ".")]))
    ('the helpline',)
    """
    held = (_held(sentence, code) for code in sentence.codes)
    return tuple(text for text in held if any(map(str.isalpha, text)) and text != sentence.text.strip())


def aside(
    drafting: Drafting, sentences: Sequence[Tagged], store: Store | None, executor: Executor | None
) -> dict[str, str]:
    """Return the translation, by itself, of what markup holds in some sentences.

    Raises:
        EngineError: the engine failed.
        RemoteError: a remote engine failed.
    """
    texts = dict.fromkeys(text for sentence in sentences for text in wanted(sentence))
    made = drafts(drafting, [Passage(text) for text in texts], store=store, executor=executor, advance=lambda _: None)
    return {passage.text: draft.text for passage, draft in made.items()}


def links(sentence: Tagged, translation: str, known: Mapping[str, str]) -> tuple[Link, ...]:
    """Return which words of a translation say the words inside each piece of markup.

    Args:
        sentence: the source, with its codes.
        translation: of the whole sentence.
        known: translations of what `wanted` returned, each by itself.
    """
    words = tokens(translation)
    found = []
    if len(words) > _LONGEST:
        return ()
    for code in sentence.codes:
        said = known.get(_held(sentence, code), "")
        place = _find(words, [word.key for word in tokens(said)])
        if place:
            found.append(Link(code.start, code.end, *place))
    return tuple(sorted(found, key=lambda link: (link.source_start, link.source_end)))


def _held(sentence: Tagged, code: Code) -> str:
    return sentence.text[code.start : code.end].replace("\n", " ").strip()


def _find(words: Sequence[Token], said: Sequence[str]) -> tuple[int, int] | None:
    """Return the place of the run of words that is most like what was said; None where none is, or two are."""
    best, second, place = 0.0, 0.0, None
    for run in _runs(words, len(said)) if said else ():
        likeness = fuzz.ratio(" ".join(word.key for word in run), " ".join(said))
        here = (run[0].start, run[-1].end)
        if likeness > best:
            second, best, place = (second if place and _overlap(here, place) else best), likeness, here
        elif likeness > second and not (place and _overlap(here, place)):
            second = likeness
    return place if best >= _ALIKE and best > second else None


def _runs(words: Sequence[Token], size: int) -> Iterator[Sequence[Token]]:
    """Yield the runs of nearly as many words: a translation in a sentence may need one word more or less."""
    for length in range(max(1, size - 1), size + 2):
        for start in range(len(words) - length + 1):
            yield words[start : start + length]


def _overlap(one: tuple[int, int], other: tuple[int, int]) -> bool:
    return one[0] < other[1] and other[0] < one[1]
