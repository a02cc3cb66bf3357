"""The options that several commands of the command line share, and how a command is added to it."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeAlias

SOURCE = "a file (HTML, .docx, .md, .txt, .eml), - for standard input, or an http(s) address"

Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"  # argparse gives it no public name


def command_of(
    add: Commands, name: str, run: Callable[[argparse.Namespace], int], does: str, example: str
) -> argparse.ArgumentParser:
    """Add a command: the function that runs it, what it does in a line, and an example."""
    command: argparse.ArgumentParser = add.add_parser(
        name, help=does, description=f"{does[0].upper()}{does[1:]}.", epilog=f"example: {example}"
    )
    command.set_defaults(run=run)
    return command


def source_options(command: argparse.ArgumentParser, *, json: bool = True) -> None:
    """Add the release that a command works on, and `--json` where it can write it."""
    command.add_argument("source", metavar="SOURCE", help=SOURCE)
    source_lang_options(command)
    if json:
        command.add_argument("--json", action="store_true", help="write JSON")


def source_lang_options(command: argparse.ArgumentParser) -> None:
    """Add what a page may not say of itself: its language and address."""
    command.add_argument(
        "--source-lang", metavar="LANG", help="the language the release is in, where the page doesn't say"
    )
    command.add_argument("--url", metavar="URL", help="the page's own address, where the page doesn't say")


def translation_options(command: argparse.ArgumentParser) -> None:
    """Add what a translation is made with: the engine, the glossary, the memory."""
    command.add_argument(
        "--engine", metavar="NAME", help="the translator (default: the best one here for each language)"
    )
    command.add_argument("--glossary", type=Path, metavar="FILE", help="required translations: a CSV or TBX file")
    command.add_argument(
        "--memory", type=Path, action="append", metavar="FILE",
        help="past translations: a TMX file, which may be given again, or one of SQLite (.db)",
    )  # fmt: skip


def easy_glossary_option(command: argparse.ArgumentParser) -> None:
    """Add an organisation's own hard words."""
    command.add_argument(
        "--easy-glossary", type=Path, metavar="FILE",
        help="your own hard words for easy read, each with its explanation: a CSV file",
    )  # fmt: skip


def simplifier_option(command: argparse.ArgumentParser, flag: str = "--simplifier") -> None:
    """Add which engine writes the easy read."""
    command.add_argument(
        flag, dest="simplifier", metavar="NAME",
        help="what writes the easy read: spacy, rules or chat; each sentence is checked (default: spacy if it has a "
        "model, else rules)",
    )  # fmt: skip


def pictures_option(command: argparse.ArgumentParser) -> None:
    """Add an organisation's own pictures."""
    command.add_argument(
        "--pictures", type=Path, metavar="FOLDER",
        help="your own pictures for easy read: SVG and PNG files, and the table pictures.csv that names them",
    )  # fmt: skip


def brand_options(command: argparse.ArgumentParser) -> None:
    """Add how the pages look, and what browsers may keep of them."""
    command.add_argument(
        "--brand", type=Path, metavar="FILE",
        help="your name, colour, logo and licence on the pages: a TOML file",
    )  # fmt: skip
    command.add_argument(
        "--neutral-title", action="store_true",
        help="give the pages titles that tell nothing of the subject to who sees tabs or history",
    )  # fmt: skip


def easy_options(command: argparse.ArgumentParser, engine: str = "--simplifier") -> None:
    """Add what an easy read is made with: the engine, the pictures, the hard words."""
    simplifier_option(command, engine)
    pictures_option(command)
    easy_glossary_option(command)


def speech_options(command: argparse.ArgumentParser) -> None:
    """Add what a narration is made with: the speaking engine, its voice, how names are said."""
    command.add_argument("--narrator", metavar="NAME", help="the speaking engine (default: the best one here)")
    command.add_argument("--voice", metavar="ID", help="a voice, for the language it speaks; see `plainspoken voices`")
    command.add_argument(
        "--lexicon", type=Path, action="append", metavar="FILE",
        help="how names are said: a PLS file; may be given again",
    )  # fmt: skip
    command.add_argument("--describe", action="store_true", help="read the descriptions of pictures aloud")


def audio_option(command: argparse.ArgumentParser, forms: Sequence[str]) -> None:
    """Add what the audio is encoded as."""
    edits = "; wav is for editing" if "wav" in forms else ""
    command.add_argument(
        "--audio", choices=forms, default=forms[0],
        help=f"mp3 plays everywhere, opus takes 40 %% less room{edits} (default: mp3)",
    )  # fmt: skip


def positive(text: str) -> int:
    """Return a number of at least 1; argparse tells the person where it is not."""
    number = int(text)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number
