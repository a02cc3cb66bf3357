"""Made twice from the same release, packs and their index are the same, whoever makes them, when and where."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tests import needs

SAMPLE = Path(__file__).parents[1] / "samples" / "council-gallery" / "page.html"
SURROUNDINGS = [
    (0o022, {"TZ": "UTC", "PYTHONHASHSEED": "1", "LC_ALL": "C.UTF-8", "SOURCE_DATE_EPOCH": "0"}),
    (0o077, {"TZ": "Asia/Kolkata", "PYTHONHASHSEED": "4242", "LC_ALL": "C"}),
]


def made(place: Path, mask: int, variables: dict[str, str]) -> dict[str, str]:
    """Make a pack and its index in a process of its own, with a cache of its own; return the digests of all files."""
    program = (
        "import os, sys; os.umask(int(sys.argv[1])); from plainspoken.cli import main\n"
        "main(['make', sys.argv[2], '--to', 'en-GB', '--into', sys.argv[3], '--offline', '--quiet'])\n"
        "sys.exit(main(['index', sys.argv[3], '--base-url', 'https://site.example/releases']))"
    )
    place.mkdir()
    done = subprocess.run(
        [sys.executable, "-c", program, str(mask), str(SAMPLE), "packs"], cwd=place, capture_output=True, text=True,
        env={**os.environ, **variables, "PLAINSPOKEN_CACHE": str(place / "cache")},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = [one for one in (place / "packs").rglob("*") if one.is_file()]
    return {one.relative_to(place).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest() for one in found}


@pytest.mark.build
@needs.espeak
def test_the_same_bytes_everywhere(tmp_path: Path) -> None:
    """Time zone, language, the seed of hashes and the rights of new files change no byte of any file."""
    with ThreadPoolExecutor(2) as threads:
        first, second = threads.map(lambda one: made(tmp_path / one[1]["PYTHONHASHSEED"], *one), SURROUNDINGS)
    assert first == second
    kinds = {path.rpartition(".")[2] for path in first}
    assert {"html", "mp3", "vtt", "txt", "epub", "zip", "xml", "json", "png"} <= kinds
    for archive in (one for one in (tmp_path / "1").rglob("*") if one.suffix in {".zip", ".epub"}):
        with zipfile.ZipFile(archive) as zipped:
            assert {entry.date_time for entry in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
