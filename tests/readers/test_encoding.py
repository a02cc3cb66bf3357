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


UNSAID = {
    "windows-1251": "Мост через реку закрыт до мая. Полиция просит всех, кто видел пожар, позвонить по номеру 101.",
    "koi8-r": "Мост через реку закрыт до мая. Полиция просит всех, кто видел пожар, позвонить.",
    "windows-1250": "Most przez rzekę jest zamknięty do maja. Policja prosi świadków pożaru o kontakt.",
    "iso-8859-2": "Most přes řeku je uzavřen do května. Policie žádá svědky požáru, aby zavolali.",
    "windows-1253": "Η γέφυρα του ποταμού είναι κλειστή μέχρι τον Μάιο. Δεν μπορούμε να ανοίξουμε τον δρόμο.",
    "windows-1254": "Köprü mayısa kadar kapalı. “Yolu açamıyoruz” diyen müdür, okulun da kapalı olduğunu söyledi.",
    "windows-1255": "הגשר מעל הנהר סגור עד מאי. המשטרה מבקשת מכל מי שראה את השריפה להתקשר.",
    "windows-1256": "الجسر فوق النهر مغلق حتى مايو. لا يمكننا فتح الطريق، قالت مديرة المدرسة.",
    "windows-1257": "Tiltas per upę uždarytas iki gegužės. Negalime atidaryti kelio, sakė mokyklos direktorė.",
    "windows-874": "สะพานข้ามแม่น้ำปิดจนถึงเดือนพฤษภาคม ตำรวจขอให้ผู้ที่เห็นไฟไหม้โทรศัพท์แจ้ง",
    "shift_jis": "川にかかる橋は五月まで閉鎖されています。市長は「道路を開けることはできません」と述べました。",
    "euc-jp": "川にかかる橋は五月まで閉鎖されています。市長は「道路を開けることはできません」と述べました。",
    "euc-kr": "강 위의 다리는 5월까지 폐쇄됩니다. 시장은 도로를 열 수 없다고 말했습니다.",
    "gb18030": "河上的大桥将关闭到五月。警方请看到火灾的人打电话。市长说，我们不能开放道路。",
    "big5": "河上的大橋將關閉到五月。警方請看到火災的人打電話。市長說，我們不能開放道路。",
}
CODECS = {"windows-874": "cp874", "shift_jis": "cp932", "euc-kr": "cp949", "big5": "big5hkscs"}


@pytest.mark.parametrize("label", UNSAID)
@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1"])
def test_undeclared_and_wrongly_declared(label: str, declared: str | None) -> None:
    """Bytes tell their encoding by the language that they make in it, whatever is declared; the guess is told."""
    words = UNSAID[label]
    page = f"<!doctype html><title>x</title><p class=a>{words}</p>".encode(CODECS.get(label, label))
    decoded = decode(page, declared)
    assert words in decoded.text
    assert decoded.guessed


@pytest.mark.parametrize("label", ["windows-1252", "windows-1250"])
def test_language_decides_between_alike_encodings(label: str) -> None:
    """Where two encodings both make words, the one of the declared language is taken."""
    words = {"windows-1250": "hu", "windows-1252": "pt"}[label]
    page = f"<html lang={words}><p>A folyón átívelõ".replace("õ", "ő" if words == "hu" else "õ").encode(label)
    assert ("átívelő" in decode(page).text) == (words == "hu")


def test_header_and_page_disagree() -> None:
    """Of the server's charset and the page's, the one that makes words is read, and the lie is told."""
    page = META.format("windows-1251") + UNSAID["windows-1251"]
    decoded = decode(page.encode("cp1251"), "ISO-8859-1")
    assert (decoded.text, decoded.encoding) == (page, "cp1251")
    assert decoded.guessed == "It declares windows-1252 and windows-1251; read as the second."


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"])
@pytest.mark.parametrize("mark", ["\ufeff", ""])
@pytest.mark.parametrize("words", ["<p>Мост закрыт: £40, “x”</p>" * 3, "The bridge is closed until May.\n"])
def test_wide(encoding: str, mark: str, words: str) -> None:
    """UTF-16 and UTF-32 are read in both byte orders, with a mark or without, of HTML or of plain text."""
    decoded = decode((mark + words).encode(encoding))
    assert (decoded.text, decoded.encoding, bool(decoded.guessed)) == (words, encoding, not mark)


def test_mark_in_the_middle() -> None:
    """A byte order mark between files that were joined is no word."""
    assert decode("<p>One\ufeff</p>\ufeff<p>Café</p>".encode()).text == "<p>One</p><p>Café</p>"


def test_stray_bytes_in_utf8() -> None:
    """A few bytes of windows-1252 in a page of UTF-8 are read as that; a cut character is shown as broken."""
    page = "Zürich, Genève, Málaga, Łódź, Bogotá, Köln, ".encode()
    assert "Köln, caf\xe9 au lait" in decode(page + b"caf\xe9 au lait").text
    assert "\ufffd" in decode(page * 2 + b"\xe2\x80 x").text


@pytest.mark.parametrize(
    ("right", "codec"),
    [
        ("It doesn’t open, says the café.", "cp1252"),
        ("Die Brücke über den Fluß", "cp1252"),
        ("It costs £40", "cp1252"),
        ("Мост через реку закрыт до мая", "cp1251"),
        ("Der Eigentümer – “wir” – kann’s", "mac-roman"),
        ("łódź zamknięta", "cp1250"),
    ],
)
def test_mended(right: str, codec: str) -> None:
    """What was decoded wrongly before it was saved is put right, and told."""
    decoded = decode(f"<p>{right.encode().decode(codec)}</p>".encode())
    assert decoded.text == f"<p>{right}</p>"
    assert decoded.mended


@pytest.mark.parametrize(
    "right",
    [
        "NÃO, “AMANHÃ”, SÃO PAULO",
        "« Â » et « Ã »",
        "MANHÃ… AMANHÃ",
        "Ăn, mâncare, ROMÂNIA – BĂIEŢI",
        "Росія, Рио, РА°",
        "√2 und √3",
        "ÉCOLE’ Ê” Ç’",
        "Ångström, Ærø, ÖÄÜ",
    ],
)
def test_right_text_stays(right: str) -> None:
    """Rare capitals beside signs are no garbage."""
    decoded = decode(f"<p>{right}</p>".encode())
    assert (decoded.text, decoded.mended) == (f"<p>{right}</p>", 0)


def test_garbled_pieces_among_right_ones() -> None:
    """Of a page that joins a garbled text and a right one, the garbled alone is changed; entities count as letters."""
    page = "<h1>Café</h1><p>Le cafÃ© est fermÃ©, s’il vous plaît</p><p>&Atilde;&copy;t&Atilde;&copy;</p>"
    assert decode(page.encode()).text == "<h1>Café</h1><p>Le café est fermé, s’il vous plaît</p><p>été</p>"


def test_what_is_broken_for_good_is_told() -> None:
    """Broken characters that can't be mended are a finding with their place; mended ones are one too."""
    page = "<html lang=en><h1>Bridge closed until May</h1><p>The caf{} on the quay is closed for repairs until May.</p>"
    broken = read(Page(page.format("\ufffd").encode())).findings
    assert [(found.code, found.at) for found in broken if "garbled" in found.code] == [("text-garbled", "lead.p1")]
    mended = read(Page(page.format("Ã© Â£4").encode()))
    assert "encoding-mended" in [found.code for found in mended.findings]
    assert "The café £4 on the quay" in mended.to_json()
