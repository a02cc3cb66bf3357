"""Word times held against forced alignment: pocketsphinx, with the English model that its package carries.

The aligner is asked in an interpreter of its own. It works in frames of 10 ms, one segment at a time, on the decoded
MP3, which is what people hear; what is compared is the start of each word that both know by one spelling.
"""

from __future__ import annotations

import json
import re
import statistics
import subprocess
from collections.abc import Iterator
from pathlib import Path

from benchmarks.narration.rows import Row
from benchmarks.narration.work import folder, releases, spoken
from plainspoken.narration import Narration

WORKER = Path(__file__).with_name("aligner.py")
HERTZ = 16000


def rows(python: str) -> Iterator[Row]:
    """Yield how far word times are from where the aligner hears the words begin."""
    pairs = [
        pair for release in releases() if release.lang.startswith("en") for pair in aligned(python, spoken(release))
    ]
    apart = sorted(abs(ours - heard) * 1000 for ours, heard in pairs)
    yield Row("words aligned", f"{len(apart)}")
    yield Row("  median error", f"{statistics.median(apart):.0f} ms", "<= 15")
    yield Row("  95th percentile", f"{apart[int(len(apart) * 0.95)]:.0f} ms", "<= 110")
    early, late = ([heard - ours for ours, heard in pairs if test(ours)] for test in (_first, _late))
    drift = (statistics.median(late) - statistics.median(early)) * 1000
    yield Row("  drift, first half minute to after 90 s", f"{drift:+.0f} ms", "none")


def _first(seconds: float) -> bool:
    return seconds < 30


def _late(seconds: float) -> bool:
    return seconds > 90


def aligned(python: str, narration: Narration) -> list[tuple[float, float]]:
    """Return (our start, the aligner's start) of each word, in seconds from the start of the narration."""
    with folder() as into:
        (into / "whole.mp3").write_bytes(narration.audio)
        (into / "cues.json").write_text(json.dumps([[cue.begins, cue.ends, words(cue.text)] for cue in narration.cues]))
        subprocess.run(
            ["ffmpeg", "-v", "error", "-i", into / "whole.mp3", "-ar", str(HERTZ), "-f", "s16le", into / "whole.raw"],
            check=True,
        )
        said = subprocess.run([python, WORKER, into], check=True, capture_output=True, text=True).stdout
    pairs = list[tuple[float, float]]()
    for cue, heard in zip(narration.cues, json.loads(said), strict=True):
        # Only sentences said as they are written: the aligner is given no spoken forms.
        if heard and [words(cue.text[word.start : word.end]) for word in cue.words] == [[one] for one, _ in heard]:
            pairs += [(word.begins, at) for word, (_, at) in zip(cue.words, heard, strict=True)]
    return pairs


def words(text: str) -> list[str]:
    """Return the words of a sentence as the aligner's dictionary spells them; none where it has figures or capitals."""
    plain = text.replace("’", "'")
    return [] if re.search(r"\d|[A-Z]{2}|[£$€@/]", plain) else re.findall(r"[a-z']+", plain.lower())
