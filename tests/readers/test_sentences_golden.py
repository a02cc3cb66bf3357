"""The sentences of releases in twelve languages, held to where a person ends them."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainspoken.readers.sentences import spans

FOLDER = Path(__file__).parents[1] / "golden" / "sentences"
FILES = sorted(FOLDER.glob("*.txt"))
UNSPACED = {"zh"}


def judged(file: Path) -> list[tuple[bool, str]]:
    """Each sentence of a file, and whether it was found as it stands there."""
    space = "" if file.stem in UNSPACED else " "
    found = []
    for line in file.read_text("utf-8").splitlines():
        wanted = line.split("|")
        text = space.join(wanted)
        cut = {text[start:end] for start, end in spans(text, file.stem)}
        found += [(sentence in cut, f"{file.stem}: {sentence}") for sentence in wanted]
    return found


def test_there_are_enough() -> None:
    """The set has at least 300 sentences, in 12 languages."""
    assert len(FILES) == 12
    assert sum(len(judged(file)) for file in FILES) >= 300


def test_nearly_all_are_found() -> None:
    """At least 99 of 100 sentences are found whole; the message lists the others."""
    all_of_them = [one for file in FILES for one in judged(file)]
    missed = [sentence for right, sentence in all_of_them if not right]
    assert len(missed) <= len(all_of_them) // 100, "\n".join(missed)


@pytest.mark.parametrize("file", FILES, ids=[file.stem for file in FILES])
def test_each_language(file: Path) -> None:
    """No language has more than one sentence in twenty wrong."""
    missed = [sentence for right, sentence in judged(file) if not right]
    assert len(missed) <= len(judged(file)) // 20, "\n".join(missed)
