"""A stand-in for an OpenAI-compatible server: its paths, its JSON, its refusals, a model with real ones' faults.

It "translates" by turning words of small letters round, so that names, numbers and tags stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from tests import loopback

CHAT, MODELS = "/v1/chat/completions", "/v1/models"


@dataclass
class Model:
    """What this model says.

    Attributes:
        name: the model that the server has.
        key: the key that it wants; none if empty.
        says: what it says for a line that has certain words: a translation, or two for the first time and after.
        around: the answer round its lines, as `{}`.
        ended: the reason that the answer ended.
        refuses: options that it doesn't take.
        answer: the whole JSON to answer with instead.
        most: how many lines it takes at once.
    """

    name: str = "tiny"
    key: str = ""
    says: dict[str, list[str]] = field(default_factory=dict)
    around: str = "{}"
    ended: str = "stop"
    refuses: tuple[str, ...] = ()
    answer: tuple[int, object] | None = None
    most: int = 1000

    def __call__(self, path: str, body: Mapping[str, object]) -> tuple[int, object]:
        if path == MODELS:
            return 200, {"object": "list", "data": [{"id": self.name, "object": "model"}]}
        if path != CHAT:
            return 404, {"error": {"message": "no such path"}}
        if self.answer:
            return self.answer
        if body["model"] != self.name:
            return 404, {"error": {"message": f"model {body['model']} not found", "type": "not_found_error"}}
        for option in self.refuses:
            if option in body:
                return 400, {"error": {"message": f"{option} is not supported", "param": option}}
        lines = asked(body)
        if len(lines) > self.most:
            return 400, {"error": {"message": "too many tokens", "code": "context_length_exceeded"}}
        said = [self._said(number, text) for number, text in enumerate(lines, 1)]
        message = {"role": "assistant", "content": self.around.format("\n".join(said))}
        return 200, {"choices": [{"index": 0, "message": message, "finish_reason": self.ended}]}

    def _said(self, number: int, text: str) -> str:
        for words, said in self.says.items():
            if words in text:
                return (said.pop(0) if len(said) > 1 else said[0]).replace("{n}", str(number))
        return f"{number}: {turned(text)}"


def asked(body: Mapping[str, object]) -> list[str]:
    """The sentences in a request, without their numbers."""
    messages = body["messages"]
    assert isinstance(messages, list)
    first, *lines, last = messages[-1]["content"].split("\n")
    assert first.startswith("[[BEGIN") and last.startswith("[[END") and first[8:] == last[6:]
    assert [line.split(": ")[0] for line in lines] == [str(number) for number in range(1, len(lines) + 1)]
    return [line.split(": ", 1)[1] for line in lines]


def turned(text: str) -> str:
    """A text with its words of small letters turned round."""
    return re.sub(r"(?<![\w&])[a-zé]{2,}(?![\w;@.]\w)", lambda word: word[0][::-1], text)


def lines(requests: Sequence[Mapping[str, object]]) -> list[list[str]]:
    """The sentences of each request."""
    return [asked(body) for body in requests]


@contextmanager
def serve() -> Iterator[tuple[loopback.Site, Model]]:
    """Serve while the block lasts."""
    model = Model()
    with loopback.serve(model) as site:
        yield site, model
