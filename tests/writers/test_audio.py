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
from plainspoken.writers.audio import bare, part, whole
from plainspoken.writers.cover import picture
from plainspoken.writers.id3 import tag
from plainspoken.writers.tags import Chapter, Tags, alpha3
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

    file = tag(Tags(
        title="عدالتی حکم", artist="Wessex Valley Police", lang="ur", date="2026-02-10T14:05:00+00:00",
        chapters=(Chapter("One 🎉", 0.0, 0.25), Chapter("دو", 0.25, 0.5)), cover=PNG,
    )) + tone(20)  # fmt: skip
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

    file = tag(Tags("x", "en")) + tone(40)
    assert file.endswith(tone(40))
    assert MP3(io.BytesIO(file)).info.sample_rate == 22050


def test_the_same_bytes() -> None:
    """The same values give the same file, and chapters stand in time order however they come."""
    chapters = tuple(
        Chapter(f"A much longer title {number}" if number % 2 else "B", number, number + 1) for number in range(12)
    )
    one = tag(Tags("x", "en", chapters=chapters))
    assert one == tag(Tags("x", "en", chapters=chapters[::-1]))
    assert [int(name) for name in re.findall(rb"CHAP.{6}c(\d{3})\0", one, re.DOTALL)] == list(range(12))


@pytest.mark.parametrize("title", ["", "a\0b\nc", "\ud800 lone", "x" * 5000])
@needs.modules("mutagen")
def test_odd_titles(title: str) -> None:
    """Whatever a release is called, the tag can be read."""
    from mutagen.id3 import ID3

    file = tag(Tags(title, "en", chapters=(Chapter(title, 0, 1),))) + tone(4)
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


@pytest.fixture(scope="module", params=["mp3", pytest.param("opus", marks=needs.modules("av")), "wav"])
def narration(request: pytest.FixtureRequest) -> Narration:
    """The English release with a real voice, in each form."""
    found = find_speaker("en")
    assert found is not None
    return narrate(release(), engine=found[0], voice=found[1], form=request.param)


@pytest.fixture
def file(tmp_path: Path, narration: Narration) -> Path:
    """The file of the whole, as a player gets it."""
    path = tmp_path / f"release.{narration.format}"
    path.write_bytes(whole(release(), narration))
    return path


@needs.espeak
@needs.ffmpeg
def test_a_player_sees_chapters_in_order(file: Path, narration: Narration) -> None:
    """ffprobe lists a chapter for each section, in time order, with its title."""
    found = probed(file)
    chapters = [(each["start_time"], each["tags"]["title"]) for each in found["chapters"]]  # type: ignore[attr-defined]
    assert [title for _, title in chapters] == [clip.title for clip in narration.clips]
    assert [float(start) for start, _ in chapters] == pytest.approx(
        [clip.begins for clip in narration.clips], abs=0.001
    )
    # ffprobe counts what players leave out of Opus: 80 ms of silence (RFC 7845, 4.6) and the decoder's delay.
    assert float(found["format"]["duration"]) == pytest.approx(narration.duration, abs=0.1)  # type: ignore[index]


@needs.espeak
@needs.ffmpeg
def test_a_player_sees_what_it_is(file: Path) -> None:
    """ffprobe shows the title, publisher, language and day of the release, in every form."""
    found, made = probed(file), release()
    sound = next(one for one in found["streams"] if one["codec_type"] == "audio")  # type: ignore[attr-defined]
    shown = {**found["format"].get("tags", {}), **sound.get("tags", {})}  # type: ignore[attr-defined]
    shown = {name.lower(): value for name, value in shown.items()}
    assert made.published is not None
    assert (shown["title"], shown["artist"], shown["language"], shown["date"]) == (
        made.headline, made.publisher, "eng", made.published[:10],
    )  # fmt: skip


