"""Markup without an alignment: where its words are, found by translating them by themselves."""

from __future__ import annotations

import pytest

from plainspoken.engines.libretranslate import LibreTranslate
from plainspoken.engines.protocols import Draft
from plainspoken.model import Inline, plain
from plainspoken.stages.fragments import links, wanted
from plainspoken.stages.translate import translate
from plainspoken.tagged import tagged
from tests import libretranslate_server
from tests.build import link
from tests.stages.test_translate import Book, only, release

PAGE = link("vaccination page", "https://a.example/v")
SENTENCE = (*plain("More is on our "), PAGE, *plain(" for parents."))
TEXT = "More is on our vaccination page for parents."


def marked(found: str, said: str) -> str | None:
    """The words of a translation that a link goes round, where its words by themselves are `said`."""
    place = links(tagged(SENTENCE), found, {"vaccination page": said})
    return found[place[0].target_start : place[0].target_end] if place else None


@pytest.mark.parametrize(
    ("found", "said", "expected"),
    [
        ("Hay más en nuestra página de vacunación para padres.", "Página de vacunación", "página de vacunación"),
        ("Hay más en nuestra página de vacunaciones para padres.", "página de vacunación.", "página de vacunaciones"),
        ("Más en la página, o en la página.", "página", None),
        ("Hay más en nuestra web.", "página de vacunación", None),
        ("更多信息请见我们的疫苗接种页面。", "疫苗接种页面", "疫苗接种页面"),
        ("Hay más.", "", None),
    ],
    ids=["same", "inflected", "twice", "otherwise", "zh", "nothing"],
)
def test_words_are_found_again(found: str, said: str, expected: str | None) -> None:
    """The run of words most like what they are by themselves; none where none is like it, or two are alike."""
    assert marked(found, said) == expected


def test_what_is_too_long_is_not_looked_through() -> None:
    """In a text of more than 300 words nothing is looked for."""
    assert marked("página de vacunación " + "y " * 290, "página de vacunación") == "página de vacunación"
    assert marked("página de vacunación " + "y " * 300, "página de vacunación") is None


def test_what_is_asked_for() -> None:
    """Each piece of markup that has words, and not all of the sentence's."""
    assert wanted(tagged((Inline("strong", TEXT),))) == ()
    assert wanted(
        tagged((*plain("Call "), Inline("strong", "999"), Inline("break", "\n"), Inline("emph", " now ")))
    ) == ("now",)
    assert wanted(tagged((*plain("The "), Inline("strong", "big\nblue"), *plain(" bus")))) == ("big blue",)


def test_a_link_without_an_alignment() -> None:
    """An engine that tells no alignment is asked for the link's words too; the link stands round them."""
    known = {
        TEXT: Draft("Para padres hay más en nuestra página de vacunación."),
        "vaccination page": Draft("Página de vacunación"),
    }
    engine = Book(known)
    done = translate(release(SENTENCE, "No links here."), "es", engine=engine)
    first = next(done.segments())
    assert [(span.kind, span.text) for span in first.spans] == [
        ("text", "Para padres hay más en nuestra "), ("link", "página de vacunación"), ("text", "."),
    ]  # fmt: skip
    assert "codes-moved" not in {one.code for one in done.findings}
    assert engine.asked == [TEXT, "No links here.", "vaccination page"]


def test_an_engine_with_an_alignment_is_not_asked_again() -> None:
    """Where an alignment says where words went, nothing more is asked for, nor of a sentence without a draft."""
    engine = Book({TEXT: Draft("Hay más.", alignment=())})
    translate(release(SENTENCE), "es", engine=engine)
    translate(release((*plain("See "), PAGE)), "es", engine=engine)
    assert engine.asked == [TEXT, "See vaccination page"]


def test_through_a_libretranslate_server() -> None:
    """A server that knows only plain sentences still gives links round the right words."""
    with libretranslate_server.serve() as (site, rules):
        rules.said = {TEXT: "Para padres: más en la página de vacunación.", "vaccination page": "página de vacunación"}
        done = translate(release(SENTENCE), "es", engine=LibreTranslate(site.address))
        assert [body["q"] for body in site.sent("/translate")] == [TEXT, "vaccination page"]
    assert [span.text for span in only(done).spans if span.kind == "link"] == ["página de vacunación"]
