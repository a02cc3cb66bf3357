"""A pack against its manifest: every file that is listed is there, byte for byte, and no other."""

from __future__ import annotations

import hashlib
import json
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from stat import S_ISREG

from plainspoken.errors import SourceError
from plainspoken.findings import Finding, finding
from plainspoken.pack import MANIFEST, SCHEMA

_TODO = "Give the folder of a pack, or its zip."


@dataclass(frozen=True, slots=True)
class Inspection:
    """What was found in a pack.

    Attributes:
        slug: the name that the pack has for itself.
        langs: the languages of its editions.
        files: how many files its manifest lists.
        findings: files that are missing, changed or not listed, located by their path.
    """

    slug: str
    langs: tuple[str, ...]
    files: int
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, slots=True)
class _Contents:
    """The files of a pack, wherever they are.

    Attributes:
        sizes: how many bytes each has, by its path; None of what is no plain file, or is there twice.
        read: reads one; None where it can't be.
    """

    sizes: Mapping[str, int | None]
    read: Callable[[str], bytes | None]


def verify(place: Path) -> Inspection:
    """Check a pack's files against its manifest; nothing outside of the pack is read.

    Args:
        place: the pack's folder, or its zip.

    Raises:
        SourceError: there is no pack here, or its manifest can't be understood.
    """
    with ExitStack() as stack:
        contents = _opened(Path(place), stack)
        tree = _manifest(contents, place)
        return Inspection(
            slug=str(tree["slug"]),
            langs=tuple(map(str, tree["langs"])),
            files=len(tree["files"]),
            findings=(*_compared(contents, tree["files"]), *_disagreeing(tree)),
        )


def _opened(place: Path, stack: ExitStack) -> _Contents:
    if place.is_dir():
        found = sorted(path for path in place.rglob("*") if path.is_symlink() or not path.is_dir())
        sizes = {path.relative_to(place).as_posix(): _size(path) for path in found}
        return _Contents(sizes, lambda path: _in_folder(place, path))
    try:
        archive = stack.enter_context(zipfile.ZipFile(place))
    except FileNotFoundError as cause:
        raise SourceError("there is nothing here", where=str(place), todo=_TODO) from cause
    except (OSError, zipfile.BadZipFile) as cause:
        raise SourceError("this is neither a folder nor a zip", where=str(place), todo=_TODO) from cause
    entries = [entry for entry in archive.infolist() if not entry.is_dir()]
    names = Counter(entry.filename for entry in entries)
    top = next((name.partition("/")[0] for name in names if name.count("/") == 1 and name.endswith(f"/{MANIFEST}")), "")
    sizes = {
        one.filename.removeprefix(f"{top}/"): one.file_size if names[one.filename] == 1 else None for one in entries
    }
    return _Contents(sizes, lambda path: _in_archive(archive, f"{top}/{path}"))


def _size(path: Path) -> int | None:
    status = path.lstat()
    return status.st_size if S_ISREG(status.st_mode) else None


def _in_folder(folder: Path, path: str) -> bytes | None:
    """Read a file of a folder; not one that a link leads to, which may be anywhere."""
    place = folder / path
    if any(part.is_symlink() for part in (place, *place.parents) if folder in part.parents):
        return None
    try:
        return place.read_bytes()
    except OSError:
        return None


def _in_archive(archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        return archive.read(name)
    except (KeyError, OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        return None


def _manifest(contents: _Contents, place: Path) -> Mapping[str, list[Mapping[str, object]]]:
    written = contents.read(MANIFEST) if contents.sizes.get(MANIFEST) is not None else None
    if written is None:
        raise SourceError(f"there is no pack here: it has no {MANIFEST}", where=str(place), todo=_TODO)
    try:
        tree = json.loads(written)
        known = tree["schema"] == SCHEMA
        for entry in tree["files"]:
            str(entry["path"]), str(entry["sha256"]), int(entry["size"])
        str(tree["slug"]), list(tree["langs"])
    except (ValueError, KeyError, TypeError) as cause:
        raise SourceError("the pack's manifest is damaged", where=str(place), todo="Make the pack anew.") from cause
    if not known:
        todo = "Use the version of plainspoken that its manifest names."
        raise SourceError("the pack's manifest is of another version", where=str(place), todo=todo)
    return dict(tree)


def _compared(contents: _Contents, files: list[Mapping[str, object]]) -> Iterator[Finding]:
    listed = {str(entry["path"]): entry for entry in files}
    for path, entry in sorted(listed.items()):
        if not _is_inside(path):
            yield finding("pack-file-changed", path, "Its path leads out of the pack; it was not read.")
        elif path not in contents.sizes:
            yield finding("pack-file-missing", path)
        elif (size := contents.sizes[path]) is not None and size != entry["size"]:
            yield finding("pack-file-changed", path, f"It has {size:,} bytes of {entry['size']:,}.")
        elif size is None or (content := contents.read(path)) is None:
            yield finding("pack-file-changed", path, "It can't be read.")
        elif hashlib.sha256(content).hexdigest() != entry["sha256"]:
            yield finding("pack-file-changed", path, f"Its {size:,} bytes are others.")
    for path in sorted(contents.sizes.keys() - listed.keys() - {MANIFEST}):
        yield finding("pack-file-unlisted", path)


def _disagreeing(tree: Mapping[str, list[Mapping[str, object]]]) -> Iterator[Finding]:
    """Yield where a manifest contradicts itself: a page or sound it doesn't list, sentences that don't add up."""
    listed = {str(entry["path"]) for entry in tree["files"]}
    for edition in tree.get("editions", []):
        narration, made = edition.get("narration"), edition.get("provenance")
        named = [edition.get("path"), narration.get("path") if isinstance(narration, dict) else None]
        for path in filter(None, named):
            if str(path) not in listed:
                yield finding("manifest-disagrees", str(path), "An edition names it, and no file is listed.")
        if isinstance(made, dict) and not _adds_up(edition, made):
            yield finding("manifest-disagrees", str(edition.get("path")), "Its engines and its record differ.")


def _adds_up(edition: Mapping[str, object], made: Mapping[str, object]) -> bool:
    """Tell whether the record of an edition names the engines and counts that the edition does."""
    try:
        counted = {one["name"]: one["segments"] for one in made["engines"]}  # type: ignore[attr-defined]
        known = sum(made["memory"].values())  # type: ignore[attr-defined]
    except (KeyError, TypeError, AttributeError):
        return False
    return not counted or (counted == edition.get("engines") and known == counted.get("memory", 0))


def _is_inside(path: str) -> bool:
    parts = PurePosixPath(path).parts
    return bool(parts) and not path.startswith("/") and ".." not in parts and "\\" not in path and ":" not in parts[0]
