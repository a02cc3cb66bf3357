"""Worker processes in which a voice's library runs: started when needed, kept while idle, ended with this process.

A worker is a Python file of ours that imports nothing of Plainspoken. A request is one line of JSON on its stdin; the
answer on its stdout is one line of JSON, `{"bytes": 4410, ...}`, and then that many bytes, or `{"error": "..."}` alone.
It ends when its stdin does.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from plainspoken.errors import EngineError

_GRACE = 2.0  # seconds that a worker whose stdin has ended may take to end


class LostError(Exception):
    """The worker died or did not answer in time."""


@dataclass(frozen=True, slots=True)
class Reply:
    """What a worker answered: the values of its line, and the bytes after it."""

    head: Mapping[str, object]
    body: bytes


class Pool:
    """The workers of one kind. Each is lent to one thread at a time; a thread that finds none idle starts one.

    Args:
        file: the worker's Python file.
        engine: what runs in it, for messages: `espeak-ng`.
        remedy: what to do where the library refuses.
    """

    def __init__(self, file: Path, engine: str, remedy: str) -> None:
        self._file, self._engine, self._remedy = file, engine, remedy
        self._all: set[subprocess.Popen[bytes]] = set()
        self._idle: list[subprocess.Popen[bytes]] = []
        self._lock = threading.Lock()
        atexit.register(self.close)
        if hasattr(os, "register_at_fork"):
            os.register_at_fork(after_in_child=self._forget)

    def ask(self, request: Mapping[str, object], patience: float, *, where: str, text: str) -> Reply:
        """Have an idle worker answer a request; a worker that is lost is replaced, and asked once more.

        Args:
            request: JSON-ready values.
            patience: seconds after which a worker that has not answered is lost.
            where: the voice, for messages.
            text: what is said, for messages.

        Raises:
            EngineError: the library refused, or two workers were lost over the request.
        """
        with suppress(LostError):
            return self._ask_once(request, patience, where)
        try:
            return self._ask_once(request, patience, where)
        except LostError as cause:
            raise EngineError(
                f"{self._engine} {cause} twice at the text {text[:60]!r}",
                where=where,
                todo="Take the odd characters out of this sentence, or choose another engine.",
            ) from cause

    def running(self) -> tuple[int, ...]:
        """Return the process ids of the workers that are running."""
        return tuple(process.pid for process in self._all)

    def close(self) -> None:
        """End the workers that are idle; others start when needed."""
        with self._lock:
            idle, self._idle = self._idle, []
        for process in idle:
            _stream(process.stdin).close()
        for process in idle:
            self._end(process, _GRACE)

    def _ask_once(self, request: Mapping[str, object], patience: float, where: str) -> Reply:
        with self._borrow() as process, _deadline(process, patience) as expired:
            try:
                _send(process, request)
                return self._receive(process, where)
            except (OSError, ValueError, EOFError) as cause:
                raise LostError("did not answer" if expired.is_set() else "crashed") from cause

    def _receive(self, process: subprocess.Popen[bytes], where: str) -> Reply:
        stream, head = _stream(process.stdout), bytearray()
        while b"\n" not in head:
            head += _some(stream, 65536)
        line, _, rest = bytes(head).partition(b"\n")
        answer = json.loads(line)
        if "error" in answer:
            raise EngineError(str(answer["error"]), where=where, todo=self._remedy)
        body = bytearray(rest)
        while len(body) < answer["bytes"]:
            body += _some(stream, answer["bytes"] - len(body))
        return Reply(answer, bytes(body))

    @contextmanager
    def _borrow(self) -> Iterator[subprocess.Popen[bytes]]:
        """Lend a worker; it comes back idle where its answer was read whole, and is ended where not."""
        process = self._take()
        try:
            yield process
        except EngineError:  # an answer too: the worker is well
            self._give_back(process)
            raise
        except BaseException:
            self._end(process)
            raise
        self._give_back(process)

    def _take(self) -> subprocess.Popen[bytes]:
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.poll() is None:
                    return process
                self._all.discard(process)
                _shut(process)
        process = self._start()
        with self._lock:
            self._all.add(process)
        return process

    def _start(self) -> subprocess.Popen[bytes]:
        # Run by path, not by -m: the package is not imported, and -P keeps our folder out of its import path. Ctrl-C in
        # a terminal goes to a whole process group; workers are in another and end with their stdin instead.
        try:
            return subprocess.Popen(
                [sys.executable, "-P", str(self._file)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                bufsize=0,
                start_new_session=True,
                creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
            )
        except OSError as cause:
            raise EngineError(
                f"the {self._engine} worker can't be started ({cause.strerror or cause})",
                where=sys.executable,
                todo="Check the Python installation and the limit on processes.",
            ) from cause

    def _give_back(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            if len(self._idle) < (os.cpu_count() or 1):
                self._idle.append(process)
                return
        self._end(process, _GRACE)

    def _end(self, process: subprocess.Popen[bytes], grace: float = 0.0) -> None:
        with self._lock:
            self._all.discard(process)
        _shut(process)
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace)
            return
        process.kill()
        process.wait()

    def _forget(self) -> None:
        """Let go of the workers: they are another process's, which this one was forked from."""
        self._lock = threading.Lock()
        for process in self._all:
            _shut(process)
            process.poll()  # not our child: marks it as ended
        self._all, self._idle = set(), []


@contextmanager
def _deadline(process: subprocess.Popen[bytes], patience: float) -> Iterator[threading.Event]:
    """Kill the worker when its time is up, which ends whatever waits for its answer; a pipe alone can't time out."""
    expired = threading.Event()

    def expire() -> None:
        expired.set()
        process.kill()

    timer = threading.Timer(patience, expire)
    timer.daemon = True
    timer.start()
    try:
        yield expired
    finally:
        timer.cancel()


def _send(process: subprocess.Popen[bytes], request: Mapping[str, object]) -> None:
    line = memoryview(json.dumps(request).encode() + b"\n")
    while line:
        line = line[_stream(process.stdin).write(line) :]


def _some(stream: IO[bytes], size: int) -> bytes:
    chunk = stream.read(size)
    if not chunk:
        raise EOFError
    return chunk


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the worker has no pipe")
    return stream


def _shut(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            _stream(stream).close()
