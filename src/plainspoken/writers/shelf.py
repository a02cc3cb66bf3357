"""A pack's place on disk: its files appear all at once, and what stood there stays until they do."""

from __future__ import annotations

import hashlib
import os
import shutil
import zipfile
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from plainspoken.errors import TargetError
from plainspoken.model import Release
from plainspoken.pack import MANIFEST, Origin
from plainspoken.writers import manifest
from plainspoken.writers.archive import write_archive
from plainspoken.writers.manifest import Entry
from plainspoken.writers.slugs import free_slug


@dataclass(frozen=True, slots=True)
class Draft:
    """A pack while it is written, in a hidden folder beside the place it will take."""

    folder: Path
    entries: list[Entry] = field(default_factory=list)

    def add(self, path: str, content: bytes) -> int:
        """Write a file of the pack and return its size in bytes.

        Raises:
            TargetError: the disk is full or read-only.
        """
        place = self.folder / path
        with _writing(place):
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(content)
        self.entries.append(Entry(path, hashlib.sha256(content).hexdigest(), len(content)))
        return len(content)


def own_slug(release: Release, into: Path, taken: Collection[str] = ()) -> str:
    """Return the name of a release's folder among the packs of a folder: never that of another release's pack.

    Args:
        release: the original.
        into: the folder of the packs.
        taken: names that are not to be had either.
    """

    def is_free(name: str) -> bool:
        standing = manifest.read(into / name)
        return name not in taken and not (standing and not standing.origin.is_of(Origin(release.headline, release.url)))

    return free_slug(release, is_free)


@contextmanager
def drafting(into: Path, slug: str) -> Iterator[Draft]:
    """Open a draft for the pack `slug`; whatever happens, nothing of it is left beside the packs.

    Raises:
        TargetError: the folder can't be made or written.
    """
    with _writing(into):
        into.mkdir(parents=True, exist_ok=True)
        recover(into, slug)
        folder = into / f".{slug}.{os.getpid()}.new"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
    try:
        yield Draft(folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def place(draft: Draft, folder: Path, archive: Path | None) -> None:
    """Put a finished draft in its place, the archive with it; what stood there is gone only then.

    Files that the old pack's manifest doesn't list are somebody else's: they are kept.

    Raises:
        TargetError: it can't be put there; what stood there still does.
    """
    aside = draft.folder.with_suffix(".old")
    packed = draft.folder.with_suffix(".zip")
    with _writing(folder):
        try:
            _keep_strangers(folder, draft)
            if archive:
                write_archive(draft.folder, folder.name, [entry.path for entry in draft.entries], packed)
            if folder.exists():
                folder.rename(aside)
            _swap(draft.folder, folder, aside)
            if archive:
                packed.replace(archive)
        finally:
            packed.unlink(missing_ok=True)
            if folder.exists():
                shutil.rmtree(aside, ignore_errors=True)


def is_same(draft: Draft, folder: Path) -> bool:
    """Tell whether the very files of the draft stand in a folder already, each byte of them."""
    return all(_has(folder / entry.path, entry) for entry in draft.entries)


def recover(into: Path, slug: str) -> None:
    """Clear away what a run left that was killed, and put back the pack that it had moved aside."""
    for left in sorted(into.glob(f".{slug}.*")):
        number, _, kind = left.name[len(slug) + 2 :].partition(".")
        if not number.isdigit() or kind not in ("new", "old", "zip") or _is_running(int(number)):
            continue
        if kind == "old" and not (into / slug).exists():
            left.rename(into / slug)
        elif left.is_dir():
            shutil.rmtree(left, ignore_errors=True)
        else:
            left.unlink(missing_ok=True)


def is_pack_archive(path: Path, slug: str) -> bool:
    """Tell whether a file is the archive of a pack, or isn't there at all."""
    try:
        with zipfile.ZipFile(path) as archive:
            return f"{slug}/{MANIFEST}" in archive.namelist()
    except FileNotFoundError:
        return True
    except (OSError, zipfile.BadZipFile):
        return False


def _swap(new: Path, folder: Path, aside: Path) -> None:
    try:
        new.rename(folder)
    except OSError:
        if aside.exists():
            aside.rename(folder)
        raise


def _keep_strangers(folder: Path, draft: Draft) -> None:
    standing = manifest.read(folder)
    if standing is None:
        return
    listed = {entry.path for entry in standing.files} | {entry.path for entry in draft.entries} | {MANIFEST}
    for file in sorted(folder.rglob("*")):
        path = file.relative_to(folder).as_posix()
        if path not in listed and file.is_file() and not file.is_symlink():
            target = draft.folder / path
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(file, target)


def _has(file: Path, entry: Entry) -> bool:
    try:
        return file.stat().st_size == entry.size and hashlib.sha256(file.read_bytes()).hexdigest() == entry.sha256
    except OSError:
        return False


def _is_running(process: int) -> bool:
    if process == os.getpid():
        return False
    with suppress(ProcessLookupError, OverflowError):
        try:
            os.kill(process, 0)
        except PermissionError:
            return True
        return True
    return False


@contextmanager
def _writing(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as cause:
        raise TargetError(
            f"the pack can't be written here ({cause.strerror or cause})",
            where=str(path),
            todo="Choose a folder that you may write to, on a disk with room.",
        ) from cause
