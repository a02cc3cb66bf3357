"""`plainspoken narrate` as somebody types it: languages, voices, forms of audio, a disk that is full."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest

from plainspoken.cli import main
from tests import needs, piper_voice

PAGE = """<!doctype html><html lang="en-GB"><title>Mill Lane bridge closed</title><main>
<h1>Mill Lane bridge closed after the flood</h1>
<p>The bridge on Mill Lane is closed until 3 May, the council said today.</p>
<p>Please use the ferry. It is free for everyone, and it runs every day from 7am to 9pm.</p></main></html>"""


@pytest.fixture
def page(tmp_path: Path) -> Path:
    """A short release."""
    path = tmp_path / "page.html"
    path.write_text(PAGE)
    return path


def run(folder: Path, *arguments: object, **settings: str) -> tuple[int, str, str]:
    """Run the command here, with a cache of its own; return its exit code and what it wrote."""
    out, errors = io.StringIO(), io.StringIO()
    with pytest.MonkeyPatch.context() as patch, redirect_stdout(out), redirect_stderr(errors):
        for name, value in ({"PLAINSPOKEN_CACHE": str(folder / "cache")} | settings).items():
            patch.setenv(name, value)
        code = main(["narrate", *map(str, arguments), "--into", str(folder / "out")])
    return code, out.getvalue(), errors.getvalue()


def run_apart(folder: Path, code: str, *arguments: object) -> tuple[int, str, str]:
    """Run the command in a process of its own, after a line of Python."""
    program = f"import sys; {code}; from plainspoken.cli import main; sys.exit(main(sys.argv[1:]))"
    environment = {**os.environ, "PLAINSPOKEN_CACHE": str(folder / "cache")}
    command = [sys.executable, "-c", program, "narrate", *map(str, arguments), "--into", str(folder / "out")]
    done = subprocess.run(command, capture_output=True, text=True, env=environment, timeout=300)
    return done.returncode, done.stdout, done.stderr


@needs.espeak
def test_a_language_that_nobody_speaks(page: Path, tmp_path: Path) -> None:
    """Exit code 4, and what would speak it; nothing is written."""
    code, _, errors = run(tmp_path, page, "--source-lang", "so")
    assert (code, list(tmp_path.glob("out/*"))) == (4, [])
    assert "no voice for Somali" in errors
    code, _, errors = run(
        tmp_path, page, "--source-lang", "cy", "--narrator", "piper", PLAINSPOKEN_VOICES=str(tmp_path)
    )
    assert code == 4
    assert "pip install 'plainspoken[piper]'" in errors or "plainspoken voices add FILE.onnx" in errors


@needs.espeak
def test_a_script_that_the_voice_does_not_read(page: Path, tmp_path: Path) -> None:
    """English text that is said to be Tigrinya is not spelled out letter by letter."""
    code, _, errors = run(tmp_path, page, "--source-lang", "ti")
    assert (code, list(tmp_path.glob("out/*"))) == (4, [])
    assert "not in the script that this voice reads (Ethi)" in errors


# What nothing here speaks: (language, a sentence, what is said of it, what would speak it).
MUTE = [
    ("ps", "پولیسو وویل چې یو سړی د درې کلونو لپاره بندي شو.", "no voice for Pashto", "record a person"),
    ("so", "Boolisku waxay sheegeen in nin la xiray muddo saddex sano ah.", "no voice for Somali", "record a person"),
    ("ckb", "پۆلیس دەڵێت پیاوێک سێ ساڵ زیندانی کرا لە لەندەن.", "no voice for Central Kurdish", "record a person"),
    ("ku", "پۆلیس دەڵێت پیاوێک سێ ساڵ زیندانی کرا لە لەندەن.", "(Latn)", "most of the letters are Arab"),
    ("pa-Arab", "پولیس نے دسیا کہ اک بندے نوں تِن سال دی قید ہوئی۔", "no voice for Punjabi", "record a person"),
    ("am", "پولیس نے بتایا کہ ایک شخص کو تین سال قید ہوئی۔", "(Ethi)", "most of the letters are Arab"),
    ("ti", "پولیس نے بتایا کہ ایک شخص کو تین سال قید ہوئی۔", "(Ethi)", "most of the letters are Arab"),
    ("fa", "Поліція каже, що чоловіка ув’язнили на три роки.", "(Arab)", "most of the letters are Cyrl"),
]


@needs.espeak
@pytest.mark.parametrize(("tag", "sentence", "why", "remedy"), MUTE, ids=[tag for tag, *_ in MUTE])
def test_what_nothing_speaks(tmp_path: Path, tag: str, sentence: str, why: str, remedy: str) -> None:
    """Exit code 4, why, and what would speak it or that nothing would; never mispronounced, nothing written."""
    page = tmp_path / "page.html"
    page.write_text(
        f"<html lang={tag}><main><h1>{sentence}</h1><p>{sentence * 3}</p><p>{sentence * 2}</p></main></html>"
    )
    code, out, errors = run(tmp_path, page, "--source-lang", tag, PLAINSPOKEN_VOICES=str(tmp_path / "none"))
    assert (code, out, list(tmp_path.glob("out/*"))) == (4, "", [])
    assert why in errors
    assert remedy in errors


@needs.espeak
@pytest.mark.parametrize("tag", ["am", "ti"])
def test_what_is_spoken_in_its_own_script(tmp_path: Path, tag: str) -> None:
    """The same languages in their own letters are read aloud."""
    sentence = "ፖሊስ እንደገለጸው አንድ ሰው ለሦስት ዓመት ታስሯል። "
    page = tmp_path / "page.html"
    page.write_text(
        f"<html lang={tag}><main><h1>{sentence}</h1><p>{sentence * 3}</p><p>{sentence * 2}</p></main></html>"
    )
    assert run(tmp_path, page, "--source-lang", tag)[0] == 0
    assert (tmp_path / "out" / "release.mp3").stat().st_size > 20_000


@needs.piper
def test_a_voice_by_its_path(page: Path, tmp_path: Path) -> None:
    """A voice file is used from where it is; a second run speaks nothing anew and writes the same bytes."""
    voice = piper_voice.write(tmp_path)
    code, out, _ = run(tmp_path, page, "--voice", voice)
    assert (code, out) == (0, f"{tmp_path / 'out' / 'release.mp3'}\n")
    made = (tmp_path / "out" / "release.mp3").read_bytes()
    silent = "import subprocess; subprocess.Popen = None"  # no worker can be started
    code, *_ = run_apart(tmp_path, silent, page, "--voice", voice)
    assert (code, (tmp_path / "out" / "release.mp3").read_bytes() == made) == (0, True)


@needs.piper
def test_voices_that_do_not_serve(page: Path, tmp_path: Path) -> None:
    """A voice of another language, and one that nobody has, are exit code 4; a file that is no voice is 3."""
    voice = piper_voice.write(tmp_path, code="cy_GB")
    found = [
        run(tmp_path, page, "--voice", name, PLAINSPOKEN_VOICES=str(tmp_path / "none"))
        for name in (voice, "nobody", tmp_path / "no.onnx")
    ]
    assert [code for code, *_ in found] == [4, 4, 3]
    assert "this voice speaks Welsh (United Kingdom), not English" in found[0][2]


@needs.modules("av", "lameenc", "numpy")
@pytest.mark.parametrize(("form", "begins"), [("mp3", b"ID3"), ("opus", b"OggS"), ("wav", b"RIFF")])
def test_forms_of_audio(page: Path, tmp_path: Path, form: str, begins: bytes) -> None:
    """`--audio` chooses the file that is written."""
    code, _, errors = run(tmp_path, page, "--audio", form, "--narrator", "silence")
    assert code == 0, errors
    assert sorted(one.name for one in (tmp_path / "out").iterdir()) == sorted([f"release.{form}", "release.vtt"])
    assert (tmp_path / "out" / f"release.{form}").read_bytes().startswith(begins)


@needs.modules("resource")
@pytest.mark.parametrize("limit", [0, 2_000, 200_000])
def test_a_full_disk(page: Path, tmp_path: Path, limit: int) -> None:
    """Where a file can't be written to its end, that is exit code 5, and no half of a file is left."""
    full = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({limit}, -1))"
    code, _, errors = run_apart(tmp_path, full, page, "--narrator", "silence", "--audio", "wav")
    assert code == 5, errors
    assert "can't be written" in errors
    left = [one for one in tmp_path.rglob("*") if one.is_file()]
    assert [one for one in left if one.name.startswith((".", "release"))] == []
    assert run(tmp_path, page, "--narrator", "silence", "--audio", "wav")[0] == 0
