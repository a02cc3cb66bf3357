"""Corrections on real releases: out, corrected, back into the memory, and right in the next release."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken import corrections, steps
from plainspoken.errors import TargetError, UsageError
from plainspoken.model import Release
from plainspoken.terms import Memory, Pair

SAMPLES = Path(__file__).parents[1] / "samples"
NOW = "2026-03-05T14:00:00Z"


@pytest.fixture(scope="module")
def release() -> Release:
    return steps.parse(SAMPLES / "flood-grants" / "page.html")


@pytest.fixture(scope="module")
def memory() -> Memory:
    return Memory.read(SAMPLES / "flood-grants" / "memory.tmx")


@pytest.mark.parametrize("form", corrections.FORMS)
def test_out_and_back(form: str, release: Release, memory: Memory, tmp_path: Path) -> None:
    """Every sentence of a release goes out with its translation, and comes back reviewed without a fault."""
    (file,) = corrections.export(release, ["ur"], tmp_path, form=form, memory=memory)
    path = tmp_path / "learned.tmx"
    (taken,) = corrections.bring_back([file], path, by="Amina", when=NOW, state="reviewed")
    assert (taken.findings, taken.untouched, taken.unfinished) == ((), 0, 0)
    states = {row.edition: row.states for row in corrections.standing(release, Memory.read(path), ["ur"])}
    assert {edition: set(counts) for edition, counts in states.items()} == {"full": {"reviewed"}, "easy": {"reviewed"}}


def test_a_correction_is_right_in_the_next_release(release: Release, memory: Memory, tmp_path: Path) -> None:
    """A sentence that a person corrected is what the next translation says, whatever the memory said before."""
    (file,) = corrections.export(release, ["es"], tmp_path, memory=memory)
    before = steps.translate(release, "es", memory=memory).headline or ""
    text = file.read_text(encoding="utf-8")
    assert before in text
    file.write_text(text.replace(before, f"{before}, ya", 1), encoding="utf-8")
    path = tmp_path / "ours.tmx"
    memory.write(path)
    corrections.bring_back([file], path, by="Ana", when=NOW)
    after = steps.translate(release, "es", memory=path)
    assert after.headline == f"{before}, ya"
    assert Memory.read(path).find(release.headline or "", "en", "es") == Pair(
        release.lang, "es", release.headline or "", f"{before}, ya", "translated", by="Ana", when=NOW
    )


@pytest.mark.parametrize("name", ["ours.tmx", "ours.db"])
def test_who_answers_stays(name: str, release: Release, memory: Memory, tmp_path: Path) -> None:
    """What comes back as the memory has it already teaches nothing: it stays with who answered for it, and when."""
    (file,) = corrections.export(release, ["es"], tmp_path, memory=memory)
    path = tmp_path / name
    (first,) = corrections.bring_back([file], path, by="Ana", when=NOW, state="reviewed")
    (again,) = corrections.bring_back([file], path, by="Luis", when="2026-04-01T00:00:00Z", state="reviewed")
    assert (first.known, again.pairs, again.known) == (0, (), len(first.pairs))
    (signed,) = corrections.bring_back([file], path, by="Luis", when="2026-04-01T00:00:00Z", state="final")
    assert (signed.known, {pair.by for pair in signed.pairs}) == (0, {"Luis"})


def test_a_file_in_work_is_kept(release: Release, memory: Memory, tmp_path: Path) -> None:
    """A file that stands there is written over only when it says the same, or when asked to."""
    (file,) = corrections.export(release, ["es"], tmp_path, memory=memory)
    corrections.export(release, ["es"], tmp_path, memory=memory)
    file.write_text("work of a day")
    with pytest.raises(TargetError, match="somebody may have worked in it"):
        corrections.export(release, ["es"], tmp_path, memory=memory)
    assert file.read_text() == "work of a day"
    corrections.export(release, ["es"], tmp_path, memory=memory, replace=True)
    assert file.read_text() != "work of a day"


def test_status(release: Release, memory: Memory) -> None:
    """The table counts each edition's sentences by state, and those that are like an old one."""
    headline = release.headline or ""
    changed = Pair("en", "fr", f"{headline} today", "Titre", "final", by="Luc")
    rows = corrections.standing(release, Memory((changed,)))
    total = sum(1 for one in release.segments() if any(sign.isalpha() for sign in one.text))
    assert (rows[0].lang, rows[0].edition, rows[0].states, rows[0].changed) == (
        "fr",
        "full",
        {"initial": total - 1, "translated": 1},
        1,
    )  # the heading "Notes to editors" is among the words of a pack
    assert set(corrections.standing(release, memory, ["es"])[0].states) == {"translated"}


def test_wrong_use(release: Release, tmp_path: Path) -> None:
    """A form that doesn't exist and the release's own language are refused."""
    with pytest.raises(UsageError, match="no such form"):
        corrections.export(release, ["es"], tmp_path, form="docx")
    with pytest.raises(UsageError, match="in this language already"):
        corrections.export(release, ["en"], tmp_path)
