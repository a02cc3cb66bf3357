"""The glossary: terms that must be translated in one way, or not at all."""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from plainspoken import lang
from plainspoken.errors import SourceError, UsageError

KEEP = "="  # in place of a translation: the term stays as it is
EVERYWHERE = "*"  # in place of a language: in all of them
_LARGEST = 20_000_000  # bytes
_SHORT = 4  # letters
_HISSING = ("s", "x", "z", "ch", "sh")
_TERM_COLUMNS = frozenset({"source", "term"})


@dataclass(frozen=True, slots=True)
class Term:
    """A term and what it must be in one language.

    Attributes:
        term: the term in the source language.
        lang: the language of the translation (BCP 47); `*` for all.
        translation: what it must be; the term itself where it stays as it is.
        note: what a translator should know.
        forms: other forms of the translation that will do: inflected, plural, in a sentence.
        forbidden: what it must not be.
    """

    term: str
    lang: str
    translation: str
    note: str = ""
    forms: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Glossary:
    """Required translations.

    >>> known = Glossary((Term("Jobcentre", "*", "Jobcentre"),))
    >>> [term.translation for term in known.required("Visit a Jobcentre.", "es")]
    ['Jobcentre']
    """

    terms: tuple[Term, ...] = ()

    @classmethod
    def read(cls, path: Path | str) -> Glossary:
        """Return the glossary in a CSV file (UTF-8; comma, semicolon or tab) or a TBX file.

        A CSV file has a column `source` and one for each language (`source,es,ur`), or the columns
        `term,lang,translation` and, where wanted, `note,forms,forbidden`, several of one cell parted by `|`. `=` for a
        translation keeps the term as it is; `*` for a language means all. TBX is read in its versions 2 and 3
        (`tbx.read`).

        Raises:
            SourceError: the file can't be read, it has no such columns, or it is not TBX.
        """
        where = Path(path)
        if where.suffix.lower() in (".tbx", ".xml"):
            from plainspoken.terms import tbx

            return cls(tuple(Term(*entry) for entry in tbx.read(where)))
        return cls(tuple(_terms(_rows(where), str(where))))

    def required(self, text: str, to: str) -> tuple[Term, ...]:
        """Return the terms that stand in a source text and have a translation required in the language `to`.

        A term that is translated stands there as its plural or possessive too: `grants` for `grant`.
        """
        wanted = (EVERYWHERE, *lang.fallbacks(to))
        return tuple(term for term in self.terms if term.lang in wanted and _asked(term, text))

    def kept(self, term: Term, translation: str) -> bool:
        """Tell whether a translation uses the term as required, or an inflected form of its translation."""
        said = _fold(translation)
        if any(_stands(_fold(form), said) for form in (term.translation, *term.forms)):
            return True
        return term.translation != term.term and _inflected(_fold(term.translation), said)

    def forbidden(self, term: Term, translation: str) -> tuple[str, ...]:
        """Return the words of a translation that the term must not be."""
        said = _fold(translation)
        return tuple(word for word in term.forbidden if _stands(_fold(word), said))


def _rows(path: Path) -> list[dict[str, str]]:
    try:
        content = path.read_bytes()
        if len(content) > _LARGEST:
            raise SourceError("this glossary is too large", where=str(path), todo="Give a CSV file of terms.")
        text = content.decode("utf-8-sig")
    except OSError as cause:
        raise SourceError(f"this glossary can't be read ({cause.strerror})", where=str(path)) from cause
    except UnicodeDecodeError as cause:
        raise SourceError("this glossary is not UTF-8", where=str(path), todo="Save it as CSV UTF-8.") from cause
    first = text.split("\n", 1)[0]
    separator = max(",;\t", key=first.count)
    try:
        rows = list(csv.reader(text.splitlines(), delimiter=separator, strict=True))
    except csv.Error as cause:
        raise SourceError(f"this glossary is not CSV ({cause})", where=str(path)) from cause
    header = [name.strip() for name in rows[0]] if rows else []
    return [dict(zip(header, (cell.strip() for cell in row), strict=False)) for row in rows[1:] if any(row)]


def _terms(rows: list[dict[str, str]], where: str) -> Iterator[Term]:
    for row in rows:
        columns = {name.lower(): cell for name, cell in row.items()}
        if not _TERM_COLUMNS & set(columns):
            raise SourceError(
                "this glossary names no terms", where=where, todo="Its first line must be `source,es,...`."
            )
        term = columns.get("source") or columns.get("term") or ""
        cells = _by_row(columns) if "translation" in columns else _by_column(columns)
        for tag, translation in cells:
            if term and translation:
                kept = term if translation == KEEP else translation
                more = (_several(columns.get(name, "")) for name in ("forms", "forbidden"))
                yield Term(term, _tag(tag, where), kept, columns.get("note", ""), *more)


def _several(cell: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in cell.split("|") if part.strip())


def _by_row(columns: Mapping[str, str]) -> list[tuple[str, str]]:
    return [(columns.get("lang") or EVERYWHERE, columns["translation"])]


def _by_column(columns: Mapping[str, str]) -> list[tuple[str, str]]:
    others = _TERM_COLUMNS | {"note", "forms", "forbidden"}
    return [(name, cell) for name, cell in columns.items() if name and name not in others]


def _tag(tag: str, where: str) -> str:
    try:
        return tag if tag == EVERYWHERE else lang.canonical(tag)
    except UsageError as cause:
        raise SourceError(f"{tag!r} is not a language tag", where=where, todo="Name each column by its tag.") from cause


def _asked(term: Term, text: str) -> bool:
    """Tell whether a term of the glossary stands in a source text; one that stays as it is, only as it is."""
    return _stands(term.term, text) or (
        term.translation != term.term and any(_stands(one, text) for one in _more(term))
    )


def _more(term: Term) -> Iterator[str]:
    """Yield the regular plural and the possessives of a term in small letters: `new` must not be found in `news`."""
    word = term.term
    if len(word) < _SHORT or not word[-1].isalpha() or not word.islower():
        return
    ends_as_in_city = word.endswith("y") and word[-2] not in "aeiou"
    plural = f"{word[:-1]}ies" if ends_as_in_city else word + ("es" if word.endswith(_HISSING) else "s")
    for form in (word, plural):
        yield from (form, f"{form}'s", f"{form}’s")
    yield from (f"{plural}'", f"{plural}’")


def _stands(term: str, text: str) -> bool:
    """Tell whether a term stands in a text as a word; with capitals inside (`PC`), only so written."""
    exact = any(sign.isupper() for sign in term[1:])
    pattern = rf"(?<!\w){re.escape(term)}(?!\w)"
    return re.search(pattern, text, 0 if exact else re.IGNORECASE) is not None


def _inflected(term: str, text: str) -> bool:
    """Tell whether each word of the term, but for up to three letters at its end, begins a word of the text."""
    words = [word.strip(".,;:!?\"'“”«»()") for word in text.split()]
    return all(any(_begins(word, wanted) for word in words) for wanted in term.split())


def _begins(word: str, wanted: str) -> bool:
    return word.startswith(wanted[: max(4, len(wanted) - 3)]) if wanted.isalpha() else word == wanted


def _fold(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()
