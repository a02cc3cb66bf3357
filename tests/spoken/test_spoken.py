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
        ("ar", "\u2067\u20680800 555 111\u2069\u2069", "0 8 0 0, 5 5 5, 1 1 1"),
        ("fr", "Bravo 🎉👩‍👧 à tous", "Bravo \u200d  à tous"),
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


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("Call 101.", "Llame al 1 0 1."),
        ("He met 101 people.", "Llame al ciento uno."),
        ("", "Llame al 1 0 1."),
        ("Call 999, not 101.", "Llame al 1 0 1."),
    ],
)
def test_the_source_tells_calls_from_counts(source: str, said: str) -> None:
    """In a translation, whether 101 is dialled or counts something is read from the English sentence."""
    assert say("Llame al 101.", "es", source=source).text == said


def test_the_source_tells_keys_from_counts() -> None:
    """In a translation, a number that the English sentence asks people to press is said digit by digit."""
    assert say("Pulse 55.", "es", source="Press 55 when asked.").text == "Pulse 5 5."
    assert say("Vinieron 55.", "es", source="55 came.").text == "Vinieron cincuenta y cinco."


def test_endless_words() -> None:
    """A text of hundreds of characters without a space is given to the voice as it is, at once."""
    for text in ("1.1" * 5000, "www." * 5000, "x" * 20000):
        assert say(text, "en").text == text


@pytest.mark.parametrize(
    ("lang", "region", "said"),
    [
        ("en-GB", None, "oh two oh, seven nine four six, oh oh one eight"),
        ("es", "GB", "0 2 0, 7 9 4 6, 0 0 1 8"),
        ("es", None, "0 2 0 7 9, 4 6 0, 0 1 8"),
        ("fr", "FR", "0 2 0 7 9, 4 6 0, 0 1 8"),
    ],
)
def test_groups_are_those_of_the_country(lang: str, region: str | None, said: str) -> None:
    """A number written in one run is cut as the numbering plan of its country cuts it; without one, in threes."""
    assert say("02079460018", lang, region).text == said
