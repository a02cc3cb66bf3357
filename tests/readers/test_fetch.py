"""Fetching: what is refused before anything is sent, and what a server can't make us do."""

from __future__ import annotations

import gzip
import ipaddress
import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from plainspoken.errors import RemoteError, SourceError
from plainspoken.readers.fetch import Page, fetch, is_public
from plainspoken.readers.html import read
from plainspoken.readers.source import open_source

BODY = b"<html lang=en><h1>Bridge closed for repairs</h1><p>The bridge is closed until 3 May because of a flood.</p>"
Answer = Callable[[BaseHTTPRequestHandler], None]


@contextmanager
def serving(answer: Answer) -> Iterator[str]:
    """Serve `answer` on the loopback interface."""

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            seen.append(self)
            answer(self)

        def log_message(self, *_: object) -> None:
            pass

    class Server(ThreadingHTTPServer):
        daemon_threads = True
        block_on_close = False

        def handle_error(self, *_: object) -> None:
            pass  # the client hanging up is what some of these tests are about

    seen: list[BaseHTTPRequestHandler] = []
    server = Server(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def sending(body: bytes = BODY, status: int = 200, **headers: str) -> Answer:
    def answer(request: BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in (
            {"Content-Type": "text/html"} | {k.replace("_", "-"): v for k, v in headers.items()}
        ).items():
            request.send_header(name, value)
        request.end_headers()
        request.wfile.write(body)

    return answer


def test_page_is_fetched() -> None:
    """A page comes back as its bytes, its final address and the charset that the server names."""
    with serving(sending(Content_Type="text/html; charset=windows-1252")) as site:
        assert fetch(f"{site}/news/1", allow_private=True) == Page(BODY, f"{site}/news/1", "windows-1252")


def test_source_is_fetched_only_if_allowed() -> None:
    """An address opened as a source is fetched by the same rules."""
    with serving(sending()) as site:
        assert read(open_source(site, allow_private=True)).headline == "Bridge closed for repairs"
        with pytest.raises(RemoteError, match="private network"):
            open_source(site)


def test_nothing_but_the_request_is_sent() -> None:
    """No cookie, credential or referrer goes with the request, and none of the environment's proxies is asked."""
    sent: list[dict[str, str]] = []

    def answer(request: BaseHTTPRequestHandler) -> None:
        sent.append({name.lower(): value for name, value in request.headers.items()})
        sending(Set_Cookie="id=1")(request)

    with serving(answer) as site:
        fetch(f"{site}/a", allow_private=True)
        fetch(f"{site}/b", allow_private=True)
    assert [sorted(one) for one in sent] == [["accept", "accept-encoding", "connection", "host", "user-agent"]] * 2


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://10.0.0.1/", "http://192.168.1.1/",
        "http://172.16.0.1/", "http://169.254.169.254/latest/meta-data/", "http://0.0.0.0/", "http://[::ffff:127.0.0.1]/",
        "http://[fe80::1]/", "http://[fc00::1]/", "http://224.0.0.1/", "http://2130706433/", "http://0x7f.1/",
        "http://[64:ff9b::7f00:1]/", "http://[2002:7f00:1::]/", "http://100.64.0.1/", "http://255.255.255.255/",
    ],
)  # fmt: skip
def test_private_addresses_are_refused(address: str) -> None:
    """Addresses that are not on the public internet are refused by default, however they are written."""
    with pytest.raises(RemoteError) as caught:
        fetch(address, timeout=5)
    assert caught.value.exit_code == 6
    assert "private network" in caught.value.what


@pytest.mark.parametrize(
    ("address", "public"),
    [
        ("93.184.215.14", True),
        ("2606:2800:21f:cb07:6820:80da:af6b:8b2c", True),
        ("::ffff:93.184.215.14", True),
        ("::ffff:10.0.0.1", False),
        ("64:ff9b::a00:1", False),
        ("2002:a00:1::", False),
        ("ff02::1", False),
        ("240.0.0.1", False),
    ],
)
def test_addresses_inside_addresses(address: str, public: bool) -> None:
    """An IPv6 address is as public as the IPv4 address it carries."""
    assert is_public(ipaddress.ip_address(address)) is public


@pytest.mark.parametrize(
    "address",
    [
        "ftp://example.org/a",
        "file:///etc/passwd",
        "http://",
        "http:///a",
        "http://user:secret@example.org/",
        "http://a:99999/",
        "http://[::1/",
    ],
)
def test_other_addresses_are_refused(address: str) -> None:
    """Only http and https addresses of a server, without credentials, are fetched."""
    with pytest.raises(RemoteError) as caught:
        fetch(address, allow_private=True)
    assert "secret" not in str(caught.value)


