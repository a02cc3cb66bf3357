"""The languages of this machine: what translates and speaks each, and adding and removing Argos's packages."""

from __future__ import annotations

import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass

from plainspoken import lang, words
from plainspoken.engines import argos_packages, coverage, registry
from plainspoken.engines.argos_library import Installed
from plainspoken.engines.argos_packages import Offer
from plainspoken.engines.protocols import Hosted, Speaker, Translator
from plainspoken.errors import EngineError, RemoteError, UsageError
from plainspoken.events import Listener, silent

HEADINGS = ("lang", "language", "translates", "speaks", "page words", "could be added")
_ELSEWHERE = "a server, a chat model, or people"
_STAND_INS = frozenset({"identity", "silence"})


@dataclass(frozen=True, slots=True)
class Way:
    """How an engine here translates into a language, or speaks it.

    Attributes:
        engine: its name.
        through: the languages that a translation goes through on the way.
        host: the server that it asks; the empty string for none.
        remote: whether that sends the text off this machine, so that it must be named.
        proven: whether the engine lists the pair; a chat model answers in any language, whether it knows it or not.
    """

    engine: str
    through: tuple[str, ...] = ()
    host: str = ""
    remote: bool = False
    proven: bool = True

    def __str__(self) -> str:
        notes = [f"through {', '.join(self.through)}"] if self.through else []
        notes += ["online"] if self.remote else []
        notes += [] if self.proven else ["unproven"]
        return f"{self.engine} ({', '.join(notes)})" if notes else self.engine


@dataclass(frozen=True, slots=True)
class Row:
    """One language.

    Attributes:
        lang: its tag (BCP 47).
        translating: how the engines here translate into it, in the order that they are chosen in.
        speaking: how the engines here speak it.
        words: whether a pack's own words ("Listen", "Easy read") are translated into it.
        words_checked_by: which native speaker has checked those words; the empty string where nobody has.
        options: what else would translate into it, where nothing that may be chosen by default does.
        voices: what else would speak it, likewise.
    """

    lang: str
    translating: tuple[Way, ...]
    speaking: tuple[Way, ...]
    words: bool
    words_checked_by: str
    options: tuple[str, ...]
    voices: tuple[str, ...]

    @property
    def translators(self) -> tuple[str, ...]:
        """The engines here that translate into it, each with what it goes through: `argos (through en)`."""
        return tuple(map(str, self.translating))

    @property
    def speakers(self) -> tuple[str, ...]:
        """The engines here that have a voice for it; one that sends the text away says so."""
        return tuple(map(str, self.speaking))

    @property
    def cells(self) -> tuple[str, ...]:
        """What a table shows of it, under `HEADINGS`."""
        label = lang.name(self.lang, "en")
        own = lang.autonym(self.lang)
        voice = self.voices[0] if self.voices else "" if self.speaking else "no voice that we know of"
        could = [*self._easiest, *([f"speaks: {voice}"] if voice else [])]
        return (
            self.lang,
            label if own == label else f"{label} · {own}",
            ", ".join(self.translators) or "-",
            ", ".join(self.speakers) or "-",
            self._words_cell,
            "; ".join(could),
        )

    def to_dict(self) -> dict[str, object]:
        """Return it as JSON-ready values."""
        return {
            "lang": self.lang,
            "name": lang.name(self.lang, "en"),
            "autonym": lang.autonym(self.lang),
            "translators": list(self.translators),
            "speakers": list(self.speakers),
            "words": self.words,
            "words_checked_by": self.words_checked_by or None,
            "translating": [asdict(way) for way in self.translating],
            "speaking": [asdict(way) for way in self.speaking],
            "translators_to_add": list(self.options),
            "speakers_to_add": list(self.voices),
        }

    @property
    def _easiest(self) -> tuple[str, ...]:
        """What to add first to this machine; else what there is at all, which `summary` explains."""
        on_this_machine = [one for one in self.options if one.startswith(("argos", "apertium"))]
        return tuple(on_this_machine[:1]) or (_ELSEWHERE,)[: len(self.options)]

    @property
    def _words_cell(self) -> str:
        if not self.words:
            return "no"
        if lang.primary(self.lang) == "en":
            return "original"
        return "checked" if self.words_checked_by else "unchecked"


def table(source: str = "en") -> tuple[Row, ...]:
    """Return the languages that packs are made for, and others that an engine here translates into, by tag.

    A server that stops answering while it is asked serves nothing.

    Args:
        source: the language that is published in.
    """
    translators = [registry.translator(name) for name in registry.names("translators") if name not in _STAND_INS]
    speakers = [registry.speaker(name) for name in registry.names("speakers") if name not in _STAND_INS]
    ready = [engine for engine in translators if engine.probe().ready]
    speaking = [engine for engine in speakers if engine.probe().ready]
    offered = {tag for engine in ready for _, tag in _pairs(engine)}
    others = {tag for tag in offered if not any(lang.same(tag, one) for one in lang.COMMUNITY)}
    return tuple(_row(source, tag, ready, speaking) for tag in sorted({*lang.COMMUNITY, *others}))


