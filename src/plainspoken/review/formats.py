"""The formats of a sheet: how each is written, and which one a file that came back is in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from plainspoken.errors import SourceError
from plainspoken.review import po, xliff1, xliff2
from plainspoken.review.returned import Returned
from plainspoken.review.sheet import Sheet

_LARGEST = 100_000_000  # bytes
WRITERS: dict[str, tuple[str, Callable[[Sheet], bytes]]] = {
    "xliff": ("xlf", xliff2.serialize),
    "xliff1": ("1.2.xlf", xliff1.serialize),
    "po": ("po", po.serialize),
}


def read(path: Path) -> Returned:
    """Return what came back in a file: XLIFF 1.2 or 2.x, or PO, known by what is in it.

    Entities are not expanded and nothing is fetched.

    Raises:
        SourceError: the file can't be read, or is none of these.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise SourceError("this file is too large", where=str(path), todo="Give the file as it went out.")
        content = path.read_bytes()
    except OSError as cause:
        raise SourceError(f"this file can't be read ({cause.strerror})", where=str(path)) from cause
    back = _parsed(content, path)
    if not back.units:
        raise SourceError("this file has no sentence", where=str(path), todo="Give the file as it went out.")
    return back


def _parsed(content: bytes, path: Path) -> Returned:
    if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return _xliff(content, path)
    if b"msgid" in content:
        return po.parse(content, str(path))
    raise _unknown(path)


def _xliff(content: bytes, path: Path) -> Returned:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except etree.XMLSyntaxError as cause:
        raise SourceError(f"this is not XML ({cause.msg})", where=str(path)) from cause
    if root.tag == f"{{{xliff1.NAMESPACE}}}xliff":
        return xliff1.parse(root)
    if root.tag == f"{{{xliff2.CORE}}}xliff":
        return xliff2.parse(root)
    raise _unknown(path)


def _unknown(path: Path) -> SourceError:
    return SourceError(
        "this is no file that a translation comes back in",
        where=str(path),
        todo="Give XLIFF (1.2 or 2.0) or PO, as `plainspoken review export` writes it.",
    )
