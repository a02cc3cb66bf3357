"""When each word of a text is said: from an engine's events, or spread by letters where it gives none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from plainspoken.narration import Word

# A character of Chinese or Japanese is a word of its own; elsewhere white space parts words.
_HAN = "\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_TOKEN = re.compile(rf"[{_HAN}][^\s\w]*|[^\s{_HAN}]+")
# Seconds that a word lasts at least, where the sound has room: an engine may report two words at one sample.
_LEAST = 0.01
# An event may point a little before its token: at the quotation mark or bracket that opens it.
_SLACK = 2


def tokens(text: str) -> list[tuple[int, int]]:
    """Return the ranges of the text's words, marks that touch them included; what has no letter or digit is no word.

    >>> tokens("He said: “No” – twice.")
    [(0, 2), (3, 8), (9, 13), (16, 22)]
    """
    return [match.span() for match in _TOKEN.finditer(text) if text[match.start()].isalnum() or sayable(match.group())]


def sayable(text: str) -> bool:
    """Tell whether the text has a letter or digit, so that there is something to say."""
    return any(character.isalnum() for character in text)


def from_events(text: str, events: Sequence[tuple[int, int]], samples: int, rate: int) -> tuple[Word, ...]:
    """Return the words of a text with their times from an engine's events.

    An engine may say several words under one event ("in the") and start a second event inside a word. So a word begins
    with its first event; words without one share the time up to the next, by letters.

    Args:
        text: what was said.
        events: (offset of a character, sample at which it is said), in order.
        samples: how many samples were said in all.
        rate: samples a second.
    """
    spans = tokens(text)
    starts: list[int | None] = [None] * len(spans)
    index = 0
    for offset, sample in events:
        while index + 1 < len(spans) and spans[index + 1][0] <= offset:
            index += 1
        if spans and offset >= spans[index][0] - _SLACK and starts[index] is None:
            starts[index] = min(max(sample, 0), samples)
    begins = _filled(starts, [end - start for start, end in spans], samples)
    return _words(spans, begins, samples, rate)


def by_letters(text: str, samples: int, rate: int, first: int = 0) -> tuple[Word, ...]:
    """Return the words of a text that is said from sample `first` up to sample `samples`, by their share of letters."""
    spans = tokens(text)
    sizes = [end - start for start, end in spans]
    total, said, begins = sum(sizes) or 1, 0, list[int]()
    for size in sizes:
        begins.append(first + (samples - first) * said // total)
        said += size
    return _words(spans, begins, samples, rate)


def _filled(starts: list[int | None], sizes: list[int], samples: int) -> list[int]:
    """Give every word a start: those without one share the time between their neighbours, by letters."""
    known = [(-1, 0)] + [(index, start) for index, start in enumerate(starts) if start is not None]
    begins = [0] * len(starts)
    for (left, since), (right, until) in zip(known, [*known[1:], (len(starts), samples)], strict=True):
        run = range(max(left, 0), right)
        total, said = sum(sizes[index] for index in run) or 1, 0
        for index in run:
            begins[index] = since + max(until - since, 0) * said // total
            said += sizes[index]
    for index in range(1, len(begins)):
        begins[index] = max(begins[index], begins[index - 1])
    return begins


def _words(spans: Sequence[tuple[int, int]], begins: Sequence[int], samples: int, rate: int) -> tuple[Word, ...]:
    starts = _apart(begins, samples, rate)
    ends = [*starts, samples][1:]
    return tuple(
        Word(start, end, begin / rate, stop / rate)
        for (start, end), begin, stop in zip(spans, starts, ends, strict=True)
    )


def _apart(begins: Sequence[int], samples: int, rate: int) -> list[float]:
    """Return starts that leave each word a time of its own: ten milliseconds, or its even share of a shorter sound."""
    count = len(begins)
    least = min(_LEAST * rate, samples / count) if count else 0.0
    starts, earliest = list[float](), 0.0
    for index, begin in enumerate(begins):
        starts.append(min(max(begin, earliest), samples - (count - index) * least))
        earliest = starts[-1] + least
    return starts
