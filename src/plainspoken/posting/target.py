"""The address of a place, parted: refused where it holds what opens the place, and never shown then."""

from __future__ import annotations

from urllib.parse import SplitResult, unquote, urlsplit

from plainspoken.errors import UsageError

KNOWN = "a folder, sftp://user@host/path, s3://bucket/path, webdavs://host/path, wordpress://user@host"
LOOPBACK = ("127.0.0.1", "::1", "localhost")  # where a password may go by plain http
_LOCAL = ("file",)


def part(target: str) -> SplitResult:
    """Return the parts of an address that has a scheme.

    >>> part("sftp://press@site.example:2222/releases").port
    2222

    Raises:
        UsageError: it holds a password, names no host, or can't be understood; it is not quoted then.
    """
    scheme = target.partition("://")[0]
    try:
        parts = urlsplit(target)
        known = parts.hostname, parts.port
    except ValueError:  # its message may quote a password that has a sign which ends the host: sftp://me:a/b@host
        todo = f"Give {KNOWN}. Passwords don't belong into it: set PLAINSPOKEN_POST_PASSWORD or give --secrets FILE."
        raise UsageError("this address can't be understood", where=f"{scheme}://...", todo=todo) from None
    if parts.password is not None or ":" in unquote(parts.username or ""):
        todo = "Take it out, and set PLAINSPOKEN_POST_PASSWORD or give --secrets FILE."
        raise UsageError("the address holds a password", where=f"{scheme}://{known[0] or '...'}", todo=todo)
    if parts.query or parts.fragment:
        todo = f"Give {KNOWN}."
        raise UsageError("this address has a part after ? or #", where=shown(parts), todo=todo)
    if not known[0] and scheme not in _LOCAL:
        raise UsageError("this address names no host", where=shown(parts), todo=f"Give {KNOWN}.")
    return parts


def shown(parts: SplitResult) -> str:
    """Return an address as it may be shown: without a password, a query and a fragment."""
    user = f"{parts.username}@" if parts.username else ""
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{user}{parts.hostname or ''}{port}{parts.path}"
