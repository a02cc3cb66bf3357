"""Audio files: what players read in the tag, with other people's readers."""

from __future__ import annotations

import io
import json
import re
import subprocess
from pathlib import Path

import pytest

from plainspoken.engines.registry import find_speaker
from plainspoken.narration import Narration
from plainspoken.stages.narrate import narrate
from plainspoken.writers.audio import Chapter, alpha3, part, tagged, whole
from tests import needs
from tests.build import narration as spoken
from tests.build import release, tone, translated

PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def probed(path: Path) -> dict[str, object]:
    """What ffprobe says of a file."""
    command = ["ffprobe", "-v", "error", "-of", "json", "-show_chapters", "-show_format", "-show_streams", str(path)]
    found: dict[str, object] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)
    return found


@needs.modules("mutagen")
def test_frames() -> None:
    """Title, artist, language, date, chapters and cover are those that were given, in any script."""
    from mutagen.id3 import ID3

    file = tagged(
        tone(20), title="عدالتی حکم", artist="Wessex Valley Police", lang="ur", date="2026-02-10T14:05:00+00:00",
        chapters=[Chapter("One 🎉", 0.0, 0.25), Chapter("دو", 0.25, 0.5)], cover=PNG,
    )  # fmt: skip
    tags = ID3(io.BytesIO(file), translate=False)
    assert tags.version == (2, 3, 0)
    assert {name: str(tags[name]) for name in ("TIT2", "TPE1", "TLAN", "TYER", "TDAT")} == {
        "TIT2": "عدالتی حکم", "TPE1": "Wessex Valley Police", "TLAN": "urd", "TYER": "2026", "TDAT": "1002",
    }  # fmt: skip
    assert [(one.start_time, one.end_time, str(one.sub_frames["TIT2"])) for one in tags.getall("CHAP")] == [
        (0, 250, "One 🎉"), (250, 500, "دو"),
    ]  # fmt: skip
    (contents,) = tags.getall("CTOC")
    assert contents.child_element_ids == ["c000", "c001"]
    (picture,) = tags.getall("APIC")
    assert (picture.mime, picture.data) == ("image/png", PNG)


@needs.modules("mutagen")
def test_the_sound_follows_the_tag() -> None:
    """The stream after the tag is the one that was given, byte for byte."""
    from mutagen.mp3 import MP3

    file = tagged(tone(40), title="x", lang="en")
    assert file.endswith(tone(40))
    assert MP3(io.BytesIO(file)).info.sample_rate == 22050


def test_the_same_bytes() -> None:
    """The same values give the same file, and chapters stand in time order however they come."""
    chapters = [
        Chapter(f"A much longer title {number}" if number % 2 else "B", number, number + 1) for number in range(12)
    ]
    one = tagged(b"", title="x", lang="en", chapters=chapters)
    assert one == tagged(b"", title="x", lang="en", chapters=chapters[::-1])
    assert [int(name) for name in re.findall(rb"CHAP.{6}c(\d{3})\0", one, re.DOTALL)] == list(range(12))


@pytest.mark.parametrize("title", ["", "a\0b\nc", "\ud800 lone", "x" * 5000])
@needs.modules("mutagen")
def test_odd_titles(title: str) -> None:
    """Whatever a release is called, the tag can be read."""
    from mutagen.id3 import ID3

    file = tagged(tone(4), title=title, lang="en", chapters=[Chapter(title, 0, 1)])
    assert len(str(ID3(io.BytesIO(file))["TIT2"])) == len(" ".join(title.replace("\0", " ").split()))


@pytest.mark.parametrize(
    ("tag", "code"),
    [
        ("en-GB", "eng"),
        ("fa", "fas"),
        ("zh-Hant", "zho"),
        ("ckb", "ckb"),
        ("cs", "ces"),
        ("nl", "nld"),
        ("el", "ell"),
        ("sk", "slk"),
        ("qq", "und"),
    ],
)
def test_language_codes(tag: str, code: str) -> None:
    """Players get ISO 639-2, in its terminology form."""
    assert alpha3(tag) == code


@needs.modules("mutagen")
def test_a_section_is_a_track() -> None:
    """A section's file is a track of the release."""
    from mutagen.id3 import ID3

    made = release()
    narration = spoken(made)
    tags = ID3(io.BytesIO(part(made, narration, narration.clips[2])))
    assert (str(tags["TIT2"]), str(tags["TALB"]), str(tags["TRCK"])) == ("body", made.headline, "3/6")


@pytest.fixture(scope="module")
def narration() -> Narration:
    """The English release with a real voice."""
    found = find_speaker("en")
    assert found is not None
    return narrate(release(), engine=found[0], voice=found[1])


@needs.espeak
@needs.ffmpeg
def test_a_player_sees_chapters_in_order(tmp_path: Path, narration: Narration) -> None:
    """ffprobe lists a chapter for each section, in time order, with its title, and the language."""
    path = tmp_path / "release.mp3"
    path.write_bytes(whole(release(), narration))
    found = probed(path)
    chapters = [(each["start_time"], each["tags"]["title"]) for each in found["chapters"]]  # type: ignore[attr-defined]
    assert [title for _, title in chapters] == [clip.title for clip in narration.clips]
    assert [float(start) for start, _ in chapters] == pytest.approx(
        [clip.begins for clip in narration.clips], abs=0.001
    )
    assert found["format"]["tags"]["language"] == "eng"  # type: ignore[index]
    assert float(found["format"]["duration"]) == pytest.approx(narration.duration, abs=0.05)  # type: ignore[index]


@needs.espeak
@needs.ffmpeg
def test_it_decodes_clean_and_at_one_loudness(tmp_path: Path, narration: Narration) -> None:
    """The whole decodes without a complaint, at -19 LUFS within half a unit, with no peak over -1 dBTP."""
    path = tmp_path / "release.mp3"
    path.write_bytes(whole(release(), narration))
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(path), "-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert not re.findall(r"(?i)error|invalid|overread|header missing", said)
    assert float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1]) == pytest.approx(-19, abs=0.5)
    assert float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", said)[-1]) <= -1.0


@needs.espeak
@needs.decoder
def test_words_are_heard_when_the_cues_say(narration: Narration) -> None:
    """In the decoded file there is sound during each cue and silence before it: the times have not drifted."""
    import miniaudio
    import numpy as np

    sound = miniaudio.decode(narration.audio, miniaudio.SampleFormat.SIGNED16, nchannels=1, sample_rate=22050)
    loud = np.abs(np.array(sound.samples, np.int32))
    for cue in narration.cues:
        begins, ends = int(cue.begins * 22050), int(cue.ends * 22050)
        assert loud[begins:ends].max() > 4000
        assert loud[max(0, begins - 4400) : begins - 660].max(initial=0) < 900, cue.id


def test_no_headline() -> None:
    """A release that says neither title nor date nor publisher still makes a file."""
    made = translated(release(), "cy", ["x"] * 40)
    bare = type(made)("cy", made.sections[2:3])
    assert whole(bare, spoken(bare)).startswith(b"ID3\x03\x00\x00")
