"""The voices of this machine: what is listed, and adding and removing voice files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from plainspoken import voices
from plainspoken.cli import main
from plainspoken.engines import piper_voices
from plainspoken.errors import SourceError, TargetError, UsageError
from tests import needs, piper_voice

pytestmark = needs.piper


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "home"
    monkeypatch.setenv("PLAINSPOKEN_VOICES", str(folder))
    return folder


def test_added_whole(tmp_path: Path, home: Path) -> None:
    """Both files are copied, to the byte; the originals may go."""
    path = piper_voice.write(tmp_path)
    model, description = path.read_bytes(), piper_voices.config_of(path).read_bytes()
    assert voices.add(path) == voices.Added("en_GB-hum-low", "en-GB", (), times_words=True)
    path.unlink()
    assert {one.name: one.read_bytes() for one in home.iterdir()} == {
        "en_GB-hum-low.onnx": model,
        "en_GB-hum-low.onnx.json": description,
    }
    assert [voice.name for voice in piper_voices.installed()] == ["en_GB-hum-low"]


def test_added_again_and_removed(tmp_path: Path, home: Path) -> None:
    """A voice of the same name is replaced; a removed one leaves no file."""
    voices.add(piper_voice.write(tmp_path))
    voices.add(piper_voice.write(tmp_path, code="en_US"))
    assert [voice.lang for voice in piper_voices.installed()] == ["en-US"]
    voices.remove("en_GB-hum-low")
    assert list(home.iterdir()) == []
    with pytest.raises(UsageError, match="Installed: none"):
        voices.remove("en_GB-hum-low")


def test_only_voices_are_removed(home: Path, tmp_path: Path) -> None:
    """A name that leads out of the folder removes nothing."""
    path = piper_voice.write(tmp_path)
    with pytest.raises(UsageError):
        voices.remove("../en_GB-hum-low")
    assert path.exists()


def _without_description(path: Path) -> None:
    piper_voices.config_of(path).unlink()


def _described(**changes: object) -> object:
    def change(path: Path) -> None:
        config = json.loads(piper_voices.config_of(path).read_text())
        piper_voices.config_of(path).write_text(json.dumps(config | changes))

    return change


@pytest.mark.parametrize(
    ("spoil", "message"),
    [
        (lambda path: path.unlink(), "no such voice file"),
        (_without_description, "description is missing"),
        (lambda path: path.write_bytes(b"version https://git-lfs.github.com/spec/v1\noid sha256:1\n"), "Git LFS"),
        (lambda path: path.write_bytes(path.read_bytes()[:400]), "can't speak: Piper failed"),
        (lambda path: path.write_bytes(b""), "can't speak: Piper failed"),
        (lambda path: piper_voices.config_of(path).write_text("{"), "does not describe"),
        (lambda path: piper_voices.config_of(path).write_text("[]"), "does not describe"),
        (lambda path: piper_voices.config_of(path).write_bytes(b"\xff\xfe"), "does not describe"),
        (_described(audio={}), "does not describe"),
        (_described(audio={"sample_rate": 0}), "does not describe"),
        (_described(phoneme_id_map={"a": [1]}), "does not describe"),
        (_described(speaker_id_map={"a": "one"}), "does not describe"),
        (_described(language={"code": "klingon_X"}, espeak={"voice": "12"}), None),
        (_described(phoneme_type="pinyin"), "this voice takes pinyin"),
        (_described(espeak={"voice": "xx-none"}), "can't speak: Piper failed: Failed to set voice"),
    ],
)  # fmt: skip
def test_what_is_no_voice_is_refused(tmp_path: Path, home: Path, spoil: object, message: str | None) -> None:
    """A voice that is not whole, or can't say a word, is refused with the reason, and nothing of it is kept."""
    path = piper_voice.write(tmp_path)
    spoil(path)  # type: ignore[operator]
    if message is None:  # its name still says its language, but its phonemes are nobody's
        message = "can't speak"
    with pytest.raises(SourceError, match=message):
        voices.add(path)
    assert not home.exists()


def test_half_a_voice_is_none(tmp_path: Path, home: Path) -> None:
    """Files in the folder that are no voice are passed over, and don't keep the others from being listed."""
    voices.add(piper_voice.write(tmp_path))
    (home / "half.onnx").write_bytes(b"x")
    (home / "notes.txt").write_text("x")
    piper_voices.config_of(home / "bad.onnx").write_text("{")
    (home / "bad.onnx").write_bytes(b"x")
    assert [voice.name for voice in piper_voices.installed()] == ["en_GB-hum-low"]


def test_a_folder_that_cannot_be_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the voice can't be kept, that is an error of the target."""
    (tmp_path / "file").write_text("in the way")
    monkeypatch.setenv("PLAINSPOKEN_VOICES", str(tmp_path / "file"))
    with pytest.raises(TargetError):
        voices.add(piper_voice.write(tmp_path))


def test_commands(tmp_path: Path, home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """`voices add`, `voices LANG`, `voices remove` do what they say; `voices add` alone is wrong usage."""
    path = piper_voice.write(tmp_path, speakers=True, aligned=False)
    assert main(["voices", "add", str(path)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "Added: en_GB-hum-low (English (United Kingdom)). Use it: --voice en_GB-hum-low",
        "  It has 2 speakers; name one as en_GB-hum-low#anna: anna, bob",
        "  It does not tell when it says each word: words are marked by estimate.",
    ]
    assert main(["voices", "en", "--json"]) == 0
    rows = json.loads(capsys.readouterr().out)
    assert {
        "lang": "en-GB",
        "language": "English (United Kingdom)",
        "engine": "piper",
        "voice": "en_GB-hum-low",
    } in rows
    assert {row["lang"].split("-")[0] for row in rows} == {"en"}
    assert main(["voices", "remove", "en_GB-hum-low"]) == 0
    assert main(["voices", "add"]) == 2
    assert main(["voices", "add", str(tmp_path / "none.onnx")]) == 3
    assert main(["voices", "klingon"]) == 2
