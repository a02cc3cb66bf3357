"""A pack against its manifest: what is missing, changed or put in later is found; nothing outside is read."""

from __future__ import annotations

import json
import os
import tracemalloc
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.checks.pack import Inspection, verify
from plainspoken.errors import SourceError
from plainspoken.pack import Pack
from plainspoken.writers.pack import publish
from tests import build

EDITIONS = build.editions()


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return publish(EDITIONS[:2], [build.narration(EDITIONS[0])], into=tmp_path, slug="bridge")


def found(place: Path) -> list[tuple[str, str]]:
    return [(one.code, one.at) for one in verify(place).findings]


def relisted(pack: Pack, change: Callable[[dict[str, object]], None]) -> None:
    """Change what a pack's manifest says."""
    place = pack.folder / "manifest.json"
    tree = json.loads(place.read_text())
    change(tree)
    place.write_text(json.dumps(tree))


def test_a_whole_pack(pack: Pack) -> None:
    """A pack as it was made has nothing to look at, neither its folder nor its zip."""
    files = len(json.loads((pack.folder / "manifest.json").read_text())["files"])
    assert pack.archive is not None
    assert verify(pack.folder) == verify(pack.archive) == Inspection("bridge", ("en-GB",), files)


def test_each_damage_is_named(pack: Pack) -> None:
    """A file that is gone, one that is cut, one that is changed at its length, and one that was put in."""
    (pack.folder / "en-GB" / "release.txt").unlink()
    page = pack.folder / "en-GB" / "index.html"
    page.write_bytes(page.read_bytes()[:-1])
    sound = pack.folder / "en-GB" / "audio" / "release.mp3"
    sound.write_bytes(b"\0" + sound.read_bytes()[1:])
    (pack.folder / "notes.txt").write_text("mine")
    assert found(pack.folder) == [
        ("pack-file-changed", "en-GB/audio/release.mp3"),
        ("pack-file-changed", "en-GB/index.html"),
        ("pack-file-missing", "en-GB/release.txt"),
        ("pack-file-unlisted", "notes.txt"),
    ]


def test_damage_in_a_zip(pack: Pack, tmp_path: Path) -> None:
    """A zip is checked without being unpacked."""
    assert pack.archive is not None
    cut = tmp_path / "cut.zip"
    with zipfile.ZipFile(pack.archive) as old, zipfile.ZipFile(cut, "w") as new:
        for entry in old.infolist():
            if not entry.filename.endswith("captions.vtt"):
                new.writestr(entry, old.read(entry) + (b" " if entry.filename.endswith("release.txt") else b""))
    assert found(cut) == [
        ("pack-file-missing", "en-GB/captions.vtt"),
        ("pack-file-changed", "en-GB/easy/release.txt"),
        ("pack-file-changed", "en-GB/release.txt"),
    ]


@pytest.mark.parametrize(
    ("change", "at"),
    [
        (lambda tree: tree["editions"][0].update(path="en-GB/other.html"), "en-GB/other.html"),
        (lambda tree: tree["editions"][0]["narration"].update(path="../x.mp3"), "../x.mp3"),
        (
            lambda tree: tree["editions"][0]["provenance"].update(engines=[{"name": "x", "segments": 9}]),
            "en-GB/index.html",
        ),
        (lambda tree: tree["editions"][0]["provenance"].pop("engines"), "en-GB/index.html"),
    ],
)
def test_a_manifest_that_contradicts_itself(pack: Pack, change: Callable[[dict], None], at: str) -> None:
    """An edition's page and sound are listed files, and its record counts what the edition does."""
    relisted(pack, change)
    assert found(pack.folder) == [("manifest-disagrees", at)]


def test_a_wrong_size(pack: Pack) -> None:
    """A size that isn't the file's is named, though its digest is right: feeds are written from it."""
    relisted(pack, lambda tree: tree["files"][0].update(size=1))
    assert [code for code, _ in found(pack.folder)] == ["pack-file-changed"]


@pytest.mark.parametrize("path", ["../secret.txt", "/etc/hostname", "en/../../secret.txt", "c:/secret", "..\\secret"])
def test_nothing_outside_is_read(pack: Pack, path: str) -> None:
    """A path that leads out of the pack is a finding; what stands there is not looked at."""
    (pack.folder.parent / "secret.txt").write_text("secret")
    digest = "2bb80d537b1da3e38bd30361aa855686bde0eacd7162fef6a25fe97bf527a25b"  # of "secret"
    relisted(pack, lambda tree: tree["files"].append({"path": path, "sha256": digest, "size": 6}))
    assert found(pack.folder) == [("pack-file-changed", path)]


