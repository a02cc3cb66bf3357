"""What goes from a page before anyone looks for its article: what runs, what is hidden, what is furniture."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache

from lxml import etree, html

from plainspoken.readers import tree
from plainspoken.readers.roles import wording

_ACTIVE = (
    "script", "style", "noscript", "template", "iframe", "frame", "frameset", "noframes", "object", "applet",
    "param", "svg", "math", "canvas", "audio", "video", "map", "plaintext", "xmp", "dialog", "portal", "noembed",
    "button", "input", "select", "textarea", "option", "datalist", "output", "progress", "meter", "fieldset", "legend",
    "label", "link", "meta", "base", "title", "head", "del", "s", "strike", "rt", "rp", "marquee",
    "blink", "o-p", "v-shape", "v-shapetype", "v-imagedata", "amp-ad", "amp-sidebar", "ins-ad",
)  # fmt: skip
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?![.\d])|opacity\s*:\s*0(?![.\d])|"
    r"(left|top|text-indent)\s*:\s*-\d{3,}|mso-element\s*:\s*comment|mso-hide\s*:\s*all",
    re.I,
)
_HIDDEN = re.compile(
    r"(^|\s)(hidden|invisible|visually-?hidden|sr-?only|screen-?reader(-(text|only))?|assistive-text|element-(hidden|"
    r"invisible)|"
    r"offscreen|visuallyhidden|u-hidden|is-hidden|d-none|no-display|[\w!-]*__label visually-hidden|"
    r"govuk-visually-hidden|"
    r"mso(comment\w*|del)|show-for-sr|a11y-hidden|aural|hide|clip-hide)(\s|$)",
    re.I,
)
_ROLES = frozenset({
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "alert", "menu", "menubar", "toolbar",
    "tablist", "button", "switch", "tooltip", "status", "progressbar",
})  # fmt: skip
_RELEASE = re.compile(
    r"notes?[ _-]?(to|for|-)?[ _-]?editors?|editors?[ _-]?notes?|press[ _-]?contact|media[ _-]?contact|(^|"
    r"[ _-])contacts?([ _-]|$)|"
    r"stand[ _-]?first|boilerplate|about[ _-]?us|help[ _-]?line|call[ _-]?(to[ _-]?action|out)|pull[ _-]?quote",
    re.I,
)

# Words of class names and ids that mark furniture. A word counts if it stands alone between separators.
_FURNITURE = frozenset({
    "cookie", "cookies", "cookiebar", "cookiebanner", "ccc", "consent", "gdpr", "onetrust", "breadcrumb",
    "breadcrumbs", "crumbs", "crumb", "briwsion", "share", "shares", "sharing", "sharebar", "sharedaddy",
    "sharebuttons", "addthis", "addtoany", "a2a", "social", "socials", "socialmedia", "socialbookmarks", "bookmarks",
    "rhannu", "teilen", "partager", "compartir", "related", "relatedlinks", "relatedcontent", "recommended",
    "recommendations", "outbrain", "taboola", "newsletter", "newsletters", "subscribe", "subscription", "signup",
    "mailinglist", "promo", "promos", "promobox", "promotion", "advert", "adverts", "advertisement", "advertising",
    "ads", "adslot", "dfp", "sponsor", "sponsored", "banner", "banners", "aside", "comments",
    "commentlist", "respond", "disqus", "livefyre", "footer", "colophon", "masthead", "topbar", "navbar",
    "navigation", "nav", "subnav", "menu", "menus", "megamenu", "mega", "offcanvas", "pager", "pagination", "paging",
    "skiplink", "skiplinks", "toolbar", "tags", "taglist", "tagcloud", "keywords", "popup", "modal", "overlay",
    "lightbox", "feedback", "helpful", "rating", "ratings", "survey", "printlink", "printfriendly", "toc",
    "widgetarea", "siteheader", "sitefooter", "searchform", "searchbox", "morenews", "morestories", "mwy", "mostread",
    "trending", "teaser", "teasers", "authorbox", "authorbio", "byline", "bylines", "counter", "langs", "languages",
    "languageswitcher", "iaith", "translate", "permalink", "login", "logout", "paywall", "regwall", "prevnext",
    "nextprev", "backlink", "backtotop", "totop", "leavesite", "quickexit", "lastupdated", "postmeta", "articlemeta",
    "entrymeta", "metadata", "pagemeta", "infobar", "disclaimerbar", "weather", "poll", "servicenavigation",
    "hilfsnavigation", "meldungsnavigation",
})  # fmt: skip
_SURE = frozenset({
    "cookie", "cookies", "consent", "sharedaddy", "addthis", "disqus", "taboola", "outbrain", "commentlist",
    "newsletter",
})  # fmt: skip
_PAIRS = re.compile(
    r"(?<![a-z])sidebar(?!-(grid|fixed|layout|container|wrapper|page|main|body|content))|"
    r"(share|social)-(bar|links?|buttons?|tools?|media|icons?|block)|skip-(link|nav|to)|(site|page|global|"
    r"main)-(header|footer|nav\w*|search)|"
    r"(read|see|more|also|next)-(next|also|more|news|stories|articles|like)|(cat|tags?|category)-links|entry-(footer|"
    r"meta)|post-(navigation|tags|meta|footer)|"
    r"(leave|exit|quick)-(site|exit|page)|published-dates?|print-(link|button|page)|sign-?up|sub-menu|menu-item|"
    r"comments?-(area|section|list|form|wrapper|respond)|author-(box|bio|info)|last-(updated|modified)|back-to-(top|"
    r"list)|"
    r"most-(read|popular|viewed)|single-page-notification|article-(meta|tags|tools|share)|news-item-+meta|"
    r"in-?(line)?-promo|image-(nav|counter)|(?<![a-z])cmp-?(banner|consent|box|root|app|ui|overlay|notice)|gallery-+nav|ad-(slot|unit|container|wrapper|block)|user-(menu|login)|"
    r"(contextual|related)-(sidebar|navigation)|web-?part-?zone|reading-time|mobile-menu",
)
_CONTENT = frozenset({
    "article", "main", "content", "story", "body", "entry", "post", "text", "prose", "detail", "node", "page",
    "wrapper", "container",
})  # fmt: skip
_STATES = ("js-", "has-", "is-", "no-", "not-", "with-")  # what an element can do or have, not what it is
_EXACT = frozenset({
    "meta", "views", "print", "more", "latest", "date-views", "widget", "poll", "share", "tools",
})  # fmt: skip
_HEADS = frozenset({"site", "global", "masthead", "banner", "top"})
_APART = frozenset({"footer", "masthead", "topbar", "sidebar", "nav", "menu"})
_LONGEST_NAME = 2000  # characters of a class and an id that are read
_LONGEST_BOX = 1200  # characters of a box of advice
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_HEADED = tree.finder("descendant-or-self::*/@role[. = 'heading']/..")
_HANDLING = tree.finder("descendant-or-self::*/@*[starts-with(name(), 'on')]/..")  # the parser made the letters small
_NAMED = tree.finder("descendant-or-self::*[@class or @id or @role or self::aside or self::footer]")
_MAY_HIDE = tree.finder("descendant-or-self::*[@class or @style or @hidden or @aria-hidden]")


@dataclass(frozen=True, slots=True)
class _Called:
    """What the class and the id of an element say.

    Attributes:
        words: the words in them.
        release: whether they name a part of a release.
        furnished: whether they name furniture.
        sure: whether they name what is hardly ever anything else.
        exact: whether one of the classes as a whole is a short name of furniture.
        heads: whether they name the head of the site.
    """

    words: tuple[str, ...] = ()
    release: bool = False
    furnished: bool = False
    sure: bool = False
    exact: bool = False
    heads: bool = False


_NAMELESS = _Called()


def mark_headings(root: html.HtmlElement) -> None:
    """Give the role of heading to what has the very class of an element that has it: frameworks make them alike."""
    classes = {element.get("class"): element.get("aria-level") or "2" for element in _HEADED(root)}
    if not any(classes):
        return
    for element in root.iter("div", "span", "p"):
        if (
            element.get("class") in classes
            and element.get("class")
            and not element.get("role")
            and len(element.text_content()) < 120
        ):
            element.set("role", "heading")
            element.set("aria-level", classes[element.get("class")])


def drop_active(root: html.HtmlElement) -> None:
    """Remove what runs, loads or asks for input; forms lose their fields, and go if they have no text of their own."""
    etree.strip_tags(root, "embed", "track", "wbr")  # libxml2 takes them to hold what follows them
    etree.strip_elements(root, *_ACTIVE, with_tail=False)
    for form in list(root.iter("form")):
        paragraphs = [element for element in form.iter("p", "td", "div") if len(element.text_content().strip()) > 80]
        if len(paragraphs) < 3:
            _drop(form)
    for element in _HANDLING(root):
        for name in [name for name in element.attrib if name.startswith("on")]:
            del element.attrib[name]


def drop_hidden(root: html.HtmlElement) -> None:
    """Remove what a reader of the page can't see; not what holds most of the page, which a script would show."""
    total = len(root.text_content())
    for element in _MAY_HIDE(root):
        if _is_hidden(element) and element.getparent() is not None and len(element.text_content()) * 2 < total + 200:
            _drop(element)


