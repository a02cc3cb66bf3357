"""Every sample is read as its `source.toml` expects."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from pathlib import Path

import pytest

from plainspoken import lang as languages
from plainspoken.errors import SourceError
from plainspoken.model import Release
from plainspoken.readers.html import read
from plainspoken.readers.source import open_source

SAMPLES = Path(__file__).parents[2] / "samples"


@dataclass(frozen=True)
class Sample:
    folder: Path
    facts: dict[str, object]
    expect: dict[str, object]

    def read(self) -> Release:
        return _read(self.folder / "page.html", str(self.facts.get("url") or ""))


@cache
def _read(path: Path, url: str) -> Release:
    return read(open_source(path, url=url or None))


def _samples() -> list[Sample]:
    found = []
    for path in sorted(SAMPLES.glob("*/source.toml")):
        facts = tomllib.loads(path.read_text("utf-8"))
        if (path.parent / "page.html").exists():
            found.append(Sample(path.parent, facts, facts["expect"]))
    return found


ALL = _samples()
RELEASES = [sample for sample in ALL if sample.expect["release"]]


def named(samples: list[Sample]) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("sample", samples, ids=[sample.folder.name for sample in samples])


def digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())


def test_there_are_samples() -> None:
    """The samples are found, and one of them is no release."""
    assert len(RELEASES) >= 10
    assert len(RELEASES) < len(ALL)


@named([sample for sample in ALL if not sample.expect["release"]])
def test_what_is_no_release_is_refused(sample: Sample) -> None:
    """A page without a release is refused with exit code 3, and the message says what it is."""
    with pytest.raises(SourceError) as caught:
        sample.read()
    assert caught.value.exit_code == 3
    assert "it looks like" in str(caught.value)


@named(RELEASES)
def test_headline(sample: Sample) -> None:
    """The headline is the one the page shows, and it stands in the section `headline` alone."""
    release = sample.read()
    assert release.headline == sample.expect["headline"]
    others = [block.text for section in release.sections if section.role != "headline" for block in section.blocks]
    assert release.headline not in others


@named(RELEASES)
def test_sections(sample: Sample) -> None:
    """The parts of the release are found, each where it stands."""
    roles = [section.role for section in sample.read().sections]
    assert list(dict.fromkeys(roles)) == sample.expect["sections"]


@named(RELEASES)
def test_facts_of_the_page(sample: Sample) -> None:
    """Language, publisher, address and date are those of the page; a time is compared where the page gives one."""
    release = sample.read()
    assert languages.same(release.lang, str(sample.facts["lang"]))
    assert release.publisher == sample.facts["publisher"]
    assert release.url == sample.facts["url"]
    expected = datetime.fromisoformat(str(sample.facts["published"]))
    assert release.published is not None
    found = datetime.fromisoformat(release.published)
    if found.tzinfo:
        assert found == expected
    else:
        assert found.date() == expected.date()


@named(RELEASES)
def test_speakers(sample: Sample) -> None:
    """Each quotation has its speaker, by the full name, and nobody else is made to speak."""
    speakers = [block.speaker for block in sample.read().blocks() if block.speaker]
    assert sorted(set(speakers)) == sorted(sample.expect["speakers"])


@named(RELEASES)
def test_helplines(sample: Sample) -> None:
    """Every number to call for help is in the text, and most of all in the section that is for it."""
    release = sample.read()
    numbers = [digits(number) for number in sample.expect["helplines"]]
    whole = digits(" ".join(segment.text for segment in release.segments()))
    assert [number for number in numbers if number not in whole] == []
    help_text = [
        segment.text
        for s in release.sections
        if s.role == "helpline"
        for block in s.blocks
        for segment in block.segments
    ]
    if help_text:
        assert any(number in digits(" ".join(help_text)) for number in numbers)


@named(RELEASES)
def test_furniture_stays_out(sample: Sample) -> None:
    """Nothing of the site's own, nothing hidden and nothing hostile is anywhere in the release."""
    text = sample.read().to_json()
    assert [word for word in sample.expect["not_in_output"] if word in text] == []


@named([sample for sample in RELEASES if "images" in sample.expect])
def test_pictures(sample: Sample) -> None:
    """The pictures are the real ones, not their placeholders, once each and in order."""
    found = [block.src for block in sample.read().blocks() if block.src]
    assert len(found) == len(sample.expect["images"])
    assert all(one.endswith(other) for one, other in zip(found, sample.expect["images"], strict=True))


@named([sample for sample in RELEASES if "embargo" in sample.expect])
def test_embargo(sample: Sample) -> None:
    """An embargo is reported with its time, and is no part of the text."""
    messages = [found.message for found in sample.read().findings if found.code == "embargo"]
    assert len(messages) == 1
    assert str(sample.expect["embargo"]) in messages[0]


@named([sample for sample in RELEASES if "languages" in sample.expect])
def test_page_in_two_languages(sample: Sample) -> None:
    """Where a page has the release in two languages, one is read, and the other when asked for."""
    first, second = sample.expect["languages"]
    other = read(open_source(sample.folder / "page.html", url=str(sample.facts["url"])), lang=second)
    assert (sample.read().lang, other.lang) == (first, second)
    ours = {segment.text for segment in sample.read().segments()}
    theirs = {segment.text for segment in other.segments()}
    assert all(not any(map(str.isalpha, text)) for text in ours & theirs)


@named(RELEASES)
def test_whole_and_well_formed(sample: Sample) -> None:
    """Ids are unique and say where a segment stands; spans join to the text; JSON gives the release back."""
    release = sample.read()
    ids = [segment.id for segment in release.segments()]
    assert len(ids) == len(set(ids))
    for section in release.sections:
        for number, block in enumerate(section.blocks, 1):
            assert block.id == f"{section.id}.p{number}"
            assert all(segment.id.startswith(f"{block.id}.") for segment in block.segments)
            assert all(segment.text and segment.text == segment.text.strip() for segment in block.segments)
    assert Release.from_json(release.to_json()) == release
