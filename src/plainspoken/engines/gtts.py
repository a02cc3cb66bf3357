"""The gTTS speaker: Google Translate's voices, through the gTTS library; the text is sent to Google.

Needs the extra `gtts`. The library says which languages there are and how a request is worded. It is sent from here,
because the library itself does not check certificates, waits without end, and takes an answer without audio for a
success. The service takes 100 characters a request and gives no word times: words are spread by letters within each
request.
"""

from __future__ import annotations

import base64
import binascii
import re
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from importlib.util import find_spec
from typing import TYPE_CHECKING

from plainspoken import lang
from plainspoken.engines import timing
from plainspoken.engines.protocols import Probe, Speech, Voice
from plainspoken.errors import EngineError, RemoteError
from plainspoken.narration import Word

if TYPE_CHECKING:
    from requests import Response, Session

_LIMIT = 100  # characters a request, gtts.gTTS.GOOGLE_TTS_MAX_CHARS
_HERTZ = 24000  # what the service sends
_SLOW = 0.75  # the service has two speeds; its slow one serves paces up to this
_BUSY = frozenset({429, 500, 502, 503, 504})
_LONGEST_WAIT = 60.0
# Sentence ends of the community languages' scripts, then lesser pauses.
_ENDS = (".!?…。！？।॥؟۔።", ";:,、，；：،؛፣፤፥")
_PACKAGES = {"gtts": "gtts", "miniaudio": "miniaudio"}


