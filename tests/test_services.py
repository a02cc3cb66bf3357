"""Text that leaves this machine: never by default, warned of, named in release, manifest and findings."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.engines import registry
from plainspoken.engines.chat import Chat
from plainspoken.engines.gtts import Gtts
from plainspoken.engines.libretranslate import LibreTranslate
from plainspoken.engines.provenance import service_of
from plainspoken.engines.silence import Silence
from plainspoken.errors import EngineError, RemoteError, UsageError
from plainspoken.model import Release, Service
from tests import chat_server, libretranslate_server
from tests.build import block, section
from tests.chat_server import CHAT, Model
from tests.loopback import Site

PAGE = "<main><h1>Road closed today</h1><p>The bridge is closed until noon. Please use the ferry.</p></main>"
SECRET = "k3y-of-nobody"


@pytest.fixture
def served() -> Iterator[tuple[Site, Model]]:
    with chat_server.serve() as both:
        yield both


def cloud(site: Site) -> Chat:
    """A model that the server on this machine passes on to another: remote, and yet within the tests' reach."""
    return Chat(f"{site.address}/v1", SECRET, "tiny-cloud")


def run(*words: str, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command as a person would."""
    command = [sys.executable, "-m", "plainspoken", *words]
    return subprocess.run(command, capture_output=True, text=True, env={**os.environ, **env}, timeout=300)


def test_the_manifest_names_a_remote_service(served: tuple[Site, Model], tmp_path: Path) -> None:
    """A pack says of each edition which servers worked on it, and warns of those off this machine; no key is in it."""
    site, model = served
    model.name = "tiny-cloud"
    pack = ps.make(PAGE, to=["es"], into=tmp_path, source_lang="en", engine=cloud(site), narrator=Silence())
    tree = json.loads((pack.folder / "manifest.json").read_text())
    service = {"engine": "chat", "host": cloud(site).host, "remote": True}
    assert {one["lang"]: one["services"] for one in tree["editions"]} == {"en": [], "es": [service]}
    assert [one["at"] for one in tree["findings"] if one["code"] == "sent-away"] == ["es"]
    page = (pack.folder / "es" / "index.html").read_text()
    assert "Para hacer esta página, su texto se envió a un servicio de internet" in page and service["host"] in page
    assert "internet" not in (pack.folder / "en" / "index.html").read_text()
    files = [path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()]
    assert files and not [content for content in files if SECRET.encode() in content]


def test_a_server_of_this_machine_is_named_without_a_warning(tmp_path: Path) -> None:
    """A server on this machine is named too; nothing was sent away."""
    with libretranslate_server.serve() as (site, _):
        engine = LibreTranslate(site.address)
        done = ps.translate(ps.parse(PAGE, lang="en"), "es", engine=engine)
    assert done.services == (Service("libretranslate", engine.host, False),)
    assert "sent-away" not in {one.code for one in done.findings}
    assert Release.from_json(done.to_json()) == done


def test_nothing_used_is_nothing_named(served: tuple[Site, Model]) -> None:
    """An engine that had nothing to do is no service of the release, and gets no request."""
    site, _ = served
    number = Release("en", (section("body", "body", block("body.p1", "0800 555 111")),))
    done = ps.translate(number, "es", engine=cloud(site))
    assert done.services == () and not site.sent(CHAT)


def test_which_engines_are_services() -> None:
    """An engine that asks a server is one; one that works by itself is not."""
    assert service_of(Gtts()) == Service("gtts", "translate.google.com", True)
    assert service_of(LibreTranslate("https://me:x@mt.example/a")) == Service("libretranslate", "mt.example", True)
    assert service_of(Silence()) is None


def test_offline_sends_nothing(served: tuple[Site, Model], tmp_path: Path) -> None:
    """A run that is to stay offline refuses a remote engine before it starts."""
    site, _ = served
    with pytest.raises(UsageError, match="stay offline, and would send the text to chat at"):
        ps.make(PAGE, to=["es"], into=tmp_path, engine=cloud(site), offline=True)
    with pytest.raises(UsageError, match=r"gtts at translate\.google\.com"):
        ps.make(PAGE, to=["es"], into=tmp_path, engine="identity", narrator="gtts", offline=True)
    assert not site.asked and not any(tmp_path.iterdir())


def test_remote_is_never_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """A remote engine that is set up and ready is not chosen unless it is named; nor is a chat model anywhere."""
    assert registry.ORDER["translators"] == ("argos", "apertium", "libretranslate", "chat", "identity")
    engines = {
        "libretranslate": LibreTranslate("https://mt.example"),
        "chat": Chat("http://127.0.0.1:9/v1", "", "tiny"),
        "identity": registry.translator("identity"),
    }
    monkeypatch.setattr(registry, "names", lambda kind: tuple(engines))
    monkeypatch.setattr(registry, "translator", engines.__getitem__)
    assert registry.find_translator("en", "so") is None


def test_a_local_server_may_be_the_default(monkeypatch: pytest.MonkeyPatch) -> None:
    """A server on this machine that somebody set up is chosen for what nothing before it serves."""
    with libretranslate_server.serve() as (site, _):
        local = LibreTranslate(site.address)
        monkeypatch.setattr(registry, "names", lambda kind: ("libretranslate",))
        monkeypatch.setattr(registry, "translator", lambda name: local)
        assert registry.find_translator("en", "so") is local
        assert registry.find_translator("en", "ur") is None


def test_the_command_warns_first(served: tuple[Site, Model], tmp_path: Path) -> None:
    """Before text leaves this machine the command says where it goes; it says so nowhere else."""
    site, model = served
    model.name = "tiny-cloud"
    page = tmp_path / "page.html"
    page.write_text(PAGE)
    env = {
        "PLAINSPOKEN_CHAT_URL": f"{site.address}/v1", "PLAINSPOKEN_CHAT_KEY": SECRET,
        "PLAINSPOKEN_CHAT_MODEL": "tiny-cloud", "PLAINSPOKEN_CACHE": str(tmp_path / "cache"),
    }  # fmt: skip
    done = run("translate", str(page), "--source-lang", "en", "--to", "es", "--engine", "chat", **env)
    assert f"the text is sent to chat at {cloud(site).host}, outside this machine" in done.stderr
    assert done.returncode == 0 and SECRET not in done.stdout + done.stderr
    assert not [
        path for path in (tmp_path / "cache").rglob("*") if path.is_file() and SECRET.encode() in path.read_bytes()
    ]
    local = run(
        "translate", str(page), "--source-lang", "en", "--to", "es", "--engine", "chat",
        **{**env, "PLAINSPOKEN_CHAT_MODEL": "tiny-cloud2"},
    )  # fmt: skip
    assert "outside this machine" not in local.stderr and "has no model 'tiny-cloud2'" in local.stderr
    assert local.returncode == 4


def test_exit_codes() -> None:
    """A server that doesn't answer is a failure of the network; one that was never set is a missing engine."""
    release = ps.parse(PAGE, lang="en")
    with pytest.raises(RemoteError, match="can't be reached"):
        ps.translate(release, "es", engine=LibreTranslate("http://127.0.0.1:9"))
    with pytest.raises(EngineError, match="not ready"):
        ps.translate(release, "es", engine=LibreTranslate(""))
