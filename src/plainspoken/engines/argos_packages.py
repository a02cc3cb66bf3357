"""Argos's language packages: which are here, which the index offers, installing and removing them."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from plainspoken import lang
from plainspoken.engines import argos_archive, argos_library, download
from plainspoken.engines.argos_library import Installed
from plainspoken.errors import EngineError, Error, RemoteError, TargetError, UsageError
from plainspoken.events import Event, Listener, silent

# Argos's own codes that are not the language tags of BCP 47.
_TAGS = {"pb": "pt-BR", "zt": "zh-Hant"}

Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Offer:
    """A package that the index offers.

    Attributes:
        source: the language it translates from (BCP 47).
        target: the language it translates into.
        version: its version.
        links: the addresses it can be downloaded from, each the same file.
        sha256: the file's digest, where the index gives one.
    """

    source: str
    target: str
    version: str
    links: tuple[str, ...]
    sha256: str | None = None

    @property
    def label(self) -> str:
        """What it is, for a person: `English to Spanish`."""
        return f"{lang.name(self.source, 'en')} to {lang.name(self.target, 'en')}"


def installed() -> tuple[Installed, ...]:
    """Return the packages on this machine, the newest of each pair; folders that are not whole packages don't count."""
    newest: dict[Pair, Installed] = {}
    for package in _all():
        pair = package.source, package.target
        if pair not in newest or _order(package.version) > _order(newest[pair].version):
            newest[pair] = package
    return tuple(newest.values())


def pairs() -> frozenset[Pair]:
    """Return the pairs that a package on this machine serves."""
    return frozenset((package.source, package.target) for package in installed())


def route(source: str, target: str, pairs: Iterable[Pair]) -> tuple[str, ...] | None:
    """Return the shortest way from one language to another by `pairs`: direct, or through one other, English first.

    Each end is the nearest tag that the pairs have: `en-GB` is served by `en`, `zh-Hant` not by `zh`.
    """
    have = frozenset(pairs)
    if lang.same(source, target):
        return None
    ends = [
        (one, other)
        for one in _near(source, {pair[0] for pair in have})
        for other in _near(target, {pair[1] for pair in have})
    ]
    direct = next((end for end in ends if end in have), None)
    between = sorted({pair[1] for pair in have}, key=lambda tag: (tag != "en", tag))
    through = ((one, tag, other) for one, other in ends for tag in between if {(one, tag), (tag, other)} <= have)
    return direct or next(through, None)


def is_direct(source: str, target: str) -> bool:
    """Tell whether one package on this machine serves the pair."""
    way = route(source, target, pairs())
    return way is not None and len(way) == 2


def index() -> tuple[Offer, ...]:
    """Fetch Argos's package index and return what it offers, the newest of each pair.

    Raises:
        EngineError: Argos Translate is not installed.
        RemoteError: the index can't be fetched or read.
    """
    address = _index_address()
    content = download.get(address)
    try:
        found = [_offer(entry) for entry in json.loads(content) if isinstance(entry, dict)]
    except (ValueError, TypeError, RecursionError) as cause:
        raise RemoteError("this is not a package index", where=address, todo="Check ARGOS_PACKAGE_INDEX.") from cause
    newest: dict[Pair, Offer] = {}
    for offer in filter(None, found):
        pair = offer.source, offer.target
        if pair not in newest or _order(offer.version) > _order(newest[pair].version):
            newest[pair] = offer
    return tuple(newest.values())


def plan(source: str, target: str, offers: Iterable[Offer] | None = None) -> tuple[Offer, ...]:
    """Return the packages that are still needed to translate a pair: directly, or through another language.

    Args:
        source: the language to translate from.
        target: the language to translate into.
        offers: what the index offers; fetched if None.

    Raises:
        EngineError: Argos has no packages for the pair, or is not installed.
        RemoteError: the index can't be fetched.
    """
    here = pairs()
    if is_direct(source, target):
        return ()
    offered = {(offer.source, offer.target): offer for offer in (index() if offers is None else offers)}
    way = route(source, target, here | offered.keys())
    if way is None:
        names = f"{lang.name(source, 'en')} into {lang.name(target, 'en')}"
        raise EngineError(f"Argos has no packages that translate {names}", where=f"{source}->{target}")
    return tuple(offered[pair] for pair in pairwise(way) if pair not in here)


def install(offer: Offer, listen: Listener = silent) -> Installed:
    """Download a package, check that it works, and install it whole or not at all.

    Args:
        offer: which one.
        listen: told the bytes that have come, of how many, the size before the first byte.

    Raises:
        RemoteError: it can't be downloaded whole, or what came is not that package.
        TargetError: the disk is full, or the folder can't be written.
        EngineError: Argos Translate is not installed.
    """
    argos_library.package_module()

    def advance(done: int, total: int | None) -> None:
        size = f", {total / 1e6:.1f} MB" if total else ""
        listen(Event("download", offer.label, done, total, "bytes", offer.target, f"Argos {offer.version}{size}"))

    with _staging(argos_library.home()) as stage:
        archive = stage / f"{offer.source}_{offer.target}.argosmodel"
        download.download(offer.links, archive, sha256=offer.sha256, advance=advance)
        (stage / "open").mkdir()
        folder = argos_archive.unpack(archive, stage / "open")
        archive.unlink()
        _check(folder, offer)
        return _place(folder, offer)


