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
        ("3 men", "tres hombres", [("3", "tres")], "tres hombres"),
    ],
)
def test_numbers(source: str, target: str, pairs: list[tuple[str, str]], mended: str) -> None:
    """A bare number or a reference is put back if alignment and facts agree; what may be written otherwise stays."""
    assert repaired(source, drawn(source, target, *pairs), (), "en", "es").text == mended
