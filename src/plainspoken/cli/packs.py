"""The commands that work on finished packs: verify."""

from __future__ import annotations

import json
from argparse import Namespace

from plainspoken.checks.pack import Inspection
from plainspoken.checks.pack import verify as inspect


def verify(arguments: Namespace) -> int:
    """Check packs against their manifests; what differs is named, file by file."""
    found = [(str(place), inspect(place)) for place in arguments.packs]
    for place, inspection in found:
        print(json.dumps(_tree(place, inspection), ensure_ascii=False) if arguments.json else _told(place, inspection))
    return int(any(one.level == "error" for _, inspection in found for one in inspection.findings))


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
