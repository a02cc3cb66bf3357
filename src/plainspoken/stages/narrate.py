"""An edition, read aloud: a clip of audio for each section, a cue for each sentence, a time for each word."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import lru_cache, partial

from plainspoken import lang as languages
from plainspoken.cache import Store, digest
from plainspoken.engines import registry
from plainspoken.engines.coverage import voices_for
from plainspoken.engines.protocols import Speaker, Utterance, Voice
from plainspoken.engines.timing import sayable, tokens
from plainspoken.errors import EngineError
from plainspoken.events import Event, Listener, silent
from plainspoken.findings import Finding, finding
from plainspoken.model import Release, Segment
from plainspoken.narration import AudioForm, Clip, Cue, Narration, Word
from plainspoken.run import Advance, through
from plainspoken.spoken.lexicon import Lexicon
from plainspoken.spoken.pls import builtin
from plainspoken.spoken.scripts import scripts, written_in
from plainspoken.stages import kept
from plainspoken.stages.record import Recording, Said, Take, Voiced, method, parse, record
from plainspoken.stages.script import Line, Part, Passage, passages, unsayable
from plainspoken.stages.tongues import UNKNOWN, runs

_EASY_PACE = 0.85


def narrate(
    release: Release,
    *,
    engine: Speaker,
    voice: Voice,
    pace: float | None = None,
    lexicon: Lexicon | None = None,
    describe: bool = False,
    form: AudioForm = "mp3",
    store: Store | None = None,
    executor: Executor | None = None,
    listen: Listener = silent,
) -> Narration:
    """Read an edition aloud, paragraph by paragraph; what was recorded before is not spoken again.

    Args:
        release: the edition, in the language it is in.
        engine: who speaks; a remote one is asked for one paragraph at a time.
        voice: one of the engine's voices, for the release's language and script.
        pace: 1.0 is the voice's own, 0.8 slower; if None, 1.0, and 0.85 for easy read.
        lexicon: how names and words are said; the one of the package comes after it.
        describe: whether the pictures' descriptions are read.
        form: what the audio is encoded as.
        store: where recordings are kept between runs.
        executor: where paragraphs are recorded.
        listen: told how many paragraphs are done.

    Raises:
        EngineError: the text is not in the script that the voice reads, or the engine failed.
        RemoteError: a remote service failed.
    """
    check_script(release, voice)
    pace = pace or (_EASY_PACE if release.edition == "easy" else 1.0)
    asked = kept.Asked(release, engine, voice, pace, lexicon, describe, form)
    if store and (known := kept.find(store, asked)):
        narration, paragraphs = known
        _teller(release, paragraphs, listen)(paragraphs)
        return narration
    cast = _Cast(engine, voice)
    read, mute = cast.readable(
        passages(release, builtin() if lexicon is None else lexicon + builtin(), describe=describe)
    )
    takes = [cast.take(lines) for passage in read for lines in passage.paragraphs()]
    recordings = _recordings(
        takes, engine, pace, form, store, None if engine.remote else executor, _teller(release, len(takes), listen)
    )
    clips, cues, asides = _assembled(read, recordings)
    silent_ids = [*(segment.id for segment in unsayable(release)), *_unsaid(read, recordings)]
    guessed = [finding("word-times-estimated")] if any(one.estimated for one in recordings) else []
    made = Narration(
        lang=release.lang, edition=release.edition, clips=clips, cues=cues, engine=engine.name, voice=voice.id,
        format=form, rate=next((one.rate for one in recordings if one.stream), 22050),
        findings=(*(finding("unspeakable", at) for at in silent_ids), *mute, *guessed), asides=asides,
    )  # fmt: skip
    if store:
        parts = [(_key(take, engine, pace, form), len(one.stream)) for take, one in zip(takes, recordings, strict=True)]
        kept.keep(store, asked, made, parts, _voices(takes))
    return made


def check_script(release: Release, voice: Voice) -> None:
    """Refuse a release that is mostly written in a script which the voice does not read.

    A voice reads foreign letters one by one, or not at all: Sorani under a Kurmanji voice is a string of letter names.

    Raises:
        EngineError: fewer than half of the letters are of the voice's script.
    """
    script = languages.script(voice.lang)
    found = (run for segment in release.segments() for run in runs(segment, release))
    text = "".join(run.text for run in found if run.lang in (None, UNKNOWN))
    if written_in(text, script) < 0.5:
        raise EngineError(
            f"the text is not in the script that this voice reads ({script})",
            where=f"{release.lang}, voice {voice.id}",
            todo=_would_speak(release.lang, text),
        )


def _would_speak(tag: str, text: str) -> str:
    """Say what would speak a text whose letters are not its language's usual ones."""
    script = scripts(text).most_common(1)[0][0]
    found = voices_for(f"{languages.primary(tag)}-{script}")
    check = f"Check the language tag: most of the letters are {script}."
    return f"{check} These speak it: {'; '.join(found)}." if found else f"{check} No engine we know of speaks it so."


