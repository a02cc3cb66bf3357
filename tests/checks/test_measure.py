"""How long an easy sentence may be: what 15 words of English come to, language by language."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from babel.messages.pofile import read_po
from lxml import etree

from plainspoken import lang
from plainspoken.checks.measure import Measure, measure, shortened
from plainspoken.claims import word_count

ROOT = Path(__file__).parents[2]
MEASURED = ("ar", "bn", "cy", "es", "fr", "pa", "pl", "pt", "ro", "so", "tr", "ur")
RECKONED = ("am", "fa", "gu", "hi", "ku", "lt", "ps", "sq", "ta", "ti", "uk", "vi", "zh")
TERSER = 1.29  # how much terser the pack's own sentences are: `measure.toml`
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@pytest.mark.parametrize(
    ("tag", "text", "count"),
    [
        ("en", "Call 0808 2000 247 – it is free.", 7),
        ("ur", "اگر آپ ابھی خطرے میں ہیں تو 999 پر کال کریں۔", 11),
        ("ar", "اتصل بالرقم 999.", 3),
        ("bn", "এখনই 999 নম্বরে ফোন করুন।", 5),
        ("vi", "Hãy gọi 999 ngay.", 4),
        ("ti", "ሕጂ፡ደውል፡999።", 3),
        ("am", "አሁን ወደ 999 ይደውሉ።", 4),
        ("zh", "请马上打电话。", 6),
        ("zh-Hant", "請馬上打電話。", 6),
        ("zh", "请拨打 999。", 5),
        ("zh", "请访问 www.wey.example。", 5),
        ("zh", "《家庭暴力法》:“你不是一个人”", 11),
        ("ja", "すぐに999に電話してください。", 14),
        ("th", "โทรหาเราได้ฟรี", 12),
        ("en", "", 0),
        ("zh", "。!?", 0),
    ],
)
def test_what_is_counted(tag: str, text: str, count: int) -> None:
    """Words stand between spaces; without them letters count, and a number or a Latin name is one word among them."""
    assert measure(tag).count(text) == count


@pytest.mark.parametrize(
    ("tag", "longest"),
    [("en", 15), ("en-GB", 15), ("de", 15), ("ta", 12), ("tr", 13), ("ur", 20), ("pa-Arab", 19), ("es-MX", 18),
     ("zh", 25), ("zh-Hant-HK", 25), ("ja", 38), ("th", 75), ("yo", 15)],
)  # fmt: skip
def test_how_long(tag: str, longest: int) -> None:
    """A region or script changes nothing; a language that was not measured is held to 15 words, or to their letters."""
    assert measure(tag).longest == longest


def test_each_language_of_the_packs_has_a_measure() -> None:
    """None of the languages that packs are made for is held to a figure that is not its own."""
    plain = Measure("words", 15, 1.0)
    assert {tag for tag in lang.COMMUNITY if measure(tag) == plain} == {"en"}
    assert {tag for tag in lang.COMMUNITY if measure(tag).unit == "characters"} == {"zh"}


@pytest.mark.parametrize("tag", MEASURED)
def test_measured_on_the_memories(tag: str) -> None:
    """The table says of each language of the memories what their sentences of five words and more come to."""
    ours: Counter[str] = Counter()
    for path in sorted(ROOT.glob("samples/*/memory.tmx")):
        for unit in etree.parse(path).iter("tu"):
            said = {one.get(XML_LANG): "".join(one.find("seg").itertext()) for one in unit.iter("tuv")}
            english = next((text for key, text in said.items() if key.startswith("en")), "")
            other = said.get(tag)
            if other and word_count(english) >= 5:
                ours.update(english=word_count(english), other=word_count(other))
    assert ours["english"] > 1000
    assert ours["other"] / ours["english"] == pytest.approx(measure(tag).word, rel=0.03)


@pytest.mark.parametrize("tag", RECKONED)
def test_reckoned_from_the_catalogues(tag: str) -> None:
    """The table says of the other languages what the pack's own sentences come to, times what those are terser by."""
    theirs = english = 0
    for path in sorted((ROOT / "locales" / tag / "LC_MESSAGES").glob("*.po")):
        with path.open("rb") as file:
            for message in read_po(file):
                source = message.id if isinstance(message.id, str) else ""
                if word_count(source) >= 5 and "%(" not in source and message.string:
                    english += word_count(source)
                    theirs += measure(tag).count(str(message.string))
    assert theirs / english * TERSER == pytest.approx(measure(tag).word, rel=0.06)


def test_shortened_words() -> None:
    """The shortened words of a language are in small letters; of one that is not known there are none."""
    assert shortened("es-MX")[0] == "p.ej." and "de ex." in shortened("ro") and shortened("ur") == ()
