"""Argos's packages: listed, planned, installed whole or not at all, removed; against a real loopback index."""

from __future__ import annotations

import io
import json
import shutil
import subprocess
import sys
import zipfile
from collections import namedtuple
from pathlib import Path

import pytest

from plainspoken.engines import argos_packages, download
from plainspoken.engines.argos import Argos
from plainspoken.engines.argos_library import Installed
from plainspoken.engines.argos_packages import Offer
from plainspoken.errors import EngineError, Error, RemoteError, TargetError, UsageError
from plainspoken.events import Event
from tests import needs
from tests.argos_server import FIXTURES, PACKAGES, Site

pytestmark = needs.argos

SPANISH = "/en_es.argosmodel"


@pytest.fixture(autouse=True)
def _in_no_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    """Waits between attempts are for servers; these tests don't sleep."""
    monkeypatch.setattr(download.time, "sleep", lambda seconds: None)


def offer(site: Site, source: str = "en", target: str = "es", **more: str) -> Offer:
    return Offer(source, target, "1.0", (f"{site.address}/{source}_{target}.argosmodel",), **more)


def rezipped(change: dict[str, bytes | None], source: str = PACKAGES["en", "es"]) -> bytes:
    """A tiny package with files replaced, added, or (None) left out."""
    kept: dict[str, bytes] = {}
    with zipfile.ZipFile(FIXTURES / source) as archive:
        kept = {name: archive.read(name) for name in archive.namelist()}
    kept |= {name: content for name, content in change.items() if content is not None}
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        for name, content in kept.items():
            if change.get(name, b"") is not None:
                archive.writestr(name, content)
    return into.getvalue()


def left(home: Path) -> list[str]:
    """All that stands in the packages' folder and beside it."""
    return sorted(path.name for folder in (home.parent, home) if folder.is_dir() for path in folder.iterdir())


def test_lists_what_is_whole(packages: Path) -> None:
    """Folders that are no package, half a package, or in no language known, don't count and don't disturb."""
    (packages / "stray").mkdir()
    (packages / "a file").write_text("")
    for name, content in {
        "list": "[]",
        "broken": "{",
        "tongue": '{"from_code": "en", "to_code": "zzz9zzz9zz"}',
    }.items():
        (packages / name).mkdir()
        (packages / name / "metadata.json").write_text(content)
    half = packages / "half"
    shutil.copytree(packages / "translate-en_es-1_0", half)
    (half / "model" / "model.bin").unlink()
    listed = {(one.source, one.target): one.folder.name for one in argos_packages.installed()}
    assert listed == {("en", "es"): "translate-en_es-1_0", ("es", "pt"): "translate-es_pt-1_0"}
    assert Argos().translate(["Notes to editors"], "en", "pt")[0].text


def test_the_newest_of_a_pair_counts(packages: Path) -> None:
    """Version 1.10 is newer than 1.9."""
    for version in ("1.9", "1.10"):
        folder = packages / f"en_es_{version}"
        shutil.copytree(packages / "translate-en_es-1_0", folder)
        said = json.loads((folder / "metadata.json").read_text()) | {"package_version": version}
        (folder / "metadata.json").write_text(json.dumps(said))
    assert Installed("en", "es", "1.10", packages / "en_es_1.10") in argos_packages.installed()


@pytest.mark.parametrize(
    ("source", "target", "way"),
    [
        ("en", "es", ("en", "es")),
        ("en-GB", "pt", ("en", "pt-BR")),
        ("ur", "pl", ("ur", "en", "pl")),
        ("en", "zh-Hant-HK", ("en", "zh-Hant")),
        ("en", "zh", None),
        ("pl", "ur", None),
        ("es", "es-MX", None),
        ("en", "en", None),
    ],
)
def test_routes(source: str, target: str, way: tuple[str, ...] | None) -> None:
    """The direct way is taken first, then one language between, English before others; never a script for another."""
    pairs = {
        ("en", "es"),
        ("es", "en"),
        ("en", "pt-BR"),
        ("ur", "en"),
        ("ur", "ar"),
        ("ar", "pl"),
        ("en", "pl"),
        ("en", "zh-Hant"),
    }
    assert argos_packages.route(source, target, pairs) == way


