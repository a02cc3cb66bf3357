"""Codes carried to a translation: each once, nested alike, round the right words."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken.engines.protocols import Link
from plainspoken.model import Inline
from plainspoken.tagged import Code, Tagged, project, serialize, spans, tagged


def sentence(numbered: str) -> Tagged:
    """A tagged sentence from `Call <1>101</1>`, its codes strong; `<2/>` is a line break."""
    found: list[Inline] = []
    stack: list[tuple[list[Inline], str]] = []
    for piece in numbered.replace("<", "\x00<").replace(">", ">\x00").split("\x00"):
        if piece.startswith("</"):
            inner, _ = stack.pop()
            text = "".join(one.text for one in inner)
            bare = all(one.kind == "text" for one in inner)
            (stack[-1][0] if stack else found).append(Inline("strong", text, children=() if bare else tuple(inner)))
        elif piece.endswith("/>"):
            (stack[-1][0] if stack else found).append(Inline("break", "\n"))
        elif piece.startswith("<"):
            stack.append(([], piece))
        elif piece:
            (stack[-1][0] if stack else found).append(Inline("text", piece))
    return tagged(found)


def aligned(source: str, target: str, pairs: str) -> tuple[Link, ...]:
    """Links from `police=policía men=hombres`; the first occurrence of each word."""
    words = [pair.split("=") for pair in pairs.split()]
    return tuple(
        Link(source.index(one), source.index(one) + len(one), target.index(two), target.index(two) + len(two))
        for one, two in words
    )


@pytest.mark.parametrize(
    ("source", "target", "pairs", "expected"),
    [
        ("The <1>red</1> house.", "La casa roja.", "The=La red=roja house=casa", "La casa <1>roja</1>."),
        ("The <1>red house</1> burns.", "Arde la casa roja.", "red=roja house=casa burns=Arde",
         "Arde la <1>casa roja</1>."),
        ("<1>Police</1> act.", "La policía actúa.", "Police=policía act=actúa", "La <1>policía</1> actúa."),
        ("<1>A <2>red</2> house.</1>", "Una casa roja.", "red=roja house=casa", "<1>Una casa <2>roja</2>.</1>"),
        ("Be <1>quick</1>, be <2>brave</2>.", "Sé valiente, sé rápido.", "quick=rápido brave=valiente",
         "Sé <2>valiente</2>, sé <1>rápido</1>."),
        ("Red<1/>house", "Casa roja", "Red=roja house=Casa", "Casa roja<1/>"),
        ("One day<1/>we met.", "Un día nos vimos.", "day=día met=vimos", "Un día<1/>nos vimos."),
        ("A <1>“bad”</1> day", "Un día “malo”", "bad=malo day=día", "Un día <1>“malo”</1>"),
    ],
)  # fmt: skip
def test_by_alignment(source: str, target: str, pairs: str, expected: str) -> None:
    """Codes follow their words wherever those went; punctuation at their edges goes with them."""
    one = sentence(source)
    found = project(one, target, aligned(one.text, target, pairs))
    assert (serialize(found.sentence), found.moved, found.lost) == (expected, (), ())


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("Call <1>0800 555 111</1> now.", "الآن اتصل على 0800 555 111.", "الآن اتصل على <1>0800 555 111</1>."),
        ("Call <1>999</1> now.", "এখনই ৯৯৯ নম্বরে ফোন করুন।", "এখনই <1>৯৯৯</1> নম্বরে ফোন করুন।"),
        ("See <1>gov.example/help</1>.", "Zobacz gov.example/help.", "Zobacz <1>gov.example/help</1>."),
        ("Ask <1>Clare Vane</1> now.", "Pregunte ahora a Clare Vane.", "Pregunte ahora a <1>Clare Vane</1>."),
    ],
)
def test_verbatim_words_decide(source: str, target: str, expected: str) -> None:
    """Without an alignment, numbers, addresses and names that stand in both say where a code belongs."""
    found = project(sentence(source), target)
    assert (serialize(found.sentence), found.moved) == (expected, ())


def test_guessed_places_are_told() -> None:
    """Where nothing says where a code belongs, it stands as far into the sentence as before, and is named."""
    found = project(sentence("You <1>must</1> go"), "Ni wajibu usiende")
    assert (serialize(found.sentence), found.moved, found.lost) == ("Ni <1>wajibu</1> usiende", (1,), ())


def test_han_signs_can_carry_codes() -> None:
    """In a script without spaces a code can stand round a part of a sentence."""
    found = project(sentence("Do <1>not</1> call"), "不要打电话")
    assert found.lost == ()
    assert 0 < found.sentence.codes[0].end - found.sentence.codes[0].start < 5


def test_lost_only_without_words() -> None:
    """Two codes side by side cannot both stand round one word: the second is named as lost, and none disappears."""
    found = project(sentence("<1>A</1> <2>B</2>"), "x")
    assert (serialize(found.sentence), found.moved, found.lost) == ("<1>x</1><2/>", (1,), (2,))


texts = st.text("ab 12.,é不", min_size=0, max_size=30)


@given(
    st.recursive(
        st.text("ab 1.é", min_size=1, max_size=5),
        lambda inner: st.lists(inner, min_size=1, max_size=3).map(lambda parts: f"<1>{''.join(parts)}</1>"),
        max_leaves=5,
    ),
    texts,
    st.lists(st.tuples(*[st.integers(0, 30)] * 4), max_size=6),
)
@settings(max_examples=300, deadline=None)
def test_every_code_once_and_nested_alike(source: str, target: str, raw: list[tuple[int, int, int, int]]) -> None:
    """Whatever the translation and the alignment, every code comes out once, in its parent, beside its siblings."""
    one = sentence(source)
    links = [
        Link(min(a, b), max(a, b) + 1, min(c, d), max(c, d) + 1)
        for a, b, c, d in raw
        if max(a, b) < len(one.text) and max(c, d) < len(target)
    ]
    found = project(one, target, links)
    assert [(code.number, code.parent, code.mark) for code in found.sentence.codes] == [
        (code.number, code.parent, code.mark) for code in one.codes
    ]
    places = {0: (0, len(target))} | {code.number: (code.start, code.end) for code in found.sentence.codes}
    for code in found.sentence.codes:
        low, high = places[code.parent]
        assert low <= code.start <= code.end <= high
        assert code.end > code.start or code.number in found.lost or one_is_point(one, code)
    for code in found.sentence.codes:
        for other in found.sentence.codes:
            if code.parent == other.parent and code.number < other.number:
                assert code.end <= other.start or other.end <= code.start
    assert "".join(span.text for span in spans(found.sentence)) == found.sentence.text == target


def one_is_point(source: Tagged, code: Code) -> bool:
    """Whether the code held no words in the source either."""
    return next(one for one in source.codes if one.number == code.number).point
