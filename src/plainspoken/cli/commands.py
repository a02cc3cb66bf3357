"""The commands that work on releases: make, parse, simplify, translate, narrate."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager

from plainspoken import pipeline, saying, steps
from plainspoken.cache import write_whole
from plainspoken.cli.given import (
    formats_of,
    langs_of,
    memory_of,
    read_edition,
    read_source,
    source_of,
    store_of,
    tell_away,
)  # fmt: skip
from plainspoken.cli.inventory import doctor, engines, languages, voices
from plainspoken.cli.progress import Bar, lines
from plainspoken.cli.report import outline, pack_json, side_by_side, summary
from plainspoken.cli.table import table
from plainspoken.errors import Error, UsageError
from plainspoken.events import Listener, silent
from plainspoken.hard_words import open_words
from plainspoken.model import Release
from plainspoken.pack import Pack

__all__ = ["doctor", "engines", "languages", "make", "narrate", "parse", "simplify", "translate", "voices"]


_SCRIPT = ("sentence", "lang", "written", "said")
_EXPLAINED = ("block", "role", "kind", "rule", "why", "begins")


def make(arguments: Namespace) -> int:
    """Make the pack of each source; a source that fails doesn't keep the others from being made."""
    bar = Bar()
    worst = 0
    tell_away(arguments)
    taken: set[str] = set()
    with _executor(arguments) as executor:
        plan = _plan(arguments, executor, _listener(arguments, bar))
        for source in arguments.sources:
            try:
                pack = pipeline.run(source_of(source, arguments.url), plan, taken)
            except Error as failure:
                bar.close()
                worst = _failed(arguments, source, failure)
                continue
            bar.close()
            taken.add(pack.slug)
            _show(arguments, pack)
            worst = worst or int(any(one.level == "error" for one in pack.findings))
    return worst


def parse(arguments: Namespace) -> int:
    """Show a release as it was read, or why each of its blocks has its role."""
    source = source_of(arguments.source, arguments.url)
    reading = steps.study(source, url=arguments.url, lang=arguments.source_lang)
    release, reasons = reading.release, reading.reasons
    if not arguments.explain:
        print(release.to_json(indent=2) if arguments.json else outline(release))
    elif arguments.json:
        explained = {**json.loads(release.to_json()), "explain": [reason.to_dict() for reason in reasons]}
        print(json.dumps(explained, ensure_ascii=False, indent=2))
    else:
        print(table(_EXPLAINED, [(one.id, one.role, one.kind, one.rule, one.explanation, one.text) for one in reasons]))
    return _code(release)


def simplify(arguments: Namespace) -> int:
    """Show the easy-read edition of a release, or hold an easy-read text to the rules."""
    if arguments.check:
        return _lint(arguments)
    release = read_source(arguments)
    easy = steps.simplify(release, pictures=arguments.pictures, easy_glossary=arguments.easy_glossary)
    if arguments.json:
        print(easy.to_json(indent=2))
    else:
        print(side_by_side(release, easy) if arguments.explain else outline(easy))
    return _code(easy)


def _lint(arguments: Namespace) -> int:
    from plainspoken.lint import lint

    source = source_of(arguments.source, arguments.url)
    found = lint(source, lang=arguments.source_lang or "en", easy_glossary=arguments.easy_glossary)
    if arguments.json:
        print(json.dumps([one.to_dict() for one in found], ensure_ascii=False, indent=2))
    else:
        for one in found:
            print(f"{one.at or 'text'}: {one.level}: {one.message} [{one.code}]")
    return int(any(one.level == "error" for one in found))


def translate(arguments: Namespace) -> int:
    """Show a translated edition of a release."""
    release = read_edition(arguments)
    tell_away(arguments)
    bar = Bar()
    translated = steps.translate(
        release,
        arguments.to,
        engine=arguments.engine,
        glossary=steps.open_glossary(arguments.glossary),
        memory=memory_of(arguments),
        store=store_of(),
        listen=silent if arguments.json else bar,
    )
    bar.close()
    print(translated.to_json(indent=2) if arguments.json else outline(translated))
    return _code(translated)


