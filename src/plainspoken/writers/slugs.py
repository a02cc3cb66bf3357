"""The name of a pack's folder: plain ASCII, short, never a path."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from itertools import chain, count
from urllib.parse import unquote, urlsplit

from plainspoken.model import Release

LONGEST = 60
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # device names on Windows, whatever follows a dot


def slug_of(release: Release) -> str:
    """Return the folder name for a release: from its headline, else from its address, else `release`.

    A headline in another script than Latin is spelled in Latin letters only where the address has no name.
    """
    headline = release.headline or ""
    path = unquote(urlsplit(release.url or "").path).rstrip("/")
    named = re.sub(r"\.\w+$", "", path.rpartition("/")[2])
    first = headline if _is_latin(headline) else ""
    return next(filter(None, map(slugify, (first, named, headline))), "release")


def free_slug(release: Release, is_free: Callable[[str], bool]) -> str:
    """Return the folder name for a release, numbered where it is not free: another release may have that headline.

    >>> free_slug(Release("en", ()), lambda name: name != "release")
    'release-2'
    """
    name = slug_of(release)
    return next(filter(is_free, chain([name], (f"{name}-{number}" for number in count(2)))))


def slugify(text: str) -> str:
    """Return `text` as lower-case ASCII words joined by hyphens, at most 60 characters; empty where none is left.

    >>> slugify("Café “Ünion”: 3 offene Fragen")
    'cafe-union-3-offene-fragen'
    >>> slugify("Полиция открывает центр")
    'politsiya-otkryvaet-tsentr'
    """
    from anyascii import anyascii  # ISC licence; its table is loaded where a letter needs it

    letters = (one if one.isascii() or not one.isalpha() else anyascii(one) for one in text)
    folded = unicodedata.normalize("NFKD", "".join(letters)).encode("ascii", "ignore").decode()
    folded = folded.lower().replace("'", "")
    name = "-".join(re.findall(r"[a-z0-9]+", folded))
    if len(name) > LONGEST:
        whole, _, _ = name[: LONGEST + 1].rpartition("-")
        name = whole if len(whole) >= LONGEST // 2 else name[:LONGEST]
    return f"release-{name}" if _RESERVED.fullmatch(name) else name


def _is_latin(text: str) -> bool:
    return all("LATIN" in unicodedata.name(one, "") for one in text if one.isalpha())
