"""What a glossary requires of a translation."""

from __future__ import annotations

from collections.abc import Iterator

from plainspoken.checks.translation.said import Said
from plainspoken.findings import Finding


def glossary_missed(said: Said) -> Iterator[Finding]:
    """Find glossary terms that were not translated as required."""
    for term in said.glossary.required(said.source.text, said.target_lang) if said.glossary else ():
        if said.glossary and not said.glossary.kept(term, said.target.text):
            yield said.found("glossary-missed", f"“{term.term}” should be “{term.translation}”.")


def glossary_forbidden(said: Said) -> Iterator[Finding]:
    """Find words that the glossary says a term must not be translated as."""
    for term in said.glossary.required(said.source.text, said.target_lang) if said.glossary else ():
        for word in said.glossary.forbidden(term, said.target.text) if said.glossary else ():
            yield said.found("glossary-forbidden", f"“{term.term}” must not be “{word}”.")
