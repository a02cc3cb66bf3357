"""Narrating: what is read, when it is said, what is kept between runs, what is refused."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from itertools import cycle, pairwise
from pathlib import Path

import pytest

from plainspoken import audio
from plainspoken.cache import Store
from plainspoken.engines.protocols import Probe, Speech, Voice
from plainspoken.engines.registry import find_speaker
from plainspoken.engines.silence import Silence
from plainspoken.errors import EngineError, RemoteError
from plainspoken.events import Event
from plainspoken.model import Inline, Release
from plainspoken.narration import Narration
from plainspoken.stages.narrate import check_script, narrate
from plainspoken.stages.script import passages
from plainspoken.words import words
from tests import needs
from tests.build import block, easy, editions, parts, release, section

pytestmark = needs.modules("lameenc", "numpy")
VOICE = Voice("silence-en", "en", "Silence")


def narrated(made: Release, **more: object) -> Narration:
    """Narrate with the silent speaker in the release's language."""
    voice = Voice(f"silence-{made.lang[:2]}", made.lang[:2], "Silence")
    return narrate(made, engine=Silence(), voice=voice, **more)  # type: ignore[arg-type]


def of(*blocks: object, lang: str = "en", role: str = "body", edition: str = "full") -> Release:
    """A release of one section."""
    return Release(lang, (section("body", role, *blocks),), edition=edition)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Counting:
    """A speaker that notes what it is asked, and fails or misbehaves as told."""

    asked: list[str] = field(default_factory=list, compare=False)
    rates: dict[str, int] = field(default_factory=dict)
    fails_at: str = ""
    short: bool = False
    remote: bool = False
    name: str = "counting"

    def probe(self) -> Probe:
        return Probe(ready=True)

    def voices(self) -> tuple[Voice, ...]:
        return Silence().voices()

    def signature(self, voice: Voice, pace: float) -> str:
        return f"counting {voice.id} {pace}"

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        self.asked.extend(texts)
        if self.fails_at in texts:
            raise RemoteError("the service does not answer")
        said = [
            speech for text in texts for speech in Silence(rate=self.rates.get(text, 22050)).speak([text], voice, pace)
        ]
        return said[1:] if self.short else said


def test_what_is_read() -> None:
    """Headline, paragraphs, quotes, list items, cells row by row and captions are read; alt text and credits not."""
    read = [line.segment.id for passage in passages(release()) for line in passage.lines if line.segment]
    everything = [segment.id for segment in release().segments()]
    assert read == [ident for ident in everything if not ident.endswith((".alt.s1", ".credit.s1"))]
    assert "body.t1.r2.c2.s1" in read


def test_cues_are_segments() -> None:
    """Each sentence that is read has one cue with its own id and text, in reading order, and none overlaps the next."""
    cues = narrated(release()).cues
    texts = {segment.id: segment.text for segment in release().segments()}
    assert [cue.text for cue in cues] == [texts[cue.id] for cue in cues]
    assert len({cue.id for cue in cues}) == len(cues) == 30
    assert all(one.begins < one.ends < other.begins for one, other in pairwise(cues))


def test_announcements_stand_between_cues() -> None:
    """Each announcement has its time between the cues, and the id of the sentence that it opens or closes."""
    said = replace(block("q.q1", "“Never.”", "“Ever.”", kind="quote"), speaker="Jane Roe")
    table = replace(
        parts("q.t1", "table", {"r1.c1": "Area", "r1.c2": "Calls", "r2.c1": "North", "r2.c2": "12"}),
        shape=(2, 2), header_rows=1,
    )  # fmt: skip
    picture = parts("q.f1", "figure", {"alt": "A red van"})
    made = Release(
        "en", (section("lead", "lead", block("lead.p1", "One.")), section("q", "body", said, table, picture))
    )
    narration = narrated(made, describe=True)
    assert [(aside.id, aside.text) for aside in narration.asides] == [
        ("lead.p1.s1", "Summary"), ("q.q1.s1", "Main text"), ("q.q1.s1", "Quote from Jane Roe"),
        ("q.q1.s2", "End of quote"), ("q.t1.r1.c1.s1", "Table"), ("q.t1.r2.c2.s1", "Calls:"),
        ("", "Picture: A red van"),
    ]  # fmt: skip
    whole = sorted((*narration.cues, *narration.asides), key=lambda one: one.begins)
    assert all(one.begins < one.ends < other.begins for one, other in pairwise(whole))
    assert whole[-1].ends < narration.duration
    assert [one.text for one in whole][:7] == [
        "Summary", "One.", "Main text", "Quote from Jane Roe", "“Never.”", "“Ever.”", "End of quote",
    ]  # fmt: skip


