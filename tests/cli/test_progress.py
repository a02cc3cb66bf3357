"""The progress bar: what is happening, how far, how long is left."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import get_args

import pytest

from plainspoken import Event
from plainspoken.cli import progress
from plainspoken.cli.progress import Bar
from plainspoken.events import Stage


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


EVENT = Event("translate", "page.html", 4, 8, "segments", "ur", step=1, steps=4)


def test_bar_says_what_how_far_and_how_long(monkeypatch: pytest.MonkeyPatch) -> None:
    """On a terminal, one line is drawn over: the share that is done, the time that is left, what is happening."""
    monkeypatch.setenv("COLUMNS", "120")
    times = iter([0.0, 0.0, 30.0])
    bar = Bar(Terminal(), clock=lambda: next(times))
    bar(replace(EVENT, step=0, done=0))
    bar(EVENT)
    drawn = bar.stream.getvalue().split("\r\x1b[K")
    assert drawn[-1] == "[########............]  38% 50 s left · page.html: Translating · Urdu 4/8 segments"
    assert "left" not in drawn[-2]


def test_bar_is_cleared() -> None:
    """What is printed after the run starts on a line of its own."""
    bar = Bar(Terminal())
    bar(EVENT)
    bar.close()
    assert bar.stream.getvalue().endswith("\r\x1b[K")


def test_log_has_a_line_a_step() -> None:
    """Where nobody can see a bar, each new step is one line, without control characters."""
    stream = io.StringIO()
    bar = Bar(stream)
    for done in range(3):
        bar(replace(EVENT, done=done))
    bar(replace(EVENT, message="done"))
    for name in ("a.html", "b.html"):
        bar(Event("publish", "page.html", 1, None, "files", message=name))
    assert stream.getvalue() == "page.html: Translating · Urdu\npage.html: Writing the pack\n"


def test_download_shows_megabytes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A download is counted in megabytes."""
    monkeypatch.setenv("COLUMNS", "120")
    bar = Bar(Terminal())
    bar(Event("download", "argos", 1_500_000, 88_000_000, "bytes", message="English to Spanish"))
    assert bar.stream.getvalue().endswith("argos: Downloading · English to Spanish 1.5/88.0 MB")


def test_every_stage_has_words() -> None:
    """Whatever stage an event is of, the bar can say what is being done."""
    assert set(get_args(Stage)) == set(progress._DOING)
