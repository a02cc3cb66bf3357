"""Publishing: the files of a pack, whole or not at all, never a worse one in a better one's place."""

from __future__ import annotations

import hashlib
import json
import os
import resource
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import jsonschema
import pytest

from plainspoken.errors import TargetError, UsageError
from plainspoken.events import Event
from plainspoken.findings import finding
from plainspoken.narration import Narration
from plainspoken.opus import quiet
from plainspoken.pack import Pack
from plainspoken.writers.pack import publish
from tests import build

EDITIONS = build.editions()
NARRATIONS = [build.narration(one) for one in EDITIONS]
SLUG = "man-jailed-after-breaking-a-court-order"
ENGLISH = EDITIONS[:1]


def files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def manifest(pack: Pack) -> dict[str, object]:
    tree = json.loads((pack.folder / "manifest.json").read_text())
    assert isinstance(tree, dict)
    return tree


@pytest.fixture(scope="module")
def pack(tmp_path_factory: pytest.TempPathFactory) -> Pack:
    return publish(EDITIONS, NARRATIONS, into=tmp_path_factory.mktemp("packs"))


def test_the_files_of_a_pack(pack):
    """Each edition's page, sound, captions and text stand where the contract says, and nothing else."""
    sections = ["01-headline", "02-standfirst", "03-body", "04-help", "05-notes", "06-contact"]
    each = ["index.html", "easy/index.html", "captions.vtt", "easy/captions.vtt", "release.txt", "easy/release.txt"]
    each += ["release.epub", "feed.xml", "publication.json"]
    each += ["audio/index.html", "audio/cover.png", "audio/release.chapters.json", "audio/easy.chapters.json"]
    each += [f"audio/{name}.mp3" for name in (*sections, "release", "easy")]
    expected = {"index.html", "manifest.json", *(f"{tag}/{name}" for tag in ("en-GB", "ur") for name in each)}
    assert files(pack.folder).keys() == expected
    assert names(pack.folder.parent) == [SLUG, f"{SLUG}.zip"]


def test_the_value_returned(pack):
    """The pack knows its name, places, languages and what to look at."""
    assert (pack.slug, pack.langs, pack.folder.name) == (SLUG, ("en-GB", "ur"), SLUG)
    assert pack.archive == pack.folder.with_name(f"{SLUG}.zip")
    assert {(one.code, one.at) for one in pack.findings} == {("not-reviewed", "ur")}


def test_the_manifest_lists_every_file(pack):
    """Every file but the manifest itself is listed by digest and size."""
    listed = {one["path"]: (one["sha256"], one["size"]) for one in manifest(pack)["files"]}
    here = files(pack.folder)
    del here["manifest.json"]
    assert listed == {path: (hashlib.sha256(content).hexdigest(), len(content)) for path, content in here.items()}


@pytest.mark.parametrize("editions", [EDITIONS, ENGLISH])
def test_the_manifest_keeps_to_its_schema(tmp_path, editions):
    """A manifest is what its JSON Schema in the reference says, with no key that the schema doesn't know."""
    schema = json.loads((Path(__file__).parents[2] / "docs/reference/manifest.schema.json").read_text())
    jsonschema.Draft202012Validator.check_schema(schema)
    made = publish(editions, NARRATIONS if len(editions) > 1 else (), into=tmp_path)
    assert [one.message for one in jsonschema.Draft202012Validator(schema).iter_errors(manifest(made))] == []


def test_the_manifest_says_where_editions_come_from(pack):
    """Each edition's language, direction, engines, state and voice; the source; what is to be looked at."""
    tree = manifest(pack)
    assert (tree["schema"], tree["slug"], tree["langs"]) == ("plainspoken/pack/1", SLUG, ["en-GB", "ur"])
    assert tree["sources"] == [{
        "lang": "en-GB", "published": "2026-02-10T14:05:00+00:00", "publisher": "Wessex Valley Police",
        "url": "https://newsroom.wessex-valley-police.example/news/50841",
    }]  # fmt: skip
    by_name = {(one["lang"], one["edition"]): one for one in tree["editions"]}
    urdu = by_name["ur", "full"]
    assert (urdu["dir"], urdu["state"], urdu["engines"], urdu["path"]) == (
        "rtl", "translated", {"memory": 30}, "ur/index.html",
    )  # fmt: skip
    assert urdu["segments"] == {"initial": 2, "translated": 30}
    assert (urdu["narration"]["engine"], urdu["narration"]["path"]) == ("tone", "ur/audio/release.mp3")
    assert urdu["narration"]["duration"] == round(NARRATIONS[2].duration, 3)
    assert tree["findings"] == [one.to_dict() for one in pack.findings]


