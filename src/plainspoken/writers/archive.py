"""A pack as a ZIP file that is the same, byte for byte, whenever and wherever it is made."""

from __future__ import annotations

import zipfile
from collections.abc import Iterable
from pathlib import Path

_EPOCH = (1980, 1, 1, 0, 0, 0)  # the earliest moment that the format knows (APPNOTE 4.4.6)
_UNIX, _REGULAR = 3, 0o100644 << 16  # APPNOTE 4.4.2.2, and the mode in the upper half of the external attributes
_PACKED = (".mp3", ".opus", ".epub", ".zip")  # compressed already


def entry(path: str, compression: int = zipfile.ZIP_DEFLATED) -> zipfile.ZipInfo:
    """Return how a file stands in an archive: without the moment and the machine that it was made on."""
    made = zipfile.ZipInfo(path, _EPOCH)
    made.create_system, made.external_attr = _UNIX, _REGULAR
    made.compress_type = compression
    return made


def write_archive(folder: Path, name: str, paths: Iterable[str], to: Path) -> None:
    """Write the files `paths` of a folder into a ZIP file, beneath the folder name `name`, in order of their names."""
    with zipfile.ZipFile(to, "w") as archive:
        for path in sorted(paths):
            kind = zipfile.ZIP_STORED if path.endswith(_PACKED) else zipfile.ZIP_DEFLATED
            archive.writestr(entry(f"{name}/{path}", kind), (folder / path).read_bytes(), compresslevel=9)