def drop_navigation(root: html.HtmlElement) -> None:
    """Remove menus; not one that seems to hold most of the prose, because libxml2 has missed its end."""
    menus = list(root.iter("nav", "menu"))
    prose = _prose(root) if menus else Counter()
    whole = max(prose.values(), default=0)
    for menu in menus:
        if prose[menu] <= 300 or prose[menu] <= 0.6 * whole:
            _drop(menu)


def drop_furniture(root: html.HtmlElement) -> None:
    """Remove menus, cookie notices, share bars, related stories, newsletters, comments and the like."""
    prose = _prose(root)
    whole = max(prose.values(), default=0)
    for element in _NAMED(root):
        if element.tag in ("html", "body") or element.getparent() is None:
            continue
        if is_furniture(element) and not _holds_article(element, prose[element], whole) and not _helps(element):
            _drop(element)
    _drop_cards(root)


def _helps(element: html.HtmlElement) -> bool:
    """Tell whether a box in the text, not the site's head or foot, says whom to call for help."""
    if (
        element.tag not in ("aside", "section", "div")
        or (element.get("role") or "").lower() in _ROLES
        or _called(element).sure
    ):
        return False
    if not _APART.isdisjoint(_called(element).words):
        return False
    text = " ".join(element.text_content().split())
    links = [link for link in element.iter("a") if not (link.get("href") or "").lower().startswith(("tel:", "mailto:"))]
    return (
        20 < len(text) < _LONGEST_BOX and len(links) <= 3 and wording.names_help_number(text) and wording.is_help(text)
    )


