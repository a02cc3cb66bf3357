"""The editions of a pack: each release with its narration, where its pages stand, how far its translation has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from plainspoken.codecs import Codec, codec
from plainspoken.errors import UsageError
from plainspoken.model import Release, Segment, State
from plainspoken.narration import Narration
from plainspoken.pictures.own import Picture, PictureSet

Standing = Literal["original", "machine", "people", "reviewed"]

# Engines whose words people wrote: past translations, the catalogues of the pack's own words, numbers and addresses.
_PEOPLE = frozenset({"memory", "words", "catalogue", "copied", "glossary"})

_STATES: tuple[State, ...] = ("initial", "translated", "reviewed", "final")


@dataclass(frozen=True, slots=True)
class Edition:
    """A release in one language and reading level, with its narration and the publisher's own pictures, if any."""

    release: Release
    narration: Narration | None = None
    pictures: PictureSet | None = None

    @property
    def lang(self) -> str:
        """The language it is in."""
        return self.release.lang

    @property
    def is_easy(self) -> bool:
        """Whether it is easy read."""
        return self.release.edition == "easy"

    @property
    def folder(self) -> str:
        """Where its page stands in the pack: `ur`, `ur/easy`."""
        return f"{self.lang}/easy" if self.is_easy else self.lang

    @property
    def page(self) -> str:
        """Its page's path in the pack."""
        return f"{self.folder}/index.html"

    @property
    def audio(self) -> str:
        """The path of its whole narration in the pack."""
        return f"{self.lang}/audio/{'easy' if self.is_easy else 'release'}.{self.sound.name}"

    @property
    def sound(self) -> Codec:
        """The form of its audio."""
        return codec(self.narration.format if self.narration else "mp3")

    @property
    def captions(self) -> str:
        """The path of its captions in the pack."""
        return f"{self.folder}/captions.vtt"

    @property
    def standing(self) -> Standing:
        """Who wrote its words: its publisher (`original`), a computer, people, or people and a second reader.

        One sentence by a computer makes the whole a computer's.
        """
        written = self._written()
        if written and all(segment.state in ("reviewed", "final") for segment in written):
            return "reviewed"
        if self.release.source_lang is None:
            return "machine" if self.is_easy else "original"
        return "people" if all(segment.engine in _PEOPLE for segment in written) else "machine"

    @property
    def state(self) -> State:
        """How far its least finished sentence has come; sentences left in the source language don't count."""
        states = {segment.state for segment in self._written()}
        return next((state for state in _STATES if state in states), "initial")

    @property
    def untranslated(self) -> tuple[Segment, ...]:
        """Its sentences that still stand in the source language."""
        return tuple(segment for segment in self.release.segments() if left_in(segment, self.release))

    def own_pictures(self) -> tuple[Picture, ...]:
        """Return the publisher's own pictures that stand on its page, each once, in order."""
        if self.pictures is None or not self.is_easy:
            return ()
        found = (self.pictures.find(segment.picture) for segment in self.release.segments())
        return tuple(dict.fromkeys(one for one in found if one))

    def engines(self) -> dict[str, int]:
        """Return how many of its sentences each engine translated."""
        named = Counter(segment.engine for segment in self.release.segments() if segment.engine)
        return dict(sorted(named.items()))

    def states(self) -> dict[str, int]:
        """Return how many of its sentences are in each state of translation."""
        return dict(sorted(Counter(segment.state for segment in self.release.segments()).items()))

    def _written(self) -> list[Segment]:
        has_source = self.release.source_lang is not None
        return [segment for segment in self.release.segments() if not has_source or segment.state != "initial"]


def left_in(segment: Segment, release: Release) -> str | None:
    """Return the language that a sentence of a translated release was left in; None where it was translated."""
    is_left = segment.state == "initial" and any(character.isalpha() for character in segment.text)
    return release.source_lang if is_left else None


def pair(
    releases: Sequence[Release], narrations: Sequence[Narration], pictures: PictureSet | None = None
) -> tuple[Edition, ...]:
    """Return the editions, each with the narration of its language and reading level.

    Raises:
        UsageError: there is no release, two for one language and reading level, or a narration without its release.
    """
    spoken = {(one.lang, one.edition): one for one in narrations}
    editions = {
        (one.lang, one.edition): Edition(one, spoken.get((one.lang, one.edition)), pictures) for one in releases
    }
    if not releases:
        raise UsageError("a pack needs at least one release", todo="Give `publish` the release that `parse` returned.")
    if len(editions) < len(releases):
        raise UsageError("two releases have the same language and reading level", todo="Give each edition once.")
    if orphans := spoken.keys() - editions.keys():
        where = ", ".join(f"{tag} ({edition})" for tag, edition in sorted(orphans))
        raise UsageError("a narration has no release", where=where, todo="Give the release that it reads, too.")
    return tuple(editions.values())


def original_of(editions: Sequence[Edition]) -> Release:
    """Return the release that the others come from: the first untranslated full one, else the first."""
    releases = [edition.release for edition in editions]
    return next((one for one in releases if one.source_lang is None and one.edition == "full"), releases[0])
