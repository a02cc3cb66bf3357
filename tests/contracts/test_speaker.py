"""What every speaker does: ours are held to the contract here, one by one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from plainspoken.engines.contract.speaker import CHECKS
from plainspoken.engines.espeak import Espeak
from plainspoken.engines.gtts import Gtts
from plainspoken.engines.piper import Piper
from plainspoken.engines.protocols import Speaker
from plainspoken.engines.silence import Silence
from tests import needs, piper_voice
from tests.voice_server import CERTIFICATE, serve

# Voices of a test, by language, and the voice of espeak-ng that makes the phonemes of each.
HUMS = {"en_GB": "en-gb-x-rp", "ar_JO": "ar", "ur_PK": "ur", "zh_CN": "cmn", "pa_IN": "pa"}


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
