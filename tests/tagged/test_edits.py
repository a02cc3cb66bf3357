"""Words changed under markup: the codes stay round what they were round."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from plainspoken.model import Inline
from plainspoken.tagged import Tagged, spans, tagged
from plainspoken.tagged.edits import Edit, edited


def test_codes_stay_round_their_words() -> None:
    """A code that ends at a change, begins at one or holds one is round the new words."""
    before = tagged([Inline("text", "say "), Inline("strong", '"ah"'), Inline("text", " now")])
    after = edited(before, [Edit(4, 5, "«\u00a0"), Edit(7, 8, "\u00a0»"), Edit(9, 12, "ahora mismo")])
    assert spans(after) == (
        Inline("text", "say "),
        Inline("strong", "«\u00a0ah\u00a0»"),
        Inline("text", " ahora mismo"),
    )


@given(
    st.text(max_size=30), st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.text(max_size=3)), max_size=4)
)
def test_any_changes(text: str, wanted: list[tuple[int, int, str]]) -> None:
    """Whatever changes, codes stay inside the text and in order."""
    edits, at = [], 0
    for start, size, new in sorted(wanted):
        if at <= start and start + size <= len(text):
            edits.append(Edit(start, start + size, new))
            at = start + size + 1
    codes = tagged([Inline("text", text[:3]), Inline("strong", text[3:9]), Inline("text", text[9:])]).codes
    done = edited(Tagged(text, codes), edits)
    assert all(0 <= code.start <= code.end <= len(done.text) for code in done.codes)
