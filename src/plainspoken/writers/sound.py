"""The audio files of an edition's narration: where each stands in the pack."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainspoken.narration import Narration
from plainspoken.writers import audio
from plainspoken.writers.editions import Edition


def section_files(edition: Edition, narration: Narration) -> Iterator[tuple[str, str, bytes]]:
    """Yield path, title and content of the file of each section; easy read is one file."""
    clips = () if edition.is_easy else narration.clips
    width = max(2, len(str(len(clips))))
    for number, clip in enumerate(clips, start=1):
        name = re.sub(r"[^a-z0-9]+", "-", clip.section.lower()).strip("-") or "section"
        path = f"{edition.lang}/audio/{number:0{width}}-{name}.{edition.sound.name}"
        yield path, clip.title or name, audio.part(edition.release, narration, clip)