def test_reads_the_index(site: Site) -> None:
    """Offers have canonical tags, the newest version of each pair, and only addresses that can be fetched."""
    site.offer(
        site.entry("en", "es"),
        site.entry("en", "es", package_version="1.9"),
        site.entry("en", "pb"),
        site.entry("en", "zt", links=["ipfs://x", "https://example.org/zt"], sha256="ab"),
        site.entry("en", "nb", links=["ipfs://x"]),
        {"type": "sbd", "from_codes": ["en"], "links": ["https://example.org/sbd"]},
        {"from_code": 7, "links": [None]},
    )
    assert [(one.source, one.target, one.version, one.sha256) for one in argos_packages.index()] == [
        ("en", "es", "1.9", None),
        ("en", "pt-BR", "1.0", None),
        ("en", "zh-Hant", "1.0", "ab"),
    ]


@pytest.mark.parametrize("content", [b"<html>", b"{", b"\xff", b"[" * 100_000, b'{"a": 1}', b"null", b"[1, null]"])
def test_an_index_that_is_none(site: Site, content: bytes) -> None:
    """What is no index is an error that says so, or an empty one."""
    site.files["/index.json"] = content
    try:
        assert argos_packages.index() == ()
    except RemoteError as caught:
        assert "not a package index" in str(caught)


def test_plans(site: Site, argos_home: Path) -> None:
    """Only what is missing is planned, and nothing for what is there."""
    assert [(one.source, one.target) for one in argos_packages.plan("en", "pt")] == [("en", "es"), ("es", "pt")]
    argos_packages.install(argos_packages.plan("en", "es")[0])
    assert argos_packages.plan("en", "es") == ()
    assert [(one.source, one.target) for one in argos_packages.plan("en", "pt")] == [("es", "pt")]
    with pytest.raises(EngineError, match="no packages that translate English into Somali"):
        argos_packages.plan("en", "so")


def test_installs(site: Site, argos_home: Path) -> None:
    """The size is told before the first byte and each step after it; the package works; nothing else is left."""
    heard: list[Event] = []
    package = argos_packages.install(offer(site), heard.append)
    size = len(site.files[SPANISH])
    assert package == Installed("en", "es", "1.0", argos_home / "translate-en_es-1_0")
    assert (heard[0].done, heard[0].total, heard[0].unit, heard[0].stage) == (0, size, "bytes", "download")
    assert (heard[0].at, heard[0].lang) == ("English to Spanish", "es")
    assert heard[-1].done == size
    assert [one.done for one in heard] == sorted(one.done for one in heard)
    assert left(argos_home) == ["packages", "translate-en_es-1_0"]
    assert Argos().translate(["The mayor offers hot meals to volunteers in Acton."], "en", "es")[0].text


def test_installed_for_argos_too(site: Site, argos_home: Path) -> None:
    """What we install, Argos's own library lists and loads."""
    argos_packages.install(offer(site))
    code = "from argostranslate import package; print(*package.get_installed_packages())"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "English → Spanish"


def test_installing_again_replaces(site: Site, packages: Path) -> None:
    """A package that got damaged is replaced by installing it again."""
    weights = packages / "translate-en_es-1_0" / "model" / "model.bin"
    whole = weights.read_bytes()
    weights.write_bytes(b"")
    argos_packages.install(offer(site))
    assert weights.read_bytes() == whole
    assert left(packages) == ["packages", "translate-en_es-1_0", "translate-es_pt-1_0"]


def test_goes_on_where_a_connection_broke(site: Site, argos_home: Path) -> None:
    """A download that breaks twice goes on from the bytes it has, and is whole."""
    site.breaks[SPANISH] = [400_000, 300_000]
    argos_packages.install(offer(site))
    assert [asked for path, asked in site.asked if path == SPANISH] == [None, "bytes=400000-", "bytes=700000-"]
    assert Argos().route("en", "es")


def test_starts_again_where_a_server_can_not_go_on(site: Site, argos_home: Path) -> None:
    """A server that answers a range with the whole file is taken at its word."""
    site.breaks[SPANISH], site.resumes = [400_000], False
    argos_packages.install(offer(site))
    assert Argos().route("en", "es")


