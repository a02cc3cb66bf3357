"""ID3v2.3: the tag before an MP3 stream, with chapters in order and a cover."""

from __future__ import annotations

import struct
from collections.abc import Sequence

from plainspoken.writers.tags import Chapter, Tags, alpha3, plain

_TOP, _ORDERED = 2, 1  # flags of CTOC
_NO_OFFSET = 0xFFFFFFFF  # CHAP: the times count, not byte offsets
FRONT_COVER = 3  # APIC picture type


def tag(tags: Tags) -> bytes:
    """Return a tag; the same values give the same bytes."""
    ordered = tags.ordered
    frames = [_text("TIT2", tags.title), _text("TLAN", alpha3(tags.lang))]
    frames += [_text("TPE1", tags.artist)] if tags.artist else []
    frames += [_text("TALB", tags.album)] if tags.album else []
    frames += [_text("TRCK", f"{tags.track[0]}/{tags.track[1]}")] if tags.track else []
    frames += _date_frames(tags.day) if tags.day else []
    frames += [_contents(ordered), *(_chapter(number, each) for number, each in enumerate(ordered))] if ordered else []
    frames += [_cover(tags.cover, tags.cover_type)] if tags.cover else []
    body = b"".join(frames)
    return b"ID3\x03\x00\x00" + _size(len(body)) + body


def _date_frames(day: str) -> list[bytes]:
    year, _, rest = day.partition("-")
    return [_text("TYER", year)] + ([_text("TDAT", rest[3:] + rest[:2])] if rest else [])


def _contents(ordered: Sequence[Chapter]) -> bytes:
    """The table of contents: players list chapters in its order, those that pass it over in the order of the frames."""
    entries = b"".join(_element(number) for number in range(len(ordered)))
    return _frame("CTOC", b"toc\0" + bytes([_TOP | _ORDERED, min(len(ordered), 255)]) + entries)


def _chapter(number: int, chapter: Chapter) -> bytes:
    times = struct.pack(">4I", round(chapter.begins * 1000), round(chapter.ends * 1000), _NO_OFFSET, _NO_OFFSET)
    return _frame("CHAP", _element(number) + times + _text("TIT2", chapter.title))


def _element(number: int) -> bytes:
    return f"c{number:03d}".encode() + b"\0"


def _cover(picture: bytes, mime: str) -> bytes:
    return _frame("APIC", b"\0" + mime.encode() + b"\0" + bytes([FRONT_COVER]) + b"\0" + picture)


def _text(name: str, text: str) -> bytes:
    """A text frame in UTF-16 with a mark of its byte order, the one encoding of ID3v2.3 that has all scripts."""
    return _frame(name, b"\x01\xff\xfe" + plain(text).encode("utf-16-le") + b"\0\0")


def _frame(name: str, body: bytes) -> bytes:
    return name.encode() + struct.pack(">I", len(body)) + b"\0\0" + body


def _size(length: int) -> bytes:
    """The length of a tag, seven bits a byte (ID3v2.3.0, 3.1)."""
    return bytes(length >> shift & 0x7F for shift in (21, 14, 7, 0))
