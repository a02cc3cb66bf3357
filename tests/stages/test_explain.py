"""Hard words in an edition: bold where they first stand, explained in the very next sentence, once."""

from __future__ import annotations

from plainspoken.checks.easy import check
from plainspoken.engines.rules import Rules
from plainspoken.hard_words import HardWord, HardWords, built_in
from plainspoken.model import Block, Inline, Release, Segment
from plainspoken.stages.marking import emphasised
from plainspoken.stages.simplify import simplify
from tests.build import block, parts, section


def made(*blocks: Block, words: HardWords | None = None) -> Release:
    return simplify(Release("en", (section("body", "body", *blocks),)), engine=Rules(), words=words)


def lines(easy: Release) -> list[str]:
    return [
        "".join(f"*{span.text}*" if span.kind == "strong" else span.text for span in segment.spans)
        for part in easy.blocks()
        if part.kind == "paragraph"
        for segment in part.segments
    ]


def test_bold_then_explained_once() -> None:
    """The first use is bold and the next sentence explains it; a later use is plain."""
    easy = made(block("body.p1", "The coroner spoke on Monday.", "Ask the coroner for help."))
    assert lines(easy)[:2] == ["The *coroner* spoke on Monday.", "A coroner finds out how a person died."]
    assert "*" not in "".join(lines(easy)[2:]) and "Ask the coroner for help." in lines(easy)


def test_nothing_parts_a_list_or_this_from_what_it_means() -> None:
    """No explanation stands between the items of a list, or before a sentence that looks back; a finding says so."""
    items = parts("body.l1", "list", {"i1": "you are a tenant", "i2": "you work"})
    easy = made(block("body.p1", "You can apply if:"), items)
    assert lines(easy) == ["You can apply if:", "you are a tenant", "you work"]
    assert [(one.code, one.at) for one in check(easy)] == [("easy-hard-word", "body.p3.s1")]
    assert lines(made(block("body.p1", "An inquest opened.", "It is in Mill Lane."))) == [
        "An inquest opened.",
        "It is in Mill Lane.",
    ]


def test_explained_is_not_a_finding() -> None:
    """A word that any sentence explains is no finding, whoever wrote that sentence."""
    text = Release("en", (section("body", "body", block("body.p1", "The coroner spoke.")),), edition="easy")
    own = Release(
        "en",
        (section("body", "body", block("body.p1", "The coroner spoke.", "A coroner is a judge of deaths.")),),
        edition="easy",
    )
    assert [one.code for one in check(text)] == ["easy-hard-word"]
    assert check(own) == ()


def test_own_words() -> None:
    """An organisation's word is explained first, in its words; too long an explanation is a warning."""
    long = " ".join(["word"] * 15)
    words = HardWords((HardWord(("Haven",), f"Haven {long}.", own=True),)).before(built_in())
    easy = made(block("body.p1", "Haven is open."), words=words)
    assert lines(easy) == ["*Haven* is open.", f"Haven {long}."]
    assert [one.code for one in check(easy, words=words)] == ["sentence-long", "easy-explanation-long"]


def test_bold_inside_a_link() -> None:
    """A word that is a link, or part of one, keeps its address; one that a link cuts is left as it is."""
    link = Inline("link", "bail rules", href="https://example.org/")
    assert emphasised((link,), 0, 4)[0].children == (Inline("strong", "bail"), Inline("text", " rules"))
    assert emphasised((link,), 0, 10) == (Inline("strong", "bail rules", children=(link,)),)
    assert emphasised((Inline("text", "on "), link), 0, 7) == (Inline("text", "on "), link)


def test_words_stay() -> None:
    """Bold changes no word."""
    easy = made(block("body.p1", "A jury at the Crown Court heard the evidence."))
    assert all(isinstance(one, Segment) and one.text == "".join(s.text for s in one.spans) for one in easy.segments())
