"""Lists: real ones, and those that only look it; each item's place in the nesting."""

from __future__ import annotations

import pytest

from tests.readers.pages import PROSE, told


def paragraphs(*lines: str) -> str:
    return "".join(f"<p>{line}</p>" for line in lines)


def word(*items: tuple[str, int, str]) -> str:
    """Return Word's own list paragraphs: mark, level, text."""
    return "".join(
        f"<p class=MsoListParagraphCxSpMiddle style='margin-left:{36 * level}pt;mso-list:l0 level{level} lfo1'>"
        f"<span style='font-family:Symbol;mso-list:Ignore'>{mark}<span style='font:7.0pt'>&nbsp;&nbsp;&nbsp; </span>"
        f"</span>{text}</p>"
        for mark, level, text in items
    )


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["• ferry", "• weir"], [("list", "i1: ferry | i2: weir")]),
        (["• ferry"], [("list", "i1: ferry")]),
        (["·ferry", "·weir"], [("list", "i1: ferry | i2: weir")]),
        (["✓ ferry", "➢ weir"], [("list", "i1: ferry | i2: weir")]),
        (["- ferry", "- weir"], [("list", "i1: ferry | i2: weir")]),
        (["- ferry"], [("paragraph", "- ferry")]),
        (["1. ferry", "2. weir"], [("ordered", "i1: ferry | i2: weir")]),
        (["(1) ferry", "(2) weir"], [("ordered", "i1: ferry | i2: weir")]),
        (["a) ferry", "b) weir", "c) ford"], [("ordered", "i1: ferry | i2: weir | i3: ford")]),
        (["(i) ferry", "(ii) weir", "(iii) ford"], [("ordered", "i1: ferry | i2: weir | i3: ford")]),
        (["h) ferry", "i) weir", "j) ford"], [("ordered", "i1: ferry | i2: weir | i3: ford")]),
        (["3) ferry", "4) weir"], [("ordered", "i1: ferry | i2: weir")]),
        (["1. ferry", "5. weir"], [("paragraph", "1. ferry"), ("paragraph", "5. weir")]),
        (["1. ferry", "2. weir", "1. May", "2. June", "3. July"],
         [("ordered", "i1: ferry | i2: weir"), ("ordered", "i1: May | i2: June | i3: July")]),
        (["- ferry", "- weir", "1) May", "2) June"],
         [("list", "i1: ferry | i2: weir"), ("ordered", "i1: May | i2: June")]),
        (["1) ferry", "a) day", "b) night", "2) weir"],
         [("ordered", "i1: ferry | i1.1: day | i1.2: night | i2: weir")]),
        (["• ferry", "o day", "o night"], [("list", "i1: ferry | i1.1: day | i1.2: night")]),
        (["• ferry", "– day", "• weir"], [("list", "i1: ferry | i1.1: day | i2: weir")]),
        (["1. ferry", "• day", "• night", "2. weir", "(i) left", "(ii) right", "3. ford"],
         [("ordered", "i1: ferry | i1.1: day | i1.2: night | i2: weir | i2.1: left | i2.2: right | i3: ford")]),
    ],
)  # fmt: skip
def test_lines_that_begin_as_items_are_a_list(lines: list[str], expected: list[tuple[str, str]]) -> None:
    """A typed bullet makes an item; dashes, numbers and letters need a neighbour that goes on with them."""
    assert told(paragraphs(*lines)) == expected


def test_line_breaks_part_items_too() -> None:
    """Items typed in one paragraph with line breaks are a list after their introduction."""
    assert told("<p>You can take:<br>• the ferry<br>• the <i>weir</i></p>") == [
        ("paragraph", "You can take:"), ("list", "i1: the ferry | i2: the weir")
    ]  # fmt: skip


@pytest.mark.parametrize(
    "line",
    ["2 May is a holiday", "– ferry –", "o", "5.5 metres long", "i) ", "No. 10 is closed", "(see a) and b))"],
)
def test_what_begins_no_item(line: str) -> None:
    """Numbers, dashes and letters in running words mark nothing."""
    assert [kind for kind, _ in told(paragraphs(PROSE, line, PROSE)) if kind in ("list", "ordered")] == []


def test_a_dash_before_a_whole_sentence_opens_speech() -> None:
    """Many languages open direct speech with a dash: such paragraphs are no items."""
    said = ["– Vi er veldig glade for at broen endelig er ferdig, og at alle kan bruke den nå.",
            "– Det har tatt to år, og vi takker alle naboene våre for tålmodigheten de har hatt."]  # fmt: skip
    assert told(paragraphs(*said), lang="nb") == [("paragraph", line) for line in said]


def test_words_lists_are_nested_by_their_levels() -> None:
    """Word writes items as paragraphs: symbols in a font of their own, a level each."""
    made = word(("·", 1, "ferry"), ("o", 2, "day"), ("§", 3, "early"), ("o", 2, "night"), ("·", 1, "weir"))
    assert told(made) == [("list", "i1: ferry | i1.1: day | i1.1.1: early | i1.2: night | i2: weir")]
    numbered = word(("1.", 1, "ferry"), ("a)", 2, "day"), ("b)", 2, "night"), ("2.", 1, "weir"))
    assert told(numbered) == [("ordered", "i1: ferry | i1.1: day | i1.2: night | i2: weir")]


def test_margins_nest_items() -> None:
    """Bullets that are set in further stand under the item before them."""
    outer, inner = "<p style='margin-left:20px'>", "<p style='margin-left:40px'>"
    markup = f"{outer}• ferry</p>{inner}• day</p>{outer}• weir</p>"
    assert told(markup) == [("list", "i1: ferry | i1.1: day | i2: weir")]


def test_real_lists_keep_their_nesting() -> None:
    """Inner lists stand under their items, also where the page puts them beside these."""
    inner = "<ul><li>day</li><li>night<ol><li>late</li></ol></li></ul>"
    expected = [("list", "i1: ferry | i1.1: day | i1.2: night | i1.2.1: late | i2: weir")]
    assert told(f"<ul><li>ferry{inner}</li><li>weir</li></ul>") == expected
    assert told(f"<ul><li>ferry</li>{inner}<li>weir</li></ul>") == expected


def test_terms_and_what_is_said_of_them() -> None:
    """A list of terms is a list; questions with whole texts for answers are headings with their texts."""
    assert told("<dl><dt>Cost</dt><dd>£40</dd><dd>a day</dd><dt>Length</dt><dd>six weeks</dd></dl>") == [
        ("list", "i1: Cost\n£40\na day | i2: Length\nsix weeks")
    ]
    assert told(f"<dl><dt>Who pays?</dt><dd><p>{PROSE}</p><p>{PROSE}</p></dd></dl>") == [
        ("hNone", "Who pays?"), ("paragraph", PROSE), ("paragraph", PROSE)
    ]  # fmt: skip


def test_a_list_that_lays_out_lists_nothing() -> None:
    """Items with headings of their own are parts of the page."""
    assert told(f"<ul><li><h3>One</h3><p>{PROSE}</p></li><li><h3>Two</h3><p>{PROSE}</p></li></ul>") == [
        ("h3", "One"), ("paragraph", PROSE), ("h3", "Two"), ("paragraph", PROSE)
    ]  # fmt: skip