def test_a_link_is_no_file_of_the_pack(pack: Pack) -> None:
    """A symbolic link in a file's place is not followed, nor one in a folder's."""
    page = pack.folder / "en-GB" / "index.html"
    content = page.read_bytes()
    page.unlink()
    (pack.folder.parent / "outside.html").write_bytes(content)
    page.symlink_to(pack.folder.parent / "outside.html")
    assert found(pack.folder) == [("pack-file-changed", "en-GB/index.html")]


def test_what_is_put_in(pack: Pack) -> None:
    """Links, also to folders, and what is no file at all are found as put in; none is read, none is waited for."""
    (pack.folder / "en-GB" / "etc").symlink_to("/etc")
    (pack.folder / "en-GB" / "passwords").symlink_to("/etc/passwd")
    os.mkfifo(pack.folder / "pipe")
    (pack.folder / "empty").mkdir()
    assert found(pack.folder) == [
        ("pack-file-unlisted", "en-GB/etc"),
        ("pack-file-unlisted", "en-GB/passwords"),
        ("pack-file-unlisted", "pipe"),
    ]


def test_a_pipe_in_a_files_place(pack: Pack) -> None:
    """What would never end is not read."""
    page = pack.folder / "en-GB" / "index.html"
    page.unlink()
    os.mkfifo(page)
    assert found(pack.folder) == [("pack-file-changed", "en-GB/index.html")]


def test_a_zip_with_two_files_of_one_name(pack: Pack, tmp_path: Path) -> None:
    """Programs differ in which of the two they unpack: such a zip is not the one that was made."""
    assert pack.archive is not None
    twice = tmp_path / "twice.zip"
    twice.write_bytes(pack.archive.read_bytes())
    with zipfile.ZipFile(twice) as zipped:
        name = next(name for name in zipped.namelist() if name.endswith("en-GB/index.html"))
        content = zipped.read(name)
    with zipfile.ZipFile(twice, "a") as zipped, pytest.warns(UserWarning, match="Duplicate name"):
        zipped.writestr(name, content)
    assert found(twice) == [("pack-file-changed", "en-GB/index.html")]


def test_a_zip_that_swells(pack: Pack, tmp_path: Path) -> None:
    """What is larger than its manifest says is not unpacked to find out; what leads out of the pack is not read."""
    assert pack.archive is not None
    bomb = tmp_path / "bomb.zip"
    with zipfile.ZipFile(pack.archive) as old, zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as new:
        for entry in old.infolist():
            swollen = entry.filename.endswith("en-GB/release.txt")
            new.writestr(entry.filename, bytes(50_000_000) if swollen else old.read(entry))
        new.writestr("../outside.txt", "mine")
    tracemalloc.start()
    assert found(bomb) == [("pack-file-changed", "en-GB/release.txt"), ("pack-file-unlisted", "../outside.txt")]
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 20_000_000


@pytest.mark.parametrize(
    ("written", "says"),
    [
        (None, "it has no manifest.json"),
        ("{", "damaged"),
        ("[]", "damaged"),
        ('{"schema": "plainspoken/pack/1", "slug": "x", "langs": [], "files": [{}]}', "damaged"),
        ('{"schema": "plainspoken/pack/9", "slug": "x", "langs": [], "files": []}', "of another version"),
    ],
)
def test_no_pack(tmp_path: Path, written: str | None, says: str) -> None:
    """A folder without a manifest that can be understood is no pack."""
    if written is not None:
        (tmp_path / "manifest.json").write_text(written)
    with pytest.raises(SourceError, match=says):
        verify(tmp_path)


def test_neither_folder_nor_zip(tmp_path: Path) -> None:
    """What isn't there, and a file that is no zip, are refused by name."""
    (tmp_path / "page.html").write_text("<p>")
    with pytest.raises(SourceError, match="neither a folder nor a zip"):
        verify(tmp_path / "page.html")
    with pytest.raises(SourceError, match="nothing here"):
        verify(tmp_path / "none")
