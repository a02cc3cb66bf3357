"""The command line as a person uses it: exit codes, messages, files."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from plainspoken.cli import main
from tests import needs
from tests.pictures.files import SQUARE, make_set

TOP = Path(__file__).parents[2]
PAGE = TOP / "samples" / "domestic-abuse" / "page.html"
MEMORY = TOP / "samples" / "domestic-abuse" / "memory.tmx"


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each test has a cache of its own."""
    monkeypatch.setenv("PLAINSPOKEN_CACHE", str(tmp_path / "cache"))


def run(
    *words: str | Path, stdin: bytes = b"", cwd: Path | None = None, env: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    """Run the command as a person would, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "plainspoken", *map(str, words)],
        input=stdin, capture_output=True, cwd=cwd, env={**os.environ, **(env or {})}, timeout=300,
    )  # fmt: skip


@pytest.mark.parametrize(
    "command",
    [
        "make",
        "parse",
        "simplify",
        "translate",
        "narrate",
        "review",
        "verify",
        "post",
        "unpost",
        "languages",
        "engines",
        "voices",
        "doctor",
    ],
)
def test_each_command_has_help_with_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    """`--help` of each command shows an example of its use."""
    with pytest.raises(SystemExit) as raised:
        main([command, "--help"])
    assert raised.value.code == 0
    assert f"example: plainspoken {command}" in " ".join(capsys.readouterr().out.split())


@pytest.mark.parametrize(
    ("words", "code", "says"),
    [
        (["frobnicate"], 2, "invalid choice"),
        ([], 2, "required"),
        (["make", "a.html"], 2, "required"),
        (["make", "a.html", "--to", "es", "--into", "x", "--wrong"], 2, "unrecognized"),
        (["make", "a.html", "--to", "es", "--into", "x", "--jobs", "0"], 2, "1 or more"),
        (["make", "{page}", "--to", "klingon", "--into", "{tmp}/x"], 2, "not a language tag"),
        (["make", "{page}", "--to", " , ", "--into", "{tmp}/x"], 2, "no language"),
        (["make", "{page}", "--to", "es", "--into", "{tmp}/x", "--engine", "babelfish"], 2, "no engine of that name"),
        (["translate", "{page}", "--to", "zz9"], 2, "not a language tag"),
        (["parse", "missing.html"], 3, "missing.html"),
        (["parse", "{tmp}"], 3, "folder"),
        (["parse", "{top}/samples/no-release/page.html"], 3, ""),
        (["make", "{page}", "--to", "ti", "--into", "{tmp}/x", "--offline"], 4, "Tigrinya"),
        (["narrate", "{page}", "--narrator", "espeak", "--voice", "nobody"], 4, "nobody"),
        (["parse", "http://127.0.0.1:9/"], 6, "127.0.0.1"),
        (["parse", "http://localhost:9/"], 6, "localhost"),
        (["parse", "ftp://example.org/a"], 3, "ftp"),
    ],
)
def test_bad_use(words: list[str], code: int, says: str, tmp_path: Path) -> None:
    """Bad use ends with the contract's exit code and a message on stderr that names the trouble; nothing is written."""
    filled = [word.format(tmp=tmp_path, page=PAGE, top=TOP) for word in words]
    done = run(*filled, cwd=tmp_path)
    message = done.stderr.decode()
    assert (done.returncode, done.stdout) == (code, b""), message
    assert says in message
    assert "Traceback" not in message
    assert not (tmp_path / "x").exists()


def test_parse_reads_a_file_and_standard_input_alike() -> None:
    """A page is the same release whether it comes from a file or through a pipe."""
    from_file = run("parse", PAGE, "--json")
    piped = run("parse", "-", "--json", stdin=PAGE.read_bytes())
    assert from_file.returncode == 0
    assert json.loads(from_file.stdout) == json.loads(piped.stdout)
    assert json.loads(from_file.stdout)["schema"] == "plainspoken/release/1"


def test_parse_shows_an_outline() -> None:
    """Without `--json`, parse shows a person what stands where."""
    text = run("parse", PAGE).stdout.decode()
    assert "[headline]\n  heading: Man jailed for 26 months after breaching restraining order" in text
    assert "0808 2000 247" in text


def test_parse_explains_itself() -> None:
    """`parse --explain` shows why each block has its role; as JSON, beside the release."""
    lines = run("parse", PAGE, "--explain").stdout.decode().splitlines()
    assert lines[0].split()[:4] == ["block", "role", "kind", "rule"]
    assert lines[1].split()[:4] == ["headline.p1", "headline", "heading", "headline"]
    explained = json.loads(run("parse", PAGE, "--explain", "--json").stdout)
    ids = [block["id"] for section in explained["sections"] for block in section["blocks"]]
    assert [reason["id"] for reason in explained["explain"]] == ids
    assert len(lines) == len(ids) + 1
    assert set(explained["explain"][0]) == {"id", "role", "kind", "rule", "explanation", "text"}


def test_simplify_explains_itself() -> None:
    """`simplify --explain` shows beside each sentence the one it came from and the rule that made it."""
    text = run("simplify", PAGE, "--explain").stdout.decode()
    assert "from body" in text
    assert " by " in text


def test_own_hard_words(tmp_path: Path) -> None:
    """`simplify --easy-glossary` explains the publisher's words; a row that is wrong is named, with what to do."""
    words = tmp_path / "words.csv"
    words.write_text("word,explanation\nrestraining order,A restraining order keeps him away.\n")
    assert "A restraining order keeps him away." in run("simplify", PAGE, "--easy-glossary", words).stdout.decode()
    words.write_text("word,explanation\nrestraining order,\n")
    broken = run("make", PAGE, "--to", "es", "--into", tmp_path / "packs", "--easy-glossary", words)
    assert broken.returncode == 3
    assert "words.csv, line 2: this line has no explanation. Write" in broken.stderr.decode()


def test_own_pictures(tmp_path: Path) -> None:
    """`make --pictures` puts the publisher's pictures on the easy page; a row that is wrong is named."""
    table = "concept,file,licence,attribution,en\nprison,bars.svg,CC BY 4.0,Ana Ruiz,Bars\n"
    folder = make_set(tmp_path / "set", table, bars_svg=SQUARE)
    words = ("make", PAGE, "--to", "es", "--memory", MEMORY, "--into", tmp_path / "packs", "--offline")
    assert run(*words, "--formats", "txt", "--pictures", folder).returncode == 0
    page = next((tmp_path / "packs").glob("*/en*/easy/index.html")).read_text()
    assert 'alt="Bars"' in page and "Pictures: <bdi>Ana Ruiz (CC BY 4.0)</bdi>" in page
    (folder / "bars.svg").write_text("<svg/>")
    broken = run("simplify", PAGE, "--pictures", folder)
    assert broken.returncode == 3
    assert "pictures.csv, row 2: bars.svg can't be taken" in broken.stderr.decode()


def test_make_writes_a_pack(tmp_path: Path) -> None:
    """`make` writes the pack's files, says what to open, and a second run changes nothing."""
    first = run("make", PAGE, "--to", "es,ur", "--memory", MEMORY, "--into", tmp_path / "packs", "--offline")
    assert first.returncode == 0, first.stderr.decode()
    pack = next(path for path in (tmp_path / "packs").iterdir() if path.is_dir())
    wanted = ["index.html", "manifest.json"] + [
        f"{lang}/{name}"
        for lang in ("es", "ur", "en-GB")
        for name in (
            "index.html",
            "easy/index.html",
            "audio/release.mp3",
            "audio/easy.mp3",
            "captions.vtt",
            "release.txt",
        )
    ]
    assert [name for name in wanted if not (pack / name).is_file()] == []
    assert f"open {pack / 'index.html'}" in first.stdout.decode()
    before = {path: path.read_bytes() for path in (tmp_path / "packs").rglob("*") if path.is_file()}
    second = run("make", PAGE, "--to", "es,ur", "--memory", MEMORY, "--into", tmp_path / "packs", "--offline")
    assert second.returncode == 0
    assert {path: path.read_bytes() for path in (tmp_path / "packs").rglob("*") if path.is_file()} == before


def test_make_speaks_json_to_machines(tmp_path: Path) -> None:
    """`--json` gives one object a line: progress, then the pack; nothing else is on standard output."""
    done = run(
        "make", PAGE, "--to", "es", "--memory", MEMORY, "--into", tmp_path / "packs", "--narrator", "silence", "--json"
    )  # fmt: skip
    events = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0, done.stderr.decode()
    assert {event["event"] for event in events} == {"progress", "pack"}
    assert events[-1]["langs"] == ["en-GB", "es"]
    shares = [event["step"] for event in events if event["event"] == "progress"]
    assert shares == sorted(shares)


def test_quiet_is_quiet(tmp_path: Path) -> None:
    """`--quiet` writes nothing when all goes well."""
    done = run(
        "make", PAGE, "--to", "es", "--memory", MEMORY, "--into", tmp_path, "--narrator", "silence", "--quiet"
    )  # fmt: skip
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_one_bad_source_does_not_stop_the_others(tmp_path: Path) -> None:
    """Of many sources, the good ones become packs; the exit code is the bad one's, and it is named."""
    done = run(
        "make", "gone.html", PAGE, "--to", "es", "--memory", MEMORY, "--into", tmp_path, "--narrator", "silence"
    )  # fmt: skip
    assert done.returncode == 3
    assert "gone.html" in done.stderr.decode()
    assert len([path for path in tmp_path.iterdir() if (path / "manifest.json").is_file()]) == 1


def test_unwritable_target(tmp_path: Path) -> None:
    """A target that can't be written ends with exit code 5 and leaves nothing behind."""
    (tmp_path / "file").write_text("in the way")
    done = run(
        "make", PAGE, "--to", "es", "--memory", MEMORY, "--into", tmp_path / "file", "--narrator", "silence"
    )  # fmt: skip
    assert done.returncode == 5, done.stderr.decode()
    assert (tmp_path / "file").read_text() == "in the way"


def test_ctrl_c_leaves_nothing_broken(tmp_path: Path) -> None:
    """Interrupted, `make` ends with 130 and no half pack; the same command then goes on to the end."""
    command = [
        sys.executable, "-m", "plainspoken", "make", str(PAGE), "--to", "es,ur,pl,fr,bn", "--memory", str(MEMORY),
        "--into", str(tmp_path / "packs"), "--json",
    ]  # fmt: skip
    running = subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, preexec_fn=needs.hears_interrupts
    )
    assert running.stdout
    for line in running.stdout:
        if json.loads(line).get("stage") == "narrate":
            break
    time.sleep(0.2)
    running.send_signal(signal.SIGINT)
    _, told = running.communicate(timeout=60)
    assert running.returncode == 130, told.decode()
    assert "interrupted" in told.decode()
    assert "Traceback" not in told.decode()
    assert [path for path in tmp_path.glob("packs/*") if not path.name.startswith(".")] == []
    assert subprocess.run(command, capture_output=True, timeout=300).returncode == 0
    assert len(list(tmp_path.glob("packs/*/manifest.json"))) == 1
    assert list(tmp_path.glob("packs/.*")) == []


