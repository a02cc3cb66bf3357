"""The documents are true: every block of the tutorial runs, every code has its page, every link leads somewhere."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from plainspoken.findings import CODES

TOP = Path(__file__).parents[1]
DOCS = sorted((TOP / "docs").rglob("*.md"))
EXECUTED = [path for path in DOCS if path.name == "tutorial.md" or path.parent.name == "how-to"]
CHECKER = doctest.OutputChecker()
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@dataclass(frozen=True)
class Fence:
    language: str
    text: str
    line: int


def fences(path: Path) -> list[Fence]:
    """The fenced blocks of a document."""
    text = path.read_text()
    found = re.finditer(r"^```(\w+)[^\n]*\n(.*?)^```$", text, re.M | re.S)
    return [Fence(match[1], match[2], text[: match.start()].count("\n") + 1) for match in found]


@pytest.mark.parametrize("path", EXECUTED, ids=lambda path: path.stem)
def test_every_block_runs(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each `console` block gives the output it shows (`...` for what varies), each `python` block its results."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PLAINSPOKEN_CACHE", str(tmp_path / "cache"))
    monkeypatch.setenv("PATH", f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("COLUMNS", "100")
    shutil.copytree(TOP / "samples", tmp_path / "samples")
    space: dict[str, object] = {"__name__": "__main__"}
    ran = 0
    for fence in fences(path):
        where = f"{path.name}:{fence.line}"
        if fence.language == "console":
            ran += _run_console(fence.text, where)
        elif fence.language == "python":
            ran += _run_python(fence.text, where, space)
        else:
            assert fence.language in ("text", "html", "toml", "csv", "json"), f"{where}: unknown block {fence.language}"
    assert ran


def _run_console(text: str, where: str) -> int:
    commands = re.split(r"^\$ ", text, flags=re.M)[1:]
    for command in commands:
        line, _, wanted = command.partition("\n")
        done = subprocess.run(
            line, shell=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=300
        )
        got = done.stdout
        if wanted.strip():
            assert CHECKER.check_output(wanted, got, FLAGS), f"{where}: $ {line}\nwanted:\n{wanted}\ngot:\n{got}"
        else:
            assert done.returncode in (0, 1), f"{where}: $ {line}\n{got}"
    return len(commands)


def _run_python(text: str, where: str, space: dict[str, object]) -> int:
    if ">>>" not in text:
        exec(compile(text, where, "exec"), space)
        return 1
    test = doctest.DocTestParser().get_doctest(text, space, where, where, 0)
    runner = doctest.DocTestRunner(CHECKER, optionflags=FLAGS)
    report: list[str] = []
    runner.run(test, out=report.append, clear_globs=False)
    space.update(test.globs)
    assert not runner.failures, "".join(report)
    return len(test.examples)


def test_every_finding_code_is_explained() -> None:
    """Each code that a person may meet stands in the reference, with what it means and what to do."""
    text = (TOP / "docs" / "reference" / "findings.md").read_text()
    assert [code for code in CODES if f"## `{code}`" not in text] == []


@pytest.mark.parametrize("path", [*DOCS, TOP / "README.md", TOP / "CONTRIBUTING.md"], ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    """Each relative link of a document names a file that is there."""
    targets = re.findall(r"\]\((?!https?:|mailto:|#)([^)#\s]+)", path.read_text())
    assert [target for target in targets if not (path.parent / target).exists()] == []
