"""Picture sets of one's own: a folder of SVG and PNG files, and a CSV file that says what each stands for."""

from __future__ import annotations

import csv
import re
from base64 import b64encode
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from importlib.resources import files
from io import StringIO
from pathlib import Path
from typing import Literal

from plainspoken import lang
from plainspoken.errors import SourceError, UsageError
from plainspoken.pictures.raster import SIGNATURE, PngError, stripped
from plainspoken.pictures.senses import Concept, Index
from plainspoken.pictures.vector import SvgError, harmless

Kind = Literal["image/svg+xml", "image/png"]

NAME = "pictures.csv"
_LARGEST_TABLE = 5_000_000  # bytes
_LARGEST = 400_000  # bytes: twenty of them stand on one page
_CONCEPT = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_COLUMNS = frozenset({"concept", "words", "file", "licence", "license", "attribution", "source"})
_CREDITED = re.compile(r"\bBY\b|\bGPL\b|\bGFDL\b|attribution", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of somebody's set.

    Attributes:
        concept: what it shows, as sentences name it: one of ours, or a name of its own.
        file: its path in the set's folder.
        kind: its media type.
        content: the picture itself, made harmless.
        words: English phrases beside which it may stand.
        alt: what it shows, by language.
        licence: its licence, such as `CC BY-SA 4.0`.
        attribution: who must be named.
        source: where it is from.
    """

    concept: str
    file: str
    kind: Kind
    content: bytes
    words: tuple[str, ...] = ()
    alt: tuple[tuple[str, str], ...] = ()
    licence: str = ""
    attribution: str = ""
    source: str = ""

    def shows(self, tag: str) -> str:
        """Return what it shows in a language; nothing where the set doesn't say."""
        return next((text for one in lang.fallbacks(tag) for own, text in self.alt if own == one), "")

    @property
    def address(self) -> str:
        """The picture as a `data:` address (RFC 2397): a page carries it, nothing is loaded."""
        return f"data:{self.kind};base64,{b64encode(self.content).decode()}"

    @property
    def credit(self) -> str:
        """Who is named on a page that shows it; nobody where its licence asks for no name."""
        return f"{self.attribution} ({self.licence})" if self.attribution else ""

    def to_dict(self) -> dict[str, str]:
        """Return what a manifest says of it."""
        return {
            "concept": self.concept, "file": self.file, "type": self.kind, "sha256": sha256(self.content).hexdigest(),
            "licence": self.licence, "attribution": self.attribution, "source": self.source,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class PictureSet:
    """Pictures of one's own, which go before ours."""

    pictures: tuple[Picture, ...] = ()

    @classmethod
    def read(cls, folder: Path | str) -> PictureSet:
        """Return the set in a folder: its files, and the table `pictures.csv` (or the only CSV file) that names them.

        The table is UTF-8, with comma, semicolon or tab. Its columns are `file`; `concept` or `words` (phrases parted
        by `|`) or both; `licence`; `attribution` where the licence asks for one; `source`; and a column for each
        language, named by its tag, with what the picture shows.

        Raises:
            SourceError: the folder, its table or one of its files can't be taken; the row is named.
        """
        where = Path(folder)
        table = _table(where)
        return cls(tuple(_pictures(_rows(table), where, table)))

    def find(self, concept: str | None) -> Picture | None:
        """Return the picture of a concept; None where the set has none."""
        return next((one for one in self.pictures if one.concept == concept), None)

    def index(self) -> Index:
        """Return which words stand for its pictures."""
        return Index(Concept(one.concept, one.words, rank=2) for one in self.pictures if one.words)


def _table(folder: Path) -> Path:
    if not folder.is_dir():
        raise SourceError("there is no such folder of pictures", where=str(folder))
    tables = [folder / NAME] if (folder / NAME).is_file() else sorted(folder.glob("*.csv"))
    if len(tables) != 1:
        many = "more than one CSV file" if tables else "no CSV file"
        raise SourceError(
            f"the folder has {many}", where=str(folder), todo=f"Put the table that names the pictures into {NAME}."
        )
    return tables[0]


def _rows(table: Path) -> list[tuple[int, dict[str, str]]]:
    try:
        if table.stat().st_size > _LARGEST_TABLE:
            raise SourceError("the table is too large", where=str(table))
        text = table.read_bytes().decode("utf-8-sig")
    except (OSError, UnicodeDecodeError) as cause:
        raise SourceError("the table can't be read", where=str(table), todo="Save it as UTF-8.") from cause
    mark = max(",;\t", key=text.partition("\n")[0].count)
    reader = csv.DictReader(StringIO(text, newline=""), delimiter=mark, strict=True)
    try:
        return [(reader.line_num, _cells(row, f"{table}, row {reader.line_num}")) for row in reader]
    except csv.Error as cause:
        raise SourceError(f"the table is broken: {cause}", where=f"{table}, row {reader.reader.line_num}") from cause


def _cells(row: Mapping[str | None, str | list[str] | None], where: str) -> dict[str, str]:
    if None in row:
        raise SourceError("this row has more cells than the table has columns", where=where)
    return {_name(str(key)): str(value or "").strip() for key, value in row.items()}


def _name(column: str) -> str:
    return column.strip().casefold()


def _pictures(rows: Sequence[tuple[int, Mapping[str, str]]], folder: Path, table: Path) -> Iterator[Picture]:
    columns = set(rows[0][1]) if rows else set()
    if "file" not in columns or not {"concept", "words"} & columns:
        raise SourceError(
            "the table has no pictures, or not the columns for them",
            where=str(table),
            todo="It needs the columns file, concept or words, licence, and one for each language, such as en.",
        )
    langs = dict(_langs(sorted(columns), table))
    taken: dict[str, int] = {}
    for number, row in rows:
        if any(row.values()):
            picture = _picture(row, folder, langs, f"{table}, row {number}")
            if picture.concept in taken:
                raise SourceError(
                    f"row {taken[picture.concept]} already has a picture of {picture.concept!r}",
                    where=f"{table}, row {number}",
                )
            taken[picture.concept] = number
            yield picture


def _langs(columns: Iterable[str], table: Path) -> Iterator[tuple[str, str]]:
    for column in columns:
        if column and column not in _COLUMNS:
            try:
                yield column, lang.canonical(column)
            except UsageError as cause:
                raise SourceError(
                    f"there is no such column as {column!r}",
                    where=f"{table}, row 1",
                    todo=f"Columns are {', '.join(sorted(_COLUMNS - {'license'}))}, and language tags.",
                ) from cause


def _picture(row: Mapping[str, str], folder: Path, langs: Mapping[str, str], where: str) -> Picture:
    name = row["file"]
    concept = row.get("concept") or re.sub(r"[^a-z0-9]+", "-", Path(name).stem.casefold()).strip("-")
    words = tuple(phrase.strip() for phrase in row.get("words", "").split("|") if phrase.strip())
    licence, attribution = row.get("licence") or row.get("license", ""), row.get("attribution", "")
    _refuse_unnamed(concept, words, where)
    _refuse_unlicensed(licence, attribution, where)
    kind, content = _file(folder, name, where)
    alt = tuple((tag, row[column]) for column, tag in langs.items() if row.get(column))
    return Picture(concept, name, kind, content, words, alt, licence, attribution, row.get("source", ""))


def _refuse_unnamed(concept: str, words: Sequence[str], where: str) -> None:
    if not _CONCEPT.fullmatch(concept):
        raise SourceError(
            f"{concept!r} can't name a concept", where=where, todo="Use a-z, 0-9 and single hyphens, such as our-bus."
        )
    if not words and not (files("plainspoken.pictures") / f"{concept}.svg").is_file():
        raise SourceError(
            f"no words lead to {concept!r}",
            where=where,
            todo="Fill in `words`, or name one of our concepts; `docs/how-to/pictures.md` says how to list them.",
        )


def _refuse_unlicensed(licence: str, attribution: str, where: str) -> None:
    if not licence:
        raise SourceError("this picture has no licence", where=where, todo="Write it down; `own` if it is yours.")
    if _CREDITED.search(licence) and not attribution:
        raise SourceError(f"{licence} asks for a name", where=where, todo="Fill in `attribution`.")


def _file(folder: Path, name: str, where: str) -> tuple[Kind, bytes]:
    path = (folder / name).resolve()
    if not name or not path.is_relative_to(folder.resolve()) or not path.is_file():
        raise SourceError(f"there is no file {name!r} in the folder", where=where)
    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError(
                f"{name} is larger than {_LARGEST // 1000} kB", where=where, todo="Scale it to 500 pixels a side."
            )
        content = path.read_bytes()
        if content.startswith(SIGNATURE):
            return "image/png", stripped(content)
        return "image/svg+xml", harmless(content)
    except OSError as cause:
        raise SourceError(f"{name} can't be read", where=where) from cause
    except (PngError, SvgError) as cause:
        raise SourceError(
            f"{name} can't be taken: {cause}", where=where, todo="Save it as plain SVG made of shapes, or as PNG."
        ) from cause
