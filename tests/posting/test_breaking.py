"""Places that fail while a pack is posted: the line is cut, the disk is full, the key is the wrong one.

WordPress, which is no place of files, has the same three in `test_wordpress.py`.
"""

from __future__ import annotations

import shutil
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.errors import Error, RemoteError, TargetError
from plainspoken.pack import Pack
from plainspoken.post import post, unpost
from plainspoken.posting import place, secrets
from plainspoken.posting.link import Link
from plainspoken.writers.pack import publish
from tests import build, needs
from tests.posting import disks, servers
from tests.posting.line import Line, port_of
from tests.posting.refusing import Refusing

EDITIONS = build.editions()[:2]
Served = tuple[str, Mapping[str, str]]
At = Callable[[str, Mapping[str, str]], dict[str, bytes]]
pytestmark = [needs.modules("fsspec"), pytest.mark.filterwarnings("ignore")]  # the servers' own


def make(into: Path, headline: str = "Northby Council") -> Pack:
    """A pack of few files: many servers are asked about each of them."""
    first = replace(EDITIONS[0], publisher=headline)
    return publish([first], [build.narration(first)], into=into, slug="bridge", formats=["mp3"], replace=True)


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return make(tmp_path / "packs")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def whole(pack: Pack) -> dict[str, bytes]:
    return {f"bridge/{path}": content for path, content in files(pack.folder).items()}


def seen(found: Mapping[str, bytes]) -> dict[str, bytes]:
    """What a visitor may meet: all but what waits."""
    return {path: content for path, content in found.items() if "/.posting/" not in path}


def size(pack: Pack) -> int:
    return sum(map(len, files(pack.folder).values()))


def test_a_cut_in_passing(pack: Pack, served: Served, at: At, tmp_path: Path) -> None:
    """A line that is cut three times is taken up again after a pause each, and the pack arrives whole."""
    target, opens = served
    third = size(pack) // 4
    waits: list[float] = []
    with Line(port_of(target, opens), third, third, third) as line:
        there, with_line = line.to(target, opens, tmp_path)
        done = post(pack, there, environment=with_line, sleep=waits.append)
    assert line.cut == 3
    assert waits or target.startswith("s3")  # its library tries anew itself before it says anything
    assert set(waits) <= {0.5, 1.0, 2.0}
    assert len(done.sent) == len(whole(pack))
    assert at(target, opens) == whole(pack)


