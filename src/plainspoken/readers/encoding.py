"""Bytes to text: what the page declares, unless its bytes say otherwise."""

from __future__ import annotations

import codecs
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from plainspoken.findings import Finding, finding
from plainspoken.readers import legible, mojibake

_BOMS = (
    (b"\xef\xbb\xbf", "utf-8"),
    (b"\xff\xfe\0\0", "utf-32-le"),
    (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_META = re.compile(rb"""<meta[^>]{0,400}?charset\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_XML = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,40})""", re.I)
_LANG = re.compile(rb"""<(?:html|body)\b[^>]{0,400}?\blang\s*=\s*["']?([A-Za-z]{2,3})\b""", re.I)

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
    r"utf-?8|utf-16(-?[lb]e)?|utf-32(-?[lb]e)?|windows-\d{3,4}|cp\d{3,4}|iso-8859-\d{1,2}|koi8-[ru]|gb18030|big5hkscs|"
    r"euc-jp|iso-2022-jp|mac-roman"
)
_STRAY = re.compile("[\udc80-\udcff]+")  # what `surrogateescape` makes of bytes that are no UTF-8
_CLEARLY = 0.3  # by how much another reading must look better than the declared one
_CERTAIN = 1.3  # all of it letters of one language, and many of its commonest words
_READABLE = 0.8  # from which a reading looks like a language


@dataclass(frozen=True, slots=True)
class Decoded:
    """A page's text, the encoding it was read by, why that had to be guessed, and how many characters were mended.

    `guessed` is empty where nothing was guessed.
    """

    text: str
    encoding: str
    guessed: str = ""
    mended: int = 0


def decode(content: bytes, charset: str | None = None) -> Decoded:
    """Return the text of a page.

    A byte order mark decides; then the server's charset, then the page's own declaration, each only if the bytes
    agree: valid UTF-8 with characters beyond ASCII is UTF-8 whatever is declared, because other encodings don't look
    like it by chance, and where another encoding makes a language of what the declared one makes nonsense, it is read.
    What is left is windows-1252, as browsers do. Text that was saved in a wrong encoding before is mended.

    >>> decode("<p>caf\\u00e9".encode("cp1252")).encoding
    'cp1252'
    """
    found = _decode(content, charset)
    text = found.text.replace("\ufeff", "") if "\ufeff" in found.text else found.text
    if text.isascii() and "&Atilde;" not in text and "&acirc;&" not in text:
        return replace(found, text=text)
    mended = mojibake.mend(text)
    return replace(found, text=mended.text, mended=mended.count)


def findings(decoded: Decoded) -> tuple[Finding, ...]:
    """Return what a person should know of how a text was read."""
    guessed = (finding("encoding-guessed", detail=decoded.guessed),) if decoded.guessed else ()
    count = f"It was {decoded.mended} characters." if decoded.mended > 1 else "It was one character."
    return (*guessed, *((finding("encoding-mended", detail=count),) if decoded.mended else ()))


def wide(head: bytes) -> str:
    """Return the UTF-16 or UTF-32 that bytes without a mark look like; empty if they don't.

    >>> wide("<p>".encode("utf-16-be")), wide("<p>".encode("utf-32-le")), wide(b"<p>")
    ('utf-16-be', 'utf-32-le', '')
    """
    head = head[: min(4096, len(head) - len(head) % 4)] if len(head) > 7 else head
    if head.count(0) * 5 < len(head) or not head:
        return ""
    share = [head[at::4].count(0) * 4 / len(head) for at in range(4)]
    if share[2] > 0.9 and share[3] > 0.9:
        return "utf-32-le"
    if share[0] > 0.9 and share[1] > 0.9:
        return "utf-32-be"
    even, odd = share[0] + share[2], share[1] + share[3]
    name = "utf-16-le" if odd > 3 * even else "utf-16-be" if even > 3 * odd else ""
    words = head.decode(name, "replace") if name else ""
    return name if sum(char.isprintable() or char.isspace() for char in words) > 0.95 * len(words) else ""


def _decode(content: bytes, charset: str | None) -> Decoded:
    for mark, encoding in _BOMS:
        if content.startswith(mark):
            return Decoded(content[len(mark) :].decode(encoding, "replace"), encoding)
    declared = list(dict.fromkeys(codec for codec in (_codec(charset), _codec(_declared(content))) if codec))
    if b"\0" in content[:64] and (looks := wide(content[:4096])):
        says = "" if any(name.startswith(looks[:6]) for name in declared) else _unsaid(looks)
        return Decoded(content.decode(looks, "replace"), looks, says)
    return _narrow(content, [name for name in declared if not name.startswith(("utf-16", "utf-32"))])


def _unsaid(encoding: str) -> str:
    return f"It is not declared; the bytes look like {encoding[:6].upper()}."


def _narrow(content: bytes, declared: Sequence[str]) -> Decoded:
    for name in declared:
        if name.startswith("iso2022") and (text := _strict(content, name)) is not None:
            return Decoded(text, name)
    utf8 = _strict(content, "utf-8")
    if utf8 is not None:
        lies = bool(declared) and declared[0] != "utf-8" and not utf8.isascii()
        return Decoded(utf8, "utf-8", f"It declares {_label(declared[0])}, but it is UTF-8." if lies else "")
    said = [name for name in declared if name != "utf-8"]
    fitting = [(name, text) for name in said if (text := _strict(content, name)) is not None]
    return _weighed(content, fitting) if fitting else _guessed(content, declared)


def _weighed(content: bytes, fitting: list[tuple[str, str]]) -> Decoded:
    """Read what fits its declaration by it, unless that makes no language and something else does."""
    sample, lang = legible.sample(content), _lang(content)
    said = [legible.read(sample, name, lang) for name, _ in fitting]
    first = said[0]
    clearest = max(said, key=lambda one: one.score)
    chosen = clearest if clearest.score > first.score + _CLEARLY / 2 else first
    text = dict(fitting)[chosen.encoding]
    lie = f"It declares {_label(first.encoding)} and {_label(chosen.encoding)}; read as the second."
    if not chosen.lang or chosen.score >= _CERTAIN:
        return Decoded(text, chosen.encoding, "" if chosen is first else lie)
    other = legible.best(sample, lang)[0]
    read = content.decode(other.encoding, "replace")
    if other.score < max(_READABLE, chosen.score + _CLEARLY) or read == text:
        return Decoded(text, chosen.encoding, "" if chosen is first else lie)
    why = f"It declares {_label(first.encoding)}, which makes no words; read as {_label(other.encoding)}."
    return Decoded(read, other.encoding, why)


def _guessed(content: bytes, declared: Sequence[str]) -> Decoded:
    """Read what nothing fits: damaged UTF-8 if most of it is right, the encoding that makes most sense if not."""
    says = f"It declares {_label(declared[0])}, which its bytes are not" if declared else "It declares none"
    damaged = content.decode("utf-8", "replace")
    wrong = damaged.count("\ufffd")
    right = sum(not char.isascii() for char in damaged) - wrong
    if right > 5 * wrong:
        text = _patched(content)
        return Decoded(text, "utf-8", f"{says}; read as UTF-8 with {wrong} damaged characters.")
    sample, lang = legible.sample(content), _lang(content)
    best = legible.best(sample, lang, tuple(declared))[0]
    known = next((one for name in declared if (one := legible.read(sample, name, lang)).lang), best)
    if known.score >= best.score - _CLEARLY and known.score > 0.5:
        best = known
    name = best.encoding if best.score > 0.5 else "cp1252"
    sure = "" if best.score >= _READABLE else "; it may be nonsense"
    return Decoded(content.decode(name, "replace"), name, f"{says}; read as {_label(name)}{sure}.")


def _patched(content: bytes) -> str:
    """Return damaged UTF-8 with its single stray bytes read as windows-1252, which is what most often slips in."""

    def read(found: re.Match[str]) -> str:
        bad = bytes(ord(char) - 0xDC00 for char in found.group())
        return bad.decode("cp1252", "replace") if len(bad) == 1 else "\ufffd"

    return _STRAY.sub(read, content.decode("utf-8", "surrogateescape"))


def _label(name: str) -> str:
    """Return an encoding's name as pages write it (WHATWG Encoding, 4.2)."""
    known = {"cp932": "Shift_JIS", "cp949": "EUC-KR", "big5hkscs": "Big5", "cp874": "windows-874"}
    return known.get(name) or re.sub(r"^cp(125\d)$", r"windows-\1", re.sub(r"^iso8859", "ISO-8859", name))


def _lang(content: bytes) -> str:
    found = _LANG.search(content[:4096])
    return found.group(1).decode() if found else ""


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
