"""The whole path through the API, with engines small enough to see through."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

import plainspoken as ps
from plainspoken.engines.protocols import Draft, Probe, Speech, Voice
from plainspoken.engines.silence import Silence
from plainspoken.words import words

PAGE = """<!doctype html><html lang="en"><title>Bridge closed</title><body><main><article>
<h1>Bridge closed until May</h1>
<p class="date"><time datetime="2026-03-04T09:00:00+00:00">4 March 2026</time></p>
<p>Hadley Council has closed Mill Bridge until 3 May 2026. Drivers must not use the ford.</p>
<h2>How to get help</h2><p>Call <a href="tel:01632960100">01632 960100</a> for advice.</p>
</article></main></body></html>"""


@dataclass(frozen=True)
class Shouting:
    """Translates by shouting; knows English to Spanish alone."""

    name: str = "shouting"
    remote: bool = False
    ready: bool = True

    def probe(self) -> Probe:
        return Probe(self.ready, "1", "Open your mouth.")

    def pairs(self) -> frozenset[tuple[str, str]]:
        return frozenset({("en", "es")})

    def route(self, source: str, target: str) -> tuple[str, ...] | None:
        return (source, target) if (source, target) in self.pairs() else None

    def signature(self, source: str, target: str) -> str:
        return f"shouting {source} {target}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        return [Draft(text.upper(), 0.9) for text in texts]


@dataclass(frozen=True)
class Hoarse(Silence):
    """A voice that fails at its work."""

    def speak(self, texts: Sequence[str], voice: Voice, pace: float = 1.0) -> list[Speech]:
        from plainspoken.errors import EngineError

        raise EngineError("hoarse", where="hoarse")


def test_make_in_one_call(tmp_path: Path) -> None:
    """`make` gives a pack with an edition for each language, the source language first."""
    heard: list[ps.Event] = []
    pack = ps.make(PAGE, to=["es"], into=tmp_path, engine=Shouting(), narrator=Silence(), listen=heard.append)
    assert pack.langs == ("en", "es")
    assert pack.index.is_file()
    assert "MILL BRIDGE" in (pack.folder / "es" / "release.txt").read_text().upper()
    assert {event.stage for event in heard} >= {"parse", "simplify", "translate", "narrate", "publish"}
    assert heard[-1].share == 1.0


def test_step_by_step_is_the_same(tmp_path: Path) -> None:
    """The single steps, put together by hand, give the pack that `make` gives."""
    release = ps.parse(PAGE)
    easy = ps.simplify(release)
    spanish = [ps.translate(one, "es", engine=Shouting()) for one in (release, easy)]
    editions = [release, easy, *spanish]
    by_hand = ps.publish(editions, [ps.narrate(one, engine=Silence()) for one in editions], into=tmp_path / "hand")
    made = ps.make(PAGE, to=["es"], into=tmp_path / "made", engine=Shouting(), narrator=Silence())
    assert (by_hand.folder / "manifest.json").read_bytes() == (made.folder / "manifest.json").read_bytes()


def test_unserved_pair_is_refused_before_any_work(tmp_path: Path) -> None:
    """A language that nothing serves ends the run before it starts, and the error names what would serve it."""
    heard: list[ps.Event] = []
    with pytest.raises(ps.Error, match=r"Welsh.*people") as raised:
        ps.make(
            PAGE, to=["es", "cy"], into=tmp_path / "packs", engine=Shouting(), narrator=Silence(), listen=heard.append
        )
    assert raised.value.exit_code == 4
    assert {event.stage for event in heard} == {"parse"}
    assert not (tmp_path / "packs").exists()


def test_engine_that_is_not_ready(tmp_path: Path) -> None:
    """An engine that was named but is not installed says what to install."""
    with pytest.raises(ps.Error, match="Open your mouth") as raised:
        ps.make(PAGE, to=["es"], into=tmp_path, engine=Shouting(ready=False), narrator=Silence())
    assert raised.value.exit_code == 4


def test_no_voice_is_a_finding(tmp_path: Path) -> None:
    """A language without a voice has its pages but no audio, and the pack says so."""
    pack = ps.make(PAGE, to=["es"], into=tmp_path, engine=Shouting(), narrator=Mute())
    assert {(one.code, one.at) for one in pack.findings if one.code == "no-voice"} == {
        ("no-voice", "en"),
        ("no-voice", "es"),
    }
    assert (pack.folder / "es" / "index.html").is_file()
    assert not (pack.folder / "es" / "audio").exists()
    said = words("es")("There is no audio in this language yet.")
    page = (pack.folder / "es" / "index.html").read_text()
    assert said in page
    assert "<audio" not in page


def test_a_script_that_no_voice_reads_is_a_finding(tmp_path: Path) -> None:
    """Text in a script that the language's voice can't read has its pages but no audio, and the pack says why."""
    sorani = "پۆلیس دەڵێت پیاوێک سێ ساڵ زیندانی کرا دوای ئەوەی فەرمانی دادگای شکاند لە شاری لەندەن. "
    page = (
        f"<html lang=ku><main><h1>پۆلیس پیاوێکی گرت</h1><p>1.5.2026</p><p>{sorani * 2}</p><p>{sorani}</p></main></html>"
    )
    pack = ps.make(page, to=[], into=tmp_path, narrator=Silence(), source_lang="ku")
    (found,) = (one for one in pack.findings if one.code in ("no-voice", "narration-failed"))
    assert (found.code, "most of the letters are Arab" in found.message) == ("no-voice", True)
    assert not (pack.folder / "ku" / "audio").exists()


def test_failing_voice_is_an_error_finding(tmp_path: Path) -> None:
    """A voice that fails midway costs the audio, not the pack, and counts as an error."""
    pack = ps.make(PAGE, to=[], into=tmp_path, narrator=Hoarse())
    assert {(one.code, one.level) for one in pack.findings if "narration" in one.code} == {
        ("narration-failed", "error")
    }


def test_require_reviewed_leaves_machine_translations_out(tmp_path: Path) -> None:
    """With `require_reviewed`, what nobody has reviewed is not published, and the pack says which was left out."""
    pack = ps.make(PAGE, to=["es"], into=tmp_path, engine=Shouting(), narrator=Silence(), require_reviewed=True)
    assert pack.langs == ("en",)
    left_out = [one.message for one in pack.findings if one.code == "left-out-unreviewed"]
    assert [message.endswith("It is in Spanish.") for message in left_out] == [True]


def test_source_language_is_not_translated_into_itself(tmp_path: Path) -> None:
    """Asking for the source language is no mistake: it is there anyway, once."""
    assert ps.make(PAGE, to=["en", "es", "es"], into=tmp_path, engine=Shouting(), narrator=Silence()).langs == (
        "en",
        "es",
    )


def test_the_plain_name_of_the_source_language_is_its_own(tmp_path: Path) -> None:
    """Asking for `en` of a release in `en-GB` is asking for what is there."""
    pack = ps.make(PAGE, to=["en"], into=tmp_path, narrator=Silence(), source_lang="en-GB")
    assert pack.langs == ("en-GB",)


@dataclass(frozen=True)
class Mute(Silence):
    """An engine without voices."""

    def voices(self) -> tuple[Voice, ...]:
        return ()
