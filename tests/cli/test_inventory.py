"""What the tables of languages and engines say to a person."""

from __future__ import annotations

import json

import pytest

from plainspoken.cli import main
from plainspoken.cli.table import table
from tests import needs


def test_the_last_column_stands_beneath_where_the_terminal_is_narrow() -> None:
    """Rows wider than the terminal keep their columns; what their last cell says follows on a line of its own."""
    rows = [("ur", "اردو", "argos"), ("zh", "中文", "")]
    wide = "lang  name  could be added\nur    اردو  argos\nzh    中文"
    assert table(("lang", "name", "could be added"), rows) == wide
    assert table(("lang", "name", "could be added"), rows, columns=26) == wide
    narrow = "lang  name\nur    اردو\n      could be added: argos\nzh    中文"
    assert table(("lang", "name", "could be added"), rows, columns=25) == narrow


def test_engines_say_what_they_need(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Each engine that lacks something says what to do, and the stand-ins say what they are for."""
    monkeypatch.delenv("PLAINSPOKEN_CHAT_URL", raising=False)
    assert main(["engines"]) == 0
    said = {line.split()[1]: line for line in capsys.readouterr().out.splitlines() if len(line.split()) > 1}
    assert "Set PLAINSPOKEN_CHAT_URL" in said["chat"]
    assert "it copies the text" in said["identity"]
    assert "it says nothing" in said["silence"]


@needs.argos
def test_a_library_without_a_language_is_not_ready(capsys: pytest.CaptureFixture[str]) -> None:
    """Argos without a package is not ready, in the table and as JSON, though it can be given languages."""
    assert main(["engines", "--json"]) == 0
    rows = {(row["kind"], row["engine"]): row for row in json.loads(capsys.readouterr().out)}
    argos, copies = rows["translator", "argos"], rows["translator", "identity"]
    assert (argos["ready"], copies["ready"]) == ("no", "yes")
    assert argos["to do"] == "It has no languages yet: plainspoken languages add es."


def test_languages_end_with_what_they_come_to(capsys: pytest.CaptureFixture[str]) -> None:
    """The table of languages ends with how many this machine serves; as JSON it is the rows alone."""
    assert main(["languages"]) == 0
    told = capsys.readouterr().out
    assert "Of the 26 languages that packs are made for, this machine translates into" in told
    assert main(["languages", "--json"]) == 0
    assert "Of the 26" not in capsys.readouterr().out
