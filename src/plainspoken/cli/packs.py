"""The commands that work on finished packs: verify, post, unpost."""

from __future__ import annotations

import argparse
import json
from argparse import Namespace
from dataclasses import asdict
from pathlib import Path

from plainspoken.checks.pack import Inspection
from plainspoken.checks.pack import verify as inspect
from plainspoken.cli.options import Commands, command_of
from plainspoken.cli.progress import Bar
from plainspoken.events import silent
from plainspoken.post import Posted
from plainspoken.post import post as send
from plainspoken.post import unpost as take_down


def add_verify(add: Commands) -> None:
    """Add the command `verify`."""
    command = command_of(
        add, "verify", verify, "check a pack against its manifest: every file there, none changed",
        "plainspoken verify packs/bridge-closed.zip",
    )  # fmt: skip
    command.add_argument("packs", nargs="+", type=Path, metavar="PACK", help="a pack's folder, or its zip")
    command.add_argument("--json", action="store_true", help="write JSON, an object for each pack")


def add_post(add: Commands) -> None:
    """Add the command `post`."""
    command = command_of(
        add, "post", post, "put a pack on a site: only what changed, and never half of it",
        "plainspoken post packs/bridge-closed sftp://press@site.example/var/www/releases",
    )  # fmt: skip
    command.add_argument("pack", type=Path, metavar="PACK", help="a pack's folder")
    _target_options(command)
    command.add_argument("--dry-run", action="store_true", help="say what would be sent, and send nothing")
    command.add_argument(
        "--replace", action="store_true", help="replace the pack of another release that has the same name there"
    )
    command.add_argument(
        "--draft", action="store_true", help="leave posts at WordPress as drafts, for a person to publish"
    )
    command.add_argument(
        "--public-url", metavar="URL", help="the address of TARGET on the web, for the report and the podcast feeds"
    )


def add_unpost(add: Commands) -> None:
    """Add the command `unpost`."""
    command = command_of(
        add, "unpost", unpost, "take a posted pack down",
        "plainspoken unpost bridge-closed sftp://press@site.example/var/www/releases",
    )  # fmt: skip
    command.add_argument("slug", metavar="NAME", help="the name of the pack's folder at TARGET")
    _target_options(command)


def verify(arguments: Namespace) -> int:
    """Check packs against their manifests; what differs is named, file by file."""
    found = [(str(place), inspect(place)) for place in arguments.packs]
    for place, inspection in found:
        print(json.dumps(_tree(place, inspection), ensure_ascii=False) if arguments.json else _told(place, inspection))
    return int(not all(_is_whole(inspection) for _, inspection in found))


def post(arguments: Namespace) -> int:
    """Post a pack to a site, or say what would be sent."""
    bar = Bar()
    done = send(
        arguments.pack, arguments.target, dry_run=arguments.dry_run, replace=arguments.replace, draft=arguments.draft,
        public_url=arguments.public_url, secrets_file=arguments.secrets, listen=silent if arguments.json else bar,
    )  # fmt: skip
    bar.close()
    _report(arguments, done, _sent(done, dry_run=arguments.dry_run))
    return 0


def unpost(arguments: Namespace) -> int:
    """Take a posted pack down."""
    done = take_down(arguments.slug, arguments.target, secrets_file=arguments.secrets)
    _report(arguments, done, f"{done.target}: took down {done.slug}, {len(done.removed)} files")
    return 0


def _report(arguments: Namespace, done: Posted, told: str) -> None:
    print(json.dumps(asdict(done), ensure_ascii=False) if arguments.json else told)


def _sent(done: Posted, *, dry_run: bool) -> str:
    if not done.sent and not done.removed:
        return f"{done.target}: {done.slug} stands there already, {done.kept} files"
    word = "would send" if dry_run else "sent"
    head = f"{done.target}: {word} {len(done.sent)} files of {done.slug}, {done.kept} stood there already"
    gone = [f"  {'would remove' if dry_run else 'removed'} {path}" for path in done.removed]
    pages = [f"  {url}" for url in done.urls.values()]
    return "\n".join([head, *([f"  {path}" for path in done.sent] if dry_run else []), *gone, *pages])


def _tree(place: str, inspection: Inspection) -> dict[str, object]:
    return {
        "pack": place,
        "slug": inspection.slug,
        "langs": inspection.langs,
        "files": inspection.files,
        "findings": [one.to_dict() for one in inspection.findings],
    }


def _is_whole(inspection: Inspection) -> bool:
    """Tell whether a pack is as it was made: nothing missing, nothing changed, nothing put in."""
    return all(one.level == "info" for one in inspection.findings)


def _told(place: str, inspection: Inspection) -> str:
    whole = "all as they were made" if _is_whole(inspection) else "not as they were made"
    head = f"{place}: {inspection.files} files, {whole}"
    return "\n".join([head, *(f"  {one.level:<8} {one.at}: {one.message} [{one.code}]" for one in inspection.findings)])


def _target_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "target",
        metavar="TARGET",
        help="a folder, sftp://user@host/path, s3://bucket/path, webdavs://host/path, wordpress://user@host",
    )
    command.add_argument(
        "--secrets", type=Path, metavar="FILE", help="a TOML file with password, key_file, ... that only you can read"
    )
    command.add_argument("--json", action="store_true", help="write JSON")
