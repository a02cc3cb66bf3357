"""A narration that was made before is put together from what was kept, and from nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from plainspoken.cache import Store
from plainspoken.engines.protocols import Speech, Voice
from plainspoken.engines.silence import Silence
from plainspoken.events import Event
from plainspoken.model import Release
from plainspoken.narration import Narration
from plainspoken.spoken.lexicon import Lexeme, Lexicon
from plainspoken.stages.kept import Asked, find
from plainspoken.stages.narrate import narrate
from tests import build, needs
from tests.build import block, section

pytestmark = needs.modules("lameenc", "numpy")
VOICE = Voice("silence-en", "en", "Silence")


@dataclass(frozen=True)
class Speaker(Silence):
    """Silence, of a version, that notes what it was asked to say."""

    version: str = "1"
    asked: list[str] = field(default_factory=list, compare=False)

    def signature(self, voice: Voice, pace: float = 1.0) -> str:
        return f"{super().signature(voice, pace)} {self.version}"

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        self.asked.extend(texts)
        return super().speak(texts, voice, pace)


def release() -> Release:
    lead = block("lead.p1", "The bridge is closed.", "Ring 101.")
    return Release("en", (section("lead", "lead", lead), section("notes", "notes", block("notes.p1", "Ask us."))))


def spoken(store: Store, engine: Speaker, made: Release | None = None, **options: object) -> Narration:
    return narrate(made or release(), engine=engine, voice=VOICE, store=store, **options)  # type: ignore[arg-type]


def entry(store: Store, engine: Speaker) -> Path:
    """The file that says how the narration was put together."""
    key = Asked(release(), engine, VOICE, 1.0, None, False, "mp3").key
    return store.folder / key[:2] / key[2:]


def test_it_is_the_same_narration(tmp_path: Path) -> None:
    """What is kept is the narration, to the byte and the last figure; how many paragraphs it has is told."""
    store, engine = Store(tmp_path), Speaker()
    first = spoken(store, engine)
    heard: list[Event] = []
    engine.asked.clear()
    assert find(store, Asked(release(), engine, VOICE, 1.0, None, False, "mp3")) == (first, 2)
    assert spoken(store, engine, listen=heard.append) == first
    assert [(one.done, one.total) for one in heard] == [(2, 2)]
    assert engine.asked == []


def test_whole_samples_are_kept(tmp_path: Path) -> None:
    """Announcements, lists, tables, quotations and languages within a text come back as they were."""
    store, engine = Store(tmp_path), Speaker()
    for made in build.editions():
        narration = spoken(store, engine, made) if made.lang.startswith("en") else None
        assert narration is None or spoken(store, engine, made) == narration


@pytest.mark.parametrize(
    "options",
    [
        {"pace": 0.8}, {"describe": True}, {"form": "wav"},
        {"lexicon": Lexicon((Lexeme(("bridge",), "en", alias="pier"),))},
    ],
)  # fmt: skip
def test_what_is_asked_otherwise_is_another(tmp_path: Path, options: dict[str, object]) -> None:
    """Another pace, form, lexicon or the pictures' descriptions: nothing that was put together is taken for it."""
    store, engine = Store(tmp_path), Speaker()
    spoken(store, engine)
    plain = narrate(release(), engine=Speaker(), voice=VOICE, **options)  # type: ignore[arg-type]
    assert spoken(store, engine, **options) == plain


def test_the_country_of_the_source_is_part_of_it(tmp_path: Path) -> None:
    """The same Spanish sections say a phone number in the groups of the country that the release is from."""
    store = Store(tmp_path)
    call = section("help", "helpline", block("help.p1", "Llame al 02079460958."))
    heard: dict[str, list[str]] = {}
    for source in ("de-DE", "en-GB"):
        engine = Speaker()
        spoken(store, engine, Release("en", (call,), source_lang=source))
        heard[source] = engine.asked
    assert heard["de-DE"] != heard["en-GB"] and heard["en-GB"]


def test_another_version_of_the_voice_speaks_anew(tmp_path: Path) -> None:
    """When the engine's signature changes, all is said again."""
    store = Store(tmp_path)
    spoken(store, Speaker())
    newer = Speaker(version="2")
    spoken(store, newer)
    assert "Ask us." in newer.asked


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b'{"voices":[]}', b"null"])
def test_a_damaged_entry_is_made_again(tmp_path: Path, damage: bytes) -> None:
    """An entry that can't be read is none; the recordings are still there, and the entry is mended."""
    store, engine = Store(tmp_path), Speaker()
    first = spoken(store, engine)
    whole = entry(store, engine).read_bytes()
    entry(store, engine).write_bytes(damage)
    engine.asked.clear()
    assert (spoken(store, engine), engine.asked) == (first, [])
    assert entry(store, engine).read_bytes() == whole


@pytest.mark.parametrize("damage", [None, b"", b"cut"])
def test_a_lost_recording_is_made_again(tmp_path: Path, damage: bytes | None) -> None:
    """Where a recording is gone or cut, that one is made again, and the narration is the same."""
    store, engine = Store(tmp_path), Speaker()
    first = spoken(store, engine)
    lost = max((path for path in tmp_path.rglob("*") if path.is_file()), key=lambda path: path.stat().st_size)
    assert lost != entry(store, engine)
    lost.unlink() if damage is None else lost.write_bytes(damage)
    engine.asked.clear()
    assert spoken(store, engine) == first
    assert 0 < len(engine.asked) < 4
