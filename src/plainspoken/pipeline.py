"""The whole path: from a source to a pack, in every language asked for."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plainspoken import choice, codecs, embargo, opening, saying, steps
from plainspoken import lang as languages
from plainspoken.cache import Store
from plainspoken.course import Course
from plainspoken.engines.protocols import Simplifier, Speaker, Translator
from plainspoken.engines.provenance import named_away, sent_away, service_of
from plainspoken.errors import EngineError, RemoteError, UsageError
from plainspoken.events import Listener, silent
from plainspoken.findings import finding
from plainspoken.model import Release
from plainspoken.narration import AudioForm, Narration
from plainspoken.pack import Pack

if TYPE_CHECKING:
    from plainspoken.brand import Brand
    from plainspoken.hard_words import HardWords
    from plainspoken.pictures.own import PictureSet
    from plainspoken.readers.fetch import Page
    from plainspoken.spoken.lexicon import Lexicon
    from plainspoken.terms import AnyMemory, Glossary


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How packs are to be made: languages, engines, terms, target.

    Attributes:
        to: the languages to translate into (BCP 47); the source language is always there.
        into: the folder that packs are put in.
        source_lang: the language of the sources, where the pages say nothing or the wrong thing.
        engine: the translator or its name; the best local one for each pair if None.
        narrator: the speaker or its name; the best local one for each language if None.
        voice: the id of the voice to use for every language it speaks.
        glossary: required translations.
        lexicon: how names and words are said.
        describe: whether the pictures' descriptions are read aloud.
        memory: past translations.
        pictures: pictures of one's own for easy read, which go before ours.
        easy_glossary: hard words of one's own for easy read, which go before ours.
        simplifier: what writes the easy read; the best engine on this machine if None.
        audio: what the narrations are encoded as: mp3 or opus.
        formats: what to write beside the pages; everything if None.
        offline: whether fetching a missing language package is forbidden.
        require_reviewed: whether translations that nobody has reviewed are left out.
        safety: whether pages carry the quick exit; on pages with helplines if None.
        base_url: where packs will stand on their site (`https://example.org/packs`), which their feeds name.
        brand: whose pages they are; nobody's if None.
        neutral_title: whether titles and descriptions, which browsers keep, tell nothing of the subject.
        replace: whether a pack that stands there may lose an edition or audio.
        ignore_embargo: whether a release that may not be published yet is made all the same, for preview.
        now: the time that an embargo is held against, with its zone; this machine's clock if None.
        store: where results are kept between runs.
        executor: where batches of translation and narration run.
        listen: told how far it has come.
    """

    to: tuple[str, ...]
    into: Path
    source_lang: str | None = None
    engine: str | Translator | None = None
    narrator: str | Speaker | None = None
    voice: str | None = None
    glossary: Glossary | None = None
    lexicon: Lexicon | None = None
    describe: bool = False
    memory: AnyMemory | None = None
    pictures: PictureSet | None = None
    easy_glossary: HardWords | None = None
    simplifier: str | Simplifier | None = None
    audio: AudioForm = "mp3"
    formats: Collection[str] | None = None
    offline: bool = False
    require_reviewed: bool = False
    safety: bool | None = None
    base_url: str | None = None
    brand: Brand | None = None
    neutral_title: bool = False
    replace: bool = False
    ignore_embargo: bool = False
    now: datetime | None = None
    store: Store | None = None
    executor: Executor | None = None
    listen: Listener = silent


