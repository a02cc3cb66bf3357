"""The engine `apertium`: Debian's rule-based translators, on this machine, from English into six languages."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

from plainspoken import lang
from plainspoken.cache import digest
from plainspoken.engines.apertium_mode import running
from plainspoken.engines.apertium_stream import composed
from plainspoken.engines.protocols import Draft, Probe
from plainspoken.errors import EngineError, UsageError

_PACKAGES = "apertium apertium-eng-spa apertium-eng-cat apertium-en-gl apertium-es-pt apertium-fra-cat apertium-spa-ita"
# ISO 639-3 names of modes that BCP 47 writes with two letters.
_TAGS = {
    "arg": "an", "cat": "ca", "deu": "de", "eng": "en", "epo": "eo", "eus": "eu", "fra": "fr", "glg": "gl",
    "hin": "hi", "ita": "it", "nob": "nb", "nno": "nn", "oci": "oc", "por": "pt", "ron": "ro", "rus": "ru", "spa": "es",
    "swe": "sv", "ukr": "uk", "urd": "ur",
}  # fmt: skip
# Through which language first, where several would do: chrF on NTREX is 44.4 into Italian through Spanish, and French
# is reached from Catalan alone.
_THROUGH = ("es", "ca")


@dataclass(frozen=True, slots=True)
class Apertium:
    """Translates by Apertium's installed directions, or by two of them through a third language.

    Attributes:
        modes: the folder of installed directions.
        timeout: the seconds that a direction may be silent before it counts as hung.
    """

    modes: Path = Path("/usr/share/apertium/modes")
    timeout: float = 60.0

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "apertium"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine: it doesn't."""
        return False

    def probe(self) -> Probe:
        """Tell whether Apertium and at least one direction are installed."""
        count = len(self.pairs())
        if shutil.which("apertium-wblank-mode") is None or not count:
            return Probe(False, remedy=f"Install it: apt install {_PACKAGES}")
        return Probe(True, f"{count} directions")

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the installed directions."""
        return frozenset(_modes(self.modes))

    def route(self, source: str, target: str) -> tuple[str, ...] | None:
        """Return the pair where a direction is installed, else the way through one other language, else None."""
        have = _modes(self.modes)
        start, end = _known(source, have, 0), _known(target, have, 1)
        if start is None or end is None or start == end:
            return None
        if (start, end) in have:
            return (start, end)
        between = [via for via in {pair[1] for pair in have} if (start, via) in have and (via, end) in have]
        best = min(
            between, key=lambda via: (_THROUGH.index(via) if via in _THROUGH else len(_THROUGH), via), default=""
        )
        return (start, best, end) if best else None

    def signature(self, source: str, target: str) -> str:
        """Return what its output depends on: the directions' programs and dictionaries."""
        have = _modes(self.modes)
        steps = [_fingerprint(have[step]) for step in pairwise(self.route(source, target) or ())]
        return f"apertium/3/{digest(*steps)[:16]}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        """Translate each text, aligned by the dictionary's units; the words it doesn't know stay as they are.

        Raises:
            EngineError: the pair is not served, or a program of the pipeline failed or was silent too long.
        """
        route = self.route(source, target)
        if route is None:
            raise EngineError("Apertium does not serve this pair", where=f"{source}->{target}", todo=self._remedy())
        have = _modes(self.modes)
        drafts = running(have[route[:2]]).translate(texts, self.timeout)  # type: ignore[index]
        for step in pairwise(route[1:]):
            further = running(have[step]).translate([draft.text for draft in drafts], self.timeout)
            drafts = [composed(one, two) for one, two in zip(drafts, further, strict=True)]
        return drafts

    def _remedy(self) -> str:
        return f"Install what serves it: apt install {_PACKAGES}"


def _known(tag: str, have: dict[tuple[str, str], Path], side: int) -> str | None:
    """Return the nearest language that directions start from (side 0) or lead to (side 1), in the script of the tag."""
    ends = {pair[side] for pair in have}
    return next((one for one in lang.fallbacks(tag) if one in ends and lang.script(one) == lang.script(tag)), None)


@lru_cache(maxsize=8)
def _modes(folder: Path) -> dict[tuple[str, str], Path]:
    return dict(_found(folder))


def _found(folder: Path) -> Iterator[tuple[tuple[str, str], Path]]:
    for path in sorted(folder.glob("*-*.mode")):
        one, _, other = path.stem.partition("-")
        pair = _tag(one), _tag(other)
        if pair[0] and pair[1]:
            yield (pair[0], pair[1]), path


def _tag(code: str) -> str:
    """Return the language tag of a mode's name, `pt_BR` -> `pt-BR`; nothing for dialects that have none."""
    head, _, region = code.partition("_")
    if region and not (len(region) == 2 and region.isupper()):
        return ""
    try:
        return lang.canonical("-".join(filter(None, (_TAGS.get(head, head), region))))
    except UsageError:
        return ""


@lru_cache(maxsize=32)
def _fingerprint(mode: Path) -> list[object]:
    """Return a direction's pipeline with the sizes and ages of the files it names."""
    text = mode.read_text(encoding="utf-8", errors="replace")
    named = [Path(piece) for piece in text.split("'")[1::2]]
    return [text, [[path.stat().st_size, int(path.stat().st_mtime)] for path in named if path.is_file()]]
