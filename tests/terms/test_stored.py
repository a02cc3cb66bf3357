"""A memory in SQLite says what the same memory of TMX says; it learns all or nothing."""

from __future__ import annotations

import pickle
from dataclasses import replace
from pathlib import Path

import pytest

from plainspoken.errors import SourceError, TargetError
from plainspoken.terms import Memory, Pair, StoredMemory, open_memories

PAIRS = (
    Pair(
        "en", "es", "Call <1>999</1> now.", "Llame al <1>999</1> ya.", "reviewed", by="Ana", when="2026-03-05T14:00:00Z"
    ),
    Pair("en", "es", "Stop.", "Pare."),
    Pair("en", "es", "Stop.", "Parada.", context="Where is the bus?"),
    Pair("en", "ur", "Call <1>999</1> now.", "ابھی <1>999</1> پر کال کریں۔"),
    Pair("en", "pt-BR", "Yes.", "É."),
    Pair("en", "pt", "Yes.", "Sim."),
    Pair("en", "es", "No.", "", "initial"),
    Pair("en", "es", "The bridge is shut until 8 May.", "El puente está cerrado hasta el 8 de mayo."),
)  # fmt: skip


@pytest.fixture
def stored(tmp_path: Path) -> StoredMemory:
    memory = StoredMemory.open(tmp_path / "memory.db")
    memory.learn(PAIRS)
    return memory


@pytest.mark.parametrize(
    "asked",
    [
        ("Call  999 now.", "en-GB", "es", None),
        ("Stop.", "en", "es", "Where is the bus?"),
        ("Stop.", "en", "es", "Run!"),
        ("Yes.", "en", "pt-BR", None),
        ("Yes.", "en", "pt", None),
        ("No.", "en", "es", None),
        ("Call 999 now.", "en", "ur-Latn", None),
        ("Nothing.", "en", "es", None),
    ],
)
def test_finds_what_the_other_finds(asked: tuple[str, str, str, str | None], stored: StoredMemory) -> None:
    """Both memories find the same pair, or none."""
    assert stored.find(*asked) == Memory(PAIRS).find(*asked)


def test_similar(stored: StoredMemory) -> None:
    """Both memories find the same sentences that are alike, with the same scores; the very same is not one."""
    asked = "The bridge is shut until 9 May."
    assert stored.similar(asked, "en", "es") == Memory(PAIRS).similar(asked, "en", "es")
    assert stored.similar(asked, "en", "es")[0].difference(asked) == "The bridge is shut until [-8-]{+9+} May."
    assert stored.similar(PAIRS[-1].source, "en", "es") == ()
    assert stored.similar("...", "en", "es") == ()
    assert stored.similar('"AND" OR NEAR(', "en", "es") == ()


def test_what_is_learned(stored: StoredMemory) -> None:
    """A newer pair takes the place of an older one; a machine's never that of a person's or of a reviewed one."""
    machine = Pair("en", "es", "Stop.", "Alto.", by="machine")
    newer = Pair("en", "es", "Stop.", "Alto.", by="Eva")
    lesser = Pair("en", "es", "Call 999 now.", "Llame.", "translated", by="Eva")
    stored.learn([machine, lesser])
    assert stored.pairs == PAIRS
    stored.learn([newer])
    assert set(stored.pairs) == {*PAIRS[:1], *PAIRS[2:], newer}
    assert set(Memory(PAIRS).learned(machine, lesser, newer).pairs) == set(stored.pairs)
    assert {match.pair.target for match in stored.similar("Stop!", "en", "es", least=0.5)} == {"Alto.", "Parada."}


def test_who_said_it_first(stored: StoredMemory) -> None:
    """Who said a sentence first answers for it, with the date, until somebody changes it or its state."""
    again = replace(PAIRS[0], by="Luis", when="2026-04-01T00:00:00Z")
    stored.learn([again])
    assert stored.pairs == PAIRS
    final = replace(again, state="final")
    stored.learn([final])
    assert stored.pairs == (*PAIRS[1:], final)


def test_all_or_nothing(stored: StoredMemory) -> None:
    """Where one pair fails, none of them is learned."""

    def pairs():  # type: ignore[no-untyped-def]
        yield Pair("en", "es", "One.", "Uno.")
        raise ValueError

    with pytest.raises(ValueError):
        stored.learn(pairs())
    assert stored.pairs == PAIRS


def test_a_file_that_is_no_memory(tmp_path: Path) -> None:
    """A file of something else is refused and left as it was."""
    path = tmp_path / "memory.db"
    path.write_text("not a database, but long enough to be read as one " * 20)
    with pytest.raises(SourceError, match="not a memory"):
        StoredMemory.open(path)
    assert path.read_text().startswith("not a database")


def test_a_folder_that_can_not_be_written(tmp_path: Path) -> None:
    """A memory that can't be made is a target's error."""
    (tmp_path / "file").write_text("")
    with pytest.raises(TargetError):
        StoredMemory.open(tmp_path / "file" / "memory.db")


def test_pickled(stored: StoredMemory) -> None:
    """It goes to another process as its path."""
    assert pickle.loads(pickle.dumps(stored)) == stored


def test_opened_by_name(stored: StoredMemory, tmp_path: Path) -> None:
    """TMX files are read as one; a `.db` is used by itself, and must be there."""
    Memory(PAIRS[:2]).write(tmp_path / "a.tmx")
    Memory(PAIRS[2:4]).write(tmp_path / "b.tmx")
    both = open_memories([tmp_path / "a.tmx", tmp_path / "b.tmx"], tmp_path / "index")
    assert isinstance(both, Memory)
    assert set(both.pairs) == set(PAIRS[:4])
    assert open_memories([stored.path]) == stored
    with pytest.raises(SourceError, match="by itself"):
        open_memories([stored.path, tmp_path / "a.tmx"])
    with pytest.raises(SourceError, match="no such file"):
        open_memories([tmp_path / "none.db"])


def test_large_files_have_an_index(tmp_path: Path) -> None:
    """A large TMX file is read once; its index is made anew when the file changes, and says the same."""
    many = tuple(
        Pair("en", "es", f"Sentence number {number}.", f"Frase número {number}. {'x' * 150}") for number in range(8000)
    )
    path, folder = tmp_path / "large.tmx", tmp_path / "index"
    Memory(many).write(path)
    found = open_memories([path], folder)
    assert isinstance(found, StoredMemory)
    assert found.find("Sentence number 7.", "en", "es") == many[7]
    assert open_memories([path], folder) == found
    Memory((*many[1:], Pair("en", "es", "New.", "Nuevo."))).write(path)
    again = open_memories([path], folder)
    assert again != found
    assert (again.find("New.", "en", "es") is not None, again.find(many[0].source, "en", "es")) == (True, None)
    assert len(list(folder.iterdir())) == 2
