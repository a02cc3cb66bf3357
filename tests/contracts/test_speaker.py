"""What every speaker does: the contract that ours are held to, and that anyone's can be."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from itertools import pairwise

import pytest

from plainspoken.engines.espeak import Espeak
from plainspoken.engines.gtts import Gtts
from plainspoken.engines.protocols import Speaker, Speech, Voice
from plainspoken.engines.registry import find_voice
from plainspoken.engines.silence import Silence
from plainspoken.errors import EngineError
from tests import needs
from tests.voice_server import CERTIFICATE, serve

SENTENCES = (
    "A man has been jailed for three years.",
    "Call 0800 555 111, or 999 in an emergency!",
    "He said: “I never” – and then nothing.",
    "No.",
)


@pytest.fixture(
    params=[
        "silence",
        pytest.param("espeak", marks=needs.espeak),
        pytest.param("gtts", marks=[needs.gtts, needs.decoder]),
    ]
)
def speaker(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[Speaker]:
    if request.param == "gtts":
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        with serve() as service:
            yield Gtts(tld=service.tld, ca=str(CERTIFICATE), timeout=10)
    else:
        yield {"silence": Silence, "espeak": Espeak}[request.param]()


def english(speaker: Speaker) -> Voice:
    voice = find_voice(speaker, "en")
    assert voice is not None
    return voice


def assert_sound(text: str, speech: Speech) -> None:
    """A speech is whole samples, and its words are in order, inside the text and inside the sound."""
    assert len(speech.pcm) % 2 == 0
    assert all(0 <= word.start < word.end <= len(text) for word in speech.words)
    assert all(0 <= word.begins <= word.ends <= speech.seconds + 1e-9 for word in speech.words)
    assert all(one.end <= other.start and one.ends <= other.begins + 1e-9 for one, other in pairwise(speech.words))


def test_is_a_speaker(speaker: Speaker) -> None:
    """It has all that the protocol asks for, is ready where its parts are installed, and travels to other processes."""
    assert isinstance(speaker, Speaker)
    assert speaker.probe().ready
    assert pickle.loads(pickle.dumps(speaker)) == speaker


def test_voices_are_listed(speaker: Speaker) -> None:
    """It has voices, each a plain value with an id and a language."""
    voices = speaker.voices()
    assert voices
    assert all(voice.id and voice.lang for voice in voices)


def test_one_speech_for_each_text(speaker: Speaker) -> None:
    """Each text has its speech, in order, longer for more words, with a time for each word."""
    speeches = speaker.speak(SENTENCES, english(speaker))
    assert len(speeches) == len(SENTENCES)
    for text, speech in zip(SENTENCES, speeches, strict=True):
        assert_sound(text, speech)
        assert [text[word.start : word.end] for word in speech.words] == [
            token for token in text.split() if any(map(str.isalnum, token))
        ]
    assert speeches[0].seconds > speeches[3].seconds > 0


def test_no_texts(speaker: Speaker) -> None:
    """Nothing asked, nothing said."""
    assert speaker.speak([], english(speaker)) == []


@pytest.mark.parametrize("text", ["", " \n\t", "...", "—“”!?", "🎉🎉", "\u200f"])
def test_nothing_to_say(speaker: Speaker, text: str) -> None:
    """A text without a letter or digit is an empty sound without words."""
    (speech,) = speaker.speak([text], english(speaker))
    assert (speech.pcm, speech.words) == (b"", ())
    assert speech.rate > 0


@pytest.mark.parametrize(
    ("lang", "text"),
    [
        ("en", "Well done 🎉 everyone 👩‍👧"),
        ("en", "a\0b \ud800 c\x1b[2J\nd"),
        ("en", "word " * 1000),
        ("ar", "اتصل على الرقم 0800 555 111 أو 999 (مجاناً)."),
        ("ur", "پولیس کو 101 پر کال کریں، Operation Encompass کے لیے۔"),
        ("zh", "警方说，男子被判三年。请拨打999。"),
        ("pa", "ਪੁਲਿਸ ਨੇ ਕਿਹਾ ਕਿ ਉਸ ਨੂੰ ਜੇਲ੍ਹ ਹੋਈ।"),
    ],
)
def test_odd_texts(speaker: Speaker, lang: str, text: str) -> None:
    """Emoji, control characters, 5,000 characters, right-to-left text with numbers: a sound, its words in order."""
    voice = find_voice(speaker, lang)
    assert voice is not None
    (speech,) = speaker.speak([text], voice)
    assert speech.seconds > 0.2
    assert_sound(text, speech)


def test_order_does_not_matter(speaker: Speaker) -> None:
    """What a text sounds like does not depend on what was said before."""
    voice = english(speaker)
    forwards = speaker.speak(SENTENCES, voice)
    backwards = [speaker.speak([text], voice)[0] for text in reversed(SENTENCES)][::-1]
    assert forwards == backwards


def test_unknown_voice(speaker: Speaker) -> None:
    """A voice that it doesn't have is an error of ours."""
    with pytest.raises(EngineError):
        speaker.speak(["Hello."], Voice("no/such", "en"))


def test_signature_tells_voices_apart(speaker: Speaker) -> None:
    """The cache's key changes with the voice's pace where the sound does."""
    voice = english(speaker)
    paces = (1.0, 0.5)
    sounds = {speaker.speak([SENTENCES[0]], voice, pace)[0] for pace in paces}
    signatures = {speaker.signature(voice, pace) for pace in paces}
    assert len(signatures) >= len(sounds)
