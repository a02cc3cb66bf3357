"""The command that checks the installation: what each step has here, and what to do about what is missing."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

from plainspoken import lang
from plainspoken.cli.given import store_of
from plainspoken.cli.options import Commands, command_of

if TYPE_CHECKING:
    from plainspoken.doctor import Check, Report

_MARKS = {True: "ready", False: "-"}


def add_doctor(add: Commands) -> None:
    """Add the command `doctor`."""
    command = command_of(add, "doctor", doctor, "check this installation and say what to mend", "plainspoken doctor")
    command.add_argument("--json", action="store_true", help="write JSON")


def doctor(arguments: Namespace) -> int:
    """Check the installation; the exit code is 4 where the main job can't run, 5 where its results can't be kept."""
    from plainspoken.doctor import examine

    report = examine(store_of().folder)
    if arguments.json:
        print(json.dumps([one.to_dict() for one in report.checks], ensure_ascii=False, indent=2))
    else:
        print("\n".join([*_lines(report), "", *_summary(report)]))
    return report.exit_code


def _lines(report: Report) -> Iterator[str]:
    width = max(len(one.name) for one in report.checks)
    for feature, checks in groupby(report.checks, key=lambda one: one.feature):
        yield feature
        for one in checks:
            yield from _line(one, width)


def _line(one: Check, width: int) -> Iterator[str]:
    mark = "MISSING" if one.needed and not one.ready else _MARKS[one.ready]
    yield f"  {mark:7}  {one.name:{width}}  {one.version}".rstrip()
    if one.todo:
        yield f"  {'':7}  {one.todo}"


def _summary(report: Report) -> Iterator[str]:
    all_but_english = len(lang.COMMUNITY) - 1
    yield f"Translation: {_served(report.translated, all_but_english)}"
    if len(report.translated) < all_but_english:
        yield "  `plainspoken languages` says what would serve the others; a memory (--memory FILE.tmx) serves any."
    yield f"Narration:   {_served(report.spoken, len(lang.COMMUNITY))}"
    if not report.spoken:
        yield "  Packs will have no audio."


def _served(tags: tuple[str, ...], total: int) -> str:
    return f"{len(tags)} of {total} languages" + (f" ({', '.join(tags)})" if tags else "")
