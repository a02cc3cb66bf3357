"""Names as facts: which are sure, and in which forms a translation has them."""

from __future__ import annotations

import pytest

from plainspoken.facts import missing_names, names, nearest, sure_names
from plainspoken.facts.sounds import plain_letters, skeleton
from plainspoken.model import Release
from tests.build import block, section

SOURCE = "Today Dr Asha Patel thanked Cllr Johnson."
KEPT = {
    "es": "Hoy la doctora Asha Patel dio las gracias al concejal Johnson.",
    "fr": "La Dre Asha Patel a remercié M. Johnson.",
    "pl": "Dr Asha Patel podziękowała radnemu Johnsonowi.",
    "lt": "Dr. Asha Patel padėkojo Johnsonui.",
    "tr": "Dr. Asha Patel, Johnson'a teşekkür etti.",
    "sq": "Dr. Asha Patel falënderoi Johnsonin.",
    "ar": "شكرت الدكتورة آشا باتيل اليوم المستشار جونسون.",
    "fa": "دکتر آشا پاتل از جانسون تشکر کرد.",
    "ur": "ڈاکٹر آشا پٹیل نے کونسلر جانسن کا شکریہ ادا کیا۔",
    "uk": "Д-р Аша Пател подякувала Джонсонові.",
    "hi": "डॉ आशा पटेल ने पार्षद जॉनसन को धन्यवाद दिया।",
    "bn": "ডাঃ আশা প্যাটেল জনসনকে ধন্যবাদ জানিয়েছেন।",
    "pa": "ਡਾ ਆਸ਼ਾ ਪਟੇਲ ਨੇ ਜੌਹਨਸਨ ਦਾ ਧੰਨਵਾਦ ਕੀਤਾ।",
    "gu": "ડૉ. આશા પટેલે જોનસનનો આભાર માન્યો.",
    "ta": "டாக்டர் ஆஷா படேல் ஜான்சனுக்கு நன்றி தெரிவித்தார்.",
    "am": "ዶክተር አሻ ፓቴል ጆንሰንን አመሰገኑ።",
    "el": "Η Δρ Άσα Πατέλ ευχαρίστησε τον Τζόνσον.",
    "zh": "阿莎·帕特尔医生感谢约翰逊议员。",
}


@pytest.mark.parametrize("to", KEPT)
def test_a_name_in_another_form_is_there(to: str) -> None:
    """A name with another language's ending, or by its sound in another alphabet, is there; Chinese abstains."""
    assert missing_names(SOURCE, KEPT[to], "en", to) == ()


SWAPPED = {
    "es": "Hoy la doctora Asha Morgan dio las gracias al concejal Johnson.",
    "pl": "Dr Asha Kowalska podziękowała radnemu Johnsonowi.",
    "ar": "شكرت الدكتورة آشا مورغان اليوم المستشار جونسون.",
    "ur": "ڈاکٹر آشا مورگن نے کونسلر جانسن کا شکریہ ادا کیا۔",
    "uk": "Д-р Аша Морган подякувала Джонсонові.",
    "hi": "डॉ आशा मॉर्गन ने पार्षद जॉनसन को धन्यवाद दिया।",
    "bn": "ডাঃ আশা মরগান জনসনকে ধন্যবাদ জানিয়েছেন।",
}


@pytest.mark.parametrize("to", SWAPPED)
def test_another_name_is_not_it(to: str) -> None:
    """A name for which the translation has another is missing."""
    assert [name.text for name in missing_names(SOURCE, SWAPPED[to], "en", to)] == ["Asha Patel"]


def test_what_is_sure() -> None:
    """A title or the release's own word makes a name sure; two capitalised words may be one; one at the start isn't."""
    found = names("Yesterday Mrs O’Brien of the Harbour Trust met Amina in Hull.", "en", known=["Amina"])
    assert [(name.text, name.sure) for name in found] == [
        ("O’Brien", True), ("Harbour Trust", False), ("Amina", True),
    ]  # fmt: skip
    assert names("Open Monday.", "en") == ()
    assert [name.text for name in names("Зустрів пан Коваленко вчора.", "uk")] == ["Коваленко"]


def test_only_sure_names_are_missed() -> None:
    """An organisation's name is rightly said in other words."""
    assert missing_names("We met the Harbour Trust.", "Nos reunimos con la Fundación del Puerto.", "en", "es") == ()


def test_places_have_names_of_their_own() -> None:
    """A country that is a kept name may be called as CLDR says that the other language calls it."""
    assert missing_names("She left Germany.", "Salió de Alemania.", "en", "es", known=["Germany"]) == ()
    assert len(missing_names("She left Germany.", "Salió de Francia.", "en", "es", known=["Germany"])) == 1


def test_a_release_knows_its_people() -> None:
    """Speakers and people with titles are sure everywhere in their release, by last name too; offices are not."""
    said = block("body.p1", "Dr Asha Patel opened it.")
    release = Release("en", (section("body", "body", said),))
    assert sure_names(release) == {"Asha Patel", "Patel"}


def test_nearest() -> None:
    """What a name was changed to is shown where something like it stands there."""
    assert nearest("Marlbrook", "Vive en Marlbruck hoy.", "es") == "Marlbruck"
    assert nearest("Marlbrook", "Vive en casa.", "es") is None


def test_skeletons() -> None:
    """One name has one skeleton in all alphabets."""
    forms = "Patel باتيل پٹیل पटेल পটেল ਪਟੇਲ પટેલ படேல் ፓቴል Πατέλ Пател"
    assert {skeleton(form) for form in forms.split()} == {"PTL"}
    assert skeleton("帕特尔") == ""
    assert plain_letters("Łódź") == "lodz"
