"""What the commands that write easy read take: an engine, pictures, hard words."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from plainspoken.cli import main
from plainspoken.engines import registry
from tests.chat_server import CHAT, Model, serve
from tests.loopback import Site
from tests.pictures.files import SQUARE, make_set

CLOSED = "The council decided that the swimming baths remain closed until 3 May 2036."
SIMPLE = "The council decided the swimming baths stay closed until 3 May 2036."
PAGE = f'<html lang="en"><main><h1>Baths closed</h1><p>{CLOSED}</p><p>The wave pool fund is for all.</p></main></html>'
MEANS = "The wave pool fund is money for the baths."


@pytest.fixture
def page(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("PLAINSPOKEN_CACHE", str(tmp_path / "cache"))
    (tmp_path / "page.html").write_text(PAGE)
    (tmp_path / "words.csv").write_text(f"word,explanation,forms\nwave pool fund,{MEANS},\n")
    make_set(
        tmp_path / "pictures",
        "concept,words,file,licence,en\nour-baths,swimming baths,baths.svg,own,The baths\n",
        baths_svg=SQUARE,
    )
    return tmp_path / "page.html"


@pytest.fixture
def served(monkeypatch: pytest.MonkeyPatch) -> Iterator[tuple[Site, Model]]:
    with serve() as (site, model):
        model.says = {"swimming": [f"1: {SIMPLE}"], "": ["1: I can't help with that."]}
        monkeypatch.setenv("PLAINSPOKEN_CHAT_URL", f"{site.address}/v1")
        monkeypatch.setenv("PLAINSPOKEN_CHAT_MODEL", "tiny")
        registry._make.cache_clear()  # an engine reads its settings when it is made
        yield site, model
    registry._make.cache_clear()


def test_simplify_by_chat(page: Path, served: tuple[Site, Model], capsys: pytest.CaptureFixture[str]) -> None:
    """`simplify --engine chat` takes a good sentence, names the server, and tells what it refused."""
    assert main(["simplify", str(page), "--engine", "chat", "--json"]) == 0
    easy = json.loads(capsys.readouterr().out)
    rules = [one["rule"] for part in easy["sections"] for block in part["blocks"] for one in block["segments"]]
    assert "chat" in rules and SIMPLE in json.dumps(easy)
    assert [one["engine"] for one in easy["services"]] == ["chat"]
    assert "easy-proposal-refused" in {one["code"] for one in easy["findings"]}


def test_rules_by_default(page: Path, served: tuple[Site, Model], capsys: pytest.CaptureFixture[str]) -> None:
    """With a server set but no engine named, nothing is sent."""
    assert main(["simplify", str(page)]) == 0
    assert SIMPLE not in capsys.readouterr().out and not served[0].asked


def test_make_by_chat(page: Path, served: tuple[Site, Model], tmp_path: Path) -> None:
    """`make --simplifier chat` writes the sentence into the pack, and its manifest names the server."""
    into = tmp_path / "packs"
    words = ["make", str(page), "--to", "es", "--into", str(into), "--simplifier", "chat", "--engine", "identity"]
    assert main([*words, "--narrator", "silence", "--formats", "txt", "--offline", "--quiet"]) == 0
    pack = next(into.glob("*/manifest.json")).parent
    assert SIMPLE in (pack / "en" / "easy" / "index.html").read_text()
    named = [one for one in json.loads((pack / "manifest.json").read_text())["editions"] if one.get("services")]
    assert {one["edition"] for one in named} == {"easy"}
    assert {one["provenance"]["simplifier"]["name"] for one in named} == {"chat"}
    assert len(served[0].sent(CHAT)) >= 1


def test_make_offline_refuses_a_server_elsewhere(page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """`--offline` refuses a simplifier that would send the text away, before anything is sent."""
    monkeypatch.setenv("PLAINSPOKEN_CHAT_URL", "https://llm.example/v1")
    monkeypatch.setenv("PLAINSPOKEN_CHAT_MODEL", "tiny")
    registry._make.cache_clear()
    words = ["make", str(page), "--to", "es", "--into", str(tmp_path / "packs"), "--simplifier", "chat", "--offline"]
    assert main(words) == 2
    assert not (tmp_path / "packs").exists()
    registry._make.cache_clear()


def test_a_model_that_is_not_set(
    page: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """`--engine chat` without settings ends with 4, and says what to set."""
    for name in ("URL", "MODEL", "KEY"):
        monkeypatch.delenv(f"PLAINSPOKEN_CHAT_{name}", raising=False)
    registry._make.cache_clear()
    assert main(["simplify", str(page), "--engine", "chat"]) == 4
    assert "PLAINSPOKEN_CHAT_URL" in capsys.readouterr().err


def test_translate_easy_with_ones_own(page: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`translate --easy` takes hard words and pictures of one's own, each at its sentence."""
    folder = page.parent
    own = ["--easy-glossary", str(folder / "words.csv"), "--pictures", str(folder / "pictures")]
    assert main(["translate", str(page), "--easy", "--to", "es", "--engine", "identity", "--json", *own]) in (0, 1)
    blocks = [one for part in json.loads(capsys.readouterr().out)["sections"] for one in part["blocks"]]
    assert MEANS in [one["text"] for one in blocks]
    pictured = [
        one["text"] for one in blocks if "baths" in str(one.get("picture") or one["segments"][0].get("picture"))
    ]
    assert pictured and all("baths" in text.lower() for text in pictured)


def test_narrate_easy_with_ones_own(page: Path, tmp_path: Path) -> None:
    """`narrate --easy` reads the explanation of a hard word of one's own."""
    words = ["narrate", str(page), "--easy", "--easy-glossary", str(page.parent / "words.csv")]
    assert main([*words, "--narrator", "silence", "--into", str(tmp_path / "audio")]) == 0
    assert "The wave pool fund is money" in (tmp_path / "audio" / "easy.vtt").read_text()
