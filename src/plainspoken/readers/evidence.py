"""What several places of a page say of one thing: which of them is believed, and how sure that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from math import prod

from plainspoken.model import Metadatum


@dataclass(frozen=True, slots=True)
class Claim:
    """What one place says, and how likely such a place is right, 0 to 1."""

    value: str
    source: str
    weight: float


def settle(
    name: str, claims: Iterable[Claim], same: Callable[[str, str], bool], *, by_weight: bool = True
) -> Metadatum | None:
    """Return what the claims come to; None if there are none.

    Those that agree are right unless all are wrong: 1 - (1-a)(1-b)...; half the weight of those that differ is taken
    from that. Each source counts once.

    Args:
        name: what is claimed.
        claims: in the order in which they are believed where weights are equal.
        same: whether two values agree.
        by_weight: whether the most supported value wins; the first if not.

    >>> claims = [Claim("2026-02-10", "time", 0.6), Claim("2026-02-11", "json-ld", 0.9), Claim("2026-02-11", "og", 0.5)]
    >>> settle("published", claims, lambda one, other: one == other)
    Metadatum(name='published', value='2026-02-11', source='json-ld, og', sure=0.66)
    """
    groups: list[dict[str, Claim]] = []
    for claim in claims:
        group = next((one for one in groups if same(next(iter(one.values())).value, claim.value)), None)
        if group is None:
            group = {}
            groups.append(group)
        group.setdefault(claim.source, claim)
    if not groups:
        return None
    best = max(groups, key=_support) if by_weight else groups[0]
    against = max((_support(group) for group in groups if group is not best), default=0.0)
    sure = round(_support(best) * (1 - against / 2) if against < _support(best) else _support(best) / 2, 2)
    return Metadatum(name, next(iter(best.values())).value, ", ".join(best), sure)


def _support(group: dict[str, Claim]) -> float:
    return 1 - prod(1 - claim.weight for claim in group.values())
