"""The command `review`: drafts out to translators, what they send back, how far each language has come."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from plainspoken import corrections, opening
from plainspoken.cli.given import langs_of, memory_of, read_source, store_of, tell_away
from plainspoken.cli.options import Commands, command_of, source_options, translation_options
from plainspoken.cli.progress import Bar
from plainspoken.cli.table import table
from plainspoken.events import silent
from plainspoken.review.accept import Accepted
from plainspoken.terms import Memory


def add_review(add: Commands) -> None:
    """Add the command `review`."""
    command = add.add_parser(
        "review", help="send drafts to translators, take back what they correct, see how far it has come",
        description="Send drafts to translators, take back what they correct, see how far it has come.",
        epilog="example: plainspoken review export release.html --to ur --into for-translators",
    )  # fmt: skip
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    _add_export(actions)
    _add_import(actions)
    _add_status(actions)


def export(arguments: Namespace) -> int:
    """Write a file for a translator in each language."""
    release = read_source(arguments)
    tell_away(arguments)
    bar = Bar()
    files = corrections.export(
        release,
        langs_of(arguments.to),
        arguments.into,
        form=arguments.form,
        engine=arguments.engine,
        memory=memory_of(arguments),
        glossary=opening.open_glossary(arguments.glossary),
        replace=arguments.replace,
        store=store_of(),
        listen=silent if arguments.json else bar,
    )
    bar.close()
    _tell(arguments, {"files": [str(file) for file in files]}, lambda: "\n".join(map(str, files)))
    return 0


def bring_back(arguments: Namespace) -> int:
    """Take what translators sent back into the memory."""
    found = corrections.bring_back(
        arguments.files,
        arguments.memory,
        by=arguments.by,
        when=datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        state=arguments.state,
        force=arguments.force,
    )
    told = [_told(str(file), one) for file, one in zip(arguments.files, found, strict=True)]
    _tell(arguments, told, lambda: "\n".join(map(_sentence, told, found)))
    return int(any(finding.level == "error" for one in found for finding in one.findings))


def status(arguments: Namespace) -> int:
    """Show how far each language has come."""
    release = read_source(arguments)
    memory = memory_of(arguments) or Memory()
    rows = corrections.standing(release, memory, langs_of(arguments.to) if arguments.to else ())
    _tell(
        arguments,
        [row.to_dict() for row in rows],
        lambda: table(corrections.HEADINGS, [row.cells for row in rows]) if rows else "The memory has no translation.",
    )
    return 0


def _told(file: str, found: Accepted) -> dict[str, object]:
    refused = [one.to_dict() for one in found.findings]
    return {
        "file": file,
        "lang": found.lang,
        "taken": len(found.pairs),
        "known": found.known,
        "untouched": found.untouched,
        "unfinished": found.unfinished,
        "findings": refused,
    }


def _sentence(told: dict[str, object], found: Accepted) -> str:
    head = (
        f"{told['file']}: {told['taken']} taken, {told['known']} known already, "
        f"{told['untouched']} drafts that nobody touched, {told['unfinished']} unfinished"
    )
    return "\n".join([head, *(f"  {one.level:8} {one.at}: {one.message} [{one.code}]" for one in found.findings)])


def _tell(arguments: Namespace, tree: object, text: Callable[[], str]) -> None:
    print(json.dumps(tree, ensure_ascii=False, indent=2) if arguments.json else text())


def _add_export(add: Commands) -> None:
    command = command_of(
        add, "export", export, "write a file for a translator in each language: XLIFF 2.0, XLIFF 1.2 or PO",
        "plainspoken review export release.html --to ur,pl --into for-translators --memory ours.tmx",
    )  # fmt: skip
    source_options(command)
    command.add_argument("--to", required=True, metavar="LANGS", help="the languages: ur,pl")
    command.add_argument("--into", type=Path, default=Path(), metavar="DIR", help="the folder for the files")
    command.add_argument(
        "--form", choices=corrections.FORMS, default="xliff",
        help="xliff is XLIFF 2.0, xliff1 is XLIFF 1.2 (Weblate), po is Gettext (default: xliff)",
    )  # fmt: skip
    translation_options(command)
    command.add_argument("--replace", action="store_true", help="write over files that stand there")


def _add_import(add: Commands) -> None:
    command = command_of(
        add, "import", bring_back, "take what translators sent back into the memory",
        "plainspoken review import release.ur.xlf --memory ours.tmx --by 'Amina Khan'",
    )  # fmt: skip
    command.add_argument(
        "files", nargs="+", type=Path, metavar="FILE", help="XLIFF 1.2, XLIFF 2.0 or PO, as it came back"
    )
    command.add_argument(
        "--memory", type=Path, required=True, metavar="FILE",
        help="the memory that learns, TMX or SQLite (.db); made if there is none",
    )  # fmt: skip
    command.add_argument("--by", required=True, metavar="NAME", help="who answers for the translations")
    command.add_argument(
        "--state", choices=("translated", "reviewed", "final"),
        help="the state that every translated sentence has at least: reviewed where a person has read them all",
    )  # fmt: skip
    command.add_argument("--force", action="store_true", help="take sentences whose numbers or addresses differ")
    command.add_argument("--json", action="store_true", help="write JSON")


def _add_status(add: Commands) -> None:
    command = command_of(
        add, "status", status, "show how far each language has come",
        "plainspoken review status release.html --memory ours.tmx",
    )  # fmt: skip
    source_options(command)
    command.add_argument("--to", metavar="LANGS", help="the languages (default: all that the memory has)")
    command.add_argument(
        "--memory", type=Path, action="append", metavar="FILE",
        help="past translations: a TMX file, which may be given again, or one of SQLite (.db)",
    )  # fmt: skip
