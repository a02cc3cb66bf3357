"""A connection that is opened anew when it breaks, and whose failures are said in our words."""

from __future__ import annotations

import errno
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from plainspoken.errors import Error, RemoteError, TargetError
from plainspoken.posting.place import Place
from plainspoken.posting.secrets import Secrets

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

T = TypeVar("T")

_TRIES = 4
_FULL = ("no space", "quota", "insufficient storage", "507", "disk is full")
_REFUSED = (
    "authentication", "401", "403", "forbidden", "access denied", "invalidaccesskeyid", "signaturedoesnotmatch",
    "unauthorized", "not a valid", "permission denied",
)  # fmt: skip
_STRANGER = ("BadHostKeyException",)


class Link:
    """Works on a place; what fails in passing is tried again on a fresh connection.

    Args:
        place: where.
        secrets: what opens it; kept out of every message.
        sleep: how to wait between tries, for tests.
    """

    def __init__(self, place: Place, secrets: Secrets, sleep: Callable[[float], None] = time.sleep) -> None:
        self._place, self._secrets, self._sleep = place, secrets, sleep
        self._site: AbstractFileSystem | None = None

    def do(self, work: Callable[[Any], T], what: str = "") -> T:
        """Return what `work` returns of the place's file system, or None of what it finds missing.

        Raises:
            RemoteError: it can't be reached, it refuses us, or the connection breaks again and again.
            TargetError: it is full.
            FileNotFoundError: what is asked for isn't there.
        """
        for attempt in range(_TRIES):
            try:
                if self._site is None:
                    self._site = self._place.connect()
                return work(self._site)
            except (Error, FileNotFoundError):
                raise
            except Exception as cause:  # each library has its own errors, few of them documented
                if (failure := self._lasting(cause, what)) or attempt == _TRIES - 1:
                    raise (failure or self._broken(cause, what)) from None  # a cause may quote what nobody may see
                self._site = None
                self._sleep(0.5 * 2**attempt)
        raise AssertionError("the last try raises")

    def move(self, old: str, new: str) -> None:
        """Put a file in another's place."""
        self.do(lambda site: self._place.move(site, old, new), new)

    def _lasting(self, cause: Exception, what: str) -> Error | None:
        """Return the failure that another try would meet again; None of one that may pass."""
        said = f"{type(cause).__name__} {cause}".casefold()
        where = what or self._place.name
        if getattr(cause, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or any(sign in said for sign in _FULL):
            return TargetError("the place is full", where=where, todo="Make room there, and run the command again.")
        if type(cause).__name__ in _STRANGER:
            todo = f"Compare its key with its owner, and add it to known_hosts: ssh-keyscan, then ssh {self._host}."
            return RemoteError("the server's key is not a known one", where=self._place.name, todo=todo)
        if isinstance(cause, PermissionError) or any(sign in said for sign in _REFUSED):
            todo = "Check user name, password or key (see the how-to on posting), and what they may write."
            return RemoteError("the place refuses us", where=where, todo=todo)
        return None

    @property
    def _host(self) -> str:
        return self._place.name.partition("://")[2].partition("/")[0]

    def _broken(self, cause: Exception, what: str) -> Error:
        said = self._secrets.hide(" ".join(str(cause).split())[:200]) or type(cause).__name__
        todo = "Run the same command again: it goes on where it stopped."
        return RemoteError(f"the place can't be reached ({said})", where=what or self._place.name, todo=todo)
