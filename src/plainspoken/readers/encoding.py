"""Bytes to text: what the page declares, unless its bytes say otherwise."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

_BOMS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)

# Labels that mean more than they say (WHATWG Encoding, 4.2); the others go by Python's own names.
_LABELS = {
    "iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "l1": "cp1252", "ascii": "cp1252",
    "us-ascii": "cp1252", "cp819": "cp1252", "x-cp1252": "cp1252", "iso-8859-9": "cp1254", "latin5": "cp1254",
    "tis-620": "cp874", "iso-8859-11": "cp874", "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030",
    "gb_2312-80": "gb18030", "shift_jis": "cp932", "x-sjis": "cp932", "sjis": "cp932", "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949", "big5": "big5hkscs", "x-x-big5": "big5hkscs", "unicode": "utf-16-le",
    "utf8": "utf-8", "unicode-1-1-utf-8": "utf-8", "x-mac-roman": "mac-roman", "macintosh": "mac-roman",
}  # fmt: skip
_FAMILIES = re.compile(
    r"utf-?8|utf-16(-?[lb]e)?|windows-\d{3,4}|cp\d{3,4}|iso-8859-\d{1,2}|koi8-[ru]|gb18030|big5hkscs|euc-jp|"
    r"iso-2022-jp|mac-roman"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the encoding it was read by, and why that had to be guessed (empty where it was not)."""

    text: str
    encoding: str
    guessed: str = ""


def decode(content: bytes, charset: str | None = None) -> Decoded:
    """Return the text of a page.

    A byte order mark decides; then the server's charset, then the page's own declaration, each only if the bytes
    agree: valid UTF-8 with characters beyond ASCII is UTF-8 whatever is declared, because other encodings don't look
    like it by chance. What is left is windows-1252, as browsers do.

    >>> decode("<p>caf\\u00e9".encode("cp1252")).encoding
    'cp1252'
    """
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, "replace"), encoding)
    declared = _codec(charset) or _codec(_declared(content))
    if declared and declared.startswith("utf-16") and (charset or b"<\0" in content[:64] or b"\0<" in content[:64]):
        return Decoded(content.decode(declared, "replace"), declared)
    if b"<\0" in content[:64] or b"\0<" in content[:64]:
        wide = "utf-16-le" if b"<\0" in content[:64] else "utf-16-be"
        return Decoded(content.decode(wide, "replace"), wide, "It is not declared; the bytes look like UTF-16.")
    return _narrow(content, declared)


def _narrow(content: bytes, declared: str | None) -> Decoded:
    if declared and declared.startswith("iso2022") and (text := _strict(content, declared)) is not None:
        return Decoded(text, declared)
    utf8 = _strict(content, "utf-8")
    if utf8 is not None:
        lies = declared not in (None, "utf-8", "utf-16-le", "utf-16-be") and not utf8.isascii()
        return Decoded(utf8, "utf-8", f"It declares {declared}, but it is UTF-8." if lies else "")
    if declared and declared != "utf-8" and (text := _strict(content, declared)) is not None:
        return Decoded(text, declared)
    return _guessed(content, declared)


def _guessed(content: bytes, declared: str | None) -> Decoded:
    """Read what nothing fits: damaged UTF-8 if most of it is right, windows-1252 if not."""
    says = f"It declares {declared}, which its bytes are not" if declared else "It declares none"
    damaged = content.decode("utf-8", "replace")
    wrong = damaged.count("\ufffd")
    right = sum(not char.isascii() for char in damaged) - wrong
    if right > 5 * wrong:
        return Decoded(damaged, "utf-8", f"{says}; read as UTF-8 with {wrong} damaged characters.")
    if declared and declared not in ("utf-8", "cp1252"):
        text = content.decode(declared, "replace")
        if text.count("\ufffd") * 50 < len(content) - len(content.translate(None, bytes(range(128, 256)))):
            return Decoded(text, declared, f"{says} everywhere; some characters are damaged.")
    return Decoded(content.decode("cp1252", "replace"), "cp1252", f"{says}; read as windows-1252.")


def _declared(content: bytes) -> str | None:
    head = content[:4096]
    found = _META.search(head) or _XML.search(head[:200])
    return found.group(1).decode("ascii", "replace") if found else None


def _codec(label: str | None) -> str | None:
    """Return Python's codec of a label; None for the unknown, and for what no page may use, such as UTF-7."""
    name = (label or "").strip().lower()
    name = _LABELS.get(name, name)
    if not _FAMILIES.fullmatch(name):
        return None
    try:
        return {"utf-16": "utf-16-le"}.get(codecs.lookup(name).name, codecs.lookup(name).name)
    except LookupError:
        return None


def _strict(content: bytes, encoding: str) -> str | None:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        return None
