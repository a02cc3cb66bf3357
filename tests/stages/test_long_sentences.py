"""Sentences longer than an engine can take: cut between clauses, joined again, never cut off in silence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from plainspoken.engines.protocols import Draft, Link, Passage
from plainspoken.model import Inline
from plainspoken.stages.drafts import Drafting, drafts
from plainspoken.stages.translate import translate
from tests.stages.test_translate import Book, only, release

LONG = (
    "; ".join(f"the team in ward {number} will open the doors of its clinic for all" for number in range(1, 41)) + "."
)


@dataclass(frozen=True)
class Cutting(Book):
    """An engine that writes 256 pieces and then stops, as models do, and tells what it was given."""

    most: int = 256

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        return [self._draft(text) for text in texts]

    def _draft(self, text: str) -> Draft:
        said = " ".join(text.upper().split(" ")[: self.most // 2])
        return Draft(said, alignment=(Link(0, 3, 0, 3),))


def test_nothing_is_cut_off() -> None:
    """Every clause of a sentence of 560 words is in the translation, in order, its number with it."""
    done = only(translate(release((Inline("text", LONG),)), "es", engine=Cutting()))
    assert done.text.casefold() == LONG.casefold()


def test_parts_keep_their_places() -> None:
    """The alignment of each part is where the part stands in the whole; markup in a late part stays on its words."""
    made = drafts(Drafting(Cutting(), "en", "es"), [Passage(LONG)], store=None, executor=None, advance=lambda _: None)
    draft = made[Passage(LONG)]
    assert draft.alignment and len(draft.alignment) > 3
    assert all(LONG[link.source_start : link.source_end].upper() == draft.text[link.target_start : link.target_end]
               for link in draft.alignment)  # fmt: skip
    assert draft.score is None


@pytest.mark.parametrize("text", ["word " * 400 + "end", "字" * 900, "x" * 3000, "short"])
def test_any_long_text(text: str) -> None:
    """A text without clauses is cut between words, Chinese between signs; one endless word goes as it is."""
    source = "zh" if text[0] == "字" else "en"
    made = drafts(Drafting(Cutting(), source, "zh"), [Passage(text)], store=None, executor=None, advance=lambda _: None)
    assert made[Passage(text)].text.replace(" ", "") == text.upper().replace(" ", "")


def test_a_part_without_an_answer() -> None:
    """Where an engine says nothing for one part, the whole stays in its language rather than lose the part."""

    class Silent(Cutting):
        def _draft(self, text: str) -> Draft:
            return Draft("" if "ward 30" in text else text)

    done = translate(release((Inline("text", LONG),)), "es", engine=Silent())
    assert only(done).state == "initial"
    assert [found.code for found in done.findings] == ["not-translated"]