FAULTS: dict[str, tuple[type[Error], str]] = {
    "missing": (RemoteError, "404"),
    "truncated": (RemoteError, "broke before the file was whole"),
    "cut": (RemoteError, "not a sound zip"),
    "no zip": (RemoteError, "not a sound zip"),
    "flipped": (RemoteError, "not a sound zip"),
    "other pair": (RemoteError, "translates es into pt, not English to Spanish"),
    "no metadata": (RemoteError, "lacks"),
    "no model": (RemoteError, "lacks"),
    "no tokenizer": (RemoteError, "lacks"),
    "bad model": (RemoteError, "does not work"),
    "bad tokenizer": (RemoteError, "does not work"),
    "two folders": (RemoteError, "exactly one folder"),
    "loose file": (RemoteError, "outside its folder"),
    "climbs": (RemoteError, "outside its folder"),
    "absolute": (RemoteError, "outside its folder"),
    "wrong digest": (RemoteError, "SHA-256"),
}


def faulty(fault: str, whole: bytes) -> bytes:
    top = "translate-en_es-1_0"
    made = {
        "cut": whole[:500_000],
        "no zip": b"<html>Sign in to this network</html>",
        "flipped": whole[:300_000] + bytes([whole[300_000] ^ 255]) + whole[300_001:],
        "other pair": (FIXTURES / PACKAGES["es", "pt"]).read_bytes(),
    }
    changes: dict[str, dict[str, bytes | None]] = {
        "no metadata": {f"{top}/metadata.json": None},
        "no model": {f"{top}/model/model.bin": None},
        "no tokenizer": {f"{top}/sentencepiece.model": None},
        "bad model": {f"{top}/model/model.bin": b"\0" * 1000},
        "bad tokenizer": {f"{top}/sentencepiece.model": b"\0" * 1000},
        "two folders": {"other/file": b""},
        "loose file": {"file": b""},
        "climbs": {f"{top}/../../out": b""},
        "absolute": {"/out": b""},
    }
    return made[fault] if fault in made else rezipped(changes[fault]) if fault in changes else whole


@pytest.mark.parametrize("fault", FAULTS)
def test_a_faulty_package_leaves_nothing(site: Site, argos_home: Path, fault: str) -> None:
    """Whatever is wrong with a download, the error says it and not a file is left."""
    kind, words = FAULTS[fault]
    site.files[SPANISH] = faulty(fault, site.files[SPANISH])
    if fault == "missing":
        del site.files[SPANISH]
    if fault == "truncated":
        site.breaks[SPANISH] = [1000, 1000, 1000]
    with pytest.raises(kind, match=words) as caught:
        argos_packages.install(offer(site, **({"sha256": "0" * 64} if fault == "wrong digest" else {})))
    assert caught.value.exit_code == 6
    assert left(argos_home) == ["packages"]
    assert argos_packages.installed() == ()


def test_a_link_in_the_zip_is_refused(site: Site, argos_home: Path) -> None:
    """A symbolic link in a package could point anywhere."""
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w") as archive:
        link = zipfile.ZipInfo("top/metadata.json")
        link.external_attr = 0o120777 << 16
        archive.writestr(link, "/etc/passwd")
    site.files[SPANISH] = into.getvalue()
    with pytest.raises(RemoteError, match="outside its folder"):
        argos_packages.install(offer(site))


def test_a_faulty_update_keeps_what_was_there(site: Site, packages: Path) -> None:
    """A package that works is not lost to a download that doesn't."""
    site.files[SPANISH] = rezipped({"translate-en_es-1_0/model/model.bin": b"\0" * 1000})
    with pytest.raises(RemoteError):
        argos_packages.install(offer(site))
    assert Argos().translate(["Notes to editors"], "en", "es")[0].text


def test_the_next_address_is_tried(site: Site, argos_home: Path) -> None:
    """A package is fetched from its second address where the first has lost it."""
    links = (f"{site.address}/gone", f"{site.address}{SPANISH}")
    argos_packages.install(Offer("en", "es", "1.0", links))
    assert Argos().route("en", "es")


