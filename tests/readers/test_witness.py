"""JSON-LD as a witness: it speaks only where it knows the text, and never costs a number to call."""

from __future__ import annotations

from plainspoken.readers.witness import agreed
from tests.readers.pages import drafts

TEXT = (
    "The council has opened the new footbridge over the river after two years of work.",
    "It is twelve metres long and wide enough for two wheelchairs to pass each other easily.",
    "Children from the primary school on the far bank were the first who were allowed to cross.",
    "The works began in the autumn of 2023, when the county found that the old piers were no longer safe.",
    "The old bridge will be taken down in the spring, and its stones go into the wall of the park.",
)
BODY = " ".join(TEXT) * 2
BOX = "Our app brings you every story of the town on the day that it happens."


def left(*paragraphs: str, body: str = BODY) -> list[str]:
    """Return what is left of paragraphs."""
    markup = "".join(f"<h2>{text[1:]}</h2>" if text.startswith("#") else f"<p>{text}</p>" for text in paragraphs)
    return [draft.text for draft in agreed(drafts(markup), body)]


def test_what_the_witness_does_not_know_goes() -> None:
    """A box inside the text goes if JSON-LD repeats the text and not the box."""
    assert left(*TEXT[:2], BOX, *TEXT[2:]) == list(TEXT)


def test_standfirst_stays() -> None:
    """Before the text that JSON-LD has may stand what it leaves out."""
    assert left("A shorter way to school is open to all from this week on.", *TEXT)[1:] == list(TEXT)


def test_cut_or_foreign_witness_is_not_heard() -> None:
    """A summary, a beginning or another text says nothing about the blocks."""
    assert left(*TEXT, BOX, body=TEXT[0]) == [*TEXT, BOX]
    assert left(*TEXT, BOX, body="The theatre plays a comedy about two sailors tonight. " * 20) == [*TEXT, BOX]
    assert left(*TEXT, BOX, body="") == [*TEXT, BOX]


def test_headings_and_the_end_of_a_release_stay() -> None:
    """Many systems keep headings, notes to editors and contacts apart from the body."""
    notes = "The works were paid for by the county and by the friends of the park."
    assert left(*TEXT[:2], "#How it was built", *TEXT[2:], "#Notes to editors", notes) == [
        *TEXT[:2],
        "How it was built",
        *TEXT[2:],
        "Notes to editors",
        notes,
    ]


def test_whom_to_call_stays() -> None:
    """A number to call or an address to write to is never lost on a guess."""
    call = "If the water rises, call the floodline on 0345 988 1188 at any time."
    assert left(*TEXT[:2], call, BOX, *TEXT[2:]) == [*TEXT[:2], call, *TEXT[2:]]


def test_scripts_without_spaces_are_heard_by_character() -> None:
    """Japanese has no spaces: four characters in a row are as good a sign as four words."""
    text = "市は二年の工事を終えて川にかかる新しい歩道橋を開通させたと発表した。" * 6
    box = "このアプリでは町のニュースを毎日お届けしていますのでぜひお使いください。"
    assert [draft.text for draft in agreed(drafts(f"<p>{text}</p><p>{box}</p>"), text * 20)] == [text]
