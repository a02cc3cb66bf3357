"""The engine `libretranslate`: any server that speaks LibreTranslate's HTTP API, on this machine or elsewhere.

Such a server translates text nodes of HTML one by one, which ruins the order of words, so it is sent plain sentences.
It tells no alignment and no score. The API: https://docs.libretranslate.com/api/operations/translate/
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

from babel.core import get_global

from plainspoken import lang
from plainspoken.engines.protocols import Draft, Probe
from plainspoken.engines.server import Answer, Server, complaint, is_loopback
from plainspoken.errors import EngineError, Error, RemoteError, UsageError

_URL, _KEY = "PLAINSPOKEN_LIBRETRANSLATE_URL", "PLAINSPOKEN_LIBRETRANSLATE_KEY"
_REMEDY = f"Set {_URL} to the address of a LibreTranslate-compatible server, and {_KEY} if it wants a key."
# What servers call languages that BCP 47 calls otherwise: LibreTranslate's own short names, and those of FLORES-200,
# which servers with NLLB models use, where CLDR has no alias for them.
_TAGS = {"zt": "zh-Hant", "pb": "pt-BR", "pbt": "ps", "ckb": "ckb"}
_FRESH = 600.0  # seconds that a server's list of languages is taken for true
_TRIAL = 5.0  # seconds that a probe waits


@dataclass(frozen=True, slots=True)
class LibreTranslate:
    """Translates by a LibreTranslate-compatible server.

    A server on this machine (`localhost`, 127.0.0.0/8, ::1) is local: it may be chosen by default, since somebody set
    its address and the text stays here. Any other is remote, and is used only where it is named.

    Attributes:
        url: the server's base address.
        key: its API key; the empty string where it wants none.
        batch: how many sentences a request has at most.
        characters: how many characters a request has at most, unless one sentence alone has more.
        timeout: seconds to wait for the answer to one request.
        attempts: how often a request is sent before it counts as failed.
        sleep: waits that many seconds, between attempts.
    """

    url: str = field(default_factory=lambda: os.environ.get(_URL, ""))
    key: str = field(default_factory=lambda: os.environ.get(_KEY, ""), repr=False)
    batch: int = 32
    characters: int = 5000
    timeout: float = 60.0
    attempts: int = 4
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "libretranslate"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine: unless the server is on it."""
        return not is_loopback(self.url)

    @property
    def host(self) -> str:
        """The server's name and port."""
        return self._server().host

    def probe(self) -> Probe:
        """Tell whether an address is set and the server there lists its languages; no text is sent."""
        if not self.url:
            return Probe(False, remedy=_REMEDY)
        if complaint(self.url):
            return Probe(False, remedy=f"{complaint(self.url).capitalize()}. {_REMEDY}")
        try:
            count = len(_offer(self._server(_TRIAL, 1), _now()))
        except Error as cause:
            return Probe(False, remedy=str(cause), unreachable=isinstance(cause, RemoteError))
        return Probe(True, f"{self.host}, {count} languages")

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the pairs that the server lists.

        Raises:
            RemoteError: the server doesn't list them.
        """
        offer = self._offer()
        tags = {code: tag for tag, (code, _) in offer.items()}
        return frozenset(
            (tag, tags[other])
            for tag, (code, targets) in offer.items()
            for other in targets
            if other in tags and other != code
        )

    def route(self, source: str, target: str) -> tuple[str, ...] | None:
        """Return the pair, as the server's nearest languages; None where it lacks it. What lies between it keeps."""
        offer = self._offer() if self.url else {}
        start, end = _nearest(source, offer), _nearest(target, offer)
        if not start or not end or start == end or offer[end][0] not in offer[start][1]:
            return None
        return (start, end)

    def signature(self, source: str, target: str) -> str:
        """Return what its output depends on, as far as a server tells: its address."""
        return f"libretranslate/1 {self.url.rstrip('/')}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        """Translate each text, in as few requests as the server's limits allow.

        Raises:
            EngineError: the server doesn't serve the pair.
            RemoteError: the server is not reached, refuses, or answers with something else than translations.
        """
        route = self.route(source, target)
        if route is None:
            raise self._unserved(source, target)
        offer = self._offer()
        codes = {"source": offer[route[0]][0], "target": offer[route[1]][0]}
        spoken = [text for text in texts if text.strip()]
        said = iter([line for part in self._parts(spoken) for line in self._translated(part, codes)])
        return [Draft(next(said) if text.strip() else text) for text in texts]

    def _parts(self, texts: Sequence[str]) -> Iterator[list[str]]:
        part: list[str] = []
        for text in texts:
            if part and (len(part) == self.batch or sum(map(len, part)) + len(text) > self.characters):
                yield part
                part = []
            part.append(text)
        if part:
            yield part

    def _translated(self, texts: list[str], codes: Mapping[str, str]) -> list[str]:
        """Ask for a batch; where the server takes none so large, or loses count, ask for its halves."""
        answer = self._server().ask("/translate", {"q": texts if len(texts) > 1 else texts[0], **self._form(codes)})
        found = _lines(answer, len(texts))
        if found is not None:
            return found
        divisible = answer.status == 200 or (answer.status in (400, 413) and _is_limit(self._reason(answer)))
        if len(texts) > 1 and divisible:
            half = len(texts) // 2
            return self._translated(texts[:half], codes) + self._translated(texts[half:], codes)
        raise self._refused(answer)

    def _form(self, codes: Mapping[str, str]) -> dict[str, str]:
        return {**codes, "format": "text"} | ({"api_key": self.key} if self.key else {})

    def _reason(self, answer: Answer) -> str:
        return "too large, limit" if answer.status == 413 else self._server().words_of(answer)

    def _refused(self, answer: Answer) -> Error:
        """Return the error for an answer that has no translation."""
        server, reason = self._server(), self._reason(answer)
        if answer.status == 200:
            return server.failed("the server's answer has no translation for each sentence")
        if answer.status in (401, 403) or "api key" in reason.lower():
            wrong = "refuses this key" if self.key else "wants a key"
            return server.failed(f"the server {wrong} (status {answer.status})", f"Set {_KEY} to a key that it takes.")
        if _is_limit(reason):
            return server.failed(f"a sentence is longer than the server takes ({reason})", "Shorten that sentence.")
        if answer.status == 404:
            return server.failed("no translation service answers at this address", f"Check {_URL}.")
        if "not supported" in reason.lower():
            return EngineError(
                f"the server refuses the language ({reason})", where=server.host, todo="Use another engine."
            )
        return server.failed(f"the server refuses to translate ({reason})")

    def _unserved(self, source: str, target: str) -> EngineError:
        if not self.url:
            return EngineError("no server is set", where=self.name, todo=_REMEDY)
        return EngineError(
            f"the server does not translate {lang.name(source, 'en')} into {lang.name(target, 'en')}",
            where=self.host,
            todo="Use another engine, or a server with models for the pair.",
        )

    def _offer(self) -> dict[str, tuple[str, frozenset[str]]]:
        return _offer(self._server(), _now())

    def _server(self, timeout: float | None = None, attempts: int | None = None) -> Server:
        return Server(
            self.url, self.key, timeout=timeout or self.timeout, attempts=attempts or self.attempts, sleep=self.sleep
        )


def _now() -> int:
    return int(time.monotonic() / _FRESH)


@lru_cache(maxsize=16)
def _asked(server: Server, now: int) -> tuple[tuple[str, str, frozenset[str]], ...]:
    """Return the server's languages, each with its name there and what it is translated into; kept while `now` is."""
    answer = server.ask("/languages")
    listed = answer.tree if answer.status == 200 and isinstance(answer.tree, list) else None
    if listed is None:
        raise server.failed(
            f"the server does not list its languages ({server.words_of(answer)})",
            f"Check {_URL}: is it LibreTranslate's base address?",
        )
    entries = [Answer(200, one) for one in listed]
    codes = [code for one in entries if isinstance(code := one.get("code"), str)]
    return tuple(
        (tag, str(one.get("code")), _targets(one, codes))
        for one in entries
        if isinstance(one.get("code"), str) and (tag := _tag(str(one.get("code"))))
    )


