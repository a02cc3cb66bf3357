"""Whether a translation says "not" as often as its source does."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from plainspoken import lang
from plainspoken.checks.translation import means
from plainspoken.checks.translation.phrases import NEAR, any_of, blank, fold
from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding

# Those of which it was measured how far from its source's place a "not" may stand,
# and how far what may be one.
_VERB_BEFORE_OBJECT = frozenset({"ca", "en", "es", "fr", "gl", "it", "pt"})
_FAR, _NEARBY, _CLOSE = 0.3, 0.2, 25
_ONE = frozenset("_-~")  # what tells a phrase from a word


@dataclass(frozen=True, slots=True)
class Negations:
    """Where a text says "not": surely, perhaps, and as "without"; each as its place from 0, the start, to 1.

    `implied` tells that it has a word, such as "unable", for which other languages say "not";
    `until` that it has one, such as "until", for which they say "as long as not".
    """

    hard: tuple[float, ...] = ()
    soft: tuple[float, ...] = ()
    without: tuple[float, ...] = ()
    implied: bool = False
    until: bool = False

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
    ours = _negations(said.source.text, said.source_lang)
    return ours, _negations(said.target.text, said.target_lang, ours is not None and ours.until)


def _unmet(ours: Negations, theirs: Negations, said: Said) -> bool:
    """Tell whether a sure "not" of the source has none within reach that is not another one's.

    Both are gone through from the start: taking the first that is within reach leaves most to the later ones.
    """
    spare = theirs.without[: max(0, len(theirs.without) - len(ours.without))]
    others = means.others(said.source.text, said.target.text, said.source_lang, said.target_lang)
    sure, perhaps = list(theirs.hard), sorted((*(one for one in theirs.soft if one not in others), *spare))
    far = _FAR if len(theirs.hard) != len(ours.hard) or ours.implied else 1.0
    owed = ours.without[: max(0, len(ours.without) - len(theirs.without))]
    for place in sorted((*ours.hard, *owed)):
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
def _negations(text: str, tag: str, until: bool = False) -> Negations | None:
    """Find what says "not" in a text, once a clause; None where we don't know how its language says it.

    The "not" of `until` ("as long as not") is passed over where the source says "until".

    Words that only agree (`nada`, `ni`) make a clause negative where nothing else in the text does.
    """
    patterns = _patterns(lang.primary(tag))
    if not patterns:
        return None
    folded = blank(patterns["free"], fold(text))[0]
    rest, begun = blank(patterns["until"], folded)
    folded = rest if until else folded
    without = blank(patterns["without"], folded)[1]
    folded, phrases = blank(patterns["phrase"], folded)
    rest, hard = blank(patterns["hard"], folded)
    rest, alone = blank(patterns["alone"], rest)
    soft = (*phrases, *blank(patterns["soft"], rest)[1])
    implied = patterns["implied"].search(folded) is not None
    if hard:
        return Negations(hard, (*soft, *alone), without, implied, bool(begun))
    return Negations(alone, soft, without, implied, bool(begun))


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
        "until": row.get("until", "").split(),
        "phrase": [word for word in soft if not _ONE.isdisjoint(word)],
        "soft": [word for word in soft if _ONE.isdisjoint(word)],
    }
    found = {kind: re.compile(any_of(listed, code)) for kind, listed in words.items()}
    agrees = row.get("agrees", "").split()
    no, also = any_of(row["not"].split(), code), any_of(agrees, code)
    once = rf"(?:{also}{NEAR})?{no}(?:{NEAR}{also})*"
    return found | {"hard": re.compile(once), "alone": re.compile(rf"{also}(?:{NEAR}{also})*")}


@cache
def _table() -> dict[str, dict[str, str]]:
    path = files("plainspoken") / "checks" / "translation" / "negation.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
