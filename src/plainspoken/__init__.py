"""Plainspoken: one press release in; a pack that everyone can read and hear out.

    import plainspoken as ps

    pack = ps.make("release.html", to=["es", "ur"], into="packs")

or step by step: `parse`, `simplify`, `translate`, `narrate`, `publish`; `post` puts the pack on a site. Every failure
is a `ps.Error`.
"""

from plainspoken.errors import Error
from plainspoken.events import Event
from plainspoken.findings import Finding
from plainspoken.model import Release
from plainspoken.narration import Narration
from plainspoken.pack import Pack
from plainspoken.pipeline import make
from plainspoken.post import post
from plainspoken.steps import fetch, narrate, parse, publish, simplify, translate
from plainspoken.terms import Glossary, Memory

__all__ = [
    "Error",
    "Event",
    "Finding",
    "Glossary",
    "Memory",
    "Narration",
    "Pack",
    "Release",
    "fetch",
    "make",
    "narrate",
    "parse",
    "post",
    "publish",
    "simplify",
    "translate",
]