def narrate(arguments: Namespace) -> int:
    """Write a release's narration: an MP3 file and its captions."""
    from plainspoken.writers import audio, captions

    release = read_edition(arguments)
    lexicon = saying.open_lexicon(arguments.lexicon)
    if arguments.script:
        rows = saying.script(release, lexicon=lexicon, describe=arguments.describe)
        print(*("\t".join(" ".join(cell.split()) for cell in row) for row in [_SCRIPT, *rows]), sep="\n")
        return 0
    tell_away(arguments)
    bar = Bar()
    spoken = steps.narrate(
        release, engine=arguments.narrator, voice=arguments.voice, lexicon=lexicon, describe=arguments.describe,
        store=store_of(), listen=bar,
    )  # fmt: skip
    bar.close()
    name = "easy" if release.edition == "easy" else "release"
    write_whole(arguments.into / f"{name}.mp3", audio.whole(release, spoken))
    write_whole(arguments.into / f"{name}.vtt", captions.write(spoken).encode())
    print(arguments.into / f"{name}.mp3")
    for one in spoken.findings:
        print(f"plainspoken: {one.at}: {one.message} [{one.code}]", file=sys.stderr)
    return _code(release)


def _plan(arguments: Namespace, executor: Executor, listen: Listener) -> pipeline.Plan:
    return pipeline.Plan(
        to=langs_of(arguments.to),
        into=arguments.into,
        source_lang=arguments.source_lang,
        engine=arguments.engine,
        narrator=arguments.narrator,
        voice=arguments.voice,
        glossary=steps.open_glossary(arguments.glossary),
        lexicon=saying.open_lexicon(arguments.lexicon),
        describe=arguments.describe,
        memory=memory_of(arguments),
        pictures=steps.open_pictures(arguments.pictures),
        easy_glossary=open_words(arguments.easy_glossary),
        formats=formats_of(arguments.formats),
        offline=arguments.offline,
        require_reviewed=arguments.require_reviewed,
        safety=arguments.safety,
        base_url=arguments.base_url,
        replace=arguments.replace,
        ignore_embargo=arguments.ignore_embargo,
        store=store_of(),
        executor=executor,
        listen=listen,
    )


@contextmanager
def _executor(arguments: Namespace) -> Iterator[Executor]:
    if arguments.dask:
        with _cluster(arguments.dask) as executor:
            yield executor
        return
    executor = ThreadPoolExecutor(arguments.jobs)
    try:
        yield executor
    finally:
        executor.shutdown(cancel_futures=True)


@contextmanager
def _cluster(address: str) -> Iterator[Executor]:
    try:
        from distributed import Client
    except ImportError as cause:
        raise UsageError("Dask is not installed", where="--dask", todo="pip install 'plainspoken[dask]'") from cause
    with Client(None if address == "local" else address) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor()


def _listener(arguments: Namespace, bar: Bar) -> Listener:
    if arguments.quiet:
        return silent
    return lines if arguments.json else bar


def _failed(arguments: Namespace, source: str, failure: Error) -> int:
    if arguments.json:
        told = {"event": "failed", "source": source, "exit_code": failure.exit_code, "message": str(failure)}
        print(json.dumps(told, ensure_ascii=False), flush=True)
    print(f"plainspoken: {failure}", file=sys.stderr)
    return failure.exit_code


def _show(arguments: Namespace, pack: Pack) -> None:
    if arguments.json:
        print(json.dumps(pack_json(pack), ensure_ascii=False), flush=True)
    elif not arguments.quiet:
        print(summary(pack))


def _code(release: Release) -> int:
    errors = [one for one in release.findings if one.level == "error"]
    for one in errors:
        print(f"plainspoken: {one.at}: {one.message} [{one.code}]", file=sys.stderr)
    return int(bool(errors))
