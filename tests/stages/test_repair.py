"""What an engine damaged is put back where it is certain which words it became, and nowhere else."""

from __future__ import annotations

import pytest

from plainspoken.engines.protocols import Draft, Link
from plainspoken.stages.repair import repaired


def drawn(source: str, target: str, *pairs: tuple[str, str]) -> Draft:
    places = [(source.index(one), len(one), target.index(other), len(other)) for one, other in pairs]
    return Draft(target, 0.9, tuple(Link(a, a + b, c, c + d) for a, b, c, d in places))


@pytest.mark.parametrize(
    ("source", "target", "pairs", "mended"),
    [
        ("He is 38.", "Tiene 83 años.", [("38", "83")], "Tiene 38 años."),
        ("Quote CAD-12 now.", "Cite CAD-21 ahora.", [("CAD-12", "CAD-21")], "Cite CAD-12 ahora."),
        ("He is 38.", "Tiene 83 años.", [("is", "Tiene")], "Tiene 83 años."),
        ("It costs £1,200.", "Cuesta 12.000 libras.", [("1,200", "12.000")], "Cuesta 12.000 libras."),
        ("He is 38 or 39.", "Tiene 83 o 93.", [("38", "83"), ("39", "93")], "Tiene 83 o 93."),
        ("It costs £38.", "Cuesta 83 £.", [("38", "83")], "Cuesta 38 £."),
        ("3 men", "tres hombres", [("3", "tres")], "tres hombres"),
    ],
)
def test_numbers(source: str, target: str, pairs: list[tuple[str, str]], mended: str) -> None:
    """A bare number or a reference is put back if alignment and facts agree; what may be written otherwise stays."""
    assert repaired(source, drawn(source, target, *pairs), (), "en", "es").text == mended


@pytest.mark.parametrize(
    ("to", "source", "target", "mended"),
    [
        ("ar", "Call 999 or 0800 555 111.", "اتصل على ٩٩٩ أو ٠٨٠٠ ٥٥٥ ١١١.", "اتصل على 999 أو 0800 555 111."),
        ("bn", "Call 999.", "৯৯৯ নম্বরে ফোন করুন।", "999 নম্বরে ফোন করুন।"),
        ("ur", "Call 101 about 12 men.", "۱۲ مردوں کے لیے ۱۰۱ پر کال کریں۔", "۱۲ مردوں کے لیے 101 پر کال کریں۔"),
        ("fa", "Call +44 20 7946 0182.", "با +۴۴ ۲۰ ۷۹۴۶ ۰۱۸۲ تماس بگیرید.", "با +44 20 7946 0182 تماس بگیرید."),
    ],
)
def test_phone_numbers_keep_their_digits(to: str, source: str, target: str, mended: str) -> None:
    """A phone number is never localised: another script's digits give way to those of the source; others stay."""
    assert repaired(source, Draft(target), (), "en", to).text == mended


@pytest.mark.parametrize(
    ("to", "source", "target", "mended"),
    [
        ("es", "Open on 17 December 2019.", "Abre el 17 December 2019.", "Abre el 17 de diciembre de 2019."),
        ("pl", "It ends on 3 May.", "Kończy się 3 marca.", "Kończy się 3 maja."),
        ("es", "Open on 17 December 2019.", "Abre el 17 de noviembre de 2019.", "Abre el 17 de diciembre de 2019."),
        ("es", "Open on 17 December 2019.", "Abre pronto.", "Abre pronto."),
        ("es", "From 3 May to 5 June.", "Del 3 de abril al 5 de julio.", "Del 3 de abril al 5 de julio."),
        ("es", "Open on 31 February.", "Abre el 31 February.", "Abre el 31 February."),
    ],
)
def test_dates(to: str, source: str, target: str, mended: str) -> None:
    """The one date that was changed, or left in English, is written as its language does; what isn't sure stays."""
    assert repaired(source, Draft(target), (), "en", to).text == mended


@pytest.mark.parametrize(
    ("to", "source", "target", "mended"),
    [
        ("es", "1,200 got £12,500.50.", "1,200 cobraron £12,500.50.", "1.200 cobraron £12.500,50."),
        ("pl", "1,200 people", "1,200 osób", "1\u00a0200 osób"),
        ("de", "1,200 people", "1,200 Menschen", "1.200 Menschen"),
        ("hi", "1,200 people", "1,200 लोग", "1,200 लोग"),
        ("es", "1,200 people", "1.200 personas", "1.200 personas"),
        ("es", "1.5 million people", "1,500 millones", "1,500 millones"),
    ],
)  # fmt: skip
def test_thousands(to: str, source: str, target: str, mended: str) -> None:
    """A number that keeps the source's thousands is written so that its language reads the same number."""
    assert repaired(source, Draft(target), (), "en", to).text == mended
