"""Embargoes: read with their instant, and held until it has come."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken import embargo
from plainspoken.cli import main
from plainspoken.engines.silence import Silence
from plainspoken.errors import EmbargoError
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read


def page(line: str, lang: str = "en-GB", date: str = "2026-03-02") -> str:
    return f"""<!doctype html><html lang="{lang}"><head><meta property="article:published_time" content="{date}"></head>
        <body><main><p>{line}</p><h1>The Mill Bridge will open again in May</h1>
        <p>Hadley Council will open the Mill Bridge again on 3 May after a year of work on it.</p>
        <p>Drivers must not use the ford before that day, and should follow the signs.</p></main></body></html>"""


def at(text: str) -> datetime:
    return datetime.fromisoformat(text).astimezone(UTC)


@pytest.mark.parametrize(
    ("line", "lang", "until"),
    [
        ("EMBARGOED UNTIL 00:01 GMT THURSDAY 5 MARCH 2026", "en", "2026-03-05T00:01:00+00:00"),
        ("Embargoed until 00:01 on 5 March", "en-GB", "2026-03-05T00:01:00+00:00"),
        ("Embargo: 6pm, 1 July 2026", "en-GB", "2026-07-01T18:00:00+01:00"),
        ("Strictly embargoed until 5 March 2026", "en", "2026-03-05"),
        ("Sperrfrist: 5. März 2026, 10 Uhr", "de-DE", "2026-03-05T10:00:00+01:00"),
        ("Sous embargo jusqu’au 5 mars 2026 à 6h30 (heure de Paris)", "fr", "2026-03-05T06:30:00+01:00"),
        ("EMBARGOED until further notice", "en-GB", ""),
    ],
)
def test_instant(line: str, lang: str, until: str) -> None:
    """The line gives the instant, in the zone it names or that of the page's region; without a date it gives none."""
    release = read(Page(page(line, lang).encode()))
    assert [one.value for one in release.known("embargo")] == [until]
    assert [(one.code, one.level) for one in release.findings if one.code == "embargo"] == [("embargo", "warning")]


@pytest.mark.parametrize(
    ("value", "ends"),
    [
        ("2026-03-05T00:01:00+00:00", at("2026-03-05T00:01:00+00:00")),
        ("2026-03-05T00:01:00", at("2026-03-05T12:01:00+00:00")),
        ("2026-03-05", at("2026-03-05T12:00:00+00:00")),
        ("", None),
    ],
)
def test_end(value: str, ends: datetime | None) -> None:
    """An end without a zone has come when it has come everywhere on Earth."""
    assert embargo.ends(value) == ends


LINE = "EMBARGOED UNTIL 00:01 GMT THURSDAY 5 MARCH 2026"
BEFORE, AFTER = at("2026-03-05T00:00:00+00:00"), at("2026-03-05T00:01:00+00:00")


def test_publish_refuses_before(tmp_path: Path) -> None:
    """Nothing is written before the end; the error says when that is."""
    release = ps.parse(page(LINE))
    with pytest.raises(EmbargoError, match="2026-03-05 00:01 UTC") as raised:
        ps.publish([release], into=tmp_path, now=BEFORE)
    assert raised.value.exit_code == 1
    assert list(tmp_path.iterdir()) == []


def test_publish_after(tmp_path: Path) -> None:
    """From that minute on the pack is written, and the embargo is information alone."""
    pack = ps.publish([ps.parse(page(LINE))], into=tmp_path, now=AFTER)
    assert pack.index.exists()
    assert [one.level for one in pack.findings if one.code == "embargo"] == ["info"]


def test_preview(tmp_path: Path) -> None:
    """Who asks for it gets a pack before the end, and the warning with it."""
    pack = ps.publish([ps.parse(page(LINE))], into=tmp_path, now=BEFORE, ignore_embargo=True)
    assert [one.level for one in pack.findings if one.code == "embargo"] == ["warning"]


def test_make_refuses_before_any_work(tmp_path: Path) -> None:
    """`make` refuses before it translates or speaks."""
    heard: list[ps.Event] = []
    with pytest.raises(EmbargoError):
        ps.make(page(LINE), to=[], into=tmp_path, narrator=Silence(), now=BEFORE, listen=heard.append)
    assert list(tmp_path.iterdir()) == []
    assert {event.stage for event in heard} == {"parse"}


def test_an_end_that_cannot_be_read(tmp_path: Path) -> None:
    """A release that is under embargo until nobody knows when is not published."""
    with pytest.raises(EmbargoError, match="does not say until when"):
        ps.publish([ps.parse(page("EMBARGOED until further notice"))], into=tmp_path, now=AFTER)


def test_it_outlives_json(tmp_path: Path) -> None:
    """A release that went through JSON is still under embargo."""
    release = ps.Release.from_json(ps.parse(page(LINE)).to_json())
    with pytest.raises(EmbargoError):
        ps.publish([release], into=tmp_path, now=BEFORE)


def test_command_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The command says when the embargo ends and how to preview, and exits with 1."""
    source = tmp_path / "release.html"
    source.write_text(page("EMBARGOED UNTIL 00:01 GMT 5 MARCH 2099", date="2099-03-01"))
    assert main(["make", str(source), "--to", "en-GB", "--into", str(tmp_path / "packs"), "--quiet"]) == 1
    said = capsys.readouterr().err
    assert "2099-03-05 00:01 UTC" in said
    assert "--ignore-embargo" in said
    assert not (tmp_path / "packs").exists()
