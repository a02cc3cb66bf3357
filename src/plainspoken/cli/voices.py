"""The command that shows the voices of this machine, and adds and removes voice files."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING

from plainspoken import lang
from plainspoken.cli.inventory import print_as_asked
from plainspoken.cli.options import Commands, command_of
from plainspoken.errors import UsageError

if TYPE_CHECKING:
    from plainspoken.voices import Added

_ACTIONS = (["list"], ["add"], ["remove"])


def add_voices(add: Commands) -> None:
    """Add the command `voices`."""
    command = command_of(
        add, "voices", voices, "show the voices of this machine; add or remove a voice file",
        "plainspoken voices add en_GB-alan-medium.onnx",
    )  # fmt: skip
    command.add_argument(
        "words", nargs="*", metavar="LANG",
        help="only voices of these languages; or add FILE.onnx ..., or remove NAME ...",
    )  # fmt: skip
    command.add_argument("--json", action="store_true", help="write JSON")


def voices(arguments: Namespace) -> int:
    """Show the voices of this machine, add voice files, or remove voices."""
    from plainspoken import voices as installed

    action, *rest = arguments.words if arguments.words[:1] in _ACTIONS else ["list", *arguments.words]
    if action == "list":
        rows = installed.table(rest)
        print_as_asked(arguments, [row.to_dict() for row in rows], installed.HEADINGS, [row.cells for row in rows])
        return 0
    if not rest:
        raise UsageError(
            "no voice is named", where=action, todo=f"Try `plainspoken voices {action} en_GB-alan-medium`."
        )
    for one in rest:
        if action == "add":
            _tell(installed.add(Path(one)))
        else:
            installed.remove(one)
            print(f"Removed: {one}")
    return 0


def _tell(added: Added) -> None:
    print(f"Added: {added.name} ({lang.name(added.lang, 'en')}). Use it: --voice {added.name}")
    if added.speakers:
        some = ", ".join(added.speakers[:8]) + (", ..." if len(added.speakers) > 8 else "")
        print(f"  It has {len(added.speakers)} speakers; name one as {added.name}#{added.speakers[0]}: {some}")
    if not added.times_words:
        print("  It does not tell when it says each word: words are marked by estimate.")
