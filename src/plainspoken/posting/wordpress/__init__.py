"""A pack on a WordPress site: its audio and pictures in the media library, a post for each edition."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from plainspoken.errors import UsageError
from plainspoken.posting.secrets import Secrets
from plainspoken.posting.wordpress.rest import SCHEMES, Site

__all__ = ["find"]


def find(target: str, secrets: Secrets, sleep: Callable[[float], None]) -> Site | None:
    """Return the WordPress site that an address names; None where it names a place of another kind.

    Raises:
        UsageError: the address holds a password, or the user's name or password is missing.
    """
    parts = urlsplit(target)
    if parts.scheme not in SCHEMES:
        return None
    if parts.password:
        todo = "Take it out, and set PLAINSPOKEN_POST_PASSWORD or give --secrets FILE."
        raise UsageError("the address holds a password", where=f"{parts.scheme}://{parts.hostname}", todo=todo)
    return Site(parts, secrets, sleep)
