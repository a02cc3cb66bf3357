"""A web server on this machine alone that answers JSON as it is told, with the faults that real ones have."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

# From a path and the JSON that came to the status and the JSON to answer with.
Service = Callable[[str, Mapping[str, object]], tuple[int, object]]


@dataclass
class Site:
    """What the server has and does.

    Attributes:
        address: where it answers.
        service: what it answers where no fault is due.
        faults: what goes wrong with the next requests to each path, in turn: a status, `cut` (breaks off), `html`,
            `hang` (says nothing until the test ends), `deep` (nested without end), `away` (redirects), `ok`.
        retry_after: the header that goes with a busy answer.
        asked: each request: its path, its JSON, its headers.
    """

    service: Service
    address: str = ""
    faults: dict[str, list[str]] = field(default_factory=dict)
    retry_after: str | None = None
    asked: list[tuple[str, Mapping[str, object], Mapping[str, str]]] = field(default_factory=list)
    over: threading.Event = field(default_factory=threading.Event)

    def sent(self, path: str) -> list[Mapping[str, object]]:
        """The JSON of each request to a path."""
        return [body for asked, body, _ in self.asked if asked == path]


@contextmanager
def serve(service: Service) -> Iterator[Site]:
    """Serve while the block lasts."""
    site = Site(service)
    server = _Quiet(("127.0.0.1", 0), _handler(site))
    server.daemon_threads = True
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        site.over.set()
        server.shutdown()
        server.server_close()
        thread.join()


class _Quiet(ThreadingHTTPServer):
    def handle_error(self, *_: object) -> None:
        """Say nothing of clients that hang up: tests do."""


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

        def do_GET(self) -> None:
            self._serve({})

        def do_POST(self) -> None:
            self._serve(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))

        def _serve(self, body: Mapping[str, object]) -> None:
            site.asked.append((self.path, body, dict(self.headers)))
            due = site.faults.get(self.path)
            fault = due.pop(0) if due else "ok"
            if fault == "hang":
                site.over.wait(5)
                return
            status, content = self._content(fault, body)
            self.send_response(status)
            self.send_header("Content-Length", str(len(content)))
            if site.retry_after and status in (429, 503):
                self.send_header("Retry-After", site.retry_after)
            if fault == "away":
                self.send_header("Location", f"{site.address}/elsewhere")
            self.end_headers()
            self.wfile.write(content[: len(content) // 2] if fault == "cut" else content)

        def _content(self, fault: str, body: Mapping[str, object]) -> tuple[int, bytes]:
            if fault in ("html", "away"):
                return 200 if fault == "html" else 302, b"<!doctype html><title>Welcome to the hotel</title>"
            if fault == "deep":
                return 200, b"[" * 200_000
            if fault.isdigit():
                return int(fault), b'{"error": "Slowdown: 80 per 1 minute"}'
            status, tree = site.service(self.path, body)
            return status, json.dumps(tree).encode()

    return Handler
