"""Pages that have no release, and what they are instead."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lxml import html

from plainspoken.errors import SourceError
from plainspoken.readers import absent, listing, tree
from plainspoken.readers.draft import Draft
from plainspoken.readers.metadata import Metadata
from plainspoken.readers.runs import words

_MOST = 8_000  # paragraphs, items and cells; the fullest page seen, a reference work, has 766, a release up to 116
_SHORTEST = 25  # characters of prose; "The bridge is closed until 3 May." has 33
_MISSING = "an error page: the page was not found"
_LISTING = "a list of links or releases"
_KINDS = tuple(
    (re.compile(pattern, re.I), kind)
    for pattern, kind in (
        (
            r"search results|results for|suchergebnis|résultats de recherche|resultados de (la )?búsqueda",
            "a page of search results",
        ),
        (
            r"page (can(no|[’'])t|could(n[’']t| not)) be found|page (does not|doesn[’']t) exist|page not found|"
            r"nothing (was )?found|seite (wurde )?nicht gefunden|seite existiert nicht|page introuvable|"
            r"cette page n[’']existe|página no (encontrada|existe)|página não (encontrada|existe)|"
            r"pagina non (trovata|esiste)|pagina niet gevonden|pagina nu a fost găsită|heb ei chanfod|"
            r"nie znaleziono strony|strona nie istnieje|(sidan|siden) (hittades inte|kunde inte|blev ikke|ble ikke)|"
            r"sayfa bulunamadı|страница не найдена|сторінку не знайдено|الصفحة غير موجودة|页面(不存在|未找到)|找不到",
            _MISSING,
        ),
        (
            r"^\W*(404|410)\W*($|[|–—-])|\b(404|410) (error|not found|page|gone)|error:? (404|410)\b|"
            r"internal server error|bad gateway|service (temporarily )?unavailable|"
            r"something went wrong|"
            r"no longer available",
            "an error page",
        ),
        (
            r"^\W*(403|401)\W*($|[|–—-])|\b(403|401) (error|forbidden)|error:? (403|401)\b|"
            r"access denied|forbidden|just a moment|are you (a )?human|captcha|verify you are",
            "a page that refuses access",
        ),
        (r"^(log|sign) ?in\b|\b(log|sign)[ -]?in$|anmelden", "a log-in page"),
        (
            r"before you continue|we value your privacy|your privacy (choices|settings)|^(this site uses )?cookies?\b|"
            r"cookie[ -]?(consent|settings|notice|banner|einstellungen)|datenschutzeinstellungen|votre vie privée|"
            r"su privacidad|consent$|^manage consent",
            "a page that asks for consent to cookies",
        ),
    )
)

_CONSENT = "a page that asks for consent to cookies"
_ABOUT_CONSENT = re.compile(
    r"cookie|consent|privacy|partners|personal(ised|ized)? (data|ad|content)|vendors|einwilligung|datenschutz|"
    r"vie privée|consentement|privacidad|consentimiento",
    re.I,
)
_ASIDE = 400  # characters of prose beside a list of releases that may introduce it
_LOOKED_FOR = re.compile(
    r"\b(could|can)( ?not|n[’']t) find (the|that|this|your) page|"
    r"page (that )?you(’re|'re| were| are) (looking for|trying)",
    re.I,
)
_DOUBTFUL = (
    ("a page of search", 400),
    (_LISTING, _MOST * 1000),
    (_MISSING, 1500),
    ("an error", 400),
    ("a page that refuses", 400),
    ("a log-in", 400),
)
_SURE = ("a page of search", _LISTING, "an error", "a page that refuses", "a log-in", _CONSENT)
_SAVED = "Open it in a browser, and save the release's page from there."
_TODO = (
    (_LISTING, "Open one of the releases, and give its own page."),
    ("a log-in", _SAVED),
    ("a page that refuses", _SAVED),
    (_CONSENT, _SAVED),
    ("a page whose text", _SAVED),
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


def check(drafts: Sequence[Draft], titled: bool, kind: str, where: str, source: str = "") -> None:
    """Refuse a page without a story, and one with more than a release can have.

    Args:
        drafts: the blocks that were found.
        titled: whether a headline was.
        kind: what `signs` returned.
        where: the page, for the message.
        source: the page's text; it is looked at once more to say what the page is.

    Raises:
        SourceError: nothing on the page reads like a release.
    """
    if (count := sum(len(draft.parts) for draft in drafts)) > _MOST:
        what = f"the page has {count:,} paragraphs, items and cells, too many for a press release"
        raise SourceError(what, where=where, todo="Give the page of one release.")
    prose = [draft for draft in drafts if draft.kind in ("paragraph", "quote", "list") and _is_prose(draft)]
    length = sum(len(draft.text) for draft in prose)
    if any(_LOOKED_FOR.search(draft.text) for draft in prose[:2]):
        kind = _MISSING
    elif not kind.startswith(_SURE) and _own(prose) < _ASIDE and _is_listing(source, where):
        kind = _LISTING
    limit = next((limit for start, limit in _DOUBTFUL if kind.startswith(start)), 0)
    told = bool(prose) and length >= max(_SHORTEST, limit) and (titled or length >= 150)
    if told and not (kind == _CONSENT and _share(prose) > 0.6):
        return
    found = absent.named(tree.parse(source, where), source) if source.strip() and not kind.startswith(_SURE) else None
    said = found.kind if found else kind
    what = f"; it looks like {said}" if said else ("; the page is empty" if not drafts else "")
    raise SourceError(f"there is no release on this page{what}", where=where, todo=found.todo if found else _todo(kind))


def _is_listing(source: str, where: str) -> bool:
    return bool(source.strip()) and listing.is_listing(tree.parse(source, where), source)


def _own(prose: Sequence[Draft]) -> int:
    """Return the characters of prose, lists whose items begin with a link left out."""
    return sum(len(draft.text) for draft in prose if draft.kind != "list" or not _leads(draft))


def _leads(draft: Draft) -> bool:
    return all(
        runs and (runs[0].has("link") or runs[0].has("removed")) and len(runs[0].text) >= 12 for _, runs in draft.parts
    )


def _todo(kind: str) -> str:
    return next((todo for start, todo in _TODO if kind.startswith(start)), "Give the address or file of one release.")


def _share(prose: Sequence[Draft]) -> float:
    """Return how much of some prose is about consent to cookies."""
    about = sum(len(draft.text) for draft in prose if _ABOUT_CONSENT.search(draft.text))
    return about / sum(len(draft.text) for draft in prose)


def _is_prose(draft: Draft) -> bool:
    """Tell text from labels: a line of five words, or one with the end of a sentence in a script without spaces."""
    text = draft.text
    linked = sum(len(run.text) for _, runs in draft.parts for run in runs if run.has("link"))
    spoken = len("".join(words(runs) for _, runs in draft.parts))
    return linked * 2 <= spoken and (len(text.split()) >= 5 or bool(re.search(r"[。！？।۔።]", text)))
