"""The commands that show what this machine has: languages and engines."""

from __future__ import annotations

import json
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterable, Sequence

from plainspoken import lang
from plainspoken.cli.options import Commands, command_of
from plainspoken.cli.progress import Bar
from plainspoken.cli.table import table
from plainspoken.engines import registry
from plainspoken.engines.protocols import Hosted, Probe, Simplifier, Speaker, Translator
from plainspoken.errors import UsageError
from plainspoken.events import silent

_KINDS = ("translators", "speakers", "simplifiers")
_STAND_INS = {
    "identity": "Nothing: it copies the text, to try a pack out.",
    "silence": "Nothing: it says nothing, to try a pack out.",
}


def add_languages(add: Commands) -> None:
    """Add the command `languages`."""
    command = command_of(
        add, "languages", languages, "show, add or remove the languages of this machine",
        "plainspoken languages add es pl",
    )  # fmt: skip
    command.add_argument("action", nargs="?", choices=("list", "add", "remove"), default="list")
    command.add_argument("langs", nargs="*", metavar="LANG", help="languages to add or remove")
    command.add_argument(
        "--from", dest="source", default="en", metavar="LANG", help="the language you publish in (default: en)"
    )
    command.add_argument("--json", action="store_true", help="write JSON")
    command.add_argument("--quiet", action="store_true", help="write nothing but errors")


def add_engines(add: Commands) -> None:
    """Add the command `engines`."""
    command = command_of(add, "engines", engines, "show the engines and what each still needs", "plainspoken engines")
    command.add_argument("--json", action="store_true", help="write JSON")


def languages(arguments: Namespace) -> int:
    """Show, add or remove the languages of this machine."""
    from plainspoken import languages as installed

    if arguments.action == "list":
        source = lang.canonical(arguments.source)
        rows = installed.table(source)
        print_as_asked(arguments, [row.to_dict() for row in rows], installed.HEADINGS, [row.cells for row in rows])
        if not arguments.json:
            print(f"\n{installed.summary(rows, source)}")
        return 0
    if not arguments.langs:
        raise UsageError(
            "no language is named", where=arguments.action, todo=f"Try `plainspoken languages {arguments.action} es`."
        )
    tags = [lang.canonical(tag) for tag in arguments.langs]
    if arguments.action == "remove":
        gone: Sequence[str] = installed.remove(tags)
    else:
        bar = Bar()
        gone = installed.add(tags, source=lang.canonical(arguments.source), listen=silent if arguments.quiet else bar)
        bar.close()
    if not arguments.quiet:
        print(f"{'Removed' if arguments.action == 'remove' else 'Installed'}: {', '.join(gone) or 'nothing new'}")
    return 0


def engines(arguments: Namespace) -> int:
    """Show the engines, where each sends the text, and what it still needs."""
    headings = ("kind", "engine", "ready", "text goes to", "version", "to do")
    rows, tree = [], []
    for kind in _KINDS:
        for name in registry.names(kind):
            engine = _engine(kind, name)
            ready, version, todo = _state(engine.probe())
            todo = _STAND_INS.get(name, todo)
            host = engine.host if isinstance(engine, Hosted) else ""
            place = host or "a server you name" if engine.remote else "this machine"
            rows.append((kind[:-1], name, ready, place, version, todo))
            tree.append(dict(zip(headings, rows[-1], strict=True)) | {"remote": engine.remote, "host": host})
    print_as_asked(arguments, tree, headings, rows)
    if not arguments.json:
        print("\nA server elsewhere is asked only if you name its engine: --engine libretranslate, --narrator gtts.")
    return 0


def _engine(kind: str, name: str) -> Translator | Speaker | Simplifier:
    if kind == "translators":
        return registry.translator(name)
    return registry.speaker(name) if kind == "speakers" else registry.simplifier(name)


def _state(probe: Probe) -> tuple[str, str, str]:
    return "yes" if probe.ready and not probe.remedy else "no", probe.version, probe.remedy


def print_as_asked(arguments: Namespace, tree: object, headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print rows under their headings, or what they are made of as JSON."""
    if arguments.json:
        print(json.dumps(tree, ensure_ascii=False, indent=2))
        return
    print(table(headings, rows, shutil.get_terminal_size().columns if sys.stdout.isatty() else None))
