"""The contract of a speaker as plain functions, so that anyone can hold an engine of their own to it."""

from __future__ import annotations

import os
import pickle
import signal
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from itertools import pairwise

from plainspoken.engines.protocols import Speaker, Speech, Staffed, Voice
from plainspoken.engines.timing import tokens
from plainspoken.errors import EngineError, RemoteError

SENTENCES = (
    "A man has been jailed for three years.",
    "Call 0800 555 111, or 999 in an emergency!",
    "He said: “I never” – and then nothing.",
    "No.",
)
SILENT = (
    "",
    " \n\t",
    "...",
    "—“”!?",
    "🎉🎉",
    "\u200f",
    "«؟،۔»",
    "。！",
    "፡። ፤",
    "• – *",
    "❤️ 👩‍👧",
    "\u202b\u202c\ufeff",
)
PROSE = "The council said that 1,250 homes had no power; “nobody was hurt”, it added. "  # 78 characters
ODD = (
    ("en", "Well done 🎉 everyone 👩‍👧"),
    ("en", "a\0b \ud800 c\x1b[2J\nd"),
    ("en", "word " * 1000),
    ("en", "Ring0800-555-111now…or,, 999?!\u00a0Do\u200bit 👍🏽 2️⃣ times"),
    ("ar", "اتصل على الرقم 0800 555 111 أو 999 (مجاناً)."),
    ("ar", "\u202bفي عام ٢٠٢٦ دفع 25% من الأسر £1,250.50\u202c، أي 3/4."),
    ("fa", "ساعت ۲۱:۴۰ با ۱۰۱ یا 999 تماس بگیرید."),
    ("ur", "پولیس کو 101 پر کال کریں، Operation Encompass کے لیے۔"),
    ("ur", "انہوں نے \u2066+44 20 7946 0000\u2069 پر 3 بار فون کیا۔ " * 100),
    ("zh", "警方说，男子被判三年。请拨打999。"),
    ("pa", "ਪੁਲਿਸ ਨੇ ਕਿਹਾ ਕਿ ਉਸ ਨੂੰ ਜੇਲ੍ਹ ਹੋਈ।"),
)


def check_speaker(engine: Speaker) -> None:
    """Hold an engine that is ready and has an English voice to all that callers rely on.

    An engine that asks a service is held to `check_outage` too.

    Raises:
        AssertionError: it breaks the contract; the name of the function that failed says where.
    """
    for check in CHECKS:
        check(engine)


def check_outage(engine: Speaker, outage: Callable[[], AbstractContextManager[object]]) -> None:
    """Hold an engine to whole speeches: while its service fails, that is an error of ours, and all is well after it.

    Args:
        engine: one whose attempts and timeouts are short.
        outage: makes the service fail while its block lasts: from the first request, or from a later one.

    Raises:
        AssertionError: it answered with a part of a speech, or with another speech afterwards.
    """
    voice, texts = _voice(engine, "en"), (*SENTENCES, PROSE * 5)
    whole = engine.speak(texts, voice)
    with outage():
        try:
            engine.speak(texts, voice)
        except RemoteError as error:
            assert error.where and error.todo, "the error says neither where nor what to do"
        else:
            raise AssertionError("it answered while its service failed")
        assert not any(speech.pcm for speech in engine.speak(SILENT, voice)), "nothing to say is nothing to ask for"
    assert engine.speak(texts, voice) == whole


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
        assert said == [token for token in text.split() if any(map(str.isalnum, token))], "a word is not timed"
    assert speeches[0].seconds > speeches[3].seconds > 0
    assert engine.speak([], _voice(engine, "en")) == []


def is_silent_on_nothing(engine: Speaker) -> None:
    """A text without a letter or digit is an empty sound without words."""
    for text in SILENT:
        (speech,) = engine.speak([text], _voice(engine, "en"))
        assert (speech.pcm, speech.words) == (b"", ())
        assert speech.rate > 0


def keeps_silent_texts_in_their_place(engine: Speaker) -> None:
    """Among others, a text with nothing to say has its empty speech, and the others sound as they do alone."""
    voice = _voice(engine, "en")
    mixed = [text for pair in zip(SILENT, SENTENCES, strict=False) for text in pair]
    alone = {text: engine.speak([text], voice)[0] for text in SENTENCES}
    for text, speech in zip(mixed, engine.speak(mixed, voice), strict=True):
        assert speech == alone[text] if text in alone else speech.pcm == b""


def says_odd_texts(engine: Speaker) -> None:
    """Emoji, control characters, 5,000 characters, right-to-left text with numbers: a sound, its words in order."""
    have = {voice.lang.split("-")[0] for voice in engine.voices()}
    for lang, text in ODD:
        if lang in have:
            (speech,) = engine.speak([text], _voice(engine, lang))
            assert speech.seconds > 0.2
            _in_bounds(text, speech)


def takes_longer_over_more(engine: Speaker) -> None:
    """Nothing of a long text is lost: 5,000 characters last as long as their sentences do one by one, or nearly."""
    voice = _voice(engine, "en")
    (one,), (many,) = engine.speak([PROSE], voice), engine.speak([PROSE * 65], voice)
    assert len(PROSE * 65) > 5000
    assert 0.7 < many.seconds / (one.seconds * 65) < 1.3


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
    """A speech is whole samples; each word of the text is timed, lasts, and is in order and inside the sound."""
    assert len(speech.pcm) % 2 == 0
    assert [(word.start, word.end) for word in speech.words] == tokens(text), "a word is not timed"
    assert all(0 <= word.begins < word.ends <= speech.seconds + 1e-9 for word in speech.words)
    assert all(one.end <= other.start and one.ends <= other.begins + 1e-9 for one, other in pairwise(speech.words))


CHECKS = (
    is_a_speaker, lists_voices, answers_each, is_silent_on_nothing, keeps_silent_texts_in_their_place, says_odd_texts,
    takes_longer_over_more, says_the_same_in_any_order, refuses_unknown_voices, signs_what_changes_the_sound,
    survives_lost_workers, needs_no_disk,
)  # fmt: skip