def test_a_cut_for_good(pack: Pack, served: Served, at: At, tmp_path: Path) -> None:
    """Where the line dies half-way, visitors see the pack that stood there; the next run sends only the rest."""
    target, opens = served
    post(pack, target, environment=opens, sleep=servers.no_wait)
    before = whole(pack)
    newer = make(tmp_path / "packs", "Wessex Police")
    with Line(port_of(target, opens)) as line:  # how much there is to send
        there, with_line = line.to(target, opens, tmp_path)
        post(newer, there, environment=with_line, dry_run=True, sleep=servers.no_wait)
        asked = line.sent
    changed = [len(content) for path, content in whole(newer).items() if before.get(path) != content]
    with Line(port_of(target, opens), asked + sum(changed) * 2 // 3, dies=True) as line:
        there, with_line = line.to(target, opens, tmp_path)
        with pytest.raises(RemoteError, match="goes on where it stopped"):
            post(newer, there, environment=with_line, sleep=servers.no_wait)
    found = at(target, opens)
    waiting = [len(content) for path, content in found.items() if path not in seen(found) and ".part" not in path]
    assert seen(found) == before
    assert 0 < len(waiting) < len(changed)
    with Line(port_of(target, opens)) as line:
        there, with_line = line.to(target, opens, tmp_path)
        post(newer, there, environment=with_line, sleep=servers.no_wait)
    assert at(target, opens) == whole(newer)


def test_a_cut_takes_nobody_elses_file(pack: Pack, served: Served, at: At, tmp_path: Path) -> None:
    """A listing that is cut is no empty folder: what others put beside a pack stays when it is taken down."""
    target, opens = served
    post(pack, target, environment=opens, sleep=servers.no_wait)
    known = secrets.load(None, opens)
    there = place.find(target, known)
    theirs = tmp_path / "theirs.txt"
    theirs.write_text("theirs")
    Link(there, known, servers.no_wait).put(
        theirs, "/".join(filter(None, (there.root, "bridge/theirs.txt"))), 6, "theirs.txt"
    )
    with Line(port_of(target, opens), 4000, 4000) as line:
        with_line = line.to(target, opens, tmp_path)
        unpost("bridge", with_line[0], environment=with_line[1], sleep=servers.no_wait)
    assert line.cut >= 1
    assert at(target, opens) == {"bridge/theirs.txt": b"theirs"}


def test_a_cut_while_it_is_taken_down(pack: Pack, served: Served, at: At, tmp_path: Path) -> None:
    """A pack whose taking down was cut is taken down by the next run; the page that leads to it went first."""
    target, opens = served
    with Line(port_of(target, opens)) as line:  # how much there is to say
        there, with_line = line.to(target, opens, tmp_path)
        post(pack, there, environment=with_line, sleep=servers.no_wait)
        sent = line.sent
        unpost("bridge", there, environment=with_line, sleep=servers.no_wait)
        asked = line.sent - sent
    post(pack, target, environment=opens, sleep=servers.no_wait)
    with Line(port_of(target, opens), asked // 4, dies=True) as line:
        there, with_line = line.to(target, opens, tmp_path)
        with pytest.raises(RemoteError):
            unpost("bridge", there, environment=with_line, sleep=servers.no_wait)
    left = at(target, opens)
    assert "bridge/manifest.json" in left
    assert "bridge/index.html" not in left or left == whole(pack)
    unpost("bridge", target, environment=opens, sleep=servers.no_wait)
    assert at(target, opens) == {}


@needs.programs("/usr/sbin/sshd")
@needs.modules("paramiko")
def test_a_silent_server_is_not_waited_for_without_end(tmp_path: Path) -> None:
    """A line over SFTP that neither ends nor says anything counts as cut after a minute."""
    with servers.sftp(tmp_path) as (target, opens):
        there = place.find(target, secrets.load(None, opens))
        assert there.connect().ftp.get_channel().gettimeout() == 60


def test_a_folder_whose_run_is_killed(pack: Pack, tmp_path: Path) -> None:
    """A run that the operating system kills leaves what stood there, and the next one goes on."""
    site = tmp_path / "site"
    post(pack, str(site))
    before = whole(pack)
    newer = make(tmp_path / "packs", "Wessex Police")
    program = (
        "import os, signal, sys; from plainspoken.post import post\n"
        "post(sys.argv[1], sys.argv[2],"
        " listen=lambda event: os.kill(os.getpid(), signal.SIGKILL) if event.done == 3 else None)"
    )
    done = subprocess.run([sys.executable, "-c", program, str(newer.folder), str(site)], capture_output=True)
    assert done.returncode == -signal.SIGKILL, done.stderr
    assert seen(files(site)) == before and len(files(site)) == len(before) + 3
    post(newer, str(site))
    assert files(site) == whole(newer)


@pytest.fixture(params=[
    pytest.param(None, id="folder"),
    *(one for one in servers.ALL if one.id != "s3"),
])  # fmt: skip
def tiny(request: pytest.FixtureRequest, pack: Pack, tmp_path: Path) -> Iterator[tuple[str, Mapping[str, str], Path]]:
    """A place on a disk that takes half of the pack, and where that disk is."""
    folder = tmp_path / "server"
    (folder / "site").mkdir(parents=True)
    with disks.small(folder / "site", size(pack) // 2048):
        if request.param is None:
            yield str(folder / "site"), {}, folder / "site"
        else:
            with request.param(folder) as (target, opens):
                yield target, opens, folder / "site"


@disks.mounting
def test_a_full_disk(pack: Pack, tiny: tuple[str, Mapping[str, str], Path]) -> None:
    """A full disk is said as such, at once; visitors see nothing of the pack; when there is room, the run goes on."""
    target, opens, disk = tiny
    waits: list[float] = []
    with pytest.raises(TargetError, match="full") as caught:
        post(pack, target, environment=opens, sleep=waits.append)
    assert "Make room there" in str(caught.value) and caught.value.exit_code == 5
    assert waits == []
    assert seen(files(disk)) == {}
    disks.enlarge(disk, 4096)
    stood = set(files(disk))
    done = post(pack, target, environment=opens, sleep=servers.no_wait)
    assert files(disk) == whole(pack)
    assert stood and set(done.sent) == set(files(pack.folder))


@pytest.mark.parametrize(("status", "code"), [(507, "XMinioStorageFull"), (403, "QuotaExceeded")])
@needs.modules("s3fs", "moto")
def test_a_full_bucket(pack: Pack, at: At, tmp_path: Path, status: int, code: str) -> None:
    """A bucket that takes no more, in the words of servers that have disks (moto has none), is said to be full."""
    with servers.s3(tmp_path) as (target, opens):
        address = opens["PLAINSPOKEN_POST_ENDPOINT"]
        with Refusing(address, after=4, status=status, code=code) as gate:
            full = {**opens, "PLAINSPOKEN_POST_ENDPOINT": gate.address}
            waits: list[float] = []
            with pytest.raises(TargetError, match="full"):
                post(pack, target, environment=full, sleep=waits.append)
            assert waits == []
        assert seen(at(target, opens)) == {}
        post(pack, target, environment=opens, sleep=servers.no_wait)
        assert at(target, opens) == whole(pack)


def test_a_folder_that_is_not_ours(pack: Pack) -> None:
    """A folder that this user may not write to refuses at once, as a place does whose key is the wrong one."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(pack.folder, folder / "bridge")
        (folder / "site").mkdir(mode=0o555)
        folder.chmod(0o755)
        with disks.powerless(), pytest.raises(Error, match="refuses us") as caught:
            post(folder / "bridge", str(folder / "site"))
        assert caught.value.exit_code in (5, 6)
        assert list((folder / "site").iterdir()) == []
        (folder / "site").chmod(0o755)


def test_a_wrong_key_takes_nothing_down(pack: Pack, served: Served, at: At, tmp_path: Path) -> None:
    """Who may not write there can take nothing down either."""
    target, opens = served
    post(pack, target, environment=opens, sleep=servers.no_wait)
    with pytest.raises(RemoteError, match="refuses us"):
        unpost("bridge", target, environment=servers.wrong(target, opens, tmp_path), sleep=servers.no_wait)
    assert at(target, opens) == whole(pack)
