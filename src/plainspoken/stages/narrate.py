"""An edition, read aloud: a clip of audio for each section, a cue for each sentence, a time for each word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from functools import partial

from plainspoken import audio
from plainspoken import lang as languages
from plainspoken.cache import Store, digest
from plainspoken.engines.protocols import Speaker, Voice
from plainspoken.engines.timing import tokens
from plainspoken.errors import EngineError
from plainspoken.events import Event, Listener, silent
from plainspoken.findings import Finding, finding
from plainspoken.model import Release
from plainspoken.narration import Clip, Cue, Narration, Word
from plainspoken.run import Advance, through
from plainspoken.spoken import Spoken
from plainspoken.spoken.scripts import written_in
from plainspoken.stages.record import METHOD, Recording, Said, Take, parse, record
from plainspoken.stages.script import Line, Passage, passages, unsayable

_EASY_PACE = 0.85


def narrate(
    release: Release,
    *,
    engine: Speaker,
    voice: Voice,
    pace: float | None = None,
    store: Store | None = None,
    executor: Executor | None = None,
    listen: Listener = silent,
) -> Narration:
    """Read an edition aloud, section by section; what was recorded before is not spoken again.

    Args:
        release: the edition, in the language it is in.
        engine: who speaks; a remote one is asked for one section at a time.
        voice: one of the engine's voices, for the release's language and script.
        pace: 1.0 is the voice's own, 0.8 slower; if None, 1.0, and 0.85 for easy read.
        store: where recordings are kept between runs.
        executor: where sections are recorded.
        listen: told how many sections are done.

    Raises:
        EngineError: the text is not in the script that the voice reads, or the engine failed.
        RemoteError: a remote service failed.
    """
    check_script(release, voice)
    pace = pace or (_EASY_PACE if release.edition == "easy" else 1.0)
    read, mute = _readable(passages(release), voice)
    recordings = _recordings(
        [_take(passage) for passage in read], engine, voice, pace, store,
        None if engine.remote else executor, _teller(release, len(read), listen),
    )  # fmt: skip
    clips, cues = _assembled(read, recordings)
    silent_ids = [*(segment.id for segment in unsayable(release)), *_unsaid(read, recordings)]
    return Narration(
        lang=release.lang, edition=release.edition, clips=clips, cues=cues, engine=engine.name, voice=voice.id,
        findings=(*(finding("unspeakable", at) for at in silent_ids), *mute),
    )  # fmt: skip


def check_script(release: Release, voice: Voice) -> None:
    """Refuse a release that is mostly written in a script which the voice does not read.

    A voice reads foreign letters one by one, or not at all: Sorani under a Kurmanji voice is a string of letter names.

    Raises:
        EngineError: fewer than half of the letters are of the voice's script.
    """
    script = languages.script(voice.lang)
    text = "".join(segment.text for segment in release.segments())
    if written_in(text, script) < 0.5:
        raise EngineError(
            f"the text is not in the script that this voice reads ({script})",
            where=f"{release.lang}, voice {voice.id}",
            todo="Check the language tag of the text, or name a voice for its script.",
        )


def _readable(read: Sequence[Passage], voice: Voice) -> tuple[list[Passage], list[Finding]]:
    """Leave out the lines that the voice can't read; Latin ones stay: voices of every script read names in them."""
    script = languages.script(voice.lang)
    kept, mute = list[Passage](), list[Finding]()
    for passage in read:
        foreign = [line for line in passage.lines if _foreign(line, script)]
        mute += [finding("unspeakable", line.segment.id, "The voice does not read its script.") for line in foreign]
        lines = tuple(line for line in passage.lines if line not in foreign)
        kept += [Passage(passage.section, passage.title, lines)] if lines else []
    return kept, mute


def _foreign(line: Line, script: str) -> bool:
    text = line.spoken.text
    return written_in(text, script) < 0.5 and written_in(text, "Latn") < 0.5


