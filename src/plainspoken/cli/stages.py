"""The commands that take one step with a release: parse, simplify, translate, narrate."""

from __future__ import annotations

import json
import shutil
import sys
from argparse import Namespace
from pathlib import Path

from plainspoken import opening, saying, steps
from plainspoken.cache import write_whole
from plainspoken.cli.given import make_easy, memory_of, read_edition, read_source, source_of, store_of, tell_away
from plainspoken.cli.options import (
    Commands,
    audio_option,
    command_of,
    easy_options,
    source_options,
    speech_options,
    translation_options,
)
from plainspoken.cli.progress import Bar
from plainspoken.cli.report import outline, side_by_side, tally
from plainspoken.cli.table import table
from plainspoken.codecs import CODECS
from plainspoken.events import silent
from plainspoken.model import Release

_SCRIPT = ("sentence", "lang", "written", "said")
_EXPLAINED = ("block", "role", "kind", "rule", "why", "begins")


def add_parse(add: Commands) -> None:
    """Add the command `parse`."""
    command = command_of(
        add, "parse", parse, "show the sections, sentences and facts of a release",
        "plainspoken parse release.html --json",
    )  # fmt: skip
    source_options(command)
    command.add_argument(
        "--explain", action="store_true", help="show why each block has its role: the rule that gave it"
    )


def add_simplify(add: Commands) -> None:
    """Add the command `simplify`."""
    command = command_of(
        add,
        "simplify",
        simplify,
        "make the easy-read edition of a release",
        "plainspoken simplify release.html",
    )
    source_options(command)
    easy_options(command, engine="--engine")
    either = command.add_mutually_exclusive_group()
    either.add_argument(
        "--explain", action="store_true", help="show beside each sentence the one it came from, and the rule"
    )
    either.add_argument(
        "--check", action="store_true", help="hold SOURCE, an easy-read text of anyone's, to the rules, line by line"
    )


def add_translate(add: Commands) -> None:
    """Add the command `translate`."""
    command = command_of(
        add, "translate", translate, "translate a release, sentence by sentence",
        "plainspoken translate release.html --to es",
    )  # fmt: skip
    source_options(command)
    command.add_argument("--to", required=True, metavar="LANG", help="the language to translate into")
    command.add_argument("--easy", action="store_true", help="translate the easy-read edition")
    easy_options(command)
    translation_options(command)


def add_narrate(add: Commands) -> None:
    """Add the command `narrate`."""
    command = command_of(
        add, "narrate", narrate, "read a release aloud into an audio file, with captions",
        "plainspoken narrate release.html --into audio",
    )  # fmt: skip
    source_options(command, json=False)
    command.add_argument(
        "--into", type=Path, default=Path(), metavar="DIR", help="the folder for the files (default: this one)"
    )
    command.add_argument("--easy", action="store_true", help="read the easy-read edition")
    easy_options(command)
    command.add_argument(
        "--script",
        action="store_true",
        help="show what the voice would be given, a sentence a line, parted by tabs; write nothing",
    )
    speech_options(command)
    audio_option(command, tuple(CODECS))


def parse(arguments: Namespace) -> int:
    """Show a release as it was read, or why each of its blocks has its role."""
    source = source_of(arguments.source, arguments.url)
    reading = steps.study(source, url=arguments.url, lang=arguments.source_lang)
    release, reasons = reading.release, reading.reasons
    if not arguments.explain:
        print(release.to_json(indent=2) if arguments.json else outline(release))
    elif arguments.json:
        explained = {**json.loads(release.to_json()), "explain": [reason.to_dict() for reason in reasons]}
        print(json.dumps(explained, ensure_ascii=False, indent=2))
    else:
        print(table(_EXPLAINED, [(one.id, one.role, one.kind, one.rule, one.explanation, one.text) for one in reasons]))
    return _code(release)


def simplify(arguments: Namespace) -> int:
    """Show the easy-read edition of a release, or hold an easy-read text to the rules."""
    if arguments.check:
        return _lint(arguments)
    release = read_source(arguments)
    easy = make_easy(release, arguments)
    if arguments.json:
        print(easy.to_json(indent=2))
    else:
        print(side_by_side(release, easy, _columns()) if arguments.explain else outline(easy))
    return _code(easy)


def _lint(arguments: Namespace) -> int:
    from plainspoken.lint import lint

    source = source_of(arguments.source, arguments.url)
    found = lint(source, lang=arguments.source_lang, easy_glossary=arguments.easy_glossary)
    if arguments.json:
        print(json.dumps([one.to_dict() for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            print(f"{one.at or 'text'}: {one.level}: {one.message} [{one.code}]")
        print(f"plainspoken: {tally(found)}", file=sys.stderr)
    return int(any(one.level == "error" for one in found))


def translate(arguments: Namespace) -> int:
    """Show a translated edition of a release."""
    release = read_edition(arguments)
    tell_away(arguments)
    bar = Bar()
    translated = steps.translate(
        release,
        arguments.to,
        engine=arguments.engine,
        glossary=opening.open_glossary(arguments.glossary),
        memory=memory_of(arguments),
        store=store_of(),
        listen=silent if arguments.json else bar,
    )
    bar.close()
    print(translated.to_json(indent=2) if arguments.json else outline(translated))
    return _code(translated)


def narrate(arguments: Namespace) -> int:
    """Write a release's narration: an audio file and its captions."""
    from plainspoken.writers import audio, captions

    release = read_edition(arguments)
    lexicon = saying.open_lexicon(arguments.lexicon)
    if arguments.script:
        rows = saying.script(release, lexicon=lexicon, describe=arguments.describe)
        print(*("\t".join(" ".join(cell.split()) for cell in row) for row in [_SCRIPT, *rows]), sep="\n")
        return 0
    tell_away(arguments)
    bar = Bar()
    spoken = steps.narrate(
        release, engine=arguments.narrator, voice=arguments.voice, lexicon=lexicon, describe=arguments.describe,
        form=arguments.audio, store=store_of(), listen=bar,
    )  # fmt: skip
    bar.close()
    name = "easy" if release.edition == "easy" else "release"
    write_whole(arguments.into / f"{name}.{arguments.audio}", audio.whole(release, spoken))
    write_whole(arguments.into / f"{name}.vtt", captions.write(spoken).encode())
    print(arguments.into / f"{name}.{arguments.audio}")
    for one in spoken.findings:
        print(f"plainspoken: {one.at}: {one.message} [{one.code}]".replace(": : ", ": "), file=sys.stderr)
    return _code(release)


def _columns() -> int | None:
    """Return how wide the terminal is; None where the output goes elsewhere."""
    return shutil.get_terminal_size().columns if sys.stdout.isatty() else None


def _code(release: Release) -> int:
    errors = [one for one in release.findings if one.level == "error"]
    for one in errors:
        print(f"plainspoken: {one.at}: {one.message} [{one.code}]", file=sys.stderr)
    return int(bool(errors))
