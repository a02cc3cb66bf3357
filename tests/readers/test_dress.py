"""Emphasis that means nothing is taken off; what singles words out stays."""

from __future__ import annotations

import pytest

from plainspoken.readers import dress
from plainspoken.readers.roles import Group
from tests.readers.pages import PROSE, drafts


def marks(markup: str) -> list[list[tuple[str, str]]]:
    """Return each part's runs with the kinds of their marks, after undressing."""
    made = dress.undressed([Group("body", tuple(drafts(markup)))])
    return [
        [(run.text, " ".join(mark.kind for mark in run.marks)) for run in runs]
        for draft in made[0].drafts
        for _, runs in draft.parts
    ]


@pytest.mark.parametrize(
    ("markup", "runs"),
    [
        (f"<p><b>{PROSE}</b></p>", [[(PROSE, "")]]),
        ("<p><b><i>Come to the bridge.</i></b></p>", [[("Come to the bridge.", "")]]),
        ("<p><i>Come <b>now</b>.</i></p>", [[("Come ", ""), ("now", "strong"), (".", "")]]),
        ("<p>Do <b>not</b> cross.</p>", [[("Do ", ""), ("not", "strong"), (" cross.", "")]]),
        ("<blockquote><i>We did it.</i></blockquote>", [[("We did it.", "")]]),
        ("<ul><li><b>Ferry</b></li><li><b>Weir</b></li></ul>", [[("Ferry", "")], [("Weir", "")]]),
        ("<ul><li><b>Ferry</b></li><li>Weir</li></ul>", [[("Ferry", "strong")], [("Weir", "")]]),
        (
            "<p>See <a data-href='https://a.example/'>the <b>new</b> map</a>.</p>",
            [[("See ", ""), ("the ", "link"), ("new", "link strong"), (" map", "link"), (".", "")]],
        ),
    ],
)
def test_dress(markup: str, runs: list[list[tuple[str, str]]]) -> None:
    """Bold or italics over a whole paragraph, quote or list is dress; over some of its words it means something."""
    assert marks(markup) == runs
