"""The name of a pack's folder: plain ASCII, short, never a path."""

from __future__ import annotations

import re
import unicodedata
from urllib.parse import unquote, urlsplit

from plainspoken.model import Release

LONGEST = 60
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # device names on Windows, whatever follows a dot


def slug_of(release: Release) -> str:
    """Return the folder name for a release: from its headline, else from its address, else `release`."""
    path = unquote(urlsplit(release.url or "").path).rstrip("/")
    return slugify(release.headline or "") or slugify(re.sub(r"\.\w+$", "", path.rpartition("/")[2])) or "release"


def slugify(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, at most 60 characters; empty where none is left.

    >>> slugify("Café “Ünion”: 3 offene Fragen")
    'cafe-union-3-offene-fragen'
    """
    folded = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower().replace("'", "")
    name = "-".join(re.findall(r"[a-z0-9]+", folded))
    if len(name) > LONGEST:
        whole, _, _ = name[: LONGEST + 1].rpartition("-")
        name = whole if len(whole) >= LONGEST // 2 else name[:LONGEST]
    return f"release-{name}" if _RESERVED.fullmatch(name) else name
