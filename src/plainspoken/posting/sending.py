"""Files to a place: only what changed, first aside, then swapped in, so that no visitor meets half a pack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from plainspoken.pack import MANIFEST, Origin
from plainspoken.posting.link import Link

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

STAGE = ".posting"  # where a pack's files wait until all are there


@dataclass(frozen=True, slots=True)
class File:
    """A file of a pack: its path in it, its digest and size, and where it is on this machine."""

    path: str
    sha256: str
    size: int
    source: Path

    @property
    def waiting(self) -> str:
        """The name that it waits under: what it is and where it goes."""
        return f"{self.sha256[:32]}-{sha256(self.path.encode()).hexdigest()[:8]}"


@dataclass(frozen=True, slots=True)
class Plan:
    """What a posting has to do: send, take away, leave."""

    send: tuple[File, ...]
    remove: tuple[str, ...]
    kept: int


def plan(link: Link, folder: str, files: Iterable[File]) -> Plan:
    """Compare a pack with what stands at the place, by the manifests and the sizes of the files."""
    wanted = {file.path: file for file in files}
    there = standing(link, folder)
    sizes = _sizes(link, folder)
    send = tuple(
        file
        for path, file in sorted(wanted.items())
        if there.get(path) != file.sha256 or sizes.get(path) != file.size or path == MANIFEST
    )
    remove = tuple(sorted(path for path in there if path not in wanted and path in sizes))
    unchanged = len(send) == 1 and not remove and _text(link, f"{folder}/{MANIFEST}") == _own(wanted[MANIFEST])
    return Plan(() if unchanged else send, remove, len(wanted) - (0 if unchanged else len(send)))


def send(link: Link, folder: str, todo: Plan, tell: Callable[[int, File], None]) -> None:
    """Do what a plan says: everything is sent aside first; then each file takes its place, pages after what they show.

    A run that is cut goes on where it stopped: what waits at the place already isn't sent again.
    """
    stage = f"{folder}/{STAGE}"
    waiting = _sizes(link, stage)
    link.do(lambda site: site.makedirs(stage, exist_ok=True), stage)
    for number, file in enumerate(todo.send, 1):
        if waiting.get(file.waiting) != file.size:
            _put(link, file, f"{stage}/{file.waiting}")
        tell(number, file)
    for parent in sorted({f"{folder}/{file.path}".rpartition("/")[0] for file in todo.send}):
        link.do(lambda site, parent=parent: site.makedirs(parent, exist_ok=True), parent)  # type: ignore[misc]
    for file in sorted(todo.send, key=_order):
        link.move(f"{stage}/{file.waiting}", f"{folder}/{file.path}")
    for path in todo.remove:
        _remove(link, f"{folder}/{path}")
    _clear(link, stage)


def take_down(link: Link, folder: str) -> tuple[str, ...]:
    """Remove the files that a posted pack's manifest lists, its first page before all; others' files stay."""
    listed = standing(link, folder)
    paths = [*sorted(listed, key=lambda path: (path != "index.html", not path.endswith(".html"), path)), MANIFEST]
    for path in paths:
        _remove(link, f"{folder}/{path}")
    _clear(link, f"{folder}/{STAGE}")
    _sweep(link, folder)
    return tuple(paths)


def standing(link: Link, folder: str) -> Mapping[str, str]:
    """Return the digests of the files that the manifest at the place lists; nothing where there is none."""
    text = _text(link, f"{folder}/{MANIFEST}")
    try:
        return {str(entry["path"]): str(entry["sha256"]) for entry in json.loads(text)["files"]} if text else {}
    except (ValueError, KeyError, TypeError):
        return {}


def origin(link: Link, folder: str) -> Origin | None:
    """Return which release the pack at the place is of; None where none stands."""
    text = _text(link, f"{folder}/{MANIFEST}")
    try:
        return Origin.of(json.loads(text)) if text else None
    except (ValueError, AttributeError):
        return None


def _order(file: File) -> tuple[int, str]:
    """Sounds and books first, then pages, then the page that leads to them, the manifest at the very end."""
    last = (file.path == MANIFEST, file.path == "index.html", file.path.endswith(".html"))
    return next((3 - at for at, is_so in enumerate(last) if is_so), 0), file.path


def _put(link: Link, file: File, to: str) -> None:
    link.put(file.source, f"{to}.part", file.size, file.path)
    link.move(f"{to}.part", to)


def _remove(link: Link, path: str) -> None:
    try:
        link.do(lambda site: site.rm_file(path), path)
    except FileNotFoundError:
        return


def _clear(link: Link, folder: str) -> None:
    """Remove a folder of which all is ours."""
    for path in _listed(link, folder)[0]:
        _remove(link, path)
    _sweep(link, folder)


def _sweep(link: Link, folder: str) -> None:
    """Remove a folder and those in it as far as no file is there, the innermost first."""
    found, folders = _listed(link, folder)
    for empty in (one for one in [*reversed(folders), folder] if not any(path.startswith(f"{one}/") for path in found)):
        try:
            link.do(lambda site, empty=empty: site.rmdir(empty), empty)  # type: ignore[misc]
        except FileNotFoundError:
            continue


def _sizes(link: Link, folder: str) -> dict[str, int]:
    """Return the sizes of the files beneath a folder of the place, by their path in it."""
    sizes = {path.removeprefix(f"{folder}/"): size for path, size in _listed(link, folder)[0].items()}
    return {path: size for path, size in sizes.items() if not path.startswith(f"{STAGE}/")}


def _listed(link: Link, folder: str) -> tuple[dict[str, int], list[str]]:
    """Return the files beneath a folder, each with its size, and the folders, outer ones first; nothing if it is gone.

    fsspec's own `find` passes over what can't be listed, and so takes a line that was cut for a folder that is empty.
    """
    try:
        return link.do(lambda site: _walk(site, folder), folder)
    except FileNotFoundError:
        return {}, []


def _walk(site: AbstractFileSystem, folder: str) -> tuple[dict[str, int], list[str]]:
    sizes: dict[str, int] = {}
    folders: list[str] = []
    for entry in site.ls(folder, detail=True):
        name = entry["name"].rstrip("/").rpartition("/")[2]
        path = f"{folder}/{name}"
        if entry["type"] != "directory":
            sizes[path] = int(entry["size"])
        elif entry["name"].strip("/") != folder.strip("/"):
            within = _walk(site, path)
            sizes |= within[0]
            folders += [path, *within[1]]
    return sizes, folders


def _text(link: Link, path: str) -> str:
    try:
        return link.do(lambda site: site.cat_file(path), path).decode("utf-8", "replace")  # type: ignore[no-any-return]
    except FileNotFoundError:
        return ""


def _own(file: File) -> str:
    return file.source.read_text(encoding="utf-8")