@needs.espeak
@needs.ffmpeg
@needs.modules("PIL")
def test_a_player_sees_the_cover(file: Path, tmp_path: Path) -> None:
    """The picture comes out of the file as it went in: 1,400 pixels a side, which is what podcast directories take."""
    from PIL import Image

    (shown,) = (one for one in probed(file)["streams"] if one["codec_type"] == "video")  # type: ignore[attr-defined]
    assert (shown["codec_name"], shown["width"], shown["height"], shown["disposition"]["attached_pic"]) == (
        "png", 1400, 1400, 1,
    )  # fmt: skip
    out = tmp_path / "cover.png"
    subprocess.run(["ffmpeg", "-v", "error", "-i", str(file), "-map", "0:v", "-c", "copy", str(out)], check=True)
    assert out.read_bytes() == picture()
    with Image.open(out) as image:
        colours = image.convert("RGB").getcolors(32)
    assert colours is not None
    assert {(11, 85, 104), (255, 255, 255)} <= {colour for _, colour in colours}


@needs.espeak
@needs.ffmpeg
def test_it_decodes_clean_and_at_one_loudness(file: Path) -> None:
    """The whole decodes without a complaint, at -19 LUFS within half a unit, with no peak over -1 dBTP."""
    command = ["ffmpeg", "-hide_banner", "-nostats", "-i", str(file), "-map", "0:a"]
    command += ["-af", "ebur128=peak=true", "-f", "null", "-"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stderr
    assert not re.findall(r"(?i)error|invalid|overread|header missing", said)
    assert float(re.findall(r"I:\s+(-?[\d.]+) LUFS", said)[-1]) == pytest.approx(-19, abs=0.5)
    assert float(re.findall(r"Peak:\s+(-?[\d.]+) dBFS", said)[-1]) <= -1.0


@needs.espeak
@needs.ffmpeg
@needs.decoder
def test_words_are_heard_when_the_cues_say(narration: Narration, tmp_path: Path) -> None:
    """In the decoded file there is sound during each cue and silence before it: the times have not drifted."""
    import numpy as np

    path = tmp_path / f"bare.{narration.format}"
    path.write_bytes(bare(narration))
    command = ["ffmpeg", "-v", "error", "-i", str(path), "-ar", "22050", "-f", "s16le", "-"]
    decoded = subprocess.run(command, capture_output=True, check=True).stdout
    loud = np.abs(np.frombuffer(decoded, "<i2").astype(np.int32))
    # Of Opus, players leave out at the start what its decoder adds; the last pause is shorter by that.
    assert len(loud) / 22050 == pytest.approx(narration.duration, abs=0.01 if narration.format == "opus" else 0.001)
    for cue in narration.cues:
        begins, ends = int(cue.begins * 22050), int(cue.ends * 22050)
        assert loud[begins:ends].max() > 4000
        assert loud[max(0, begins - 4400) : max(0, begins - 660)].max(initial=0) < 900, cue.id


@needs.espeak
@needs.modules("mutagen", "av")
def test_another_reader_of_opus() -> None:
    """mutagen reads the same of an Opus file: how long it is, its comments, its picture."""
    import base64

    from mutagen.flac import Picture
    from mutagen.oggopus import OggOpus

    found = find_speaker("en")
    assert found is not None
    made = release()
    spoken = narrate(made, engine=found[0], voice=found[1], form="opus")
    read = OggOpus(io.BytesIO(whole(made, spoken)))
    assert read.info.length == pytest.approx(spoken.duration, abs=0.01)
    assert read["title"] == [made.headline]
    assert read["chapter000"] == ["00:00:00.000"]
    assert [read[f"chapter{number:03d}name"][0] for number in range(len(spoken.clips))] == [
        clip.title for clip in spoken.clips
    ]
    shown = Picture(base64.b64decode(read["metadata_block_picture"][0]))
    assert (shown.type, shown.mime, shown.data) == (3, "image/png", picture())


def test_the_cover_is_the_same_bytes() -> None:
    """The cover is drawn, not stored, and comes out the same each time, small enough for every section's file."""
    picture.cache_clear()
    first = picture()
    picture.cache_clear()
    assert picture() == first
    assert len(first) < 15_000


def test_no_headline() -> None:
    """A release that says neither title nor date nor publisher still makes a file."""
    made = translated(release(), "cy", ["x"] * 40)
    nameless = type(made)("cy", made.sections[2:3])
    assert whole(nameless, spoken(nameless)).startswith(b"ID3\x03\x00\x00")
