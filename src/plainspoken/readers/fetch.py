"""Getting one web page safely: the address is checked before anything is sent, time and size are bounded."""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from urllib.parse import SplitResult, urljoin, urlsplit

from plainspoken.errors import Error, RemoteError, SourceError
from plainspoken.findings import Finding

LIMIT = 20_000_000  # bytes; the largest release seen is 0.6 MB, a page with pictures inside its HTML has 5
_HOPS = 5
_REDIRECTS = {301, 302, 303, 307, 308}
_HEADERS = {
    "User-Agent": "Plainspoken/0.1 (reads one press release)",
    "Accept": "text/html,application/xhtml+xml;q=0.9,text/plain;q=0.1",
    "Accept-Encoding": "identity",
    "Connection": "close",
}
_NAT64 = ipaddress.ip_network("64:ff9b::/96")  # RFC 6052: the last 32 bits are an IPv4 address

Address = ipaddress.IPv4Address | ipaddress.IPv6Address


@dataclass(frozen=True, slots=True)
class Page:
    """A page as it came: its bytes, the address they came from in the end, the charset that the server named.

    `url` is the empty string where the page has no address. `findings` tell what a reader saw that made it a page.
    """

    content: bytes
    url: str = ""
    charset: str | None = None
    findings: tuple[Finding, ...] = ()


def fetch(url: str, *, limit: int = LIMIT, timeout: float = 15, allow_private: bool = False) -> Page:
    """Fetch a page by http or https, following at most five redirects.

    Every hop is resolved once, and the connection goes to the very address that was checked, so that a name can't
    point elsewhere a moment later; TLS still verifies the name. Nothing but the request is sent: no cookies, no
    credentials, no referrer, and no proxy of the environment is used.

    Args:
        url: an absolute address.
        limit: the most bytes to accept.
        timeout: seconds for everything together, redirects included.
        allow_private: whether addresses that are not on the public internet are allowed.

    Raises:
        RemoteError: the address is refused, nothing answers in time, or the server answers with an error.
        SourceError: what comes is not a page, or is too large.
    """
    deadline = time.monotonic() + timeout
    seen: set[str] = set()
    while len(seen) <= _HOPS:
        if url in seen:
            raise RemoteError("the address redirects to itself without end", where=url, todo="Check the address.")
        seen.add(url)
        answer = _get(url, limit, deadline, allow_private)
        if isinstance(answer, Page):
            return answer
        url = urljoin(url, answer)
    raise RemoteError(f"the address redirects more than {_HOPS} times", where=url, todo="Give the page's own address.")


def _get(url: str, limit: int, deadline: float, allow_private: bool) -> Page | str:
    """Return the page, or where the server says it has moved to."""
    parts = _checked(url)
    try:
        address = _resolve(parts, deadline, url, allow_private)
        with _connection(parts, address, deadline) as connection:
            connection.request("GET", _target(parts), headers=_HEADERS)
            with connection.getresponse() as response:
                return _answer(response, url, limit, deadline)
    except Error:
        raise
    except (OSError, http.client.HTTPException, ValueError) as cause:
        raise _failure(url, cause, deadline) from cause


def _checked(url: str) -> SplitResult:
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError as cause:
        raise RemoteError(f"this is not a web address ({cause})", where=url, todo="Check the address.") from cause
    if parts.scheme not in ("http", "https"):
        raise RemoteError(
            f"addresses of the kind {parts.scheme or 'relative'!r} are refused", where=url, todo="Use http or https."
        )
    if not parts.hostname or port == 0:
        raise RemoteError("the address names no server", where=url, todo="Check the address.")
    if parts.username is not None or parts.password is not None:
        raise RemoteError("an address with a user name is refused", where=parts.hostname, todo="Leave the name out.")
    return parts


def _resolve(parts: SplitResult, deadline: float, url: str, allow_private: bool) -> Address:
    """Return the address to connect to; all addresses of the name must be allowed."""
    found = _lookup(parts.hostname or "", _port(parts), deadline)
    refused = [address for address in found if not allow_private and not is_public(address)]
    if refused:
        raise RemoteError(
            f"the address points into a private network ({refused[0]})",
            where=url,
            todo="Save the page and give the file, or allow private addresses explicitly.",
        )
    return found[0]


def _lookup(host: str, port: int, deadline: float) -> list[Address]:
    """Resolve in a thread of its own: the system's resolver knows no deadline."""
    box: list[list[Address] | OSError | UnicodeError] = []

    def ask() -> None:
        try:
            rows = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
            box.append([ipaddress.ip_address(str(row[4][0]).split("%")[0]) for row in rows])
        except (OSError, UnicodeError) as cause:
            box.append(cause)

    thread = threading.Thread(target=ask, daemon=True)
    thread.start()
    thread.join(max(0.0, deadline - time.monotonic()))
    if not box:
        raise TimeoutError
    if not isinstance(box[0], list):
        raise OSError(f"the name {host} is not known") from box[0]
    return box[0]