def summary(rows: Iterable[Row], source: str = "en") -> str:
    """Return what a table of languages comes to, in sentences: how many this machine serves, and what its words mean.

    Args:
        rows: the table.
        source: the language that is published in.
    """
    wanted = [row for row in rows if any(lang.same(row.lang, one) for one in lang.COMMUNITY)]
    into = [row for row in wanted if not lang.same(row.lang, source)]
    local = [row for row in into if any(way.proven and not way.remote for way in row.translating)]
    mute = [lang.name(row.lang, "en") for row in wanted if not any(not way.remote for way in row.speaking)]
    spoken = f"all but {', '.join(mute)}" if mute else "all"
    told = [
        f"Of the {len(into)} languages that packs are made for, this machine translates into {len(local)}; "
        f"it speaks {spoken}.",
        "People are sent a draft, or the bare text, by plainspoken review export; what they send back is kept.",
        "through: by way of another language. online: the text goes to a server, so only if you name the engine.",
        "a server: libretranslate, with NLLB models; a chat model that knows the language: plainspoken engines.",
        'page words: "Listen", "Easy read" and such; unchecked: no native speaker has read them yet.',
    ]
    if any(not way.proven for row in wanted for way in row.translating):
        told.append("unproven: a chat model, which answers in any language, whether it knows it or not.")
    return "\n".join(told)


def add(tags: Iterable[str], *, source: str = "en", listen: Listener = silent) -> tuple[str, ...]:
    """Download and install the Argos packages that translate from `source` into each language; return what was new.

    Nothing is downloaded before it is known that every language can be had.

    Raises:
        UsageError: a tag is no language, or is the source itself.
        EngineError: Argos has no package for a language (the message says what would serve it), or is not installed.
        RemoteError: the network failed.
        TargetError: the packages' folder can't be written.
    """
    wanted = tuple(dict.fromkeys(map(lang.canonical, tags)))
    source = lang.canonical(source)
    for tag in wanted:
        if lang.same(tag, source):
            raise UsageError(
                "this is the language that is translated from", where=tag, todo="Name another, or use --from."
            )
    needed = _needed(source, wanted)
    return tuple(_label(argos_packages.install(offer, listen)) for offer in needed)


def remove(tags: Iterable[str]) -> tuple[str, ...]:
    """Remove the Argos packages from and into each language; return what is gone.

    Raises:
        UsageError: a tag is no language, or has no package here.
        TargetError: a package can't be removed.
    """
    return tuple(_label(gone) for tag in map(lang.canonical, tags) for gone in argos_packages.remove(tag))


def fetch_translator(source: str, target: str, listen: Listener = silent) -> Translator | None:
    """Install what Argos needs for a pair that nothing here translates, and return it; None where it can't serve it.

    The network is only asked about pairs that Argos is known to serve, or where a private index is set. Where the index
    can't be reached there is nothing to fetch: None too, and the caller says what would serve the pair.

    Raises:
        RemoteError: a package can't be fetched whole.
        TargetError: the packages' folder can't be written.
    """
    if not (coverage.argos_has(source, target) or os.environ.get("ARGOS_PACKAGE_INDEX")):
        return None
    if not registry.translator("argos").probe().ready:
        return None
    try:
        needed = argos_packages.plan(source, target)
    except (EngineError, RemoteError):
        return None
    for offer in needed:
        argos_packages.install(offer, listen)
    return registry.find_translator(source, target)


def _row(source: str, tag: str, translators: list[Translator], speakers: list[Speaker]) -> Row:
    away = [] if lang.same(source, tag) else translators
    able = tuple(way for engine in away if (way := _way(engine, source, tag)))
    speak = tuple(
        Way(engine.name, host=_host(engine), remote=engine.remote)
        for engine in speakers
        if registry.find_voice(engine, tag)
    )
    catalogue = next((one for one in lang.fallbacks(tag) if one in words.catalogues()), None)
    return Row(
        lang=tag,
        translating=able,
        speaking=speak,
        words=catalogue is not None,
        words_checked_by=words.checked_by(catalogue) if catalogue else "",
        options=() if any(way.proven and not way.remote for way in able) else coverage.options(source, tag),
        voices=() if any(not way.remote for way in speak) else coverage.voices_for(tag),
    )


def _way(engine: Translator, source: str, tag: str) -> Way | None:
    try:
        route = engine.route(source, tag)
    except RemoteError:
        return None
    if route is None:
        return None
    proven = len(route) > 2 or (route[0], route[-1]) in _pairs(engine)
    return Way(engine.name, route[1:-1], _host(engine), engine.remote, proven)


def _pairs(engine: Translator) -> frozenset[tuple[str, str]]:
    try:
        return engine.pairs()
    except RemoteError:
        return frozenset()


def _host(engine: Translator | Speaker) -> str:
    return engine.host if isinstance(engine, Hosted) else ""


def _needed(source: str, wanted: tuple[str, ...]) -> tuple[Offer, ...]:
    lacking = [tag for tag in wanted if not argos_packages.is_direct(source, tag)]
    offers = argos_packages.index() if lacking else ()
    return tuple(dict.fromkeys(offer for tag in lacking for offer in _plan(source, tag, offers)))


def _plan(source: str, tag: str, offers: tuple[Offer, ...]) -> tuple[Offer, ...]:
    try:
        return argos_packages.plan(source, tag, offers)
    except EngineError as cause:
        served = coverage.options(source, tag)
        others = [one for one in served if "argos" not in one]
        todo = f"These would serve it: {'; '.join(others)}." if others else "It needs people who translate."
        raise EngineError(cause.what, where=cause.where, todo=todo) from cause


def _label(package: Installed | Offer) -> str:
    return f"{lang.name(package.source, 'en')} to {lang.name(package.target, 'en')}"
