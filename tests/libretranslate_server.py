"""A stand-in for a LibreTranslate server: its paths, its JSON, its refusals; it "translates" by naming the language."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests import loopback


@dataclass
class Rules:
    """What this server serves and refuses.

    Attributes:
        languages: what it translates into what, in its own names.
        key: the key that it wants; none if empty.
        longest: how many characters a request may have.
        most: how many sentences a request may have.
        loses: whether it answers a batch with one sentence too few.
        said: what it says for certain texts.
    """

    languages: dict[str, list[str]] = field(
        default_factory=lambda: {"en": ["es", "zt", "so"], "es": ["en"], "zt": ["en"], "so": ["en"]}
    )
    key: str = ""
    longest: int = 100_000
    most: int = 1000
    loses: bool = False
    said: dict[str, object] = field(default_factory=dict)

    def __call__(self, path: str, body: Mapping[str, object]) -> tuple[int, object]:
        if path == "/languages":
            listed = self.languages.items()
            return 200, [{"code": code, "name": code.upper(), "targets": [*into, code]} for code, into in listed]
        return self._translate(body) if path == "/translate" else (404, {"error": "Not found"})

    def _translate(self, body: Mapping[str, object]) -> tuple[int, object]:
        q, target = body["q"], body["target"]
        texts = q if isinstance(q, list) else [q]
        if self.key and body.get("api_key") != self.key:
            return 403, {"error": f"Invalid API key {body.get('api_key')}"}
        size = sum(len(text) for text in texts)
        if size > self.longest:
            return 400, {"error": f"Invalid request: request ({size}) exceeds text limit ({self.longest})"}
        if len(texts) > self.most:
            return 400, {"error": f"Invalid request: request ({len(texts)}) exceeds batch limit ({self.most})"}
        if target not in self.languages:
            return 400, {"error": f"{target} is not supported"}
        said = [self.said.get(text, f"{target}: {text}") for text in texts]
        if isinstance(q, list):
            return 200, {"translatedText": said[1:] if self.loses and len(said) > 1 else said}
        return 200, {"translatedText": said[0]}


@contextmanager
def serve() -> Iterator[tuple[loopback.Site, Rules]]:
    """Serve while the block lasts."""
    rules = Rules()
    with loopback.serve(rules) as site:
        yield site, rules
