"""Text that was once decoded wrongly and saved so (`donâ€™t`, `cafÃ©`), put right where that is sure."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape

# What a page must hold to be looked at: the commonest letters or signs in UTF-8, read by each encoding.
_MARKS = {
    "cp1252": ("Ã", "â€", "Â", "&Atilde;", "&acirc;&"),
    "cp1251": ("Р°", "Рѕ", "вЂ"),
    "cp1250": ("Ă", "Ĺ"),
    "mac-roman": ("‚Ä", "√"),
}
_ASCII = bytes(range(0x80))
_FEWEST = {"cp1252": 2, "cp1251": 4, "cp1250": 3, "mac-roman": 2}  # characters without one that is sure by itself
_PIECE = re.compile(r"[^<>\r\n]+")
_WORD = re.compile(r"[^ \t]+")
_ACCENTED = re.compile("[^\\W\\d_a-zA-Z]")
_NAMED = re.compile(r"&(?!lt;|gt;|amp;|quot;|apos;|#)[A-Za-z]{2,8};")
_SURE = re.compile("â€[\x80-\x9f\u0152-\u0178\u02c6-\u2122¡-¿]|(?<![^\\W\\d_])Â[\u00a0£©®°§·¡¿]|ï»¿|ï¿½")
_LEADING = "âÂï\ufffdÃ"  # what each of these begins with
_LEFT = re.compile(f"{_SURE.pattern}|\ufffd|Ã[\u00a1-\u00bf\u0192\u2021\u2030\u2039]")


@dataclass(frozen=True, slots=True)
class Mended:
    """A text, and how many of its characters were put right."""

    text: str
    count: int = 0


def mend(text: str) -> Mended:
    """Return a text with its twice-encoded pieces decoded.

    A piece of text is changed only if all of it, or else most of its words beyond ASCII, go back to bytes of the
    encoding that garbled them, and these bytes are UTF-8; right text hardly ever does that. It also takes several such
    characters on the page, or one that no language writes.

    >>> mend("It doesnâ€™t open, says the cafÃ©.").text
    'It doesn’t open, says the café.'
    >>> mend("Hoje não, “AMANHÃ”").text
    'Hoje não, “AMANHÃ”'
    """
    signs = text.encode("utf-8", "ignore").translate(None, _ASCII).decode()  # far shorter than the page
    for codec, marks in _MARKS.items():
        if any(mark in (text if mark.isascii() else signs) for mark in marks):
            mended = _mended(text, codec, marks)
            if mended.count:
                again = mend(mended.text)  # some text went through it twice
                return Mended(again.text, mended.count)
    return Mended(text)


def garbled(text: str) -> str:
    """Return the first characters of a text that only a wrong encoding makes; empty if there are none.

    >>> garbled("The caf\\ufffd is open"), garbled("The café is open")
    ('\ufffd', '')
    """
    found = _LEFT.search(text) if any(sign in text for sign in _LEADING) else None
    return found.group() if found else ""


def _mended(text: str, codec: str, marks: tuple[str, ...]) -> Mended:
    total = 0

    def put_right(found: re.Match[str]) -> str:
        nonlocal total
        piece = found.group()
        if not any(mark in piece for mark in marks):
            return piece
        right = _piece(piece, codec)
        total += right.count
        return right.text

    made = _PIECE.sub(put_right, text)
    sure = total >= _FEWEST[codec] or (total and codec == "cp1252" and bool(_SURE.search(text)))
    return Mended(made, total) if sure else Mended(text)


def _piece(piece: str, codec: str) -> Mended:
    plain = _NAMED.sub(lambda found: unescape(found.group()), piece)
    whole = _decoded(plain, codec)
    if whole is not None:
        return Mended(whole, _beyond(whole)) if whole != plain else Mended(piece)
    if codec != "cp1252":
        return Mended(piece)
    words = [
        (word.group(), _decoded(word.group(), codec)) for word in _WORD.finditer(plain) if not word.group().isascii()
    ]
    right = {word: good for word, good in words if good is not None and good != word}
    others = sum(good is None and bool(_ACCENTED.search(word)) and not _SURE.search(word) for word, good in words)
    made = _WORD.sub(lambda found: right.get(found.group(), found.group()), plain) if len(right) > others else plain
    made = _SURE.sub(lambda found: _decoded(found.group(), codec) or found.group(), made)
    return Mended(made, max(1, sum(map(_beyond, right.values())))) if made != plain else Mended(piece)


def _beyond(text: str) -> int:
    """Return how many characters are beyond ASCII."""
    return sum(not char.isascii() for char in text)


def _decoded(text: str, codec: str) -> str | None:
    """Return the text that bytes of UTF-8 were before an encoding read them; None if they can't have been."""
    try:
        return _bytes(text, codec).decode()
    except UnicodeError:
        return None


def _bytes(text: str, codec: str) -> bytes:
    """Return the bytes of a text; the five that windows-1252 lacks are controls, as browsers read them."""
    try:
        return text.encode(codec)
    except UnicodeEncodeError:
        return b"".join(bytes((ord(char),)) if "\x80" <= char < "\xa0" else char.encode(codec) for char in text)
