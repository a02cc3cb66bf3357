"""Errors, events and findings: what people and machines are told."""

from __future__ import annotations

import pickle

import pytest

from plainspoken import Event
from plainspoken.course import Course
from plainspoken.errors import EngineError, Error, RemoteError, SourceError, TargetError, UsageError
from plainspoken.findings import CODES, finding


@pytest.mark.parametrize(
    ("kind", "code"), [(UsageError, 2), (SourceError, 3), (EngineError, 4), (TargetError, 5), (RemoteError, 6)]
)
def test_exit_codes(kind: type[Error], code: int) -> None:
    """Each kind of failure has the exit code that others rely on, and says what, where and what to do."""
    error = kind("it is gone", where="a.html", todo="Put it back.")
    assert (error.exit_code, str(error)) == (code, "a.html: it is gone. Put it back.")


def test_errors_cross_processes() -> None:
    """An error raised in a worker process arrives whole."""
    error = pickle.loads(pickle.dumps(EngineError("no voice", where="so", todo="Record a person.")))
    assert (type(error), error.what, error.where, error.todo) == (EngineError, "no voice", "so", "Record a person.")


def test_findings_are_declared() -> None:
    """A finding's code, level and meaning come from one table; an undeclared code is a fault."""
    one = finding("fact-missing", "ur:body.p3.s2", "0808 2000 247")
    assert (one.level, one.at) == ("error", "ur:body.p3.s2")
    assert one.message.endswith("0808 2000 247")
    with pytest.raises(KeyError):
        finding("no-such-code")
    assert all(level in ("info", "warning", "error") and text.endswith(".") for level, text in CODES.values())


def test_course_counts_steps() -> None:
    """Events of a run are stamped with the step they belong to, and the share that is done only grows."""
    heard: list[Event] = []
    course = Course(heard.append, "page.html", steps=2)
    with course.step("parse"):
        course.tell(Event("parse", "", 1, 2, "bytes"))
    with course.step("publish"):
        pass
    assert [(one.stage, one.at, one.share) for one in heard] == [
        ("parse", "page.html", 0.0),
        ("parse", "page.html", 0.25),
        ("parse", "page.html", 0.5),
        ("publish", "page.html", 0.5),
        ("publish", "page.html", 1.0),
    ]


def test_event_as_json_leaves_out_what_is_unknown() -> None:
    """An event's JSON has only what is known."""
    assert Event("parse", "a", 0, None, "").to_dict() == {"event": "progress", "stage": "parse", "at": "a", "done": 0}
