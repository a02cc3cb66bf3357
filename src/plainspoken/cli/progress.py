"""Progress on the terminal: one bar for the whole run that says what is happening and how long is left."""

from __future__ import annotations

import json
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TextIO

from plainspoken import lang
from plainspoken.events import Event

_DOING = {
    "fetch": "Fetching the page",
    "parse": "Reading the page",
    "simplify": "Writing the easy read",
    "translate": "Translating",
    "narrate": "Speaking",
    "publish": "Writing the pack",
    "post": "Posting",
    "download": "Downloading",
}


@dataclass(slots=True)
class Bar:
    """Draws each event over the one before; on a stream that is no terminal, a line a step.

    `clock` gives seconds; `stream` is where it draws.
    """

    stream: TextIO = field(default_factory=lambda: sys.stderr)
    clock: Callable[[], float] = time.monotonic
    _started: float | None = None
    _last: str = ""

    def __call__(self, event: Event) -> None:
        """Draw the event."""
        if self._started is None:
            self._started = self.clock()
        if self.stream.isatty():
            self._draw(event)
        elif (line := _doing(event, brief=event.stage == "publish")) != self._last and event.message != "done":
            self._last = line
            print(line, file=self.stream, flush=True)

    def close(self) -> None:
        """Clear the bar, so that what follows starts on a line of its own."""
        if self.stream.isatty() and self._last:
            print("\r\x1b[K", end="", file=self.stream, flush=True)
        self._started, self._last = None, ""

    def _draw(self, event: Event) -> None:
        share = event.share
        drawn = "".join(_bar(share)) if share is not None else "[....................]     "
        line = f"{drawn} {self._left(share)}{_doing(event)}{_count(event)}"
        width = shutil.get_terminal_size().columns - 1
        self._last = line
        print(f"\r\x1b[K{line[:width]}", end="", file=self.stream, flush=True)

    def _left(self, share: float | None) -> str:
        spent = self.clock() - (self._started or 0.0)
        if not share or share < 0.02 or spent < 2:
            return ""
        seconds = spent * (1 - share) / share
        return f"{seconds:.0f} s left · " if seconds < 90 else f"{seconds / 60:.0f} min left · "


def lines(event: Event) -> None:
    """Write an event as a line of JSON to standard output."""
    print(json.dumps(event.to_dict(), ensure_ascii=False), flush=True)


def _doing(event: Event, *, brief: bool = False) -> str:
    what = _DOING[event.stage]
    into = f" · {lang.name(event.lang, 'en')}" if event.lang else ""
    note = f" · {event.message}" if event.message and event.message != "done" and not brief else ""
    return f"{event.at}: {what}{into}{note}"


def _count(event: Event) -> str:
    if not event.total or not event.unit:
        return ""
    if event.unit == "bytes":
        return f" {event.done / 1e6:.1f}/{event.total / 1e6:.1f} MB"
    return f" {event.done}/{event.total} {event.unit}"


def _bar(share: float) -> tuple[str, str]:
    filled = round(share * 20)
    return f"[{'#' * filled}{'.' * (20 - filled)}]", f" {share:4.0%}"
