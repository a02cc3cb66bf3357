"""Ids: what stays where it was when an editor changes a release."""

from __future__ import annotations

from plainspoken import steps

FIRST = "The bridge over the river will be closed for three weeks. Buses go another way."
SECOND = "The council has set up a free ferry for people on foot. It runs from six in the morning."
NOTES = "The bridge was built in 1931. It was last repaired in 1987."


def said(first: str = FIRST, more: str = "") -> dict[str, str]:
    """Return the sentences of a release by id."""
    page = (
        f"<main><h1>Bridge closed</h1><p>{first}</p><p>{SECOND}</p>{more}<h2>Notes to editors</h2><p>{NOTES}</p></main>"
    )
    return {segment.id: segment.text for segment in steps.parse(page, lang="en").segments()}


def test_words_changed() -> None:
    """A paragraph whose words change, or that gets a sentence more, moves no id of another one."""
    before, after = said(), said(FIRST.replace("three", "five") + " Cyclists may cross.")
    assert {name: text for name, text in after.items() if not name.startswith("lead.")} == {
        name: text for name, text in before.items() if not name.startswith("lead.")
    }
    assert after["lead.p1.s3"] == "Cyclists may cross."


def test_a_paragraph_more() -> None:
    """A paragraph that comes in between moves no id of a paragraph before it or of another part."""
    before, after = said(), said(more="<p>The works cost two million pounds. The county pays.</p>")
    assert before.items() <= after.items()
    assert [text for name, text in after.items() if name.startswith("body.p2")] == [
        "The works cost two million pounds.", "The county pays.",
    ]  # fmt: skip