def test_inventories_are_tables_and_json() -> None:
    """`languages`, `engines`, `voices` and `doctor` show a table to people and JSON to machines."""
    for command in ("languages", "engines", "voices", "doctor"):
        table = run(command).stdout.decode().splitlines()
        tree = json.loads(run(command, "--json").stdout)
        assert len(table) > len(tree) > 0


def test_two_releases_with_one_headline(tmp_path: Path) -> None:
    """Two releases of one run that would share a folder get one each; a second run finds both as they were."""
    for name in ("a.html", "b.html"):
        (tmp_path / name).write_bytes(PAGE.read_bytes())
    command = ("make", "a.html", "b.html", "--to", "es", "--memory", MEMORY, "--into", "packs", "--narrator", "silence")
    for _ in range(2):
        assert run(*command, cwd=tmp_path).returncode == 0
        slugs = sorted(path.name for path in (tmp_path / "packs").iterdir() if path.is_dir())
        assert len(slugs) == 2
        assert slugs[1] == f"{slugs[0]}-2"


def test_verify_names_what_was_changed(tmp_path: Path) -> None:
    """A whole pack passes; a changed one fails with the file's name; what is no pack is refused."""
    assert run("make", PAGE, "--to", "en-GB", "--into", tmp_path, "--formats", "txt", "--quiet").returncode in (0, 1)
    (pack,) = [place for place in tmp_path.iterdir() if place.is_dir() and (place / "manifest.json").exists()]
    done = run("verify", pack)
    assert (done.returncode, b"all as they were made" in done.stdout) == (0, True)
    (pack / "en-GB" / "more.js").write_text("alert(1)")
    done = run("verify", pack)
    assert (done.returncode, b"not as they were made" in done.stdout, b"en-GB/more.js" in done.stdout) == (
        1,
        True,
        True,
    )
    (pack / "en-GB" / "more.js").unlink()
    (pack / "en-GB" / "release.txt").write_text("Call 998")
    done = run("verify", pack, "--json")
    told = json.loads(done.stdout)
    assert (done.returncode, [one["at"] for one in told["findings"]]) == (1, ["en-GB/release.txt"])
    assert run("verify", tmp_path / "cache").returncode == 3


