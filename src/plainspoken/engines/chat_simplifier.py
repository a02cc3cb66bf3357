"""The simplifier `chat`: a language model proposes simpler sentences, one at a time; checks decide, rules stand in.

The rules cut a sentence first, since each cut is one that was judged. The model is asked to say each piece more simply,
or the whole sentence where the rules found nothing safe. What it says is held against what it was given
(`proposals.doubt`); where anything speaks against it, the rules' own sentence stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from plainspoken import lang as languages
from plainspoken.claims import word_count
from plainspoken.engines import chat_prompt
from plainspoken.engines.chat import Chat
from plainspoken.engines.chat_answer import lines
from plainspoken.engines.proposals import QUOTED, doubt
from plainspoken.engines.protocols import Probe, Simple, Simplified
from plainspoken.engines.rules import Rules
from plainspoken.errors import RemoteError
from plainspoken.proof import proven

_LONGEST_SOURCE = 600  # signs, as for the rules: no sentence that people wrote to be read is longer


@dataclass(frozen=True, slots=True)
class ChatSimplifier:
    """Says English sentences more simply by a chat model, each answer checked, the rules where it fails.

    It is never chosen by default. It serves English alone, since the checks know no other language.

    Attributes:
        chat: the server and its model.
        longest: how many words a sentence may have.
        easy: sentences of up to so many words are not sent: they need no simpler form.
    """

    chat: Chat = field(default_factory=Chat)
    longest: int = 15
    easy: int = 6

    @property
    def name(self) -> str:
        """The name it is chosen by."""
        return "chat"

    @property
    def remote(self) -> bool:
        """Whether the text leaves this machine."""
        return self.chat.remote

    @property
    def host(self) -> str:
        """The server's name and port."""
        return self.chat.host

    def probe(self) -> Probe:
        """Tell whether address and model are set and the server answers; no text is sent."""
        return self.chat.probe()

    def serves(self, lang: str) -> bool:
        """Tell whether it can simplify this language: English, of any place."""
        return languages.primary(lang) == "en"

    def signature(self, lang: str) -> str:
        """Return what its output depends on: server, model, what it is told, and the rules beneath."""
        own = f"chat-simplifier/1 {self.chat.url.rstrip('/')} {self.chat.model} {chat_prompt.SIMPLER_REVISION}"
        return f"{own} longest={self.longest} easy={self.easy} {self._rules().signature(lang)}"

    def simplify(self, texts: Sequence[str], lang: str) -> list[tuple[Simple, ...]]:
        """Return, for each text, the short sentences that say the same; none where nothing is safe.

        Raises:
            EngineError: the server lacks the model.
        """
        return [one.sentences for one in self.propose(texts, lang)]

    def propose(self, texts: Sequence[str], lang: str) -> list[Simplified]:
        """Return, for each text, its sentences, and why proposals for it were not taken.

        Raises:
            EngineError: the server lacks the model.
        """
        return [self._proposed(" ".join(text.split()), lang) for text in texts]

    def _rules(self) -> Rules:
        return Rules(longest=self.longest)

    def _proposed(self, text: str, lang: str) -> Simplified:
        cut = self._rules().simplify([text], lang)[0]
        if QUOTED.search(text) or len(text) > _LONGEST_SOURCE:
            return Simplified(cut)
        pieces = cut or (Simple(text, ""),)
        asked = [self._asked(one) for one in pieces]
        doubts = tuple(why for _, why, _ in asked if why)
        failed = any(broken for _, _, broken in asked)
        made = tuple(one for one, _, _ in asked if one.rule)
        if made != cut and not proven(text, [one.text for one in made]):
            return Simplified(cut, (*doubts, "together its sentences do not say what the source says"), failed)
        return Simplified(made, doubts, failed)

    def _asked(self, piece: Simple) -> tuple[Simple, str, bool]:
        """Return the sentence to take for a piece, why the model's own was not taken, and whether the server failed."""
        if word_count(piece.text) <= self.easy or not any(map(str.isalpha, piece.text)):
            return piece, "", False
        try:
            content, why = self.chat.answer(chat_prompt.simpler(piece.text, self.longest), len(piece.text))
        except RemoteError as cause:
            return piece, str(cause), True
        said = None if why else lines(content, 1)
        if said is None:
            return piece, why or "its answer is not one line", False
        answer = said[0].strip()
        if answer == piece.text:
            return piece, "", False
        why = doubt(piece.text, answer, self.longest)
        return (piece, why, False) if why else (Simple(answer, "chat"), "", False)
