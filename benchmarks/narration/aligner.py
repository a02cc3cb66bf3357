"""Align words with speech by pocketsphinx; run by `align.py` in an interpreter that has it, with a folder to read.

Reads `whole.raw` (16 kHz, signed 16-bit) and `cues.json` (begin, end, words); prints for each cue the words with the
seconds at which they begin, or null where one is not in the dictionary or no alignment is found.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from pocketsphinx import Decoder

HERTZ, MARGIN = 16000, 0.15


def main() -> None:
    """Print the alignments as JSON."""
    folder = Path(sys.argv[1])
    sound = (folder / "whole.raw").read_bytes()
    decoder = Decoder(lm=None, loglevel="FATAL")
    cues = json.loads((folder / "cues.json").read_text())
    print(json.dumps([align(decoder, sound, *cue) for cue in cues]))


def align(decoder: Decoder, sound: bytes, begins: float, ends: float, words: list[str]) -> list[list[object]] | None:
    """Return [word, seconds] of each word of one cue."""
    if not words or any(decoder.lookup_word(word) is None for word in words):
        return None
    first = max(0, int((begins - MARGIN) * HERTZ))
    piece = sound[first * 2 : int((ends + MARGIN) * HERTZ) * 2]
    decoder.set_align_text(" ".join(words))
    decoder.start_utt()
    decoder.process_raw(piece, full_utt=True)
    decoder.end_utt()
    found = [one for one in decoder.seg() or () if one.word[0] not in "<["]
    if [one.word.split("(")[0] for one in found] != words:
        return None
    return [[one.word.split("(")[0], first / HERTZ + one.start_frame / 100] for one in found]


if __name__ == "__main__":
    main()
