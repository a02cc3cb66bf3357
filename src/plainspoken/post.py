"""A finished pack to a site, and down from it again."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from plainspoken.checks.pack import verify
from plainspoken.errors import EmbargoError, SourceError, TargetError
from plainspoken.events import Event, Listener, silent
from plainspoken.pack import MANIFEST, Origin, Pack
from plainspoken.posting import place, secrets, sending
from plainspoken.posting.link import Link


@dataclass(frozen=True, slots=True)
class Posted:
    """What a posting did.

    Attributes:
        target: the place, as it may be shown.
        slug: the pack.
        sent: the paths of the files that were sent, or would be.
        removed: those of the files that were taken away.
        kept: how many files stood there already.
        urls: the addresses of the pack's pages by language, where the site's own address is known.
    """

    target: str
    slug: str
    sent: tuple[str, ...]
    removed: tuple[str, ...]
    kept: int
    urls: Mapping[str, str]


def post(
    pack: Pack | Path | str,
    target: str,
    *,
    dry_run: bool = False,
    replace: bool = False,
    public_url: str | None = None,
    secrets_file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    listen: Listener = silent,
    sleep: Callable[[float], None] = time.sleep,
) -> Posted:
    """Post a pack to a site: a folder, `sftp://user@host/path`, `s3://bucket/path` or `webdavs://host/path`.

    Only what changed is sent. Files go aside first and take their places when all are there, the manifest last; a run
    that is cut goes on where it stopped. Other files at the place are left alone.

    Args:
        pack: a pack, or its folder.
        target: the place that packs stand beneath; the pack's own folder is made in it.
        dry_run: whether only to say what would be sent.
        replace: whether the pack of another release that has this name there is replaced.
        public_url: the address that the place has on the web, for the report.
        secrets_file: a TOML file with `username`, `password`, `key_file`, ...; the environment's values
            (`PLAINSPOKEN_POST_PASSWORD`, ...) come before them.
        environment: the variables to look in; those of this process if None.
        listen: told how many files are sent.
        sleep: how to wait before another try.

    Raises:
        UsageError: the target is of no kind that is served, or the secrets can't be read.
        SourceError: there is no pack.
        EmbargoError: the pack was made for preview, before its release may be published.
        TargetError: the pack is not whole, the pack of another release stands there, or the place is full.
        RemoteError: the place can't be reached, or refuses us.
    """
    folder = pack.folder if isinstance(pack, Pack) else Path(pack)
    manifest = _whole(folder)
    known = secrets.load(secrets_file, os.environ if environment is None else environment)
    there = place.find(target, known)
    link = Link(there, known, sleep)
    slug = str(manifest["slug"])
    root = f"{there.root.rstrip('/')}/{slug}".lstrip("/") if not there.root.startswith("/") else f"{there.root}/{slug}"
    if not replace:
        _refuse_another(sending.origin(link, root), manifest, f"{there.name}: {slug}")
    todo = sending.plan(link, root, _files(folder, manifest))
    if todo.send and not dry_run:

        def tell(done: int, file: sending.File) -> None:
            listen(Event("post", slug, done, len(todo.send), "files", message=file.path))

        sending.send(link, root, todo, tell)
    return Posted(
        there.name, slug, tuple(file.path for file in todo.send), todo.remove, todo.kept, _urls(manifest, public_url)
    )


def unpost(
    slug: str,
    target: str,
    *,
    secrets_file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    sleep: Callable[[float], None] = time.sleep,
) -> Posted:
    """Take a posted pack down: the files that its manifest lists, its first page before all; others' files stay.

    Args:
        slug: the name of its folder at the place.
        target: the place, as `post` takes it.
        secrets_file: as `post` takes it.
        environment: as `post` takes it.
        sleep: how to wait before another try.

    Raises:
        SourceError: no pack of that name stands there.
        UsageError, TargetError, RemoteError: as `post` raises them.
    """
    known = secrets.load(secrets_file, os.environ if environment is None else environment)
    there = place.find(target, known)
    link = Link(there, known, sleep)
    if "/" in slug or slug in ("", ".", "..") or not sending.standing(link, f"{there.root}/{slug}"):
        raise SourceError("no pack of that name stands there", where=f"{there.name}: {slug}", todo="Check its name.")
    removed = sending.take_down(link, f"{there.root}/{slug}")
    return Posted(there.name, slug, (), removed, 0, {})


def _whole(folder: Path) -> Mapping[str, list[dict[str, object]]]:
    """Return the manifest of a pack that may be posted."""
    broken = [one for one in verify(folder).findings if one.level == "error"]
    if broken:
        todo = "Make the pack anew, then post it."
        raise TargetError(f"the pack is not whole: {broken[0].at}", where=str(folder), todo=todo)
    tree: dict[str, list[dict[str, object]]] = json.loads((folder / MANIFEST).read_bytes())
    if any(one["code"] == "embargo" and one["level"] != "info" for one in tree["findings"]):
        todo = "Make it anew when the embargo is over, and post that."
        raise EmbargoError("this pack was made for preview, under embargo", where=str(folder), todo=todo)
    return tree


def _refuse_another(standing: Origin | None, manifest: Mapping[str, object], where: str) -> None:
    if standing and not standing.is_of(Origin.of(manifest)):
        todo = "Make the pack again with that one beside it, so that it gets another name; or use --replace."
        raise TargetError(f"the pack of another release stands there: {standing}", where=where, todo=todo)


def _files(folder: Path, manifest: Mapping[str, list[dict[str, object]]]) -> list[sending.File]:
    listed = [
        sending.File(str(entry["path"]), str(entry["sha256"]), int(str(entry["size"])), folder / str(entry["path"]))
        for entry in manifest["files"]
    ]
    own = (folder / MANIFEST).read_bytes()
    return [*listed, sending.File(MANIFEST, sha256(own).hexdigest(), len(own), folder / MANIFEST)]


def _urls(manifest: Mapping[str, list[dict[str, object]]], base: str | None) -> dict[str, str]:
    if not base:
        return {}
    start = f"{base.rstrip('/')}/{manifest['slug']}"
    pages = {f"{one['lang']}" + ("/easy" if one["edition"] == "easy" else ""): one for one in manifest["editions"]}
    return {"": f"{start}/", **{name: f"{start}/{name}/" for name in pages}}