def test_offline(argos_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without a network the error says so, with the address and what can be done (exit code 6)."""
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:9/")
    with pytest.raises(RemoteError, match=r"http://127\.0\.0\.1:9/index\.json: .*can't be reached.*online"):
        argos_packages.index()


def test_a_server_that_never_answers(site: Site) -> None:
    """Silence is waited for, but not for ever."""
    site.silent.add("/index.json")
    with pytest.raises(RemoteError, match="does not answer"):
        download.get(f"{site.address}/index.json", timeout=0.2)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/x", "data:,x", "nonsense"])
def test_only_the_web_is_fetched(address: str, tmp_path: Path) -> None:
    """An index can't have local files read, or other protocols spoken."""
    with pytest.raises(RemoteError, match="only http and https"):
        download.get(address)
    with pytest.raises(RemoteError, match="only http and https"):
        download.download([address], tmp_path / "x")


def test_a_full_disk(site: Site, argos_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What does not fit is refused before it is downloaded (exit code 5)."""
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(download.shutil, "disk_usage", lambda path: usage(10**6, 10**6, 1000))
    with pytest.raises(TargetError, match=r"disk is full.*Make room"):
        argos_packages.install(offer(site))
    assert left(argos_home) == ["packages"]


def test_a_folder_that_can_not_be_made(site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A packages' folder that can't be written is named, with the variable that changes it."""
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("ARGOS_PACKAGES_DIR", str(tmp_path / "file" / "packages"))
    with pytest.raises(TargetError, match=r"file/packages.*ARGOS_PACKAGES_DIR"):
        argos_packages.install(offer(site))


def test_interrupted(site: Site, argos_home: Path) -> None:
    """Ctrl-C in the middle of a download leaves nothing."""

    def interrupt(event: Event) -> None:
        if event.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        argos_packages.install(offer(site), interrupt)
    assert left(argos_home) == ["packages"]


def test_removes(packages: Path) -> None:
    """All packages from and into a language go, and nothing is left of them."""
    assert {(one.source, one.target) for one in argos_packages.remove("es")} == {("en", "es"), ("es", "pt")}
    assert left(packages) == ["packages"]
    with pytest.raises(UsageError, match="no package of this language"):
        argos_packages.remove("es")


def test_finds_what_argos_itself_installed(tmp_path: Path, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Packages in Argos's own folder count, are not ours to remove, and its folder is not made where it is missing."""
    monkeypatch.delenv("ARGOS_PACKAGES_DIR")
    assert argos_packages.installed() == ()
    theirs = tmp_path / "XDG_DATA_HOME" / "argos-translate" / "packages"
    shutil.copytree(packages, theirs)
    assert Argos().route("en", "pt") == ("en", "es", "pt")
    with pytest.raises(TargetError, match="installed by Argos Translate itself"):
        argos_packages.remove("es")
    assert Argos().route("en", "pt")


def test_leaves_no_folder_in_the_home(packages: Path, tmp_path: Path) -> None:
    """Argos's settings make three folders at import; a home gets none of them, and need not be writable."""
    code = "from plainspoken.engines.argos import Argos; print(Argos().translate(['About us'], 'en', 'es')[0].text)"
    home = tmp_path / "home"
    home.mkdir()
    for place in (home, Path("/nonexistent")):
        environment = {"HOME": str(place), "ARGOS_PACKAGES_DIR": str(packages), "PATH": "/usr/bin:/bin"}
        run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
        assert run.stdout.strip()
    made = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_dir()]
    assert [path for path in made if "argos" in path and "plainspoken" not in path] == []


def test_settings_that_argos_refuses(packages: Path, tmp_path: Path) -> None:
    """A broken setting of Argos is an error of ours."""
    code = """
from plainspoken.engines.argos import Argos
from plainspoken.errors import EngineError
try:
    Argos().translate(["Notes to editors"], "en", "es")
except EngineError as caught:
    print(caught)
"""
    environment = {
        "HOME": str(tmp_path),
        "ARGOS_PACKAGES_DIR": str(packages),
        "ARGOS_BATCH_SIZE": "many",
        "PATH": "/usr/bin:/bin",
    }
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, env=environment, check=True)
    assert "Argos Translate does not start" in run.stdout
