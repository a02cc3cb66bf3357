"""Posting a pack: to each kind of place, only what changed, whole or not yet, and down again."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.checks.pack import verify
from plainspoken.codecs import CODECS
from plainspoken.errors import EmbargoError, Error, RemoteError, SourceError, TargetError, UsageError
from plainspoken.events import Event
from plainspoken.findings import finding
from plainspoken.pack import Pack
from plainspoken.post import post, unpost
from plainspoken.posting import secrets
from plainspoken.posting.link import Link
from plainspoken.posting.place import Place
from plainspoken.posting.types import type_of
from plainspoken.writers.pack import publish
from tests import build, needs
from tests.posting import servers
from tests.posting.servers import no_wait

EDITIONS = build.editions()[:2]
At = Callable[[str, Mapping[str, str]], dict[str, bytes]]
pytestmark = [needs.modules("fsspec"), pytest.mark.filterwarnings("ignore")]  # the servers' own


@pytest.fixture
def pack(tmp_path: Path) -> Pack:
    return publish(EDITIONS, [build.narration(EDITIONS[0])], into=tmp_path / "packs", slug="bridge")


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changed(pack: Pack) -> Pack:
    """Publish the same again with another headline."""
    headline = replace(EDITIONS[0], publisher="Northby Council")
    into = pack.folder.parent
    return publish([headline, EDITIONS[1]], [build.narration(headline)], into=into, slug="bridge", replace=True)


def test_round(pack: Pack, served: tuple[str, Mapping[str, str]], at: At) -> None:
    """A pack is posted whole; again, nothing is sent; changed, only what changed; taken down, nothing is left."""
    target, opens = served
    first = post(pack, target, environment=opens, sleep=no_wait)
    whole = {f"bridge/{path}": content for path, content in files(pack.folder).items()}
    assert at(target, opens) == whole
    assert (len(first.sent), first.removed, first.kept) == (len(whole), (), 0)
    again = post(pack, target, environment=opens, sleep=no_wait)
    assert (again.sent, again.removed, again.kept) == ((), (), len(whole))
    newer = changed(pack)
    more = post(newer, target, environment=opens, sleep=no_wait)
    assert at(target, opens) == {f"bridge/{path}": content for path, content in files(newer.folder).items()}
    assert 0 < len(more.sent) < len(whole)
    assert "manifest.json" in more.sent
    unpost("bridge", target, environment=opens, sleep=no_wait)
    assert at(target, opens) == {}


def test_wrong_key(pack: Pack, served: tuple[str, Mapping[str, str]], tmp_path: Path) -> None:
    """A place that refuses us says so at once, without what was tried."""
    target, opens = served
    waits: list[float] = []
    with pytest.raises(RemoteError) as caught:
        post(pack, target, environment=servers.wrong(target, opens, tmp_path), sleep=waits.append)
    assert "refuses us" in str(caught.value)
    assert servers.WRONG not in str(caught.value)
    assert waits == []


@needs.programs("/usr/sbin/sshd")
def test_unknown_server(pack: Pack, tmp_path: Path) -> None:
    """A server whose key isn't known is refused: somebody may stand in the middle."""
    folder = tmp_path / "server"
    folder.mkdir()
    with servers.sftp(folder) as (target, opens):
        strangers = {**opens, "PLAINSPOKEN_POST_KNOWN_HOSTS": str(tmp_path / "none")}
        with pytest.raises(RemoteError, match="not a known one"):
            post(pack, target, environment=strangers, sleep=no_wait)


def test_nobody_there(pack: Pack) -> None:
    """A place that can't be reached is tried a few times, and the error says how to go on."""
    waits: list[float] = []
    opens = {"PLAINSPOKEN_POST_PASSWORD": "abc123"}
    with pytest.raises(RemoteError, match="goes on where it stopped"):
        post(pack, "webdav://press@127.0.0.1:9/", environment=opens, sleep=waits.append)
    assert waits == [0.5, 1.0, 2.0]


