"""What opens a site: user name, password or key, from the environment or a file that only its owner reads."""

from __future__ import annotations

import html
import json
import re
import tomllib
from base64 import b64encode
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import quote, quote_plus

from plainspoken.errors import UsageError

PREFIX = "PLAINSPOKEN_POST_"
NAMES = (
    "username", "password", "key_file", "passphrase", "known_hosts", "access_key", "secret_key", "endpoint", "region",
)  # fmt: skip
_HIDDEN = ("password", "passphrase", "secret_key", "access_key")
# What follows says who asks (RFC 9110, 11.6.2), whoever that is: the user's name may come from the address.
_HEADER = re.compile(r"(?i)\b(basic|bearer|digest|aws4-hmac-sha256)\s+[A-Za-z0-9+/=_.~%-]{6,}(?:,? ?[\w-]+=\S+)*")


@dataclass(frozen=True, slots=True)
class Secrets:
    """What opens a site; its values are in no message, log or manifest."""

    values: Mapping[str, str] = field(default_factory=dict, repr=False)

    def find(self, name: str) -> str | None:
        """Return one of `NAMES`; None where it is not given."""
        return self.values.get(name) or None

    def hide(self, text: str) -> str:
        """Return a text without any of the values that nobody may see, however they are written in it."""
        for value in sorted(self._forms(), key=len, reverse=True):
            text = text.replace(value, "***")
        return _HEADER.sub(r"\1 ***", text)

    def told(self, cause: Exception, most: int = 200) -> str:
        """Return what an error says that isn't ours, on one line of so many characters, without what nobody may see."""
        # Hidden before anything is changed or cut off, and after: half a password is still one.
        said = self.hide(" ".join(self.hide(str(cause)).split()))
        return said if len(said) <= most else f"{said[:most].rstrip()} ..."

    def _forms(self) -> set[str]:
        """Return the hidden values as they may stand in a text: plain, in an address, quoted, in a header."""
        forms: set[str] = set()
        user = self.values.get("username", "")
        for value in filter(None, (self.values.get(name) for name in _HIDDEN)):
            for one in {value, value.strip(), "".join(value.split())}:
                forms |= {one, quote(one), quote(one, safe=""), quote_plus(one), html.escape(one)}
                forms |= {repr(one)[1:-1], json.dumps(one)[1:-1], _code(one), _code(f"{user}:{one}")}
        return {one for one in forms if len(one) > 2}


def _code(text: str) -> str:
    return b64encode(text.encode()).decode()


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
