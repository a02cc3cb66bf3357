"""A content-addressed store on disk: what was computed once is read, not computed again."""

from __future__ import annotations

import hashlib
import json
import os
import tempfile
from dataclasses import dataclass
from pathlib import Path

from plainspoken.errors import TargetError


@dataclass(frozen=True, slots=True)
class Store:
    """A folder of results, each under the digest of what it was made from.

    Writing is atomic and safe between processes: a result is there whole or not at all. A result that can't be read is
    computed again; a store that can't be written is an error.
    """

    folder: Path

    def get(self, key: str) -> bytes | None:
        """Return the result stored under `key`; None if there is none."""
        try:
            return self._path(key).read_bytes()
        except OSError:
            return None

    def put(self, key: str, result: bytes) -> None:
        """Store `result` under `key`.

        Raises:
            TargetError: the store can't be written.
        """
        write_whole(self._path(key), result)

    def _path(self, key: str) -> Path:
        return self.folder / key[:2] / key[2:]


def digest(*parts: object) -> str:
    """Return the key of what was made from `parts`, JSON-ready values, in that order."""
    text = json.dumps(parts, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def write_whole(path: Path, content: bytes) -> None:
    """Write a file that appears whole or not at all, making its folder.

    Raises:
        TargetError: the folder can't be made, or the disk is full or read-only.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, draft = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name[:40]}.")
    except OSError as cause:
        raise _unwritable(path, cause) from cause
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
        Path(draft).chmod(0o644)
        Path(draft).replace(path)
    except OSError as cause:
        raise _unwritable(path, cause) from cause
    finally:
        Path(draft).unlink(missing_ok=True)


def _unwritable(path: Path, cause: OSError) -> TargetError:
    return TargetError(
        f"this file can't be written ({cause.strerror or cause})",
        where=str(path),
        todo="Choose a folder that you may write to, on a disk with room.",
    )
