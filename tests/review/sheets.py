"""A small release, its drafts and a memory, for the tests of review."""

from __future__ import annotations

from dataclasses import replace

from plainspoken.model import Block, Inline, Release, Section, Segment
from plainspoken.review import Sheet, sheet
from plainspoken.terms import Glossary, Memory, Pair, Term

CALL = (Inline("text", "Call "), Inline("strong", "999"), Inline("text", " & ask for "),
        Inline("link", "the police", href="https://police.example/now"), Inline("text", "."))  # fmt: skip


def _said(where: str, *spans: Inline, gap: str = "") -> Segment:
    return Segment(where, spans, gap=gap)


HEADING = Block("headline.p1", "heading", (_said("headline.p1.s1", Inline("text", "Bridge shut until 9 May")),))
BODY = (
    Block(
        "body.p1", "paragraph",
        (_said("body.p1.s1", *CALL, gap=" "), _said("body.p1.s2", Inline("text", "Stay safe."))),
    ),
    Block("body.p2", "quote", (_said("body.p2.s1", Inline("text", "“We are sorry.”")),), speaker="Ana Ruiz"),
)  # fmt: skip
RELEASE = Release("en", (Section("headline", "headline", (HEADING,)), Section("body", "body", BODY)))
SAID = (Inline("text", "Pida "), Inline("link", "la policía", href="https://police.example/now"),
        Inline("text", " y llame al "), Inline("strong", "999"), Inline("text", "."))  # fmt: skip
OLD = Pair("en", "es", "Bridge shut until 8 May", "Puente cerrado hasta el 8 de mayo", "reviewed", by="Eva")
MEMORY = Memory((OLD,))


def translated() -> Release:
    """The release in Spanish: the headline not, a machine's sentence with a link, a person's, and one left."""
    drafts = {
        "body.p1.s1": {"spans": SAID, "state": "translated", "engine": "argos", "score": 0.8125},
        "body.p1.s2": {"spans": (Inline("text", "Cuídese."),), "state": "reviewed", "engine": "memory"},
    }
    done = RELEASE.map(lambda one: replace(one, source=one.text, **drafts.get(one.id, {})))
    return replace(done, lang="es", source_lang="en")


def made() -> Sheet:
    """The sheet of the release."""
    glossary = Glossary((Term("the police", "es", "la policía", "Not “los agentes”."),))
    return sheet("bridge", [(RELEASE, translated())], memory=MEMORY, glossary=glossary)
