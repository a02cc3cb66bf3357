"""Quotation marks: where a text quotes, in any language's style."""

from __future__ import annotations

import pytest

from plainspoken.marks import quoted, spoken


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("She said: “It is open.”", ["It is open."]),
        ('She said: "It is open."', ["It is open."]),
        ("She said: ‘It is open.’", ["It is open."]),
        ("She said: 'It isn't the boys' hall yet.'", ["It isn't the boys' hall yet."]),
        ("„Es ist offen“, sagte sie.", ["Es ist offen"]),
        ("»Es ist offen«, sagte sie.", ["Es ist offen"]),
        ("«C’est ouvert», dit-elle.", ["C’est ouvert"]),
        ("„To jest otwarte”, powiedziała.", ["To jest otwarte"]),
        ("”Det är öppet”, sade hon.", ["Det är öppet"]),
        ("她说：“已经开门了。”", ["已经开门了。"]),
        ("彼は「『はい』と言った」と話した。", ["『はい』と言った"]),
        ("قالت: «الباب مفتوح».", ["الباب مفتوح"]),
        ("—Está abierto —dijo ella—. Pasen todos.", ["Está abierto", "Pasen todos."]),
        ("— Уже открыто, — сказала она. — Заходите.", ["Уже открыто,", "Заходите."]),
        ("“He said ‘no’ to me,” she said.", ["He said ‘no’ to me,"]),
        ("«Он сказал «да» мне», — сказал он.", ["Он сказал «да» мне"]),
        ("“It goes on", ["It goes on"]),
        ("It lost its mark,” she said.", ["It lost its mark,"]),
        ("It’s the residents’ hall, isn’t it?", []),
        ("The '90s hall is 12' wide.", []),
        ('A 12" pipe and a 9" pipe.', []),
    ],
)
def test_quoted(text: str, found: list[str]) -> None:
    """The outermost marks count; an apostrophe, a foot and an inch are none."""
    assert [text[one.start : one.end] for one in quoted(text)] == found


def test_unbalanced() -> None:
    """A mark that is missing is told: the quotation may go on, or its start was lost."""
    assert [(one.opened, one.closed) for one in quoted("“It goes on")] == [(True, False)]
    assert [(one.opened, one.closed) for one in quoted("It lost its mark,” she said.")] == [(False, True)]


@pytest.mark.parametrize(
    "text",
    [
        "The “safe account” was a lie.",
        "The report, “No More Waiting At The Door”, is out.",
        "She said “that it was time to go home”.",
        "Der Bürgermeister betont, „dass wir alle etwas tun müssen“.",
    ],
)
def test_spoken_is_a_whole_clause(text: str) -> None:
    """A term, a title and a part of somebody else's sentence are no quotation of a person."""
    assert spoken(text) == ()
