"""Units of work through the store and an executor: what is known is read, the rest is computed in batches."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Executor, Future, wait
from typing import TypeVar

from plainspoken.cache import Store

Unit = TypeVar("Unit")
Advance = Callable[[int], None]


def through(
    units: Sequence[Unit],
    *,
    key: Callable[[Unit], str],
    compute: Callable[[list[Unit]], list[bytes]],
    store: Store | None = None,
    executor: Executor | None = None,
    batch: int = 64,
    weight: Callable[[Unit], int] | None = None,
    advance: Advance = lambda _: None,
) -> list[bytes]:
    """Return the result of each unit, in order.

    Units with the same key are computed once. A batch is stored as soon as it is done, so an interrupted run goes on
    where it stopped. An empty result is given but not stored: the next run tries again.

    Args:
        units: what to compute.
        key: the digest of all that a unit's result depends on.
        compute: from a batch of units to their results; picklable where the executor needs it.
        store: where results are kept; None keeps them for this call alone.
        executor: where batches run; None runs them here, one after the other.
        batch: units a call of `compute`.
        weight: how much work a unit is; an executor gets the heaviest first, so that none is left for the end.
        advance: told how many units have just been done.
    """
    keys = [key(unit) for unit in units]
    known = {name: found for name in dict.fromkeys(keys) if store and (found := store.get(name)) is not None}
    missing = {name: unit for name, unit in zip(keys, units, strict=True) if name not in known}
    advance(sum(name in known for name in keys))
    names = list(missing)
    if weight and executor:
        names.sort(key=lambda name: -weight(missing[name]))
    batches = [names[start : start + batch] for start in range(0, len(names), batch)]
    for done, results in _computed(batches, missing, compute, executor):
        for name, result in zip(done, results, strict=True):
            known[name] = result
            if store and result:
                store.put(name, result)
        advance(sum(keys.count(name) for name in done))
    return [known[name] for name in keys]


def _computed(
    batches: list[list[str]],
    missing: dict[str, Unit],
    compute: Callable[[list[Unit]], list[bytes]],
    executor: Executor | None,
) -> Iterator[tuple[list[str], list[bytes]]]:
    if executor is None:
        for names in batches:
            yield names, compute([missing[name] for name in names])
        return
    running: dict[Future[list[bytes]], list[str]] = {
        executor.submit(compute, [missing[name] for name in names]): names for names in batches
    }
    try:
        while running:
            for future in wait(running, return_when=FIRST_COMPLETED).done:
                yield running.pop(future), future.result()
    finally:
        for future in running:
            future.cancel()
