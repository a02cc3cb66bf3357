"""Measure what starting costs: `import plainspoken`, `plainspoken --help`, and the size of the installation."""

from __future__ import annotations

import statistics
import subprocess
import sys
import time
from importlib.metadata import distribution, requires
from pathlib import Path

from packaging.requirements import Requirement

RUNS = 7


def seconds(command: list[str]) -> float:
    """Return the median wall time of a command over several runs, the first left out."""
    times = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        times.append(time.perf_counter() - start)
    return statistics.median(times[1:])


def megabytes(root: str, extras: tuple[str, ...]) -> float:
    """Return the size on disk of a distribution and all that it needs, with its extras."""
    seen: set[str] = set()
    total = 0
    wanted = [(root, extras)]
    while wanted:
        name, with_extras = wanted.pop()
        if name.lower() in seen:
            continue
        seen.add(name.lower())
        total += _bytes(name)
        for line in requires(name) or ():
            need = Requirement(line)
            if any(need.marker is None or need.marker.evaluate({"extra": one}) for one in (*with_extras, "")):
                wanted.append((need.name, tuple(need.extras)))
    return total / 1e6


def _bytes(name: str) -> int:
    paths = {Path(str(file.locate())).resolve() for file in distribution(name).files or ()}
    return sum(path.stat().st_size for path in paths if path.is_file())


def main() -> None:
    """Print the figures beside their limits."""
    python = sys.executable
    bare = seconds([python, "-c", "pass"])
    rows = [
        ("import plainspoken, s", seconds([python, "-c", "import plainspoken"]) - bare, 0.2),
        ("plainspoken --help, s", seconds([python, "-m", "plainspoken", "--help"]), 0.5),
        ("installed with [all], MB", megabytes("plainspoken", ("argos", "espeak", "gtts")), 500),
    ]
    print(f"{'':28}{'measured':>10}{'limit':>8}")
    for what, measured, limit in rows:
        print(f"{what:28}{measured:10.2f}{limit:8}")


if __name__ == "__main__":
    main()
