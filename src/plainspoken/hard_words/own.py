"""An organisation's own hard words, from its CSV file."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping
from pathlib import Path

from plainspoken import lang
from plainspoken.errors import SourceError, UsageError
from plainspoken.hard_words.word import HardWord, HardWords, built_in

_LARGEST = 2_000_000  # bytes
_NEEDED = ("word", "explanation")
_COLUMNS = (*_NEEDED, "forms", "lang")
_LONGEST_WORD = 80  # signs
_LONGEST_EXPLANATION = 400


def read(path: Path | str) -> HardWords:
    """Return the hard words in a CSV file (UTF-8; comma, semicolon or tab).

    Its first line names the columns: `word,explanation` and, where wanted, `forms` (more forms of the word, parted by
    `|`) and `lang` (BCP 47; English where the cell is empty). An explanation is one sentence; a full stop is added
    where it has none.

    Raises:
        SourceError: the file can't be read, or a line of it is wrong; says which line, and what to do.
    """
    where = Path(path)
    rows = _rows(where)
    header = [name.strip().casefold() for name in next(rows, (1, []))[1]]
    _check_header(header, str(where))
    words: list[HardWord] = []
    lines: dict[tuple[str, str], int] = {}
    for line, row in rows:
        if not any(cell.strip() for cell in row):
            continue
        word = _word(header, row, f"{where}, line {line}")
        for key in ((form.casefold(), word.lang) for form in word.forms):
            if lines.setdefault(key, line) != line:
                raise SourceError(
                    f"“{key[0]}” stands in line {lines[key]} already",
                    where=f"{where}, line {line}",
                    todo="Keep one of the two.",
                )
        words.append(word)
    return HardWords(tuple(words))


def known_words(own: HardWords | None, tag: str) -> HardWords:
    """Return the hard words of a language: an organisation's own before the built-in ones."""
    return (own or HardWords()).before(built_in()).speaking(tag)


def _rows(path: Path) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with the number of the line that it begins on."""
    text = _text(path)
    separator = max(",;\t", key=text.split("\n", 1)[0].count)
    reader = csv.reader(text.splitlines(keepends=True), delimiter=separator, strict=True)
    while True:
        line = reader.line_num + 1
        try:
            row = next(reader, None)
        except csv.Error as cause:
            todo = "Put a text with the separator or a quotation mark in it between quotation marks."
            raise SourceError(f"this is not CSV ({cause})", where=f"{path}, line {line}", todo=todo) from cause
        if row is None:
            return
        yield line, row


def _text(path: Path) -> str:
    try:
        content = path.read_bytes()
    except OSError as cause:
        raise SourceError(f"this list of hard words can't be read ({cause.strerror})", where=str(path)) from cause
    if len(content) > _LARGEST:
        raise SourceError("this list of hard words is too large", where=str(path), todo="Give a CSV file of words.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as cause:
        line = content.count(b"\n", 0, cause.start) + 1
        todo = "Save the file as “CSV UTF-8”."
        raise SourceError("this is not UTF-8", where=f"{path}, line {line}", todo=todo) from cause


def _check_header(header: list[str], where: str) -> None:
    wrong = [name for name in header if name not in _COLUMNS]
    if not set(_NEEDED) <= set(header) or wrong or len(set(header)) < len(header):
        what = f"there is no column “{wrong[0]}”" if wrong else "the first line does not name the columns"
        todo = "Make the first line `word,explanation`; `forms` and `lang` may follow."
        raise SourceError(what, where=f"{where}, line 1", todo=todo)


def _word(header: list[str], row: list[str], where: str) -> HardWord:
    if len(row) > len(header):
        todo = "Put an explanation with a comma in it between quotation marks."
        raise SourceError("this line has more cells than the first line has names", where=where, todo=todo)
    cells = {name: " ".join(cell.split()) for name, cell in zip(header, row, strict=False)}
    _check_cells(cells, where)
    more = (form.strip() for form in cells.get("forms", "").split("|"))
    forms = dict.fromkeys([cells["word"], *(form for form in more if form)])
    means = cells["explanation"]
    means = means if means[-1] in ".!?।。؟۔" else f"{means}."
    return HardWord(tuple(forms), means, own=True, lang=_lang(cells.get("lang", ""), where))


def _check_cells(cells: Mapping[str, str], where: str) -> None:
    for name, most in zip(_NEEDED, (_LONGEST_WORD, _LONGEST_EXPLANATION), strict=True):
        if not cells.get(name):
            todo = f"Write the {name} in the column `{name}`, or take the line out."
            raise SourceError(f"this line has no {name}", where=where, todo=todo)
        if len(cells[name]) > most:
            raise SourceError(f"the {name} has more than {most} signs", where=where, todo="Make it shorter.")


def _lang(tag: str, where: str) -> str:
    try:
        return lang.canonical(tag) if tag else "en"
    except UsageError as cause:
        todo = "Write a language as in `en` or `cy`, or leave the cell empty for English."
        raise SourceError(f"“{tag}” is not a language", where=where, todo=todo) from cause
