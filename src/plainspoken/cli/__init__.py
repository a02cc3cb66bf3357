"""The command line: arguments to a facade call to an exit code; the only room that prints."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence

from plainspoken.errors import Error

INTERRUPTED = 130


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command line and return its exit code (see `plainspoken --help`)."""
    from plainspoken.cli.arguments import parser

    _write_utf8()
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except Error as failure:
        print(f"plainspoken: {failure}", file=sys.stderr)
        return failure.exit_code
    except KeyboardInterrupt:
        print("plainspoken: interrupted. What is done is kept; run the same command again to go on.", file=sys.stderr)
        return INTERRUPTED
    except BrokenPipeError:
        # The reader of our output has gone (`| head`); what is still buffered must not raise again at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0


def _write_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="backslashreplace")
