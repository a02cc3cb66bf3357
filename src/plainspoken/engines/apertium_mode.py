"""One direction of Apertium as long-lived pipelines of the system's programs, and a tagger that forgets."""

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
_TAGGER = "apertium-tagger"
_BATCH = 8  # texts tagged at once: a process takes 11 ms to start, and one text in ten has a new class
_LEARNT = b"new ambiguity class"  # what the tagger says on stderr, asked by -d
_running: dict[tuple[int, Path], Mode] = {}
_guard = Lock()


class Mode:
    """A direction, started on first use. One call runs at a time; a dead or hung pipeline is started anew by the next.

    Args:
        path: its `.mode` file.
    """

    def __init__(self, path: Path) -> None:
        self._path, self._lock = path, Lock()
        self._parts: tuple[_Pipe, _Tagger, _Pipe] | None = None

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
        if self._parts is None:
            first, middle, rest = _split(self._path)
            self._parts = (_Pipe(first), _Tagger(middle), _Pipe(rest))
        analyse, tagger, transfer = self._parts
        analyses = analyse.ask([stream.request(text) for text in texts], timeout)
        cut = [stream.wrapped(analysis, text) for analysis, text in zip(analyses, texts, strict=True)]
        answers = transfer.ask(tagger.ask([analysis for analysis, _ in cut], timeout), timeout)
        return [stream.draft(answer, text, units) for answer, text, (_, units) in zip(answers, texts, cut, strict=True)]

    def _stop(self) -> None:
        parts, self._parts = self._parts, None
        for pipe in (parts[0], parts[2]) if parts else ():
            pipe.kill()


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


def _split(path: Path) -> tuple[str, str, str]:
    """Return a direction's pipeline in three, as shell commands that answer each null with a null.

    The second takes blanks bound to words and ends with the tagger, where the direction has one.
    """
    try:
        done = subprocess.run(
            ["apertium-wblank-mode", "-z", str(path)], capture_output=True, text=True, timeout=30, check=True
        )
    except (OSError, subprocess.SubprocessError) as cause:
        raise _failed(f"its pipeline can't be made ({cause})") from cause
    first, cut, second = done.stdout.partition(_CUT)
    if not cut:
        raise _failed(f"{path.name} has no place for word-bound blanks; Apertium 3.8 or later is needed")
    head, _, rest = second.partition("|")
    if _TAGGER not in head:
        return first, "apertium-wblank-attach", second
    return first, f"apertium-wblank-attach | {head.strip().replace(_TAGGER, f'{_TAGGER} -d', 1)}", rest


class _Tagger:
    """The step that tells which of its meanings a word has, as if each text were the first.

    The tagger (Apertium 3.8) takes a set of word classes that it was not trained on into its model and never tags as
    before: all later texts of a long-lived process may change. It says so, and the texts are tagged anew, one by one.
    """

    def __init__(self, command: str) -> None:
        self._command = command

    def ask(self, texts: Sequence[str], timeout: float) -> list[str]:
        """Return the answer to each text."""
        batches = [texts[start : start + _BATCH] for start in range(0, len(texts), _BATCH)]
        return [answer for batch in batches for answer in self._tagged(batch, timeout)]

    def _tagged(self, texts: Sequence[str], timeout: float) -> list[str]:
        answers, learnt = self._run(texts, timeout)
        return [self._run([text], timeout)[0][0] for text in texts] if learnt and len(texts) > 1 else answers

    def _run(self, texts: Sequence[str], timeout: float) -> tuple[list[str], bool]:
        content = b"".join(text.encode() + b"\0" for text in texts)
        try:
            done = subprocess.run(
                ["sh", "-c", self._command, "sh", "-g", ""], input=content, capture_output=True, timeout=timeout,
                start_new_session=True,
            )  # fmt: skip
        except (OSError, subprocess.SubprocessError) as cause:
            raise _failed(f"its tagger doesn't answer ({cause})") from cause
        # At the end of its input the tagger answers once more, with nothing.
        answers = [answer.decode("utf-8", "replace") for answer in done.stdout.split(b"\0")[: len(texts)]]
        if done.stdout.count(b"\0") < len(texts):
            raise _failed("its tagger ended in the middle of its work")
        return answers, _LEARNT in done.stderr


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
