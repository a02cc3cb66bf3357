"""Captions: WebVTT that players and checkers accept, whatever the sentences are."""

from __future__ import annotations

from plainspoken.narration import Cue, Narration
from plainspoken.writers.captions import write
from tests.build import narration, release


def captions(*cues: Cue) -> str:
    return write(Narration("en", "full", (), cues, "silence", "silence-en"))


def test_cues() -> None:
    """A cue has the segment's id, its times and its text."""
    made = captions(Cue("body.p1.s1", "Hello.", 0.05, 1.2345), Cue("body.p1.s2", "Again.", 3725.5, 3726.0))
    assert made == (
        "WEBVTT\n\nbody.p1.s1\n00:00:00.050 --> 00:00:01.234\nHello.\n\n"
        "body.p1.s2\n01:02:05.500 --> 01:02:06.000\nAgain.\n"
    )


def test_text_is_escaped() -> None:
    """Tags, ampersands, arrows and blank lines are words, not markup."""
    made = captions(Cue("a", "<b>x</b> & y --> z\n\nNOTE w", 0, 1))
    assert made.splitlines()[4] == "&lt;b&gt;x&lt;/b&gt; &amp; y --&gt; z NOTE w"


def test_no_cue_is_empty() -> None:
    """A cue that rounds to nothing lasts a millisecond: WebVTT wants an end after the beginning."""
    assert "00:00:01.000 --> 00:00:01.001" in captions(Cue("a", "x", 1.0, 1.0001))


def test_no_cues() -> None:
    """A narration without cues is a file without cues."""
    assert captions() == "WEBVTT\n"


def test_all_of_a_release() -> None:
    """Every cue of a narration is there once, in order."""
    spoken = narration(release())
    idents = [line for line in write(spoken).splitlines() if line.endswith(".s1") or line.endswith((".s2", ".s3"))]
    assert idents == [cue.id for cue in spoken.cues]