def _take(passage: Passage) -> Take:
    lines = passage.lines
    return Take(tuple(line.spoken.text for line in lines), tuple(line.pause for line in lines))


def _recordings(
    takes: list[Take],
    engine: Speaker,
    voice: Voice,
    pace: float,
    store: Store | None,
    executor: Executor | None,
    advance: Advance,
) -> list[Recording]:
    signature = engine.signature(voice, pace)
    compute = partial(record, engine, voice, pace)

    def key(take: Take) -> str:
        return digest(METHOD, signature, take.texts, take.pauses)

    found = through(takes, key=key, compute=compute, store=store, executor=executor, batch=1, advance=advance)
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


def _assembled(read: Sequence[Passage], recordings: Sequence[Recording]) -> tuple[tuple[Clip, ...], tuple[Cue, ...]]:
    """Join the recordings: each begins where the frames before it end, which is exact to the sample."""
    clips, cues, at = list[Clip](), list[Cue](), 0
    _refuse_mixed(recordings)
    for passage, recording in zip(read, recordings, strict=True):
        if not recording.mp3:
            continue
        begins, at = at / recording.rate, at + audio.samples(recording.mp3)
        clips.append(Clip(passage.section, passage.title, begins, at / recording.rate, recording.mp3))
        cues += [
            _cue(line, said, begins)
            for line, said in zip(passage.lines, recording.lines, strict=True)
            if said is not None
        ]
    return tuple(clips), tuple(cues)


def _refuse_mixed(recordings: Sequence[Recording]) -> None:
    rates = {recording.rate for recording in recordings if recording.mp3}
    if len(rates) > 1:
        raise EngineError(
            f"the engine speaks at several sample rates ({sorted(rates)}), which can't be one stream",
            todo="This is a fault of the engine: report it to its makers.",
        )


def _cue(line: Line, said: Said, begins: float) -> Cue:
    words = tuple(_written(said.words, line, begins))
    return Cue(line.segment.id, line.segment.text, begins + said.begins, begins + said.ends, words)


def _written(words: Sequence[Word], line: Line, begins: float) -> Iterator[Word]:
    """Yield the words of the written text, each with its time; a run of words that is said at once shares its time."""
    for word in _joined(words, line.spoken, begins):
        yield from _parted(word, line.segment.text)


def _parted(word: Word, text: str) -> Iterator[Word]:
    """Part a run such as a phone number in groups into its words, by letters."""
    spans = [(word.start + start, word.start + end) for start, end in tokens(text[word.start : word.end])]
    if len(spans) < 2:
        yield word
        return
    total, said, lasts = sum(end - start for start, end in spans), 0, word.ends - word.begins
    for start, end in spans:
        begins, said = word.begins + lasts * said / total, said + end - start
        yield Word(start, end, begins, word.begins + lasts * said / total)


def _joined(words: Sequence[Word], spoken: Spoken, begins: float) -> Iterator[Word]:
    """Yield what is written for the words that are said: "nine nine nine" is one word."""
    held: Word | None = None
    for word in words:
        place = spoken.written(word.start, word.end)
        if place is None:
            continue
        if held and place[0] < held.end:
            held = Word(held.start, max(held.end, place[1]), held.begins, begins + word.ends)
            continue
        if held:
            yield held
        held = Word(*place, begins + word.begins, begins + word.ends)
    if held:
        yield held


def _unsaid(read: Sequence[Passage], recordings: Sequence[Recording]) -> Iterator[str]:
    for passage, recording in zip(read, recordings, strict=True):
        for line, said in zip(passage.lines, recording.lines, strict=True):
            if said is None:
                yield line.segment.id


def _teller(release: Release, total: int, listen: Listener) -> Advance:
    done = 0

    def tell(more: int) -> None:
        nonlocal done
        done += more
        listen(Event("narrate", release.headline or "", done, total, "sections", release.lang))

    return tell
