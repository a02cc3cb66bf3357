"""What an audio file says of itself, whatever form it has."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from babel.core import get_global

from plainspoken import lang as languages

# ISO 639-2, terminology codes, of the community languages; CLDR's aliases have the others.
_ALPHA3 = {
    "am": "amh", "ar": "ara", "bn": "ben", "cy": "cym", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "gu": "guj",
    "hi": "hin", "it": "ita", "ku": "kur", "lt": "lit", "pa": "pan", "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron",
    "so": "som", "sq": "sqi", "ta": "tam", "ti": "tir", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named stretch of a file, in seconds from its start."""

    title: str
    begins: float
    ends: float


@dataclass(frozen=True, slots=True)
class Tags:
    """What players show of a file.

    Attributes:
        title: what it is called.
        lang: the language spoken (BCP 47); players get its ISO 639-2 code.
        artist: who published it.
        album: what it is a part of.
        track: which part of how many.
        date: when, ISO 8601; the year, day and month are kept.
        chapters: what players may jump to.
        cover: a PNG or JPEG picture.
    """

    title: str
    lang: str
    artist: str = ""
    album: str = ""
    track: tuple[int, int] | None = None
    date: str | None = None
    chapters: tuple[Chapter, ...] = ()
    cover: bytes | None = None

    @property
    def ordered(self) -> tuple[Chapter, ...]:
        """The chapters in the order that they are heard in."""
        return tuple(sorted(self.chapters, key=lambda chapter: (chapter.begins, chapter.ends)))

    @property
    def day(self) -> str:
        """The date without its time, as far as it is known: `2026-02-10`, `2026`."""
        date = self.date or ""
        return date[:10] if date[4:5] == "-" and date[7:8] == "-" else date[:4]

    @property
    def cover_type(self) -> str:
        """The media type of the cover."""
        return "image/png" if (self.cover or b"").startswith(b"\x89PNG") else "image/jpeg"


def plain(text: str) -> str:
    """Return a text as one line that can be written anywhere: no control characters, no lone surrogates."""
    return " ".join(text.encode(errors="replace").decode().replace("\0", " ").split())


@lru_cache(maxsize=64)
def alpha3(tag: str) -> str:
    """Return the ISO 639-2 code of a language tag; `und` where there is none.

    >>> alpha3("ur"), alpha3("zh-Hant")
    ('urd', 'zho')
    """
    code = languages.primary(tag)
    if len(code) == 3 or code in _ALPHA3:
        return _ALPHA3.get(code, code)
    known = (long for long, short in get_global("language_aliases").items() if short == code and len(long) == 3)
    # Of "nld" and "dut", "ces" and "cze", the terminology code is the one that has the letters of "nl", "cs".
    return min(known, key=lambda long: (long[0] != code[0], code[1] not in long, long), default="und")
