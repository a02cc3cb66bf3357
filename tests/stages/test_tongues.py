"""Words of other languages in a sentence: who says them, and how speeches of several voices are joined."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

import pytest

from plainspoken.engines.protocols import Probe, Speech, Utterance, Voice
from plainspoken.engines.registry import find_speaker
from plainspoken.model import Inline, Release, Segment
from plainspoken.narration import Sound, Word
from plainspoken.spoken.lexicon import Lexeme, Lexicon
from plainspoken.stages.join import join
from plainspoken.stages.narrate import narrate
from plainspoken.stages.tongues import Run, runs
from tests import needs
from tests.build import block, section


def release(lang: str, *spans: Inline, source_lang: str | None = None, source: str | None = None) -> Release:
    """A release of one sentence."""
    whole = block("body.p1", "x")
    segment = Segment("body.p1.s1", spans, source=source, state="translated" if source else "initial")
    made = Release(lang, (section("body", "body", whole),), source_lang=source_lang)
    return made.map(lambda _: segment)


def parted(made: Release) -> list[tuple[str, str | None]]:
    """The runs of the release's one sentence."""
    (segment,) = made.segments()
    found = runs(segment, made)
    assert [run.start for run in found] == [segment.text.index(run.text) for run in found]
    assert "".join(run.text for run in found) == segment.text
    return [(run.text, run.lang) for run in found]


def text(words: str) -> Inline:
    return Inline("text", words)


@pytest.mark.parametrize(
    ("made", "found"),
    [
        (
            release("en", text("The police ("), Inline("lang", "Heddlu Gogledd Cymru", lang="cy"), text(") came.")),
            [("The police (", None), ("Heddlu Gogledd Cymru", "cy"), (") came.", None)],
        ),
        (release("en", Inline("lang", "In the UK.", lang="en-GB")), [("In the UK.", None)]),
        (release("ur", Inline("lang", "0800 555 111", lang="en")), [("0800 555 111", None)]),
        (
            release("ur", text("آپریشن Operation Encompass جاری ہے۔"), source_lang="en", source="Operation Encompass."),
            [("آپریشن ", None), ("Operation Encompass", "en"), (" جاری ہے۔", None)],
        ),
        (release("ur", text("آپریشن Encompass جاری ہے۔")), [("آپریشن Encompass جاری ہے۔", None)]),
        (release("en", text("Say 警察 means police.")), [("Say ", None), ("警察", "zh"), (" means police.", None)]),
        (release("en", text("She said شكرا to all.")), [("She said ", None), ("شكرا", "und"), (" to all.", None)]),
        (release("ja", text("警察は言った。")), [("警察は言った。", None)]),
        (
            release(
                "en", Inline("emph", "a Mwy b", children=(text("a "), Inline("lang", "Mwy", lang="cy"), text(" b")))
            ),
            [("a ", None), ("Mwy", "cy"), (" b", None)],
        ),
        (release("en", text("")), [("", None)]),
    ],
)  # fmt: skip
def test_runs(made: Release, found: list[tuple[str, str | None]]) -> None:
    """Markup names the language of words, and so do letters of one language alone; marks stay with the words before."""
    assert parted(made) == found


def test_run_is_a_value() -> None:
    """A run without a language is in the release's own."""
    assert Run(0, "a") == Run(0, "a", None)


@dataclass(frozen=True)
class Choir:
    """A speaker with some voices, each at a pitch of its own, that notes who says what."""

    langs: tuple[str, ...] = ("en", "cy")
    asked: list[tuple[str, str, tuple[Sound, ...]]] = field(default_factory=list, compare=False)
    name: str = "choir"
    remote: bool = False

    def probe(self) -> Probe:
        return Probe(ready=True)

    def voices(self) -> tuple[Voice, ...]:
        return tuple(Voice(tag, tag) for tag in self.langs)

    def signature(self, voice: Voice, pace: float) -> str:
        return f"{voice.id} {pace}"

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        return self.speak_utterances([Utterance(text) for text in texts], voice, pace)

    def speak_utterances(self, utterances: Sequence[Utterance], voice: Voice, pace: float = 1.0) -> list[Speech]:
        self.asked.extend((voice.id, one.text, one.sounds) for one in utterances)
        return [tone(one.text) for one in utterances]


