"""Speakers: who says each quotation, in the forms that newsrooms use."""

from __future__ import annotations

import pytest

from plainspoken.readers.draft import Draft
from plainspoken.readers.looks import plain_run
from plainspoken.readers.quotes import attribute


def speakers(*texts: str, lang: str = "en") -> list[str | None]:
    """Return the speaker of each paragraph; a text that starts with `>` is a block quotation."""
    drafts = [
        Draft("quote" if text.startswith(">") else "paragraph", (("", plain_run(text.lstrip(">"))),)) for text in texts
    ]
    return [draft.speaker for draft in attribute(drafts, lang)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chief Inspector Rosa Long said: “We will not stop until they are found.”", "Rosa Long"),
        ("Rosa Long, head of the unit, said: “We will not stop until they are found.”", "Rosa Long"),
        ("“We will not stop until they are found,” said Rosa Long.", "Rosa Long"),
        ("“We will not stop until they are found,” Rosa Long said.", "Rosa Long"),
        ("“We will not stop,” said Rosa Long, head of the unit. “They must be found.”", "Rosa Long"),
        ('Head of the unit Rosa Long said: "We will not stop until they are found."', "Rosa Long"),
        ("Dr Rosa Long, from the Hope Trust, added: “We will not stop until they are found.”", "Rosa Long"),
        ("Speaking after the hearing, Det. Sgt. Rosa Long said: “We will not stop until then.”", "Rosa Long"),
        ("Tom’s mother, Rosa Long, said: “We will not stop until they are found.”", "Rosa Long"),
        ("The Mayor of Hill Town, Rosa Long, said: “We will not stop until they are found.”", "Rosa Long"),
        ("“We will not stop until they are found,” explained Councillor Rosa Long-Hughes.", "Rosa Long-Hughes"),
        ("Rosa O’Neill, 41, said: “We will not stop until they are found.”", "Rosa O’Neill"),
        ("Rosa van der Berg, chair of the board, said: “We will not stop until then.”", "Rosa van der Berg"),
        ("Commenting on the news, Rosa Long, chief executive of the Trust, said: “We will not stop.”", "Rosa Long"),
        ("‘We will not stop until they are found,’ said Rosa Long, head of the unit.", "Rosa Long"),
        ("Rosa Long said: ‘We won’t stop until the residents’ group is heard.’", "Rosa Long"),
        ("According to Rosa Long, head of the unit, “we will not stop until they are found”.", "Rosa Long"),
        ("The caller asked for money to be moved to a “safe account”.", None),
        ("The report, “No More Waiting At The Door”, is published today.", None),
        ("Rosa Long said that the unit would not stop.", None),
        ("A spokesman for the council said: “We will not stop until they are found.”", "A spokesman for the council"),
    ],
)
def test_one_paragraph(text: str, name: str | None) -> None:
    """The name is found before or after the verb, without its titles; no name is made up."""
    assert speakers(text) == [name]


def test_over_paragraphs() -> None:
    """A quotation goes on while it is open, each paragraph with a mark of its own."""
    assert speakers(
        "Rosa Long said: “We will not stop.",
        "“We have 40 officers on it.",
        "“Call us if you know anything.”",
        "The unit has 40 officers.",
    ) == ["Rosa Long", "Rosa Long", "Rosa Long", None]


def test_pronouns_and_surnames() -> None:
    """A pronoun means who was named last; a surname or a first name after a title means the person met before."""
    assert speakers(
        "Inspector Rosa Long said: “We will not stop until they are found.”",
        "She added: “Call us if you know anything at all.”",
        "“I was very afraid that night,” said Tom Vale, a neighbour.",
        "Ms Long went on: “We thank the neighbours for their help.”",
        "“It was nothing, really,” Mr Vale said.",
    ) == ["Rosa Long", "Rosa Long", "Tom Vale", "Rosa Long", "Tom Vale"]


def test_named_before_quoted() -> None:
    """Who is named in a sentence can be quoted by a pronoun in the next."""
    assert speakers(
        "The chair of the inquiry, Dame Rosa Long, met the families today.",
        "She said: “The people in this report did what we tell everyone to do.”",
    ) == [None, "Rosa Long"]


def test_block_quotation() -> None:
    """A block quotation belongs to whom the paragraph before announces, or who signs it."""
    assert speakers("Rosa Long, the mayor, said:", ">I am glad that it is here.", ">It was a long wait.") == [
        None,
        "Rosa Long",
        "Rosa Long",
    ]
    assert speakers("It is here.", ">I am glad that it is here. — Rosa Long, mayor") == [None, "Rosa Long"]
    assert speakers("It is here.", ">I am glad that it is here.") == [None, None]