@dataclass(frozen=True, slots=True)
class Gtts:
    """Speaks with Google Translate's voices.

    Attributes:
        tld: the end of the service's host name, `translate.google.<tld>`; it decides the accent.
        timeout: seconds to wait for an answer to one request.
        attempts: how often a request is sent before it counts as failed.
        ca: a file of certificates to trust instead of the usual ones.
        sleep: waits that many seconds, between attempts.
    """

    tld: str = "com"
    timeout: float = 15.0
    attempts: int = 4
    ca: str | None = None
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "gtts"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine."""
        return True

    @property
    def host(self) -> str:
        """The service's name."""
        return f"translate.google.{self.tld}"

    def probe(self) -> Probe:
        """Tell whether the libraries are installed; nothing is sent."""
        if any(find_spec(module) is None for module in _PACKAGES):
            return Probe(ready=False, remedy="Install it: pip install 'plainspoken[gtts]'.")
        return Probe(ready=True, version=f"gTTS {_version()}")

    def voices(self) -> tuple[Voice, ...]:
        """Return the voices that the library lists; none where it is not installed."""
        return _voices() if self.probe().ready else ()

    def signature(self, voice: Voice, pace: float) -> str:
        """Return what its output depends on, as far as it can be known of a remote service."""
        return f"gtts {_version()} {self.tld} {voice.id} {'slow' if pace <= _SLOW else 'normal'}"

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        """Speak each text; one speech for each, in order. A text with nothing to say is an empty `pcm`.

        Raises:
            EngineError: the library or the voice is missing.
            RemoteError: the service can't be reached, refuses, or answers without audio.
        """
        if voice.id not in {one.id for one in self.voices()}:
            raise EngineError(
                "gTTS has no such voice", where=voice.id, todo=self.probe().remedy or "`plainspoken voices` lists them."
            )
        import requests

        with requests.Session() as session:
            return [self._speech(session, text, voice, slow=pace <= _SLOW) for text in texts]

    def _speech(self, session: Session, text: str, voice: Voice, *, slow: bool) -> Speech:
        pcm, words = bytearray(), list[Word]()
        for start, end in chunks(text):
            since = len(pcm) // 2
            pcm += _decoded(self._audio(session, text[start:end], voice, slow=slow))
            spread = timing.by_letters(text[start:end], len(pcm) // 2, _HERTZ, first=since)
            words += [Word(word.start + start, word.end + start, word.begins, word.ends) for word in spread]
        return Speech(bytes(pcm), _HERTZ, tuple(words), estimated=bool(words))

    def _audio(self, session: Session, chunk: str, voice: Voice, *, slow: bool) -> bytes:
        """Send one request until it is answered with audio; waits double from a second, or are what it says."""
        for attempt in range(max(1, self.attempts)):
            last = attempt + 1 >= self.attempts
            try:
                answer = self._post(session, chunk, voice, slow=slow)
            except OSError as cause:  # requests' own errors are OSErrors
                if last:
                    raise self._failed(f"the service does not answer ({type(cause).__name__})") from cause
                self.sleep(2.0**attempt)
                continue
            if answer.status_code not in _BUSY:
                return self._read(answer)
            if not last:
                self.sleep(_wait(answer, 2.0**attempt))
        raise self._failed(f"the service is busy or refuses more requests (status {answer.status_code})")

    def _post(self, session: Session, chunk: str, voice: Voice, *, slow: bool) -> Response:
        from gtts import gTTS

        url = f"https://translate.google.{self.tld}/_/TranslateWebserverUi/data/batchexecute"
        (body,) = gTTS(chunk, lang=voice.id, slow=slow, lang_check=False, pre_processor_funcs=[]).get_bodies()
        return session.post(
            url,
            data=body,
            headers=gTTS.GOOGLE_TTS_HEADERS,
            timeout=self.timeout,
            verify=self.ca or True,
            allow_redirects=False,
        )

    def _read(self, answer: Response) -> bytes:
        if answer.status_code != 200:
            raise self._failed(f"the service refuses (status {answer.status_code})")
        found = re.search(r'jQ1olc","\[\\"(.*?)\\"]', answer.text)
        try:
            audio = base64.b64decode(found.group(1), validate=True) if found else b""
        except binascii.Error:
            audio = b""
        if not audio:
            raise self._failed("the service answered without audio")
        return audio

    def _failed(self, what: str) -> RemoteError:
        return RemoteError(what, where=self.host, todo="Try again later, or choose an engine of this machine.")


def chunks(text: str) -> list[tuple[int, int]]:
    """Return the ranges of at most 100 characters that a text is sent in, cut at sentence ends, pauses or spaces.

    Pieces with nothing to say are left out.
    """
    ranges, start = list[tuple[int, int]](), 0
    while start < len(text):
        end = _cut(text, start)
        if timing.sayable(text[start:end]):
            ranges.append((start, end))
        start = end
    return ranges


def _cut(text: str, start: int) -> int:
    """Find where the piece that begins at `start` ends: the last sentence end that fits, else pause, space, letter."""
    if len(text) - start <= _LIMIT:
        return len(text)
    window = text[start : start + _LIMIT]
    # A full stop ends a sentence where a space follows; marks of scripts without spaces end it by themselves.
    for marks in _ENDS:
        ends = [
            match.end() for match in re.finditer(rf"[{re.escape(marks)}]+[\"'”’»)\]]*(?=\s|[^\x00-\u02ff])", window)
        ]
        if ends and ends[-1] > _LIMIT // 4:
            return start + ends[-1]
    space = max((match.start() for match in re.finditer(r"\s", window)), default=0)
    return start + (space or _LIMIT)


def _decoded(mp3: bytes) -> bytes:
    import miniaudio

    try:
        sound = miniaudio.decode(mp3, miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=_HERTZ)
    except miniaudio.DecodeError as cause:
        raise RemoteError(
            "the service's answer is no audio that can be decoded", where="gtts", todo="Try again later."
        ) from cause
    return bytes(sound.samples.tobytes())


def _wait(answer: Response, usual: float) -> float:
    said = answer.headers.get("Retry-After", "")
    return min(float(said), _LONGEST_WAIT) if said.isdigit() else usual


@lru_cache(maxsize=1)
def _voices() -> tuple[Voice, ...]:
    from gtts.lang import tts_langs

    # The service's own codes for what BCP 47 calls otherwise.
    tags = {"iw": "he", "jw": "jv", "zh-CN": "zh-Hans", "zh-TW": "zh-Hant"}
    return tuple(Voice(code, lang.canonical(tags.get(code, code)), label) for code, label in tts_langs().items())


@lru_cache(maxsize=1)
def _version() -> str:
    try:
        return version("gtts")
    except PackageNotFoundError:
        return "unknown"
