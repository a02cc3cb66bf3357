"""Progress events: what a long run tells whoever listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal

Stage = Literal["fetch", "parse", "simplify", "translate", "narrate", "publish", "download"]


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a run.

    `done` and `total` count in `unit` (segments, sections, files, bytes); `total` is None where the end is not known.
    """

    stage: Stage
    at: str
    done: int
    total: int | None
    unit: str
    lang: str | None = None
    message: str = ""

    def to_dict(self) -> dict[str, object]:
        """Return the event as JSON-ready values, without what is not known."""
        return {"event": "progress"} | {key: value for key, value in asdict(self).items() if value not in (None, "")}


Listener = Callable[[Event], None]


def silent(_: Event) -> None:
    """Listen to nothing."""
