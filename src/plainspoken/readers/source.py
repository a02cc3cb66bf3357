"""What a source is: an address, text, or a file; and whether it can be a page at all."""

from __future__ import annotations

from pathlib import Path

from plainspoken.errors import SourceError
from plainspoken.readers.fetch import LIMIT, Page, fetch

_SAVE = "Give the release's web page: save it from the browser as HTML."
_MAGIC = (
    (b"%PDF", "a PDF"),
    (b"PK\x03\x04", "a zip or Office file (docx, xlsx, odt)"),
    (b"\xd0\xcf\x11\xe0", "an old Office file (doc, xls)"),
    (b"{\\rtf", "an RTF file"),
    (b"\x89PNG", "a picture (PNG)"),
    (b"\xff\xd8\xff", "a picture (JPEG)"),
    (b"GIF8", "a picture (GIF)"),
    (b"RIFF", "a media file"),
    (b"ID3", "an audio file"),
    (b"OggS", "an audio file"),
    (b"\x1f\x8b", "a gzip file"),
    (b"7z\xbc\xaf", "a 7z file"),
    (b"\x7fELF", "a program"),
)
_BOMS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def open_source(source: str | bytes | Path | Page, *, url: str | None = None, allow_private: bool = False) -> Page:
    """Return the page that a source stands for.

    Args:
        source: an http(s) address, HTML as text (it has a `<`) or bytes, a file's path, or a page already fetched.
        url: the page's own address, where the source is not one.
        allow_private: whether an address that is not on the public internet may be fetched.

    Raises:
        SourceError: there is nothing to read, or it can't be a page.
        RemoteError: the address could not be fetched.
    """
    page = _opened(source, allow_private)
    label = page.url or (str(source) if isinstance(source, Path) else _short(source))
    _check(page.content, label)
    return Page(page.content, url or page.url, page.charset)


def _opened(source: str | bytes | Path | Page, allow_private: bool) -> Page:
    if isinstance(source, Page):
        return source
    if isinstance(source, bytes):
        return Page(source)
    if isinstance(source, Path):
        return Page(_file(source))
    if source.lstrip().lower().startswith(("http://", "https://")):
        return fetch(source.strip(), allow_private=allow_private)
    if "<" in source:
        return Page(source.encode("utf-8", "replace"), charset="utf-8")
    return Page(_file(Path(source)))


def _file(path: Path) -> bytes:
    where = str(path)
    try:
        if not where.strip() or where == ".":
            raise SourceError("no source is given", todo="Give a file, an http(s) address, or HTML.")
        if path.is_dir():
            raise SourceError("this is a folder", where=where, todo="Give the HTML file in it.")
        if path.stat().st_size > LIMIT:
            raise _too_large(where)
        return path.read_bytes()
    except FileNotFoundError as cause:
        raise SourceError("there is no such file", where=where, todo="Check the name.") from cause
    except (OSError, ValueError) as cause:
        reason = getattr(cause, "strerror", None) or str(cause)
        raise SourceError(f"the file can't be read ({reason})", where=_short(where), todo="Check the file.") from cause


def _check(content: bytes, where: str) -> None:
    if len(content) > LIMIT:
        raise _too_large(where)
    if not content.strip(b" \t\r\n\0\xef\xbb\xbf"):
        raise SourceError("the source is empty", where=where, todo=_SAVE)
    for magic, name in _MAGIC:
        if content.startswith(magic):
            raise SourceError(f"this is {name}, not a web page", where=where, todo=_SAVE)
    if _binary(content[:4096]):
        raise SourceError("this is binary data, not a web page", where=where, todo=_SAVE)


def _binary(head: bytes) -> bool:
    """Tell by NUL and control bytes, which no text has; UTF-16 has a NUL in every second place."""
    if head.startswith(_BOMS) or _wide(head):
        return False
    odd = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in head)
    return odd > len(head) // 50 + 1


def _wide(head: bytes) -> bool:
    return b"<\0" in head[:64] or b"\0<" in head[:64]


def _too_large(where: str) -> SourceError:
    return SourceError(
        f"the page has more than {LIMIT / 1e6:.0f} MB, too much for a press release",
        where=where,
        todo="Save its text as a smaller HTML page.",
    )


def _short(source: object) -> str:
    if isinstance(source, bytes) or not isinstance(source, str) or "<" in source:
        return "the page"
    return source if len(source) < 200 else f"{source[:60]}..."