@dataclass(frozen=True, slots=True)
class _Cast:
    """Who says what: the voice of the release, and the engine's voices for the words of other languages."""

    engine: Speaker
    voice: Voice

    def readable(self, read: Sequence[Passage]) -> tuple[list[Passage], list[Finding]]:
        """Leave out what no voice can read; what the voice of the release says in another's place is a finding."""
        kept, notes = list[Passage](), list[Finding]()
        for passage in read:
            lines = list[Line]()
            for line in passage.lines:
                parts = tuple(part for part in line.parts if self.voice_of(part))
                notes += self._notes(line, parts)
                lines += [replace(line, parts=parts)] if _sayable(parts) else []
            if any(line.segment for line in lines):
                kept.append(Passage(passage.section, passage.title, tuple(lines)))
        return kept, list(dict.fromkeys(notes))

    def take(self, lines: Sequence[Line]) -> Take:
        """Return what is recorded of a paragraph."""
        return Take(tuple(tuple(map(self._voiced, line.parts)) for line in lines), tuple(line.pause for line in lines))

    def voice_of(self, part: Part) -> Voice | None:
        """Return who says a part: its language's voice, else the release's if it reads the letters; else nobody."""
        found = self._own(part.lang) if part.lang else None
        return found or (self.voice if self._reads(part) else None)

    def _own(self, tag: str) -> Voice | None:
        return registry.find_voice(self.engine, tag) if tag != UNKNOWN else None

    def _reads(self, part: Part) -> bool:
        return part.lang != UNKNOWN and _legible(part.spoken.text, languages.script(self.voice.lang))

    def _voiced(self, part: Part) -> Voiced:
        return Voiced(Utterance(part.spoken.text, part.spoken.sounds), self.voice_of(part) or self.voice)

    def _notes(self, line: Line, kept: Sequence[Part]) -> Iterator[Finding]:
        if line.segment is None:
            return
        if not _sayable(kept):
            yield finding("unspeakable", line.segment.id, "The voice does not read its script.")
            return
        for tag in dict.fromkeys(part.lang for part in line.parts if part.lang and not self._own(part.lang)):
            name = "a script that names no language" if tag == UNKNOWN else languages.name(tag, "en")
            left = any(part.lang == tag and part not in kept for part in line.parts)
            fate = "They are left out." if left else "The voice of the text says them."
            yield finding("no-foreign-voice", line.segment.id, f"They are in {name}. {fate}")


@lru_cache(maxsize=1024)  # a part is asked about when it is chosen and when it is said
def _legible(text: str, script: str) -> bool:
    """Tell whether a voice for a script reads a text's letters; those of every script read Latin names."""
    return written_in(text, script) >= 0.5 or written_in(text, "Latn") >= 0.5


def _sayable(parts: Sequence[Part]) -> bool:
    return any(sayable(part.spoken.text) for part in parts)


def _recordings(
    takes: list[Take],
    engine: Speaker,
    pace: float,
    form: str,
    store: Store | None,
    executor: Executor | None,
    advance: Advance,
) -> list[Recording]:
    compute = partial(record, engine, pace, form)
    key = partial(_key, engine=engine, pace=pace, form=form)
    found = through(
        takes, key=key, compute=compute, store=store, executor=executor, batch=1, weight=_length, advance=advance
    )
    whole = []
    for take, recorded in zip(takes, found, strict=True):
        try:
            whole.append(parse(recorded))
        except ValueError:  # the store's copy is damaged
            (again,) = compute([take])
            if store:
                store.put(key(take), again)
            whole.append(parse(again))
    return whole


def _key(take: Take, engine: Speaker, pace: float, form: str) -> str:
    return digest(method(form), tuple(engine.signature(voice, pace) for voice in _voices([take])), repr(take))


def _voices(takes: Sequence[Take]) -> tuple[Voice, ...]:
    return tuple(dict.fromkeys(one.voice for take in takes for line in take.lines for one in line))


def _length(take: Take) -> int:
    return sum(len(one.utterance.text) for line in take.lines for one in line)