@pytest.mark.parametrize("made", editions(), ids=lambda made: f"{made.lang}-{made.edition}")
def test_an_announcement_belongs_to_its_neighbour(made: Release) -> None:
    """In every language, an announcement's sentence is the cue right after it, or right before it where it closes."""
    narration = narrated(made)
    assert narration.asides
    whole = sorted((*narration.cues, *narration.asides), key=lambda one: one.begins)
    for at, one in enumerate(whole):
        if one in narration.asides:
            before = next((other for other in reversed(whole[:at]) if other in narration.cues), None)
            after = next((other for other in whole[at:] if other in narration.cues), None)
            assert one.id in {near.id for near in (before, after) if near}


def test_words_point_into_the_written_sentence() -> None:
    """A number that is said in several words is one word of the sentence, from its first to its last."""
    made = of(block("body.p1", "Call 999 at 9.40pm."))
    (cue,) = narrated(made).cues
    assert [cue.text[word.start : word.end] for word in cue.words] == ["Call", "999", "at", "9.40pm."]
    assert cue.words[0].begins == cue.begins
    assert cue.words[-1].ends == pytest.approx(cue.ends)
    assert all(one.ends <= other.begins + 1e-9 for one, other in pairwise(cue.words))


def test_clips_are_sections() -> None:
    """Each section is one clip, named by its heading or its role in the release's language; none leaves a gap."""
    narration = narrated(editions()[2])
    assert [clip.section for clip in narration.clips] == ["headline", "standfirst", "body", "help", "notes", "contact"]
    assert [clip.title for clip in narration.clips][:4] == [
        "عدالتی حکم توڑنے پر ایک شخص کو قید", words("ur")("Summary"), words("ur")("Main text"), "مدد کیسے حاصل کریں",
    ]  # fmt: skip
    assert narration.clips[0].begins == 0
    assert all(one.ends == other.begins for one, other in pairwise(narration.clips))


def test_sections_of_one_name_are_one_clip() -> None:
    """A standfirst and a lead are both a summary: one chapter, said and heard once; a heading begins its own."""
    made = Release("en", (
        section("headline", "headline", block("headline.h1", "Bridge closed", kind="heading")),
        section("standfirst", "standfirst", block("standfirst.p1", "It is unsafe.")),
        section("lead", "lead", block("lead.p1", "The council said so.", "It is old.")),
        section("body", "body", block("body.p1", "Buses go round.")),
        section("body2", "body", block("body2.h1", "Main text", kind="heading"), block("body2.p1", "So do cars.")),
    ))  # fmt: skip
    engine = Counting()
    narration = narrate(made, engine=engine, voice=VOICE)
    assert [(clip.section, clip.title) for clip in narration.clips] == [
        ("headline", "Bridge closed"), ("standfirst", "Summary"), ("body", "Main text"), ("body2", "Main text"),
    ]  # fmt: skip
    assert engine.asked.count("Summary") == 1
    _, summary, *_ = narration.clips
    inside = [cue.id for cue in narration.cues if summary.begins < cue.begins < summary.ends]
    assert inside == ["standfirst.p1.s1", "lead.p1.s1", "lead.p1.s2"]


def test_times_are_exact_to_the_frame() -> None:
    """A clip lasts as long as its frames; the whole as long as its clips; cues lie inside their section's clip."""
    narration = narrated(release())
    rate = 22050
    for clip in narration.clips:
        assert clip.ends - clip.begins == pytest.approx(audio.samples(clip.audio) / rate)
        inside = [cue for cue in narration.cues if cue.id.startswith(f"{clip.section}.")]
        assert all(clip.begins < cue.begins < cue.ends < clip.ends for cue in inside)
    assert narration.duration == pytest.approx(audio.samples(narration.audio) / rate)


def test_pauses() -> None:
    """0.3 s between sentences, more after headings, more between blocks."""
    made = of(
        block("body.h1", "Title", kind="heading", level=2),
        block("body.p1", "One.", "Two."),
        parts("body.f1", "figure", {"caption": "Three"}),
        block("body.p2", "Five."),
    )
    cues = narrated(made).cues
    gaps = [other.begins - one.ends for one, other in pairwise(cues)]
    assert gaps == pytest.approx([0.6, 0.3, 0.7, 0.7], abs=576 / 22050)  # within the frame that it ends in


def test_easy_read_is_slower() -> None:
    """Easy read is spoken at 0.85 of the pace, with pauses half as long again."""
    blocks = block("body.p1", "One two three.", "Four five six.")
    usual, slow = narrated(of(blocks)).cues, narrated(of(blocks, edition="easy")).cues
    assert slow[0].ends - slow[0].begins == pytest.approx((usual[0].ends - usual[0].begins) / 0.85, rel=0.01)
    assert slow[1].begins - slow[0].ends == pytest.approx(0.45, abs=0.01)


