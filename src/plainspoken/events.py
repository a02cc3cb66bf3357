"""Progress events: what a long run tells whoever listens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Literal

Stage = Literal["fetch", "parse", "simplify", "translate", "narrate", "publish", "download", "post"]


@dataclass(frozen=True, slots=True)
class Event:
    """One step of a run.

    `done` and `total` count in `unit` (segments, sections, files, bytes) within the stage; `total` is None where the
    end is not known. `step` of `steps` says how far the whole run has come, where there is one.
    """

    stage: Stage
    at: str
    done: int
    total: int | None
    unit: str
    lang: str | None = None
    message: str = ""
    step: int | None = None
    steps: int | None = None

    @property
    def share(self) -> float | None:
        """How much of the whole run is done, 0 to 1; None where that is not known."""
        if self.step is None or not self.steps:
            return None
        within = self.done / self.total if self.total else 0.0
        return min(1.0, (self.step + min(1.0, within)) / self.steps)

    def to_dict(self) -> dict[str, object]:
        """Return the event as JSON-ready values, without what is not known."""
        return {"event": "progress"} | {key: value for key, value in asdict(self).items() if value not in (None, "")}


Listener = Callable[[Event], None]


def silent(_: Event) -> None:
    """Listen to nothing."""