def remove(tag: str) -> tuple[Installed, ...]:
    """Remove the packages from and into a language, and return them.

    Raises:
        UsageError: there is none here.
        TargetError: a package can't be removed, or belongs to Argos Translate's own folder.
    """
    gone = [package for package in _all() if lang.same(package.source, tag) or lang.same(package.target, tag)]
    if not gone:
        raise UsageError("no package of this language is installed", where=tag)
    ours = argos_library.home()
    for package in gone:
        if package.folder.parent != ours:
            raise TargetError(
                "this package was installed by Argos Translate itself",
                where=str(package.folder),
                todo="Remove it there.",
            )
    with _staging(ours) as stage:
        for number, package in enumerate(gone):
            _moved(package.folder, stage / str(number))
    return tuple(gone)


def _all() -> Iterator[Installed]:
    for folder in argos_library.folders():
        yield from _inside(folder)


def _inside(folder: Path) -> Iterator[Installed]:
    try:
        inner = sorted(path for path in folder.iterdir() if path.is_dir())
    except OSError:
        return
    for path in inner:
        package = _read(path)
        if package:
            yield package


def _read(folder: Path) -> Installed | None:
    said = argos_archive.metadata(folder)
    if said is None or said.get("type", "translate") != "translate" or not argos_archive.complete(folder):
        return None
    source, target = _tag(said.get("from_code")), _tag(said.get("to_code"))
    return Installed(source, target, str(said.get("package_version", "")), folder) if source and target else None


def _tag(code: object) -> str | None:
    try:
        return lang.canonical(_TAGS.get(code, code)) if isinstance(code, str) else None
    except UsageError:
        return None


def _near(tag: str, have: Iterable[str]) -> list[str]:
    """Return those of `have` that serve a tag, nearest first."""
    chain = lang.fallbacks(tag)
    fit = [one for one in have if lang.same(one, tag)]
    return sorted(fit, key=lambda one: (chain.index(one) if one in chain else len(chain), one))


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(number) for number in re.findall(r"\d+", version)[:4])


def _index_address() -> str:
    base = os.environ.get("ARGOS_PACKAGE_INDEX") or str(argos_library.settings_module().package_index)
    return f"{base.rstrip('/')}/index.json"


def _offer(entry: dict[str, object]) -> Offer | None:
    said = argos_library.package_module().AvailablePackage(entry)
    source, target = _tag(said.from_code), _tag(said.to_code)
    links = tuple(link for link in said.links if isinstance(link, str) and link.startswith(("http://", "https://")))
    if said.type != "translate" or not (source and target and links):
        return None
    digest = entry.get("sha256")
    return Offer(source, target, str(said.package_version), links, digest if isinstance(digest, str) else None)


@contextmanager
def _staging(folder: Path) -> Iterator[Path]:
    """Give a passing folder on the same disk, beside the packages: among them it would break Argos's own listing."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside = os.access(folder.parent, os.W_OK) and folder.parent.stat().st_dev == folder.stat().st_dev
        stage = Path(tempfile.mkdtemp(prefix=".plainspoken-", dir=folder.parent if beside else folder))
    except OSError as cause:
        raise _unwritable(folder, cause) from cause
    try:
        yield stage
    finally:
        shutil.rmtree(stage, ignore_errors=True)


def _check(folder: Path, offer: Offer) -> None:
    """Refuse a package that is not the one offered, lacks a file, or does not translate a word."""
    found = _read(folder)
    if found is None:
        raise argos_archive.broken("it lacks its description, its model or its tokenizer")
    if (found.source, found.target) != (offer.source, offer.target):
        raise argos_archive.broken(f"it translates {found.source} into {found.target}, not {offer.label}")
    from plainspoken.engines.argos_model import load

    try:
        drafts = load(found).translate(["1 2 3"])
    except Error as cause:
        raise argos_archive.broken(f"its model does not work ({cause.what})") from cause
    if not drafts:
        raise argos_archive.broken("its model says nothing")


def _place(folder: Path, offer: Offer) -> Installed:
    """Put the folder among the packages, in one step; what stood there under its name comes back if that fails."""
    target, aside = argos_library.home() / folder.name, folder.parent / f"{folder.name}.old"
    if target.exists():
        _moved(target, aside)
    try:
        _moved(folder, target)
    except TargetError:
        if aside.exists():
            _moved(aside, target)
        raise
    return Installed(offer.source, offer.target, offer.version, target)


def _moved(path: Path, to: Path) -> None:
    try:
        path.rename(to)
    except OSError as cause:
        raise _unwritable(path, cause) from cause


def _unwritable(path: Path, cause: OSError) -> TargetError:
    return TargetError(
        f"packages can't be changed here ({cause.strerror or cause})",
        where=str(path),
        todo="Choose another folder with ARGOS_PACKAGES_DIR.",
    )
