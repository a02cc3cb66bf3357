"""Bytes to text: declared, missing and lying encodings."""

from __future__ import annotations

import pytest

from plainspoken.readers.encoding import decode
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read

WORDS = "<p>Café “Zürich” – £40</p>"
META = '<meta charset="{}">'


@pytest.mark.parametrize(
    ("content", "charset", "encoding", "guessed"),
    [
        (WORDS.encode(), None, "utf-8", False),
        (b"\xef\xbb\xbf" + WORDS.encode(), "windows-1252", "utf-8", False),
        (WORDS.encode("utf-16"), None, "utf-16-le", False),
        (WORDS.encode("utf-16-le"), None, "utf-16-le", True),
        (WORDS.encode("cp1252"), None, "cp1252", True),
        (WORDS.encode("cp1252"), "ISO-8859-1", "cp1252", False),
        ((META.format("iso-8859-1") + WORDS).encode("cp1252"), None, "cp1252", False),
        ((META.format("utf-8") + WORDS).encode("cp1252"), None, "cp1252", True),
        ((META.format("windows-1252") + WORDS).encode(), None, "utf-8", True),
        ((META.format("utf-7") + WORDS).encode(), None, "utf-8", False),
        ((META.format("no-such") + WORDS).encode(), None, "utf-8", False),
        ((META.format("utf-16") + WORDS).encode(), None, "utf-8", False),
    ],
)
def test_western(content: bytes, charset: str | None, encoding: str, guessed: bool) -> None:
    """The words come out right whatever is declared; a guess is told as one."""
    decoded = decode(content, charset)
    assert WORDS in decoded.text
    assert (decoded.encoding, bool(decoded.guessed)) == (encoding, guessed)


@pytest.mark.parametrize(
    ("words", "label"),
    [
        ("<p>الجسر مغلق بسبب الفيضان</p>", "windows-1256"),
        ("<p>大桥因洪水关闭</p>", "gb2312"),
        ("<p>橋は洪水のため閉鎖</p>", "shift_jis"),
        ("<p>橋は洪水のため閉鎖</p>", "iso-2022-jp"),
        ("<p>다리가 폐쇄되었습니다</p>", "euc-kr"),
        ("<p>Мост закрыт</p>", "koi8-r"),
        ("<p>Köprü kapalı</p>", "iso-8859-9"),
        ("<p>Most zamknięty</p>", "iso-8859-2"),
    ],
)
def test_declared_encodings_are_honoured(words: str, label: str) -> None:
    """An encoding that the page declares, and its bytes fit, is used."""
    codec = {"gb2312": "gb18030"}.get(label, label)
    decoded = decode((META.format(label) + words).encode(codec))
    assert words in decoded.text
    assert decoded.guessed == ""


def test_damaged_utf8_stays_utf8() -> None:
    """One broken character doesn't turn all the others into nonsense."""
    decoded = decode("<p>naïve café über Zürich façade señor</p>".encode() + b"\xff")
    assert "naïve café über Zürich" in decoded.text
    assert decoded.guessed


def test_guess_is_a_finding() -> None:
    """A guessed encoding is reported with the release."""
    page = "<html lang=en><h1>Café closed until May</h1><p>The café on the quay is closed for repairs until May.</p>"
    codes = [found.code for found in read(Page(page.encode("cp1252"))).findings]
    assert "encoding-guessed" in codes
    assert "encoding-guessed" not in [found.code for found in read(Page(page.encode())).findings]
