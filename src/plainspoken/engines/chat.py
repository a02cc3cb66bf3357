"""The engine `chat`: a language model behind any OpenAI-compatible endpoint, on this machine or elsewhere.

The interface: `POST /chat/completions` and `GET /models` under a base address such as `http://localhost:11434/v1`.
A model may refuse, chat, forget tags or obey the text: every answer is judged (`chat_answer`), asked for again alone
where it is no translation, then without tags. What still fails stays untranslated, and the stage tells.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from math import ceil

from plainspoken import lang
from plainspoken.engines import chat_prompt
from plainspoken.engines.chat_answer import bare, doubt, lines
from plainspoken.engines.protocols import Draft, Passage, Probe
from plainspoken.engines.server import Answer, Server, complaint, is_loopback
from plainspoken.errors import EngineError, Error, RemoteError
from plainspoken.tagged import plain

_URL, _KEY, _MODEL = "PLAINSPOKEN_CHAT_URL", "PLAINSPOKEN_CHAT_KEY", "PLAINSPOKEN_CHAT_MODEL"
_REMEDY = (
    f"Set {_URL} to the base address of an OpenAI-compatible server, {_MODEL} to a model it has, "
    f"and {_KEY} if it wants a key."
)
_FRESH = 600.0  # seconds that a server that answered is taken to be there
_TRIAL = 5.0  # seconds that a probe waits
_ENOUGH = 5  # sentences without one usable translation, after which the model is at fault and not they
_ROOM = (1024, 4)  # tokens of an answer: so many, for models that think first, and so many for each letter sent


@dataclass(frozen=True, slots=True)
class Chat:
    """Translates by a chat model, several numbered sentences a request, with their tags and terms.

    For M sentences it sends at most `ceil(M / batch) + 2 + spare * M` requests. Which languages a model knows, nobody
    can tell from outside: it serves any pair, and is never chosen by default.

    Attributes:
        url: the server's base address, up to `/v1`.
        key: its API key; the empty string where it wants none.
        model: the model's name, as the server knows it.
        batch: how many sentences a request has; 1 asks for one at a time.
        spare: how many requests more, for each sentence, may be spent on asking again.
        timeout: seconds to wait for one answer.
        attempts: how often a request is sent to a busy server before it counts as failed.
        sleep: waits that many seconds, between attempts.
    """

    url: str = field(default_factory=lambda: os.environ.get(_URL, ""))
    key: str = field(default_factory=lambda: os.environ.get(_KEY, ""), repr=False)
    model: str = field(default_factory=lambda: os.environ.get(_MODEL, ""))
    batch: int = 8
    spare: float = 1.0
    timeout: float = 180.0
    attempts: int = 4
    sleep: Callable[[float], None] = field(default=time.sleep, repr=False, compare=False)

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "chat"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine: unless the server is on it and runs the model itself.

        Ollama calls models that it passes on to its makers' machines `...-cloud` or `...:cloud`.
        """
        return not is_loopback(self.url) or self.model.endswith(("-cloud", ":cloud"))

    @property
    def host(self) -> str:
        """The server's name and port."""
        return self._server().host

    def probe(self) -> Probe:
        """Tell whether address and model are set and the server answers; no text is sent."""
        if not self.url or not self.model:
            return Probe(False, remedy=_REMEDY)
        if complaint(self.url):
            return Probe(False, remedy=f"{complaint(self.url).capitalize()}. {_REMEDY}")
        server = replace(self._server(), timeout=_TRIAL, attempts=1)
        try:
            status = _standing(server, int(time.monotonic() / _FRESH))
        except Error as cause:
            return Probe(False, remedy=str(cause), unreachable=isinstance(cause, RemoteError))
        if status in (401, 403):
            return Probe(False, remedy=str(self._wrong_key(status)), unreachable=True)
        return Probe(True, f"{self.model} at {self.host}")

    def pairs(self) -> frozenset[tuple[str, str]]:
        """Return the pairs to be listed: none, though `route` serves any."""
        return frozenset()

    def route(self, source: str, target: str) -> tuple[str, ...] | None:
        """Return the pair itself; None where nothing is set, or both are one language."""
        return (source, target) if self.url and self.model and not lang.same(source, target) else None

    def signature(self, source: str, target: str) -> str:
        """Return what its output depends on: server, model, what it is told, how many sentences at once."""
        return f"chat/1 {self.url.rstrip('/')} {self.model} {chat_prompt.REVISION} {self.batch}"

    def translate(self, texts: Sequence[str], source: str, target: str) -> list[Draft]:
        """Translate each text; a draft is empty where the model gave nothing that can be taken for a translation.

        Raises:
            EngineError: nothing is set, the server lacks the model, or no answer could be used.
            RemoteError: the server is not reached, or refuses.
        """
        return self.translate_passages([Passage(text) for text in texts], source, target)

    def translate_passages(self, passages: Sequence[Passage], source: str, target: str) -> list[Draft]:
        """Translate each passage with its tags and terms; the draft is `tagged` where each tag came back once.

        Raises:
            EngineError: nothing is set, the server lacks the model, or no answer could be used.
            RemoteError: the server is not reached, or refuses.
        """
        if self.route(source, target) is None:
            raise EngineError("no chat model is set for this pair", where=f"{source}->{target}", todo=_REMEDY)
        worded = list(dict.fromkeys(one for one in passages if any(map(str.isalpha, one.text))))
        job = _Job(self, source, target, left=ceil(len(worded) / self.batch) + 2 + int(self.spare * len(worded)))
        job.run(worded)
        if len(worded) >= _ENOUGH and not job.made:
            reason = job.reasons.most_common(1)[0][0]
            raise EngineError(
                f"the model {self.model} gave no usable translation ({reason})",
                where=self.host,
                todo="Use another model, or another engine.",
            )
        empty = Draft("")
        return [job.made.get(one, empty) if any(map(str.isalpha, one.text)) else Draft(one.text) for one in passages]

    def complete(self, passages: Sequence[Passage], source: str, target: str) -> tuple[str, str]:
        """Return what the model says to some passages, or the empty string and why there is nothing.

        Raises:
            EngineError: the server lacks the model.
            RemoteError: the server is not reached, or refuses.
        """
        letters = sum(len(one.tagged or one.text) for one in passages)
        return self.answer(chat_prompt.messages(passages, source, target), letters)

    def answer(self, messages: Sequence[dict[str, str]], letters: int) -> tuple[str, str]:
        """Return what the model says to some messages, or the empty string and why there is nothing.

        Args:
            messages: each with its `role` and `content`.
            letters: how many of them are the text: the room for the answer grows with it.

        Raises:
            EngineError: the server lacks the model.
            RemoteError: the server is not reached, or refuses.
        """
        body = {
            "model": self.model,
            "messages": list(messages),
            "temperature": 0,
            "stream": False,
            "max_tokens": _ROOM[0] + _ROOM[1] * letters,
        }
        answer = self._ask(body)
        if answer.status != 200:
            return "", self._excused(answer)
        choice = Answer(200, answer.get("choices", 0))
        content, ended = choice.get("message", "content"), choice.get("finish_reason")
        if choice.get("message", "refusal") or ended == "content_filter":
            return "", "the model refuses"
        if ended == "length":
            return "", "its answer was cut off"
        if not isinstance(content, str):
            raise self._server().failed("the server's answer has no text of the model", f"Check {_URL}.")
        return content, ""

    def _ask(self, body: dict[str, object]) -> Answer:
        """Ask; options that this model refuses, as some refuse a temperature, are left out from then on."""
        refused = _refused(self.url, self.model)
        while True:
            answer = self._server().ask(
                "/chat/completions", {name: value for name, value in body.items() if name not in refused}
            )
            named = answer.get("error", "param") if answer.status in (400, 422) else None
            if named not in ("max_tokens", "temperature") or named in refused:
                return answer
            refused.add(str(named))

    def _excused(self, answer: Answer) -> str:
        """Return why these sentences alone are refused; raise where all would be."""
        server = self._server()
        said = server.words_of(answer)
        code = f"{answer.get('error', 'code')} {said}".lower()
        if answer.status in (400, 413, 422) and ("context" in code or "too long" in code or answer.status == 413):
            return "the sentence is too long for the model"
        if answer.status == 400 and "content" in code and ("filter" in code or "policy" in code):
            return "the model refuses"
        if answer.status in (401, 403):
            raise self._wrong_key(answer.status)
        if answer.status == 404:
            raise EngineError(
                f"the server has no model {self.model!r}, or no chat interface ({said})",
                where=server.host,
                todo=f"Check {_URL} (up to /v1) and {_MODEL}.",
            )
        raise server.failed(f"the server refuses to answer ({said})")

    def _wrong_key(self, status: int) -> RemoteError:
        wrong = "refuses this key" if self.key else "wants a key"
        return self._server().failed(f"the server {wrong} (status {status})", f"Set {_KEY} to a key that it takes.")

    def _server(self) -> Server:
        return Server(self.url, self.key, True, self.timeout, self.attempts, sleep=self.sleep)