def make(
    source: str | bytes | Path | Page,
    to: Iterable[str],
    into: Path | str,
    *,
    source_lang: str | None = None,
    engine: str | Translator | None = None,
    narrator: str | Speaker | None = None,
    voice: str | None = None,
    glossary: Glossary | Path | None = None,
    lexicon: Lexicon | Path | None = None,
    describe: bool = False,
    memory: AnyMemory | Path | None = None,
    pictures: PictureSet | Path | str | None = None,
    easy_glossary: HardWords | Path | str | None = None,
    simplifier: str | Simplifier | None = None,
    audio: AudioForm = "mp3",
    formats: Collection[str] | None = None,
    offline: bool = False,
    require_reviewed: bool = False,
    safety: bool | None = None,
    base_url: str | None = None,
    brand: Brand | Path | str | None = None,
    neutral_title: bool = False,
    replace: bool = False,
    ignore_embargo: bool = False,
    now: datetime | None = None,
    store: Store | None = None,
    executor: Executor | None = None,
    listen: Listener | None = None,
) -> Pack:
    """Make the pack of a release: read, simplified, translated, narrated and published.

    Args:
        source: HTML as text or bytes, a file's path, an http(s) address, or a fetched page.
        to: the languages to translate into (BCP 47); the source language is always there.
        into: the folder that the pack is put in.

    The others are those of `Plan`; what is read from a file (glossary, memory, ...) or folder may be given as its path.

    Raises:
        SourceError: the source can't be read, or it is not a release.
        EmbargoError: the release may not be published yet; nothing is written.
        EngineError: sentences are left that neither the memory nor an installed engine can translate.
        TargetError: the folder can't be written, or a better pack stands there.
        RemoteError: an address could not be fetched.
        UsageError: a language tag or an engine's name is wrong.
    """
    plan = Plan(
        to=tuple(to), into=Path(into), source_lang=source_lang, engine=engine, narrator=narrator, voice=voice,
        glossary=opening.open_glossary(glossary), lexicon=saying.open_lexicon(lexicon), describe=describe,
        memory=opening.open_memory(memory), pictures=opening.open_pictures(pictures), audio=audio,
        formats=formats, offline=offline,
        easy_glossary=opening.open_words(easy_glossary), simplifier=simplifier,
        require_reviewed=require_reviewed, safety=safety, base_url=base_url, replace=replace,
        brand=opening.open_brand(brand), neutral_title=neutral_title,
        ignore_embargo=ignore_embargo, now=now, store=store, executor=executor, listen=listen or silent,
    )  # fmt: skip
    return run(source, plan)


def run(source: str | bytes | Path | Page, plan: Plan, taken: Collection[str] = ()) -> Pack:
    """Make one pack as planned; its folder is called after the headline, and none of `taken`.

    Raises:
        Error: as `make` says.
    """
    from plainspoken.writers.pack import known_formats
    from plainspoken.writers.shelf import own_slug

    _refuse_away(plan)
    codecs.require(plan.audio)
    known_formats(plan.formats)
    if plan.voice:
        choice.named_voice(plan.voice, plan.narrator)
    if plan.simplifier:
        choice.named_simplifier(plan.simplifier)
    course = Course(plan.listen, _label(source))
    with _workers(plan) as plan:
        with course.step("parse"):
            original = steps.parse(source, lang=plan.source_lang)
        if not plan.ignore_embargo:
            embargo.refuse([original], plan.now or datetime.now(UTC))
        targets = _targets(original, plan)
        course.steps = 2 + 4 * len(targets) + 2 + 1
        translators = {tag: _translator(original, tag, plan) for tag in targets}
        _refuse_unserved(original, translators, plan)
        editions = _reviewed(list(_editions(original, translators, plan, course)), plan)
        voiced = [_narrated(edition, plan, course) for edition in editions]
        with course.step("publish"):
            return steps.publish(
                [edition for edition, _ in voiced], [spoken for _, spoken in voiced if spoken], into=plan.into,
                slug=own_slug(original, plan.into, taken), formats=plan.formats, safety=plan.safety,
                replace=plan.replace, ignore_embargo=plan.ignore_embargo, now=plan.now, memory=plan.memory,
                glossary=plan.glossary, pictures=plan.pictures, base_url=plan.base_url,
                brand=plan.brand, neutral_title=plan.neutral_title, listen=course.tell,
            )  # fmt: skip


def _label(source: str | bytes | Path | Page) -> str:
    if isinstance(source, Path):
        return source.name
    return source if isinstance(source, str) and len(source) < 200 and "<" not in source else "the page"


@contextmanager
def _workers(plan: Plan) -> Iterator[Plan]:
    if plan.executor is not None:
        yield plan
        return
    executor = ThreadPoolExecutor()
    try:
        yield replace(plan, executor=executor)
    finally:
        executor.shutdown(cancel_futures=True)


def _targets(original: Release, plan: Plan) -> tuple[str, ...]:
    """Return the languages to translate into: not the original's own, `en-GB`, nor its plain name, `en`."""
    own = [tag for tag in languages.fallbacks(original.lang) if languages.same(tag, original.lang)]
    return tuple(tag for tag in dict.fromkeys(map(languages.canonical, plan.to)) if tag not in own)


