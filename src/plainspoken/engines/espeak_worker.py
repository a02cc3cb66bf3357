"""The worker process in which espeak-ng runs: requests come in on stdin, speech goes out on stdout.

espeak-ng is licensed GPL-3; it runs here, in a process of its own, and only values pass the pipe. The worker imports
nothing of Plainspoken, so it starts in the time that the interpreter takes.

A request is one line of JSON: `{"voice": "gmw/en", "rate": 160, "text": "...", "phonemes": false}`, the rate in words a
minute; with phonemes, `[[...]]` in the text holds espeak-ng's own names of sounds. The answer
is one line of JSON, `{"rate": 22050, "bytes": 4410, "words": [[0, 0], [6, 1102]]}`, and then that many bytes of samples
(signed 16-bit, one channel); a word is the offset of its first character and the sample at which it begins. A failed
request is answered by `{"error": "..."}` alone. The worker ends when its stdin does.
"""

from __future__ import annotations

import ctypes
import json
import os
import signal
import sys
from collections.abc import Iterator
from typing import BinaryIO

# speak_lib.h of espeak-ng 1.52
_SYNCHRONOUS, _DONT_EXIT, _CHARS_UTF8, _PHONEMES, _BY_CHARACTER, _RATE = 2, 0x8000, 1, 0x100, 1, 1
_LIST_TERMINATED, _WORD = 0, 1
_BUFFER_MS = 2000


class _Event(ctypes.Structure):
    """espeak_EVENT."""

    _fields_ = (
        ("type", ctypes.c_int),
        ("unique_identifier", ctypes.c_uint),
        ("text_position", ctypes.c_int),
        ("length", ctypes.c_int),
        ("audio_position", ctypes.c_int),
        ("sample", ctypes.c_int),
        ("user_data", ctypes.c_void_p),
        ("id", ctypes.c_char * 8),
    )


_CALLBACK = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.POINTER(_Event))


class RefusedError(Exception):
    """The library refused."""


def main() -> None:
    """Answer requests until stdin ends."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    requests, answers = sys.stdin.buffer, _answers()
    for line in requests:
        request = json.loads(line)
        try:
            rate, pcm, words = synthesise(
                request["text"], request["voice"], request["rate"], phonemes=request.get("phonemes", False)
            )
        except (RefusedError, OSError, RuntimeError, ImportError) as cause:
            _write(answers, {"error": str(cause)})
        else:
            _write(answers, {"rate": rate, "bytes": len(pcm), "words": words}, pcm)


def synthesise(text: str, voice: str, rate: int, *, phonemes: bool) -> tuple[int, bytes, list[tuple[int, int]]]:
    """Speak one text with a library that is loaded for it alone.

    What espeak-ng says depends on what it said before; a library that is loaded afresh has said nothing.

    Returns:
        The sample rate, the samples, and each word as (offset of its first character, first sample).

    Raises:
        RefusedError: the voice is missing, or the library failed.
        OSError: the library can't be loaded.
    """
    import espeakng_loader

    library = ctypes.CDLL(espeakng_loader.get_library_path())
    try:
        return _speak(library, espeakng_loader.get_data_path(), text, voice, rate, _PHONEMES if phonemes else 0)
    finally:
        library.espeak_Terminate()
        _unload(library)


def _speak(
    library: ctypes.CDLL, data: str, text: str, voice: str, rate: int, flags: int
) -> tuple[int, bytes, list[tuple[int, int]]]:
    pcm, words = bytearray(), list[tuple[int, int]]()

    def receive(samples: ctypes._Pointer[ctypes.c_short], count: int, events: ctypes._Pointer[_Event]) -> int:
        if samples and count > 0:
            pcm.extend(ctypes.string_at(samples, count * 2))
        # text_position counts characters from 1.
        words.extend((event.text_position - 1, event.sample) for event in _listed(events) if event.type == _WORD)
        return 0

    callback = _CALLBACK(receive)
    hertz = library.espeak_Initialize(_SYNCHRONOUS, _BUFFER_MS, data.encode(), _DONT_EXIT)
    if hertz <= 0:
        raise RefusedError("espeak-ng does not find its data")
    library.espeak_SetSynthCallback(callback)
    if library.espeak_SetVoiceByName(voice.encode()) != 0:
        raise RefusedError(f"espeak-ng has no voice {voice}")
    library.espeak_SetParameter(_RATE, rate, 0)
    said = text.encode() + b"\0"
    failed = library.espeak_Synth(
        said, ctypes.c_size_t(len(said)), 0, _BY_CHARACTER, 0, _CHARS_UTF8 | flags, None, ctypes.c_void_p(None)
    )
    if failed:
        raise RefusedError(f"espeak-ng failed with code {failed}")
    return hertz, bytes(pcm), words


def _listed(events: ctypes._Pointer[_Event]) -> Iterator[_Event]:
    index = 0
    while events[index].type != _LIST_TERMINATED:
        yield events[index]
        index += 1


def _unload(library: ctypes.CDLL) -> None:
    import _ctypes

    if sys.platform == "win32":
        _ctypes.FreeLibrary(library._handle)
    else:
        _ctypes.dlclose(library._handle)


def _answers() -> BinaryIO:
    """Keep stdout for answers alone: whatever the library prints goes to stderr."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    return answers


def _write(answers: BinaryIO, head: dict[str, object], body: bytes = b"") -> None:
    answers.write(json.dumps(head).encode() + b"\n" + body)
    answers.flush()


if __name__ == "__main__":
    main()
