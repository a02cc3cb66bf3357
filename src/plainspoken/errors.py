"""The errors that a caller or an operator can act on, each with its exit code."""

from __future__ import annotations


class Error(Exception):
    """Base of every failure that Plainspoken reports.

    Args:
        what: what went wrong, one clause in plain English.
        where: the file, URL, language pair or option it happened at.
        todo: what the person can do about it.
    """

    exit_code = 1

    def __init__(self, what: str, *, where: str = "", todo: str = "") -> None:
        self.what, self.where, self.todo = what, where, todo
        super().__init__(what)

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" {self.todo}" if self.todo else ""
        stop = "" if self.what.endswith((".", "!", "?")) else "."
        return f"{place}{self.what}{stop}{remedy}"

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.what, self.where, self.todo)


def _rebuild(kind: type[Error], what: str, where: str, todo: str) -> Error:
    return kind(what, where=where, todo=todo)


class UsageError(Error):
    """An option, command or language tag that does not exist."""

    exit_code = 2


class SourceError(Error):
    """The source can't be read, or it is not a release."""

    exit_code = 3


class EngineError(Error):
    """An engine, model or voice is missing, or it failed at its work."""

    exit_code = 4


class EmbargoError(Error):
    """The release may not be published yet."""

    exit_code = 1


class TargetError(Error):
    """The target can't be written, or writing it would lose something."""

    exit_code = 5


class RemoteError(Error):
    """The network or a remote service failed, or an address is refused."""

    exit_code = 6
