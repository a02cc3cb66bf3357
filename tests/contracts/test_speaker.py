"""What every speaker does: ours are held to the contract here, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from pathlib import Path

import pytest

from plainspoken.engines.contract import check_outage, check_speaker
from plainspoken.engines.contract.speaker import CHECKS
from plainspoken.engines.espeak import Espeak
from plainspoken.engines.gtts import Gtts
from plainspoken.engines.piper import Piper
from plainspoken.engines.protocols import Speaker, Speech, Voice
from plainspoken.engines.silence import Silence
from plainspoken.errors import RemoteError
from tests import needs, piper_voice
from tests.voice_server import CERTIFICATE, serve
from tests.voice_server import Voice as Service

# Voices of a test, by language, and the voice of espeak-ng that makes the phonemes of each.
HUMS = {"en_GB": "en-gb-x-rp", "ar_JO": "ar", "ur_PK": "ur", "zh_CN": "cmn", "pa_IN": "pa", "fa_IR": "fa"}


@pytest.fixture(
    params=[
        "silence",
        pytest.param("espeak", marks=needs.espeak),
        pytest.param("piper", marks=needs.piper),
        pytest.param("gtts", marks=[needs.gtts, needs.decoder]),
    ]
)
def speaker(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[Speaker]:
    if request.param == "gtts":
        monkeypatch.setenv("NO_PROXY", "127.0.0.1")
        with serve() as service:
            yield Gtts(tld=service.tld, ca=str(CERTIFICATE), timeout=10)
    elif request.param == "piper":
        voices = (piper_voice.write(tmp_path, f"{code}-hum", code=code, espeak=own) for code, own in HUMS.items())
        yield Piper(files=tuple(map(str, voices)))
    else:
        yield {"silence": Silence, "espeak": Espeak}[request.param]()


@pytest.mark.parametrize("check", CHECKS, ids=lambda check: check.__name__)
def test_speaker(speaker: Speaker, check: Callable[[Speaker], None]) -> None:
    """The engine keeps the contract of a speaker."""
    check(speaker)


FAILURES = [
    "429", "500", "503", "403", "404", "302", "empty", "nothing", "consent", "picture", "garbage", "slow", "stalled",
    "cut", "half", "broken", "hung up",
]  # fmt: skip


@needs.gtts
@needs.decoder
@pytest.mark.parametrize("after", [0, 3], ids=["at once", "midway"])
@pytest.mark.parametrize("failure", FAILURES)
def test_outage(failure: str, after: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever becomes of the service, from the first request or midway, no part of a speech is taken for the whole."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    with serve() as service:
        engine = Gtts(tld=service.tld, ca=str(CERTIFICATE), timeout=0.5, attempts=2, sleep=lambda _: None)
        check_outage(engine, lambda: _failing(service, failure, after))


@contextmanager
def _failing(service: Service, failure: str, after: int) -> Iterator[None]:
    service.answers, service.usual = ["ok"] * after, failure
    yield
    service.answers, service.usual = [], "ok"


@needs.gtts
@needs.decoder
def test_another_name_on_the_certificate(monkeypatch: pytest.MonkeyPatch) -> None:
    """A certificate that is trusted but made out to another name gets no text; nor does one that nobody vouches for."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1,localhost")
    with serve() as service:
        right = Gtts(tld=service.tld, ca=str(CERTIFICATE), attempts=1)
        for wrong in (replace(right, tld=service.tld.replace("127.0.0.1", "localhost")), replace(right, ca=None)):
            with pytest.raises(RemoteError, match="SSLError"):
                wrong.speak(["Hello."], wrong.voices()[0])
        assert service.asked == []


@dataclass(frozen=True)
class Spoilt(Silence):
    """Breaks one rule of the contract, as named."""

    fault: str = ""
    said: list[str] = field(default_factory=list, compare=False)

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        speeches = super().speak(texts, voice, pace)
        self.said.extend(texts)
        return [self._spoilt(text, speech) for text, speech in zip(texts, speeches, strict=True)][: self._kept]

    @property
    def _kept(self) -> int | None:
        return -1 if self.fault == "loses the last" else None

    def _spoilt(self, text: str, speech: Speech) -> Speech:
        match self.fault:
            case "says punctuation" if not speech.pcm:
                return replace(speech, pcm=bytes(200))
            case "cuts long texts" if len(text) > 500:
                return super().speak([text[:500]], self.voices()[0])[0]
            case "forgets a word" if len(speech.words) > 1:
                return replace(speech, words=speech.words[1:])
            case "a word without length" if speech.words:
                return replace(speech, words=(replace(speech.words[0], ends=0.0), *speech.words[1:]))
            case "words beyond the sound" if speech.words:
                last = replace(speech.words[-1], ends=speech.seconds + 1)
                return replace(speech, words=(*speech.words[:-1], last))
            case "half a sample" if speech.pcm:
                return replace(speech, pcm=speech.pcm[:-1])
            case "other than before" if self.said.count(text) > 1:
                return replace(speech, pcm=speech.pcm + bytes(2))
        return speech


@pytest.mark.parametrize(
    "fault",
    [
        "loses the last", "says punctuation", "cuts long texts", "forgets a word", "a word without length",
        "words beyond the sound", "half a sample", "other than before",
    ],
)  # fmt: skip
def test_the_contract_finds(fault: str) -> None:
    """Each fault of an engine is found; the same engine without it keeps the contract."""
    check_speaker(Spoilt())
    with pytest.raises((AssertionError, ValueError)):
        check_speaker(Spoilt(fault=fault))


def test_an_outage_is_no_speech() -> None:
    """An engine that answers with silence while its service fails is told so."""

    @contextmanager
    def nothing_happens() -> Iterator[None]:
        yield

    with pytest.raises(AssertionError, match="while its service failed"):
        check_outage(Silence(), nothing_happens)
