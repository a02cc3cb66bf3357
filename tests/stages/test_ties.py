"""Ties between easy sentences: what must not stand alone, and what must get in."""

from __future__ import annotations

import plainspoken as ps

LEAD = "The clinic has new opening times from today."
MORE = (
    "The clinic in Mill Lane is one of four in the town that the health board runs with charities and the council, "
    "and it has been in the same building, beside the old school and over the road from the fire station, since 1998."
)


def told(*paragraphs: str) -> list[str]:
    page = "<main><h1>Notice</h1>" + "".join(f"<p>{one}</p>" for one in (*paragraphs, MORE)) + "</main>"
    easy = ps.simplify(ps.parse(page, lang="en-GB"))
    return [one.text for block in easy.blocks() if block.kind == "paragraph" for one in block.segments]


def test_order_keeps_its_condition() -> None:
    """“Call 111 first” never stands without the sentence that says when, even a long one."""
    when = "If you think your child has measles, do not go to the surgery or to a hospital."
    said = told(LEAD, f"{when} Call 111 first.")
    assert said.index("Call 111 first.") > said.index(when)


def test_order_with_its_own_condition_stands_alone() -> None:
    """An order that says itself for what to call pulls in no long sentence before it."""
    long = "The clinic, the school and the council have written a plan together for the whole of the town."
    assert long not in told(LEAD, f"{long} For help, call 111.")


def test_half_of_a_contrast_is_not_said() -> None:
    """Where “but ...” gets no room, what it stands against stays out as well."""
    long = "but they can do it with their parents on a Saturday in the small hall behind the main building"
    assert told(LEAD, f"“Children cannot swim, {long},” said Ann Lee.")[1:] == []


def test_both_halves_of_a_contrast() -> None:
    """A quote that is cut at “but” is said whole or not at all."""
    said = told(LEAD, "“I cannot run, but I can walk,” said Ann Lee.")
    assert said[1:] == ["Ann Lee said: “I cannot run.”", "Ann Lee said: “But I can walk.”"]


def test_legal_status_gets_in() -> None:
    """That somebody is charged, bailed or has denied it is said, though no rule shortens the sentence."""
    more = [f"Plan {number} of the council is ready." for number in range(30)]
    long = (
        "Ray Lund, who runs the Corley branch of the firm that owned the lorry, was charged with theft from the depot."
    )
    assert long in told(LEAD, " ".join(more), long)


def test_date_in_court_gets_in() -> None:
    """When somebody will be in court is said, with who it is."""
    more = [f"Plan {number} of the council is ready." for number in range(30)]
    said = told(LEAD, " ".join(more), "Ray Lund will appear at Corley Magistrates’ Court on Tuesday 12 May 2026.")
    assert "Ray Lund will appear at Corley Magistrates’ Court on Tuesday 12 May 2026." in said