def _prose(root: html.HtmlElement) -> Counter[html.HtmlElement]:
    """Return how many characters of running text each element holds."""
    counts: Counter[html.HtmlElement] = Counter()
    for paragraph in root.iter("p", "td", "li", "div"):
        own = paragraph.text or ""
        if len(paragraph):
            own += "".join([child.tail or "" for child in paragraph])
        if len(own) > 60 and len(own.strip()) > 60:
            for holder in (paragraph, *paragraph.iterancestors()):
                counts[holder] = counts.get(holder, 0) + len(own)
    return counts


def is_furniture(element: html.HtmlElement) -> bool:
    """Tell by its tag, role, class and id whether an element belongs to the site, not to the release."""
    if (element.get("role") or "").lower() in _ROLES:
        return True
    tag, called = element.tag, _called(element)
    if tag == "footer" and next(element.iterancestors("blockquote"), None) is not None:
        return False  # HTML, 4.4.4: who is quoted may stand in a footer
    if tag in ("aside", "footer"):
        return not _RELEASE.search(" ".join((*called.words, _opening(element))))
    if tag == "header":
        return called.heads and not called.release and not _is_content(element)
    if not (called.furnished or called.exact) or _is_content(element):
        return False
    if called.release or tag in ("a", "strong", "b", "em", "i", "img", "main", "article", "td", *_HEADINGS):
        return False
    if tag in ("p", "blockquote") and not called.sure and len(element.text_content()) > 200:
        return False
    return called.furnished or len(element.text_content()) < 400


def _is_content(element: html.HtmlElement) -> bool:
    return (element.get("itemprop") or "") in ("description", "articleBody", "headline")


