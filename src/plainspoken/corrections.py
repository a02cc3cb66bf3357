"""Corrections: a release's drafts out to translators, what they send back into the memory, and how far it has come."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from plainspoken import choice, steps
from plainspoken import lang as languages
from plainspoken.cache import Store, write_whole
from plainspoken.errors import EngineError, TargetError, UsageError
from plainspoken.events import Listener, silent
from plainspoken.model import Release, Segment, State
from plainspoken.terms import MACHINE, AnyMemory, Glossary, Memory, Pair, StoredMemory
from plainspoken.terms.choice import place
from plainspoken.terms.shelf import DATABASE

if TYPE_CHECKING:
    from plainspoken.review.accept import Accepted

FORMS = ("xliff", "xliff1", "po")
HEADINGS = ("lang", "edition", "sentences", "not translated", "translated", "reviewed", "final", "changed")


@dataclass(frozen=True, slots=True)
class Standing:
    """How far one edition has come in one language, in sentences.

    Attributes:
        lang: the language.
        edition: `full` or `easy`.
        states: how many are in each state; `initial` are those without a translation.
        changed: how many of those without one are like a sentence that was translated before.
    """

    lang: str
    edition: str
    states: dict[State, int]
    changed: int

    @property
    def total(self) -> int:
        """All its sentences."""
        return sum(self.states.values())

    @property
    def cells(self) -> tuple[str, ...]:
        """What a table shows of it, under `HEADINGS`."""
        counts = (self.states.get(state, 0) for state in ("initial", "translated", "reviewed", "final"))
        return (self.lang, self.edition, str(self.total), *map(str, counts), str(self.changed))

    def to_dict(self) -> dict[str, object]:
        """Return it as JSON-ready values."""
        return {"lang": self.lang, "edition": self.edition, "states": dict(self.states), "changed": self.changed}


def export(
    release: Release,
    to: Iterable[str],
    into: Path,
    *,
    form: str = "xliff",
    engine: str | None = None,
    memory: AnyMemory | None = None,
    glossary: Glossary | None = None,
    replace: bool = False,
    store: Store | None = None,
    listen: Listener = silent,
) -> tuple[Path, ...]:
    """Write a file for a translator in each language: every sentence of the release and its easy read, with a draft.

    Args:
        release: the release, in its own language.
        to: the languages (BCP 47).
        into: the folder for the files.
        form: `xliff` (2.0), `xliff1` (1.2) or `po`.
        engine: what drafts; the best local one for each language if None, and no draft where there is none.
        memory: past translations; they are the draft where they fit, and shown where a sentence is like an old one.
        glossary: required translations, written beside the sentences.
        replace: whether files that stand there may be written over: a translator may have worked in them.
        store: where the engine's results are kept.
        listen: told how far it has come.

    Returns:
        the files, one for each language.

    Raises:
        UsageError: a language tag or the form is wrong.
        TargetError: a file stands there already, or can't be written.
        EngineError: the engine that was named is not ready or doesn't serve a language, or it failed.
    """
    from plainspoken.review import sheet
    from plainspoken.review.formats import WRITERS
    from plainspoken.writers.slugs import slug_of

    if form not in WRITERS:
        raise UsageError("there is no such form", where=form, todo=f"Choose one of {', '.join(WRITERS)}.")
    ending, serialize = WRITERS[form]
    name, editions = slug_of(release), _editions(release)
    files = []
    for tag in dict.fromkeys(map(languages.canonical, to)):
        if languages.same(tag, release.lang):
            raise UsageError("the release is in this language already", where=tag)
        translator = choice.choose_translator(release.lang, tag, engine)
        drafts = (
            steps.translate_with(
                one, tag, engine=translator, memory=memory, glossary=glossary, store=store, listen=listen
            )
            for one in editions
        )
        pairs = list(zip(editions, drafts, strict=True))
        path = into / f"{name}.{tag}.{ending}"
        content = serialize(sheet(name, pairs, memory=memory, glossary=glossary))
        _write(path, content, replace)
        files.append(path)
    return tuple(files)


def bring_back(
    files: Sequence[Path], memory: Path, *, by: str, when: str, state: State | None = None, force: bool = False
) -> tuple[Accepted, ...]:
    """Take what translators sent back into a memory: all that is good of it; what is refused is a finding.

    Args:
        files: XLIFF (1.2, 2.0) or PO files, as they came back.
        memory: the file that learns, TMX or SQLite (`.db`); it is made if there is none, and written only when every
            file was read.
        by: who answers for the translations.
        when: now, ISO 8601 in UTC.
        state: the state that every translated sentence has at least: `reviewed` where a person has read them all.
        force: whether numbers and addresses may differ.

    Raises:
        SourceError: a file can't be read, or is none of these; the memory can't be read.
        TargetError: the memory can't be written.
    """
    from plainspoken.checks.translation.returned import doubts
    from plainspoken.review.accept import accept
    from plainspoken.review.formats import read

    found = tuple(
        accept(read(file), by=by, when=when, state=state, force=force, where=str(file), doubts=doubts) for file in files
    )
    known = _known_by_place(memory)
    found = tuple(one.beside(known) for one in found)
    _learn(memory, [pair for one in found for pair in one.pairs])
    return found


def standing(release: Release, memory: AnyMemory, to: Iterable[str] = ()) -> tuple[Standing, ...]:
    """Return how far each edition has come in each language by the memory alone.

    Args:
        release: the release, in its own language.
        memory: past translations.
        to: the languages (BCP 47); all that the memory has from the release's language if none.
    """
    wanted = tuple(map(languages.canonical, to)) or _known(memory, release.lang)
    editions = _editions(release)
    return tuple(_standing(one, tag, memory) for tag in wanted for one in editions)


def _editions(release: Release) -> list[Release]:
    try:
        return [release, steps.simplify(release)]
    except EngineError:
        return [release]


def _write(path: Path, content: bytes, replace: bool) -> None:
    if path.exists() and not replace and path.read_bytes() != content:
        raise TargetError(
            "a file stands here already, and somebody may have worked in it",
            where=str(path),
            todo="Bring it back first (`plainspoken review import`), or say --replace.",
        )
    write_whole(path, content)


def _known_by_place(path: Path) -> dict[tuple[str, ...], Pair]:
    if not path.exists():
        return {}
    memory: AnyMemory = StoredMemory.open(path) if path.suffix == DATABASE else Memory.read(path)
    return {place(pair): pair for pair in Memory().learned(*memory.pairs).pairs}


def _learn(path: Path, pairs: Sequence[Pair]) -> None:
    if path.suffix == DATABASE:
        StoredMemory.open(path).learn(pairs)
        return
    known = Memory.read(path) if path.exists() else Memory()
    learned = known.learned(*pairs)
    if learned != known:
        learned.write(path)


def _known(memory: AnyMemory, source: str) -> tuple[str, ...]:
    return tuple(sorted({to for one, to in memory.targets() if languages.same(one, source)}))


def _standing(release: Release, tag: str, memory: AnyMemory) -> Standing:
    from plainspoken.stages.translate import translate

    done = [one for one in translate(release, tag, memory=memory).segments() if one.engine != "copied"]
    counts = Counter(one.state for one in done)
    return Standing(tag, release.edition, dict(counts), sum(_changed(done, release.lang, tag, memory)))


def _changed(done: Sequence[Segment], source: str, tag: str, memory: AnyMemory) -> Iterator[bool]:
    for one in done:
        if one.state == "initial":
            yield any(match.pair.by != MACHINE for match in memory.similar(one.source or one.text, source, tag))
