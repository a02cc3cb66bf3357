"""The engine `argos`: Argos Translate's packages, offline, with CTranslate2 driven in batches of a whole document."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib.metadata import PackageNotFoundError, version
from itertools import pairwise
from operator import itemgetter
from pathlib import Path

from plainspoken import lang
from plainspoken.cache import digest
from plainspoken.engines import argos_library, argos_packages, clauses
from plainspoken.engines.argos_library import Installed
from plainspoken.engines.argos_model import MOST_READ, PART, open_model, stamp
from plainspoken.engines.drafts import chained, copied, together
from plainspoken.engines.protocols import Draft, Probe
from plainspoken.errors import EngineError

_REVISION = 1  # of what this module does to a text besides translating it
# What is not a plain character of a sentence, each replaced by one character, so that places in the text stay.
_BLANKS = re.compile(r"[\s\x00-\x1f\x7f▁\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Argos:
    """Translates with the Argos packages on this machine.

    Args:
        beam: how many translations of a sentence are weighed against each other; Argos's own default is 4.
    """

    beam: int = 4

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "argos"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine: no."""
        return False

    def probe(self) -> Probe:
        """Tell whether Argos Translate and a package are here, without importing it."""
        library = argos_library.found()
        if not library:
            return Probe(ready=False, remedy=argos_library.REMEDY)
        count = len(argos_packages.installed())
        remedy = "" if count else "It has no languages yet: plainspoken languages add es."
        return Probe(ready=True, version=f"{library}, {count} package{'' if count == 1 else 's'}", remedy=remedy)

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the pairs that one package serves."""
        return argos_packages.pairs()

    def route(self, source: str, target: str) -> tuple[str, ...] | None:
        """Return the languages that a translation passes through: two, or three with one between, English first."""
        return argos_packages.route(source, target, argos_packages.pairs())

    def signature(self, source: str, target: str) -> str:
        """Return the digest of what a translation depends on: library, packages, models, options.

        Raises:
            EngineError: the pair is not served.
        """
        models = [(package.version, _identity(package.folder)) for package in self._packages(source, target)]
        return f"argos-{digest(_REVISION, self.beam, _version('ctranslate2'), _version('sentencepiece'), models)[:16]}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        """Translate each text, a sentence of plain words; one draft for each, in order.

        A text without a letter is copied. A text too long for the model is translated clause by clause. A heading in
        capitals is translated as it stands and in small letters; the surer of the two is set in capitals.

        Raises:
            EngineError: the pair is not served, or a model failed.
        """
        packages = self._packages(source, target)
        forms = [_forms(text) for text in texts]
        wanted = list(dict.fromkeys(form for several in forms for form in several))
        found = dict(zip(wanted, self._along(wanted, packages), strict=True))
        return [
            _finish(text, [found[form] for form in several], target) for text, several in zip(texts, forms, strict=True)
        ]

    def _along(self, texts: list[str], packages: Sequence[Installed]) -> list[Draft]:
        drafts = self._hop(texts, packages[0])
        for package in packages[1:]:
            onward = self._hop([draft.text for draft in drafts], package)
            drafts = [chained(*three) for three in zip(texts, drafts, onward, strict=True)]
        return drafts

    def _hop(self, texts: list[str], package: Installed) -> list[Draft]:
        """Translate by one package; what is too long goes through it in parts, all parts of all texts in one batch."""
        model = open_model(package)
        parts = [(number, (0, len(text))) for number, text in enumerate(texts)]
        done: list[list[tuple[int, Draft]]] = [[] for _ in texts]
        most = MOST_READ
        while parts:
            drafts = model.translate([texts[number][slice(*span)] for number, span in parts], self.beam, most)
            unfit = []
            for (number, span), draft in zip(parts, drafts, strict=True):
                smaller = [] if draft else clauses.parts(texts[number], span, anywhere=not model.spaced[0])
                if smaller:
                    unfit += [(number, part) for part in smaller]
                else:
                    done[number].append((span[0], draft or _unsaid(texts[number][slice(*span)])))
            parts, most = unfit, PART
        between = " " if model.spaced[1] else ""
        return [together(sorted(pieces, key=itemgetter(0)), between) for pieces in done]

    def _packages(self, source: str, target: str) -> list[Installed]:
        here = _here()
        way = argos_packages.route(source, target, here)
        if way is None:
            names = f"{lang.name(source, 'en')} into {lang.name(target, 'en')}"
            raise EngineError(
                f"no Argos package on this machine translates {names}",
                where=f"{source}->{target}",
                todo=f"Add it, if there is one: plainspoken languages add {target}.",
            )
        return [here[pair] for pair in pairwise(way)]


def _here() -> dict[tuple[str, str], Installed]:
    return {(package.source, package.target): package for package in argos_packages.installed()}


def _forms(text: str) -> tuple[str, ...]:
    """Return what the model is given of a text, each character in its place; nothing of one without words."""
    plain = _BLANKS.sub(" ", text)
    if not any(map(str.isalpha, plain)):
        return ()
    return (plain, _calmed(plain)) if _is_shouted(plain) else (plain,)


def _is_shouted(text: str) -> bool:
    """Tell a heading in capitals from an acronym, which is translated as it stands."""
    longest = sorted((sum(map(str.isalpha, word)) for word in text.split()), reverse=True)
    return text.isupper() and (longest[0] > 5 or (len(longest) > 1 and longest[1] > 1))


def _calmed(text: str) -> str:
    """Return a heading in capitals as a sentence; what has digits or is an address stays as it is."""
    quiet = re.sub(r"\S+", lambda word: word[0] if re.search(r"[\d@/]", word[0]) else _each(str.lower, word[0]), text)
    first = next(place for place, letter in enumerate(text) if letter.isalpha())
    return quiet[:first] + text[first] + quiet[first + 1 :]


def _each(change: Callable[[str], str], text: str) -> str:
    """Change each character for one other, so that places in the text stay."""
    return "".join(new if len(new := change(old)) == 1 else old for old in text)


def _finish(text: str, drafts: Sequence[Draft], target: str) -> Draft:
    if not drafts:
        return copied(text)
    surest = max(drafts, key=lambda draft: draft.score or 0.0)
    if len(drafts) == 1:
        return surest
    dotted = surest.text.replace("i", "İ") if lang.primary(target) in ("tr", "az") else surest.text
    return replace(surest, text=_each(str.upper, dotted))


def _unsaid(text: str) -> Draft:
    """Return what no model can say, such as an endless address, as it stands: a person must look at it."""
    return replace(copied(text, score=0.0), unknown=(text,))


@lru_cache(maxsize=64)
def _fingerprint(folder: Path, _stamp: int) -> str:
    """Return what tells a model from another of the same version: the sizes of its files and its last weights."""
    files = sorted(path for path in (*folder.glob("model/*"), *folder.glob("*.model")) if path.is_file())
    with (folder / "model" / "model.bin").open("rb") as weights:
        weights.seek(max(0, weights.seek(0, 2) - 65536))
        tail = hashlib.sha256(weights.read()).hexdigest()
    return digest([[path.name, path.stat().st_size] for path in files], tail)


def _identity(folder: Path) -> str:
    return _fingerprint(folder, stamp(folder))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""
