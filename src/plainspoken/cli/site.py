"""The command `index`: a site over many packs."""

from __future__ import annotations

import json
from argparse import Namespace
from pathlib import Path

from plainspoken.cli.options import Commands, command_of
from plainspoken.site import Site
from plainspoken.site import index as write_index


def add_index(add: Commands) -> None:
    """Add the command `index`."""
    command = command_of(
        add, "index", index, "list a folder of packs: a page a language, feeds, a map, a search without a server",
        "plainspoken index packs --base-url https://example.org/packs",
    )  # fmt: skip
    command.add_argument("folder", type=Path, metavar="FOLDER", help="the folder that the packs are in")
    command.add_argument("--base-url", metavar="URL", help="the address of FOLDER on the web, for feeds and map")
    command.add_argument("--title", metavar="NAME", help="what the site is called (default: the publisher)")
    command.add_argument("--replace", action="store_true", help="overwrite files that no index wrote")
    command.add_argument("--json", action="store_true", help="write JSON")


def index(arguments: Namespace) -> int:
    """Write the index of a folder of packs; packs that aren't whole are named and left out."""
    made = write_index(arguments.folder, base_url=arguments.base_url, title=arguments.title, replace=arguments.replace)
    print(json.dumps(_tree(made), ensure_ascii=False) if arguments.json else _told(made))
    return int(any(one.level == "error" for one in made.findings))


def _tree(made: Site) -> dict[str, object]:
    return {
        "folder": str(made.folder),
        "packs": made.packs,
        "langs": made.langs,
        "files": made.files,
        "findings": [one.to_dict() for one in made.findings],
    }


def _told(made: Site) -> str:
    head = f"{made.folder}: {len(made.packs)} packs in {len(made.langs)} languages ({', '.join(made.langs)})"
    found = [f"  {one.level:<8} {one.message} [{one.code}]" for one in made.findings]
    return "\n".join([head, f"  open {(made.folder / 'index.html').resolve()}", *found])
