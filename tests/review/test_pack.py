"""The sheets of a pack: one for each language, of all its editions, that can be taken back as they are."""

from __future__ import annotations

from pathlib import Path

from plainspoken import corrections, steps
from plainspoken.review.pack import sheets
from tests.review.sheets import RELEASE, translated

SAMPLES = Path(__file__).parents[2] / "samples"


def test_one_for_each_language() -> None:
    """A language has one file; the original has none."""
    assert list(sheets("bridge", [RELEASE, translated()])) == ["review/es.xlf"]
    assert sheets("bridge", [RELEASE]) == {}


def test_in_a_pack(tmp_path: Path) -> None:
    """A pack has the files unless other formats are asked for; they come back as they are, sentence for sentence."""
    page, memory = (SAMPLES / "flood-grants" / name for name in ("page.html", "memory.tmx"))
    release = steps.parse(page)
    editions = [release, steps.simplify(release)]
    urdu = [steps.translate(one, "ur", memory=memory) for one in editions]
    pack = steps.publish([*editions, *urdu], into=tmp_path, formats=["txt", "xlf"])
    (taken,) = corrections.bring_back(
        [pack.folder / "review" / "ur.xlf"],
        tmp_path / "ours.tmx",
        by="Amina",
        when="2026-03-05T14:00:00Z",
        state="final",
    )
    assert (taken.findings, taken.unfinished) == ((), 0)
    assert not (steps.publish([release, *urdu[:1]], into=tmp_path / "b", formats=["txt"]).folder / "review").exists()
