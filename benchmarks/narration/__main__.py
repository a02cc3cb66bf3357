"""Measure narration on ten sample releases, beside espeak-ng a paragraph with ffmpeg, and beside bare synthesis.

    python benchmarks/narration [--runs N] [--releases N] [--aligner PYTHON]

`ESPEAK_NG` may name the peer's command; where there is none, the peer speaks with the library, in this process, which
is faster than its command. `--releases` is how many are narrated for the memory row (500). With `--aligner`, the word
times of one release are held against forced alignment; PYTHON is an interpreter that has `pocketsphinx`.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if __package__ in (None, ""):  # run by path
    sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.narration import align, rows
from benchmarks.narration.work import Bench, releases


def main() -> None:
    """Print a row for each figure: what was measured, and the goal."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3, help="the least time of so many runs counts")
    parser.add_argument("--releases", type=int, default=500, help="narrated for the memory row")
    parser.add_argument("--aligner", help="a Python interpreter that has pocketsphinx")
    arguments = parser.parse_args()
    bench = Bench(releases(), arguments.runs)
    for row in rows.every(bench, arguments.releases):
        print(row, flush=True)
    if arguments.aligner:
        for row in align.rows(arguments.aligner):
            print(row, flush=True)


if __name__ == "__main__":
    main()
