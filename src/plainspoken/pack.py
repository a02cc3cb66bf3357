"""The pack: where a published release stands on disk, what is in it, what to look at."""

from __future__ import annotations

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
