"""The state of this machine: what is there, what is lacking, what it comes to."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from plainspoken.doctor import Check, Report, examine
from tests import needs

READY, LACKING = Check("narrate", "espeak", ready=True), Check("narrate", "gtts", ready=False, todo="Install it.")
MP3, CACHE = (Check(step, "x", ready=False, needed=True) for step in ("narrate", "keep"))


@pytest.mark.parametrize(
    ("checks", "translated", "spoken", "code"),
    [
        ((READY,), ("es",), ("en",), 0),
        ((READY, LACKING), ("es",), ("en",), 0),
        ((READY,), (), ("en",), 4),
        ((READY,), ("es",), (), 4),
        ((READY, MP3), ("es",), ("en",), 4),
        ((READY, CACHE), ("es",), ("en",), 5),
        ((MP3, CACHE), ("es",), ("en",), 4),
    ],
)
def test_exit_code(checks: tuple[Check, ...], translated: tuple[str, ...], spoken: tuple[str, ...], code: int) -> None:
    """What `make` can't do without decides: 4 where nothing translates, speaks or encodes, 5 where nothing is kept."""
    assert Report(checks, translated, spoken).exit_code == code


def test_every_step_is_looked_at(tmp_path: Path) -> None:
    """Each step of the work has its checks, in order; what is not ready says what to do; stand-ins are not shown."""
    report = examine(tmp_path)
    steps = list(dict.fromkeys(one.feature for one in report.checks))
    assert steps == ["read", "simplify", "translate", "narrate", "post", "work in parallel", "keep"]
    assert [one.name for one in report.checks if not one.ready and not one.todo] == []
    assert not {"identity", "silence"} & {one.name for one in report.checks}


@needs.argos
def test_an_engine_that_serves_nothing_is_not_ready(tmp_path: Path) -> None:
    """Argos without a package translates nothing: it is not ready, and what to do is said."""
    (argos,) = (one for one in examine(tmp_path).checks if one.name == "argos")
    assert (argos.ready, argos.todo) == (False, "It has no languages yet: plainspoken languages add es.")
    assert argos.version.endswith(", 0 packages")
    told = {line.split()[1]: line for line in _run().stdout.splitlines() if len(line.split()) > 1}
    assert told["argos"].startswith("  -        argos")


@needs.espeak
def test_languages_are_those_that_are_served(tmp_path: Path) -> None:
    """It counts what can be spoken here by default, not what some engine knows."""
    assert set(examine(tmp_path).spoken) >= {"en", "cy", "ur"}
    assert not {"so", "ps"} & set(examine(tmp_path).spoken)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    """A folder for results that can't be made is told, with the setting that names another; nothing is left behind."""
    (tmp_path / "file").write_text("in the way")
    (cache,) = (one for one in examine(tmp_path / "file" / "cache").checks if one.name == "results between runs")
    assert (cache.ready, cache.needed) == (False, True)
    assert "PLAINSPOKEN_CACHE" in cache.todo
    good = examine(tmp_path / "not" / "yet").checks
    assert next(one for one in good if one.name == "results between runs").ready
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


def _run(*arguments: str, without: tuple[str, ...] = ()) -> subprocess.CompletedProcess[str]:
    code = (
        "import sys; sys.modules.update(dict.fromkeys(sys.argv[1].split()));"
        "from plainspoken.cli import main; sys.exit(main(['doctor', *sys.argv[2:]]))"
    )
    return subprocess.run([sys.executable, "-c", code, " ".join(without), *arguments], capture_output=True, text=True)


def test_a_bare_installation() -> None:
    """Where no extra is installed, each thing that is missing says how to get it, and the exit code is 4."""
    modules = ("espeakng_loader", "lameenc", "gtts", "piper", "argostranslate", "av", "paramiko", "mammoth", "fsspec")
    done = _run(without=modules)
    assert done.returncode == 4, done.stderr
    for extra in ("espeak", "gtts", "piper", "argos", "opus", "post", "docx"):
        assert f"pip install 'plainspoken[{extra}]'" in done.stdout, extra
    assert "MISSING  MP3" in done.stdout
    assert "Narration:   0 of 27 languages\n  Packs will have no audio." in done.stdout


def test_json() -> None:
    """JSON has a row for each check, with the same keys in each."""
    rows = json.loads(_run("--json").stdout)
    assert {tuple(row) for row in rows} == {("feature", "engine", "ready", "version", "to do", "needed")}
    assert {row["ready"] for row in rows} <= {"yes", "no"}
