"""Why each block of a release has its role: the rule that gave it, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass

from plainspoken.model import Block, Kind, Role, Section
from plainspoken.readers.roles import Group, Rule

_WORDS = 8  # of a block's text, enough to find it by


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one block has its role.

    Attributes:
        id: where the block stands.
        role: the part of the release it belongs to.
        kind: what it is.
        rule: the name of the rule that gave the role (see the reference of roles).
        explanation: the same in plain words.
        text: the block's first words.
    """

    id: str
    role: Role
    kind: Kind
    rule: str
    explanation: str
    text: str

    def to_dict(self) -> dict[str, str]:
        """Return the reason as JSON-ready values."""
        return asdict(self)


def of(groups: Iterable[Group], sections: Iterable[Section]) -> tuple[Reason, ...]:
    """Return the reason of each block, in reading order; `sections` are what the groups became."""
    return tuple(
        _reason(block, section.role, rule)
        for group, section in zip(groups, sections, strict=True)
        for block, rule in zip(section.blocks, group.rules, strict=True)
    )


def _reason(block: Block, role: Role, rule: Rule) -> Reason:
    return Reason(block.id, role, block.kind, rule.name, rule.explanation, _start(block.text or block.alt))


def _start(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
