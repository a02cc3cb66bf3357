"""The figures, each a row: what was measured, how it came out, and the goal."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path

from benchmarks.narration.work import Bench, Cost, bare, command, cost, folder, least, ours, peer, spoken
from plainspoken.cache import Store
from plainspoken.engines import espeak_pool
from plainspoken.model import Block, Inline, Release


@dataclass(frozen=True, slots=True)
class Row:
    """A figure beside its goal."""

    what: str
    figure: str
    goal: str = ""

    def __str__(self) -> str:
        return f"{self.what:44} {self.figure:48} {self.goal}"


def every(bench: Bench, many: int) -> Iterator[Row]:
    """Yield every row, from the quickest to read to the longest to measure."""
    yield from speed(bench)
    yield from cores(bench)
    yield from again(bench)
    yield same(bench)
    yield memory(bench, many)


def speed(bench: Bench) -> Iterator[Row]:
    """Ours beside the peer and the floor, one core each; and ours on as many as `make` takes: all."""
    mine = least(lambda: [ours(release) for release in bench.releases], bench.runs)
    floor = least(lambda: [bare(release) for release in bench.releases], bench.runs)
    yield Row("ours, ten releases", f"{mine.wall:.2f} s, {mine.cpu:.2f} s of processor")
    yield Row("bare synthesis and encoding", f"{floor.wall:.2f} s, {floor.cpu:.2f} s of processor")
    yield Row("  processor time, ours / bare", f"{mine.cpu / floor.cpu:.2f}", "<= 1.45")
    if not shutil.which("ffmpeg"):
        yield Row("the peer", "not measured: ffmpeg is not installed")
        return
    theirs = least(lambda: [peer(release) for release in bench.releases], bench.runs)
    yield Row(
        f"{command() or 'the library'} a paragraph, ffmpeg", f"{theirs.wall:.2f} s, {theirs.cpu:.2f} s of processor"
    )
    yield Row(
        "  speed, ours : peer",
        f"{theirs.wall / mine.wall:.1f} by the clock, {theirs.cpu / mine.cpu:.1f} by processor time",
        ">= 3.5",
    )
    with ThreadPoolExecutor() as pool:
        all_cores = least(partial(_on, pool, bench), bench.runs)
    yield Row("  as `make` runs it, a thread a core", f"{theirs.wall / all_cores.wall:.1f} by the clock")


def cores(bench: Bench) -> Iterator[Row]:
    """Paragraphs on two threads, then in two processes, beside one of each; on a busy machine clocks say little.

    Threads share the interpreter's lock, which the encoder holds.
    """
    pools: tuple[tuple[str, Callable[[int], Executor]], ...] = (
        ("threads", ThreadPoolExecutor),
        ("processes", lambda size: ProcessPoolExecutor(size, get_context("spawn"))),
    )
    for name, pool in pools:
        with pool(1) as alone, pool(2) as pair:
            _on(pair, bench), _on(alone, bench)  # started, and warm
            one = least(partial(_on, alone, bench), bench.runs)
            two = least(partial(_on, pair, bench), bench.runs)
        yield Row(f"two {name}, one: throughput", f"{one.wall / two.wall:.2f} by the clock", ">= 1.7")


def _on(pool: Executor, bench: Bench) -> None:
    for release in bench.releases:
        ours(release, executor=pool)


def again(bench: Bench) -> Iterator[Row]:
    """A second run, with nothing changed and with one paragraph edited in each release."""
    first, unchanged, edited = list[Cost](), list[Cost](), list[Cost]()
    for _ in range(bench.runs):
        with folder() as into:
            work = partial(_all, Store(into))
            first.append(cost(partial(work, bench.releases)))
            unchanged.append(cost(partial(work, bench.releases)))
            edited.append(cost(partial(work, tuple(map(edit, bench.releases)))))
    for what, second, goal in (("an unchanged rerun", unchanged, ">= 50"), ("one paragraph edited", edited, ">= 5")):
        clock = min(one.wall for one in first) / min(one.wall for one in second)
        busy = min(one.cpu for one in first) / min(one.cpu for one in second)
        each = min(one.cpu for one in second) / len(bench.releases) * 1000
        yield Row(what, f"{clock:.1f} by the clock, {busy:.1f} by processor ({each:.0f} ms each)", goal)


def _all(store: Store, releases: tuple[Release, ...]) -> None:
    for release in releases:
        ours(release, store)


def edit(release: Release) -> Release:
    """Change a word of the release's longest section, in the paragraph of middle length."""
    longest = max(release.sections, key=lambda section: sum(len(block.text) for block in section.blocks))
    said = sorted((block for block in longest.blocks if block.kind == "paragraph"), key=lambda block: len(block.text))
    chosen = said[len(said) // 2]
    blocks = tuple(_edited(block) if block is chosen else block for block in longest.blocks)
    return replace(
        release,
        sections=tuple(replace(one, blocks=blocks) if one is longest else one for one in release.sections),
    )


def _edited(block: Block) -> Block:
    first, *others = block.segments
    return replace(block, segments=(replace(first, spans=(Inline("text", "However, "), *first.spans)), *others))


def same(bench: Bench) -> Row:
    """The bytes of ten narrations: here, backwards, on threads, in a new process."""
    releases = bench.releases
    known = [digest(release) for release in releases]
    backwards = [digest(release) for release in reversed(releases)][::-1]
    with ThreadPoolExecutor(2) as threads, ProcessPoolExecutor(1, get_context("spawn")) as other:
        ways: tuple[Callable[[], list[str]], ...] = (
            lambda: backwards,
            lambda: [digest(release, threads) for release in releases],
            lambda: list(other.map(digest, releases)),
        )
        equal = all(way() == known for way in ways)
    whole = hashlib.sha256("".join(known).encode()).hexdigest()
    return Row("identical in any order, thread, process", f"{'yes' if equal else 'NO'} (sha256 {whole[:16]})", "yes")


def digest(release: Release, executor: Executor | None = None) -> str:
    """Narrate one release and return what its audio and its times hash to."""
    narration = spoken(release, executor=executor)
    return hashlib.sha256(narration.audio + repr(narration.cues).encode()).hexdigest()


def memory(bench: Bench, many: int) -> Row:
    """What this process and the voice's workers hold, after a tenth of many releases and after all; nothing is kept.

    Of each release its first two sections are narrated, each time anew.
    """
    early = most = 0.0
    for number in range(many):
        release = bench.releases[number % len(bench.releases)]
        spoken(replace(release, sections=release.sections[:2]))
        held = resident()
        early = held if number < many // 10 else early
        most = max(most, held)
    return Row(f"memory over {many} releases", f"{early:.0f} MB after {many // 10}, {most:.0f} MB at most", "flat")


def resident() -> float:
    """Return the megabytes of this process and the voice's workers (Linux)."""
    statuses = [Path("/proc/self/status"), *(Path(f"/proc/{one}/status") for one in espeak_pool.workers())]
    lines = [line for status in statuses for line in status.read_text().splitlines() if line.startswith("VmRSS")]
    return sum(int(line.split()[1]) for line in lines) / 1024
