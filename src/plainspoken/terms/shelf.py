"""The memories that a person names, opened: TMX files as they are, large ones through an index, or SQLite."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TypeAlias

from plainspoken.errors import SourceError
from plainspoken.terms.memory import Memory
from plainspoken.terms.stored import StoredMemory

AnyMemory: TypeAlias = Memory | StoredMemory
DATABASE = ".db"
_LARGE = 2_000_000  # bytes of TMX that take about a second to read


def open_memories(paths: Sequence[Path | str], folder: Path | None = None) -> AnyMemory:
    """Return the memories in files as one.

    Args:
        paths: TMX files, or one file of SQLite (`.db`); of two equal pairs the better answered one counts, else the
            later file's.
        folder: where an index of large TMX files is kept between runs; they are read whole each time if None.

    Raises:
        SourceError: a file can't be read, or is no memory; a `.db` is named together with others.
        TargetError: the index can't be written.
    """
    files = [Path(path) for path in paths]
    stored = [path for path in files if path.suffix == DATABASE]
    if stored and files[1:]:
        raise SourceError("a memory in SQLite is used by itself", where=str(stored[0]), todo="Name it alone.")
    if stored:
        if not stored[0].exists():
            raise SourceError("there is no such file", where=str(stored[0]))
        return StoredMemory.open(stored[0])
    if folder is None or sum(path.stat().st_size for path in files if path.exists()) < _LARGE:
        return Memory.load(files)
    return _indexed(files, folder)


def _indexed(files: Sequence[Path], folder: Path) -> StoredMemory:
    """Return the index of TMX files, made where their content has none yet; whole or not at all."""
    content = hashlib.sha256()
    for path in files:
        with path.open("rb") as file:
            content.update(hashlib.file_digest(file, "sha256").digest())
    place = folder / f"{content.hexdigest()}{DATABASE}"
    if not place.exists():
        draft = StoredMemory(place.with_name(f".{place.name}.new"))
        draft.path.parent.mkdir(parents=True, exist_ok=True)
        draft.path.unlink(missing_ok=True)
        draft.learn(pair for path in files for pair in Memory.read(path).pairs)
        draft.path.replace(place)
    return StoredMemory.open(place)
