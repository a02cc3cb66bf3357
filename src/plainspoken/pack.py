"""The pack: where a published release stands on disk, what is in it, what to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from plainspoken.findings import Finding

MANIFEST = "manifest.json"  # what of a pack lists all its other files
SCHEMA = "plainspoken/pack/1"


@dataclass(frozen=True, slots=True)
class Pack:
    """A published release: a folder of pages, audio and captions, and the same zipped.

    Attributes:
        slug: the name of its folder.
        folder: where its pages stand; open `index.html` in it.
        archive: the same, zipped; None where no zip was asked for.
        langs: the languages of its editions, the source language first.
        findings: what a person should look at; `at` starts with the language (`ur:body.p3.s2`).
    """

    slug: str
    folder: Path
    archive: Path | None
    langs: tuple[str, ...]
    findings: tuple[Finding, ...] = ()

    @property
    def index(self) -> Path:
        """The page to open first."""
        return self.folder / "index.html"


@dataclass(frozen=True, slots=True)
class Origin:
    """Which release a pack is of.

    Attributes:
        headline: the original's headline.
        url: the original's address, where it is known.
    """

    headline: str | None
    url: str | None

    @classmethod
    def of(cls, manifest: Mapping[str, object]) -> Origin:
        """Return what a manifest says of it."""
        headline, sources = manifest.get("headline"), manifest.get("sources")
        first = sources[0] if isinstance(sources, list) and sources else None
        url = first.get("url") if isinstance(first, dict) else None
        return cls(str(headline) if headline else None, str(url) if url else None)

    def is_of(self, other: Origin) -> bool:
        """Tell whether two packs are of one release: by its address, else by its headline.

        >>> Origin("Road closed", None).is_of(Origin("Road closed", "https://site.example/1"))
        True
        """
        return self.url == other.url if self.url and other.url else self.headline == other.headline

    def __str__(self) -> str:
        return self.headline or self.url or "one without a headline"