def is_public(address: Address) -> bool:
    """Tell whether an address is on the public internet, those that IPv6 addresses carry inside included."""
    if isinstance(address, ipaddress.IPv6Address):
        carried = [address.ipv4_mapped, address.sixtofour, *(address.teredo or ())]
        if address in _NAT64:
            carried.append(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF))
        if not all(is_public(inner) for inner in carried if inner is not None):
            return False
        if address.ipv4_mapped:
            return True
    return address.is_global and not address.is_multicast and not address.is_reserved


@contextmanager
def _connection(parts: SplitResult, address: Address, deadline: float) -> Iterator[http.client.HTTPConnection]:
    """Yield a connection to exactly `address`, that is shut at the deadline whatever the server does."""
    host, port = parts.hostname or "", _port(parts)
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    used = [socket.create_connection((str(address), port), timeout=left)]
    watchdog = threading.Timer(max(0.01, deadline - time.monotonic()), _shut, (used,))
    watchdog.daemon = True
    watchdog.start()
    connection = http.client.HTTPConnection(host, port)
    try:
        if parts.scheme == "https":
            _secure(used, host)
        connection.sock = used[-1]
        yield connection
    finally:
        watchdog.cancel()
        connection.close()
        used[-1].close()


def _secure(used: list[socket.socket], host: str) -> None:
    """Speak TLS from here on; the name is verified, and the watchdog knows the socket before the handshake."""
    context = ssl.create_default_context()
    secured = context.wrap_socket(used[-1], server_hostname=host, do_handshake_on_connect=False)
    used.append(secured)
    secured.do_handshake()


def _shut(used: list[socket.socket]) -> None:
    with suppress(OSError):
        socket.socket.shutdown(used[-1], socket.SHUT_RDWR)


def _port(parts: SplitResult) -> int:
    return parts.port or (443 if parts.scheme == "https" else 80)


def _target(parts: SplitResult) -> str:
    """Return path and query with what may not stand in a request line percent-encoded (RFC 9112, 3.2)."""
    target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return "".join(
        char if "!" <= char <= "~" else "".join(f"%{byte:02X}" for byte in char.encode("utf-8", "replace"))
        for char in target
    )


def _answer(response: http.client.HTTPResponse, url: str, limit: int, deadline: float) -> Page | str:
    moved = response.getheader("Location")
    if response.status in _REDIRECTS and moved:
        return moved
    if response.status != 200:
        raise RemoteError(
            f"the server answers {response.status} {response.reason}".strip(), where=url, todo=_advice(response.status)
        )
    kind = response.headers.get_content_type() if response.getheader("Content-Type") else "text/html"
    if kind not in ("text/html", "application/xhtml+xml", "application/xml") and not kind.startswith("text/"):
        raise SourceError(f"the address leads to {kind}, not to a page", where=url, todo="Give the release's web page.")
    declared = response.getheader("Content-Length") or ""
    if declared.isdigit() and int(declared) > limit:
        raise _too_large(url, limit)
    body = _inflated(_body(response, url, limit, deadline), response.getheader("Content-Encoding"), url, limit)
    return Page(body, url, response.headers.get_content_charset())


def _body(response: http.client.HTTPResponse, url: str, limit: int, deadline: float) -> bytes:
    pieces: list[bytes] = []
    size = 0
    while piece := response.read1(65536):
        pieces.append(piece)
        size += len(piece)
        if size > limit:
            raise _too_large(url, limit)
    if time.monotonic() >= deadline:
        raise TimeoutError
    if response.length:
        raise http.client.IncompleteRead(b"", response.length)
    return b"".join(pieces)


def _inflated(body: bytes, coding: str | None, url: str, limit: int) -> bytes:
    """Undo a compression that was not asked for, no further than the limit."""
    if not coding or coding.lower() == "identity":
        return body
    if coding.lower() not in ("gzip", "x-gzip", "deflate"):
        raise RemoteError(f"the server compresses with {coding!r}, unasked", where=url, todo="Save the page instead.")
    machine = zlib.decompressobj(zlib.MAX_WBITS | 32)  # 32: gzip or zlib, by its header
    try:
        plain = machine.decompress(body, limit + 1)
    except zlib.error as cause:
        raise RemoteError("the answer is damaged", where=url, todo="Try again later.") from cause
    if len(plain) > limit:
        raise _too_large(url, limit)
    return plain


def _too_large(url: str, limit: int) -> SourceError:
    return SourceError(
        f"the page has more than {limit / 1e6:.0f} MB, too much for a press release",
        where=url,
        todo="Save its text as a smaller HTML page.",
    )


def _advice(status: int) -> str:
    if status in (404, 410):
        return "The page is gone: check the address."
    if status in (401, 403):
        return "The page is not public: save it in your browser and give the file."
    return "Try again later, or save the page and give the file."


def _failure(url: str, cause: Exception, deadline: float) -> RemoteError:
    if isinstance(cause, TimeoutError) or time.monotonic() >= deadline:
        return RemoteError("the server did not answer in time", where=url, todo="Try again later.")
    if isinstance(cause, ssl.SSLError):
        return RemoteError(
            f"the connection is not safe ({cause.reason or cause})", where=url, todo="Check the address."
        )
    reason = str(cause) or type(cause).__name__
    return RemoteError(
        f"the page could not be fetched ({reason})", where=url, todo="Check the address and the network."
    )
