"""What a source is: an address, text, or a file; and which reader makes a page of it."""

from __future__ import annotations

from pathlib import Path

from plainspoken.errors import SourceError
from plainspoken.readers import encoding, formats
from plainspoken.readers.fetch import LIMIT, Page, fetch


def open_source(source: str | bytes | Path | Page, *, url: str | None = None, allow_private: bool = False) -> Page:
    """Return the page that a source stands for; a document that is none becomes one.

    Args:
        source: an http(s) address, the text of a document (it has a `<` or several lines) or its bytes, a file's path,
            or a page already fetched. HTML, Markdown, plain text, e-mail and Word files are read.
        url: the page's own address, where the source is not one.
        allow_private: whether an address that is not on the public internet may be fetched.

    Raises:
        SourceError: there is nothing to read, or no reader reads it.
        EngineError: reading this format needs a library that is not installed.
        RemoteError: the address could not be fetched.
    """
    page = _opened(source, allow_private)
    label = page.url or (str(source) if isinstance(source, Path) else _short(source))
    if len(page.content) > LIMIT:
        raise _too_large(label)
    formats.refuse_other(page.content, label)
    read = _as_page(page, _name(source), label)
    return Page(read.content, url or page.url, read.charset, read.findings)


def _as_page(page: Page, name: str, where: str) -> Page:
    """Let the reader of a document's format make a page of it."""
    from plainspoken.readers import docx, mail, markdown, text

    kind = formats.of_bytes(page.content)
    if kind == "docx":
        return Page(docx.read(page.content, where), charset="utf-8")
    if kind == "mail":
        return mail.read(page.content, where)
    decoded = encoding.decode(page.content, page.charset)
    kind = formats.of_text(decoded.text, name)
    if kind == "html":
        return page
    made = markdown.read(decoded.text) if kind == "markdown" else text.read(decoded.text)
    return Page(made, charset="utf-8", findings=encoding.findings(decoded))


def _name(source: object) -> str:
    if isinstance(source, Path):
        return source.name
    return source if isinstance(source, str) and "\n" not in source and len(source) < 300 else ""


def _opened(source: str | bytes | Path | Page, allow_private: bool) -> Page:
    if isinstance(source, Page):
        return source
    if isinstance(source, bytes):
        return Page(source)
    if isinstance(source, Path):
        return Page(_file(source))
    if source.lstrip().lower().startswith(("http://", "https://")):
        return fetch(source.strip(), allow_private=allow_private)
    if "<" in source or "\n" in source.strip():
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
