"""Files to a place: only what changed, first aside, then swapped in, so that no visitor meets half a pack."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plainspoken.pack import MANIFEST, Origin
from plainspoken.posting.link import Link

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
    for file in sorted(todo.send, key=_order):
        _parent(link, f"{folder}/{file.path}")
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
    if not _sizes(link, folder):
        link.do(lambda site: site.rm(folder, recursive=True) if site.exists(folder) else None, folder)
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
    def put(site: object) -> None:
        site.put_file(str(file.source), f"{to}.part")  # type: ignore[attr-defined]
        if site.info(f"{to}.part")["size"] != file.size:  # type: ignore[attr-defined]
            raise ConnectionError("a file arrived cut")

    link.do(put, file.path)
    link.move(f"{to}.part", to)


def _parent(link: Link, path: str) -> None:
    parent = path.rpartition("/")[0]
    link.do(lambda site: site.makedirs(parent, exist_ok=True), parent)


def _remove(link: Link, path: str) -> None:
    try:
        link.do(lambda site: site.rm_file(path), path)
    except FileNotFoundError:
        return


def _clear(link: Link, folder: str) -> None:
    try:
        link.do(lambda site: site.rm(folder, recursive=True) if site.exists(folder) else None, folder)
    except FileNotFoundError:
        return


def _sizes(link: Link, folder: str) -> dict[str, int]:
    """Return the sizes of the files beneath a folder of the place, by their path in it."""
    try:
        found = link.do(lambda site: site.find(folder, detail=True), folder)
    except FileNotFoundError:
        return {}
    start = folder.strip("/") + "/"
    return {
        name: int(entry["size"])
        for path, entry in found.items()
        if (name := path.strip("/").partition(start)[2]) and not name.startswith(f"{STAGE}/")
    }


def _text(link: Link, path: str) -> str:
    try:
        return link.do(lambda site: site.cat_file(path), path).decode("utf-8", "replace")  # type: ignore[no-any-return]
    except FileNotFoundError:
        return ""


def _own(file: File) -> str:
    return file.source.read_text(encoding="utf-8")