def tone(words: str, quiet: int = 4000) -> Speech:
    """A square tone of 4,000 samples with quiet around it, and a word for each word."""
    import numpy as np

    sound = np.where(np.arange(4000) // 50 % 2, 8000, -8000).astype("<i2")
    silence = np.zeros(quiet, dtype="<i2")
    pcm = np.concatenate([silence, sound, silence])
    parts, at = words.split(), 0
    said = []
    for place, part in enumerate(parts):
        at = words.index(part, at)
        begins, ends = (quiet + 4000 * place / len(parts)) / 22050, (quiet + 4000 * (place + 1) / len(parts)) / 22050
        said.append(Word(at, at + len(part), begins, ends))
        at += len(part)
    return Speech(pcm.tobytes(), 22050, tuple(said))


pytestmark = needs.modules("lameenc", "numpy")


def test_each_language_has_its_voice() -> None:
    """Welsh inside English is said by the Welsh voice; the sentence has one cue and every word of it a time."""
    made = release("en", text("Ask "), Inline("lang", "Heddlu Cymru", lang="cy"), text(" for help today."))
    engine = Choir()
    narration = narrate(made, engine=engine, voice=Voice("en", "en"), lexicon=Lexicon())
    assert {(voice, said.strip()) for voice, said, _ in engine.asked} == {
        ("en", "Ask"), ("cy", "Heddlu Cymru"), ("en", "for help today."),
    }  # fmt: skip
    (cue,) = narration.cues
    assert [cue.text[word.start : word.end] for word in cue.words] == cue.text.split()
    assert all(one.begins < one.ends <= other.begins + 1e-9 for one, other in pairwise(cue.words))
    assert cue.begins <= cue.words[0].begins and cue.words[-1].ends <= cue.ends
    assert narration.findings == ()


def test_no_voice_for_the_words() -> None:
    """Without a voice of the words' language, the sentence's voice says what it can read; a finding says so."""
    made = release("en", text("Ask "), Inline("lang", "Booliska", lang="so"), text(" or "), text("شكرا"), text("."))
    engine = Choir()
    narration = narrate(made, engine=engine, voice=Voice("en", "en"))
    assert all(voice == "en" for voice, _, _ in engine.asked)
    assert [said.strip() for _, said, _ in engine.asked] == ["Ask", "Booliska", "or"]
    assert [(one.code, one.message.partition("out. ")[2]) for one in narration.findings] == [
        ("no-foreign-voice", "They are in Somali. The voice of the text says them."),
        ("no-foreign-voice", "They are in a script that names no language. They are left out."),
    ]


def test_lexicon_sounds_reach_the_engine() -> None:
    """A speaker that takes IPA gets it; the word's time stands at what is written."""
    lexicon = Lexicon((Lexeme(("Southwark",), "en", "Suthuk", "ˈsʌðək"),))
    engine = Choir()
    narration = narrate(release("en", text("In Southwark.")), engine=engine, voice=Voice("en", "en"), lexicon=lexicon)
    assert engine.asked == [("en", "In Suthuk.", (Sound(3, 9, "ˈsʌðək"),))]
    assert [narration.cues[0].text[word.start : word.end] for word in narration.cues[0].words] == ["In", "Southwark."]


def test_join() -> None:
    """Joined speeches lose the quiet at the join, don't jump there, and keep their words' times and order."""
    import numpy as np

    one, other = tone("a b"), tone("c d")
    joined = join([(3, one), (3, other)])
    samples = np.frombuffer(joined.pcm, dtype="<i2")
    assert len(samples) == 4000 + 4000 + 441 + 441 + 4000 + 4000
    assert [(word.start, word.end) for word in joined.words] == [(0, 1), (2, 3), (3, 4), (5, 6)]
    assert [round(word.begins * 22050) for word in joined.words] == [4000, 6000, 8882, 10882]
    middle = samples[8000:8882]
    assert np.count_nonzero(middle) == 0
    assert join([(3, one)]) is one


def test_join_fades_and_raises_the_rate() -> None:
    """A voice that stops or starts at full level is faded; one of a lower rate is brought to the higher."""
    import numpy as np

    loud = Speech(np.full(2205, 9000, dtype="<i2").tobytes(), 22050, (Word(0, 1, 0.0, 0.1),))
    slow = Speech(np.full(1600, 9000, dtype="<i2").tobytes(), 16000, (Word(0, 1, 0.0, 0.1),))
    joined = join([(1, loud), (1, slow)])
    samples = np.frombuffer(joined.pcm, dtype="<i2").astype(int)
    assert (joined.rate, len(samples)) == (22050, 4410)
    assert np.abs(np.diff(samples)).max() < 120
    assert joined.words == (Word(0, 1, 0.0, 0.1), Word(1, 2, 0.1, 0.2))


@needs.espeak
def test_with_a_real_voice() -> None:
    """Welsh in English and English in Urdu are said by espeak-ng's voices, every word with a time."""
    for made in (
        release("en", text("Ask "), Inline("lang", "Heddlu Gogledd Cymru", lang="cy"), text(" on 101, in Southwark.")),
        release(
            "ur", text("آپریشن Operation Encompass جاری ہے۔"), source_lang="en", source="Operation Encompass goes on."
        ),
    ):
        found = find_speaker(made.lang)
        assert found is not None
        (cue,) = narrate(made, engine=found[0], voice=found[1]).cues
        assert " ".join(cue.text[word.start : word.end] for word in cue.words) == cue.text
        assert all(one.begins < one.ends <= other.begins + 1e-9 for one, other in pairwise(cue.words))


@pytest.mark.parametrize(
    "written",
    [
        "Call 0800 555 111 or 999.", "£1.2m and £2.5 million", "45 % of 16–25s", "20 x 30 – No. 10",
        "No. 10, R&D & 7pm–8.30pm", "at SW1A 1AA, -5°C", "the 10-12 May",
    ],
)  # fmt: skip
def test_every_word_has_its_time(written: str) -> None:
    """Whatever is said for them, the words of a cue are those of its text, each with a time after the one before."""
    from plainspoken.engines.silence import Silence
    from plainspoken.engines.timing import tokens

    made = release("en", text(written))
    (cue,) = narrate(made, engine=Silence(), voice=Voice("silence-en", "en", "Silence")).cues
    assert [(word.start, word.end) for word in cue.words] == tokens(written)
    assert all(word.begins < word.ends for word in cue.words)
    assert all(one.ends <= other.begins + 1e-9 for one, other in pairwise(cue.words))
