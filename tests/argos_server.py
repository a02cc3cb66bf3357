"""A package index and its packages on a loopback HTTP server, with the faults that real ones have."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FIXTURES = Path(__file__).parent / "fixtures" / "argos"
PACKAGES = {("en", "es"): "translate-en_es-1_0.argosmodel", ("es", "pt"): "translate-es_pt-1_0.argosmodel"}


@dataclass
class Site:
    """What the server has and does; tests change it before they ask.

    Attributes:
        address: where it answers.
        files: bytes by path.
        breaks: by path, after how many bytes each answer in turn breaks off.
        silent: paths that are never answered.
        resumes: whether it continues a file where it broke off, as most servers do.
        asked: the paths and `Range` headers that came.
    """

    address: str = ""
    files: dict[str, bytes] = field(default_factory=dict)
    breaks: dict[str, list[int]] = field(default_factory=dict)
    silent: set[str] = field(default_factory=set)
    resumes: bool = True
    asked: list[tuple[str, str | None]] = field(default_factory=list)

    def offer(self, *entries: dict[str, object]) -> None:
        """Set the index."""
        self.files["/index.json"] = json.dumps(entries).encode()

    def entry(self, source: str, target: str, **more: object) -> dict[str, object]:
        """Return the index's entry for one of the tiny packages, as Argos's index words it."""
        return {
            "package_version": "1.0",
            "argos_version": "1.11",
            "from_code": source,
            "from_name": source,
            "to_code": target,
            "to_name": target,
            "links": [f"{self.address}/{source}_{target}.argosmodel"],
            **more,
        }


@contextmanager
def serve() -> Iterator[Site]:
    """Serve both tiny packages and their index."""
    site = Site()
    server = ThreadingHTTPServer(("127.0.0.1", 0), _handler(site))
    site.address = f"http://127.0.0.1:{server.server_address[1]}"
    for (source, target), name in PACKAGES.items():
        site.files[f"/{source}_{target}.argosmodel"] = (FIXTURES / name).read_bytes()
    site.offer(*(site.entry(source, target) for source, target in PACKAGES))
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _handler(site: Site) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            asked = self.headers.get("Range")
            site.asked.append((self.path, asked))
            if self.path in site.silent:
                threading.Event().wait(1.5)
                return
            content = site.files.get(self.path)
            if content is None:
                self.send_error(404)
                return
            start = int(asked.removeprefix("bytes=").rstrip("-")) if asked and site.resumes else 0
            breaks = site.breaks.get(self.path)
            self.send_response(206 if start else 200)
            self.send_header("ETag", f'"{len(content)}"')
            self.send_header("Content-Length", str(len(content) - start))
            self.end_headers()
            self.wfile.write(content[start : start + breaks.pop(0) if breaks else None])

        def log_message(self, format: str, *args: object) -> None:
            pass

    return Handler
