"""Audio files for players: each form with title, language, date, chapters and cover, as players read them in it."""

from __future__ import annotations

from plainspoken import opus
from plainspoken.model import Release
from plainspoken.narration import Clip, Narration
from plainspoken.writers import id3, riff, vorbis
from plainspoken.writers.cover import picture
from plainspoken.writers.tags import Chapter, Tags


def whole(release: Release, narration: Narration) -> bytes:
    """Return the file of an edition's whole narration, with a chapter for each section."""
    chapters = tuple(Chapter(clip.title, clip.begins, clip.ends) for clip in narration.clips)
    tags = Tags(
        release.headline or "", narration.lang, release.publisher or "", date=release.published, chapters=chapters,
        cover=picture(),
    )  # fmt: skip
    return tagged(narration, narration.audio, tags)


def part(release: Release, narration: Narration, clip: Clip) -> bytes:
    """Return the file of one section of a narration: a track of the release."""
    track = narration.clips.index(clip) + 1, len(narration.clips)
    tags = Tags(
        clip.title, narration.lang, release.publisher or "", release.headline or "", track, release.published,
        cover=picture(),
    )  # fmt: skip
    return tagged(narration, clip.audio, tags)


def bare(narration: Narration) -> bytes:
    """Return the file of a whole narration that says nothing of itself: a part of a book, which does."""
    return tagged(narration, narration.audio, None)


def tagged(narration: Narration, stream: bytes, tags: Tags | None) -> bytes:
    """Return a file of a stream of a narration; the same values give the same bytes."""
    if narration.format == "opus":
        return opus.ogg(stream, tuple(vorbis.comments(tags)) if tags else ())
    if narration.format == "wav":
        return riff.wav(stream, narration.rate, tags)
    return (id3.tag(tags) if tags else b"") + stream
