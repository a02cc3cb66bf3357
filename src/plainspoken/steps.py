"""The single steps of the path, each with the best engine of this machine where none is named."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from concurrent.futures import Executor
from dataclasses import replace as changed
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from plainspoken import embargo, saying
from plainspoken import lang as languages
from plainspoken.cache import Store
from plainspoken.choice import choose_simplifier, choose_translator, choose_voice, unserved
from plainspoken.engines.protocols import Simplifier, Speaker, Translator, Voice
from plainspoken.events import Listener, silent
from plainspoken.model import Release
from plainspoken.narration import AudioForm, Narration
from plainspoken.opening import open_brand, open_glossary, open_memory, open_pictures, open_words
from plainspoken.pack import Pack

if TYPE_CHECKING:
    from plainspoken.brand import Brand
    from plainspoken.hard_words import HardWords
    from plainspoken.pictures.own import PictureSet
    from plainspoken.readers.fetch import Page
    from plainspoken.readers.html import Reading
    from plainspoken.spoken.lexicon import Lexicon
    from plainspoken.terms import AnyMemory, Glossary

Source = "str | bytes | Path | Page"


def fetch(url: str) -> Page:
    """Fetch a page from the web, safely: its bytes and the address they came from in the end.

    Raises:
        RemoteError: the address is refused (private, not http), doesn't answer, or redirects without end.
        SourceError: what it answers is not a page.
    """
    from plainspoken.readers.fetch import fetch as get

    return get(url)


def parse(source: str | bytes | Path | Page, url: str | None = None, lang: str | None = None) -> Release:
    """Read a press release from a web page, a Word document (.docx), Markdown, plain text or an e-mail (.eml).

    Args:
        source: its text or bytes, a file's path, an http(s) address, or a fetched page.
        url: the page's own address, where the source doesn't say; relative links are resolved against it.
        lang: the language it is in, where the page says nothing or the wrong thing (BCP 47).

    Raises:
        SourceError: the source can't be read, or it is not a release.
        RemoteError: an address could not be fetched.
        UsageError: `lang` is not a language tag.

    >>> page = "<main><h1>Road closed</h1><p>The bridge is closed until 3 May. Use the ferry.</p></main>"
    >>> release = parse(page, lang="en")
    >>> [segment.text for segment in release.segments()]
    ['Road closed', 'The bridge is closed until 3 May.', 'Use the ferry.']
    """
    return study(source, url, lang).release


def study(source: str | bytes | Path | Page, url: str | None = None, lang: str | None = None) -> Reading:
    """Read a press release as `parse` does, and keep why each of its blocks has its role.

    >>> page = "<main><h1>Road closed</h1><p>The bridge is closed until 3 May. Use the ferry.</p></main>"
    >>> [(reason.id, reason.explanation) for reason in study(page, lang="en").reasons][1:]
    [('lead.p1', 'It is the first paragraph of the story.')]
    """
    from plainspoken.readers.html import study as read
    from plainspoken.readers.source import open_source

    tag = languages.canonical(lang) if lang else None
    return read(open_source(source, url=url), lang=tag)


def simplify(
    release: Release,
    *,
    engine: str | Simplifier | None = None,
    pictures: PictureSet | Path | str | None = None,
    easy_glossary: HardWords | Path | str | None = None,
) -> Release:
    """Make the easy-read edition of a release: what happened, what to do, whom to call, in short sentences.

    Args:
        release: the full release, in a language that the engine serves.
        engine: an engine or its name; the best one on this machine for the language if None.
        pictures: pictures of your own, which go before ours, or the folder they are in.
        easy_glossary: hard words of your own, or a CSV file of them; they win over the built-in ones.

    Raises:
        EngineError: no installed engine can simplify the release's language, or the engine that was named failed.
        RemoteError: the server of the engine that was named doesn't answer.
        SourceError: a picture of the folder or a line of the hard words can't be taken; its row is named.
    """
    from plainspoken.checks.easy import check
    from plainspoken.engines.provenance import sent_away, service_of
    from plainspoken.hard_words import known_words
    from plainspoken.stages.simplify import simplify as make_easy

    known = known_words(open_words(easy_glossary), release.lang)
    chosen = choose_simplifier(release.lang, engine)
    easy = make_easy(release, engine=chosen, pictures=open_pictures(pictures), words=known)
    service = service_of(chosen)
    easy = changed(easy, simplifier=None if chosen.name == "rules" else chosen.name)
    return easy.with_services(service).with_findings(*check(easy, release, known), *sent_away(service, release.lang))


def translate(
    release: Release,
    to: str,
    *,
    engine: str | Translator | None = None,
    glossary: Glossary | Path | None = None,
    memory: AnyMemory | Path | None = None,
    store: Store | None = None,
    executor: Executor | None = None,
    listen: Listener = silent,
) -> Release:
    """Translate an edition, sentence by sentence: the memory first, then the engine for what the memory lacks.

    Args:
        release: the edition to translate, full or easy read.
        to: the language to translate into (BCP 47).
        engine: an engine or its name; the best local one on this machine for the pair if None.
        glossary: required translations, or a CSV file of them.
        memory: past translations, or a TMX file (or our SQLite file) of them.
        store: where the engine's results are kept between runs.
        executor: where batches run.
        listen: told how far it has come.

    Raises:
        EngineError: sentences are left that neither the memory nor an installed engine can translate.
        UsageError: `to` is not a language tag, or `engine` is not an engine's name.
    """
    from plainspoken.stages.translate import gap

    to, known = languages.canonical(to), open_memory(memory)
    chosen = choose_translator(release.lang, to, engine)
    if chosen is None and gap(release, to, known):
        raise unserved(release.lang, [to])
    return translate_with(
        release, to, engine=chosen, memory=known, glossary=open_glossary(glossary), store=store, executor=executor,
        listen=listen,
    )  # fmt: skip


def translate_with(
    release: Release,
    to: str,
    *,
    engine: Translator | None,
    glossary: Glossary | None = None,
    memory: AnyMemory | None = None,
    store: Store | None = None,
    executor: Executor | None = None,
    listen: Listener = silent,
) -> Release:
    """Translate an edition with this engine, or with the memory alone, and check every sentence, an easy one twice.

    The arguments are those of `translate`. What nothing serves stays in the source language, a finding each.

    Raises:
        EngineError: the engine failed.
    """
    from plainspoken.checks import elsewhere
    from plainspoken.checks.translation import check
    from plainspoken.stages.translate import translate as run

    done = run(
        release, to, engine=engine, memory=memory, glossary=glossary, store=store, executor=executor, listen=listen
    )
    doubts = check(release, done, glossary)
    if release.edition == "easy" and done is not release:
        doubts = (*doubts, *elsewhere.check(release, done))
    return done.with_findings(*doubts)


def narrate(
    release: Release,
    *,
    engine: str | Speaker | None = None,
    voice: str | Voice | None = None,
    lexicon: Lexicon | Path | None = None,
    describe: bool = False,
    form: AudioForm = "mp3",
    store: Store | None = None,
    executor: Executor | None = None,
    listen: Listener = silent,
) -> Narration:
    """Read an edition aloud: audio by section, with the time of each sentence and word.

    Args:
        release: the edition to read, in the language it is in.
        engine: an engine or its name; the best local one on this machine for the language if None.
        voice: a voice of that engine or its id; its best one for the language if None.
        lexicon: how names and words are said, or a PLS file of them; the one of the package comes after it.
        describe: whether the pictures' descriptions are read aloud.
        form: what the audio is encoded as: MP3, Opus or WAV.
        store: where sections that are done are kept between runs.
        executor: where sections run.
        listen: told how far it has come.

    Raises:
        EngineError: no installed voice speaks the language, or the engine failed.
        UsageError: `engine` is not an engine's name, or `voice` not one of its voices.
        SourceError: the lexicon can't be read; the message says in which line.
    """
    from plainspoken.stages.narrate import narrate as run

    speaker, chosen = choose_voice(release.lang, engine, voice)
    return run(
        release, engine=speaker, voice=chosen, lexicon=saying.open_lexicon(lexicon), describe=describe, form=form,
        store=store, executor=executor, listen=listen,
    )  # fmt: skip


def publish(
    releases: Sequence[Release],
    narrations: Sequence[Narration] = (),
    *,
    into: Path,
    slug: str | None = None,
    formats: Collection[str] | None = None,
    safety: bool | None = None,
    replace: bool = False,
    ignore_embargo: bool = False,
    now: datetime | None = None,
    memory: AnyMemory | None = None,
    glossary: Glossary | None = None,
    pictures: PictureSet | Path | str | None = None,
    base_url: str | None = None,
    brand: Brand | Path | str | None = None,
    neutral_title: bool = False,
    listen: Listener = silent,
) -> Pack:
    """Write editions and their narrations as one accessible pack: a folder of pages, audio and captions, and its zip.

    Args:
        releases: the editions, the original first.
        narrations: their audio; each belongs to the edition of its language and reading level.
        into: the folder that the pack's own folder is put in.
        slug: the name of the pack's folder; made from the headline if None.
        formats: what to write beside the pages; everything if None.
        safety: whether the pages carry the quick exit; on pages with helplines if None.
        replace: whether a pack that stands there may lose an edition or audio.
        ignore_embargo: whether a release that may not be published yet is written all the same, for preview.
        now: the time that an embargo is held against, with its zone; this machine's clock if None.
        memory: past translations, to show translators what a sentence was before it was changed.
        glossary: required translations, shown to translators beside the sentences.
        pictures: pictures of your own for easy read, or the folder they are in: the same that `simplify` was given.
        base_url: where packs will stand on their site (`https://example.org/packs`), which their feeds name.
        brand: whose pages they are, or the TOML file that says so.
        neutral_title: whether titles and descriptions, which browsers keep, tell nothing of the subject.
        listen: told how far it has come.

    Raises:
        EmbargoError: the release may not be published yet; nothing is written.
        TargetError: the folder can't be written, or a better pack stands there.
    """
    from plainspoken.recording import record
    from plainspoken.review.pack import sheets
    from plainspoken.writers.pack import publish as run
    from plainspoken.writers.pages import Look
    from plainspoken.writers.shelf import own_slug

    now = now or datetime.now(UTC)
    if not ignore_embargo:
        embargo.refuse(releases, now)
    releases = [embargo.settled(release, now) for release in releases]
    wanted = formats is None or "xlf" in formats
    name = slug or (own_slug(releases[0], Path(into)) if releases else "")
    return run(
        releases, narrations, into=Path(into), slug=slug, formats=formats, safety=safety, replace=replace,
        others=sheets(name, releases, memory=memory, glossary=glossary) if wanted else {},
        pictures=open_pictures(pictures), base_url=base_url,
        record=record(releases, narrations, memory, glossary),
        look=Look(open_brand(brand), neutral_title), listen=listen,
    )  # fmt: skip
