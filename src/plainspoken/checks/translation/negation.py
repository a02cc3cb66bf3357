"""Whether a translation says "not" as often as its source does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from plainspoken import lang
from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding

# Letters with their marks: Indic vowels and Arabic points are no letters to `re`.
_MARKS = (
    "\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0900-\u0903\u093a-\u0963\u0981-\u0983\u09bc-\u09e3\u0a01-\u0a71"
    "\u0a81-\u0ae3\u0b82-\u0bcd\u200c\u200d"
)
_START, _END = rf"(?<![^\W\d_])(?<![{_MARKS}’'-])", rf"(?![^\W\d_]|[{_MARKS}])"
# Up to five words of one clause between a word that says "not" and one that says it once more.
_NEAR = r"(?:[^\S\n]+[^\s.,;:!?…«»“”\"()]+){0,5}?[^\S\n]+"
# Those of which it was measured how far from its source's place a "not" may stand,
# and how far what may be one.
_VERB_BEFORE_OBJECT = frozenset({"ca", "en", "es", "fr", "gl", "it", "pt"})
_FAR, _NEARBY, _CLOSE = 0.3, 0.2, 40
_UNSPACED = frozenset({"zh"})
_LETTERS = rf"(?:[^\W\d_]|[{_MARKS}])*"


@dataclass(frozen=True, slots=True)
class Negations:
    """Where a text says "not": surely, perhaps, and as "without"; each as its place from 0, the start, to 1.

    `implied` tells that it has a word, such as "unable", for which other languages say "not".
    """

    hard: tuple[float, ...] = ()
    soft: tuple[float, ...] = ()
    without: tuple[float, ...] = ()
    implied: bool = False

    @property
    def most(self) -> int:
        """How often at most."""
        return len(self.hard) + len(self.soft) + len(self.without)


def negation_lost(said: Said) -> Iterator[Finding]:
    """Find translations that lack a "not" about where their source surely says one."""
    ours, theirs = _both(said)
    if ours and theirs and _unmet(ours, theirs, said):
        yield said.found("negation-lost")


def negation_added(said: Said) -> Iterator[Finding]:
    """Find translations that surely say "not" more often than their source can be read to."""
    ours, theirs = _both(said)
    if ours and theirs and len(theirs.hard) > ours.most:
        yield said.found("negation-added")


def _both(said: Said) -> tuple[Negations | None, Negations | None]:
    return _negations(said.source.text, said.source_lang), _negations(said.target.text, said.target_lang)


def _unmet(ours: Negations, theirs: Negations, said: Said) -> bool:
    """Tell whether a sure "not" of the source has none within reach that is not another one's.

    Both are gone through from the start: taking the first that is within reach leaves most to the later ones.
    """
    spare = theirs.without[: max(0, len(theirs.without) - len(ours.without))]
    sure, perhaps = list(theirs.hard), sorted((*theirs.soft, *spare))
    far = _FAR if len(theirs.hard) != len(ours.hard) or ours.implied else 1.0
    for place in ours.hard:
        for left, share in ((sure, far), (perhaps, _NEARBY)):
            near = next((one for one in left if abs(one - place) <= _reach(share, said)), None)
            if near is not None:
                left.remove(near)
                break
        else:
            return True
    return False


def _reach(share: float, said: Said) -> float:
    """Return how far from its source's place a "not" may stand, as a share of the sentence: more of a short one.

    Languages that put verbs in the same order have it near; others may have it anywhere.
    """
    if not {lang.primary(said.source_lang), lang.primary(said.target_lang)} <= _VERB_BEFORE_OBJECT:
        return 1.0
    return max(share, _CLOSE / max(1, len(said.source.text)))


@lru_cache(maxsize=4096)
def _negations(text: str, tag: str) -> Negations | None:
    """Find what says "not" in a text, once a clause; None where we don't know how its language says it.

    Words that only agree (`nada`, `ni`) make a clause negative where nothing else in the text does.
    """
    patterns = _patterns(lang.primary(tag))
    if not patterns:
        return None
    folded = _blank(patterns["free"], text.casefold().replace("’", "'"))[0]
    without = _blank(patterns["without"], folded)[1]
    folded, phrases = _blank(patterns["phrase"], folded)
    rest, hard = _blank(patterns["hard"], folded)
    rest, alone = _blank(patterns["alone"], rest)
    soft = (*phrases, *_blank(patterns["soft"], rest)[1])
    implied = patterns["implied"].search(folded) is not None
    return Negations(hard, (*soft, *alone), without, implied) if hard else Negations(alone, soft, without, implied)


def _blank(pattern: re.Pattern[str], text: str) -> tuple[str, tuple[float, ...]]:
    """Return a text with what a pattern finds made blank, and where it was."""
    places = tuple(one.start() / len(text) for one in pattern.finditer(text))
    return pattern.sub(lambda one: " " * len(one[0]), text) if places else text, places


@cache
def _patterns(code: str) -> dict[str, re.Pattern[str]]:
    row = _table().get(code)
    if not row:
        return {}
    soft = row["soft"].split()
    words = {
        "free": row.get("free", "").split(),
        "without": row.get("without", "").split(),
        "implied": row.get("implied", "").split(),
        "phrase": [word for word in soft if "_" in word],
        "soft": [word for word in soft if "_" not in word],
    }
    found = {kind: re.compile(_any(listed, code)) for kind, listed in words.items()}
    agrees = row.get("agrees", "").split()
    no, also = _any(row["not"].split(), code), _any(agrees, code)
    once = rf"(?:{also}{_NEAR})?{no}(?:{_NEAR}{also})*"
    return found | {"hard": re.compile(once), "alone": re.compile(rf"{also}(?:{_NEAR}{also})*")}


def _any(words: list[str], code: str) -> str:
    """Return the pattern of any of these words, in the notation of the table."""
    forms = "|".join(map(_form, sorted(words, key=len, reverse=True))) or "(?!)"
    first = {re.escape(word[0]) for word in words}
    ahead = f"(?=[{''.join(sorted(first))}])" if words and first.isdisjoint((r"\*", r"\#", r"\~")) else ""
    return f"(?:{forms})" if code in _UNSPACED else f"{ahead}{_START}(?:{forms}){_END}"


def _form(word: str) -> str:
    return re.escape(word).replace(r"\*", _LETTERS).replace("_", r"\s+").replace(r"\#", r"\d").replace(r"\~", _NEAR)


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("plainspoken") / "checks" / "translation" / "negation.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
