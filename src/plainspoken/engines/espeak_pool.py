"""The espeak-ng worker processes of this one: started when needed, kept while idle, ended with it."""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from plainspoken.errors import EngineError

_WORKER = Path(__file__).with_name("espeak_worker.py")
_GRACE = 2.0  # seconds that a worker whose stdin has ended may take to end


class LostError(Exception):
    """The worker died or did not answer in time."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a worker said: samples (signed 16-bit), their rate, and (offset, first sample) of each word."""

    rate: int
    pcm: bytes
    words: list[tuple[int, int]]


def ask(text: str, voice: str, rate: int, patience: float, *, phonemes: bool = False) -> Answer:
    """Have an idle worker speak one text; a worker that is lost is replaced, and the text tried once more.

    Args:
        text: what to say.
        voice: espeak-ng's identifier of the voice (`gmw/en`).
        rate: words a minute.
        patience: seconds after which a worker that has not answered is lost.
        phonemes: whether `[[...]]` in the text holds names of sounds.

    Raises:
        EngineError: the library refused, or two workers were lost over the text.
    """
    request = {"voice": voice, "rate": rate, "text": text, "phonemes": phonemes}
    try:
        return _ask_once(request, patience)
    except LostError:
        pass
    try:
        return _ask_once(request, patience)
    except LostError as cause:
        raise EngineError(
            f"espeak-ng {cause} twice at the text {text[:60]!r}",
            where=voice,
            todo="Take the odd characters out of this sentence, or choose another engine.",
        ) from cause


def workers() -> tuple[int, ...]:
    """Return the process ids of the workers that are running."""
    return tuple(process.pid for process in _POOL.all)


def close() -> None:
    """End all workers; they start again when needed."""
    _POOL.close()


def _ask_once(request: dict[str, object], patience: float) -> Answer:
    with _POOL.borrow() as process, _deadline(process, patience) as expired:
        try:
            _send(process, request)
            return _receive(process, str(request["voice"]))
        except (OSError, ValueError, EOFError) as cause:
            raise LostError("did not answer" if expired.is_set() else "crashed") from cause


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


def _send(process: subprocess.Popen[bytes], request: dict[str, object]) -> None:
    line = memoryview(json.dumps(request).encode() + b"\n")
    while line:
        line = line[_stream(process.stdin).write(line) :]


def _receive(process: subprocess.Popen[bytes], voice: str) -> Answer:
    stream, head = _stream(process.stdout), bytearray()
    while b"\n" not in head:
        head += _some(stream, 65536)
    line, _, rest = bytes(head).partition(b"\n")
    answer = json.loads(line)
    if "error" in answer:
        raise EngineError(
            str(answer["error"]), where=voice, todo="Reinstall it: pip install --force-reinstall 'plainspoken[espeak]'."
        )
    pcm = bytearray(rest)
    while len(pcm) < answer["bytes"]:
        pcm += _some(stream, answer["bytes"] - len(pcm))
    return Answer(answer["rate"], bytes(pcm), [(offset, sample) for offset, sample in answer["words"]])


def _some(stream: IO[bytes], size: int) -> bytes:
    chunk = stream.read(size)
    if not chunk:
        raise EOFError
    return chunk


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:
        raise ValueError("the worker has no pipe")
    return stream


def _start() -> subprocess.Popen[bytes]:
    # Run by path, not by -m: the package is not imported, and -P keeps our folder out of its import path. Ctrl-C in a
    # terminal goes to a whole process group; workers are in another and end with their stdin instead.
    try:
        return subprocess.Popen(
            [sys.executable, "-P", str(_WORKER)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            bufsize=0,
            start_new_session=True,
            creationflags=getattr(subprocess, "CREATE_NEW_PROCESS_GROUP", 0),
        )
    except OSError as cause:
        raise EngineError(
            f"the espeak-ng worker can't be started ({cause.strerror or cause})",
            where=sys.executable,
            todo="Check the Python installation and the limit on processes.",
        ) from cause


class _Pool:
    """The workers of this process. Each is lent to one thread at a time; a thread that finds none idle starts one."""

    def __init__(self) -> None:
        self.all: set[subprocess.Popen[bytes]] = set()
        self._idle: list[subprocess.Popen[bytes]] = []
        self._lock = threading.Lock()

    @contextmanager
    def borrow(self) -> Iterator[subprocess.Popen[bytes]]:
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

    def close(self) -> None:
        """End the workers that are idle."""
        with self._lock:
            idle, self._idle = self._idle, []
        for process in idle:
            _stream(process.stdin).close()
        for process in idle:
            self._end(process, _GRACE)

    def forget(self) -> None:
        """Let go of the workers: they are another process's, which this one was forked from."""
        self._lock = threading.Lock()
        for process in self.all:
            _shut(process)
            process.poll()  # not our child: marks it as ended
        self.all, self._idle = set(), []

    def _take(self) -> subprocess.Popen[bytes]:
        with self._lock:
            while self._idle:
                process = self._idle.pop()
                if process.poll() is None:
                    return process
                self.all.discard(process)
                _shut(process)
        process = _start()
        with self._lock:
            self.all.add(process)
        return process

    def _give_back(self, process: subprocess.Popen[bytes]) -> None:
        with self._lock:
            if len(self._idle) < (os.cpu_count() or 1):
                self._idle.append(process)
                return
        self._end(process, _GRACE)

    def _end(self, process: subprocess.Popen[bytes], grace: float = 0.0) -> None:
        with self._lock:
            self.all.discard(process)
        _shut(process)
        with suppress(subprocess.TimeoutExpired):
            process.wait(grace)
            return
        process.kill()
        process.wait()


def _shut(process: subprocess.Popen[bytes]) -> None:
    for stream in (process.stdin, process.stdout):
        with suppress(OSError):
            _stream(stream).close()


_POOL = _Pool()
atexit.register(_POOL.close)
if hasattr(os, "register_at_fork"):
    os.register_at_fork(after_in_child=_POOL.forget)