def _translator(original: Release, tag: str, plan: Plan) -> Translator | None:
    """Choose who translates into a language; what the memory holds whole needs nobody."""
    from plainspoken.languages import fetch_translator
    from plainspoken.stages.translate import gap

    needed = bool(gap(original, tag, plan.memory))
    try:
        found = choice.choose_translator(original.lang, tag, plan.engine)
    except EngineError:
        if needed:
            raise
        return None
    if found is None and needed and not plan.offline and plan.engine is None:
        return fetch_translator(original.lang, tag, plan.listen)
    return found


def _refuse_away(plan: Plan) -> None:
    """Refuse to send text away in a run that was told to stay offline."""
    away = named_away(plan.engine, plan.narrator, plan.simplifier) if plan.offline else ()
    if away:
        raise UsageError(
            f"the run is to stay offline, and would send the text to {away[0]}",
            where=away[0].engine,
            todo="Name an engine of this machine, or leave out --offline.",
        )


def _refuse_unserved(original: Release, translators: Mapping[str, Translator | None], plan: Plan) -> None:
    """Refuse before any work is done: a run that can't end does not start."""
    from plainspoken.stages.translate import gap

    lacking = [tag for tag, engine in translators.items() if engine is None and gap(original, tag, plan.memory)]
    if lacking:
        raise choice.unserved(original.lang, lacking)


def _editions(
    original: Release, translators: Mapping[str, Translator | None], plan: Plan, course: Course
) -> Iterator[Release]:
    with course.step("simplify", original.lang):
        easy, why = _simplified(original, plan)
    yield original if easy else original.with_findings(finding("no-easy-read", "", why))
    if easy:
        yield easy
    for tag, engine in translators.items():
        yield from _translations(original, easy, tag, engine, plan, course)


def _simplified(original: Release, plan: Plan) -> tuple[Release | None, str]:
    try:
        easy = steps.simplify(
            original, engine=plan.simplifier, pictures=plan.pictures, easy_glossary=plan.easy_glossary
        )
        return easy, ""
    except EngineError as cause:
        return None, str(cause)


def _translations(
    original: Release, easy: Release | None, tag: str, engine: Translator | None, plan: Plan, course: Course
) -> Iterator[Release]:
    from plainspoken.stages.translate import gap

    def into(edition: Release) -> Release:
        return steps.translate_with(
            edition, tag, engine=engine, memory=plan.memory, glossary=plan.glossary, store=plan.store,
            executor=plan.executor, listen=course.tell,
        )  # fmt: skip

    lacking = gap(easy, tag, plan.memory) if easy and engine is None else ()
    with course.step("translate", tag):
        full = into(original)
    with course.step("translate", tag):
        simple = into(easy) if easy and not lacking else None
    if easy and lacking:
        full = full.with_findings(finding("no-easy-read", tag, f"The memory lacks {len(lacking)} of its sentences."))
    yield full
    if simple:
        yield simple


def _reviewed(editions: list[Release], plan: Plan) -> list[Release]:
    """Leave out translations that nobody has reviewed, where the plan wants that; the original says which."""
    unread = [one for one in editions if plan.require_reviewed and not _is_reviewed(one)]
    missing = dict.fromkeys(one.lang for one in unread)
    notes = [finding("left-out-unreviewed", "", f"It is in {languages.name(tag, 'en')}.") for tag in missing]
    kept = [one for one in editions if one not in unread]
    return [kept[0].with_findings(*notes), *kept[1:]]


def _is_reviewed(edition: Release) -> bool:
    return edition.source_lang is None or all(one.state in ("reviewed", "final") for one in edition.segments())


def _narrated(edition: Release, plan: Plan, course: Course) -> tuple[Release, Narration | None]:
    """Return the edition with its narration, or with a finding that says why it has none."""
    from plainspoken.stages.narrate import check_script, narrate

    with course.step("narrate", edition.lang):
        try:
            speaker, voice = choice.prefer_voice(edition.lang, plan.narrator, plan.voice)
            check_script(edition, voice)
        except EngineError as cause:
            return edition.with_findings(finding("no-voice", edition.lang, str(cause))), None
        try:
            spoken = narrate(
                edition, engine=speaker, voice=voice, lexicon=plan.lexicon, describe=plan.describe, form=plan.audio,
                store=plan.store, executor=plan.executor, listen=course.tell,
            )  # fmt: skip
            service = service_of(speaker)
            return edition.with_services(service).with_findings(*sent_away(service, edition.lang)), spoken
        except (EngineError, RemoteError) as cause:
            return edition.with_findings(finding("narration-failed", edition.lang, str(cause))), None
