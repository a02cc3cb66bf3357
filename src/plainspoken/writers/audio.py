"""Audio files for players: MP3 with an ID3 tag that carries title, language, date, chapters and a cover."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from babel.core import get_global

from plainspoken import lang as languages
from plainspoken.model import Release
from plainspoken.narration import Clip, Narration

# ISO 639-2, terminology codes, of the community languages; CLDR's aliases have the others.
_ALPHA3 = {
    "am": "amh", "ar": "ara", "bn": "ben", "cy": "cym", "en": "eng", "es": "spa", "fa": "fas", "fr": "fra", "gu": "guj",
    "hi": "hin", "it": "ita", "ku": "kur", "lt": "lit", "pa": "pan", "pl": "pol", "ps": "pus", "pt": "por", "ro": "ron",
    "so": "som", "sq": "sqi", "ta": "tam", "ti": "tir", "tr": "tur", "uk": "ukr", "ur": "urd", "vi": "vie", "zh": "zho",
}  # fmt: skip
_TOP, _ORDERED = 2, 1  # flags of CTOC
_NO_OFFSET = 0xFFFFFFFF  # CHAP: the times count, not byte offsets
_FRONT_COVER = 3  # APIC picture type


@dataclass(frozen=True, slots=True)
class Chapter:
    """A named stretch of a file, in seconds from its start."""

    title: str
    begins: float
    ends: float


def whole(release: Release, narration: Narration, cover: bytes | None = None) -> bytes:
    """Return the file of an edition's whole narration, with a chapter for each section."""
    stops = [Chapter(clip.title, clip.begins, clip.ends) for clip in narration.clips]
    return tagged(
        narration.audio, title=release.headline or "", lang=narration.lang, artist=release.publisher or "",
        date=release.published, chapters=stops, cover=cover,
    )  # fmt: skip


def part(release: Release, narration: Narration, clip: Clip, cover: bytes | None = None) -> bytes:
    """Return the file of one section of a narration: a track of the release."""
    return tagged(
        clip.audio, title=clip.title, lang=narration.lang, artist=release.publisher or "", date=release.published,
        album=release.headline or "", track=(narration.clips.index(clip) + 1, len(narration.clips)), cover=cover,
    )  # fmt: skip


def tagged(
    audio: bytes,
    *,
    title: str,
    lang: str,
    artist: str = "",
    album: str = "",
    track: tuple[int, int] | None = None,
    date: str | None = None,
    chapters: Sequence[Chapter] = (),
    cover: bytes | None = None,
) -> bytes:
    """Return an MP3 stream with an ID3v2.3 tag before it; the same values give the same bytes.

    Args:
        audio: the stream, without a tag.
        title: what it is called.
        lang: the language spoken (BCP 47); players get its ISO 639-2 code.
        artist: who published it.
        album: what it is a part of.
        track: which part of how many.
        date: when, ISO 8601; the year, day and month are kept.
        chapters: what players may jump to.
        cover: a PNG or JPEG picture.
    """
    ordered = sorted(chapters, key=lambda chapter: (chapter.begins, chapter.ends))
    frames = [_text("TIT2", title), _text("TLAN", alpha3(lang))]
    frames += [_text("TPE1", artist)] if artist else []
    frames += [_text("TALB", album)] if album else []
    frames += [_text("TRCK", f"{track[0]}/{track[1]}")] if track else []
    frames += _date_frames(date) if date else []
    frames += [_contents(ordered), *(_chapter(number, each) for number, each in enumerate(ordered))] if ordered else []
    frames += [_cover(cover)] if cover else []
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + _size(len(body)) + body + audio


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


def _date_frames(date: str) -> list[bytes]:
    year, month, day = date[:10].split("-") if date[4:5] == "-" and date[7:8] == "-" else (date[:4], "", "")
    return [_text("TYER", year)] + ([_text("TDAT", day + month)] if month else [])


def _contents(ordered: Sequence[Chapter]) -> bytes:
    """The table of contents: players list chapters in its order, those that pass it over in the order of the frames."""
    entries = b"".join(_element(number) for number in range(len(ordered)))
    return _frame("CTOC", b"toc\0" + bytes([_TOP | _ORDERED, min(len(ordered), 255)]) + entries)


def _chapter(number: int, chapter: Chapter) -> bytes:
    times = struct.pack(">4I", round(chapter.begins * 1000), round(chapter.ends * 1000), _NO_OFFSET, _NO_OFFSET)
    return _frame("CHAP", _element(number) + times + _text("TIT2", chapter.title))


def _element(number: int) -> bytes:
    return f"c{number:03d}".encode() + b"\0"


def _cover(picture: bytes) -> bytes:
    mime = b"image/png" if picture.startswith(b"\x89PNG") else b"image/jpeg"
    return _frame("APIC", b"\0" + mime + b"\0" + bytes([_FRONT_COVER]) + b"\0" + picture)


def _text(name: str, text: str) -> bytes:
    """A text frame in UTF-16 with a mark of its byte order, the one encoding of ID3v2.3 that has all scripts."""
    clean = " ".join(text.encode(errors="replace").decode().replace("\0", " ").split())
    return _frame(name, b"\x01\xff\xfe" + clean.encode("utf-16-le") + b"\0\0")


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + struct.pack(">I", len(body)) + b"\0\0" + body


def _size(length: int) -> bytes:
    """The length of a tag, seven bits a byte (ID3v2.3.0, 3.1)."""
    return bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))
