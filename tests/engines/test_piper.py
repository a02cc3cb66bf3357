"""The Piper speaker, run by the real library on a tiny voice: words, sounds, speakers, long texts, lost workers."""

from __future__ import annotations

import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.engines.piper import Piper
from plainspoken.engines.protocols import Speech, Utterance, Voice
from plainspoken.engines.registry import find_voice
from plainspoken.errors import EngineError, SourceError
from plainspoken.narration import Sound
from tests import needs, piper_voice

pytestmark = needs.piper
TEXT = "He lived in the house by the sea."
SAMPLES = 1 / 22050


@pytest.fixture(autouse=True)
def no_voices_of_this_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PLAINSPOKEN_VOICES", str(tmp_path / "installed"))


def _hum(folder: Path, name: str = "en_GB-hum-low", **options: object) -> Piper:
    return Piper(files=(str(piper_voice.write(folder, name, **options)),))  # type: ignore[arg-type]


def _say(engine: Piper, text: str = TEXT, pace: float = 1.0) -> Speech:
    return engine.speak([text], engine.voices()[0], pace)[0]


def test_words_begin_with_their_phonemes(tmp_path: Path) -> None:
    """A word begins at the sample at which its first phoneme does, as the model's own lengths tell."""
    speech = _say(_hum(tmp_path), "Bee sea.")
    # ^ b ˈ i ː | space | s: each lasts 2 to 5 hops by its number, and so does the padding after it, which has none.
    numbers = [piper_voice.SYMBOLS.index(one) for one in "^bˈiː "]
    hops = sum(2 + number % 4 + 2 for number in numbers)
    first = 2 + piper_voice.SYMBOLS.index("^") % 4 + 2
    assert [(word.start, round(word.begins / SAMPLES)) for word in speech.words] == [
        (0, first * piper_voice.HOP),
        (4, hops * piper_voice.HOP),
    ]
    assert not speech.estimated


def test_every_word_is_timed(tmp_path: Path) -> None:
    """Words that the voice runs into one ("in the") have a time each, in order, up to the end."""
    speech = _say(_hum(tmp_path))
    assert [TEXT[word.start : word.end] for word in speech.words] == TEXT.split()
    begins = [word.begins for word in speech.words]
    assert begins == sorted(set(begins))
    assert speech.words[-1].ends == speech.seconds


def test_without_alignments_times_are_estimated(tmp_path: Path) -> None:
    """A voice that can't tell how long its phonemes last says the same, and its word times are marked as estimates."""
    exact = _say(_hum(tmp_path / "one"))
    guessed = _say(_hum(tmp_path / "two", aligned=False))
    assert guessed.estimated
    assert (len(guessed.pcm), len(guessed.words)) == (len(exact.pcm), len(exact.words))
    assert max(abs(a.begins - b.begins) for a, b in zip(exact.words, guessed.words, strict=True)) < 0.2


def test_nothing_is_left_to_chance(tmp_path: Path) -> None:
    """A voice adds noise as its description says; ours is asked for none, so the same text is the same sound."""
    engine = _hum(tmp_path)
    once = _say(engine)
    assert [_say(engine) for _ in range(3)] == [once] * 3
    code = (
        "import sys, hashlib; from plainspoken.engines.piper import Piper; e = Piper(files=(sys.argv[1],));"
        "print(hashlib.sha256(e.speak([sys.argv[2]], e.voices()[0])[0].pcm).hexdigest())"
    )
    elsewhere = subprocess.run([sys.executable, "-c", code, engine.files[0], TEXT], capture_output=True, text=True)
    import hashlib

    assert elsewhere.stdout.strip() == hashlib.sha256(once.pcm).hexdigest()


def test_the_library_is_not_loaded_here(tmp_path: Path) -> None:
    """Piper and its model run in a worker; this process never imports them."""
    path = piper_voice.write(tmp_path)
    code = (
        "import sys; from plainspoken.engines.piper import Piper; e = Piper(files=(sys.argv[1],)); v = e.voices()[0];"
        "e.signature(v, 1.0); assert e.workers() == (); assert e.speak(['Hello.'], v)[0].pcm;"
        "assert len(e.workers()) == 1; assert not {'piper', 'onnxruntime', 'onnx'} & set(sys.modules)"
    )
    subprocess.run([sys.executable, "-c", code, str(path)], check=True)


def test_slower(tmp_path: Path) -> None:
    """A slower pace takes longer, by about as much."""
    engine = _hum(tmp_path)
    assert _say(engine, pace=0.8).seconds / _say(engine).seconds == pytest.approx(1.25, abs=0.2)


def test_sounds_in_ipa(tmp_path: Path) -> None:
    """A name is said by its sounds where the voice has them all; its word is timed with them."""
    engine = _hum(tmp_path)
    voice, text = engine.voices()[0], "In Southwark, today."
    said, plain, foreign = (
        engine.speak_utterances([Utterance(text, sounds)], voice)[0]
        for sounds in ((Sound(3, 12, "ˈsʌðək"),), (), (Sound(3, 12, "ˈsʌǁək"),))
    )
    assert said.pcm != plain.pcm == foreign.pcm
    assert [text[word.start : word.end] for word in said.words] == ["In", "Southwark,", "today."]


def test_brackets_are_no_sounds(tmp_path: Path) -> None:
    """Brackets of the text itself are not taken for names of sounds."""
    engine = _hum(tmp_path)
    assert _say(engine, "He [[sic]] said.").pcm == _say(engine, "He ((sic)) said.").pcm


