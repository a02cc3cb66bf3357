"""The languages of this machine: the table, adding, removing."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from plainspoken import lang, languages, words
from plainspoken.engines import registry
from plainspoken.engines.chat import Chat
from plainspoken.engines.libretranslate import LibreTranslate
from plainspoken.engines.protocols import Probe
from plainspoken.errors import EngineError, RemoteError, UsageError
from plainspoken.events import Event
from tests import libretranslate_server, needs
from tests.argos_server import Site

pytestmark = needs.argos


@dataclass(frozen=True, slots=True)
class Away(LibreTranslate):
    """A server that counts as remote, within the tests' reach."""

    @property
    def remote(self) -> bool:
        return True


def row(tag: str) -> languages.Row:
    return next(row for row in languages.table("en") if row.lang == tag)


def test_the_table_has_every_community_language(argos_home: Path) -> None:
    """Each language that packs are made for has a row, with what serves it here or what would."""
    rows = languages.table("en")
    assert {one.lang for one in rows} >= set(lang.COMMUNITY)
    for one in rows:
        assert one.translators or one.options or one.lang == "en"
        assert one.words or one.lang not in lang.COMMUNITY
        assert len(one.cells) == len(languages.HEADINGS)


def test_the_table_shows_what_is_installed(packages: Path) -> None:
    """A language that a package serves says so, and through what."""
    assert "argos" in row("es").translators
    assert "argos (through es)" in row("pt").translators
    assert row("es").options == ()
    assert row("so").options == (
        "libretranslate, with a server that has NLLB models",
        "chat, with a model that knows the language",
        "people who translate",
    )
    assert row("so").to_dict()["autonym"] == "Soomaali"


def test_what_could_be_added(argos_home: Path) -> None:
    """The last cell names what this machine could have, else that it takes a server or people; a lacking voice too."""
    assert row("ur").cells[-1].startswith("argos, after `plainspoken languages add ur`")
    assert row("so").cells[-1].startswith("a server, a chat model, or people")
    mute = replace(row("so"), speaking=(), voices=())
    assert mute.cells[-1] == "a server, a chat model, or people; speaks: no voice that we know of"


def test_what_the_table_comes_to(packages: Path) -> None:
    """Beneath the table stands how many languages are served here, which have no voice, and what its words mean."""
    rows = languages.table("en")
    local = {one.lang for one in rows if one.lang in lang.COMMUNITY and any(not way.remote for way in one.translating)}
    told = languages.summary(rows)
    assert f"Of the 26 languages that packs are made for, this machine translates into {len(local)};" in told
    assert "unproven" not in told
    guess = replace(row("so"), translating=(languages.Way("chat", remote=True, proven=False),))
    spoken = [replace(one, speaking=(languages.Way("espeak"),)) for one in (*rows, guess)]
    assert "it speaks all." in languages.summary(spoken)
    assert "unproven" in languages.summary(spoken)


def test_the_table_is_honest_about_servers(monkeypatch: pytest.MonkeyPatch, argos_home: Path) -> None:
    """What sends text away, or answers in any language, says so, and hides nothing that could be added instead."""
    with libretranslate_server.serve() as (site, _):
        far = Away(site.address)
        engines = {"libretranslate": far, "chat": Chat("http://127.0.0.1:9/v1", "", "tiny")}
        monkeypatch.setattr(registry, "names", lambda kind: tuple(engines) if kind == "translators" else ())
        monkeypatch.setattr(registry, "translator", engines.__getitem__)
        monkeypatch.setattr(Chat, "probe", lambda self: Probe(True, "1"))
        assert row("so").translators == ("libretranslate (online)", "chat (unproven)")
        assert row("ti").translators == ("chat (unproven)",)
        assert row("so").options and row("ti").options
        first = row("so").to_dict()["translating"]
        assert isinstance(first, list) and first[0] == {
            "engine": "libretranslate", "through": (), "host": far.host, "remote": True, "proven": True,
        }  # fmt: skip
        assert row("en").translators == ()


def test_who_has_checked_the_packs_own_words(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """A catalogue is checked where its header names a native speaker, and by nobody until then."""
    assert {one.words_checked_by for one in languages.table("en")} == {""}
    assert row("so").cells[4] == "unchecked" and row("so").to_dict()["words_checked_by"] is None
    folder = tmp_path / "so" / "LC_MESSAGES"
    folder.mkdir(parents=True)
    (folder / "plainspoken.po").write_text('msgid ""\nmsgstr ""\n"X-Checked-By: Amina Ali, 2026\\n"\n\nmsgid "x"\n')
    monkeypatch.setattr(words, "locales", lambda: tmp_path)
    words.checked_by.cache_clear()
    assert words.checked_by("so") == "Amina Ali, 2026"
    assert words.checked_by("ti") == ""
    words.checked_by.cache_clear()


def test_adds(site: Site, argos_home: Path) -> None:
    """A language is added with all that the way to it needs, its download told; adding it again does nothing."""
    heard: list[Event] = []
    assert languages.add(["pt", "es"], listen=heard.append) == ("English to Spanish", "Spanish to Portuguese")
    assert {event.at for event in heard} == {"English to Spanish", "Spanish to Portuguese"}
    assert languages.add(["es"]) == ()


def test_nothing_is_downloaded_before_all_can_be_had(site: Site, argos_home: Path) -> None:
    """A language that Argos lacks fails the whole request, before any download, and says what would serve it."""
    with pytest.raises(EngineError, match=r"no packages .* into Somali.*would serve it: libretranslate, with a server"):
        languages.add(["es", "so"])
    assert [path for path, _ in site.asked] == ["/index.json"]


def test_what_can_not_be_added(site: Site, argos_home: Path) -> None:
    """A tag that is no language, or the language that is published in, is wrong usage."""
    with pytest.raises(UsageError):
        languages.add(["es", "klingon-language"])
    with pytest.raises(UsageError, match="translated from"):
        languages.add(["en-GB"])
    assert site.asked == []


def test_adding_offline(argos_home: Path, packages: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline, a missing language is a clear failure of the network, and one that is there needs none."""
    monkeypatch.setenv("ARGOS_PACKAGE_INDEX", "http://127.0.0.1:9/")
    assert languages.add(["es"]) == ()
    with pytest.raises(RemoteError) as caught:
        languages.add(["pl"])
    assert caught.value.exit_code == 6


def test_removes(packages: Path) -> None:
    """Removing says what is gone."""
    assert languages.remove(["pt"]) == ("Spanish to Portuguese",)
    assert "argos" in row("es").translators


def test_fetches_what_a_run_lacks(site: Site, argos_home: Path) -> None:
    """A run that needs a pair gets the engine that serves it, its packages fetched with their size told."""
    heard: list[Event] = []
    engine = languages.fetch_translator("en", "pt", heard.append)
    assert engine is not None and engine.route("en", "pt") is not None
    assert all(event.stage == "download" and event.total for event in heard)


def test_asks_no_network_in_vain(argos_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Offline there is nothing to fetch, whether Argos has the pair or not: the caller says what serves."""
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    assert languages.fetch_translator("en", "so") is None
    assert languages.fetch_translator("en", "pl") is None


def test_a_private_index_may_have_more(site: Site, argos_home: Path) -> None:
    """Where an index of one's own is set, it is asked about every pair."""
    assert languages.fetch_translator("en", "so") is None
    assert [path for path, _ in site.asked] == ["/index.json"]
