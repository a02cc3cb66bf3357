"""Whether a translation is about as long as its source makes one expect, and comes to its end."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from plainspoken import lang, tongues
from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding

# So many characters may be in excess or missing anywhere; of the rest, shares that none of the references in NTREX
# passes but a few of the French ones.
_SLACK = 20
_SHORT, _LONG = 0.58, 2.0
# What a sentence without a full stop, a heading, may be at least: no stop tells that it was cut.
_SHORT_HEADING, _LONG_HEADING = 0.76, 30
# One that ends in a small word, too: longer ones may, as their language may put it there.
_WANTING = 0.95
# A sentence that ends in a comma and is this long goes on in the next line of its page.
_ALL = 0.85
# A text of so many words with a stop is a sentence, even where the stop may be an abbreviation's.
_WHOLE = 8
_TINY = 2
_CLOSING = "\"'”’»›)]}*_ \u00a0\u202f\u200e\u200f\u2069\u2068"
_STOPS = ".!?…。！？．؟।॥።፧۔՞։"

_PAUSES = ",،፣;:"
_WORD = re.compile(r"[^\W\d_]+$")


def length_odd(said: Said) -> Iterator[Finding]:
    """Find translations far longer or shorter than such a sentence is in their language."""
    share = _share(said)
    if not _SHORT <= share <= _LONG:
        yield said.found("length-odd", f"It has {share:.0%} of the length that one would expect.")


def truncated(said: Said) -> Iterator[Finding]:
    """Find translations that stop before the end of their sentence."""
    source, target = _bare(said.source.text), _bare(said.target.text)
    if not target or _ends(target) or (target[-1] in _PAUSES and _share(said) > _ALL):
        return
    if _is_sentence(source) or _hangs(source, target, said) or _is_short(source, said):
        yield said.found("truncated", f"It ends in “{target[-20:].lstrip()}”.")


def _share(said: Said) -> float:
    """Return the length of a translation as a share of what one expects of it, short ones held to less."""
    expected = len(said.source.text) * _ratio(said.target_lang) / _ratio(said.source_lang)
    return (len(said.target.text) + _SLACK) / (expected + _SLACK)


def _bare(text: str) -> str:
    return text.rstrip(_CLOSING + "\n\t")


def _ends(text: str) -> bool:
    return text.endswith(tuple(_STOPS))


def _is_sentence(text: str) -> bool:
    """Tell whether a text ends in a stop that is its own, not an abbreviation's: `in the U.S.`."""
    last = text.rstrip(_STOPS).rsplit(maxsplit=1)[-1:]
    whole = len(text.split()) >= _WHOLE
    return _ends(text) and bool(last) and (whole or ("." not in last[0] and len(last[0]) > 1)) and " " in text


def _is_short(source: str, said: Said) -> bool:
    """Tell whether a heading, which has no stop, is too short to be whole."""
    return not _ends(source) and len(source) >= _LONG_HEADING and _share(said) < _SHORT_HEADING


def _hangs(source: str, target: str, said: Said) -> bool:
    """Tell whether a translation without a stop ends in a small word that wants another, and its source doesn't."""
    return (
        len(source) >= _LONG_HEADING
        and _share(said) < _WANTING
        and _is_small(target, said.target_lang)
        and not _is_small(source, said.source_lang)
    )


def _is_small(text: str, tag: str) -> bool:
    last = _WORD.search(text)
    if last is None or not last[0].islower():
        return False
    return last[0] in tongues.common(lang.primary(tag)) or (len(last[0]) <= _TINY and lang.script(tag) == "Latn")


@cache
def _ratio(tag: str) -> float:
    table = tomllib.loads((files("plainspoken") / "checks" / "translation" / "length.toml").read_text(encoding="utf-8"))
    ratios: dict[str, float] = table["lang"]
    return ratios.get(lang.primary(tag)) or table["script"].get(lang.script(tag), 1.1)
