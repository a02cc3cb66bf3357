"""Measure how long the samples take to read: the median of several runs of each, in milliseconds of CPU time.

python benchmarks/parse.py
"""

from __future__ import annotations

import contextlib
import statistics
import time
from pathlib import Path

from plainspoken.errors import SourceError
from plainspoken.readers.html import read
from plainspoken.readers.source import open_source

SAMPLES = Path(__file__).parents[1] / "samples"
RUNS = 9


def main() -> None:
    """Print a line for each sample."""
    for page in sorted(SAMPLES.glob("*/page.html")):
        print(f"{page.parent.name:20} {page.stat().st_size / 1000:6.1f} kB {milliseconds(page):7.1f} ms")


def milliseconds(page: Path) -> float:
    """Return the median CPU time of reading a page, the first run left out."""
    times = []
    for _ in range(RUNS + 1):
        start = time.process_time()
        with contextlib.suppress(SourceError):
            read(open_source(page))
        times.append((time.process_time() - start) * 1000)
    return statistics.median(times[1:])


if __name__ == "__main__":
    main()
