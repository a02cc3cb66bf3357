"""The files of an edition that play: its whole narration, one file a section, captions."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspoken.writers.editions import Edition


def whole_file(edition: Edition) -> bytes:
    """Return the whole narration as an MP3 file."""
    assert edition.narration is not None
    return edition.narration.audio


def section_files(edition: Edition) -> Iterator[tuple[str, str, bytes]]:
    """Yield path, title and content of the file of each section; easy read is one file."""
    if edition.narration is None or edition.is_easy:
        return
    width = max(2, len(str(len(edition.narration.clips))))
    for number, clip in enumerate(edition.narration.clips, start=1):
        name = re.sub(r"[^a-z0-9]+", "-", clip.section.lower()).strip("-") or "section"
        yield f"{edition.lang}/audio/{number:0{width}}-{name}.mp3", clip.title or name, clip.audio


def captions_file(edition: Edition) -> bytes:
    """Return the captions of the whole narration, sentence by sentence, as WebVTT."""
    assert edition.narration is not None
    blocks = [
        f"{cue.id}\n{_clock(cue.begins)} --> {_clock(cue.ends)}\n{' '.join(cue.text.split())}"
        for cue in edition.narration.cues
    ]
    return ("\n\n".join(["WEBVTT", *blocks]) + "\n").encode()


def _clock(seconds: float) -> str:
    whole, thousandths = divmod(round(seconds * 1000), 1000)
    return f"{whole // 3600:02d}:{whole // 60 % 60:02d}:{whole % 60:02d}.{thousandths:03d}"