def test_pace() -> None:
    """A pace that is asked for is kept to."""
    made = of(block("body.p1", "One two three four five six."))
    assert narrated(made, pace=0.5).cues[0].ends == pytest.approx(narrated(made).cues[0].ends * 2, rel=0.05)


def test_nothing_to_say() -> None:
    """A section with nothing to say has no clip; a sentence without letters is a finding and has no cue."""
    made = Release(
        "en",
        (
            section("a", "body", block("a.p1", "* * *")),
            section("b", "body", block("b.p1", "One.", "🎉", "Two.")),
            section("c", "body"),
        ),
    )
    narration = narrated(made)
    assert [clip.section for clip in narration.clips] == ["b"]
    assert [cue.id for cue in narration.cues] == ["b.p1.s1", "b.p1.s3"]
    assert [(found.code, found.at) for found in narration.findings] == [
        ("unspeakable", "a.p1.s1"), ("unspeakable", "b.p1.s2"),
    ]  # fmt: skip


def test_an_empty_release() -> None:
    """A release without words is a narration without clips."""
    narration = narrated(Release("en", ()))
    assert (narration.clips, narration.cues, narration.audio, narration.duration) == ((), (), b"", 0.0)


def test_an_unchanged_run_says_nothing_again(tmp_path: Path) -> None:
    """What is in the store is not spoken again, and the second narration is the first."""
    engine, store = Counting(), Store(tmp_path)
    first = narrate(release(), engine=engine, voice=VOICE, store=store)
    engine.asked.clear()
    assert narrate(release(), engine=engine, voice=VOICE, store=store) == first
    assert engine.asked == []


def test_a_change_is_recorded_alone(tmp_path: Path) -> None:
    """When one sentence changes, its paragraph or list is spoken again and no other."""
    engine, store = Counting(), Store(tmp_path)
    narrate(release(), engine=engine, voice=VOICE, store=store)
    engine.asked.clear()
    corrected = release().map(
        lambda one: replace(one, spans=(Inline("text", "New name."),)) if one.id == "notes.l1.i2.s1" else one
    )
    narrate(corrected, engine=engine, voice=VOICE, store=store)
    assert engine.asked == [
        "Notes to editors", "List", "one.", "The woman has asked not to be named.", "two.", "New name.",
    ]  # fmt: skip


def test_voice_and_pace_are_part_of_the_key(tmp_path: Path) -> None:
    """Another voice or pace is another recording."""
    engine, store = Counting(), Store(tmp_path)
    made = of(block("body.p1", "One."))
    for voice, pace in ((VOICE, 1.0), (VOICE, 0.8), (Voice("silence-cy", "cy", "Silence"), 1.0)):
        narrate(made, engine=engine, voice=voice, pace=pace, store=store)
    assert engine.asked == ["One."] * 3


def test_damaged_recordings_are_made_again(tmp_path: Path) -> None:
    """A recording that can't be read is made again, and the store is mended."""
    engine, store = Counting(), Store(tmp_path)
    first = narrate(easy(), engine=engine, voice=VOICE, store=store)
    kept = [path for path in tmp_path.rglob("*") if path.is_file()]
    for path, damage in zip(kept, cycle([b"", b"{}\n", b"garbage"]), strict=False):
        path.write_bytes(damage)
    assert narrate(easy(), engine=engine, voice=VOICE, store=store) == first
    engine.asked.clear()
    assert narrate(easy(), engine=engine, voice=VOICE, store=store) == first
    assert engine.asked == []


def test_a_run_that_fails_goes_on_where_it_stopped(tmp_path: Path) -> None:
    """Paragraphs that were recorded before a failure are kept."""
    store = Store(tmp_path)
    made = Release("en", tuple(section(name, "body", block(f"{name}.p1", f"Part {name}.")) for name in "abc"))
    with pytest.raises(RemoteError):
        narrate(made, engine=Counting(fails_at="Part c."), voice=VOICE, store=store)
    engine = Counting()
    narrate(made, engine=engine, voice=VOICE, store=store)
    assert engine.asked == ["Part c."]


@pytest.fixture(params=[ThreadPoolExecutor, ProcessPoolExecutor])
def executor(request: pytest.FixtureRequest) -> Iterator[Executor]:
    with request.param(2) as pool:
        yield pool


def test_on_any_executor(executor: Executor) -> None:
    """Threads and processes give what one thread gives."""
    assert narrated(release(), executor=executor) == narrated(release())


