"""The stage with engines that do everything wrong: whatever they answer, no code of a sentence is lost or doubled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from hypothesis import given, settings
from hypothesis import strategies as st

from plainspoken import facts
from plainspoken.engines.protocols import Draft, Link, Passage
from plainspoken.model import Inline, plain
from plainspoken.stages.translate import translate
from plainspoken.tagged import Code, tagged
from tests.stages.test_translate import Book, only, release

Answer = Callable[[str], Draft]


@dataclass(frozen=True)
class Hostile(Book):
    """An engine that answers every sentence as the function says."""

    answer: Answer = field(default=Draft)

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        return [self.answer(text) for text in texts]


@dataclass(frozen=True)
class HostileTags(Hostile):
    """The same with tags."""

    def translate_passages(self, passages: Sequence[Passage], source: str, target: str) -> list[Draft]:
        return [self.answer(passage.tagged or passage.text) for passage in passages]


def reversed_words(text: str) -> Draft:
    return Draft(" ".join(reversed(text.split())))


def far_links(text: str) -> Draft:
    return Draft(text.upper(), 0.5, (Link(0, 10**6, 0, 10**6), Link(5, 3, -4, 2), Link(-9, -1, 7, 7)))


ANSWERS: list[Answer] = [
    reversed_words,
    far_links,
    lambda text: Draft(text, 0.5, ()),
    lambda text: Draft(text[: len(text) // 3], 0.9),
    lambda text: Draft("x"),
    lambda text: Draft(f"{text} {text}", 1.0, (Link(0, 2, len(text), len(text) + 2),)),
    lambda text: Draft("..."),
    lambda text: Draft("你好。"),
    lambda text: Draft("a b", tagged="<1>a</1> <1>b</1>"),
    lambda text: Draft("a", tagged="</2><1>a<9/>"),
    lambda text: Draft("a", tagged="<2><1>a</1></2>"),
]
words = st.text("ab 1.é", min_size=1, max_size=6)
trees = st.recursive(
    words.map(lambda text: Inline("text", text)),
    lambda inner: st.builds(
        lambda kind, children: Inline(kind, "".join(one.text for one in children), href="u", children=tuple(children)),
        st.sampled_from(["strong", "emph", "link"]),
        st.lists(inner, min_size=1, max_size=3),
    ),
    max_leaves=6,
)


@given(st.lists(trees, min_size=1, max_size=4), st.sampled_from(ANSWERS), st.booleans())
@settings(max_examples=300, deadline=None)
def test_every_code_comes_out_once(spans: list[Inline], answer: Answer, tags: bool) -> None:
    """Each code of the source is in the translation once, in the code it stood in, whatever the engine did."""
    source = (*plain("So "), *spans)
    engine = HostileTags(answer=answer) if tags else Hostile(answer=answer)
    done = only(translate(release(source), "es", engine=engine))
    before, after = tagged(source).codes, tagged(done.spans).codes
    if done.state == "initial":
        assert done.text == "".join(span.text for span in source)
        return
    assert shape(after) == shape(before)


def shape(codes: Sequence[Code]) -> list[tuple[str, ...]]:
    """Return for each code the kinds that it stands in, from outside in."""
    by_number = {code.number: code for code in codes}

    def path(code: Code) -> tuple[str, ...]:
        above = by_number.get(code.parent)
        return (*(path(above) if above else ()), code.mark.kind)

    return sorted(path(code) for code in codes)


def test_a_cut_translation_is_told() -> None:
    """What an engine cut off at the end has facts that are missed: nothing is lost in silence."""
    text = "Stay in. Call 0800 555 111 or see gov.uk/help by 9pm."
    done = only(translate(release(text), "es", engine=Hostile(answer=lambda text: Draft(text[:8]))))
    kinds = [fact.kind for fact in facts.missing(text, done.text, "en", "es")]
    assert kinds == ["phone", "url", "time"]
