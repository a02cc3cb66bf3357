"""A server that answers JSON with JSON over HTTP: asked with patience and limits, its key told to nobody else."""

from __future__ import annotations

import http.client
import ipaddress
import json
import re
import ssl
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urlsplit

from plainspoken.errors import EngineError, RemoteError

_BUSY = frozenset({408, 425, 429, 500, 502, 503, 504})
_LARGEST = 16 << 20  # bytes of an answer; a batch of sentences has some thousand
_QUOTED = 200  # characters of a server's own words that an error repeats
_LATER = "Try again later, or choose an engine of this machine."


@dataclass(frozen=True, slots=True)
class Answer:
    """What a server said: the status of HTTP, and the JSON under it as Python has it."""

    status: int
    tree: object

    def get(self, *path: str | int) -> object:
        """Return what stands at a path of keys and places in the JSON; None where nothing does.

        >>> Answer(200, {"choices": [{"text": "Hola"}]}).get("choices", 0, "text")
        'Hola'
        """
        found = self.tree
        for step in path:
            if isinstance(step, str) and isinstance(found, Mapping):
                found = found.get(step)
            elif isinstance(step, int) and isinstance(found, list) and step < len(found):
                found = found[step]
            else:
                return None
        return found


@dataclass(frozen=True, slots=True)
class Server:
    """A server and how it is asked.

    Attributes:
        url: its base address, http or https.
        key: the secret to prove who asks, hidden in every message; the empty string for none.
        bearer: whether the key travels in the header `Authorization` (RFC 6750); else the caller puts it in its JSON.
        timeout: seconds to wait for one answer.
        attempts: how often a request is sent before it counts as failed.
        patience: the longest wait between two attempts, in seconds; a server that asks for more is not waited for.
        sleep: waits that many seconds.
    """

    url: str
    key: str = field(default="", repr=False)
    bearer: bool = False
    timeout: float = field(default=60.0, compare=False)
    attempts: int = field(default=4, compare=False)
    patience: float = field(default=60.0, compare=False)
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False, compare=False)

    @property
    def host(self) -> str:
        """The server's name and port, without what is secret in an address; empty where the address is none."""
        return host_of(self.url)

    def ask(self, path: str, body: Mapping[str, object] | None = None) -> Answer:
        """Return the answer to a GET, or to a POST of JSON where there is a body.

        A server that is busy (408, 425, 429, 5xx) or breaks the connection is asked again, after as long as its
        `Retry-After` says (RFC 9110, 10.2.3), else after one second, two, four. Redirects are not followed: they would
        carry the text to a server that nobody named.

        Raises:
            EngineError: the address can't be asked.
            RemoteError: the server is not reached, stays busy, or doesn't answer with JSON.
        """
        self._check_address()
        for attempt in range(1, self.attempts + 1):
            last = attempt == self.attempts
            try:
                status, headers, content = self._send(path, body)
            except (OSError, http.client.HTTPException, ValueError) as cause:
                if last or _is_hopeless(cause):
                    raise self._unreached(cause) from cause
                self.sleep(min(2.0 ** (attempt - 1), self.patience))
                continue
            if status not in _BUSY:
                return self._read(status, content)
            wait = _wait(headers, 2.0 ** (attempt - 1))
            if last or wait > self.patience:
                raise self._busy(status, content, wait)
            self.sleep(wait)
        raise self.failed("the server was never asked (`attempts` is 0)")

    def failed(self, what: str, todo: str = _LATER) -> RemoteError:
        """Return the error that says what went wrong with this server."""
        return RemoteError(what, where=self.host, todo=todo)

    def words_of(self, answer: Answer) -> str:
        """Return what a refusing server gives as its reason, short, on one line, without the key."""
        for path in (("error", "message"), ("error",), ("message",), ("detail",)):
            said = answer.get(*path)
            if isinstance(said, str) and said.strip():
                return self._shown(said)
        return f"status {answer.status}"

    def _check_address(self) -> None:
        wrong = complaint(self.url)
        if wrong:
            raise EngineError(wrong, where=self.host or "the server's address", todo="Give an http(s) address.")
        if self.key and urlsplit(self.url).scheme == "http" and not _is_near(self.url):
            raise EngineError(
                "a key is not sent over the open internet without encryption", where=self.host, todo="Use https."
            )

    def _send(self, path: str, body: Mapping[str, object] | None) -> tuple[int, Message, bytes]:
        headers = {"User-Agent": "plainspoken", "Accept": "application/json", "Connection": "close"}
        if self.key and self.bearer:
            headers["Authorization"] = f"Bearer {self.key}"
        content = None
        if body is not None:
            headers["Content-Type"] = "application/json"
            content = json.dumps(body, ensure_ascii=False).encode("utf-8", "replace")
        request = urllib.request.Request(f"{self.url.rstrip('/')}{path}", content, headers)  # noqa: S310  # checked
        deadline = time.monotonic() + self.timeout
        try:
            with _opener(self.url).open(request, timeout=self.timeout) as response:
                return response.status, response.headers, _body(response, deadline)
        except urllib.error.HTTPError as refusal:
            with refusal:
                return refusal.code, refusal.headers, _body(refusal, deadline)

    def _read(self, status: int, content: bytes) -> Answer:
        if 300 <= status < 400:
            raise self.failed("the server redirects, and is not followed", "Give the address that it leads to.")
        try:
            return Answer(status, json.loads(content))
        except (ValueError, RecursionError) as cause:
            if status >= 400:
                return Answer(status, None)
            raise self.failed(
                "the server's answer is not JSON", "Check the address: does the service really answer there?"
            ) from cause

    def _busy(self, status: int, content: bytes, wait: float) -> RemoteError:
        asked = f" and asks to wait {wait:.0f} seconds" if wait > self.patience else ""
        said = self.words_of(self._read(status, content)) if content else f"status {status}"
        if status == 429:
            return self.failed(f"the server takes no more requests now{asked} ({said})")
        return self.failed(f"the server can't answer now{asked} ({said})")

    def _unreached(self, cause: Exception) -> RemoteError:
        reason = cause.reason if isinstance(cause, urllib.error.URLError) else cause
        if isinstance(reason, TimeoutError):
            return self.failed(f"the server did not answer within {self.timeout:.0f} seconds")
        if isinstance(reason, ssl.SSLError):
            return self.failed(f"the connection is not safe ({reason.reason or 'TLS'})", "Check the address.")
        if isinstance(reason, http.client.IncompleteRead | http.client.RemoteDisconnected | ConnectionResetError):
            return self.failed("the connection broke before the answer was whole")
        return self.failed(
            f"the server can't be reached ({self._shown(str(reason))})", "Check the address and that it runs."
        )

    def _shown(self, said: str) -> str:
        hidden = said.replace(self.key, "…") if self.key else said
        line = " ".join("".join(sign if sign.isprintable() else " " for sign in hidden).split())
        return line if len(line) <= _QUOTED else f"{line[:_QUOTED]}…"


