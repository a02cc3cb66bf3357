"""The commands that work on finished packs: verify, post, unpost."""

from __future__ import annotations

import json
from argparse import Namespace
from dataclasses import asdict

from plainspoken.checks.pack import Inspection
from plainspoken.checks.pack import verify as inspect
from plainspoken.cli.progress import Bar
from plainspoken.events import silent
from plainspoken.post import Posted
from plainspoken.post import post as send
from plainspoken.post import unpost as take_down


def verify(arguments: Namespace) -> int:
    """Check packs against their manifests; what differs is named, file by file."""
    found = [(str(place), inspect(place)) for place in arguments.packs]
    for place, inspection in found:
        print(json.dumps(_tree(place, inspection), ensure_ascii=False) if arguments.json else _told(place, inspection))
    return int(any(one.level == "error" for _, inspection in found for one in inspection.findings))


def post(arguments: Namespace) -> int:
    """Post a pack to a site, or say what would be sent."""
    bar = Bar()
    done = send(
        arguments.pack, arguments.target, dry_run=arguments.dry_run, public_url=arguments.public_url,
        secrets_file=arguments.secrets, listen=silent if arguments.json else bar,
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


def _told(place: str, inspection: Inspection) -> str:
    whole = not any(one.level == "error" for one in inspection.findings)
    head = f"{place}: {inspection.files} files, {'all as they were made' if whole else 'not as they were made'}"
    return "\n".join([head, *(f"  {one.level:<8} {one.at}: {one.message} [{one.code}]" for one in inspection.findings)])
