"""Who does what in a parsed sentence, and whether sentences made of another one say it of the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

# Both sets of labels that English parsers use: ClearNLP's, which spaCy's own models have, and Universal Dependencies'.
_SUBJECT = frozenset({"nsubj", "csubj", "nsubj:outer", "expl"})
_PASSIVE_SUBJECT = frozenset({"nsubjpass", "csubjpass", "nsubj:pass", "csubj:pass"})
_OBJECT = frozenset({"dobj", "obj", "attr", "acomp", "oprd"})
_HELPERS = frozenset({"aux", "auxpass", "aux:pass", "cop"})
_RELATIVE = frozenset({"relcl", "acl:relcl"})
_WHO = frozenset({"who", "which", "that", "whom"})
_NOT = frozenset({"not", "n't", "n’t", "never", "no"})
# Whom the rules may call "you", and what they may point at a whole sentence with: "This was on Monday."
_ANYBODY = frozenset({"people", "person", "anyone", "anybody", "everyone", "those", "resident", "customer", "patient"})
_THIS = frozenset({"this"})


class Token(Protocol):
    """A word of a parse, as spaCy has it."""

    @property
    def text(self) -> str:
        """The word as it is written."""

    @property
    def lemma_(self) -> str:
        """Its dictionary form; empty where the model has none."""

    @property
    def pos_(self) -> str:
        """Its part of speech (Universal POS)."""

    @property
    def dep_(self) -> str:
        """What it is to its head."""

    @property
    def head(self) -> Token:
        """The word it hangs on; itself at the root."""

    @property
    def children(self) -> Iterable[Token]:
        """The words that hang on it."""


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb of a sentence, with who does it.

    Attributes:
        verb: its dictionary form.
        subject: who does it, or to whom it is done if it is passive: the head noun; empty where nobody is named.
        object: what it is done to, or what somebody is.
        is_passive: whether it is passive.
        is_negated: whether it says "not".
        is_root: whether the sentence hangs on it.
    """

    verb: str
    subject: str = ""
    object: str = ""
    is_passive: bool = False
    is_negated: bool = False
    is_root: bool = False


def clauses(tokens: Iterable[Token]) -> tuple[Clause, ...]:
    """Return the clauses of a parsed sentence, in order; what two verbs share is the subject of both."""
    return tuple(_clause(token) for token in tokens if _is_verb(token))


def doubt(source: Sequence[Clause], made: Sequence[Sequence[Clause]]) -> str:
    """Say where sentences don't say what their source says of the same people; the empty string where they seem to.

    A verb that the source does not have is passed over: the rules may have put a plainer one in its place.

    Args:
        source: the clauses of the sentence of the release.
        made: those of each sentence that was made of it.

    >>> doubt([Clause("chase", "man", "boy", is_root=True)], [[Clause("chase", "boy", "man", is_root=True)]])
    'who does “chase” is not who does it in the source'
    >>> doubt([Clause("chase", "man", is_root=True)], [[Clause("chase", "man", is_root=True)]])
    ''
    """
    if not all(any(one.is_root for one in sentence) for sentence in made):
        return "a part of it has no verb to hang on"
    said = [one for sentence in made for one in sentence]
    verbs = {one.verb for one in source}
    for one in said:
        if why := _differs(one, [other for other in source if other.verb == one.verb]):
            return why
    reworded = any(one.verb not in verbs for one in said)
    lost = next((one.verb for one in source if one.is_root and one.verb not in {other.verb for other in said}), "")
    return f"it loses “{lost}”, which the source hangs on" if lost and not reworded else ""


def _differs(made: Clause, like: Sequence[Clause]) -> str:
    if not like:
        return ""
    negated = [one for one in like if one.is_negated == made.is_negated]
    if not negated:
        return f"its “not” at “{made.verb}” is not that of the source"
    if not any(_same_doer(made, one) for one in negated):
        return f"who does “{made.verb}” is not who does it in the source"
    return ""


def _same_doer(made: Clause, source: Clause) -> bool:
    if made.is_passive != source.is_passive:
        done_to = source.subject if source.is_passive else source.object
        ours = made.subject if made.is_passive else made.object
        return not ours or not done_to or ours == done_to
    if not made.subject or not source.subject or made.subject in {source.subject} | _THIS:
        return True
    return made.subject == "you" and source.subject in _ANYBODY


def _clause(token: Token) -> Clause:
    children = list(token.children)
    is_be = any(one.dep_ == "cop" for one in children)
    passive = any(one.dep_ in _PASSIVE_SUBJECT or one.dep_ in {"auxpass", "aux:pass"} for one in children)
    found = next((one for one in children if one.dep_ in _OBJECT), None)
    return Clause(
        verb="be" if is_be else _form(token),
        subject=_doer(token),
        object=_form(token) if is_be else _form(found) if found else "",
        is_passive=passive,
        is_negated=any(one.dep_ == "neg" or one.text.casefold() in _NOT for one in _beside(children)),
        is_root=token.dep_ == "ROOT" or token.dep_ == "root",
    )


def _beside(children: Iterable[Token]) -> Iterator[Token]:
    """Yield what hangs on a verb, and on its helpers: in some parses a "not" hangs on the "does"."""
    for one in children:
        yield one
        if one.dep_ in _HELPERS:
            yield from one.children


def _doer(token: Token) -> str:
    """Return the subject of a verb: its own, the noun that a "who" stands for, or that of the verb it is joined to."""
    own = next((one for one in token.children if one.dep_ in _SUBJECT | _PASSIVE_SUBJECT), None)
    if own is not None and own.text.casefold() in _WHO and token.dep_ in _RELATIVE:
        return _form(token.head)
    if own is not None:
        return _form(own)
    joined = token.dep_ == "conj" and token.head is not token
    return _doer(token.head) if joined else ""


def _is_verb(token: Token) -> bool:
    if any(one.dep_ == "cop" for one in token.children):
        return True
    return token.pos_ in {"VERB", "AUX"} and token.dep_ not in _HELPERS


def _form(token: Token) -> str:
    return (token.lemma_ or token.text).casefold()
