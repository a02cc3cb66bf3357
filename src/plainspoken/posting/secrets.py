"""What opens a site: user name, password or key, from the environment or a file that only its owner reads."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plainspoken.errors import UsageError

PREFIX = "PLAINSPOKEN_POST_"
NAMES = (
    "username", "password", "key_file", "passphrase", "known_hosts", "access_key", "secret_key", "endpoint", "region",
)  # fmt: skip
_HIDDEN = ("password", "passphrase", "secret_key", "access_key")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What opens a site; its values are in no message, log or manifest."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)

    def find(self, name: str) -> str | None:
        """Return one of `NAMES`; None where it is not given."""
        return self.values.get(name) or None

    def hide(self, text: str) -> str:
        """Return a text without any of the values that nobody may see."""
        for name in _HIDDEN:
            value = self.values.get(name, "")
            text = text.replace(value, "***") if len(value) > 2 else text
        return text


def load(file: Path | None, environment: Mapping[str, str]) -> Secrets:
    """Return the secrets of a TOML file and, before those, of the environment (`PLAINSPOKEN_POST_PASSWORD`, ...).

    Raises:
        UsageError: the file can't be read, others can read it, or it has a name that means nothing.
    """
    values = _read(file) if file else {}
    given = {name: environment[PREFIX + name.upper()] for name in NAMES if environment.get(PREFIX + name.upper())}
    return Secrets({**values, **given})


def _read(file: Path) -> dict[str, str]:
    try:
        mode = file.stat().st_mode
        tree = tomllib.loads(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as cause:
        raise UsageError("this file of secrets can't be read", where=str(file), todo="Check its path.") from cause
    except tomllib.TOMLDecodeError as cause:
        # The library's message may quote the line, and with it a secret.
        todo = 'Write a line for each, as in: password = "..."'
        raise UsageError("this file of secrets is no TOML", where=str(file), todo=todo) from cause
    if mode & 0o077:
        raise UsageError("others can read this file of secrets", where=str(file), todo=f"Run: chmod 600 {file}")
    if unknown := sorted(set(tree) - set(NAMES)):
        todo = f"It may have: {', '.join(NAMES)}."
        raise UsageError(f"this file of secrets has {', '.join(unknown)}", where=str(file), todo=todo)
    return {name: str(value) for name, value in tree.items()}
