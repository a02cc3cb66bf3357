"""Measure a memory of 100,000 pairs: opening it, and looking up a whole release, exactly and by likeness.

python benchmarks/memory.py [PAIRS]
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from plainspoken import steps
from plainspoken.terms import Memory, Pair, StoredMemory, open_memories

PAGE = Path(__file__).parents[1] / "samples" / "long-inquiry" / "page.html"
PARTS = [first + last for first in "bdfgklmnprstvz" for last in ("a", "e", "in", "or", "us")]


def main() -> None:
    """Print what each step takes, in milliseconds."""
    size = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    release = steps.parse(PAGE)
    sentences = [segment.text for segment in release.segments()]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "memory.tmx"
        Memory(pairs(size, sentences)).write(path)
        print(f"{size} pairs, {path.stat().st_size / 1e6:.0f} MB of TMX; a release of {len(sentences)} sentences")
        timed("open for the first time (index)", lambda: open_memories([path], Path(folder)))
        timed("open again", lambda: open_memories([path], Path(folder)))
        memory = open_memories([path], Path(folder))
        kind = "SQLite" if isinstance(memory, StoredMemory) else "read whole"
        timed(f"look up the release ({kind})", lambda: [memory.find(one, "en", "es") for one in sentences])
        timed("sentences like those of the release", lambda: [memory.similar(one, "en", "es") for one in sentences])


def pairs(size: int, sentences: list[str]) -> tuple[Pair, ...]:
    """Return made-up pairs, and every other sentence of the release, half of those with a word more."""
    chance = random.Random(7)
    words = ["".join(chance.choices(PARTS, k=chance.randint(1, 4))) for _ in range(20_000)]
    common = [1 / rank for rank in range(1, len(words) + 1)]  # Zipf: a few words are in most sentences
    made = [" ".join(chance.choices(words, common, k=chance.randint(6, 24))) for _ in range(size - len(sentences) // 2)]
    known = [f"{text} Today." if number % 4 == 1 else text for number, text in enumerate(sentences) if number % 2]
    return tuple(Pair("en", "es", text, f"{text} (es)") for text in (*made, *known))


def timed(label: str, run: Callable[[], object]) -> None:
    """Print what a step takes."""
    start = time.perf_counter()
    run()
    print(f"{label:40} {(time.perf_counter() - start) * 1000:9.1f} ms", flush=True)


if __name__ == "__main__":
    main()
