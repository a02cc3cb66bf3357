"""Picture sets of one's own: the table, its errors, and what goes before ours."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest

from plainspoken.errors import SourceError
from plainspoken.pictures.own import Picture, PictureSet
from plainspoken.pictures.senses import built_in
from plainspoken.pictures.vector import harmless
from plainspoken.stages.depict import depict_all
from tests.pictures.files import SQUARE, make_set, png

TABLE = """concept,words,file,licence,attribution,source,en,ur
judge,,judge.svg,CC BY-SA 4.0,Ana Ruiz,https://a.example,A judge in court,عدالت میں جج
,number 7 bus|bus stop(s),our_bus.png,own,,,A bus,
"""


def test_read(tmp_path: Path) -> None:
    """A row is a picture: its file made harmless, its concept, its words, what it shows, whose it is."""
    made = make_set(tmp_path / "set", TABLE, judge_svg=SQUARE)
    (made / "our_bus.png").write_bytes(png())
    assert PictureSet.read(made) == PictureSet((
        Picture(
            "judge", "judge.svg", "image/svg+xml", harmless(SQUARE.encode()), (),
            (("en", "A judge in court"), ("ur", "عدالت میں جج")), "CC BY-SA 4.0", "Ana Ruiz", "https://a.example",
        ),
        Picture(
            "our-bus", "our_bus.png", "image/png", png(), ("number 7 bus", "bus stop(s)"), (("en", "A bus"),), "own"
        ),
    ))  # fmt: skip


def test_any_table_will_do(tmp_path: Path) -> None:
    """Semicolons, tabs, a byte order mark, another name, large letters in the header and empty rows are no obstacle."""
    made = make_set(tmp_path / "set", "", judge_svg=SQUARE)
    (made / "pictures.csv").unlink()
    (made / "mulberry.csv").write_text("\ufeffConcept;File;License;EN\n;;;\njudge;judge.svg;CC0;\n", encoding="utf-8")
    assert [one.concept for one in PictureSet.read(made).pictures] == ["judge"]


@pytest.mark.parametrize(
    ("table", "where", "why"),
    [
        ("", "pictures.csv", "no pictures"),
        ("concept,licence\njudge,own\n", "pictures.csv", "no pictures"),
        ("concept,file,licence,colour scheme\njudge,judge.svg,own,x\n", "row 1", "no such column"),
        ("concept,file,licence\njudge,gone.svg,own\n", "row 2", "no file 'gone.svg'"),
        ("concept,file,licence\njudge,,own\n", "row 2", "no file ''"),
        ("concept,file,licence\njudge,../other.svg,own\n", "row 2", "no file"),
        ("concept,file,licence\njudge,/etc/hostname,own\n", "row 2", "no file"),
        ("concept,file,licence\njudge,judge.svg,\n", "row 2", "no licence"),
        ("concept,file,licence\njudge,judge.svg,CC BY 4.0\n", "row 2", "asks for a name"),
        ("concept,file,licence\njudge,judge.svg,own\n\njudge,judge.svg,own\n", "row 4", "row 2 already has"),
        ("concept,file,licence\njudge,judge.svg,own,more\n", "row 2", "more cells"),
        ('concept,file,licence\njudge,"judge.svg,own\n', "row 2", "broken"),
        ("concept,file,licence\nunheard-of,judge.svg,own\n", "row 2", "no words lead to 'unheard-of'"),
        ("concept,file,licence\n../judge,judge.svg,own\n", "row 2", "can't name a concept"),
        ("concept,file,licence\njudge,notes.txt,own\n", "row 2", "notes.txt can't be taken"),
        ("concept,file,licence\njudge,big.svg,own\n", "row 2", "larger than 400 kB"),
        ("concept,file,licence\njudge,cut.png,own\n", "row 2", "broken PNG"),
    ],
)
def test_errors_name_the_row(tmp_path: Path, table: str, where: str, why: str) -> None:
    """What is wrong is said with its row, in words that somebody who fills in tables understands."""
    (tmp_path / "other.svg").write_text(SQUARE)
    files = {"judge_svg": SQUARE, "notes_txt": "words", "big_svg": " " * 400_001, "cut_png": png()[:-4]}
    made = make_set(tmp_path / "set", table, **files)
    with pytest.raises(SourceError) as caught:
        PictureSet.read(made)
    assert where in caught.value.where and why in caught.value.what


def test_links_out_of_the_folder_are_not_followed(tmp_path: Path) -> None:
    """A link to a file elsewhere is not in the folder."""
    (tmp_path / "secret.svg").write_text(SQUARE)
    made = make_set(tmp_path / "set", "concept,file,licence\njudge,judge.svg,own\n")
    (made / "judge.svg").symlink_to(tmp_path / "secret.svg")
    with pytest.raises(SourceError, match="no file"):
        PictureSet.read(made)


@pytest.mark.parametrize("tables", [[], ["a.csv", "b.csv"]])
def test_which_table(tmp_path: Path, tables: list[str]) -> None:
    """A folder without a table, or with two, is told to have one."""
    for name in tables:
        (tmp_path / name).write_text("file\n")
    with pytest.raises(SourceError, match="CSV file"):
        PictureSet.read(tmp_path)
    with pytest.raises(SourceError, match="no such folder"):
        PictureSet.read(tmp_path / "gone")


def test_own_words_lead_before_ours(tmp_path: Path) -> None:
    """A set's words decide before ours; where they say nothing, ours do."""
    made = make_set(tmp_path / "set", "words,file,licence\nbus stop(s)|court,stop.svg,own\n", stop_svg=SQUARE)
    own = PictureSet.read(made)
    assert depict_all(["The court sat.", "Call 999."], own.index(), built_in()) == ["stop", "call-999"]


def test_shows() -> None:
    """What a picture shows is said in the page's language or one it falls back to, or not at all."""
    one = Picture("a", "a.svg", "image/svg+xml", b"", alt=(("pt", "Um"),))
    assert (one.shows("pt-BR"), one.shows("en")) == ("Um", "")


def test_travels() -> None:
    """A set goes to workers on other machines as it is."""
    one = PictureSet((Picture("a", "a.png", "image/png", png(), ("a",), (("en", "A"),), "CC BY", "Ana"),))
    assert pickle.loads(pickle.dumps(one)) == one
