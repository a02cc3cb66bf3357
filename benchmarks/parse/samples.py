"""How long the samples take to read: what is measured where no pages with gold are given."""

from __future__ import annotations

import contextlib
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

from plainspoken.errors import SourceError
from plainspoken.readers.html import read
from plainspoken.readers.source import open_source

_SAMPLES = Path(__file__).parents[2] / "samples"
_RUNS = 9


def lines() -> Iterator[str]:
    """Yield a line for each sample: its name, its size, the median CPU time of reading it."""
    for page in sorted(_SAMPLES.glob("*/page.html")):
        yield f"{page.parent.name:20} {page.stat().st_size / 1000:6.1f} kB {milliseconds(page):7.1f} ms"


def milliseconds(page: Path) -> float:
    """Return the median CPU time of reading a page, the first run left out."""
    times = []
    for _ in range(_RUNS + 1):
        start = time.process_time()
        with contextlib.suppress(SourceError):
            read(open_source(page))
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times[1:])
