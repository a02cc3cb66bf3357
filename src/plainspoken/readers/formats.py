"""What kind of document some bytes are, told by themselves first and by their name only where they leave it open."""

from __future__ import annotations

import io
import json
import re
import zipfile
from pathlib import PurePath
from typing import Literal

from plainspoken.errors import SourceError
from plainspoken.readers import encoding

Format = Literal["html", "markdown", "text", "mail", "docx"]

_SAVE = "Give the release's web page: save it from the browser as HTML."
_WORD = "Open it in its program and save it as .docx, or give the release's web page."
_COPY = "Give the release's web page, or copy its words into a .txt file."
_MAGIC = (
    (b"%PDF", "a PDF", _COPY),
    (b"\xd0\xcf\x11\xe0", "an old Office file (doc, xls, msg) or one locked by a password", _WORD),
    (b"{\\rtf", "an RTF file", _WORD),
    (b"\x89PNG", "a picture (PNG)", _COPY),
    (b"\xff\xd8\xff", "a picture (JPEG)", _COPY),
    (b"GIF8", "a picture (GIF)", _COPY),
    (b"RIFF", "a media file", _COPY),
    (b"ID3", "an audio file", _COPY),
    (b"OggS", "an audio file", _COPY),
    (b"\x1f\x8b", "a gzip file", "Unpack it and give the release in it."),
    (b"7z\xbc\xaf", "a 7z file", "Unpack it and give the release in it."),
    (b"\x7fELF", "a program", _SAVE),
)
_ZIPPED = (
    (re.compile(r"word/"), "a damaged or macro Word file", _WORD),
    (re.compile(r"xl/"), "an Excel workbook (xlsx)", _WORD),
    (re.compile(r"ppt/"), "a PowerPoint file (pptx)", _WORD),
    (re.compile(r"Index/|Index\.zip|index\.(xml|apxl)$"), "an Apple Pages file (pages)", _WORD),
    (re.compile(r"META-INF/container\.xml"), "an e-book (epub)", _COPY),
    (re.compile(r"META-INF/manifest\.xml|content\.xml$"), "an OpenDocument file (odt)", _WORD),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff", b"\0\0\xfe\xff")
_ENTRIES = 5000  # files in an archive; a release as docx has 20

# RFC 5322, 3.6: a message opens with fields; these tell it from prose with a colon.
_FIELDS = re.compile(rb"\A(?:From .*\r?\n|>From .*\r?\n)?(?:(?:[!-9;-~]{1,60}:.*|[ \t].*)\r?\n){2,}\r?\n", re.M)
_KNOWN = re.compile(
    rb"^(from|to|date|subject|mime-version|received|message-id|return-path|content-type|delivered-to):", re.I | re.M
)
_BLOCK = re.compile(
    r"</?(html|head|body|p|div|h[1-6]|main|article|section|table|ul|ol|frameset|rss|feed|svg|form|title)(?=[\s/>])",
    re.I,
)
_SIGNS = (
    re.compile(r"^#{1,6} +\S", re.M),
    re.compile(r"!?\[[^\]\n]{1,200}\]\((https?:|/|mailto:|tel:|[\w.-]+/)[^)\s]*[^)\n]*\)"),
    re.compile(r"(?<![*\w])\*\*[^*\s][^*\n]{0,200}\*\*(?!\*)"),
    re.compile(r"^\|?( *:?-{3,}:? *\|)+", re.M),
    re.compile(r"\A(---|\+\+\+)[ \t]*\n(?s:.*?)\n(\1|\.\.\.)[ \t]*$", re.M),
    re.compile(r"^> +\S", re.M),
)
_MARKDOWN = (".md", ".markdown", ".mdown", ".mkd")


def refuse_other(content: bytes, where: str) -> None:
    """Refuse what no reader reads.

    Raises:
        SourceError: it says what the bytes are and what to do.
    """
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise SourceError("the source is empty", where=where, todo=_SAVE)
    for magic, name, todo in _MAGIC:
        if content.startswith(magic):
            raise SourceError(f"this is {name}, not a web page", where=where, todo=todo)
    if content.startswith(b"PK\x03\x04"):
        _refuse_archive(content, where)
    elif _binary(content[:4096]):
        raise SourceError("this is binary data, not a web page", where=where, todo=_SAVE)


def of_bytes(content: bytes) -> Format | None:
    """Return the format that bytes alone tell; None where their text has to be looked at."""
    if content.startswith(b"PK\x03\x04"):
        return "docx"
    return "mail" if is_mail(content) else None


def of_text(text: str, name: str = "") -> Format:
    """Return the format of a text: HTML by its tags, Markdown by its signs.

    Args:
        text: the source, decoded.
        name: what its file is called; it decides only between Markdown and plain text.

    >>> of_text("<p>Hello"), of_text("# Hello"), of_text("Hello"), of_text("Hello", "hello.md")
    ('html', 'markdown', 'text', 'markdown')
    """
    start = text.lstrip("\ufeff \t\r\n")
    if start.startswith("<") or _is_json(start):
        return "html"
    named = PurePath(name).suffix.lower() in _MARKDOWN
    signs = sum(bool(sign.search(text[:200_000])) for sign in _SIGNS)
    if named or signs > 1 or (signs and not _BLOCK.search(text) and _SIGNS[0].match(start)):
        return "markdown"
    return "html" if _BLOCK.search(text) else "markdown" if signs and not name else "text"


def is_mail(content: bytes) -> bool:
    """Tell whether bytes are a message: a block of fields, two of them known ones, then an empty line."""
    head = _FIELDS.match(content[:65_536].lstrip(b"\xef\xbb\xbf\r\n"))
    return bool(head) and len({name.lower() for name in _KNOWN.findall(head.group() if head else b"")}) > 1


def _refuse_archive(content: bytes, where: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [entry.filename for entry in archive.infolist()[:_ENTRIES]]
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError) as cause:
        raise SourceError("this is a damaged zip or Office file", where=where, todo=_WORD) from cause
    if "word/document.xml" in names or ("[Content_Types].xml" in names and any(map(_is_document, names))):
        return
    for pattern, name, todo in _ZIPPED:
        if any(pattern.match(entry) for entry in names):
            raise SourceError(f"this is {name}", where=where, todo=todo)
    raise SourceError("this is a zip file", where=where, todo="Unpack it and give the release in it.")


def _is_document(name: str) -> bool:
    return bool(re.fullmatch(r"word/document\d*\.xml", name))


def _binary(head: bytes) -> bool:
    """Tell by NUL and control bytes, which no text has; UTF-16 has a NUL in every second place."""
    if head.startswith(_BOMS) or encoding.wide(head):
        return False
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return odd > len(head) // 50 + 1


def _is_json(start: str) -> bool:
    if not start.startswith(("{", "[")):
        return False
    try:
        json.loads(start)
    except (ValueError, RecursionError):
        return bool(re.match(r"[\[{]\s*[\"\[{]", start))
    return True