def test_narrate_shows_its_script(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """`--script` shows what the voice would be given, with the names of a lexicon, and writes no file."""
    lexicon = tmp_path / "ours.pls"
    lexicon.write_text(
        '<lexicon version="1.0" xmlns="http://www.w3.org/2005/01/pronunciation-lexicon" xml:lang="en">\n'
        "<lexeme><grapheme>Wessex</grapheme><alias>Wes Sex</alias><phoneme>ˈwɛsɪks</phoneme></lexeme></lexicon>"
    )
    assert main(["narrate", str(PAGE), "--script", "--lexicon", str(lexicon)]) == 0
    rows = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert rows[0] == ["sentence", "lang", "written", "said"]
    assert all(len(row) == 4 for row in rows)
    assert any("Wes Sex" in said and "/ˈwɛsɪks/" in said and "Wessex" in written for _, _, written, said in rows)
    assert sorted(tmp_path.glob("*.mp3")) == []


def test_a_bad_lexicon_says_its_line(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A lexicon that can't be read ends the run before it begins, with file and line."""
    lexicon = tmp_path / "ours.pls"
    lexicon.write_text("<lexicon>\n<lexeme>")
    for command in (["narrate", str(PAGE)], ["make", str(PAGE), "--to", "es"]):
        assert main([*command, "--into", str(tmp_path / "out"), "--lexicon", str(lexicon)]) == 3
        assert "ours.pls, line 2" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.mark.parametrize("tag", ["so", "ps", "ckb", "ku-Arab"])
def test_narrate_refuses_what_nobody_speaks(tag: str, capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    """A language or script without a voice ends with exit code 4 and what would speak it; nothing is written."""
    assert main(["narrate", str(PAGE), "--source-lang", tag, "--into", str(tmp_path / "out")]) == 4
    assert "No engine we know of speaks it" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_post_and_unpost(tmp_path: Path) -> None:
    """A pack is posted to a folder, named as standing there the second time, and taken down."""
    assert run("make", PAGE, "--to", "en-GB", "--into", tmp_path, "--formats", "txt", "--quiet").returncode in (0, 1)
    (pack,) = [place for place in tmp_path.iterdir() if place.is_dir() and (place / "manifest.json").exists()]
    site = tmp_path / "site"
    first = run("post", pack, site, "--public-url", "https://site.example/r")
    assert first.returncode == 0
    assert f"https://site.example/r/{pack.name}/en-GB/" in first.stdout.decode()
    assert b"stands there already" in run("post", pack, site).stdout
    assert json.loads(run("post", pack, site, "--json", "--dry-run").stdout)["sent"] == []
    assert run("unpost", pack.name, site).returncode == 0
    assert list(site.iterdir()) == []
    assert run("unpost", pack.name, site).returncode == 3
    assert run("post", pack, "gopher://site/r").returncode == 2


def test_simplify_checks_a_text(tmp_path: Path) -> None:
    """`simplify --check` names line, code and reason, exits with 1 for an error, and with 0 for anything less."""
    file = tmp_path / "easy.txt"
    file.write_text("It is free.\nYou can’t come.\n", encoding="utf-8")
    done = run("simplify", "--check", file)
    contraction = "An easy-read sentence has a contraction; write both words. It has “can’t”. [easy-contraction]"
    assert (done.returncode, done.stdout.decode()) == (1, f"line 2: error: {contraction}\n")
    sound = run("simplify", "--check", "-", stdin=b"It is free.\nWe have three rooms.\n")
    assert (sound.returncode, sound.stdout.decode().startswith("line 2: info: ")) == (0, True)
