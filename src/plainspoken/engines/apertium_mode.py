"""One direction of Apertium as two long-lived pipelines of the system's programs."""

from __future__ import annotations

import atexit
import contextlib
import os
import selectors
import signal
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from threading import Lock, Thread

from plainspoken.engines import apertium_stream as stream
from plainspoken.engines.protocols import Draft
from plainspoken.errors import EngineError

_CUT = "| apertium-wblank-attach |"
_running: dict[tuple[int, Path], Mode] = {}
_guard = Lock()


class Mode:
    """A direction, started on first use. One call runs at a time; a dead or hung pipeline is started anew by the next.

    Args:
        path: its `.mode` file.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()
        self._halves: tuple[_Pipe, _Pipe] | None = None

    def translate(self, texts: Sequence[str], timeout: float) -> list[Draft]:
        """Translate each text; `timeout` is the seconds that the pipeline may be silent.

        Raises:
            EngineError: a program of the pipeline failed, or was silent too long.
        """
        with self._lock:
            try:
                return self._translate([stream.ready(text) for text in texts], timeout)
            except (OSError, EngineError):
                self._stop()
                raise

    def close(self) -> None:
        """Stop the pipeline."""
        with self._lock:
            self._stop()

    def _translate(self, texts: list[stream.Ready], timeout: float) -> list[Draft]:
        if self._halves is None:
            first, second = _halves(self._path)
            self._halves = (_Pipe(first), _Pipe(second))
        analyse, transfer = self._halves
        analyses = analyse.ask([stream.request(text) for text in texts], timeout)
        cut = [stream.wrapped(analysis, text) for analysis, text in zip(analyses, texts, strict=True)]
        answers = transfer.ask([analysis for analysis, _ in cut], timeout)
        return [stream.draft(answer, text, units) for answer, text, (_, units) in zip(answers, texts, cut, strict=True)]

    def _stop(self) -> None:
        halves, self._halves = self._halves, None
        for half in halves or ():
            half.kill()


def running(path: Path) -> Mode:
    """Return this process's pipeline for a `.mode` file."""
    key = (os.getpid(), path)
    with _guard:
        if not any(pid == key[0] for pid, _ in _running):
            atexit.register(_close, key[0])
        if key not in _running:
            _running[key] = Mode(path)
        return _running[key]


def _close(pid: int) -> None:
    for key, mode in list(_running.items()):
        if key[0] == pid == os.getpid():
            del _running[key]
            mode.close()


def _halves(path: Path) -> tuple[str, str]:
    """Return the two halves of a direction's pipeline, as shell commands that answer each null with a null."""
    try:
        done = subprocess.run(
            ["apertium-wblank-mode", "-z", str(path)], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError) as cause:
        raise _failed(f"its pipeline can't be made ({cause})") from cause
    first, cut, second = done.stdout.partition(_CUT)
    if not cut:
        raise _failed(f"{path.name} has no place for word-bound blanks; Apertium 3.8 or later is needed")
    return first, f"apertium-wblank-attach | {second}"


class _Pipe:
    """A shell pipeline that answers each text, ended by a null, with one."""

    def __init__(self, command: str) -> None:
        try:
            self._shell = subprocess.Popen(
                ["sh", "-c", command, "sh", "-g", ""], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, start_new_session=True,
            )  # fmt: skip
        except OSError as cause:
            raise _failed(f"its programs don't start ({cause})") from cause

    def ask(self, texts: Sequence[str], timeout: float) -> list[str]:
        """Return the answer to each text. They are sent from a thread: a pipe holds but so much before it is read."""
        content = b"".join(text.encode() + b"\0" for text in texts)
        sender = Thread(target=self._send, args=(content,), daemon=True)
        sender.start()
        answers: list[bytes] = []
        rest = b""
        while len(answers) < len(texts):
            *whole, rest = (rest + self._read(timeout)).split(b"\0")
            answers += whole
        sender.join(timeout)
        return [answer.decode("utf-8", "replace") for answer in answers]

    def kill(self) -> None:
        """End the pipeline, all its programs at once."""
        with contextlib.suppress(ProcessLookupError):
            os.killpg(self._shell.pid, signal.SIGKILL)
        self._shell.wait()
        for end in (self._shell.stdin, self._shell.stdout):
            if end:
                with contextlib.suppress(OSError):
                    end.close()

    def _send(self, content: bytes) -> None:
        with contextlib.suppress(OSError, ValueError):  # the reader sees that the pipeline has ended, and says so
            if self._shell.stdin:
                self._shell.stdin.write(content)
                self._shell.stdin.flush()

    def _read(self, timeout: float) -> bytes:
        assert self._shell.stdout
        until = time.monotonic() + timeout
        with selectors.DefaultSelector() as selector:
            selector.register(self._shell.stdout, selectors.EVENT_READ)
            while not selector.select(max(0.0, until - time.monotonic())):
                if time.monotonic() >= until:
                    raise _failed(f"it was silent for {timeout:g} seconds")
        read = os.read(self._shell.stdout.fileno(), 1 << 16)
        if not read:
            raise _failed("one of its programs ended")
        return read


def _failed(why: str) -> EngineError:
    return EngineError(f"Apertium failed: {why}", where="apertium", todo="Try again, or use another engine.")
