"""The command `review` as a person uses it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plainspoken.cli import main
from tests.cli.test_cli import MEMORY, PAGE


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a cache of its own."""
    monkeypatch.setenv("PLAINSPOKEN_CACHE", str(tmp_path / "cache"))


def exported(folder: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert main(["review", "export", str(PAGE), "--to", "cy", "--into", str(folder), "--memory", str(MEMORY)]) == 0
    return Path(capsys.readouterr().out.strip())


def test_progress_names_the_release_by_its_headline(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """While drafts are made, a person reads the headline, not the address of the page."""
    page = tmp_path / "page.html"
    page.write_text(
        '<html lang="en"><link rel="canonical" href="https://news.example/a/very/long/address"><body><article>'
        "<h1>Library opens in May</h1><p>The new library in Calderhaugh opens on 4 May.</p></article></body></html>"
    )
    assert main(["review", "export", str(page), "--to", "es", "--into", str(tmp_path / "out")]) == 0
    told = capsys.readouterr().err
    assert told == "Library opens in May: Translating · Spanish\n"


@pytest.mark.parametrize("action", ["export", "import", "status"])
def test_help(action: str, capsys: pytest.CaptureFixture[str]) -> None:
    """Each action shows an example of its use."""
    with pytest.raises(SystemExit) as raised:
        main(["review", action, "--help"])
    assert raised.value.code == 0
    assert f"example: plainspoken review {action}" in " ".join(capsys.readouterr().out.split())


def test_a_lost_number_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A helpline's number that was changed is refused with its place, the rest is taken, and the exit code is 1."""
    file = exported(tmp_path, capsys)
    text = file.read_text(encoding="utf-8")
    at = text.index("<target", text.index("0808 2000 247"))
    file.write_text(text[:at] + text[at:].replace("0808 2000 247", "0808 2000 248", 1), encoding="utf-8")
    told = ["review", "import", str(file), "--memory", str(tmp_path / "m.tmx"), "--by", "Sian", "--state", "reviewed"]
    assert main([*told, "--json"]) == 1
    (found,) = json.loads(capsys.readouterr().out)
    assert {one["code"] for one in found["findings"]} == {"fact-missing", "fact-added"}
    assert found["taken"] > 40
    assert main(["review", "status", str(PAGE), "--memory", str(tmp_path / "m.tmx"), "--json"]) == 0
    full, easy = json.loads(capsys.readouterr().out)
    assert (full["lang"], full["states"]["reviewed"] + easy["states"]["reviewed"]) == ("cy", found["taken"])


def test_status_as_a_table(capsys: pytest.CaptureFixture[str]) -> None:
    """The table has a row for each language and edition; a memory without a translation is said so."""
    assert main(["review", "status", str(PAGE), "--memory", str(MEMORY), "--to", "cy,ur"]) == 0
    rows = capsys.readouterr().out.splitlines()
    assert [row.split()[:2] for row in rows] == [
        ["lang", "edition"], ["cy", "full"], ["cy", "easy"], ["ur", "full"], ["ur", "easy"],
    ]  # fmt: skip


def test_a_name_is_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing is taken into a memory without the name of who answers for it."""
    with pytest.raises(SystemExit) as raised:
        main(["review", "import", "a.xlf", "--memory", "m.tmx"])
    assert raised.value.code == 2
    assert "--by" in capsys.readouterr().err