def _is_hidden(element: html.HtmlElement) -> bool:
    if element.get("hidden", "until-found").lower() != "until-found" or element.get("aria-hidden") == "true":
        return element.tag not in ("html", "body", "main", "article")
    style, called = element.get("style"), element.get("class")
    return bool(style and _HIDING.search(style)) or bool(called and _hides(called[:_LONGEST_NAME]))


def _called(element: html.HtmlElement) -> _Called:
    kind, ident = element.get("class"), element.get("id")
    return _meaning((kind or "")[:_LONGEST_NAME], (ident or "")[:_LONGEST_NAME]) if kind or ident else _NAMELESS


@lru_cache(4096)
def _meaning(kind: str, ident: str) -> _Called:
    """Return what a class and an id say; a page has the same ones again and again."""
    text = f"{kind} {ident}"[:_LONGEST_NAME]
    named = " ".join(token for token in text.split() if not token.startswith(_STATES))
    words = tuple(word for word in re.split(r"[^a-z0-9]+", _CAMEL.sub("-", named).lower()) if word)
    whole = "-".join(words)
    return _Called(
        words,
        release=bool(_RELEASE.search(whole)),
        furnished=not _FURNITURE.isdisjoint(words) or bool(_PAIRS.search(whole)),
        sure=not _SURE.isdisjoint(words),
        exact=bool(words) and not _EXACT.isdisjoint(kind.lower().split()),
        heads=not _HEADS.isdisjoint(words),
    )


@lru_cache(4096)
def _hides(name: str) -> bool:
    return bool(_HIDDEN.search(name))


def _opening(element: html.HtmlElement) -> str:
    first = next(iter(element.iter("h1", "h2", "h3", "h4", "h5", "h6", "strong", "b")), None)
    return " ".join(first.text_content().split())[:60] if first is not None else ""


def _holds_article(element: html.HtmlElement, prose: int, whole: int) -> bool:
    """A class name can mislead: what holds the headline or much of the page's prose is no furniture.

    A name that hardly ever misleads (a newsletter's) is overruled by nearly all of the prose alone.
    """
    share = prose / max(1, whole)
    if _called(element).sure:
        return prose > 600 and share > 0.8
    if element.tag not in ("aside", "footer") and next(element.iter("h1"), None) is not None:
        return True
    return prose > 300 and share > 0.3


def _drop_cards(root: html.HtmlElement) -> None:
    """Remove rows of teasers: siblings that each show a linked heading; two with a picture each will do for a row.

    An article within the article that is nothing but such a card is a teaser by itself.
    """
    for parent in {id(p): p for a in root.iter("a") if (p := _card_parent(a)) is not None}.values():
        cards = [child for child in parent if _is_card(child)]
        if parent.getparent() is not None and (
            len(cards) >= 3
            or (len(cards) == 2 and all(next(card.iter("img"), None) is not None for card in cards))
            or any(_is_inner_article(card) for card in cards)
        ):
            for card in cards:
                _drop(card)


def _card_parent(link: html.HtmlElement) -> html.HtmlElement | None:
    if (link.get("href") or "#").startswith("#"):
        return None
    heading = next((up for up in link.iterancestors("h2", "h3", "h4", "h5")), None)
    inner = heading if heading is not None else next(link.iter("h2", "h3", "h4", "h5"), None)
    if inner is None:
        return None
    card = heading.getparent() if heading is not None else link
    if card is None:
        return None
    while card.getparent() is not None and card.tag not in ("li", "article") and len(card.getparent()) == 1:
        card = card.getparent()
    return card.getparent()


def _is_inner_article(card: html.HtmlElement) -> bool:
    return card.tag == "article" and next(card.iterancestors("article"), None) is not None


def _is_card(element: html.HtmlElement) -> bool:
    if element.tag == "a":
        return next(element.iter("h2", "h3", "h4", "h5"), None) is not None
    headings = list(element.iter("h2", "h3", "h4", "h5"))
    if len(headings) != 1 or len(element.text_content()) > 600 or headings[0] is element:
        return False
    return next(headings[0].iter("a"), None) is not None or next(headings[0].iterancestors("a"), None) is not None


def _drop(element: html.HtmlElement) -> None:
    """Remove an element; the words that stood round it stay apart."""
    if element.getparent() is not None:
        element.tail = " " + (element.tail or "")
        element.drop_tree()
