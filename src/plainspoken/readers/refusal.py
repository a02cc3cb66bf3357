"""Pages that have no release, and what they are instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from plainspoken.errors import SourceError
from plainspoken.readers.draft import Draft
from plainspoken.readers.metadata import Metadata
from plainspoken.readers.runs import words

_SHORTEST = 25  # characters of prose; "The bridge is closed until 3 May." has 33
_KINDS = tuple(
    (re.compile(pattern, re.I), kind)
    for pattern, kind in (
        (
            r"search results|results for|suchergebnis|résultats de recherche|resultados de (la )?búsqueda",
            "a page of search results",
        ),
        (
            r"\b(404|410)\b|page (not|could not be) found|seite nicht gefunden|page introuvable|no longer available",
            "an error page",
        ),
        (
            r"\b(403|401)\b|access denied|forbidden|just a moment|are you (a )?human|captcha|verify you are",
            "a page that refuses access",
        ),
        (r"^(log|sign) ?in\b|\b(log|sign)[ -]?in$|anmelden", "a log-in page"),
    )
)


def signs(root: html.HtmlElement, meta: Metadata) -> str:
    """Return what a page looks like if it is no release; the empty string if nothing says so."""
    named = [meta.title, *(" ".join(element.text_content().split()) for element in root.iter("h1"))]
    for pattern, kind in _KINDS:
        if any(pattern.search(name[:120]) for name in named):
            return kind
    if any((field.get("type") or "").lower() == "password" for field in root.iter("input")):
        return "a log-in page"
    if len(list(root.iter("a"))) > 8:
        return "a menu or a list of links"
    if next(root.iter("script"), None) is not None and len(list(root.iter("p"))) < 2:
        return "a page whose text is loaded by a script"
    return ""


def check(drafts: Sequence[Draft], titled: bool, kind: str, where: str) -> None:
    """Refuse a page without a story.

    Raises:
        SourceError: nothing on the page reads like a release.
    """
    prose = [draft for draft in drafts if draft.kind in ("paragraph", "quote", "list") and _is_prose(draft)]
    length = sum(len(draft.text) for draft in prose)
    doubtful = kind.startswith(("a page of search", "an error", "a page that refuses", "a log-in"))
    if prose and length >= _SHORTEST and (titled or length >= 150) and not (doubtful and length < 400):
        return
    found = f"; it looks like {kind}" if kind else ("; the page is empty" if not drafts else "")
    raise SourceError(
        f"there is no release on this page{found}", where=where, todo="Give the address or file of one release."
    )


def _is_prose(draft: Draft) -> bool:
    """Tell text from labels: a line of five words, or one with the end of a sentence in a script without spaces."""
    text = draft.text
    linked = sum(len(run.text) for _, runs in draft.parts for run in runs if run.has("link"))
    spoken = len("".join(words(runs) for _, runs in draft.parts))
    return linked * 2 <= spoken and (len(text.split()) >= 5 or bool(re.search(r"[。！？।۔።]", text)))
