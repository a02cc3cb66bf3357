"""One extractor over many pages in a process of its own: what it found, how long it took, how much memory."""

from __future__ import annotations

import contextlib
import logging
import multiprocessing
import os
import resource
import sys
import time
import warnings
from collections.abc import Sequence
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from statistics import median

from benchmarks.parse.gold import Page
from benchmarks.parse.peers import EXTRACTORS
from benchmarks.parse.score import Output

_WARM_UP = 3  # pages


@dataclass(frozen=True, slots=True)
class Ran:
    """What a run gave.

    Attributes:
        outputs: one for each page; an empty one where the extractor failed.
        milliseconds: CPU time of each page, the HTML in memory, the text alone asked for.
        errors: how many pages it failed on.
        megabytes: growth of the peak memory, importing included.
    """

    outputs: tuple[Output, ...]
    milliseconds: tuple[float, ...]
    errors: int
    megabytes: float

    @property
    def pace(self) -> float:
        """The median time of a page in milliseconds."""
        return median(self.milliseconds) if self.milliseconds else 0.0


def run(name: str, pages: Sequence[Page]) -> Ran:
    """Run an extractor over pages, on one core.

    Raises:
        RuntimeError: its process died.
    """
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_work, args=(name, list(pages), there))
    process.start()
    there.close()
    try:
        ran: Ran = here.recv()
    except EOFError as cause:
        raise RuntimeError(f"the process of {name} died") from cause
    finally:
        process.join()
    return ran


def _work(name: str, pages: list[Page], answer: Connection) -> None:
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    extractor = next(one for one in EXTRACTORS if one.name == name)
    _forget_peak()
    before = _peak()
    for page in pages[:_WARM_UP]:
        _timed(extractor.text, page.html())
    times = [_timed(extractor.text, page.html()) for page in pages]
    after = _peak()
    outputs = [_tried(extractor.output, page.html()) for page in pages]
    errors = sum(output is None for output in outputs)
    answer.send(Ran(tuple(output or Output() for output in outputs), tuple(times), errors, after - before))


def _timed(call, html: str) -> float:  # type: ignore[no-untyped-def]
    start = time.process_time()
    _tried(call, html)
    return (time.process_time() - start) * 1000


def _tried(call, html: str):  # type: ignore[no-untyped-def]
    try:
        return call(html)
    except Exception:  # whatever a page breaks is counted
        return None


def _forget_peak() -> None:
    """Start the peak anew: a process inherits that of the one that started it (Linux, proc(5), clear_refs)."""
    with contextlib.suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5")


def _peak() -> float:
    """Return the peak memory of this process in megabytes; where there is no /proc, as the system counts it."""
    try:
        status = Path("/proc/self/status").read_text()
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)
    return int(status.partition("VmHWM:")[2].split()[0]) / 1e3
