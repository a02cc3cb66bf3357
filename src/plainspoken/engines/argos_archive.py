"""Opening an Argos package file: a zip of one folder, from anywhere, that may hold nothing but that folder."""

from __future__ import annotations

import json
import re
import shutil
import stat
import zipfile
import zlib
from pathlib import Path, PurePosixPath

from plainspoken.errors import RemoteError, TargetError

_MOST_FILES = 10_000
_MOST_BYTES = 8 << 30


def unpack(archive: Path, into: Path) -> Path:
    """Extract the archive and return its one folder, inside `into`.

    Raises:
        RemoteError: it is not a sound zip of one folder, or a name in it points outside, or is not a plain file's.
        TargetError: the disk is full, or `into` can't be written.
    """
    try:
        with zipfile.ZipFile(archive) as opened:
            top = _checked(opened.infolist(), into)
            opened.extractall(into)
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError) as cause:
        raise broken(f"it is not a sound zip file ({cause})") from cause
    except OSError as cause:
        raise _unwritable(into, cause.strerror or str(cause)) from cause
    return into / top


def metadata(folder: Path) -> dict[str, object] | None:
    """Return what a package's `metadata.json` says; None where there is none that can be read."""
    try:
        found = json.loads((folder / "metadata.json").read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    return found if isinstance(found, dict) else None


def complete(folder: Path) -> bool:
    """Tell whether the files are there that translating needs: a model, its words and a tokenizer."""
    model = folder / "model"
    tokenizer = any((folder / name).is_file() for name in ("sentencepiece.model", "bpe.model"))
    return tokenizer and (model / "model.bin").is_file() and any(model.glob("*vocabulary*"))


def broken(why: str) -> RemoteError:
    """Return the error for a package that can't be used as it came."""
    return RemoteError(f"the downloaded package is broken: {why}", todo="Try again later; nothing was installed.")


def _checked(entries: list[zipfile.ZipInfo], into: Path) -> str:
    """Return the name of the one folder at the top."""
    if len(entries) > _MOST_FILES or sum(entry.file_size for entry in entries) > _MOST_BYTES:
        raise broken("it holds more than a package does")
    if not all(_harmless(entry) for entry in entries):
        raise broken("it holds names that point outside its folder")
    tops = {PurePosixPath(entry.filename).parts[0] for entry in entries}
    if len(tops) != 1 or any("/" not in entry.filename for entry in entries):
        raise broken("it does not hold exactly one folder")
    if shutil.disk_usage(into).free < sum(entry.file_size for entry in entries):
        raise _unwritable(into, "No space left on device")
    return tops.pop()


def _harmless(entry: zipfile.ZipInfo) -> bool:
    name, kind = entry.filename, stat.S_IFMT(entry.external_attr >> 16)
    parts = PurePosixPath(name).parts
    plain = kind in (0, stat.S_IFREG, stat.S_IFDIR)
    return plain and bool(parts) and ".." not in parts and re.match(r"[\w.-]+/", name) is not None and "\\" not in name


def _unwritable(into: Path, why: str) -> TargetError:
    return TargetError(
        f"the package can't be unpacked ({why})", where=str(into.parent), todo="Make room there, then try again."
    )
