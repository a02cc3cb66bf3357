"""The command `review`: drafts out to translators, what they send back, how far each language has come."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Callable
from datetime import UTC, datetime

from plainspoken import corrections, steps
from plainspoken.cli.given import langs_of, memory_of, read_source, store_of, tell_away
from plainspoken.cli.progress import Bar
from plainspoken.cli.table import table
from plainspoken.events import silent
from plainspoken.review.accept import Accepted
from plainspoken.terms import Memory


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
        glossary=steps.open_glossary(arguments.glossary),
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
        "untouched": found.untouched,
        "unfinished": found.unfinished,
        "findings": refused,
    }


def _sentence(told: dict[str, object], found: Accepted) -> str:
    head = (
        f"{told['file']}: {told['taken']} taken, {told['untouched']} drafts that nobody touched, "
        f"{told['unfinished']} unfinished"
    )
    return "\n".join([head, *(f"  {one.level:8} {one.at}: {one.message} [{one.code}]" for one in found.findings)])


def _tell(arguments: Namespace, tree: object, text: Callable[[], str]) -> None:
    print(json.dumps(tree, ensure_ascii=False, indent=2) if arguments.json else text())