def complaint(url: str) -> str:
    """Say what is wrong with a server's address; the empty string where nothing is."""
    parts = _split(url)
    if parts is None or parts.scheme not in ("http", "https") or not parts.hostname:
        return "this is no http(s) address"
    if parts.username is not None or parts.password is not None:
        return "an address with a user name or password in it is refused"
    if parts.query or parts.fragment:
        return "an address with a query or fragment in it is refused"
    return ""


def host_of(url: str) -> str:
    """Return the name and port in an address: `https://me:secret@mt.example:8443/x` -> `mt.example:8443`."""
    parts = _split(url)
    return (parts.netloc if parts else "").rpartition("@")[2]


def is_loopback(url: str) -> bool:
    """Tell whether an address leads to this machine itself: `localhost`, 127.0.0.0/8 or ::1, never a name looked up."""
    parts = _split(url)
    name = (parts.hostname or "").rstrip(".") if parts else ""
    address = _address(name)
    return name == "localhost" or (address is not None and address.is_loopback)


def _is_near(url: str) -> bool:
    """Tell whether an address is this machine or one of a private network, by number or by a name without a dot."""
    parts = _split(url)
    name = (parts.hostname or "") if parts else ""
    address = _address(name)
    return is_loopback(url) or (address.is_private if address else "." not in name)


def _split(url: str) -> SplitResult | None:
    try:
        parts = urlsplit(url.strip())
        _ = parts.port
    except ValueError:
        return None
    return parts


def _address(name: str) -> ipaddress.IPv4Address | ipaddress.IPv6Address | None:
    try:
        return ipaddress.ip_address(name)
    except ValueError:
        return None


class _Stay(urllib.request.HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing."""


def _opener(url: str) -> urllib.request.OpenerDirector:
    """Return what sends requests; a proxy of the environment is not asked for this machine itself."""
    proxies = [urllib.request.ProxyHandler({})] if is_loopback(url) else []
    return urllib.request.build_opener(_Stay, *proxies)


def _body(response: http.client.HTTPResponse | urllib.error.HTTPError, deadline: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(65536):
        pieces.append(piece)
        size += len(piece)
        if size > _LARGEST:
            raise http.client.HTTPException("its answer is too large")
        if time.monotonic() > deadline:
            raise TimeoutError
    length = response.headers.get("Content-Length") or ""
    if length.isdigit() and size < int(length):
        raise http.client.IncompleteRead(b"", int(length) - size)
    return b"".join(pieces)


def _is_hopeless(cause: Exception) -> bool:
    reason = cause.reason if isinstance(cause, urllib.error.URLError) else cause
    if isinstance(reason, ConnectionRefusedError | ssl.SSLCertVerificationError):
        return True
    return isinstance(reason, ValueError)


def _wait(headers: Message, usual: float) -> float:
    """Return how many seconds a busy server asks for: a number of them, or a date."""
    said = (headers.get("Retry-After") or "").strip()
    if re.fullmatch(r"\d{1,9}", said):
        return float(said)
    try:
        date = parsedate_to_datetime(said)
    except (ValueError, TypeError):
        return usual
    date = date if date.tzinfo else date.replace(tzinfo=UTC)
    return max(0.0, (date - datetime.now(UTC)).total_seconds())
