"""What reads left to right whatever the text around it."""

from __future__ import annotations

import pytest

from plainspoken.model import Inline, Release, Segment, plain
from plainspoken.writers.inline import Scribe
from plainspoken.writers.isolates import find_isolates


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("£228 ادا کرے۔", ["£228"]),
        ("بمبلغ 18.6 مليون £ ثم £1,200.50.", ["£1,200.50"]),
        ("7500 £ y 18,6 £", ["7500 £", "18,6 £"]),
        ("اتصل بالرقم 0808 2000 247 مقابل £5.", ["0808 2000 247", "£5"]),
        ("لا شيء هنا", []),
    ],
)
def test_isolates(text: str, found: list[str]) -> None:
    """Phone numbers and sums are found whole, sign and digits together, in order."""
    assert [text[one.start : one.end] for one in find_isolates(text)] == found


def test_words_left_untranslated() -> None:
    """Latin words that stand in the source too are foreign in another script; addresses and references are not."""
    text = "ڈاکٹر Asha Patel نے Marlbrook میں see@a.example اور gov.uk اور CAD-12 کہا۔"
    source = "Dr Asha Patel said see@a.example or gov.uk or CAD-12 in Marlbrook."
    found = [text[one.start : one.end] for one in find_isolates(text, source) if one.foreign]
    assert found == ["Asha Patel", "Marlbrook"]
    assert [one for one in find_isolates(text) if one.foreign] == []


def test_their_language_is_named() -> None:
    """A name left in English letters is said by an English voice; what is marked already is not marked twice."""
    spans = (*plain("اسے Marlbrook میں "), Inline("lang", "Hull", lang="cy"))
    said = Segment("body.p1.s1", spans, source="In Marlbrook Hull", state="translated")
    urdu = Scribe(Release("ur", (), source_lang="en-GB"))
    assert urdu.words(said) == (
        'اسے <bdi lang="en-GB" dir="ltr">Marlbrook</bdi> میں <bdi lang="cy" dir="ltr">Hull</bdi>'
    )
    spanish = Scribe(Release("es", (), source_lang="en-GB"))
    assert "en-GB" not in spanish.words(said)
