"""Whether a translation is in its language and in that language's script."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspoken import lang, tongues
from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding

_WORD = re.compile(r"[^\W\d_]+")
# Below this share of its letters in its own script, a translation is in another; under ten letters say nothing.
_OWN, _FEW = 0.5, 10
# So many different common words of the source's language, and no more than a fourth as many of its own, tell.
_STRANGE = 3


def wrong_script(said: Said) -> Iterator[Finding]:
    """Find translations in another script than their language's; words that stand so in the source are passed over."""
    script = lang.script(said.target_lang)
    words = set(_WORD.findall(said.target.text)) - set(_WORD.findall(said.source.text))
    letters = "".join(words)
    own = tongues.letters(letters, script)
    if own is not None and len(letters) >= _FEW and own < _OWN * len(letters):
        yield said.found("wrong-script", f"It should be in {script}.")


def wrong_language(said: Said) -> Iterator[Finding]:
    """Find translations, or phrases in them, that are in another language than theirs."""
    text, tag = said.target.text, lang.primary(said.target_lang)
    guess = tongues.guess(text)
    if guess and guess.sure and guess.lang != tag and _is_apart(said.target.text, guess.lang, tag):
        yield said.found("wrong-language", f"It looks like {guess.lang}.")
    elif _source_words(said) >= _STRANGE:
        yield said.found("wrong-language", f"It has words of {said.source_lang}.")


def _source_words(said: Said) -> int:
    """Count the common words of the source's language that a translation has, where it has nearly none of its own."""
    ours, theirs = (tongues.common(lang.primary(tag)) for tag in (said.source_lang, said.target_lang))
    words = {word.casefold() for word in _WORD.findall(said.target.text)}
    strange = len(words & ours - theirs)
    return strange if strange > 4 * len(words & theirs - ours) else 0


def _is_apart(text: str, other: str, own: str) -> bool:
    """Tell whether a text has so few of its own language's commonest words, if they are known, that it is the other."""
    words = {word.casefold() for word in _WORD.findall(text)}
    mine, theirs = tongues.common(own), tongues.common(other)
    return bool(mine) and len(words & theirs - mine) >= 2 * len(words & mine - theirs) + _STRANGE
