"""Abbreviations that a text writes out: found by their capitals, in any script; rather none than a wrong one."""

from __future__ import annotations

import pytest

from plainspoken.short_forms import find


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("the Crown Prosecution Service (CPS), which", {"CPS": "Crown Prosecution Service"}),
        ("ask the CPS (Crown Prosecution Service).", {"CPS": "Crown Prosecution Service"}),
        ("the Department for Education (DfE)", {"DfE": "Department for Education"}),
        ("Multi-Agency Safeguarding Hub (“MASH”)", {"MASH": "Multi-Agency Safeguarding Hub"}),
        ("After a fire, post-traumatic stress disorder (PTSD)", {"PTSD": "post-traumatic stress disorder"}),
        (
            "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services (HMICFRS)",
            {"HMICFRS": "His Majesty’s Inspectorate of Constabulary and Fire & Rescue Services"},
        ),
        ("Министерство внутренних дел (МВД)", {"МВД": "Министерство внутренних дел"}),
        ("Organisation mondiale de la santé (OMS)", {"OMS": "Organisation mondiale de la santé"}),
        ("gan Fwrdd Iechyd Prifysgol (FIP)", {"FIP": "Fwrdd Iechyd Prifysgol"}),
    ],
)
def test_written_out(text: str, expected: dict[str, str]) -> None:
    """Each capital begins a word of the long form, in order; small words may be passed over."""
    assert find(text) == expected


def test_plural() -> None:
    """A plural gives the singular too, where that is made by leaving out the "s"."""
    assert find("Independent Domestic Violence Advisers (IDVAs) help.") == {
        "IDVAs": "Independent Domestic Violence Advisers",
        "IDVA": "Independent Domestic Violence Adviser",
    }
    assert find("Local Safeguarding Bodies (LSBs) met.") == {"LSBs": "Local Safeguarding Bodies"}


@pytest.mark.parametrize(
    "text",
    [
        "said Ann Moss (DUP)",
        "closed-circuit television (CCTV)",
        "on Monday (PM)",
        "Ann Moss (Labour)",
        "the plan. Crown (CPS)",
        "Home Office; Crown Prosecution, Service (CPS)",
        "he (ABC) and she (BBC)",
        "Weston (UK)",
        "(A) and (B)",
        "",
    ],
)
def test_near_misses(text: str) -> None:
    """What is not the long form of the letters, or is cut by a stop, gives nothing."""
    assert find(text) == {}


def test_two_meanings() -> None:
    """A short form that the text writes out in two ways means neither."""
    assert find("Crown Prosecution Service (CPS) and Child Protection Service (CPS)") == {}
    assert find("crown prosecution service (CPS) and Crown Prosecution Service (CPS)") == {
        "CPS": "crown prosecution service"
    }
