"""Money, times and dates: said in a language's own way they are the same fact, said of something else they are not."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken import lang
from plainspoken.facts import added, dates, find, missing
from plainspoken.facts.dates import Day

LANGUAGES = (*lang.COMMUNITY, "ca", "gl", "de")

MONEY = [
    ("en", "£5", "5 pounds"), ("en", "GBP 5", "£5"), ("es", "£5", "5 libras"), ("es", "GBP 5", "5 £"),
    ("fr", "£5", "5 £"), ("fr", "€5", "5 €"), ("ar", "£5", "٥ جنيهات"), ("ur", "£5", "۵ پاؤنڈ"), ("bn", "£5", "৫ পাউন্ড"),
    ("hi", "£5", "5 पाउंड"), ("pa", "£5", "5 ਪੌਂਡ"), ("gu", "£5", "5 પાઉન્ડ"), ("ta", "£5", "5 பவுண்டுகள்"),
    ("pl", "£5", "5 funtów"), ("uk", "£5", "5 фунтів"), ("lt", "£5", "5 svarai"), ("ro", "£5", "5 lire sterline"),
    ("cy", "£5", "5 punt"), ("zh", "£5", "5英镑"), ("vi", "£5", "5 bảng Anh"), ("tr", "£5", "5 sterlin"),
    ("fa", "£5", "۵ پوند"), ("am", "£5", "5 ፓውንድ"), ("sq", "£5", "5 paund"), ("it", "£5", "5 sterline"),
    ("pt", "£1.5 billion", "1,5 mil milhões de libras"), ("de", "£1,200.50", "1.200,50 Pfund"),
    ("es", "50p", "50 peniques"), ("es", "50p", "0,50 £"), ("es", "$5 million", "5 millones de USD"),
    ("so", "£5", "5 bownd"), ("ku", "£5", "5 sterlîn"), ("ps", "£5", "۵ پونډه"), ("ti", "£5", "5 ፓውንድ"),
]  # fmt: skip

TIMES = [
    ("es", "7pm", "19:00"), ("es", "7 p.m.", "las 7 de la tarde"), ("fr", "7pm", "19h"), ("fr", "7pm", "19 h 00"),
    ("de", "7pm", "19 Uhr"), ("ar", "7pm", "٧ مساءً"), ("ar", "7pm", "7 بعد الظهر"), ("ar", "9am", "٩ صباحًا"),
    ("ur", "7pm", "شام 7 بجے"), ("bn", "9am", "সকাল ৯টা"), ("hi", "7pm", "शाम 7 बजे"), ("pa", "7pm", "ਸ਼ਾਮ 7 ਵਜੇ"),
    ("gu", "7pm", "સાંજે 7 વાગ્યે"), ("ta", "7pm", "மாலை 7 மணி"), ("zh", "7pm", "下午7点"), ("vi", "7pm", "7 giờ tối"),
    ("pl", "7pm", "godz. 19.00"), ("uk", "7pm", "19:00"), ("lt", "7pm", "19 val."), ("tr", "7pm", "akşam 7"),
    ("ro", "7pm", "ora 19"), ("cy", "7pm", "7yh"), ("sq", "7pm", "ora 19:00"), ("so", "7pm", "7:00 galabnimo"),
    ("fa", "7pm", "ساعت ۷ بعدازظهر"), ("it", "7pm", "le 19"), ("pt", "7pm", "19h00"), ("am", "7pm", "ምሽት 7 ሰዓት"),
    ("es", "12pm", "mediodía"), ("es", "12.55pm", "12:55"), ("es", "9am", "las 9:00"), ("fr", "9.30am", "9 h 30"),
    ("ku", "7pm", "7ê êvarê"), ("ps", "7pm", "د ماښام 7 بجې"), ("ti", "7pm", "7:00 ምሸት"),
]  # fmt: skip

ORDINALS = [
    ("es", "3.º puesto"), ("es", "tercer puesto"), ("pl", "3. miejsce"), ("pl", "trzecie miejsce"), ("fr", "3e place"),
    ("zh", "第三名"), ("ar", "المركز الثالث"), ("hi", "तीसरा स्थान"), ("tr", "üçüncü sıra"), ("uk", "третє місце"),
    ("ro", "locul al treilea"), ("cy", "trydydd"), ("vi", "hạng ba"), ("ur", "تیسری جگہ"), ("bn", "তৃতীয় স্থান"),
    ("so", "kaalinta saddexaad"), ("fa", "سوم"), ("lt", "trečia vieta"), ("sq", "vendi i tretë"), ("pa", "ਤੀਜਾ"),
    ("gu", "ત્રીજું"), ("ta", "மூன்றாவது"), ("am", "ሦስተኛ"), ("ku", "sêyemîn"), ("ps", "دریم"), ("ti", "ሳልሳይ"),
]  # fmt: skip

OTHERS = [
    ("es", "£5", "5 dólares"), ("es", "£5", "5 euros"), ("fr", "£35 million", "35 millions de dollars"),
    ("ar", "£5", "٥ دولارات"), ("zh", "£5", "5欧元"), ("es", "It costs £5.", "Cuesta 5."), ("pl", "25%", "25 osób"),
    ("es", "7pm", "7:00"), ("es", "7pm", "las 7 de la mañana"), ("fr", "9am", "21 h"), ("ur", "7pm", "صبح 7 بجے"),
    ("ar", "7pm", "٧ صباحًا"), ("zh", "9am", "下午9点"), ("de", "7pm", "7 Uhr morgens"), ("es", "7pm", "17:00"),
    ("es", "17 December 2019", "17 de noviembre de 2019"), ("es", "17 December", "17 de enero"),
    ("pl", "3 May 2020", "3 marca 2020"), ("ar", "17 December 2019", "١٧ نوفمبر ٢٠١٩"), ("zh", "5 March", "5月3日"),
    ("fr", "on Monday", "mardi"), ("pt", "on Sunday", "no sábado"), ("ur", "on Friday", "پیر کو"),
    ("es", "3/4/2019", "4/3/2019"), ("es", "17 December 2019", "17 de diciembre de 2018"),
]  # fmt: skip


@pytest.mark.parametrize(("to", "source", "target"), MONEY + TIMES)
def test_the_same_in_its_own_words(to: str, source: str, target: str) -> None:
    """Money in a language's word for it and a time on its clock are the same fact: not missing, none added."""
    assert missing(source, target, "en", to) == ()
    assert added(source, target, "en", to) == ()


