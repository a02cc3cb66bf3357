"""Phone numbers in running text."""

from __future__ import annotations

import pytest

from plainspoken.writers.phones import find_phones


@pytest.mark.parametrize(("text", "dials"), [
    ("Call 0808 2000 247, or 999.", ["08082000247", "999"]),
    ("Ring +44 (0)20 7946 0182 now", ["+442079460182"]),
    ("٠٨٠٨ ٢٠٠٠ ٢٤٧ پر فون کریں", ["08082000247"]),
    ("On 10 February 2026 at 11.20pm he paid £340.", []),
    ("Reference 42/123456/24", []),
])  # fmt: skip
def test_numbers_to_dial(text, dials):
    """Phone numbers are found and dialled in any digits; dates, sums and references are none."""
    found = list(find_phones(text))
    assert [one.dial for one in found] == dials