def test_a_folder(pack: Pack, tmp_path: Path) -> None:
    """A folder on this machine is a place too; what others put there stays, and files of an older pack go."""
    site = tmp_path / "site"
    post(pack, str(site))
    (site / "bridge" / "theirs.txt").write_text("theirs")
    newer = publish(EDITIONS[:1], into=pack.folder.parent, slug="bridge", replace=True)
    done = post(newer, str(site), public_url="https://site.example/releases/")
    assert {"en-GB/audio/release.mp3", "en-GB/easy/index.html"} <= set(done.removed)
    assert files(site / "bridge") == {**files(newer.folder), "theirs.txt": b"theirs"}
    assert done.urls == {
        "": "https://site.example/releases/bridge/",
        "en-GB": "https://site.example/releases/bridge/en-GB/",
    }
    unpost("bridge", str(site))
    assert files(site) == {"bridge/theirs.txt": b"theirs"}


def test_the_pack_of_another_release_stays(pack: Pack, tmp_path: Path) -> None:
    """Two releases of one name meet at a site only where somebody says so."""
    site = tmp_path / "site"
    post(pack, str(site))
    before = files(site)
    title = build.section("headline", "headline", build.block("headline.h1", "Ferry closed", kind="heading"))
    namesake = replace(EDITIONS[0], url=None, sections=(title, *EDITIONS[0].sections[1:]))
    other = publish([namesake], into=tmp_path / "b", slug="bridge")
    with pytest.raises(TargetError, match="another release stands there"):
        post(other, str(site))
    assert files(site) == before
    assert post(other, str(site), replace=True).sent


def test_dry_run(pack: Pack, tmp_path: Path) -> None:
    """A dry run says what would be sent, and sends nothing."""
    done = post(pack, str(tmp_path / "site"), dry_run=True)
    assert set(done.sent) == set(files(pack.folder))
    assert not (tmp_path / "site").exists()


def test_no_visitor_meets_half_a_pack(pack: Pack, tmp_path: Path) -> None:
    """Until every file is there nothing of the old pack changes; a cut run goes on where it stopped."""
    site = tmp_path / "site"
    post(pack, str(site))
    before = files(site / "bridge")
    newer = changed(pack)
    seen: list[str] = []

    def cut(event: Event) -> None:
        seen.append(event.message)
        if len(seen) == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        post(newer, str(site), listen=cut)
    kept = {path: content for path, content in files(site / "bridge").items() if not path.startswith(".posting/")}
    assert kept == before
    waiting = {path: path.stat().st_mtime_ns for path in (site / "bridge" / ".posting").iterdir()}
    assert len(waiting) == 3
    stages: list[dict[Path, int]] = []
    post(newer, str(site), listen=lambda event: stages.append({p: p.stat().st_mtime_ns for p in waiting}))
    assert stages[-1] == waiting
    assert files(site / "bridge") == files(newer.folder)


def test_broken_packs_are_not_posted(pack: Pack, tmp_path: Path) -> None:
    """A pack with a changed file, a folder that is none, and a preview under embargo stay here."""
    (pack.folder / "en-GB" / "release.txt").write_text("Call 998")
    with pytest.raises(TargetError, match="not whole"):
        post(pack, str(tmp_path / "site"))
    with pytest.raises(SourceError):
        post(tmp_path / "none", str(tmp_path / "site"))
    early = replace(EDITIONS[0], findings=(finding("embargo", detail="until tomorrow"),))
    preview = publish([early], into=tmp_path / "preview", slug="early")
    with pytest.raises(EmbargoError, match="preview"):
        post(preview, str(tmp_path / "site"))
    assert not (tmp_path / "site").exists()


def test_a_cut_connection_is_opened_anew() -> None:
    """What breaks in passing is done again on a fresh connection, a few times."""
    opened: list[int] = []

    class Site:
        def __init__(self) -> None:
            opened.append(1)

        def work(self) -> str:
            if len(opened) < 3:
                raise ConnectionResetError("cut")
            return "done"

    link = Link(Place("sftp://site", "/", Site, lambda *_: None), secrets.Secrets(), no_wait)
    assert link.do(lambda site: site.work()) == "done"
    assert len(opened) == 3


@pytest.mark.parametrize(
    ("target", "says"),
    [
        ("ftp://site/releases", "can't be posted by ftp"),
        ("sftp://press:hunter2hunter2@site/releases", "holds a password"),
    ],
)
def test_addresses_that_are_refused(pack: Pack, target: str, says: str) -> None:
    """An address of an unknown kind, and one with a password, are refused before anything is sent."""
    with pytest.raises(UsageError, match=says) as caught:
        post(pack, target, environment={})
    assert "hunter2" not in str(caught.value)