def test_the_same_input_gives_the_same_bytes(pack, tmp_path):
    """Published elsewhere, the pack and its zip are the same byte for byte."""
    again = publish(EDITIONS, NARRATIONS, into=tmp_path)
    assert files(again.folder) == files(pack.folder)
    assert again.archive.read_bytes() == pack.archive.read_bytes()


def test_the_zip_has_the_pack(pack):
    """The zip unpacks to the pack, sound stored as it is, no file dated."""
    with zipfile.ZipFile(pack.archive) as archive:
        assert {one.removeprefix(f"{SLUG}/"): archive.read(one) for one in archive.namelist()} == files(pack.folder)
        assert archive.namelist() == sorted(archive.namelist())
        assert {one.date_time for one in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert all(
            one.compress_type == zipfile.ZIP_STORED for one in archive.infolist() if one.filename.endswith("mp3")
        )


def test_a_pack_that_stands_there_already_is_left_alone(tmp_path):
    """Publishing the same again changes no file, not even its time."""
    first = publish(ENGLISH, into=tmp_path)
    before = (first.folder / "index.html").stat().st_ino, first.archive.stat().st_ino
    again = publish(ENGLISH, into=tmp_path)
    assert ((again.folder / "index.html").stat().st_ino, again.archive.stat().st_ino) == before
    assert again == first


def test_a_better_pack_takes_the_place(tmp_path):
    """More editions and sound replace fewer; files that went are gone, files of somebody else stay."""
    publish(EDITIONS[:2], into=tmp_path)
    own = tmp_path / SLUG / "ur" / "notes.txt"
    own.parent.mkdir()
    own.write_text("ours")
    (tmp_path / SLUG / "en-GB" / "release.txt").write_text("broken")
    pack = publish(EDITIONS, NARRATIONS, into=tmp_path)
    assert own.read_text() == "ours"
    assert (pack.folder / "en-GB/release.txt").read_text() != "broken"
    assert "ur/notes.txt" not in {one["path"] for one in manifest(pack)["files"]}


@pytest.mark.parametrize(("editions", "narrations", "lost"), [
    (EDITIONS[:3], NARRATIONS[:3], "the ur easy-read edition"),
    (EDITIONS, NARRATIONS[1:], "the audio of the en-GB edition"),
    ([EDITIONS[0].with_findings(finding("fact-missing")), *EDITIONS[1:]], NARRATIONS, "1 error-level findings"),
])  # fmt: skip
def test_a_worse_pack_is_refused(tmp_path, pack, editions, narrations, lost):
    """A pack that lacks an edition or a voice, or has more errors, is refused unless that is asked for."""
    publish(EDITIONS, NARRATIONS, into=tmp_path)
    before = files(tmp_path)
    with pytest.raises(TargetError) as refused:
        publish(editions, narrations, into=tmp_path)
    assert lost in str(refused.value) and "--replace" in str(refused.value)
    assert files(tmp_path) == before
    publish(editions, narrations, into=tmp_path, replace=True)
    assert files(tmp_path) != before


def test_a_review_is_not_lost(tmp_path):
    """A reviewed translation is not replaced by one that nobody has checked."""
    reviewed = build.translated(EDITIONS[0], "ur", build.URDU, state="reviewed")
    publish([*ENGLISH, reviewed], into=tmp_path)
    with pytest.raises(TargetError, match="the review of the ur edition"):
        publish([*ENGLISH, EDITIONS[2]], into=tmp_path)


def test_what_is_no_pack_is_never_touched(tmp_path):
    """A folder of somebody else's with the same name is refused, even with --replace."""
    stranger = tmp_path / SLUG / "thesis.doc"
    stranger.parent.mkdir()
    stranger.write_text("years of work")
    with pytest.raises(TargetError, match="no pack"):
        publish(ENGLISH, into=tmp_path, replace=True)
    assert files(tmp_path) == {f"{SLUG}/thesis.doc": b"years of work"}


def test_a_file_in_the_archives_place(tmp_path):
    """A file that is no pack's zip is not overwritten unless that is asked for."""
    (tmp_path / f"{SLUG}.zip").write_text("mine")
    with pytest.raises(TargetError, match="no pack's"):
        publish(ENGLISH, into=tmp_path)
    publish(ENGLISH, into=tmp_path, replace=True)


def test_a_broken_manifest_can_be_replaced(tmp_path):
    """A pack whose manifest can't be read is replaced when that is asked for."""
    publish(ENGLISH, into=tmp_path)
    (tmp_path / SLUG / "manifest.json").write_text("{")
    with pytest.raises(TargetError):
        publish(ENGLISH, into=tmp_path)
    publish(ENGLISH, into=tmp_path, replace=True)
    assert json.loads((tmp_path / SLUG / "manifest.json").read_text())["slug"] == SLUG


def test_a_target_that_is_a_file(tmp_path):
    """Where the folder can't be made the error says where, with exit code 5."""
    (tmp_path / "file").write_text("")
    with pytest.raises(TargetError) as refused:
        publish(ENGLISH, into=tmp_path / "file" / "packs")
    assert refused.value.exit_code == 5 and str(tmp_path / "file") in str(refused.value)


@contextmanager
def disk_of(octets: int) -> Iterator[None]:
    """No file may grow larger than this: writing more fails as it does on a full disk."""
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (octets, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("room", [1_000, 100_000, 300_000])
def test_a_full_disk_leaves_the_old_pack(tmp_path, room):
    """When writing fails, at a page, at the sound or at the zip, what stood there stands, and nothing beside it."""
    publish(ENGLISH, into=tmp_path)
    before = files(tmp_path)
    with disk_of(room), pytest.raises(TargetError, match="can't be written"):
        publish(EDITIONS, NARRATIONS, into=tmp_path)
    assert files(tmp_path) == before
    assert names(tmp_path) == [SLUG, f"{SLUG}.zip"]


def test_an_interrupted_run_leaves_the_old_pack(tmp_path):
    """Ctrl-C in the middle leaves what stood there, and nothing beside it."""
    publish(ENGLISH, into=tmp_path)
    before = files(tmp_path)

    def stop(event: Event) -> None:
        if event.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        publish(EDITIONS, NARRATIONS, into=tmp_path, listen=stop)
    assert files(tmp_path) == before and len(names(tmp_path)) == 2


def test_what_a_killed_run_left_is_cleared(tmp_path):
    """Drafts of a run that is dead are removed; a pack that it had moved aside is put back first."""
    pack = publish(EDITIONS, NARRATIONS, into=tmp_path)
    before = files(pack.folder)
    dead = 2**22 + 1  # above Linux's highest process number
    pack.folder.rename(tmp_path / f".{SLUG}.{dead}.old")
    (tmp_path / f".{SLUG}.{dead}.new").mkdir()
    (tmp_path / f".{SLUG}.{dead}.zip").write_text("half")
    with pytest.raises(TargetError, match="better pack"):
        publish(ENGLISH, into=tmp_path)
    assert files(pack.folder) == before
    assert names(tmp_path) == [SLUG, f"{SLUG}.zip"]


def test_a_run_that_lives_keeps_its_draft(tmp_path):
    """The draft of another run at work is none of ours."""
    other = tmp_path / f".{SLUG}.1.new"
    other.mkdir(parents=True)
    publish(ENGLISH, into=tmp_path)
    assert other.is_dir()


def test_formats(tmp_path):
    """Of the files beside the pages only those asked for are written."""
    pack = publish(EDITIONS, NARRATIONS, into=tmp_path, formats=["txt"])
    assert {Path(path).suffix for path in files(pack.folder)} == {".html", ".json", ".txt"}
    assert pack.archive is None and not (tmp_path / f"{SLUG}.zip").exists()
    with pytest.raises(UsageError, match="docx"):
        publish(EDITIONS, into=tmp_path, formats=["docx"])


def test_another_release_of_that_headline_gets_a_folder_of_its_own(tmp_path):
    """Two releases may be called "Road closed"; the second takes no place but its own."""
    first, second = (replace(ENGLISH[0], url=f"https://a.example/{name}") for name in ("1", "2"))
    kept = publish([first], into=tmp_path)
    other = publish([second], into=tmp_path)
    assert [kept.slug, other.slug, publish([second], into=tmp_path).slug] == [SLUG, f"{SLUG}-2", f"{SLUG}-2"]
    assert json.loads((kept.folder / "manifest.json").read_bytes())["sources"][0]["url"] == first.url


def test_a_named_folder_keeps_the_pack_of_another_release(tmp_path):
    """A folder that is named holds one release; another is refused unless it may replace it."""
    publish(ENGLISH, into=tmp_path, slug="news")
    other = replace(ENGLISH[0], url="https://a.example/2")
    publish([replace(other, url="https://a.example/1")], into=tmp_path, slug="one")
    with pytest.raises(TargetError, match="another release stands here"):
        publish([other], into=tmp_path, slug="one")
    assert publish([other], into=tmp_path, slug="one", replace=True).slug == "one"


@pytest.mark.parametrize(("slug", "name"), [("../../x", "x"), ("My Pack", "my-pack"), ("two-2", "two-2")])
def test_a_name_never_leads_out(tmp_path, slug, name):
    """A name that is given is made safe."""
    assert publish(ENGLISH, into=tmp_path, slug=slug).folder == tmp_path / name


def test_wrong_use(tmp_path):
    """No release, two of one kind, a voice without its release, an empty name: each is said."""
    with pytest.raises(UsageError, match="at least one"):
        publish([], into=tmp_path)
    with pytest.raises(UsageError, match="same language"):
        publish([*ENGLISH, *ENGLISH], into=tmp_path)
    with pytest.raises(UsageError, match=r"ur \(full\)"):
        publish(ENGLISH, [NARRATIONS[2]], into=tmp_path)
    with pytest.raises(UsageError, match="folder"):
        publish(ENGLISH, into=tmp_path, slug="؟")
    assert list(tmp_path.iterdir()) == []


def test_findings_say_their_language(tmp_path):
    """What was found in an edition or its voice is found again by language and place."""
    found = EDITIONS[2].with_findings(finding("low-score", "body.p1.s1"), finding("no-voice", "ur"), finding("embargo"))
    spoken = replace(NARRATIONS[2], findings=(finding("unspeakable", "body.p2.s1"),))
    pack = publish([*ENGLISH, found], [spoken], into=tmp_path)
    assert [(one.code, one.at) for one in pack.findings] == [
        ("low-score", "ur:body.p1.s1"), ("no-voice", "ur"), ("embargo", "ur"),
        ("unspeakable", "ur:body.p2.s1"), ("not-reviewed", "ur"),
    ]  # fmt: skip


def test_a_language_without_words_is_found(tmp_path):
    """A pack whose own words had to stand in English says so."""
    pack = publish([*ENGLISH, build.translated(EDITIONS[0], "he", ["x"] * 40)], into=tmp_path)
    assert ("words-missing", "he") in {(one.code, one.at) for one in pack.findings}
    assert '<a class="skip" href="#ui-main" lang="en" dir="ltr">' in (pack.folder / "he/index.html").read_text()


def test_progress_counts_files(tmp_path):
    """A listener hears of each file."""
    heard: list[Event] = []
    publish(ENGLISH, into=tmp_path, listen=heard.append)
    assert [(one.done, one.message) for one in heard] == [
        (1, "en-GB/release.epub"), (2, "en-GB/release.txt"), (3, "en-GB/index.html"), (4, "index.html"),
    ]  # fmt: skip
    assert {(one.stage, one.unit) for one in heard} == {("publish", "files")}


def test_everyone_may_read_a_pack(pack):
    """Folders and files can be read by a web server."""
    old = os.umask(0)
    os.umask(old)
    assert pack.folder.stat().st_mode & 0o777 == 0o777 & ~old
    assert (pack.folder / "index.html").stat().st_mode & 0o777 == 0o666 & ~old


def test_a_pack_of_opus(tmp_path: Path) -> None:
    """Where the audio is Opus, so are its files' names and the types that the page, the book and the feed give it."""
    opus = pytest.importorskip("av") and _as_opus(NARRATIONS[0])
    made = publish(ENGLISH, [opus], into=tmp_path, base_url="https://example.org/packs")
    here = made.folder / "en-GB"
    assert {path.suffix for path in (here / "audio").iterdir()} == {".opus", ".json", ".html", ".png"}
    assert (here / "audio" / "release.opus").read_bytes().startswith(b"OggS")
    page, feed = ((here / name).read_text() for name in ("index.html", "feed.xml"))
    assert '<source src="audio/release.opus" type="audio/ogg; codecs=opus">' in page
    assert 'release.opus"' in feed
    assert 'type="audio/ogg; codecs=opus"' in feed
    with zipfile.ZipFile(here / "release.epub") as book:
        assert book.read("EPUB/audio/text.opus").startswith(b"OggS")
        assert b'href="audio/text.opus" media-type="audio/ogg; codecs=opus"' in book.read("EPUB/package.opf")
        assert b'src="audio/text.opus"' in book.read("EPUB/text.smil")
    assert ".mp3" not in page


def test_wav_is_no_audio_of_a_pack(tmp_path: Path) -> None:
    """Nobody should have to download WAV, and books can't hold it: it is refused, and nothing is written."""
    with pytest.raises(UsageError, match="MP3 or Opus"):
        publish(ENGLISH, [replace(NARRATIONS[0], format="wav")], into=tmp_path)
    assert names(tmp_path) == []


def _as_opus(narration: Narration) -> Narration:
    """The same narration with silence of its length, as Opus."""
    clips = [replace(clip, audio=quiet(clip.ends - clip.begins)) for clip in narration.clips]
    return replace(narration, clips=tuple(clips), format="opus", rate=48000)
