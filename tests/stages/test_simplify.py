"""The easy-read edition: true, short, pointing at its source, and the same from run to run."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from plainspoken.claims import added_names, added_numbers, keeps_quotes, negations, statuses, word_count
from plainspoken.engines.rules import Rules
from plainspoken.model import Release, Segment
from plainspoken.stages.simplify import MOST, simplify
from tests.stages.releases import domestic_abuse, flood_grants, measles_clinics

GOLDEN = Path(__file__).parents[1] / "golden" / "easy"
SAMPLES = (domestic_abuse, flood_grants, measles_clinics)
Made = Callable[[], Release]


def easy(made: Made) -> Release:
    return simplify(made(), engine=Rules())


def sentences(release: Release) -> list[Segment]:
    return [segment for block in release.blocks() if block.kind == "paragraph" for segment in block.segments]


def told(release: Release) -> list[list[str | None]]:
    """Return each section as rows: words, rule, origin, picture."""
    return [
        [segment.id, segment.text, segment.rule, segment.origin[0], segment.picture] for segment in release.segments()
    ]


@pytest.mark.parametrize("made", SAMPLES, ids=lambda made: made.__name__)
def test_golden(made: Made) -> None:
    """Every sentence of the three samples, its rule, origin and picture are as judged by hand."""
    expected = json.loads((GOLDEN / made.__name__ / "out.json").read_text("utf-8"))
    assert told(easy(made)) == expected


@pytest.mark.parametrize("made", SAMPLES, ids=lambda made: made.__name__)
def test_origin(made: Made) -> None:
    """Every sentence names exactly one sentence of the release, and its rule."""
    known = {segment.id for segment in made().segments()}
    for segment in easy(made).segments():
        assert len(segment.origin) == 1 and segment.origin[0] in known and segment.rule


@pytest.mark.parametrize("made", SAMPLES, ids=lambda made: made.__name__)
def test_short(made: Made) -> None:
    """An ordinary release becomes at most 20 sentences of at most 15 words."""
    found = sentences(easy(made))
    assert 10 <= len(found) <= MOST
    assert max(word_count(segment.text) for segment in found) <= 15


@pytest.mark.parametrize("made", SAMPLES, ids=lambda made: made.__name__)
def test_nothing_added(made: Made) -> None:
    """No number, name, "not" or legal status is there that the source sentence lacks; quotes are verbatim."""
    source = {segment.id: segment.text for segment in made().segments()}
    speakers = " ".join(block.speaker or "" for block in made().blocks())
    for segment in sentences(easy(made)):
        if segment.rule in {"glossary", "abbreviation"}:
            continue
        origin = source[segment.origin[0]]
        assert not added_numbers(origin, segment.text)
        assert not added_names(f"{origin} {speakers}", segment.text)
        assert keeps_quotes(origin, segment.text)
        assert statuses(segment.text) <= statuses(origin)
        assert negations(segment.text) == 0 or negations(origin) > 0


@pytest.mark.parametrize("made", SAMPLES, ids=lambda made: made.__name__)
def test_critical_facts(made: Made) -> None:
    """What readers are told to call, press or do by a date is there: no finding says that one is left out."""
    assert [finding.code for finding in easy(made).findings] == []


def test_ids_unique() -> None:
    """Segment and block ids stand once each."""
    release = easy(domestic_abuse)
    ids = [segment.id for segment in release.segments()] + [block.id for block in release.blocks()]
    assert len(ids) == len(set(ids))


def test_deterministic() -> None:
    """The same release gives the same edition, byte for byte."""
    assert easy(domestic_abuse).to_json() == easy(domestic_abuse).to_json()


def test_edition() -> None:
    """The edition keeps what identifies the release and is marked as easy read."""
    full, made = flood_grants(), easy(flood_grants)
    assert (made.edition, made.lang, made.publisher, made.published) == (
        "easy",
        full.lang,
        full.publisher,
        full.published,
    )


def test_links_stay() -> None:
    """A link of the source stays on the same words."""
    links = {span.text: span.href for segment in easy(flood_grants).segments() for span in segment.spans if span.href}
    assert links == {"online form": "https://newsroom.rivers-and-coasts.example/apply-flood-grant"}