@pytest.mark.parametrize(("to", "target"), ORDINALS)
def test_ordinals(to: str, target: str) -> None:
    """A place in an order may be said in the words of any language of a pack."""
    assert missing("3rd", target, "en", to) == added("3rd", target, "en", to) == ()


def test_figures_of_a_long_text_are_found_quickly() -> None:
    """A text that repeats half an address or half a date is looked through in time that grows with its length."""
    for piece in ("a", "a-", "a.", "1 de ", "2019 m. "):
        assert len(find(piece * (40_000 // len(piece)), "es")) < 40_000


@pytest.mark.parametrize(("to", "source", "target"), OTHERS)
def test_another_fact(to: str, source: str, target: str) -> None:
    """Another currency, half of the day, month, weekday or order of day and month is another fact."""
    assert len(missing(source, target, "en", to)) == 1


@pytest.mark.parametrize("to", LANGUAGES)
def test_every_month_is_read(to: str) -> None:
    """A date as CLDR writes it in any language of a pack is the English one, and no other month's."""
    for month in range(1, 13):
        day = Day(17, month, 2019)
        source, target = f"{dates.written(day, 'en-GB')}", dates.written(day, to)
        assert target and missing(source, target, "en", to) == added(source, target, "en", to) == ()
        assert dates.months(target, to) == {month}
        other = dates.written(Day(17, month % 12 + 1, 2019), to)
        assert other and [fact.text for fact in missing(source, other, "en", to)] == [source]


@pytest.mark.parametrize("to", LANGUAGES)
def test_every_weekday_is_read(to: str) -> None:
    """A weekday as CLDR writes it in any language is read as that day alone."""
    names = lang.locale(to).days["format"]["wide"]
    assert [dates.weekdays(str(names[day]), to) for day in range(7)] == [{day} for day in range(7)]


@pytest.mark.parametrize(
    ("to", "text", "reading"),
    [("pl", "we wtorek 17 grudnia 2019 r.", "2019-12-17"), ("uk", "17 грудня 2019 року", "2019-12-17"),
     ("lt", "2019 m. gruodžio 17 d.", "2019-12-17"), ("cy", "dydd Mawrth 14 Ragfyr", "-12-14"),
     ("fr", "le 1er mai", "-05-01"),
     ("it", "il 1º maggio 2020", "2020-05-01"), ("ar", "17 كانون الأول 2019", "2019-12-17"),
     ("tr", "17 Aralık’ta", "-12-17"),
     ("en", "December 17th, 2019", "2019-12-17"), ("en", "the 3rd of May", "-05-03"), ("en", "May 2019", "2019-05-"),
     ("vi", "ngày 17 tháng 12 năm 2019", "2019-12-17"), ("zh", "2019年12月17日", "2019-12-17"),
     ("bn", "১৭ ডিসেম্বরে", "-12-17"),
     ("fa", "۱۷ دسامبر ۲۰۱۹", "2019-12-17"), ("es", "17 de diciembre del 2019", "2019-12-17")],
)  # fmt: skip
def test_dates_in_words(to: str, text: str, reading: str) -> None:
    """A date is one fact, in the cases, mutations, orders and digits of its language."""
    assert [fact.readings for fact in find(text, to) if fact.kind == "date"] == [{reading}]


def test_words_that_are_also_months() -> None:
    """May and March are months beside a day or a year, and words elsewhere."""
    assert find("You may march on. May we?", "en") == ()
    assert [fact.text for fact in find("In June, after Monday.", "en")] == ["June", "Monday"]


@given(st.dates(), st.sampled_from(LANGUAGES))
def test_what_is_written_is_proved(day: object, to: str) -> None:
    """A date is written only where reading it again gives the same day; an impossible one never is."""
    one = Day(day.day, day.month, max(day.year, 1500) % 600 + 1500)  # type: ignore[attr-defined]
    said = dates.written(one, to)
    assert said is None or [found for _, found in dates.find(_plain(said), to)] == [one]
    assert dates.written(Day(31, 2, 2019), to) is None


def test_numeric_dates_follow_their_language() -> None:
    """Day or month first is what the language says, unless the numbers allow one alone."""
    assert dates.numeric("3/4/2019", "en-GB") == {Day(3, 4, 2019)}
    assert dates.numeric("3/4/2019", "en-US") == {Day(4, 3, 2019)}
    assert dates.numeric("12/17/2019", "es") == {Day(17, 12, 2019)}
    assert dates.numeric("2019-12-17", "lt") == {Day(17, 12, 2019)}
    assert dates.numeric("3/4/19", "") == {Day(3, 4, 2019), Day(4, 3, 2019)}
    assert dates.numeric("45/67/2019", "en") == frozenset()


def _plain(text: str) -> str:
    return text.translate({0xA0: " ", 0x202F: " ", 0x2019: "'"})