def _offer(server: Server, now: int) -> dict[str, tuple[str, frozenset[str]]]:
    """Return, by language tag, what the server calls the language and what it translates it into, in its own names."""
    return {tag: (code, targets) for tag, code, targets in _asked(server, now)}


def _targets(entry: Answer, codes: Sequence[str]) -> frozenset[str]:
    listed = entry.get("targets")
    return frozenset(one for one in listed if isinstance(one, str)) if isinstance(listed, list) else frozenset(codes)


def _tag(code: str) -> str | None:
    """Return the language tag for a server's name of a language, such as `zt`, `pb` or `eng_Latn`; None if unknown."""
    first, *rest = code.replace("_", "-").split("-")
    first = _TAGS.get(first, get_global("language_aliases").get(first, first))
    try:
        return lang.canonical("-".join([first, *rest]))
    except UsageError:
        return None


def _nearest(tag: str, offer: Mapping[str, object]) -> str | None:
    """Return the language of the offer that is the tag's own, or falls to it, in its script; None if none is."""
    wanted = [one for one in lang.fallbacks(tag) if one in offer and lang.same(one, tag)]
    return next(iter(wanted), None) or next((one for one in sorted(offer) if lang.same(one, tag)), None)


def _lines(answer: Answer, count: int) -> list[str] | None:
    """Return the translations in an answer; None where it has not as many as wanted."""
    said = answer.get("translatedText") if answer.status == 200 else None
    listed = [said] if isinstance(said, str) and count == 1 else said
    if not isinstance(listed, list) or len(listed) != count:
        return None
    lines = [one.strip() for one in listed if isinstance(one, str)]
    return lines if len(lines) == count else None


def _is_limit(reason: str) -> bool:
    """Tell whether a refusal is about size: LibreTranslate says "request (2100) exceeds text limit (2000)"."""
    return "limit" in reason.lower() or "too large" in reason.lower()
