"""What a site says of a pack, read from its manifest as something that a stranger may have written."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import cast

from plainspoken import lang
from plainspoken.codecs import CODECS
from plainspoken.errors import Error, SourceError
from plainspoken.writers.inline import safe_link

_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]+")
_TAG = re.compile(r"[a-z]{2,3}(-[A-Za-z0-9]{2,8})*")
_LONGEST = 100_000  # characters of a text that is searched
_UNDATED = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Sound:
    """A recording: its path in the pack, its size in bytes, how many seconds it lasts, its media type."""

    path: str
    size: int
    seconds: float
    type: str


@dataclass(frozen=True, slots=True)
class Telling:
    """A release in one language and reading level, as its pack has it; `text` is its plain text, for the search."""

    lang: str
    is_easy: bool
    page: str
    headline: str
    standfirst: str
    sound: Sound | None
    text: str


@dataclass(frozen=True, slots=True)
class Story:
    """A pack as a site lists it.

    Attributes:
        slug: its folder.
        lang: the language that it was written in.
        published: when, ISO 8601; None where nobody said.
        publisher: who published it.
        url: the address of the release.
        safety: whether its pages carry the quick exit.
        tellings: its editions.
        paths: all its files.
    """

    slug: str
    lang: str
    published: str | None
    publisher: str
    url: str | None
    safety: bool
    tellings: tuple[Telling, ...]
    paths: frozenset[str]

    def find(self, tag: str, *, easy: bool = False) -> Telling | None:
        """Return the edition in a language and reading level."""
        return next((one for one in self.tellings if (one.lang, one.is_easy) == (tag, easy)), None)

    def first(self, tag: str) -> Telling | None:
        """Return the edition to name in a language: the full text, else the easy read."""
        return self.find(tag) or self.find(tag, easy=True)

    @property
    def age(self) -> tuple[datetime, str]:
        """What the newest has most of: the moment it was published, then its name."""
        moment = datetime.fromisoformat(self.published) if self.published else _UNDATED
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC), self.slug


def read_story(folder: Path, manifest: Mapping[str, object]) -> Story:
    """Return what a site says of a pack whose files are those of its manifest.

    Args:
        folder: the pack's folder.
        manifest: what its manifest holds.

    Raises:
        SourceError: the manifest says something that no site may repeat.
    """
    try:
        return _story(folder, manifest)
    except (KeyError, TypeError, ValueError, AttributeError, IndexError, OSError, Error) as cause:
        raise SourceError("its manifest can't be understood", where=folder.name, todo="Make the pack anew.") from cause


def _story(folder: Path, tree: Mapping[str, object]) -> Story:
    files = cast(list[Mapping[str, object]], tree["files"])
    source = cast(list[Mapping[str, object]], tree["sources"])[0]
    paths = frozenset(str(one["path"]) for one in files)
    editions = cast(list[Mapping[str, object]], tree["editions"])
    if tree["slug"] != folder.name:
        raise ValueError("it is not called what its folder is")
    return Story(
        slug=folder.name,
        lang=_tag(source["lang"]),
        published=_moment(source["published"]),
        publisher=_plain(source["publisher"]),
        url=safe_link(_plain(source["url"])),
        safety=bool(tree.get("safety", True)),  # one that an older version made and doesn't tell may need it
        tellings=tuple(_telling(folder, one, paths) for one in editions),
        paths=paths,
    )


def _telling(folder: Path, edition: Mapping[str, object], paths: Collection[str]) -> Telling:
    tag, is_easy = _tag(edition["lang"]), edition["edition"] == "easy"
    own = f"{tag}/easy" if is_easy else tag
    page, text = f"{own}/index.html", f"{own}/release.txt"
    if page not in paths:
        raise ValueError("an edition has no page")
    return Telling(
        lang=tag,
        is_easy=is_easy,
        page=page,
        headline=_plain(edition["headline"]),
        standfirst=_plain(edition.get("standfirst")),
        sound=_sound(folder, tag, edition.get("narration"), is_easy=is_easy, paths=paths),
        text=(folder / text).read_text("utf-8", "replace")[:_LONGEST] if text in paths else "",
    )


def _sound(folder: Path, tag: str, narration: object, *, is_easy: bool, paths: Collection[str]) -> Sound | None:
    if not isinstance(narration, Mapping):
        return None
    for form in CODECS.values():
        path = f"{tag}/audio/{'easy' if is_easy else 'release'}.{form.name}"
        if path == narration["path"] and path in paths:
            return Sound(path, (folder / path).stat().st_size, float(narration["duration"]), form.type)
    return None


def _tag(given: object) -> str:
    if not isinstance(given, str) or not _TAG.fullmatch(given) or lang.canonical(given) != given:
        raise ValueError("no language tag")
    return given


def _moment(given: object) -> str | None:
    return datetime.fromisoformat(given).isoformat() if isinstance(given, str) and given else None


def _plain(given: object) -> str:
    return " ".join(_CONTROLS.sub(" ", given).split()) if isinstance(given, str) else ""