@dataclass(slots=True)
class _Job:
    """Some passages on their way through a model.

    Attributes:
        left: how many requests may still be sent.
        made: what could be used.
        reasons: why the rest could not, and how often.
    """

    chat: Chat
    source: str
    target: str
    left: int
    made: dict[Passage, Draft] = field(default_factory=dict)
    reasons: Counter[str] = field(default_factory=Counter)

    def run(self, passages: Sequence[Passage]) -> None:
        """Ask for all in batches, then for each that failed alone, then without its tags."""
        size = max(1, self.chat.batch)
        for start in range(0, len(passages), size):
            self._try(passages[start : start + size])
        for one in passages:
            if one not in self.made and len(passages) > 1 and size > 1:
                self._try([one])
            if one not in self.made and one.tagged:
                self._try_plain(one)

    def _try(self, group: Sequence[Passage]) -> None:
        if self.left < 1:
            self.reasons["too many answers had to be asked for again"] += 1
            return
        self.left -= 1
        content, why = self.chat.complete(group, self.source, self.target)
        said = None if why else lines(content, len(group))
        if said is None:
            self.reasons[why or "its lines are not those that were asked for"] += 1
            return
        for one, line in zip(group, said, strict=True):
            self._judge(one, bare(one, line))

    def _judge(self, passage: Passage, answer: str) -> None:
        reason = doubt(passage, answer, self.source, self.target)
        if reason:
            self.reasons[reason] += 1
        elif passage.tagged:
            self.made[passage] = Draft(plain(answer), tagged=answer)
        else:
            self.made[passage] = Draft(answer)

    def _try_plain(self, passage: Passage) -> None:
        untagged = replace(passage, tagged="")
        if untagged not in self.made:
            self._try([untagged])
        if untagged in self.made:
            self.made[passage] = self.made[untagged]


@lru_cache(maxsize=16)
def _standing(server: Server, now: int) -> int:
    """Return the status that the server's list of models is answered with; kept while `now` is."""
    return server.ask("/models").status


@lru_cache(maxsize=16)
def _refused(url: str, model: str) -> set[str]:
    """Return the options that a model is known to refuse: one set for each, that learns."""
    return set()