def test_redirects_are_followed() -> None:
    """Five redirects are followed, relative ones too, and the page's address is the last one."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        number = int(request.path[1:])
        sending(status=302, Location=f"{number + 1}")(request) if number < 5 else sending()(request)

    with serving(answer) as site:
        assert fetch(f"{site}/0", allow_private=True).url == f"{site}/5"


def test_endless_redirects() -> None:
    """More than five redirects are too many."""

    def answer(request: BaseHTTPRequestHandler) -> None:
        sending(status=301, Location=f"/{int(request.path[1:]) + 1}")(request)

    with serving(answer) as site, pytest.raises(RemoteError, match="more than 5 times"):
        fetch(f"{site}/0", allow_private=True)


def test_redirect_loop() -> None:
    """A loop is named as one."""
    with serving(sending(status=302, Location="/a")) as site, pytest.raises(RemoteError, match="to itself"):
        fetch(f"{site}/a", allow_private=True)


def test_redirect_out_of_the_web() -> None:
    """A redirect to a file is refused."""
    with (
        serving(sending(status=302, Location="file:///etc/passwd")) as site,
        pytest.raises(RemoteError, match="refused"),
    ):
        fetch(site, allow_private=True)


@pytest.mark.parametrize("status", [401, 403, 404, 410, 429, 500, 503])
def test_status(status: int) -> None:
    """An error status is told, with what to do."""
    with serving(sending(status=status)) as site, pytest.raises(RemoteError, match=str(status)) as caught:
        fetch(site, allow_private=True)
    assert caught.value.todo


@pytest.mark.parametrize("kind", ["application/pdf", "image/png", "application/json", "application/octet-stream"])
def test_other_kinds(kind: str) -> None:
    """What is no page by its content type is no release (exit code 3)."""
    with serving(sending(Content_Type=kind)) as site, pytest.raises(SourceError, match=kind):
        fetch(site, allow_private=True)


def drip(request: BaseHTTPRequestHandler) -> None:
    request.send_response(200)
    request.send_header("Content-Type", "text/html")
    request.end_headers()
    for _ in range(200):
        request.wfile.write(b"x")
        request.wfile.flush()
        time.sleep(0.02)


def stall(request: BaseHTTPRequestHandler) -> None:
    time.sleep(2)


def drip_headers(request: BaseHTTPRequestHandler) -> None:
    request.wfile.write(b"HTTP/1.1 200 OK\r\n")
    for number in range(200):
        request.wfile.write(f"X-{number}: y\r\n".encode())
        request.wfile.flush()
        time.sleep(0.02)


@pytest.mark.parametrize("answer", [drip, stall, drip_headers])
def test_deadline_is_total(answer: Answer) -> None:
    """A server that never answers, or a byte at a time, is given up at the deadline."""
    with serving(answer) as site, pytest.raises(RemoteError, match="in time"):
        fetch(site, allow_private=True, timeout=0.3)


def test_server_that_accepts_and_says_nothing() -> None:
    """A connection that is never answered ends at the deadline."""
    with socket.create_server(("127.0.0.1", 0)) as silent, pytest.raises(RemoteError, match="in time"):
        fetch(f"http://127.0.0.1:{silent.getsockname()[1]}/", allow_private=True, timeout=0.3)


def test_nobody_listens() -> None:
    """A refused connection is told as such."""
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(RemoteError, match="could not be fetched"):
        fetch(f"http://127.0.0.1:{port}/", allow_private=True)


def test_https_needs_a_certificate() -> None:
    """A server that speaks no TLS, or has no certificate for the name, is not trusted."""
    with serving(sending()) as site, pytest.raises(RemoteError, match="not safe"):
        fetch(site.replace("http:", "https:"), allow_private=True, timeout=5)


@pytest.mark.parametrize("declared", [True, False])
def test_size_limit(declared: bool) -> None:
    """A page beyond the limit is not read to its end, whether or not it says its size."""
    headers = {"Content_Length": "5000"} if declared else {}
    with serving(sending(b"x" * 5000, **headers)) as site, pytest.raises(SourceError, match="too much"):
        fetch(site, allow_private=True, limit=1000)


def test_compressed_bomb() -> None:
    """A compressed answer is opened no further than the limit."""
    bomb = gzip.compress(b"\0" * 10_000_000)
    with serving(sending(bomb, Content_Encoding="gzip")) as site, pytest.raises(SourceError, match="too much"):
        fetch(site, allow_private=True, limit=100_000)


def test_compressed_page() -> None:
    """A page that is compressed unasked is read all the same."""
    with serving(sending(gzip.compress(BODY), Content_Encoding="gzip")) as site:
        assert fetch(site, allow_private=True).content == BODY


def test_broken_off() -> None:
    """A page that breaks off is no page: half a release is not published."""
    with serving(sending(BODY, Content_Length="9999")) as site, pytest.raises(RemoteError):
        fetch(site, allow_private=True)
