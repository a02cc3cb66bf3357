"""Fetching files for engines over HTTP: with timeouts, retries that go on where they stopped, and a size told first."""

from __future__ import annotations

import errno
import hashlib
import http.client
import shutil
import socket
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Sequence
from pathlib import Path
from urllib.parse import urlsplit

from plainspoken.errors import RemoteError, TargetError

# Told after each chunk: how many bytes are there, and of how many (None where the server does not say).
Advance = Callable[[int, int | None], None]

_CHUNK = 1 << 18
_TIMEOUT = 20.0
_HTTP_AGAIN = frozenset({408, 425, 429, 500, 502, 503, 504})
_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_OFFLINE = "Check the connection, or add the language on a machine that is online."


def get(url: str, *, limit: int = 16 << 20, timeout: float = _TIMEOUT) -> bytes:
    """Fetch a small file.

    Args:
        url: an http(s) address.
        limit: how many bytes it may have.
        timeout: how many seconds of silence are waited for.

    Raises:
        RemoteError: it can't be fetched, or is too large.
    """
    try:
        with _open(url, {}, timeout) as response:
            content = bytes(response.read(limit + 1))
    except (OSError, http.client.HTTPException, ValueError) as cause:
        raise _failed(url, cause) from cause
    if len(content) > limit:
        raise RemoteError("this file is larger than it can be", where=url)
    return content


def download(
    links: Sequence[str],
    into: Path,
    *,
    sha256: str | None = None,
    advance: Advance = lambda done, total: None,
    attempts: int = 3,
    timeout: float = _TIMEOUT,
    pause: float = 0.5,
) -> None:
    """Fetch a large file from the first of `links` that has it. On failure nothing is left.

    Args:
        links: http(s) addresses of the same file.
        into: the file to write; its folder is there.
        sha256: what the file's digest must be, in hex; not checked if None.
        advance: told how far it has come, with 0 first.
        attempts: how often a broken connection is taken up again, each time where it stopped.
        timeout: how many seconds of silence break a connection.
        pause: seconds to wait before the second attempt, doubled for each that follows.

    Raises:
        RemoteError: no link gave the whole file, or its digest is wrong.
        TargetError: the disk is full, or the file can't be written.
    """
    failure = RemoteError("the index names no address to download this from", where=into.name)
    for link in links:
        try:
            _persist(link, into, advance, attempts, timeout, pause)
            _check_digest(link, into, sha256)
        except RemoteError as cause:
            failure = cause
            into.unlink(missing_ok=True)
        except BaseException:
            into.unlink(missing_ok=True)
            raise
        else:
            return
    raise failure


def _persist(link: str, into: Path, advance: Advance, attempts: int, timeout: float, pause: float) -> None:
    mark = ""
    for attempt in range(attempts):
        try:
            with _open(link, _resumption(into, mark), timeout) as response:
                mark = response.headers.get("ETag") or response.headers.get("Last-Modified") or ""
                _receive(response, into, advance)
                return
        except (OSError, http.client.HTTPException, ValueError) as cause:
            if isinstance(cause, OSError) and cause.errno in _NO_ROOM:
                raise _no_room(into) from cause
            if attempt + 1 == attempts or not _worth_retrying(cause):
                raise _failed(link, cause) from cause
        time.sleep(pause * 2**attempt)


def _resumption(into: Path, mark: str) -> dict[str, str]:
    """Return the headers that ask for what is missing, if the file is still the one marked (RFC 9110, 13.1.5)."""
    have = into.stat().st_size if mark and into.exists() else 0
    return {"Range": f"bytes={have}-", "If-Range": mark} if have else {}


def _receive(response: http.client.HTTPResponse, into: Path, advance: Advance) -> None:
    have = into.stat().st_size if response.status == http.client.PARTIAL_CONTENT else 0
    length = response.headers.get("Content-Length")
    total = have + int(length) if length else None
    _check_room(into, (total or 0) - have)
    with into.open("ab" if have else "wb") as file:
        advance(have, total)
        while chunk := response.read(_CHUNK):
            have += file.write(chunk)
            advance(have, total)
    # A read that is given a size ends early without a word where the connection does.
    if total is not None and have < total:
        raise http.client.IncompleteRead(b"", total - have)


def _open(url: str, headers: dict[str, str], timeout: float) -> http.client.HTTPResponse:
    if urlsplit(url).scheme not in ("http", "https"):
        raise ValueError("only http and https addresses are fetched")
    request = urllib.request.Request(url, headers={"User-Agent": "plainspoken", **headers})  # noqa: S310  # checked above
    response: http.client.HTTPResponse = urllib.request.urlopen(request, timeout=timeout)  # noqa: S310
    return response


def _worth_retrying(cause: Exception) -> bool:
    if isinstance(cause, urllib.error.HTTPError):
        return cause.code in _HTTP_AGAIN
    reason = cause.reason if isinstance(cause, urllib.error.URLError) else cause
    return not isinstance(reason, ValueError | socket.gaierror | ConnectionRefusedError | ssl.SSLCertVerificationError)


def _check_digest(link: str, into: Path, sha256: str | None) -> None:
    if sha256 is None:
        return
    with into.open("rb") as file:
        found = hashlib.file_digest(file, "sha256").hexdigest()
    if found != sha256.lower():
        raise RemoteError("what was downloaded is not the file that the index names (its SHA-256 differs)", where=link)


def _check_room(into: Path, size: int) -> None:
    if shutil.disk_usage(into.parent).free < size:
        raise _no_room(into)


def _no_room(into: Path) -> TargetError:
    return TargetError("the disk is full", where=str(into.parent), todo="Make room, then try again.")


def _failed(url: str, cause: Exception) -> RemoteError:
    if isinstance(cause, urllib.error.HTTPError):
        cause.close()
        return RemoteError(f"the server answers {cause.code} {cause.reason}", where=url, todo="Try again later.")
    reason = cause.reason if isinstance(cause, urllib.error.URLError) else cause
    if isinstance(cause, http.client.IncompleteRead):
        return RemoteError("the connection broke before the file was whole", where=url, todo="Try again.")
    if isinstance(reason, TimeoutError):
        return RemoteError("the server does not answer", where=url, todo=_OFFLINE)
    return RemoteError(f"this address can't be reached ({reason})", where=url, todo=_OFFLINE)
