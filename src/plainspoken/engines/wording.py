# ruff: noqa: E501, SIM905 - lists of words and patterns read best as running text
"""The words of an easy-read sentence in English: plain ones, written out, with digits and full dates."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib.resources import files

from plainspoken.engines.patterns import MONTH, capital

_PARTICIPLES = (
    "taken|given|written|broken|chosen|fallen|stolen|seen|driven|hidden|shaken|known|gone|done|made|put|found|left|lost"
)
_CONTRACTIONS = (
    (r"\b([Cc])an[’']t\b", r"\1annot"),
    (r"\b([Ww])on[’']t\b", r"\1ill not"),
    (r"\b([Ss])han[’']t\b", r"\1hall not"),
    (r"\b(\w+)n[’']t\b", r"\1 not"),
    (r"\b(I)[’']m\b", r"\1 am"),
    (r"\b([Ww]e|[Yy]ou|[Tt]hey)[’']re\b", r"\1 are"),
    (r"\b(I|[Ww]e|[Yy]ou|[Tt]hey)[’']ve\b", r"\1 have"),
    (r"\b(I|[Ww]e|[Yy]ou|[Tt]hey|[Hh]e|[Ss]he|[Ii]t)[’']ll\b", r"\1 will"),
    # With a participle after it, 's may be "has": left as it is.
    (
        rf"\b([Ii]t|[Tt]hat|[Tt]here|[Hh]e|[Ss]he|[Ww]hat|[Ww]ho)[’']s (?!(?:been|got|had|\w+ed|{_PARTICIPLES})\b)",
        r"\1 is ",
    ),
    (r"\b([Ll])et[’']s\b", r"\1et us"),
)
_SHORT = (
    (r"\be\.?g\.?(?=[\s,])", "for example"),
    (r"\bi\.?e\.?(?=[\s,])", "that is"),
    (r"\betc\.?(?=[\s,)])", "and so on"),
    (r"\bapprox\.?(?= )", "about"),
)
_DATES = (
    (rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th) (?:of )?({MONTH})\b", r"\1 \2"),
    (rf"\b({MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?, (\d{{4}})\b", r"\2 \1 \3"),
)
_DIGITS = {
    word: str(value)
    for value, word in enumerate(
        "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty".split(),
        start=2,
    )
}
_SPELLED = re.compile(
    rf"(?<![\w\-’'])({'|'.join(_DIGITS)})(?![\w\-’'])(?! (?:hundred|thousand|dozen|thirds?|quarters?|fifths?|of us|of them)\b)",
    re.IGNORECASE,
)


def tidy(text: str) -> str:
    """Return a sentence with plain spaces, no contractions, no "eg", and dates as "14 March 2026".

    >>> tidy("We can't open on March 14th, 2026, e.g. in snow.")
    'We cannot open on 14 March 2026, for example in snow.'
    """
    text = " ".join(text.split())
    for pattern, instead in _CONTRACTIONS + _SHORT + _DATES:
        text = re.sub(pattern, instead, text)
    return text


def plain(text: str) -> str:
    """Return a sentence in plain words and with digits; names, and words between quotation marks, stay as they are.

    >>> plain("She commenced two courses prior to May.")
    'She started 2 courses before May.'
    """
    for pattern, words in _plain_words():
        text = pattern.sub(lambda match, words=words: _like(match, words), text)  # type: ignore[misc]
    return _SPELLED.sub(_digit, text)


def _digit(match: re.Match[str]) -> str:
    word = match[0]
    inside = match.start() > 0 and match.string[match.start() - 2] not in ".!?:"
    return word if word[0].isupper() and inside else _DIGITS[word.lower()]


def _like(match: re.Match[str], words: str) -> str:
    """Return the plain words, with a capital where they open the sentence; a name in capitals stays."""
    if match[0][0].isupper():
        return (
            capital(words) if match.start() == 0 and not re.match(r" [A-Z]", match.string[match.end() :]) else match[0]
        )
    return words


@cache
def _plain_words() -> tuple[tuple[re.Pattern[str], str], ...]:
    """Return the list, longest first, so that a phrase goes before the words in it."""
    with (files("plainspoken.lexicons") / "plain-words.toml").open("rb") as file:
        words: dict[str, str] = tomllib.load(file)["words"]
    longest = sorted(words.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return tuple((re.compile(rf"(?<![\w\-’'])(?i:{re.escape(hard)})(?![\w\-])"), easy) for hard, easy in longest)
