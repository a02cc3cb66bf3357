# ruff: noqa: E501 - sentences read best whole
"""The parts of easy read: what a sentence is for, who said what, what leans on what, what gets in."""

from __future__ import annotations

from plainspoken.engines.rules import Rules
from plainspoken.model import Block, Release, Role
from plainspoken.stages.frame import frame, is_critical
from plainspoken.stages.quoting import sayings, spoken
from plainspoken.stages.simplify import simplify
from tests.build import block, parts, section


def made(*blocks: Block, role: Role = "body") -> Release:
    return Release("en", (section("body", role, *blocks),))


def texts(*blocks: Block, role: Role = "body") -> list[str]:
    easy = simplify(made(*blocks, role=role), engine=Rules())
    return [one.text for part in easy.blocks() if part.kind == "paragraph" for one in part.segments]


def test_narration_beside_a_quote_is_not_spoken() -> None:
    """Words outside the quotation marks are never put into the speaker's mouth."""
    said = texts(
        block(
            "body.p1",
            "Men are welcome too.",
            "“Abuse can be quiet,” said Ann Osei.",
            kind="paragraph",
            speaker="Ann Osei",
        )
    )
    assert said == ["Men are welcome too.", "Ann Osei said: “Abuse can be quiet.”"]


def test_quote_runs_over_sentences() -> None:
    """A quotation may open in one sentence and close in another; straight marks open and close in turn."""
    assert spoken(["Ray said: “It is safe.", "It is free.”", "He left."], quote=False) == [
        ("It is safe.",),
        ("It is free.",),
        (),
    ]
    assert spoken(['"It is safe," he said.', '"It is free."'], quote=False) == [("It is safe,",), ("It is free.",)]
    assert spoken(["All of it.", "He said:"], quote=True) == [("All of it.",), ()]


def test_a_quote_without_speaker_is_left_out() -> None:
    """Nobody is made to say what the release does not say who said."""
    assert texts(block("body.p1", "It is safe.", kind="quote"), block("body.p2", "The road is open.")) == [
        "The road is open."
    ]


def test_quotes_are_cut_between_clauses_only() -> None:
    """A quote is cut where both parts are full clauses and nothing hangs over both."""
    assert list(sayings(["It is not a warning: we will arrest you."])) == [
        "It is not a warning.",
        "We will arrest you.",
    ]
    assert list(sayings(["If you call, and we come, be there."])) == ["If you call, and we come, be there."]


def test_conditional_heading_stays() -> None:
    """A heading with "if" holds for all that stands under it, so it is said as well."""
    said = texts(
        block("body.h1", "What to do if you feel ill", kind="heading", level=2),
        block("body.p1", "Stay at home for two days."),
    )
    assert said == ["What to do if you feel ill:", "Stay at home for 2 days."]


def test_list_stands_whole_or_not_at_all() -> None:
    """The items of a list keep the words that open it, and none is there without the others."""
    long = "you have lived in the same house in the same street of the same town for more than ten whole years"
    opener, items = block("body.p1", "You can apply if:"), {"i1": "you rent", "i2": "you work"}
    assert texts(opener, parts("body.l1", "list", items)) == ["You can apply if:", "you rent", "you work"]
    rest = texts(opener, parts("body.l1", "list", items | {"i3": long}), block("body.p9", "The hall is open."))
    assert rest == ["The hall is open."]


def test_pronoun_needs_its_name() -> None:
    """A sentence with "he" stays out when the sentence it looks back to can't be said."""
    long = "Ray Lund and the eleven other members of the board of the town's oldest and largest charity resigned over the loss of its funds."
    assert texts(block("body.p1", "The hall is open."), block("body.p2", long, "He was the chair.")) == [
        "The hall is open."
    ]


def test_critical_sentence_stays_long() -> None:
    """Whom to call gets in even where no cut is safe, and the finding says that it is long."""
    long = "People who were at the fair between noon and midnight and feel ill, weak or confused should at once call NHS 111."
    easy = simplify(made(block("body.p1", "The fair is over."), block("body.p2", long)), engine=Rules())
    assert long in [segment.text for segment in easy.segments()]
    assert [found.code for found in easy.findings] == ["sentence-long"]


def test_lead_is_never_missing() -> None:
    """Where the first sentence can't be cut, it stands whole: without it nobody knows what it is about."""
    long = "The hall in Mill Lane, which the council, its owner since the war, had hoped to sell to the highest bidder this spring, stays."
    assert texts(block("body.p1", long), block("body.p2", "It is free."))[0] == long


