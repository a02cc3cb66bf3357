"""`simplify --explain` and `simplify --check` as a person uses them, on good input and bad."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.cli import main
from plainspoken.cli.report import side_by_side
from plainspoken.findings import finding

SAMPLE = Path(__file__).parents[2] / "samples" / "flood-grants" / "page.html"
GOOD = "# Help\n\nCall 101.\nIt is free.\n"
BAD = "You can't come.\nBring a card, eg a pass.\n"
SPANISH = "<html lang='es'><body><p>No hay nadie.</p>\n<p>Venga el 14/03/2026.</p></body></html>"


@pytest.fixture
def easy() -> tuple[ps.Release, ps.Release]:
    release = ps.parse(SAMPLE)
    return release, ps.simplify(release)


def test_each_sentence_beside_its_source(easy: tuple[ps.Release, ps.Release]) -> None:
    """Where the output goes into a file, each sentence is one line, and beneath it its source, place and rule."""
    release, made = easy
    lines = side_by_side(release, made).splitlines()
    sources = {one.id: one.text for one in release.segments()}
    for one in made.segments():
        (origin,) = one.origin
        assert lines[lines.index(one.text) + 1] == f"    from {origin} by {one.rule}: {sources[origin]}"


@pytest.mark.parametrize("columns", [80, 101, 160])
def test_columns_on_a_terminal(easy: tuple[ps.Release, ps.Release], columns: int) -> None:
    """On a terminal the easy read stands left and the release right; no line is wider, no word is lost."""
    release, made = easy
    text = side_by_side(release, made, columns)
    lines = text.splitlines()
    assert max(map(len, lines)) <= columns
    half = (columns - 3) // 2
    left = " ".join(" ".join(line[:half].split()) for line in lines)
    right = " ".join(" ".join(line[half + 3 :].split()) for line in lines)
    sources = {one.id: one.text for one in release.segments()}
    for one in made.segments():
        assert one.text in left and sources[one.origin[0]] in right and one.origin[0] in right
    assert {line[half : half + 3] for line in lines} <= {" | ", "-+-", " |"}


def test_doubts_stand_with_their_sentence(easy: tuple[ps.Release, ps.Release]) -> None:
    """What is doubtful about a sentence stands beneath it, in both forms."""
    release, made = easy
    first = next(made.segments())
    doubted = made.with_findings(finding("sentence-long", first.id, "It has 99."))
    assert "It has 99. [sentence-long]" in side_by_side(release, doubted).split("\n    from ")[1]
    assert "[sentence-long]" in side_by_side(release, doubted, 200)


def test_a_narrow_terminal(easy: tuple[ps.Release, ps.Release]) -> None:
    """On a narrow terminal the source stands beneath."""
    assert side_by_side(*easy, 60) == side_by_side(*easy)


def test_on_a_real_terminal() -> None:
    """The command asks the terminal how wide it is."""
    leader, follower = pty.openpty()
    done = subprocess.Popen(
        [sys.executable, "-m", "plainspoken", "simplify", str(SAMPLE), "--explain"],
        stdout=follower, env={**os.environ, "COLUMNS": "100"},
    )  # fmt: skip
    os.close(follower)
    told = b""
    while True:
        try:
            piece = os.read(leader, 65536)
        except OSError:
            break
        if not piece:
            break
        told += piece
    os.close(leader)
    lines = told.decode().replace("\r", "").splitlines()
    assert done.wait() == 0 and lines[0].startswith("EASY READ") and max(map(len, lines)) <= 100


@pytest.mark.parametrize(
    ("name", "content", "code", "out", "err"),
    [
        ("good.md", GOOD, 0, "", "no rule that a machine can check is broken"),
        ("bad.txt", BAD, 1, "line 1: error", "2 errors, 0 warnings, 0 notes"),
        ("bad.txt", "It is 30%.", 0, "line 1: info", "0 errors, 0 warnings, 1 note"),
        ("es.html", SPANISH, 0, "line 2: warning", "0 errors, 1 warning, 0 notes"),
        ("empty.txt", "", 3, "", "the source is empty"),
        ("marks.txt", "# \n\n---\n", 3, "", "there is not one word in it"),
        ("page.html", "<html><body><script>x()</script></body></html>", 3, "", "there is not one word in it"),
    ],
)
def test_check(
    name: str, content: str, code: int, out: str, err: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Each broken rule is a line with place, level and reason; at the end stands how many, or that there is none."""
    file = tmp_path / name
    file.write_text(content, encoding="utf-8")
    assert main(["simplify", "--check", str(file)]) == code
    told = capsys.readouterr()
    assert told.out.startswith(out) and (bool(out) or told.out == "")
    assert err in told.err and (code < 3 or str(file) in told.err)


@pytest.mark.parametrize(
    ("content", "says"),
    [(bytes(range(256)) * 20, "binary data"), (b"%PDF-1.7\n" + b"\0" * 99, "PDF"), (b"PK\x03\x04" + b"\1" * 99, "")],
)
def test_check_of_what_is_no_text(
    content: bytes, says: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Binary data is refused as such, and not held to rules of writing."""
    file = tmp_path / "easy.bin"
    file.write_bytes(content)
    assert main(["simplify", "--check", str(file)]) == 3
    told = capsys.readouterr()
    assert says in told.err and told.out == ""


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["--check", "nothing.txt"], 3, "there is no such file"),
        (["--check", "folder"], 3, "this is a folder"),
        (["--check", "--explain", "nothing.txt"], 2, "not allowed with"),
        (["--check", "good.txt", "--source-lang", "no tag"], 2, "not a language tag"),
        (["--explain"], 2, "required: SOURCE"),
        (["--explain", "nothing.html"], 3, "there is no such file"),
        (["--explain", str(SAMPLE), "--engine", "none"], 2, "no engine of that name"),
    ],
)
def test_wrong_use(
    arguments: list[str],
    code: int,
    says: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """What is wrong is said in one line, with the exit code of its kind, and nothing is printed as a result."""
    monkeypatch.chdir(tmp_path)
    Path("good.txt").write_text(GOOD, encoding="utf-8")
    Path("folder").mkdir()
    try:
        done = main(["simplify", *arguments])
    except SystemExit as left:
        done = left.code
    told = capsys.readouterr()
    assert done == code and says in told.err and told.out == ""


def test_check_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """As JSON the findings are a list with code, level, place and message."""
    file = tmp_path / "bad.txt"
    file.write_text(BAD, encoding="utf-8")
    assert main(["simplify", "--check", str(file), "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert [(one["at"], one["code"]) for one in found] == [
        ("line 1", "easy-contraction"), ("line 2", "easy-shortened")
    ]  # fmt: skip


def test_check_from_a_pipe(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """`-` reads the text from a pipe."""
    done = subprocess.run(
        [sys.executable, "-m", "plainspoken", "simplify", "--check", "-"],
        input=BAD, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 1 and done.stdout.splitlines()[0].startswith("line 1: error: ")


def test_check_of_a_page_in_its_own_language(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A page that says it is Spanish is held to the rules of any language; `--source-lang en` says otherwise."""
    file = tmp_path / "es.html"
    file.write_text("<html lang='es-ES'><p>La carta la envió ayer EE. UU. a la directora.</p></html>", encoding="utf-8")
    assert main(["simplify", "--check", str(file)]) == 0
    assert "easy-acronym" not in capsys.readouterr().out
    assert main(["simplify", "--check", str(file), "--source-lang", "en"]) == 0
    assert "easy-acronym" in capsys.readouterr().out
