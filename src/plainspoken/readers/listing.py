"""Pages that list releases: an archive, a search's results, a front page; told by their rows of teasers."""

from __future__ import annotations

import re
from collections import defaultdict

from lxml import html

_ROWS = 5  # teasers; an article's own "related" box mostly has three or four
_SHARE = 0.6  # of the page's words that the teasers have
_BOXES = frozenset({"li", "article", "div", "section", "tr", "dt", "dd", "p"})
_LONGEST = 700  # characters of a teaser
_AROUND = frozenset({"nav", "header", "footer", "aside", "menu"})
_CLAIMS = re.compile(
    r"article:published_time|og:type[\"']?\s+content=[\"']?article|\"@type\"\s*:\s*\[?\s*\"(News|Blog|Report)?\w*(Article|Posting)\"|"
    r"itemtype=[\"']https?://schema\.org/\w*Article[\"']",
    re.I,
)
_NAMED = re.compile(
    r"\W*((all|latest|our|recent|more) )?((press|media|news) )?(news|releases?|newsroom|stories|announcements?|"
    r"statements|archives?|events|blog|publications|nachrichten|aktuelles|meldungen|pressemitteilungen|presse|pressearchiv|actualités|"
    r"communiqués( de presse)?|noticias|notas de prensa|notícias|comunicati( stampa)?|notizie|newyddion|nieuws|"
    r"aktualności|nyheter|haberler|الأخبار|新闻|新聞)"
    r"( (releases?|room|archives?|and (events|media|statements|updates)|updates|from .{1,60}))?\W*",
    re.I,
)


def is_listing(root: html.HtmlElement, source: str) -> bool:
    """Tell a page of teasers from the page of one story.

    Five teasers or more have most of the page's words outside of its menus. A page whose markup says that it is an
    article is one, whatever stands beneath it, unless its own name is that of a list ("Press releases").

    Args:
        root: the page as it came.
        source: its text.
    """
    if not _is_full_of_teasers(root):
        return False
    names = [" ".join(element.text_content().split()) for element in root.iter("h1")]
    return any(_NAMED.fullmatch(name[:120]) for name in names) or not _CLAIMS.search(source)


def _is_full_of_teasers(root: html.HtmlElement) -> bool:
    page = next(iter([*root.iter("main"), *root.iter("body")]), root)
    rows: dict[tuple[html.HtmlElement, str], dict[html.HtmlElement, int]] = defaultdict(dict)
    for link in page.iter("a"):
        box = _box(link)
        if box is not None:
            holder = box.getparent()
            assert holder is not None  # a box stands in the page
            rows[holder, str(box.tag)][box] = len(" ".join(box.text_content().split()))
    teasers = sum(sum(boxes.values()) for boxes in rows.values() if len(boxes) >= _ROWS)
    return teasers > 0 and teasers >= _SHARE * _length(page)


def _box(link: html.HtmlElement) -> html.HtmlElement | None:
    """Return the teaser that a link is the title of: the largest box that has no second title and isn't long."""
    title = " ".join(link.text_content().split())
    if len(title) < 12 or (link.get("href") or "#").startswith("#"):
        return None
    found = None
    for up in link.iterancestors():
        if up.tag in _AROUND:
            return None
        if up.tag not in _BOXES and up.tag not in ("h2", "h3", "h4", "h5", "td", "strong", "b", "span", "header"):
            break
        text = " ".join(up.text_content().split())
        if len(text) > _LONGEST or len(_titles(up)) > 1:
            break
        found = up if up.tag in _BOXES and text.find(title) < 80 else found
    return found


def _titles(box: html.HtmlElement) -> set[str]:
    """Return where the titles in a box lead; a picture or "Read more" beside a title leads to the same place."""
    return {
        address
        for link in box.iter("a")
        if (address := link.get("href")) and len(" ".join(link.text_content().split())) >= 12
    }


def _length(page: html.HtmlElement) -> int:
    """Return the characters of a page outside of its menus and what runs."""
    around = sum(
        len(" ".join(element.text_content().split()))
        for element in page.iter(*_AROUND, "script", "style", "noscript", "template")
        if not any(up.tag in _AROUND for up in element.iterancestors())
    )
    return len(" ".join(page.text_content().split())) - around
