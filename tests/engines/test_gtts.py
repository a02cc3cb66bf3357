"""The gTTS speaker against a service on this machine: chunks, retries, and answers that are no speech."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from plainspoken import lang
from plainspoken.engines.gtts import Gtts, chunks
from plainspoken.engines.protocols import Voice
from plainspoken.engines.registry import find_voice
from plainspoken.errors import RemoteError
from tests import needs
from tests.voice_server import CERTIFICATE, serve
from tests.voice_server import Voice as Service

pytestmark = [needs.gtts, needs.decoder]
ENGLISH = Voice("en", "en", "English")
LONG = (
    "Officers were called at 9.40pm to reports of a man with injuries to both arms. She waited with him until help "
    "came, and then she went to the station to tell them what she had seen that night. Nobody else had been hurt there."
)


@pytest.fixture
def service(monkeypatch: pytest.MonkeyPatch) -> Iterator[Service]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve() as service:
        yield service


@pytest.fixture
def waits() -> list[float]:
    return []


@pytest.fixture
def engine(service: Service, waits: list[float]) -> Gtts:
    return Gtts(tld=service.tld, ca=str(CERTIFICATE), timeout=10, sleep=waits.append)


def test_chunks_end_where_speech_pauses(engine: Gtts, service: Service) -> None:
    """A long text is sent in pieces of at most 100 characters that end at sentences and pauses, full stops kept."""
    engine.speak([LONG], ENGLISH)
    assert service.asked == [
        "Officers were called at 9.40pm to reports of a man with injuries to both arms.",
        "She waited with him until help came,",
        "and then she went to the station to tell them what she had seen that night.",
        "Nobody else had been hurt there.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "ਉਸ ਨੂੰ ਤਿੰਨ ਸਾਲ ਦੀ ਕੈਦ ਹੋਈ। " * 12,
        "ሰውየው ለሦስት ዓመት ታሰረ። " * 15,
        "警方说男子因违反法庭命令被判三年。" * 15,
        "پولیس نے کہا کہ اسے تین سال قید ہوئی۔ " * 10,
        "x" * 450,
        "word " * 200,
        "!? " * 100 + "end",
    ],
)
def test_chunks_of_every_script(text: str) -> None:
    """Pieces are short enough, in order, and together say all that can be said."""
    ranges = chunks(text)
    assert all(end - start <= 100 for start, end in ranges)
    assert "".join(filter(str.isalnum, text)) == "".join(
        character for start, end in ranges for character in text[start:end] if character.isalnum()
    )


def test_chunks_end_at_sentences_of_scripts_without_spaces() -> None:
    """Chinese, Devanagari and Ethiopic full stops end a piece."""
    for mark in "。।።":
        text = ("字" * 29 + mark) * 5
        assert [text[end - 1] for _, end in chunks(text)] == [mark] * 2


def test_words_are_placed_within_their_chunk(engine: Gtts) -> None:
    """A word's time is exact to its request: the pieces follow one another, letters share the time inside."""
    (speech,) = engine.speak([LONG], ENGLISH)
    second = next(word for word in speech.words if LONG[word.start : word.end] == "She")
    assert second.begins == pytest.approx(78 / 15, abs=0.15)
    assert len(speech.words) == len(LONG.split())
    assert speech.words[-1].ends == pytest.approx(speech.seconds)


def test_busy_is_tried_again(engine: Gtts, service: Service, waits: list[float]) -> None:
    """A busy service is asked again after waits that double; the result is whole."""
    service.answers = ["429", "503", "ok"]
    (speech,) = engine.speak(["Hello there."], ENGLISH)
    assert (speech.seconds > 0.5, waits, len(service.asked)) == (True, [1.0, 2.0], 3)


def test_the_service_says_how_long(engine: Gtts, service: Service, waits: list[float]) -> None:
    """`Retry-After` is honoured, up to a minute."""
    service.answers, service.retry_after = ["429", "ok"], "7"
    engine.speak(["Hello."], ENGLISH)
    service.answers, service.retry_after = ["429", "ok"], "86400"
    engine.speak(["Hello."], ENGLISH)
    assert waits == [7.0, 60.0]


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("429", "busy"),
        ("503", "busy"),
        ("slow", "does not answer"),
        ("cut", "does not answer"),
    ],
)
def test_a_failure_that_lasts(engine: Gtts, service: Service, answer: str, message: str) -> None:
    """What fails every time is an error after the last attempt, never a shorter speech."""
    service.answers = [answer] * 4
    impatient = replace(engine, timeout=0.3 if answer == "slow" else 10, attempts=2)
    with pytest.raises(RemoteError, match=message):
        impatient.speak(["Hello."], ENGLISH)
    assert len(service.asked) == 2


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        ("403", "refuses"),
        ("302", "refuses"),
        ("empty", "without audio"),
        ("consent", "without audio"),
        ("garbage", "no audio that can be decoded"),
    ],
)
def test_no_speech_is_an_error(engine: Gtts, service: Service, answer: str, message: str) -> None:
    """A refusal, a page instead of audio, or an empty answer is an error at once."""
    service.answers = [answer]
    with pytest.raises(RemoteError, match=message):
        engine.speak(["Hello."], ENGLISH)
    assert len(service.asked) == 1


def test_whole_or_nothing(engine: Gtts, service: Service) -> None:
    """A failure midway gives no part of the text."""
    service.answers = ["ok", "ok", "empty"]
    with pytest.raises(RemoteError):
        engine.speak([LONG], ENGLISH)


def test_a_cut_answer_is_tried_again(engine: Gtts, service: Service) -> None:
    """An answer that breaks off is asked for again."""
    service.answers = ["cut", "ok"]
    assert engine.speak(["Hello."], ENGLISH)[0].seconds > 0


def test_nobody_listening(engine: Gtts) -> None:
    """A service that can't be reached is an error that says which."""
    with pytest.raises(RemoteError, match="does not answer"):
        replace(engine, tld="x@127.0.0.1:1", attempts=1).speak(["Hello."], ENGLISH)


def test_the_certificate_is_checked(engine: Gtts, service: Service) -> None:
    """A service whose certificate nobody vouches for gets no text."""
    with pytest.raises(RemoteError, match="SSLError"):
        replace(engine, ca=None, attempts=1).speak(["Hello."], ENGLISH)
    assert service.asked == []


def test_languages() -> None:
    """It speaks 22 of the 27 community languages: not Farsi, Kurdish, Tigrinya, Somali, Pashto."""
    silent = [tag for tag in lang.COMMUNITY if find_voice(Gtts(), tag) is None]
    assert sorted(silent) == ["fa", "ku", "ps", "so", "ti"]


def test_chinese_scripts(engine: Gtts, service: Service) -> None:
    """Simplified and traditional Chinese have voices of their own."""
    for tag in ("zh", "zh-Hant"):
        voice = find_voice(engine, tag)
        assert voice is not None
        engine.speak(["警方"], voice)
    assert service.langs == ["zh", "zh-TW"]


def test_remote() -> None:
    """The text leaves the machine, so it is never chosen by default."""
    assert Gtts().remote
