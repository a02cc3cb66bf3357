"""Pages far larger than a release are read by work that grows with their length, or refused."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest

from plainspoken.errors import SourceError
from plainspoken.marks import quoted
from plainspoken.readers import sentences
from plainspoken.readers.fetch import Page
from plainspoken.readers.html import read

_LEAD = "<h1>The bridge is closed until May</h1><p>The bridge is closed until the third of May, the council said.</p>"
_PIECES = {
    "paragraphs": "<p>It is so, he said.</p>",
    "quotations": "<p>“It is so and we are glad,” said Rosa Long, head of works.</p>",
    "block quotations": "<blockquote><p>It is so and we are glad of it.</p></blockquote>",
    "headings": "<h2>A heading of it</h2><p>It is so, he said to all of us.</p>",
    "bullets": "<p>• An item of it</p>",
}


def _calls(work: Callable[[], object]) -> int:
    """Count the calls of Python functions that a piece of work needs."""
    count = 0

    def tell(frame: object, event: str, argument: object) -> None:
        nonlocal count
        count += event == "call"

    sys.setprofile(tell)
    try:
        work()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("piece", _PIECES.values(), ids=_PIECES.keys())
def test_twice_the_blocks_take_hardly_more_than_twice_the_work(piece: str) -> None:
    """No step looks at all blocks for each block."""
    one, two = (Page((_LEAD + piece * count).encode(), charset="utf-8") for count in (150, 300))
    read(one, lang="en")

    assert _calls(lambda: read(two, lang="en")) < 2.4 * _calls(lambda: read(one, lang="en"))


def test_more_blocks_than_a_release_can_have_are_refused() -> None:
    """A page of thousands of paragraphs is no release, and says how many it has."""
    with pytest.raises(SourceError, match=r"9,0.. paragraphs, items and cells"):
        read(Page((_LEAD + "<ul>" + "<li>An item of it</li>" * 9_000 + "</ul>").encode(), charset="utf-8"), lang="en")


def test_single_marks_that_nothing_closes_near_by_quote_nothing() -> None:
    """An apostrophe pages away closes nothing; one near by does."""
    assert quoted("He said: 'It is so " + "and so " * 400 + "there.'") == ()
    assert [one.start for one in quoted("He said: 'It is so there.'")] == [10]


def test_an_endless_line_is_cut_at_its_sentences() -> None:
    """A text without line breaks has the sentences that its halves have."""
    text = "这座桥关闭了。" * 2_000

    assert {text[start:end] for start, end in sentences.spans(text, "zh")} == {"这座桥关闭了。"}
