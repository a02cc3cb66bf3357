"""Count how many easy-read sentences have a picture, sample by sample, and draw the sheet of all pictures.

python benchmarks/pictures.py                       the share of each sample
python benchmarks/pictures.py --show                each sentence with its picture
python benchmarks/pictures.py --sheet sheet.html    all pictures, light and dark, large and at 48 px
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib.resources import files
from itertools import pairwise
from pathlib import Path

import plainspoken as ps
from plainspoken.model import Release, Segment

SAMPLES = Path(__file__).parents[1] / "samples"
WANTED = 0.7


def editions() -> Iterator[tuple[str, Release]]:
    """Yield each sample that is a release in a language of the rules, with its easy-read edition."""
    for page in sorted(SAMPLES.glob("*/page.html")):
        try:
            yield page.parent.name, ps.simplify(ps.parse(page))
        except ps.Error:
            continue


def sentences(easy: Release) -> list[Segment]:
    """Return the sentences of an edition without its headings."""
    return [one for block in easy.blocks() if block.kind != "heading" for one in block.segments]


def share(told: Sequence[Segment]) -> str:
    """Return how many sentences have a picture, how many pictures there are, and how often one comes twice running."""
    pictured = [one.picture for one in told if one.picture]
    twice = sum(first.picture == second.picture is not None for first, second in pairwise(told))
    return f"{len(pictured):4} of {len(told):4} {len(pictured) / len(told):6.0%} {len(set(pictured)):9} {twice:6}"


def sheet() -> str:
    """Return a page that shows every picture in both colours and sizes."""
    folder = files("plainspoken.pictures")
    drawings = sorted(one for one in folder.iterdir() if one.name.endswith(".svg"))
    cells = "".join(
        f"<figure>{one.read_text('utf-8')}<figcaption>{one.name.removesuffix('.svg')}</figcaption></figure>"
        for one in drawings
    )
    style = (
        "section{display:grid;grid-template-columns:repeat(auto-fill,minmax(7rem,1fr));gap:.5rem;padding:1rem;"
        "font:.7rem sans-serif;text-align:center;color:#12202b;background:#fff}"
        "section.dark{color:#e8edf2;background:#14181c}"
        "figure{margin:0}svg{inline-size:6rem}.small svg{inline-size:48px}"
    )
    looks = "".join(f'<section class="{look}">{cells}</section>' for look in ("light", "dark", "small", "small dark"))
    return f'<!doctype html><html lang="en"><meta charset="utf-8"><title>Pictures</title><style>{style}</style>{looks}'


def main() -> int:
    """Print the table; 1 where fewer sentences than wanted have a picture."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n", maxsplit=1)[0])
    parser.add_argument("--show", action="store_true", help="print each sentence with its picture")
    parser.add_argument("--sheet", type=Path, metavar="FILE", help="write a page with every picture")
    given = parser.parse_args()
    if given.sheet:
        given.sheet.write_text(sheet(), encoding="utf-8")
    everything: list[Segment] = []
    print(f"{'sample':20} {'sentences':>12} {'share':>6} {'different':>9} {'twice':>6}")
    for name, easy in editions():
        told = sentences(easy)
        everything += told
        print(f"{name:20} {share(told)}")
        for one in told if given.show else ():
            print(f"    {one.picture or '-':18} {one.text}")
    print(f"{'all':20} {share(everything)}")
    print("most often:", ", ".join(f"{name} {times}" for name, times in _often(everything)))
    return int(sum(one.picture is not None for one in everything) < WANTED * len(everything))


def _often(told: Sequence[Segment]) -> list[tuple[str, int]]:
    return Counter(one.picture for one in told if one.picture).most_common(8)


if __name__ == "__main__":
    raise SystemExit(main())
