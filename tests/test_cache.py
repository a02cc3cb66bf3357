"""The store: whole results, or none; work that is done once."""

from __future__ import annotations

import signal
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from plainspoken import Error
from plainspoken.cache import Store, digest, write_whole
from plainspoken.run import through


def test_store_gives_back_what_it_was_given(tmp_path: Path) -> None:
    """A result is found under its key, and nothing under another."""
    store = Store(tmp_path / "new")
    store.put(digest("a", 1), b"one")
    assert store.get(digest("a", 1)) == b"one"
    assert store.get(digest("a", 2)) is None


def test_digest_tells_parts_apart() -> None:
    """Parts that only look alike when joined have different keys."""
    assert len({digest("a", "b"), digest("ab"), digest("a", ["b"]), digest("b", "a")}) == 4


def test_write_whole_leaves_no_draft(tmp_path: Path) -> None:
    """A file is there whole, and nothing else is left beside it."""
    write_whole(tmp_path / "deep" / "file.txt", b"whole")
    assert [path.name for path in (tmp_path / "deep").iterdir()] == ["file.txt"]


def test_failed_write_keeps_the_old_file(tmp_path: Path) -> None:
    """Where a file can't be written, what stood there stays, and the error has exit code 5."""
    (tmp_path / "taken").mkdir()
    (tmp_path / "taken" / "inside").touch()
    with pytest.raises(Error) as raised:
        write_whole(tmp_path / "taken", b"new")
    assert raised.value.exit_code == 5
    assert sorted(path.name for path in tmp_path.iterdir()) == ["taken"]


def test_full_disk_is_our_error(tmp_path: Path) -> None:
    """A disk without room is said in words, and no draft is left."""
    resource = pytest.importorskip("resource")
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, before[1]))  # the same path as a full disk: write() fails midway
    try:
        with pytest.raises(Error, match="can't be written") as raised:
            write_whole(tmp_path / "file", b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
        signal.signal(signal.SIGXFSZ, handler)
    assert raised.value.exit_code == 5
    assert list(tmp_path.iterdir()) == []


def upper(batch: list[str]) -> list[bytes]:
    return [unit.upper().encode() for unit in batch]


@pytest.mark.parametrize("workers", [0, 2])
def test_through_keeps_order_and_computes_once(tmp_path: Path, workers: int) -> None:
    """Results come in the units' order; equal units are computed once; a second run computes nothing."""
    seen: list[str] = []

    def compute(batch: list[str]) -> list[bytes]:
        seen.extend(batch)
        return upper(batch)

    units = ["a", "b", "a", "c", "b"]
    store = Store(tmp_path)
    counted: list[int] = []
    executor = ThreadPoolExecutor(workers) if workers else None
    for _ in range(2):
        results = through(
            units, key=digest, compute=compute, store=store, executor=executor, batch=2, advance=counted.append
        )
        assert results == [b"A", b"B", b"A", b"C", b"B"]
        assert sum(counted) == 5
        counted.clear()
    assert sorted(seen) == ["a", "b", "c"]
    if executor:
        executor.shutdown()


def test_interrupted_run_goes_on(tmp_path: Path) -> None:
    """What was done before a failure is not done again."""
    seen: list[str] = []

    def fails_at_c(batch: list[str]) -> list[bytes]:
        if "c" in batch and not seen.count("failed"):
            seen.append("failed")
            raise KeyboardInterrupt
        seen.extend(batch)
        return upper(batch)

    store = Store(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        through(["a", "b", "c"], key=digest, compute=fails_at_c, store=store, batch=1)
    assert through(["a", "b", "c"], key=digest, compute=fails_at_c, store=store, batch=1) == [b"A", b"B", b"C"]
    assert seen == ["a", "b", "failed", "c"]


def test_the_heaviest_come_first() -> None:
    """An executor gets the units by weight, so that none is left for the end; the results stay in order."""
    given = list[str]()

    def note(units: list[str]) -> list[bytes]:
        given.extend(units)
        return [unit.encode() for unit in units]

    with ThreadPoolExecutor(1) as pool:
        found = through(["a", "ccc", "bb"], key=str, compute=note, executor=pool, batch=1, weight=len)
    assert (found, given) == ([b"a", b"ccc", b"bb"], ["ccc", "bb", "a"])
