"""The selection: which easy sentences get in, most needed first, none without the one it leans on."""

from __future__ import annotations

from collections.abc import Sequence

from plainspoken.stages.telling import ONLY_LED_TO, Telling


def select(drafts: Sequence[Telling], room: int) -> tuple[int, ...]:
    """Return the numbers of the drafts that get in, in order.

    Those of rank 0 always do, with what they lean on; the others by rank while there is room.

    Args:
        drafts: the candidates, in the release's order.
        room: how many sentences there may be.
    """
    chosen: set[int] = set()
    said: set[str] = set()
    for number in sorted(range(len(drafts)), key=lambda one: (drafts[one].rank, one)):
        if number in chosen or drafts[number].text in said or drafts[number].rank >= ONLY_LED_TO:
            continue
        wanted = _with_what_it_needs(drafts, number) - chosen
        if drafts[number].rank == 0 or len(chosen) + len(wanted) <= room:
            chosen |= wanted
            said |= {drafts[one].text for one in wanted}
    return tuple(sorted(chosen))


def _with_what_it_needs(drafts: Sequence[Telling], number: int) -> set[int]:
    needed: set[int] = set()
    waiting = [number]
    while waiting:
        one = waiting.pop()
        if one in needed:
            continue
        needed.add(one)
        after, group = drafts[one].after, drafts[one].group
        if after is not None:
            waiting.append(after)
        if group is not None:
            waiting += [other for other, draft in enumerate(drafts) if draft.group == group]
    return needed
