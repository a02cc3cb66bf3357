"""Inline markup as numbered codes, there and back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.model import Inline
from plainspoken.tagged import Code, Tagged, parse, plain, serialize, spans, tagged

TREE = (
    Inline("text", "Call "),
    Inline(
        "link", "the 101 line", href="tel:101",
        children=(Inline("text", "the "), Inline("strong", "101"), Inline("text", " line")),
    ),
    Inline("break", "\n"),
    Inline("text", "or < & "),
    Inline("abbr", "PC", title="Police Constable"),
)  # fmt: skip

leaves = st.builds(
    Inline, st.sampled_from(["strong", "emph", "abbr", "code"]), st.text("ab <&1/>é", min_size=1, max_size=6)
)
trees = st.lists(
    st.one_of(
        leaves,
        st.lists(leaves, min_size=1, max_size=3).map(
            lambda inner: Inline("link", "".join(one.text for one in inner), href="#", children=tuple(inner))
        ),
    ),
    max_size=5,
)


def test_tagged() -> None:
    """A code has the number in which it opens, the code it stands in, its place, and its mark without words."""
    assert tagged(TREE) == Tagged(
        "Call the 101 line\nor < & PC",
        (
            Code(1, 0, 5, 17, Inline("link", "", href="tel:101")),
            Code(2, 1, 9, 12, Inline("strong", "")),
            Code(3, 0, 17, 18, Inline("break", "")),
            Code(4, 0, 25, 27, Inline("abbr", "", title="Police Constable")),
        ),
    )


def test_spans_are_the_inverse() -> None:
    """What `tagged` takes apart, `spans` puts together."""
    assert spans(tagged(TREE)) == TREE


@given(trees)
@settings(deadline=None)
def test_any_tree_comes_back(tree: list[Inline]) -> None:
    """Any tree comes back from its codes, and any numbered text from its serialization."""
    sentence = tagged(tree)
    assert spans(sentence) == tuple(tree)
    assert parse(serialize(sentence), sentence.codes) == sentence
    assert plain(serialize(sentence)) == sentence.text


def test_serialize() -> None:
    """Codes are numbered tags; the text's own angle brackets and ampersands are escaped."""
    assert serialize(tagged(TREE)) == "Call <1>the <2>101</2> line</1><3/>or &lt; &amp; <4>PC</4>"


@pytest.mark.parametrize(
    "text",
    [
        "<1>a</1>", "<1>a</1><2>b</2><2>c</2>", "<2><1>a</1></2>", "<1>a<2>b</1></2>", "<1>a<2>b</2>", "a</1>",
        "<1/><2>b</2>", "<1>a</1><2>b</2><3>c</3>", "<9999>a</9999>",
    ],
)  # fmt: skip
def test_parse_refuses_other_codes(text: str) -> None:
    """A text whose codes are not the source's, once each and nested alike, is no translation of it."""
    source = tagged((Inline("strong", "a"), Inline("emph", "b")))
    assert parse(text, source.codes) is None
