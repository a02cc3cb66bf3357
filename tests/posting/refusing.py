"""A gate before an S3 server that keeps nothing more after so many objects, as a server does whose disk is full."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

import httpx

_SAID = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>%s</Code><Message>Storage backend has reached its minimum '
    "free drive threshold. Please delete a few objects to proceed.</Message><Resource>/</Resource></Error>"
)


class Refusing:
    """Passes requests on, and answers those that would store something with an error.

    Args:
        behind: the server's address.
        after: how many objects are stored before.
        status: the status of the error.
        code: S3's code of the error; with none, the answer has no words at all.
    """

    def __init__(self, behind: str, *, after: int, status: int, code: str) -> None:
        self._behind, self._left, self._status = behind, after, status
        self._said = (_SAID % code).encode() if code else b""
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), self._handler())
        self.address = f"http://127.0.0.1:{self._server.server_port}"

    def __enter__(self) -> Refusing:
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.shutdown()
        self._server.server_close()

    def _handler(self) -> type[BaseHTTPRequestHandler]:
        gate = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *_: object) -> None:
                """Say nothing."""

            def _pass(self) -> None:
                body = self.rfile.read(int(self.headers.get("content-length") or 0))
                gate._left -= self.command == "PUT"
                if self.command == "PUT" and gate._left < 0:
                    self._answer(gate._status, gate._said, {"Content-Type": "application/xml"})
                    return
                # The host stands in the signature: it goes on as it came.
                headers = {key: value for key, value in self.headers.items() if key.lower() != "connection"}
                answer = httpx.request(self.command, gate._behind + self.path, content=body, headers=headers)
                kept = {key: value for key, value in answer.headers.items() if key not in ("connection", "server")}
                self._answer(answer.status_code, answer.content, kept)

            def _answer(self, status: int, content: bytes, headers: dict[str, str]) -> None:
                self.send_response(status)
                length = headers.get("content-length") if self.command == "HEAD" else None
                for key, value in {**headers, "content-length": length or str(len(content))}.items():
                    self.send_header(key, value)
                self.end_headers()
                if self.command != "HEAD":
                    self.wfile.write(content)

            do_GET = do_HEAD = do_POST = do_PUT = do_DELETE = _pass

        return Handler
