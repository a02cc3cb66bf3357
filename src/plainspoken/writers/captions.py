"""Captions of a narration, sentence by sentence, as WebVTT."""

from __future__ import annotations

import html

from plainspoken.narration import Cue, Narration


def write(narration: Narration) -> str:
    """Return the narration's cues as WebVTT (W3C, 2019): the cue's id is the segment's, times count from the start.

    Cues are in order, and each ends after it begins, if only by a millisecond.
    """
    return "\n".join(["WEBVTT", "", *(line for cue in narration.cues for line in _lines(cue))])


def _lines(cue: Cue) -> list[str]:
    begins = round(cue.begins * 1000)
    ends = max(round(cue.ends * 1000), begins + 1)
    # A blank line would end the cue; "-->" and tags are escaped with the rest.
    text = html.escape(" ".join(cue.text.split()), quote=False)
    return [cue.id, f"{_clock(begins)} --> {_clock(ends)}", text, ""]


def _clock(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02d}:{seconds // 60 % 60:02d}:{seconds % 60:02d}.{rest:03d}"
