"""The course of a long run: which step it is at, of how many, for whoever listens."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from plainspoken.events import Event, Listener, Stage


class Course:
    """Stamps the events of a run with the step they belong to; the one value here that changes as a run goes on.

    Args:
        listen: who is told.
        at: what the run is about, such as a file's name.
        steps: how many steps the run has; None while that is not known.
    """

    def __init__(self, listen: Listener, at: str, steps: int | None = None) -> None:
        self._listen, self._at = listen, at
        self._done, self.steps = 0, steps

    @contextmanager
    def step(self, stage: Stage, lang: str | None = None) -> Iterator[None]:
        """Go one step further when the block ends well."""
        self.tell(Event(stage, self._at, 0, None, "", lang))
        yield
        self._done += 1
        self.tell(Event(stage, self._at, 0, None, "", lang, "done"))

    def tell(self, event: Event) -> None:
        """Pass an event on, stamped."""
        self._listen(replace(event, at=self._at, step=self._done, steps=self.steps))
