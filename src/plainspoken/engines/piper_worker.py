"""The worker process in which Piper runs: requests come in on stdin, speech goes out on stdout.

Piper (piper-tts) is licensed GPL-3, as is the espeak-ng inside it; both run here, in a process of their own, and only
values pass the pipe. The worker imports nothing of Plainspoken.

A request is one line of JSON: `{"model": "x.onnx", "speaker": null, "pace": 1.0, "texts": ["..."], "words": ["..."]}`.
The answer is one line of JSON, and then as many bytes of samples (signed 16-bit, one channel) as it says: `rate`;
`chunks`, for each stretch that the voice said at once its `samples`, its `symbols` (phonemes and marks) and their
`lengths` in samples, null where the voice does not tell; `words`, the symbols of each word of the request by itself. A
failed request is answered by `{"error": "..."}` alone. The worker ends when its stdin does.
"""

from __future__ import annotations

import json
import os
import signal
import sys
from collections import OrderedDict
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from piper import PiperVoice
    from piper.voice import AudioChunk

_KEPT = 2  # voices that stay loaded: a release's, and that of words in another language
_START, _END, _PAD = "^", "$", "_"  # piper.const


def main() -> None:
    """Answer requests until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers, shelf = sys.stdin.buffer, _answers(), _Shelf()
    for line in requests:
        request = json.loads(line)
        try:
            head, pcm = _spoken(shelf.voice(request["model"]), request)
        except Exception as cause:  # whatever the library raises is an answer
            _write(answers, {"error": f"Piper failed: {cause}"})
        else:
            _write(answers, {**head, "bytes": len(pcm)}, pcm)


class _Shelf:
    """The voices that are loaded, the last used at the end."""

    def __init__(self) -> None:
        self._loaded: OrderedDict[tuple[str, int], PiperVoice] = OrderedDict()

    def voice(self, model: str) -> PiperVoice:
        """Return a voice, loaded anew where its file has changed."""
        from piper import PiperVoice

        key = model, Path(model).stat().st_mtime_ns
        voice = self._loaded.pop(key, None) or PiperVoice.load(model, include_alignments=True)
        self._loaded[key] = voice
        while len(self._loaded) > _KEPT:
            self._loaded.popitem(last=False)
        return voice


def _spoken(voice: PiperVoice, request: dict[str, object]) -> tuple[dict[str, object], bytes]:
    """Speak a text without the noise that a voice is usually given, so that it sounds the same each time."""
    from piper import SynthesisConfig

    speaker, pace = request["speaker"], float(str(request["pace"]))
    options = SynthesisConfig(
        speaker_id=int(str(speaker)) if speaker is not None else None,
        length_scale=voice.config.length_scale / pace,
        noise_scale=0.0,
        noise_w_scale=0.0,
    )
    texts, words = request["texts"], request["words"]
    assert isinstance(texts, list)
    assert isinstance(words, list)
    chunks = [chunk for text in texts for chunk in voice.synthesize(text, options, include_alignments=True)]
    head: dict[str, object] = {
        "rate": voice.config.sample_rate,
        "chunks": [_timed(voice, chunk) for chunk in chunks],
        "words": ["".join(map("".join, voice.phonemize(word))) for word in words],
    }
    return head, b"".join(chunk.audio_int16_bytes for chunk in chunks)


def _timed(voice: PiperVoice, chunk: AudioChunk) -> dict[str, object]:
    """Return what a chunk says, and for how many samples each symbol and the padding after it last."""
    ids, lengths = voice.config.phoneme_id_map, chunk.phoneme_id_samples
    known = [symbol for symbol in chunk.phonemes if symbol in ids]
    sizes = [len(ids[symbol]) + len(ids[_PAD]) for symbol in (_START, *known)] + [len(ids[_END])]
    found: list[int] | None = None
    if lengths is not None and len(lengths) == sum(sizes):
        each, found = iter(lengths), []
        for size in sizes:
            found.append(sum(int(next(each)) for _ in range(size)))
    return {"samples": len(chunk.audio_float_array), "symbols": [_START, *known, _END], "lengths": found}


def _answers() -> BinaryIO:
    """Keep stdout for answers alone: whatever the libraries print goes to stderr."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _write(answers: BinaryIO, head: dict[str, object], body: bytes = b"") -> None:
    answers.write(json.dumps(head).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    main()
