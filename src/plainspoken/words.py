"""The words that a reader of a pack sees, in the reader's language, from the catalogues in `locales/`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from importlib.resources import files
from pathlib import Path

from babel.dates import format_date
from babel.messages.pofile import read_po
from babel.numbers import format_decimal, format_percent

from plainspoken import lang


@dataclass(frozen=True, slots=True)
class Words:
    """The pack's own words in one language.

    `spoken` is the language they are really in: the one asked for, or English where there is no catalogue. `domain` is
    the catalogue they are in: `plainspoken`, or `pictures` for what each picture shows.
    """

    tag: str
    spoken: str
    domain: str = "plainspoken"

    def __call__(self, message: str, **values: object) -> str:
        """Return the words for an English message of the catalogue, its `%(name)s` filled with `values`."""
        text = _catalogue(self.spoken, self.domain).get(message, message)
        if self.spoken == lang.PSEUDO:
            text = pseudo(message)
        return text % values if values else text

    def find(self, message: str) -> str | None:
        """Return the translation of a whole message; None where the catalogue has no such message."""
        return _catalogue(self.spoken, self.domain).get(message)

    def date(self, moment: str) -> str:
        """Return the day of an ISO 8601 moment, written as readers of the language write it."""
        tag = "en-GB" if self.tag == "en" else self.tag  # CLDR's plain `en` writes dates as in the USA
        return format_date(datetime.fromisoformat(moment), format="long", locale=lang.locale(tag))

    def number(self, value: float) -> str:
        """Return a number, written as readers of the language write it."""
        return format_decimal(value, locale=lang.locale(self.tag))

    def percent(self, value: float) -> str:
        """Return a share (0.5 is half) as a percentage, written as readers of the language write it."""
        return format_percent(value, locale=lang.locale(self.tag))

    def duration(self, seconds: float) -> str:
        """Return a length of time as minutes and whole seconds, `3:05`, as players show it, in the digits of clocks."""
        whole = int(seconds)
        return f"{whole // 60}:{whole % 60:02d}"


def words(tag: str, domain: str = "plainspoken") -> Words:
    """Return the words for a language; English ones where it has no catalogue.

    >>> words("es")("Listen")
    'Escuchar'
    >>> words("es", "pictures")("A spanner")
    'Una llave inglesa'
    """
    if tag == lang.PSEUDO:
        return Words(tag, tag, domain)
    have = catalogues()
    return Words(tag, next((candidate for candidate in lang.fallbacks(tag) if candidate in have), "en"), domain)


@lru_cache(maxsize=1)
def catalogues() -> tuple[str, ...]:
    """Return the languages that have a catalogue."""
    return tuple(sorted(folder.name for folder in locales().iterdir() if (folder / "LC_MESSAGES").is_dir()))


@lru_cache(maxsize=64)
def checked_by(tag: str) -> str:
    """Return which native speaker has checked a language's catalogue, as its header `X-Checked-By` says.

    The empty string means nobody has, or there is no catalogue.
    """
    path = locales() / tag / "LC_MESSAGES" / "plainspoken.po"
    header = path.read_text("utf-8").split("\n\n", 1)[0] if path.is_file() else ""
    found = re.search(r'^"X-Checked-By: *(.*?)(?:\\n)?"$', header, re.M)
    return found[1] if found else ""


def locales() -> Path:
    """Return the folder of catalogues: inside the installed package, or at the top of a checkout."""
    inside = Path(str(files("plainspoken"))) / "locales"
    return inside if inside.is_dir() else Path(__file__).parents[2] / "locales"


def pseudo(message: str) -> str:
    """Return an English message accented and lengthened by a third, its placeholders kept."""
    accents = str.maketrans("aeiouyAEIOUYcnsz", "áéíóúýÁÉÍÓÚÝçñšž")
    pieces = re.split(r"(%\(\w+\)s)", message)
    accented = "".join(piece if piece.startswith("%(") else piece.translate(accents) for piece in pieces)
    return f"[{accented}{'~' * (len(message) // 3)}]"


def missing(messages: Iterable[str], tag: str) -> tuple[str, ...]:
    """Return the messages that the language's own catalogue lacks."""
    return tuple(message for message in messages if message not in _catalogue(tag, "plainspoken"))


@lru_cache(maxsize=64)
def _catalogue(tag: str, domain: str) -> dict[str, str]:
    path = locales() / tag / "LC_MESSAGES" / f"{domain}.po"
    if not path.is_file():
        return {}
    with path.open("rb") as file:
        catalogue = read_po(file, locale=None)
    return {str(message.id): str(message.string) for message in catalogue if message.id and message.string}
