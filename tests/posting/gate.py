"""A gate before a web site: it passes requests on, and can lose answers, close, or send visitors away for a while."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

import httpx


class Gate:
    """Passes on what comes to an address of its own.

    Attributes:
        lose: how many answers to `METHOD kind` are lost after the site did its work.
        closed_after: how many writing requests get through before it closes; None leaves it open.
        busy: how many requests are answered with 429 first, to come back in 7 s.
        hidden: whether the header that names the REST interface is left out.
    """

    def __init__(self, behind: str) -> None:
        self.lose: dict[str, int] = {}
        self.closed_after: int | None = None
        self.busy, self.hidden, self.written = 0, False, 0
        self._behind = behind
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Gate:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def target(self, target: str) -> str:
        """Return a target's address with the gate before it."""
        return target.replace(self._behind.partition("://")[2], self.address.partition("://")[2])

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        gate = self

        class Handler(BaseHTTPRequestHandler):
            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def _pass(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                if gate.busy > 0:
                    gate.busy -= 1
                    self._answer(429, b'{"code": "busy", "message": "later"}', {"Retry-After": "7"})
                    return
                gate.written += self.command == "POST"
                if gate.closed_after is not None and gate.written > gate.closed_after:
                    self.close_connection = True
                    return
                headers = {
                    key: value for key, value in self.headers.items() if key.lower() not in ("host", "connection")
                }
                answer = httpx.request(
                    self.command, gate._behind + self.path, content=body, headers=headers, timeout=60
                )
                kind = f"{self.command} {self.path.partition('/wp/v2/')[2].partition('/')[0].partition('?')[0]}"
                if gate.lose.get(kind, 0) > 0:
                    gate.lose[kind] -= 1
                    self.close_connection = True
                    return
                here, there = gate.address.encode(), gate._behind.encode()
                content = answer.content.replace(there.replace(b"/", b"\\/"), here.replace(b"/", b"\\/"))
                link = answer.headers.get("link", "").replace(gate._behind, gate.address)
                kept = {"Link": link} if link and not gate.hidden else {}
                self._answer(answer.status_code, content, {**kept, "Content-Type": answer.headers["content-type"]})

            def _answer(self, status: int, content: bytes, headers: dict[str, str]) -> None:
                self.send_response(status)
                for key, value in {**headers, "Content-Length": str(len(content))}.items():
                    self.send_header(key, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(content)

            do_GET = do_HEAD = do_POST = do_DELETE = _pass

        return Handler
