"""What reads left to right whatever the text around it."""

from __future__ import annotations

import pytest

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