def test_media_numbers_are_not_for_readers() -> None:
    """Numbers in notes and media contacts are neither told nor missed."""
    release = Release(
        "en",
        (
            section("body", "body", block("body.p1", "The hall is open.")),
            section("contact", "contact", block("contact.p1", "Press office: call 01632 960147.")),
        ),
    )
    easy = simplify(release, engine=Rules())
    assert "01632" not in easy.to_json() and easy.findings == ()


def test_nothing_to_say() -> None:
    """A release without sentences gives an edition without sentences, not an error."""
    assert list(simplify(Release("en", ()), engine=Rules()).segments()) == []


def test_critical() -> None:
    """A number to call, a key to press or a last day makes a sentence critical; a number of things does not."""
    for text in (
        "Call 101.",
        "Ring us on 01632 960 100.",
        "Press 55.",
        "Apply by 3 May.",
        "Forms close on 3 May 2026.",
    ):
        assert is_critical(text), text
    for text in ("It brought 112 millimetres of rain.", "He had 999 stamps.", "He was jailed until 3 May 2030."):
        assert not is_critical(text), text


def test_a_term_is_critical() -> None:
    """A time in which somebody must do something gets in, like a last day; a time that something took does not."""
    for text in (
        "He must pay within 28 days.",
        "You have 14 days to appeal.",
        "Owners need to reply within six weeks.",
    ):
        assert is_critical(text), text
    for text in ("They came within 28 days.", "It took 14 days to build.", "He must pay."):
        assert not is_critical(text), text


def test_what_one_person_must_do() -> None:
    """An order to one person stands where that person is told of; an order to readers under what they should do."""
    asked = {
        piece.segment.text: piece.question
        for piece in frame(
            made(
                block("body.p1", "A man was cautioned.", "He must pay the worker £150 within 28 days."),
                block("body.p2", "Owners must pay within 28 days."),
            )
        )
    }
    assert asked["Owners must pay within 28 days."] == "What should you do?"
    assert asked["He must pay the worker £150 within 28 days."] in {"What happened?", "More about this"}


def test_what_hangs_on_what_hangs() -> None:
    """ "She denies it" stands where "She will appear in court" was put, with the person whom both tell of."""
    pieces = frame(
        made(
            block("body.p1", "A woman was charged with murder."),
            block("body.p2", "Marta Lind, 41, was remanded.", "She will appear in court on Wednesday 18 March.", "She denies the charge."),
        )
    )  # fmt: skip
    assert [piece.question for piece in pieces][1:] == ["Who is this about?"] * 3


def test_who_was_not_hurt() -> None:
    """Whether somebody came to harm gets in, and so does the long sentence that says who."""
    long = "The 19-year-old was waiting at the Mill Lane stop when a group came up to him and demanded his phone and his bag."
    said = texts(block("body.p1", "Two boys were arrested."), block("body.p2", long, "He was not hurt."))
    assert said == ["2 boys were arrested.", long, "He was not hurt."]
    assert long not in texts(block("body.p1", "Two boys were arrested."), block("body.p2", long, "He was a student."))


def test_an_answer_alone_is_no_quote() -> None:
    """ "We will." answers what was said before it; what says something itself stays."""
    said = texts(
        block("body.p1", "The centre is open."),
        block(
            "body.p2", "Ann Osei said: “They fear nobody will listen.", "We will.", "We will help.”", speaker="Ann Osei"
        ),
    )
    assert "Ann Osei said: “We will.”" not in said
    assert "Ann Osei said: “We will help.”" in said


def test_questions() -> None:
    """Each sentence stands under the question that it answers."""
    asked = {
        piece.segment.text: piece.question
        for piece in frame(
            made(
                block("body.p1", "A bridge was damaged by a flood."),
                block("body.p2", "Keep away from the water."),
                block("body.p3", "You can use the ferry."),
                block("body.p4", "The bridge will open on Sunday."),
                block("body.p5", "If you need help, call 01632 960 100."),
                block("body.p6", "To book the ferry, call 01632 960 200."),
            )
        )
    }
    assert list(asked.values()) == [
        "What happened?", "What should you do?", "What can you do?", "What happens next?", "How can I get help?",
        "Who can I contact?",
    ]  # fmt: skip
