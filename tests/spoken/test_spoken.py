"""The spoken form: what holds in every language, and the map back to what is written."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainspoken.engines.timing import tokens
from plainspoken.spoken import say
from plainspoken.spoken.scripts import scripts, written_in


@pytest.mark.parametrize(
    ("lang", "written", "said"),
    [
        ("es", "Llame al 0800 555 111.", "Llame al 0 8 0 0, 5 5 5, 1 1 1."),
        ("pl", "Dzwoń pod +48 22 123 45 67", "Dzwoń pod + 4 8, 2 2, 1 2 3, 4 5, 6 7"),
        ("ur", "پولیس کو 101 پر کال کریں", "پولیس کو 1 0 1 پر کال کریں"),
        ("ar", "\u2067\u20680800 555 111\u2069\u2069", "0 8 0 0, 5 5 5, 1 1 1"),
        ("bn", "৯৯৯ বা ০৮০০ ৫৫৫ ১১১", "9 9 9 বা 0 8 0 0, 5 5 5, 1 1 1"),
        ("zh", "拨打101或116 123。", "拨打 1 0 1 或 1 1 6, 1 2 3。"),
        ("cy", "Ffoniwch 116 123.", "Ffoniwch 1 1 6, 1 2 3."),
        ("es", "El 31.12.2019 costó 1.000,50 €", "El 31.12.2019 costó 1.000,50 €"),
        ("fr", "Il y a 1 000 000 de cas, soit 111 %.", "Il y a 1 000 000 de cas, soit 111 %."),
        ("fr", "Bravo 🎉👩‍👧 à tous", "Bravo  \u200d  à tous"),
        ("de", "Zu\u00adsam\u00admen", "Zusammen"),
        ("fa", "می\u200cخواهم", "می\u200cخواهم"),
    ],
)
def test_every_language(lang: str, written: str, said: str) -> None:
    """Phone numbers are said digit by digit, pictures and marks of direction not at all; the rest is the voice's."""
    assert say(written, lang).text == said


def test_words_point_at_what_is_written() -> None:
    """Each spoken word leads back to the written characters that it says."""
    text = "Call 999 at 9.40pm, Dr Poe."
    spoken = say(text, "en")
    back = []
    for start, end in tokens(spoken.text):
        place = spoken.written(start, end)
        assert place is not None
        back.append((spoken.text[start:end], text[place[0] : place[1]]))
    assert back == [
        ("Call", "Call"), ("nine", "999"), ("nine", "999"), ("nine", "999"), ("at", "at"), ("nine", "9.40pm"),
        ("forty", "9.40pm"), ("p", "9.40pm"), ("m,", "9.40pm,"), ("Doctor", "Dr"), ("Poe.", "Poe."),
    ]  # fmt: skip


@given(
    st.text(alphabet=st.sampled_from("abAB 019.,:/-+()£%@#&–\u2067😀é٣字\n'’"), max_size=60),
    st.sampled_from(["en", "ur"]),
)
def test_any_text(text: str, lang: str) -> None:
    """Whatever is written, its pieces cover it in order, and every spoken word leads back into it."""
    spoken = say(text, lang)
    at = 0
    for piece in spoken.pieces:
        assert piece.written_start == at
        at = piece.written_end
        assert (
            not piece.verbatim or spoken.text[piece.start : piece.end] == text[piece.written_start : piece.written_end]
        )
    assert at == len(text)
    for start, end in tokens(spoken.text):
        place = spoken.written(start, end)
        assert place is not None
        assert 0 <= place[0] < place[1] <= len(text)


def test_scripts() -> None:
    """Letters are counted by script; digits and marks have none."""
    assert scripts("Ring 999: پولیس, 警方!") == {"Latn": 4, "Arab": 5, "Hani": 2}


@pytest.mark.parametrize(
    ("text", "script", "share"),
    [
        ("警方说", "Hans", 1.0),
        ("警方說", "Hant", 1.0),
        ("سڵاو", "Latn", 0.0),
        ("ab پو", "Arab", 0.5),
        ("101!", "Guru", 1.0),
    ],
)
def test_written_in(text: str, script: str, share: float) -> None:
    """The share of letters that a writing system has; a text without letters fits every one."""
    assert written_in(text, script) == share
