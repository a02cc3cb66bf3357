"""The command `make`: the whole path, for many releases."""

from __future__ import annotations

import argparse
import json
import sys
from argparse import Namespace
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

from plainspoken import opening, pipeline, saying
from plainspoken.cli.given import formats_of, langs_of, memory_of, source_of, store_of, tell_away
from plainspoken.cli.options import (
    SOURCE,
    Commands,
    audio_option,
    brand_options,
    command_of,
    easy_glossary_option,
    pictures_option,
    positive,
    simplifier_option,
    source_lang_options,
    speech_options,
    translation_options,
)
from plainspoken.cli.progress import Bar, lines
from plainspoken.cli.report import pack_json, summary
from plainspoken.errors import Error, UsageError
from plainspoken.events import Listener, silent
from plainspoken.pack import Pack


def add_make(add: Commands) -> None:
    """Add the command `make`."""
    command = command_of(
        add, "make", make, "make packs: read, simplify, translate, narrate, publish",
        "plainspoken make release.html --to es,ur,pl --into packs",
    )  # fmt: skip
    command.add_argument("sources", nargs="+", metavar="SOURCE", help=SOURCE)
    command.add_argument("--to", required=True, metavar="LANGS", help="languages to translate into: es,ur,pl")
    command.add_argument("--into", required=True, type=Path, metavar="DIR", help="the folder to put packs in")
    source_lang_options(command)
    translation_options(command)
    speech_options(command)
    audio_option(command, ("mp3", "opus"))
    pictures_option(command)
    easy_glossary_option(command)
    simplifier_option(command)
    command.add_argument(
        "--formats",
        metavar="LIST",
        help="what to write beside the pages: mp3,vtt,txt,epub,xlf,zip (default: all these); +pdf: easy read as PDF",
    )
    command.add_argument(
        "--offline", action="store_true", help="fetch nothing but SOURCE, not even a missing language package"
    )
    command.add_argument(
        "--require-reviewed", action="store_true", help="leave out translations that nobody has reviewed"
    )
    command.add_argument(
        "--safety", action=argparse.BooleanOptionalAction, default=None,
        help="put the quick exit on every page, or on none (default: where there are helplines)",
    )  # fmt: skip
    command.add_argument(
        "--base-url", metavar="URL",
        help="where the packs will stand on your site; the podcast feeds name it",
    )  # fmt: skip
    brand_options(command)
    command.add_argument("--replace", action="store_true", help="replace a pack even if the new one has less in it")
    command.add_argument(
        "--ignore-embargo", action="store_true", help="make a pack for preview before the release may be published"
    )
    command.add_argument(
        "--jobs", type=positive, metavar="N", help="how many things to do at once (default: a few more than cores)"
    )
    command.add_argument("--dask", metavar="ADDRESS", help="work on a Dask cluster: its scheduler's address, or local")
    command.add_argument("--json", action="store_true", help="write events, one JSON object a line")
    command.add_argument("--quiet", action="store_true", help="write nothing but errors")


def make(arguments: Namespace) -> int:
    """Make the pack of each source; a source that fails doesn't keep the others from being made."""
    bar = Bar()
    worst = 0
    tell_away(arguments, "engine", "narrator", "simplifier")
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


def _plan(arguments: Namespace, executor: Executor, listen: Listener) -> pipeline.Plan:
    return pipeline.Plan(
        to=langs_of(arguments.to),
        into=arguments.into,
        source_lang=arguments.source_lang,
        engine=arguments.engine,
        narrator=arguments.narrator,
        voice=arguments.voice,
        glossary=opening.open_glossary(arguments.glossary),
        lexicon=saying.open_lexicon(arguments.lexicon),
        describe=arguments.describe,
        audio=arguments.audio,
        memory=memory_of(arguments),
        pictures=opening.open_pictures(arguments.pictures),
        easy_glossary=opening.open_words(arguments.easy_glossary),
        simplifier=arguments.simplifier,
        formats=formats_of(arguments.formats),
        offline=arguments.offline,
        require_reviewed=arguments.require_reviewed,
        safety=arguments.safety,
        base_url=arguments.base_url,
        brand=opening.open_brand(arguments.brand),
        neutral_title=arguments.neutral_title,
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
