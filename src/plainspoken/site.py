"""A site over many packs: what is new, a page a language, with feeds, a map and a search that needs no server."""

from __future__ import annotations

import json
import os
import re
import shutil
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plainspoken.checks.pack import verify
from plainspoken.errors import Error, SourceError, TargetError
from plainspoken.findings import Finding, finding
from plainspoken.pack import MANIFEST

if TYPE_CHECKING:
    from plainspoken.writers.site import Story

LIST = "site.json"
_OURS = re.compile(r"(index\.html|cover\.png|site\.json|sitemap(-\d+)?\.xml|[A-Za-z0-9-]+/(index\.html|feed\.xml))")


@dataclass(frozen=True, slots=True)
class Site:
    """What an index was made of.

    Attributes:
        folder: where its first page, `index.html`, stands.
        packs: the packs that it lists, the newest first.
        langs: its languages, a page each.
        files: its files, by their path in the folder.
        findings: packs that were left out, and what else to look at.
    """

    folder: Path
    packs: tuple[str, ...]
    langs: tuple[str, ...]
    files: tuple[str, ...]
    findings: tuple[Finding, ...]


def index(folder: Path | str, *, base_url: str | None = None, title: str | None = None, replace: bool = False) -> Site:
    """Write the index of a folder of packs: all its files, or none.

    Packs whose files aren't those of their manifest, and previews of what is under embargo, are left out and named. The
    same packs give the same bytes.

    Args:
        folder: where the packs stand; the index is put beside them.
        base_url: the address of the folder on the web; if None, that which all the packs have been made for, else
            `https://packs.invalid`, which can be nobody's.
        title: what the site is called; the publisher's name if None, where all packs have one.
        replace: whether files may be overwritten that no index wrote.

    Raises:
        SourceError: there is no pack to list.
        TargetError: files of somebody else are in the way, or the folder can't be written.
        UsageError: `base_url` is no address of a folder.
    """
    from plainspoken.writers.feed import NOWHERE, base_of
    from plainspoken.writers.site import site_files

    place = Path(folder)
    kept, bases, findings = _read(place)
    if not kept:
        todo = " ".join(one.message for one in findings) or "Give the folder that packs are in."
        raise SourceError("there is no pack here to list", where=str(place), todo=todo)
    known = base_of(base_url, "") if base_url else _common(bases)
    base = known or base_of(NOWHERE, "")
    files = site_files(kept, base.rstrip("/") + "/", title, known=known is not None)
    _refuse_loss(place, files, replace=replace)
    _put(place, files, _stale(place, files))
    if not known:
        findings.append(finding("site-address-unknown", "", "Give it with --base-url."))
    newest = sorted(kept, key=lambda story: story.age, reverse=True)
    langs = sorted({telling.lang for story in kept for telling in story.tellings})
    return Site(place, tuple(story.slug for story in newest), tuple(langs), tuple(sorted(files)), tuple(findings))


def _read(place: Path) -> tuple[list[Story], list[object], list[Finding]]:
    """Return the packs that may be listed, the addresses that they were made for, and why others may not."""
    from plainspoken.writers.site import read_story

    kept: list[Story] = []
    bases: list[object] = []
    findings: list[Finding] = []
    for folder in _folders(place):
        try:
            broken = [one for one in verify(folder).findings if one.level == "error"]
            if broken:
                raise SourceError(f"{broken[0].at}: {broken[0].message}", where=folder.name)
            tree = json.loads((folder / MANIFEST).read_bytes())
            if any(one["code"] == "embargo" and one["level"] != "info" for one in tree["findings"]):
                raise SourceError("it was made for preview, under embargo", where=folder.name)
            kept.append(read_story(folder, tree))
            bases.append(tree.get("base_url"))
        except (Error, ValueError, KeyError, TypeError, AttributeError) as cause:
            reason = str(cause) if isinstance(cause, Error) else f"{folder.name}: its manifest can't be understood."
            findings.append(finding("site-pack-left-out", folder.name, reason))
    return kept, bases, findings


def _folders(place: Path) -> Iterator[Path]:
    try:
        found = sorted(place.iterdir())
    except OSError as cause:
        raise SourceError("this folder can't be read", where=str(place), todo="Give the folder of packs.") from cause
    for folder in found:
        if not folder.name.startswith(".") and not folder.is_symlink() and (folder / MANIFEST).is_file():
            yield folder


def _common(bases: Iterable[object]) -> str | None:
    """Return the address above all the packs' own, where they were made for one site."""
    from plainspoken.writers.feed import base_of

    above = {one.rstrip("/").rpartition("/")[0] if isinstance(one, str) else None for one in bases}
    only = above.pop() if len(above) == 1 else None
    try:
        return base_of(only, "") if only else None
    except Error:
        return None


def _refuse_loss(place: Path, files: Mapping[str, bytes], *, replace: bool) -> None:
    """Refuse to overwrite what no index of ours wrote."""
    ours = _written(place)
    for path in files:
        folder = (place / path).parent
        if folder != place and (folder / MANIFEST).exists():
            todo = "Give that pack another name: languages have these folders."
            raise TargetError("a pack stands where a language's page goes", where=str(folder), todo=todo)
        if not replace and path not in ours and (place / path).exists():
            todo = "Move it away, or use --replace."
            raise TargetError("this file is in the way and no index's", where=str(place / path), todo=todo)


def _written(place: Path) -> frozenset[str]:
    """Return the files that the index which stands here wrote, as its list names them."""
    try:
        tree = json.loads((place / LIST).read_bytes())
        return frozenset(path for path in tree["files"] if _OURS.fullmatch(path)) | {LIST}
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()


def _stale(place: Path, files: Mapping[str, bytes]) -> tuple[str, ...]:
    return tuple(sorted(_written(place) - files.keys()))


def _put(place: Path, files: Mapping[str, bytes], stale: Iterable[str]) -> None:
    """Put all files in their places and take the stale ones away; if one fails, all is as it was."""
    new, old = place / f".index.{os.getpid()}.new", place / f".index.{os.getpid()}.old"
    done: list[str] = []
    try:
        for path, content in files.items():
            (new / path).parent.mkdir(parents=True, exist_ok=True)
            (new / path).write_bytes(content)
        for path in (*files, *stale):
            done.append(path)
            _swap(place / path, new / path, old / path)
    except OSError as cause:
        _undo(place, old, done)
        todo = "Choose a folder that you may write to, on a disk with room."
        raise TargetError(f"the index can't be written ({cause.strerror})", where=str(place), todo=todo) from cause
    finally:
        shutil.rmtree(new, ignore_errors=True)
        shutil.rmtree(old, ignore_errors=True)


def _swap(here: Path, new: Path, old: Path) -> None:
    if here.exists():
        old.parent.mkdir(parents=True, exist_ok=True)
        here.rename(old)
    if new.exists():
        here.parent.mkdir(parents=True, exist_ok=True)
        new.rename(here)
    elif here.parent.name and not any(here.parent.iterdir()):
        here.parent.rmdir()


def _undo(place: Path, old: Path, done: Iterable[str]) -> None:
    for path in done:
        if (old / path).exists():
            (place / path).parent.mkdir(parents=True, exist_ok=True)
            (old / path).replace(place / path)
        elif (place / path).is_file():
            (place / path).unlink()
