"""Whether a translation has the facts of its source: written as its language writes them, and no others."""

from __future__ import annotations

import pytest

from plainspoken.facts import added, missing

GOOD = [
    ("es", "It costs £1,200.50.", "Cuesta 1.200,50 libras."),
    ("fr", "It costs £1,200.", "Cela coûte 1\u202f200 £."),
    ("de", "0.5 per cent of 3,400 people", "0,5 Prozent von 3.400 Menschen"),
    ("es", "at 9.40pm on 17 December 2019", "a las 21:40 del 17 de diciembre de 2019"),
    ("fr", "from 9am to 5.30pm", "de 9 h à 17 h 30"),
    ("tr", "from 10am to 4pm", "10:00–16:00"),
    ("bn", "from 3.30pm to 7pm", "বিকেল 3:30টা থেকে সন্ধ্যা 7টা"),
    ("pl", "on 17/12/2019", "17 grudnia 2019 r."),
    ("zh", "on 17 December 2019", "2019年12月17日"),
    ("ar", "Call 0800 555 111 before 5pm.", "اتصل على ٠٨٠٠ ٥٥٥ ١١١ قبل الساعة ٥ مساءً."),
    ("ur", "Call 0800 555 111.", "\u2066۰۸۰۰ ۵۵۵ ۱۱۱\u2069 پر کال کریں۔"),
    ("fa", "12.5% of 1,500 homes", "۱۲٫۵٪ از ۱٬۵۰۰ خانه"),
    ("bn", "999 or 101", "৯৯৯ বা ১০১"),
    ("hi", "1.2 million people", "12 लाख लोग"),
    ("zh", "25,000 people", "2.5万人"),
    ("es", "£1.5 billion", "1.500 millones de libras"),
    ("pl", "3 men and 12 women", "trzech mężczyzn i dwanaście kobiet"),
    ("so", "2 men", "laba nin"),
    ("es", "three men and twenty-one women", "3 hombres y 21 mujeres"),
    ("es", "in the 1980s and the 19th century", "en los años 80 y en el siglo XIX"),
    ("fr", "10 miles away", "à 16 km"),
    ("fr", "1 to 4 inches of rain", "entre 2,5 et 10 cm de pluie"),
    ("fr", "the 1950-53 war", "la guerre (1950-1953)"),
    ("cy", "See www.gov.uk/help, or mail a@b.example.", "Ewch i https://gov.uk/help, neu ebostiwch a@b.example."),
    ("ta", "COVID-19 on the M25", "M25 இல் கோவிட்-19"),
]  # fmt: skip

MISSING = [
    ("es", "Call 0800 555 111.", "Llame al 0800 555 11.", ["0800 555 111"]),
    ("ar", "Call 0800 555 111.", "اتصل بنا.", ["0800 555 111"]),
    ("es", "Call 0800 555 111.", "Llame al 0800 555 1112.", ["0800 555 111"]),
    ("es", "Call 101.", "Llame al 1010.", ["101"]),
    ("de", "Call 999.", "Rufen Sie 9,99 an.", ["999"]),
    ("es", "He is 38.", "Tiene 83.", ["38"]),
    ("es", "It costs £1,200.", "Cuesta 12.000 libras.", ["£1,200"]),
    ("es", "at 9.40pm", "a las 9:50", ["9.40pm"]),
    ("es", "on 17/12/2019", "el 18 de diciembre de 2019", ["17/12/2019"]),
    ("es", "Mail a@b.example.", "Escriba a ab@b.ejemplo.", ["a@b.example"]),
    ("es", "See gov.uk/help.", "Vea gov.uk/ayuda.", ["gov.uk/help"]),
    ("es", "3 men", "unos hombres", ["3"]),
    ("es", "£5 million", "5000 libras", ["£5 million"]),
    ("es", "reference 42/1234/24", "referencia 42/1243/24", ["42/1234/24"]),
    ("es", "1,250 came, then 1,250 more.", "Vinieron 1.250.", ["1,250"]),
    ("es", "Ring 0800 555 111. Again: 0800 555 111.", "Llame al 0800 555 111.", ["0800 555 111"]),
    ("fr", "30 miles away", "à 84 km", ["30"]),
]


@pytest.mark.parametrize(("to", "source", "target"), GOOD)
def test_good_translations(to: str, source: str, target: str) -> None:
    """A number in its language's own form, its own digits or its own words is the same number."""
    assert missing(source, target, "en", to) == ()
    assert added(source, target, "en", to) == ()


@pytest.mark.parametrize(("to", "source", "target", "lacking"), MISSING)
def test_missing(to: str, source: str, target: str, lacking: list[str]) -> None:
    """A number, phone number or address that was changed or left out is missing."""
    assert [fact.text for fact in missing(source, target, "en", to)] == lacking


def test_added() -> None:
    """A number of the translation that is neither in the source's digits nor in its words was added."""
    assert [fact.text for fact in added("He has two sons.", "Tiene 2 hijos de 14 años.", "en", "es")] == ["14"]
    assert [fact.text for fact in added("Ring 0800 555 111.", "Llame: 0800 555 11.", "en", "es")] == ["0800 555 11"]
    assert [fact.text for fact in added("Call us.", "Llame al 0800 555 111.", "en", "es")] == ["0800 555 111"]