def _assembled(
    read: Sequence[Passage], recordings: Sequence[Recording]
) -> tuple[tuple[Clip, ...], tuple[Cue, ...], tuple[Cue, ...]]:
    """Join the recordings: each begins where the frames before it end, which is exact to the sample."""
    clips, cues, asides, at, following = list[Clip](), list[Cue](), list[Cue](), 0, iter(recordings)
    _refuse_mixed(recordings)
    for passage in read:
        began, stream = at, bytearray()
        for lines, recording in zip(passage.paragraphs(), following, strict=False):
            cues += _cues(lines, recording, at / recording.rate)
            asides += _asides(lines, recording, at / recording.rate)
            stream, at, rate = stream + recording.stream, at + recording.samples, recording.rate
        if stream:
            clips.append(Clip(passage.section, passage.title, began / rate, at / rate, bytes(stream)))
    return tuple(clips), tuple(cues), tuple(asides)


def _cues(lines: Sequence[Line], recording: Recording, begins: float) -> Iterator[Cue]:
    for line, said in zip(lines, recording.lines, strict=True):
        if said is not None and line.segment is not None:
            yield _cue(line, line.segment, said, begins)


def _asides(lines: Sequence[Line], recording: Recording, begins: float) -> Iterator[Cue]:
    """Yield the announcements of a paragraph; each belongs to its next sentence, else to the one before."""
    heard = [(line, said) for line, said in zip(lines, recording.lines, strict=True) if said is not None]
    for at, (line, said) in enumerate(heard):
        if line.segment is None:
            near = (one.segment.id for one, _ in (*heard[at:], *reversed(heard[:at])) if one.segment)
            yield Cue(next(near, ""), line.said, begins + said.begins, begins + said.ends)


def _refuse_mixed(recordings: Sequence[Recording]) -> None:
    rates = {recording.rate for recording in recordings if recording.stream}
    if len(rates) > 1:
        raise EngineError(
            f"the engine speaks at several sample rates ({sorted(rates)}), which can't be one stream",
            todo="This is a fault of the engine: report it to its makers.",
        )


def _cue(line: Line, segment: Segment, said: Said, begins: float) -> Cue:
    words = tuple(_words(said.words, line, segment.text, begins))
    return Cue(segment.id, segment.text, begins + said.begins, begins + said.ends, words)


def _words(said: Sequence[Word], line: Line, text: str, begins: float) -> Iterator[Word]:
    """Yield the words of the written text with their times.

    What is said in several words ("nine nine nine") is one of them; words that are said as one (a phone number in
    groups) share its time by letters; what is said for a mark between words belongs to the word before.
    """
    spans, times, last = tokens(text), dict[int, tuple[float, float]](), 0
    if line.verbatim and [(word.start, word.end) for word in said] == spans:
        for word in said:  # most sentences: what is said is what is written
            yield Word(word.start, word.end, begins + word.begins, begins + word.ends)
        return
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    for word in _joined(said, line) if spans else ():
        first, behind = bisect_right(ends, word.start), bisect_left(starts, word.end)
        shared = range(first, behind) if first < behind else range(last, last + 1)
        for at, (since, until) in zip(shared, _shares(word, [spans[one] for one in shared]), strict=True):
            times[at] = (times.get(at, (since, until))[0], until)
        last = shared[-1]
    for at, (since, until) in sorted(times.items()):
        yield Word(*spans[at], begins + since, begins + until)


def _joined(said: Sequence[Word], line: Line) -> Iterator[Word]:
    """Yield what is written for the words that are said: those that say the same characters are one."""
    held: Word | None = None
    for word in said:
        place = line.written(word.start, word.end)
        if place is None:
            continue
        if held and place[0] < held.end:
            held = Word(held.start, max(held.end, place[1]), held.begins, word.ends)
            continue
        if held:
            yield held
        held = Word(*place, word.begins, word.ends)
    if held:
        yield held


def _shares(word: Word, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[float, float]]:
    total, said, lasts = sum(end - start for start, end in spans), 0, word.ends - word.begins
    for start, end in spans:
        since, said = word.begins + lasts * said / total, said + end - start
        yield since, word.begins + lasts * said / total


def _unsaid(read: Sequence[Passage], recordings: Sequence[Recording]) -> Iterator[str]:
    paragraphs = (lines for passage in read for lines in passage.paragraphs())
    for lines, recording in zip(paragraphs, recordings, strict=True):
        for line, said in zip(lines, recording.lines, strict=True):
            if said is None and line.segment is not None:
                yield line.segment.id


def _teller(release: Release, total: int, listen: Listener) -> Advance:
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        listen(Event("narrate", release.headline or "", done, total, "paragraphs", release.lang))

    return tell
