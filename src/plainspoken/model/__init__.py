"""The release: what readers build, stages change and writers write."""

from __future__ import annotations

from plainspoken.model.release import Edition, Metadatum, Release, Service
from plainspoken.model.tree import (
    Block,
    Inline,
    InlineKind,
    Kind,
    Merged,
    Role,
    Section,
    Segment,
    State,
    plain,
)

__all__ = [
    "Block", "Edition", "Inline", "InlineKind", "Kind", "Merged", "Metadatum", "Release", "Role", "Section", "Segment",
    "Service", "State", "plain",
]  # fmt: skip
