"""A finished pack to a site, and down from it again."""

from __future__ import annotations

import json
import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from dataclasses import replace as changed
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

from plainspoken.checks.pack import verify
from plainspoken.errors import EmbargoError, SourceError, TargetError, UsageError
from plainspoken.events import Event, Listener, silent
from plainspoken.pack import MANIFEST, Origin, Pack
from plainspoken.posting import place, secrets, sending, wordpress
from plainspoken.posting.link import Link
from plainspoken.posting.place import Place

Manifest: TypeAlias = Mapping[str, list[dict[str, object]]]


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
    draft: bool = False,
    public_url: str | None = None,
    secrets_file: Path | None = None,
    environment: Mapping[str, str] | None = None,
    listen: Listener = silent,
    sleep: Callable[[float], None] = time.sleep,
) -> Posted:
    """Post a pack to a site: a folder, `sftp://user@host/path`, `s3://bucket/path` or `webdavs://host/path`.

    To `wordpress://user@host` go a pack's audio and pictures, and a post for each edition that leads to the others.

    Only what changed is sent. Files go aside first and take their places when all are there, the manifest last; a run
    that is cut goes on where it stopped. Other files at the place are left alone.

    Args:
        pack: a pack, or its folder.
        target: the place that packs stand beneath; the pack's own folder is made in it.
        dry_run: whether only to say what would be sent.
        replace: whether the pack of another release that has this name there is replaced.
        draft: whether posts at WordPress wait for a person to publish them.
        public_url: the address that the place has on the web, for the report and the podcast feeds.
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
    tell = _teller(listen, str(manifest["slug"]))
    if site := wordpress.find(target, known, sleep):
        from plainspoken.posting.wordpress import posting

        work = posting.work(folder, manifest)
        done = posting.post(site, work, replace=replace, dry_run=dry_run, draft=draft, tell=tell)
        return Posted(site.name, work.slug, done.sent, done.removed, done.kept, done.urls)
    if draft:
        raise UsageError("only WordPress keeps drafts", where=target, todo="Leave --draft out.")
    there = place.find(target, known)
    sent = _to_place(
        there, Link(there, known, sleep), folder, manifest, public_url, replace=replace, dry_run=dry_run, tell=tell
    )
    return changed(sent, urls=_urls(manifest, public_url))


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
    if site := wordpress.find(target, known, sleep):
        from plainspoken.posting.wordpress import posting

        removed = posting.take_down(site, slug)
        if not removed:
            raise SourceError("no pack of that name stands there", where=f"{site.name}: {slug}", todo="Check its name.")
        return Posted(site.name, slug, (), removed, 0, {})
    there = place.find(target, known)
    link = Link(there, known, sleep)
    if "/" in slug or slug in ("", ".", "..") or not sending.standing(link, f"{there.root}/{slug}"):
        raise SourceError("no pack of that name stands there", where=f"{there.name}: {slug}", todo="Check its name.")
    removed = sending.take_down(link, f"{there.root}/{slug}")
    return Posted(there.name, slug, (), removed, 0, {})


def _teller(listen: Listener, slug: str) -> Callable[[int, int, str], None]:
    return lambda done, total, what: listen(Event("post", slug, done, total, "files", message=what))


def _to_place(
    there: Place, link: Link, folder: Path, manifest: Manifest, public_url: str | None, *,
    replace: bool, dry_run: bool, tell: Callable[[int, int, str], None],
) -> Posted:  # fmt: skip
    """Post a pack's files to a place that keeps files."""
    from plainspoken.posting.address import addressed

    slug = str(manifest["slug"])
    root = f"{there.root.rstrip('/')}/{slug}".lstrip("/") if not there.root.startswith("/") else f"{there.root}/{slug}"
    if not replace:
        _refuse_another(sending.origin(link, root), manifest, f"{there.name}: {slug}")
    with TemporaryDirectory() as aside:
        differing = addressed(folder, public_url, Path(aside)) if public_url else {}
        plan = sending.plan(link, root, _files(folder, manifest, differing))
        if plan.send and not dry_run:
            sending.send(link, root, plan, lambda done, file: tell(done, len(plan.send), file.path))
    return Posted(there.name, slug, tuple(file.path for file in plan.send), plan.remove, plan.kept, {})


def _whole(folder: Path) -> Manifest:
    """Return the manifest of a pack that may be posted."""
    if folder.is_file():
        raise SourceError("this is not the folder of a pack", where=str(folder), todo="Unpack it, and give the folder.")
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


def _files(
    folder: Path, manifest: Mapping[str, list[dict[str, object]]], changed: Mapping[str, Path]
) -> list[sending.File]:
    """Return the files to send, the manifest last; those that differ at the place come from where they were changed."""
    listed = {str(entry["path"]): folder / str(entry["path"]) for entry in manifest["files"]}
    sources = {path: changed.get(path, place) for path, place in {**listed, MANIFEST: folder / MANIFEST}.items()}
    return [_file(path, source) for path, source in sources.items()]


def _file(path: str, source: Path) -> sending.File:
    with source.open("rb") as file:
        return sending.File(path, file_digest(file, "sha256").hexdigest(), source.stat().st_size, source)


def _urls(manifest: Manifest, base: str | None) -> dict[str, str]:
    if not base:
        return {}
    start = f"{base.rstrip('/')}/{manifest['slug']}"
    pages = {f"{one['lang']}" + ("/easy" if one["edition"] == "easy" else ""): one for one in manifest["editions"]}
    return {"": f"{start}/", **{name: f"{start}/{name}/" for name in pages}}
