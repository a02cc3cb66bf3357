"""The checks of translations: each finds its fault, and is silent on good translations."""

from __future__ import annotations

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.checks.translation import CHECKS, Said, check
from plainspoken.checks.translation.kept import fact_missing
from plainspoken.findings import CODES, Finding
from plainspoken.lang import COMMUNITY
from plainspoken.model import Inline, Release, Segment, plain
from plainspoken.terms import Glossary, Term
from tests.build import block, section

GOLDEN = Path(__file__).parents[1] / "golden" / "translation"
CASES = [
    pytest.param(folder.name, case, id=f"{folder.name}-{number}")
    for folder in sorted(GOLDEN.iterdir())
    for number, case in enumerate(tomllib.loads((folder / "cases.toml").read_text(encoding="utf-8"))["case"], 1)
]


def spans(text: str) -> tuple[Inline, ...]:
    """Spans from a little markup: `[words](address)` is a link, `*words*` is strong."""
    found = []
    for words, href, strong, bare in re.findall(r"\[(.+?)\]\((.+?)\)|\*(.+?)\*|([^*\[]+)", text):
        if href:
            found.append(Inline("link", words, href=href))
        else:
            found.append(Inline("strong", strong) if strong else Inline("text", bare))
    return tuple(found)


@pytest.mark.parametrize(("code", "case"), CASES)
def test_golden(code: str, case: dict[str, object]) -> None:
    """The check named after the folder finds what the case says, in these words, and nothing where it says nothing."""
    term = case.get("glossary")
    glossary = None
    if isinstance(term, dict):
        forbidden = tuple(term.get("forbidden", ()))
        glossary = Glossary((Term(term["term"], str(case["lang"]), term["translation"], forbidden=forbidden),))
    source = Segment("body.p1.s1", spans(str(case["source"])))
    score = case.get("score")
    target = replace(source, spans=spans(str(case["target"])), state="translated", engine="argos",
                     score=score if isinstance(score, float) else None)  # fmt: skip
    said = Said(source, target, "en", str(case["lang"]), glossary)
    run = next(one for one in CHECKS if one.__name__ == code.replace("-", "_"))
    found = tuple(run(said))
    wanted = str(case["found"])
    if not wanted:
        assert found == ()
    else:
        level, meaning = CODES[code]
        message = f"{meaning} {wanted}" if wanted != "!" else meaning
        assert found == (Finding(code, level, f"{case['lang']}:body.p1.s1", message),)


def test_every_check_has_its_cases() -> None:
    """Each check has a folder of cases named by its code, with a fault and with a good translation."""
    assert {check.__name__.replace("_", "-") for check in CHECKS} == {folder.name for folder in GOLDEN.iterdir()}
    for folder in GOLDEN.iterdir():
        cases = tomllib.loads((folder / "cases.toml").read_text(encoding="utf-8"))["case"]
        assert {bool(case["found"]) for case in cases} == {True, False}


def test_check_passes_over_what_nobody_translated() -> None:
    """Sentences left in the source language, and addresses that were copied, are not judged as translations."""
    original = Release(
        "en", (section("body", "body", block("body.p1", "We want to hear from witnesses.", "a@b.example")),)
    )
    copied = original.map(lambda one: replace(one, source=one.text, state="initial"))
    assert check(original, replace(copied, lang="es", source_lang="en")) == ()
    copied = original.map(lambda one: replace(one, source=one.text, state="final", engine="copied"))
    assert check(original, replace(copied, lang="es", source_lang="en")) == ()


def test_a_person_s_word_weighs_more() -> None:
    """What a person has reviewed is never an error: a missing fact is a warning there."""
    source = Segment("body.p1.s1", plain("He is 38."))
    target = replace(source, spans=plain("Tiene unos cuarenta años."), state="reviewed", engine="memory")
    levels = {one.code: one.level for run in CHECKS for one in run(Said(source, target, "en", "es"))}
    assert levels == {"fact-missing": "warning"}


def test_a_day_of_the_week_left_out_is_only_noted() -> None:
    """A weekday that a translation leaves out is noted, as good ones do so; one that it says wrong is an error."""
    source = Segment("body.p1.s1", (Inline("text", "The doors open on Monday."),))
    said = {text: Segment("body.p1.s1", (Inline("text", text),)) for text in ("Se abre.", "Se abre el martes.")}
    levels = {
        text: [one.level for one in fact_missing(Said(source, target, "en", "es"))] for text, target in said.items()
    }
    assert levels == {"Se abre.": ["info"], "Se abre el martes.": ["error"]}


def test_a_name_that_another_of_the_release_stands_for_is_found() -> None:
    """Names without a title are known by how the rest of the translation treats them."""
    texts = ("A van hit Hackney on Tuesday.", "We met Nandakumar in Hackney.", "Later Nandakumar and Pritchard left.")
    said = (
        "Una furgoneta chocó con Hackney el martes.",
        "Vimos a Pritchard en Hackney.",
        "Luego Nandakumar y Pritchard se fueron.",
    )
    original = Release("en", (section("body", "body", block("body.p1", *texts)),))
    right = dict(zip(texts, (said[0], "Vimos a Nandakumar en Hackney.", said[2]), strict=True))
    wrong = dict(zip(texts, said, strict=True))

    def translated(pairs: dict[str, str]) -> Release:
        done = original.map(lambda one: replace(one, spans=plain(pairs[one.text]), state="translated", engine="argos"))
        return replace(done, lang="es", source_lang="en")

    assert check(original, translated(right)) == ()
    assert [(one.code, one.at, one.message[-13:]) for one in check(original, translated(wrong))] == [
        ("name-missing", "es:body.p1.s2", "“Nandakumar”.")
    ]


def test_negation_is_known_in_every_language_of_a_pack() -> None:
    """Each community language has its words for "not", and the length that one expects of it."""
    for table in ("negation", "length"):
        text = (Path(check.__code__.co_filename).parent / f"{table}.toml").read_text(encoding="utf-8")
        known = tomllib.loads(text)
        assert set(COMMUNITY) - {"en"} <= set(known.get("lang", known))


def texts_checked(pairs: dict[str, str], lang: str) -> list[tuple[str, str]]:
    """Return the codes of a release of these sentences with the end of each message."""
    original = Release("en", (section("body", "body", block("body.p1", *pairs)),))
    done = original.map(lambda one: replace(one, spans=plain(pairs[one.text]), state="translated", engine="argos"))
    return [(one.code, one.at) for one in check(original, replace(done, lang=lang, source_lang="en"))]


@pytest.mark.parametrize(
    ("said", "wanted"),
    [
        ("I colloqui con il Cile sono finiti.", []),
        ("I colloqui con Widodo sono finiti.", [("name-missing", "it:body.p1.s3")]),
        ("I colloqui con Chile sono finiti.", []),
    ],
)
def test_a_country_may_have_its_name_in_the_other_language(said: str, wanted: list[tuple[str, str]]) -> None:
    """`Chile` may be `Cile` though another sentence keeps it; another name of the release in its place is wrong."""
    pairs = {
        "The club met in Chile for a week.": "Il club si è riunito in Chile per una settimana.",
        "Later we saw Widodo with the club.": "Più tardi abbiamo visto Widodo con il club.",
        "The talks with Chile are over.": said,
    }
    assert texts_checked(pairs, "it") == wanted
