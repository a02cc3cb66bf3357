"""A pack as it is at its own address: the podcast feeds name it, and the manifest lists them so."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from pathlib import Path

from plainspoken.pack import MANIFEST
from plainspoken.writers.feed import NOWHERE, base_of, moved
from plainspoken.writers.manifest import written


def addressed(folder: Path, public_url: str, into: Path) -> Mapping[str, Path]:
    """Write the files of a pack that change where it stands at an address, and return where each was put, by its path.

    Args:
        folder: the pack's folder, which stays as it is.
        public_url: the address of the folder of packs on the web.
        into: a folder of one's own to write to.

    Raises:
        UsageError: it is no http(s) address of a folder.
    """
    tree = json.loads((folder / MANIFEST).read_bytes())
    new = base_of(public_url, str(tree["slug"]))
    old = tree.get("base_url") or base_of(NOWHERE, str(tree["slug"]))
    changed: dict[str, bytes] = {}
    for entry in tree["files"]:
        tag, _, name = str(entry["path"]).partition("/")
        if name == "feed.xml":
            feed = moved((folder / tag / name).read_bytes(), tag, old, new)
            entry.update(sha256=hashlib.sha256(feed).hexdigest(), size=len(feed))
            changed[entry["path"]] = feed
    if not changed:
        return {}
    tree["base_url"] = new
    changed[MANIFEST] = written(tree)
    return {path: _put(into, number, content) for number, (path, content) in enumerate(changed.items())}


def _put(into: Path, number: int, content: bytes) -> Path:
    place = into / str(number)
    place.write_bytes(content)
    return place
