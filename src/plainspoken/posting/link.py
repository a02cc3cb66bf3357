"""A connection that is opened anew when it breaks, and whose failures are said in our words."""

from __future__ import annotations

import errno
import os
import re
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from plainspoken.errors import Error, RemoteError, TargetError
from plainspoken.posting.place import Place
from plainspoken.posting.secrets import Secrets

if TYPE_CHECKING:
    from fsspec import AbstractFileSystem

T = TypeVar("T")

_TRIES = 4
# What their errors say; numbers only as words of their own, since names of files hold digests.
_FULL = re.compile(r"no space|quota|insufficient ?storage|\b507\b|disk is full|storagefull")  # the last is MinIO's
_REFUSED = re.compile(
    r"authentication|\b40[13]\b|forbidden|access ?denied|invalidaccesskeyid|signaturedoesnotmatch|unauthorized"
    r"|not a valid|permission denied|unable to locate credentials"
)
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

    def put(self, source: Path, to: str, size: int, path: str) -> None:
        """Send a file of that many bytes, `path` in its pack, and make sure that it arrived whole.

        Raises:
            RemoteError, TargetError: as `do` raises them.
        """
        self.do(lambda site: self._send(site, source, to, size, path), path)

    def _send(self, site: AbstractFileSystem, source: Path, to: str, size: int, path: str) -> None:
        try:
            self._place.put(site, source, to, path)
            if site.info(to)["size"] != size:
                raise ConnectionError("a file arrived cut")
        except Exception:
            left = self._left(site, to.rpartition("/")[0])
            if left is not None and left < size:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC)) from None
            raise

    def _left(self, site: AbstractFileSystem, folder: str) -> int | None:
        try:
            return self._place.room(site, folder)
        except Exception:  # the connection may be what failed; then the first failure is the one to tell
            return None

    def move(self, old: str, new: str) -> None:
        """Put a file in another's place."""
        self.do(lambda site: self._place.move(site, old, new), new)

    def _lasting(self, cause: Exception, what: str) -> Error | None:
        """Return the failure that another try would meet again; None of one that may pass."""
        said = f"{type(cause).__name__} {cause}".casefold()
        where = self._at(what)
        if getattr(cause, "errno", None) in (errno.ENOSPC, errno.EDQUOT) or _FULL.search(said):
            return TargetError("the place is full", where=where, todo="Make room there, and run the command again.")
        if type(cause).__name__ in _STRANGER:
            todo = f"Compare its key with its owner, and add it to known_hosts: ssh-keyscan, then ssh {self._host}."
            return RemoteError("the server's key is not a known one", where=self._place.name, todo=todo)
        if isinstance(cause, PermissionError) or _REFUSED.search(said):
            todo = "Check user name, password or key (see the how-to on posting), and what they may write."
            return RemoteError("the place refuses us", where=where, todo=todo)
        return None

    def _at(self, what: str) -> str:
        return f"{self._place.name}: {what}" if what else self._place.name

    @property
    def _host(self) -> str:
        return self._place.name.partition("://")[2].partition("/")[0]

    def _broken(self, cause: Exception, what: str) -> Error:
        said = self._secrets.told(cause) or type(cause).__name__
        todo = "Run the same command again: it goes on where it stopped."
        return RemoteError(f"the place can't be reached ({said})", where=self._at(what), todo=todo)
