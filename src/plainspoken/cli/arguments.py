"""The command line as a whole: its commands in the order of the work, and what their exit codes mean."""

from __future__ import annotations

import argparse
from importlib.metadata import version

from plainspoken.cli.doctor import add_doctor
from plainspoken.cli.inventory import add_engines, add_languages
from plainspoken.cli.making import add_make
from plainspoken.cli.packs import add_post, add_unpost, add_verify
from plainspoken.cli.review import add_review
from plainspoken.cli.site import add_index
from plainspoken.cli.stages import add_narrate, add_parse, add_simplify, add_translate
from plainspoken.cli.voices import add_voices

EXIT_CODES = """exit codes:
  0 done                          4 an engine, model or voice is missing
  1 errors to look at, or embargo  5 the target can't be written
  2 wrong usage                   6 the network or a remote service failed
  3 the source can't be read      130 interrupted; a second run goes on
"""


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
        add_make,
        add_parse,
        add_simplify,
        add_translate,
        add_narrate,
        add_review,
        add_verify,
        add_index,
        add_post,
        add_unpost,
        add_languages,
        add_engines,
        add_voices,
        add_doctor,
    ):
        build(add)
    return top