def test_secrets(tmp_path: Path) -> None:
    """A file that others can read, one that is no TOML and one with unknown names are refused; no value is shown."""
    file = tmp_path / "secrets.toml"
    file.write_text('password = "of-the-file"\nusername = "press"\n')
    file.chmod(0o600)
    found = secrets.load(file, {"PLAINSPOKEN_POST_PASSWORD": "of-the-environment"})
    assert (found.find("username"), found.find("password")) == ("press", "of-the-environment")
    assert "of-the-environment" not in repr(found)
    assert found.hide("it said of-the-environment") == "it said ***"
    for content, mode, says in (
        ('password = "x"', 0o644, "others can read"),
        ("password = hunter2hunter2", 0o600, "no TOML"),
        ('pasword = "hunter2"', 0o600, "has pasword"),
    ):
        file.write_text(content)
        file.chmod(mode)
        with pytest.raises(Error, match=says) as caught:
            secrets.load(file, {})
        assert "hunter2" not in str(caught.value)


def test_unpost_what_is_not_there(tmp_path: Path) -> None:
    """No pack of that name, or a name that is a path, is refused."""
    (tmp_path / "site" / "other").mkdir(parents=True)
    for slug in ("bridge", "other", "../site/other", ".."):
        with pytest.raises(SourceError):
            unpost(slug, str(tmp_path / "site"))


def test_the_manifest_has_no_secret(pack: Pack) -> None:
    """Nothing of how a pack is posted stands in the pack."""
    assert "PLAINSPOKEN" not in json.dumps(json.loads((pack.folder / "manifest.json").read_text()))


def test_feeds_name_the_address_they_are_posted_to(pack: Pack, tmp_path: Path) -> None:
    """At a known address the feeds name it, the manifest lists them so, and a second run sends nothing."""
    site = tmp_path / "site"
    post(pack, str(site), public_url="https://site.example/releases")
    feed = (site / "bridge/en-GB/feed.xml").read_text()
    assert "packs.invalid" not in feed and "https://site.example/releases/bridge/en-GB/audio/release.mp3" in feed
    assert verify(site / "bridge").findings == ()
    assert post(pack, str(site), public_url="https://site.example/releases").sent == ()
    assert set(post(pack, str(site), public_url="https://other.example").sent) == {"en-GB/feed.xml", "manifest.json"}
    assert "packs.invalid" in (pack.folder / "en-GB/feed.xml").read_text()


@needs.modules("s3fs", "moto", "boto3")
def test_a_bucket_is_told_what_each_file_is(pack: Pack, tmp_path: Path) -> None:
    """A bucket serves a file as what it was called: pages as pages, feeds that were given their address as feeds."""
    import boto3

    with servers.s3(tmp_path) as (target, opens):
        post(pack, target, environment=opens, public_url="https://site.example/releases", sleep=no_wait)
        client = boto3.client(
            "s3", endpoint_url=opens["PLAINSPOKEN_POST_ENDPOINT"], region_name="us-east-1",
            aws_access_key_id=opens["PLAINSPOKEN_POST_ACCESS_KEY"],
            aws_secret_access_key=opens["PLAINSPOKEN_POST_SECRET_KEY"],
        )  # fmt: skip
        keys = [one["Key"] for one in client.list_objects_v2(Bucket="releases")["Contents"]]
        told = {key: client.head_object(Bucket="releases", Key=key)["ContentType"] for key in keys}
    types = {key.removeprefix("public/bridge/"): kind for key, kind in told.items()}
    assert set(types) == set(files(pack.folder))
    assert "application/octet-stream" not in types.values() and "binary/octet-stream" not in types.values()
    assert types["manifest.json"] == "application/json"
    assert types["en-GB/index.html"] == "text/html; charset=utf-8"
    assert types["en-GB/release.txt"] == "text/plain; charset=utf-8"
    assert types["en-GB/feed.xml"] == "application/rss+xml"
    assert types["en-GB/audio/release.mp3"] == "audio/mpeg"


@pytest.mark.parametrize("given", ["mp3", "opus"])
def test_every_kind_of_file_has_a_type(given: str) -> None:
    """What our encoders and writers make is never called mere bytes."""
    assert type_of(f"en/audio/release.{given}") == CODECS[given].type


def test_a_name_that_tells_nothing() -> None:
    """A file of no known kind is bytes; the case of an ending doesn't matter."""
    assert (type_of("a/b"), type_of("a/b.XLF")) == ("application/octet-stream", "application/xliff+xml")
