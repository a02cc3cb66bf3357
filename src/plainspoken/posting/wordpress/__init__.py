"""A pack on a WordPress site: its audio and pictures in the media library, a post for each edition."""

from __future__ import annotations

from collections.abc import Callable

from plainspoken.posting.secrets import Secrets
from plainspoken.posting.target import part
from plainspoken.posting.wordpress.rest import SCHEMES, Site

__all__ = ["find"]


def find(target: str, secrets: Secrets, sleep: Callable[[float], None]) -> Site | None:
    """Return the WordPress site that an address names; None where it names a place of another kind.

    Raises:
        UsageError: the address holds a password, or the user's name or password is missing.
    """
    if target.partition("://")[0] not in SCHEMES:
        return None
    return Site(part(target), secrets, sleep)
