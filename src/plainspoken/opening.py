"""What a step may be given as a value or as the path of its file, opened."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainspoken.brand import Brand
    from plainspoken.hard_words import HardWords
    from plainspoken.pictures.own import PictureSet
    from plainspoken.terms import AnyMemory, Glossary


def open_memory(memory: AnyMemory | Path | str | None) -> AnyMemory | None:
    """Return the memory, read from its TMX file or file of SQLite where a path is given."""
    if isinstance(memory, str | Path):
        from plainspoken.terms import open_memories

        return open_memories([memory])
    return memory


def open_glossary(glossary: Glossary | Path | str | None) -> Glossary | None:
    """Return the glossary, read from its CSV file where a path is given."""
    if isinstance(glossary, str | Path):
        from plainspoken.terms import Glossary

        return Glossary.read(Path(glossary))
    return glossary


def open_words(words: HardWords | Path | str | None) -> HardWords | None:
    """Return the hard words of easy read, read from their CSV file where a path is given."""
    if isinstance(words, str | Path):
        from plainspoken.hard_words import read

        return read(words)
    return words


def open_pictures(pictures: PictureSet | Path | str | None) -> PictureSet | None:
    """Return the pictures, read from their folder where a path is given."""
    if isinstance(pictures, str | Path):
        from plainspoken.pictures.own import PictureSet

        return PictureSet.read(pictures)
    return pictures


def open_brand(brand: Brand | Path | str | None) -> Brand:
    """Return the brand, read from its TOML file where a path is given; ours where there is none."""
    from plainspoken.brand import NOBODY, Brand

    return Brand.read(brand) if isinstance(brand, str | Path) else brand or NOBODY
