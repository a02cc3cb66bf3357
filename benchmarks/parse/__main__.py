"""Compare ours with the installed peers: `python benchmarks/parse FOLDER...`; without a folder, time the samples."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

if not __package__:
    sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.parse import samples
from benchmarks.parse.gold import Page, halves, load
from benchmarks.parse.peers import installed
from benchmarks.parse.run import Ran, run
from benchmarks.parse.score import LEAST, figures
from benchmarks.parse.table import table


def main() -> None:
    """Print a table for each folder; for each of its halves with `--split`."""
    asked = _arguments()
    if not asked.folder:
        print("\n".join(samples.lines()))
        return
    extractors, missing = installed()
    wanted = asked.only.split(",") if asked.only else [one.name for one in extractors]
    names = [one.name for one in extractors if one.name in wanted]
    if missing:
        print(f"Not installed and left out: {', '.join(missing)}.")
    for folder in asked.folder:
        pages = load(folder)
        ran = {name: _ran(name, pages, folder) for name in names}
        print(f"\n{folder.name}: {len(pages)} pages\n\n{_compared(pages, pages, ran, asked.least)}", flush=True)
        for half, title in zip(halves(pages) if asked.split else (), ("one half", "the other half"), strict=False):
            print(f"\n{folder.name}, {title} of its sites: {len(half)} pages\n")
            print(_compared(half, pages, ran, asked.least), flush=True)


def _ran(name: str, pages: list[Page], folder: Path) -> Ran:
    print(f"{folder.name}: {name} ...", file=sys.stderr, flush=True)
    return run(name, pages)


def _compared(part: list[Page], pages: list[Page], ran: dict[str, Ran], least: int) -> str:
    """Return the table of some of the pages that were run."""
    places = [at for at, page in enumerate(pages) if page in part]
    rows = []
    for name, whole in ran.items():
        own = Ran(
            tuple(whole.outputs[at] for at in places),
            tuple(whole.milliseconds[at] for at in places),
            whole.errors,
            whole.megabytes,
        )
        found = figures([(page.gold, out) for page, out in zip(part, own.outputs, strict=True)], least)
        rows.append((name, found, own))
    return table(rows)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="benchmarks/parse", description=__doc__)
    parser.add_argument("folder", nargs="*", type=Path, help="gold.json and <id>.html.gz; see README.md beside this")
    parser.add_argument("--split", action="store_true", help="score two halves by site too, so that over-fitting shows")
    parser.add_argument("--only", help="names of extractors, with commas between them")
    parser.add_argument("--least", type=int, default=LEAST, help="pages that must have a kind for its figure to show")
    return parser.parse_args()


if __name__ == "__main__":
    main()
