"""The commands and their options."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from importlib.metadata import version
from pathlib import Path
from typing import TypeAlias

from plainspoken import corrections
from plainspoken.cli import commands, packs, review

EXIT_CODES = """exit codes:
  0 done                          4 an engine, model or voice is missing
  1 errors to look at, or embargo  5 the target can't be written
  2 wrong usage                   6 the network or a remote service failed
  3 the source can't be read      130 interrupted; a second run goes on
"""

_SOURCE = "a file (HTML, .docx, .md, .txt, .eml), - for standard input, or an http(s) address"

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # argparse gives it no public name


def parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command line; each command sets `run`, a function of the parsed arguments."""
    top = argparse.ArgumentParser(
        prog="plainspoken",
        description="One press release in; a pack that everyone can read and hear out.",
        epilog=EXIT_CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    top.add_argument("--version", action="version", version=f"plainspoken {version('plainspoken')}")
    add = top.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for build in (
        _make,
        _parse,
        _simplify,
        _translate,
        _narrate,
        _review,
        _verify,
        _post,
        _unpost,
        _languages,
        _engines,
        _voices,
        _doctor,
    ):
        build(add)
    return top


def _make(add: Commands) -> None:
    command = _command(
        add, "make", commands.make, "make packs: read, simplify, translate, narrate, publish",
        "plainspoken make release.html --to es,ur,pl --into packs",
    )  # fmt: skip
    command.add_argument("sources", nargs="+", metavar="SOURCE", help=_SOURCE)
    command.add_argument("--to", required=True, metavar="LANGS", help="languages to translate into: es,ur,pl")
    command.add_argument("--into", required=True, type=Path, metavar="DIR", help="the folder to put packs in")
    _source_lang(command)
    _translation(command)
    _speech(command)
    _pictures(command)
    _easy_glossary(command)
    command.add_argument(
        "--formats", metavar="LIST", help="what to write beside the pages: mp3,vtt,txt,epub,xlf,zip (default: all)"
    )
    command.add_argument(
        "--offline", action="store_true", help="fetch nothing but SOURCE, not even a missing language package"
    )
    command.add_argument(
        "--require-reviewed", action="store_true", help="leave out translations that nobody has reviewed"
    )
    command.add_argument(
        "--safety", action=argparse.BooleanOptionalAction, default=None,
        help="put the quick exit on every page, or on none (default: where there are helplines)",
    )  # fmt: skip
    command.add_argument(
        "--base-url", metavar="URL",
        help="where the packs will stand on your site; adds a podcast feed (feed.xml) for each language",
    )  # fmt: skip
    command.add_argument("--replace", action="store_true", help="replace a pack even if the new one has less in it")
    command.add_argument(
        "--ignore-embargo", action="store_true", help="make a pack for preview before the release may be published"
    )
    command.add_argument(
        "--jobs", type=_positive, metavar="N", help="how many things to do at once (default: one a core)"
    )
    command.add_argument("--dask", metavar="ADDRESS", help="work on a Dask cluster: its scheduler's address, or local")
    command.add_argument("--json", action="store_true", help="write events, one JSON object a line")
    command.add_argument("--quiet", action="store_true", help="write nothing but errors")


def _parse(add: Commands) -> None:
    command = _command(
        add, "parse", commands.parse, "show the sections, sentences and facts of a release",
        "plainspoken parse release.html --json",
    )  # fmt: skip
    _source(command)
    command.add_argument(
        "--explain", action="store_true", help="show why each block has its role: the rule that gave it"
    )


def _simplify(add: Commands) -> None:
    command = _command(
        add,
        "simplify",
        commands.simplify,
        "make the easy-read edition of a release",
        "plainspoken simplify release.html",
    )
    _source(command)
    _pictures(command)
    _easy_glossary(command)
    command.add_argument(
        "--explain", action="store_true", help="show beside each sentence the one it came from, and the rule"
    )
    command.add_argument(
        "--check", action="store_true", help="hold SOURCE, an easy-read text of anyone's, to the rules, line by line"
    )


def _translate(add: Commands) -> None:
    command = _command(
        add, "translate", commands.translate, "translate a release, sentence by sentence",
        "plainspoken translate release.html --to es",
    )  # fmt: skip
    _source(command)
    command.add_argument("--to", required=True, metavar="LANG", help="the language to translate into")
    command.add_argument("--easy", action="store_true", help="translate the easy-read edition")
    _translation(command)


def _narrate(add: Commands) -> None:
    command = _command(
        add, "narrate", commands.narrate, "read a release aloud into an MP3 file, with captions",
        "plainspoken narrate release.html --into audio",
    )  # fmt: skip
    _source(command, json=False)
    command.add_argument(
        "--into", type=Path, default=Path(), metavar="DIR", help="the folder for the files (default: this one)"
    )
    command.add_argument("--easy", action="store_true", help="read the easy-read edition")
    command.add_argument(
        "--script",
        action="store_true",
        help="show what the voice would be given, a sentence a line, parted by tabs; write nothing",
    )
    _speech(command)


def _post(add: Commands) -> None:
    command = _command(
        add, "post", packs.post, "put a pack on a site: only what changed, and never half of it",
        "plainspoken post packs/bridge-closed sftp://press@site.example/var/www/releases",
    )  # fmt: skip
    command.add_argument("pack", type=Path, metavar="PACK", help="a pack's folder")
    _place(command)
    command.add_argument("--dry-run", action="store_true", help="say what would be sent, and send nothing")
    command.add_argument("--public-url", metavar="URL", help="the address of TARGET on the web, for the report")


def _unpost(add: Commands) -> None:
    command = _command(
        add, "unpost", packs.unpost, "take a posted pack down",
        "plainspoken unpost bridge-closed sftp://press@site.example/var/www/releases",
    )  # fmt: skip
    command.add_argument("slug", metavar="NAME", help="the name of the pack's folder at TARGET")
    _place(command)


def _place(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "target", metavar="TARGET", help="a folder, sftp://user@host/path, s3://bucket/path, webdavs://host/path"
    )
    command.add_argument(
        "--secrets", type=Path, metavar="FILE", help="a TOML file with password, key_file, ... that only you can read"
    )
    command.add_argument("--json", action="store_true", help="write JSON")


def _verify(add: Commands) -> None:
    command = _command(
        add, "verify", packs.verify, "check a pack against its manifest: every file there, none changed",
        "plainspoken verify packs/bridge-closed.zip",
    )  # fmt: skip
    command.add_argument("packs", nargs="+", type=Path, metavar="PACK", help="a pack's folder, or its zip")
    command.add_argument("--json", action="store_true", help="write JSON, an object for each pack")


def _review(add: Commands) -> None:
    command = add.add_parser(
        "review", help="send drafts to translators, take back what they correct, see how far it has come",
        description="Send drafts to translators, take back what they correct, see how far it has come.",
        epilog="example: plainspoken review export release.html --to ur --into for-translators",
    )  # fmt: skip
    actions = command.add_subparsers(title="actions", metavar="ACTION", required=True)
    _review_export(actions)
    _review_import(actions)
    _review_status(actions)


def _review_export(add: Commands) -> None:
    command = _command(
        add, "export", review.export, "write a file for a translator in each language",
        "plainspoken review export release.html --to ur,pl --into for-translators --memory ours.tmx",
    )  # fmt: skip
    _source(command)
    command.add_argument("--to", required=True, metavar="LANGS", help="the languages: ur,pl")
    command.add_argument("--into", type=Path, default=Path(), metavar="DIR", help="the folder for the files")
    command.add_argument(
        "--form", choices=corrections.FORMS, default="xliff",
        help="xliff is XLIFF 2.0, xliff1 is XLIFF 1.2 (Weblate), po is Gettext (default: xliff)",
    )  # fmt: skip
    _translation(command)
    command.add_argument("--replace", action="store_true", help="write over files that stand there")


def _review_import(add: Commands) -> None:
    command = _command(
        add, "import", review.bring_back, "take what translators sent back into the memory",
        "plainspoken review import release.ur.xlf --memory ours.tmx --by 'Amina Khan'",
    )  # fmt: skip
    command.add_argument("files", nargs="+", type=Path, metavar="FILE", help="XLIFF or PO, as it came back")
    command.add_argument(
        "--memory", type=Path, required=True, metavar="FILE", help="the TMX file that learns; made if there is none"
    )
    command.add_argument("--by", required=True, metavar="NAME", help="who answers for the translations")
    command.add_argument(
        "--state", choices=("translated", "reviewed", "final"),
        help="the state that every translated sentence has at least: reviewed where a person has read them all",
    )  # fmt: skip
    command.add_argument("--force", action="store_true", help="take sentences whose numbers or addresses differ")
    command.add_argument("--json", action="store_true", help="write JSON")


def _review_status(add: Commands) -> None:
    command = _command(
        add, "status", review.status, "show how far each language has come",
        "plainspoken review status release.html --memory ours.tmx",
    )  # fmt: skip
    _source(command)
    command.add_argument("--to", metavar="LANGS", help="the languages (default: all that the memory has)")
    command.add_argument(
        "--memory", type=Path, action="append", metavar="FILE", help="past translations: a TMX file; may be given again"
    )


def _languages(add: Commands) -> None:
    command = _command(
        add, "languages", commands.languages, "show, add or remove the languages of this machine",
        "plainspoken languages add es pl",
    )  # fmt: skip
    command.add_argument("action", nargs="?", choices=("list", "add", "remove"), default="list")
    command.add_argument("langs", nargs="*", metavar="LANG", help="languages to add or remove")
    command.add_argument(
        "--from", dest="source", default="en", metavar="LANG", help="the language you publish in (default: en)"
    )
    command.add_argument("--json", action="store_true", help="write JSON")
    command.add_argument("--quiet", action="store_true", help="write nothing but errors")


def _engines(add: Commands) -> None:
    command = _command(
        add, "engines", commands.engines, "show the engines and what each still needs", "plainspoken engines"
    )
    command.add_argument("--json", action="store_true", help="write JSON")


def _voices(add: Commands) -> None:
    command = _command(add, "voices", commands.voices, "show the voices of this machine", "plainspoken voices ur")
    command.add_argument("langs", nargs="*", metavar="LANG", help="only those that speak these languages")
    command.add_argument("--json", action="store_true", help="write JSON")


def _doctor(add: Commands) -> None:
    command = _command(
        add, "doctor", commands.doctor, "check this installation and say what to mend", "plainspoken doctor"
    )
    command.add_argument("--json", action="store_true", help="write JSON")


def _command(
    add: Commands, name: str, run: Callable[[argparse.Namespace], int], does: str, example: str
) -> argparse.ArgumentParser:
    command: argparse.ArgumentParser = add.add_parser(
        name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=f"example: {example}"
    )
    command.set_defaults(run=run)
    return command


def _source(command: argparse.ArgumentParser, *, json: bool = True) -> None:
    command.add_argument("source", metavar="SOURCE", help=_SOURCE)
    _source_lang(command)
    if json:
        command.add_argument("--json", action="store_true", help="write JSON")


def _source_lang(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--source-lang", metavar="LANG", help="the language the release is in, where the page doesn't say"
    )
    command.add_argument("--url", metavar="URL", help="the page's own address, where the page doesn't say")


def _translation(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--engine", metavar="NAME", help="the translator (default: the best one here for each language)"
    )
    command.add_argument("--glossary", type=Path, metavar="FILE", help="required translations: a CSV file")
    command.add_argument(
        "--memory", type=Path, action="append", metavar="FILE", help="past translations: a TMX file; may be given again"
    )


def _easy_glossary(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--easy-glossary", type=Path, metavar="FILE",
        help="your own hard words for easy read, each with its explanation: a CSV file",
    )  # fmt: skip


def _pictures(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--pictures", type=Path, metavar="FOLDER",
        help="your own pictures for easy read: SVG and PNG files, and the table pictures.csv that names them",
    )  # fmt: skip


def _speech(command: argparse.ArgumentParser) -> None:
    command.add_argument("--narrator", metavar="NAME", help="the speaking engine (default: the best one here)")
    command.add_argument("--voice", metavar="ID", help="a voice, for the language it speaks; see `plainspoken voices`")
    command.add_argument(
        "--lexicon", type=Path, action="append", metavar="FILE",
        help="how names are said: a PLS file; may be given again",
    )  # fmt: skip
    command.add_argument("--describe", action="store_true", help="read the descriptions of pictures aloud")


def _positive(text: str) -> int:
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