def test_a_remote_engine_is_asked_for_one_paragraph_at_a_time() -> None:
    """A service on the web is not flooded: no executor is used for it."""

    class Refusing(ThreadPoolExecutor):
        def submit(self, *_: object, **__: object) -> object:  # type: ignore[override]
            raise AssertionError("a remote engine must not be run in parallel")

    with Refusing(1) as pool:
        assert narrate(easy(), engine=Counting(remote=True), voice=VOICE, executor=pool).clips


def test_events() -> None:
    """Whoever listens is told how many paragraphs are done, of how many, in which language."""
    events: list[Event] = []
    narrated(release(), listen=events.append)
    assert {(event.stage, event.unit, event.lang, event.total) for event in events} == {
        ("narrate", "paragraphs", "en-GB", 18)
    }
    assert [event.done for event in events][-1] == 18
    assert sorted(event.done for event in events) == [event.done for event in events]


def test_the_wrong_script_is_refused() -> None:
    """Text that the voice can only spell is refused: Sorani under a Kurmanji voice."""
    sorani = of(block("body.p1", "پۆلیس دەڵێت پیاوێک سێ ساڵ زیندانی کرا."), lang="ku")
    with pytest.raises(EngineError, match="not in the script"):
        check_script(sorani, Voice("ira/ku", "ku"))
    with pytest.raises(EngineError, match="not in the script"):
        narrated(sorani)


def test_a_sentence_in_another_script() -> None:
    """A sentence that the voice can't read is left out and is a finding; Latin letters are read by any voice."""
    made = of(
        block("body.p1", "Police ask for help.", "They said so.", "پولیس مدد چاہتی ہے", "We ask all of you."), lang="en"
    )
    narration = narrated(made)
    assert [cue.id for cue in narration.cues] == ["body.p1.s1", "body.p1.s2", "body.p1.s4"]
    assert [(found.code, found.at) for found in narration.findings] == [("unspeakable", "body.p1.s3")]
    urdu = of(block("body.p1", "پولیس نے بتایا کہ آپریشن جاری ہے۔", "Operation Encompass"), lang="ur")
    assert len(narrated(urdu).cues) == 2


@pytest.mark.parametrize(
    ("engine", "message"),
    [
        (Counting(short=True), "1 speeches of 2 texts"),
        (Counting(rates={"Two.": 24000}), "at 2 sample rates"),
        (Counting(rates={"One.": 19000, "Two.": 19000}), "no sample rate of 19000"),
    ],
)
def test_engines_that_misbehave(engine: Counting, message: str) -> None:
    """An engine that breaks its contract is an error that names it, not a narration that is wrong."""
    with pytest.raises(EngineError, match=message):
        narrate(of(block("body.p1", "One.", "Two.")), engine=engine, voice=VOICE)


def test_one_rate_for_the_whole() -> None:
    """Sections of different sample rates can't be one stream."""
    made = Release("en", tuple(section(name, "body", block(f"{name}.p1", f"{name}.")) for name in ("One", "Two")))
    with pytest.raises(EngineError, match="several sample rates"):
        narrate(made, engine=Counting(rates={"Two.": 24000}), voice=VOICE)


@needs.espeak
@pytest.mark.parametrize("made", editions(), ids=lambda made: f"{made.lang}-{made.edition}")
def test_with_a_real_voice(made: Release) -> None:
    """A real voice on the best engine of the machine: every cue has its words, and the narration travels whole."""
    found = find_speaker(made.lang)
    assert found is not None
    narration = narrate(made, engine=found[0], voice=found[1])
    assert not narration.findings
    for cue in narration.cues:
        assert " ".join(cue.text[word.start : word.end] for word in cue.words) == cue.text
        assert 0 <= cue.words[0].begins - cue.begins < 0.2
    assert pickle.loads(pickle.dumps(narration)) == narration


def test_an_edited_paragraph_alone_is_spoken_again(tmp_path: Path) -> None:
    """Its neighbours' recordings are joined round the new one as they were, frame by frame."""
    engine, store = Counting(), Store(tmp_path)
    texts = ["One is here.", "Two is here.", "Three is here."]
    first = narrate(
        of(*(block(f"body.p{at}", text) for at, text in enumerate(texts))), engine=engine, voice=VOICE, store=store
    )
    engine.asked.clear()
    texts[1] = "Two has changed since."
    edited = of(*(block(f"body.p{at}", text) for at, text in enumerate(texts)))
    second = narrate(edited, engine=engine, voice=VOICE, store=store)
    assert engine.asked == ["Two has changed since."]
    assert second == narrate(edited, engine=Counting(), voice=VOICE)
    assert second.audio[-400:] == first.audio[-400:]
