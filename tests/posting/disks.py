"""A disk with little room, and a user whom the operating system refuses."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests import needs

_NOBODY = 65534


def _mounts() -> bool:
    """Whether this user may mount a disk here."""
    with tempfile.TemporaryDirectory() as folder:
        try:
            with small(Path(folder), 8):
                return True
        except (OSError, subprocess.CalledProcessError):
            return False


@contextmanager
def small(folder: Path, kilobytes: int) -> Iterator[None]:
    """Put an empty disk of that size where the folder is."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={kilobytes}k", "tmpfs", str(folder)]
    subprocess.run(command, check=True, capture_output=True)
    try:
        yield
    finally:
        subprocess.run(["umount", "--lazy", str(folder)], check=True, capture_output=True)


def enlarge(folder: Path, kilobytes: int) -> None:
    """Make room on the disk that was put there."""
    subprocess.run(["mount", "-o", f"remount,size={kilobytes}k", str(folder)], check=True, capture_output=True)


@contextmanager
def powerless() -> Iterator[None]:
    """Work as a user to whom nothing belongs, where we are the one who may do everything."""
    ours = os.geteuid()
    if ours == 0:
        os.seteuid(_NOBODY)
    try:
        yield
    finally:
        if ours == 0:
            os.seteuid(ours)


mounting = needs.rights("to mount a small disk", _mounts())
