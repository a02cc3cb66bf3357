"""The contract of a speaker as plain functions, so that anyone can hold an engine of their own to it."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from contextlib import suppress
from itertools import pairwise

from plainspoken.engines.protocols import Speaker, Speech, Staffed, Voice
from plainspoken.errors import EngineError

SENTENCES = (
    "A man has been jailed for three years.",
    "Call 0800 555 111, or 999 in an emergency!",
    "He said: “I never” – and then nothing.",
    "No.",
)
SILENT = ("", " \n\t", "...", "—“”!?", "🎉🎉", "\u200f")
ODD = (
    ("en", "Well done 🎉 everyone 👩‍👧"),
    ("en", "a\0b \ud800 c\x1b[2J\nd"),
    ("en", "word " * 1000),
    ("ar", "اتصل على الرقم 0800 555 111 أو 999 (مجاناً)."),
    ("ur", "پولیس کو 101 پر کال کریں، Operation Encompass کے لیے۔"),
    ("zh", "警方说，男子被判三年。请拨打999。"),
    ("pa", "ਪੁਲਿਸ ਨੇ ਕਿਹਾ ਕਿ ਉਸ ਨੂੰ ਜੇਲ੍ਹ ਹੋਈ।"),
)


def check_speaker(engine: Speaker) -> None:
    """Hold an engine that is ready and has an English voice to all that callers rely on.

    Raises:
        AssertionError: it breaks the contract; the name of the function that failed says where.
    """
    for check in CHECKS:
        check(engine)


def is_a_speaker(engine: Speaker) -> None:
    """It has all that the protocol asks for, is a value with a name, and travels to other processes."""
    assert isinstance(engine, Speaker)
    assert engine.name and engine.name == engine.name.lower()
    assert isinstance(engine.remote, bool)
    assert engine.probe().ready
    assert pickle.loads(pickle.dumps(engine)) == engine


def lists_voices(engine: Speaker) -> None:
    """It has voices, each a plain value with an id and a language."""
    assert engine.voices()
    assert all(voice.id and voice.lang for voice in engine.voices())


def answers_each(engine: Speaker) -> None:
    """Each text has its speech, in order, longer for more words, with a time for each word; no texts, no speeches."""
    speeches = engine.speak(SENTENCES, _voice(engine, "en"))
    assert len(speeches) == len(SENTENCES)
    for text, speech in zip(SENTENCES, speeches, strict=True):
        _in_bounds(text, speech)
        said = [text[word.start : word.end] for word in speech.words]
        assert said == [token for token in text.split() if any(map(str.isalnum, token))]
    assert speeches[0].seconds > speeches[3].seconds > 0
    assert engine.speak([], _voice(engine, "en")) == []


def is_silent_on_nothing(engine: Speaker) -> None:
    """A text without a letter or digit is an empty sound without words."""
    for text in SILENT:
        (speech,) = engine.speak([text], _voice(engine, "en"))
        assert (speech.pcm, speech.words) == (b"", ())
        assert speech.rate > 0


def says_odd_texts(engine: Speaker) -> None:
    """Emoji, control characters, 5,000 characters, right-to-left text with numbers: a sound, its words in order."""
    have = {voice.lang.split("-")[0] for voice in engine.voices()}
    for lang, text in ODD:
        if lang in have:
            (speech,) = engine.speak([text], _voice(engine, lang))
            assert speech.seconds > 0.2
            _in_bounds(text, speech)


def says_the_same_in_any_order(engine: Speaker) -> None:
    """What a text sounds like does not depend on what was said before."""
    voice = _voice(engine, "en")
    forwards = engine.speak(SENTENCES, voice)
    assert [engine.speak([text], voice)[0] for text in reversed(SENTENCES)][::-1] == forwards


def survives_lost_workers(engine: Speaker) -> None:
    """A process of its own that is killed, idle or at work, is replaced; what is said stays the same, to the byte."""
    if not isinstance(engine, Staffed):
        return
    voice, texts = _voice(engine, "en"), SENTENCES * 4
    whole = engine.speak(texts, voice)
    for delay in (0.0, 0.005, 0.05):
        lost = threading.Timer(delay, _kill, [engine])
        lost.start()
        assert engine.speak(texts, voice) == whole
        lost.join()
    assert engine.speak(texts, voice) == whole


def needs_no_disk(engine: Speaker) -> None:
    """Where no file can be written, it says the same; its processes are started anew there."""
    try:
        import resource
    except ImportError:  # not on this system
        return
    voice = _voice(engine, "en")
    whole, (soft, hard) = engine.speak(SENTENCES, voice), resource.getrlimit(resource.RLIMIT_FSIZE)
    if isinstance(engine, Staffed):
        _kill(engine)
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, hard))
    try:
        assert engine.speak(SENTENCES, voice) == whole
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


def refuses_unknown_voices(engine: Speaker) -> None:
    """A voice that it doesn't have is an error of ours."""
    try:
        engine.speak(["Hello."], Voice("no/such", "en"))
    except EngineError:
        return
    raise AssertionError("it spoke with a voice that it doesn't have")


def signs_what_changes_the_sound(engine: Speaker) -> None:
    """The cache's key changes with the voice's pace where the sound does."""
    voice, paces = _voice(engine, "en"), (1.0, 0.5)
    sounds = {engine.speak([SENTENCES[0]], voice, pace)[0] for pace in paces}
    assert len({engine.signature(voice, pace) for pace in paces}) >= len(sounds)


def _voice(engine: Speaker, lang: str) -> Voice:
    return next(voice for voice in engine.voices() if voice.lang.split("-")[0] == lang)


def _kill(engine: Staffed) -> None:
    for worker in engine.workers():
        with suppress(ProcessLookupError):
            os.kill(worker, signal.SIGKILL)


def _in_bounds(text: str, speech: Speech) -> None:
    """A speech is whole samples, and its words are in order, inside the text and inside the sound."""
    assert len(speech.pcm) % 2 == 0
    assert all(0 <= word.start < word.end <= len(text) for word in speech.words)
    assert all(0 <= word.begins <= word.ends <= speech.seconds + 1e-9 for word in speech.words)
    assert all(one.end <= other.start and one.ends <= other.begins + 1e-9 for one, other in pairwise(speech.words))


CHECKS = (
    is_a_speaker, lists_voices, answers_each, is_silent_on_nothing, says_odd_texts, says_the_same_in_any_order,
    refuses_unknown_voices, signs_what_changes_the_sound, survives_lost_workers, needs_no_disk,
)  # fmt: skip