def test_long_texts_are_said_in_pieces(tmp_path: Path) -> None:
    """A text of 1,000 words without a stop is said whole: what the model is given at once stays short."""
    engine = _hum(tmp_path)
    text = "word " * 1000
    speech = _say(engine, text)
    assert len(speech.words) == 1000
    assert speech.seconds == pytest.approx(1000 * _say(engine, "word " * 50).seconds / 50, rel=0.1)


@pytest.mark.parametrize("rate", [16000, 44100])
def test_voices_of_other_rates_speak_together(tmp_path: Path, rate: int) -> None:
    """Every voice comes at one sample rate, so that one narration can have several; it lasts as long, at its pitch."""
    import numpy as np

    usual, other = _say(_hum(tmp_path / "one")), _say(_hum(tmp_path / "two", rate=rate))
    assert usual.rate == other.rate == 22050
    assert other.seconds * rate == pytest.approx(usual.seconds * 22050, rel=0.001)  # as many samples of its own
    peaks = [int(np.abs(np.fft.rfft(np.frombuffer(one.pcm, "<i2"))).argmax()) / one.seconds for one in (usual, other)]
    assert peaks[0] == pytest.approx(peaks[1], rel=0.01)


def test_speakers(tmp_path: Path) -> None:
    """A voice of several speakers speaks as its first; another is asked for by name, and signs for itself."""
    engine = _hum(tmp_path, speakers=True)
    usual = engine.voices()[0]
    found = engine.opened("en_GB-hum-low#bob")
    assert found == (engine, Voice("en_GB-hum-low#bob", "en-GB", "Piper"))
    assert engine.speak([TEXT], found[1]) != engine.speak([TEXT], usual)
    assert engine.signature(found[1], 1.0) != engine.signature(usual, 1.0)
    assert engine.opened("en_GB-hum-low#eve") is None
    with pytest.raises(EngineError, match="no such voice"):
        engine.speak([TEXT], Voice("en_GB-hum-low#eve", "en-GB"))


def test_a_path_opens_a_voice(tmp_path: Path) -> None:
    """A voice is used from where its files stand; it goes by its name, not by where somebody keeps it."""
    path = piper_voice.write(tmp_path / "Anna's voices")
    found = Piper().opened(str(path))
    assert found is not None
    engine, voice = found
    assert voice == Voice("en_GB-hum-low", "en-GB", "Piper")
    assert engine.speak([TEXT], voice)[0].pcm
    assert Piper().opened("en_GB-hum-low") is None
    with pytest.raises(SourceError, match="no such voice file"):
        Piper().opened(str(tmp_path / "none.onnx"))


def test_the_signature_is_of_the_files(tmp_path: Path) -> None:
    """The cache's key changes with the model and its description, not with their place or name of folder."""
    one = _hum(tmp_path / "one")
    voice = one.voices()[0]
    shutil.copytree(tmp_path / "one", tmp_path / "two")
    two = Piper(files=(str(tmp_path / "two" / "en_GB-hum-low.onnx"),))
    assert one.signature(voice, 1.0) == two.signature(voice, 1.0)
    changed = _hum(tmp_path / "two", inference={"length_scale": 1.5})
    assert changed.signature(voice, 1.0) != one.signature(voice, 1.0)
    assert one.signature(voice, 0.8) != one.signature(voice, 1.0)


def test_the_language_of_a_voice(tmp_path: Path) -> None:
    """It is what the voice says, else what its name says, else the language of its phonemes."""
    for name, code, espeak, tag in [
        ("a-voice", "cy_GB", "cy", "cy-GB"),
        ("pl_PL-hum", "", "pl", "pl-PL"),
        ("mine", "", "en-gb-x-rp", "en-GB"),
    ]:
        (voice,) = _hum(tmp_path / name, name, code=code, espeak=espeak).voices()
        assert voice.lang == tag


def test_languages_without_a_voice_are_refused(tmp_path: Path) -> None:
    """It speaks what its voices speak, in the script they read; nothing else."""
    engine = _hum(tmp_path)
    assert [find_voice(engine, tag) is not None for tag in ("en", "en-US", "cy", "ur")] == [True, True, False, False]


def test_not_ready(tmp_path: Path) -> None:
    """Without a voice it is not ready and says how to get one."""
    probe = Piper().probe()
    assert (probe.ready, probe.remedy) == (False, "Add a voice: plainspoken voices add FILE.onnx.")
    assert Piper().voices() == ()


def test_a_broken_model_is_an_error_each_time(tmp_path: Path) -> None:
    """A model that can't be loaded is an error of ours; the worker lives on and speaks with others."""
    path = piper_voice.write(tmp_path / "broken")
    path.write_bytes(b"no model")
    broken, well = Piper(files=(str(path),)), _hum(tmp_path / "well")
    assert _say(well).pcm
    before = well.workers()
    for _ in range(2):
        with pytest.raises(EngineError, match="Piper failed"):
            _say(broken)
    assert _say(well).pcm
    assert well.workers() == before


def test_a_voice_without_phonemes_of_its_language(tmp_path: Path) -> None:
    """A voice that asks for phonemes which espeak-ng does not make says so, with its name."""
    with pytest.raises(EngineError, match=r"^en_GB-hum-low: Piper failed: Failed to set voice: xx-none"):
        _say(_hum(tmp_path, espeak="xx-none"))


def test_a_voice_of_letters(tmp_path: Path) -> None:
    """A voice that is given letters, not phonemes, speaks too, and times its words."""
    speech = _say(_hum(tmp_path, phoneme_type="text"), "he said no")
    assert len(speech.words) == 3


def test_patience(tmp_path: Path) -> None:
    """A voice that does not answer in time is an error that names the text."""
    with pytest.raises(EngineError, match="did not answer twice at the text 'He lived"):
        _say(replace(_hum(tmp_path), patience=0.0))
