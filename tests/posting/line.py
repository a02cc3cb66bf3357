"""A line to a server that breaks: bytes go both ways until so many have been sent, then it is cut, or goes dead."""

from __future__ import annotations

import socket
import threading
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from urllib.parse import urlsplit

_ENDPOINT, _KNOWN = "PLAINSPOKEN_POST_ENDPOINT", "PLAINSPOKEN_POST_KNOWN_HOSTS"


class Line:
    """Passes on what comes to a port of its own, and counts what is sent.

    Args:
        port: where the server listens on this machine.
        cuts: after how many further bytes sent it is cut, one number for each time.
        dies: whether after the last cut nothing answers any more.
    """

    def __init__(self, port: int, *cuts: int, dies: bool = False) -> None:
        self.sent, self.cut = 0, 0
        self._behind, self._cuts, self._dies = port, list(cuts), dies
        self._left = self._cuts.pop(0) if cuts else None
        self._lock, self._open = threading.Lock(), set[socket.socket]()
        self._server = socket.create_server(("127.0.0.1", 0))
        self.port = int(self._server.getsockname()[1])

    def __enter__(self) -> Line:
        threading.Thread(target=self._accept, daemon=True).start()
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self._server.close()
        self._break()

    def to(self, target: str, opens: Mapping[str, str], aside: Path) -> tuple[str, Mapping[str, str]]:
        """Return a target and what opens it, with the line before the server; `aside` is a folder to write to."""
        old, new = f"127.0.0.1:{self._behind}", f"127.0.0.1:{self.port}"
        changed = {name: value.replace(old, new) for name, value in opens.items()}
        if _KNOWN in opens:
            hosts = Path(opens[_KNOWN]).read_text().replace(f"]:{self._behind} ", f"]:{self.port} ")
            changed[_KNOWN] = str(aside / f"known-{self.port}")
            Path(changed[_KNOWN]).write_text(hosts)
        return target.replace(old, new), changed

    def _accept(self) -> None:
        while True:
            try:
                here, _ = self._server.accept()
                there = socket.create_connection(("127.0.0.1", self._behind))
            except OSError:
                return
            with self._lock:
                self._open |= {here, there}
            threading.Thread(target=self._pass, args=(here, there, True), daemon=True).start()
            threading.Thread(target=self._pass, args=(there, here, False), daemon=True).start()

    def _pass(self, source: socket.socket, sink: socket.socket, counted: bool) -> None:
        try:
            while some := source.recv(4096):
                if counted and self._spend(len(some)):
                    return
                sink.sendall(some)
        except OSError:
            pass
        finally:
            _close(source, sink)

    def _spend(self, count: int) -> bool:
        """Count bytes, and say whether they break the line."""
        with self._lock:
            self.sent += count
            if self._left is None:
                return False
            self._left -= count
            if self._left > 0:
                return False
            self.cut += 1
            self._left = self._cuts.pop(0) if self._cuts else None
            if self._left is None and self._dies:
                _close(self._server)
        self._break()
        return True

    def _break(self) -> None:
        with self._lock:
            broken, self._open = self._open, set()
        _close(*broken)


def port_of(target: str, opens: Mapping[str, str]) -> int:
    """Return the port of the server that a target, with what opens it, leads to."""
    return urlsplit(opens.get(_ENDPOINT, target)).port or 0


def _close(*sockets: socket.socket) -> None:
    for one in sockets:
        with suppress(OSError):
            one.shutdown(socket.SHUT_RDWR)
        one.close()
