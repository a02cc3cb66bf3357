"""What a page says of itself outside its text: titles, dates, publisher, language, address."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import html

from plainspoken import lang as languages
from plainspoken.errors import UsageError
from plainspoken.readers import characters, dates, links

_ARTICLE = re.compile(
    r"(News|Report|Analysis|Opinion|Blog|Press|Reportage|Tech|Satirical|Scholarly|Advertiser|Medical)?\w*"
    r"(Article|BlogPosting|Posting|PressRelease|GovernmentAnnouncement|SpecialAnnouncement)$"
)
_ORGANISATION = re.compile(
    r"Organi[sz]ation|Corporation|NGO|Government|Police|Hospital|School|University|College|Charity"
)
_PUBLISHED = (
    "article:published_time", "og:article:published_time", "govuk:first-published-at", "datepublished",
    "publication_date", "publish-date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "og:published_time", "published_at",
)  # fmt: skip
_CATALOGUED = (
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "date",
)
_LINE = 600  # characters of the longest title or summary that is read
_SPLIT = re.compile(r"\s+(?:[|•·»«›‹~/]|::|[-–—])\s+|\s*\|\s*|\s+::\s+")
_GENERIC = re.compile(
    r"(latest |all )?(news( ?room)?|news (and|&) \w+|home( ?page)?|press( |-)?(release|room|office|centre|center)?s?|"
    r"media( (centre|center|releases?|room))?|stor(y|ies)|articles?|blog|releases?|newyddion|الأخبار|"
    r"presse(mitteilung(en)?)?|"
    r"meldungen|aktuelles|actualités|noticias|notizie|comunicati( stampa)?)$",
    re.I,
)
_UNSPOKEN = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page declares; None or empty where it says nothing or what it says can't be meant.

    Attributes:
        title: the text of `<title>`.
        titles: other names of the page, JSON-LD's first.
        description: its summary for search engines.
        published: ISO 8601.
        publisher: the organisation.
        url: its canonical address.
        lang: the language it declares (BCP 47).
        body: JSON-LD's `articleBody`, the last resort for text.
        base: the `<base>` element's address, unchecked.
    """

    title: str = ""
    titles: tuple[str, ...] = ()
    description: str = ""
    published: str | None = None
    publisher: str | None = None
    url: str | None = None
    lang: str | None = None
    body: str = ""
    base: str | None = None


def collect(root: html.HtmlElement, source: str, url: str) -> Metadata:
    """Return what the page declares.

    Args:
        root: the whole page, before anything is removed.
        source: its text; Word keeps the organisation in a comment.
        url: its address; the empty string if not known.
    """
    linked = _linked(root)
    meta = _meta(root)
    title = _line(next((element.text_content() for element in root.iter("title")), ""))
    titles = (
        _string(linked, "headline"),
        meta.get("og:title", ""),
        meta.get("twitter:title", ""),
        meta.get("dc.title", ""),
    )
    return Metadata(
        title=title,
        titles=tuple(line for line in map(_line, titles) if line),
        description=_line(_first(meta, "description", "og:description", "twitter:description", "dc.description")
                          or _string(linked, "description")),
        published=_published(root, linked, meta),
        publisher=_publisher(root, linked, meta, title, source),
        url=_canonical(root, meta, url),
        lang=_lang(root, linked, meta),
        body=_string(linked, "articleBody"),
        base=next((element.get("href") for element in root.iter("base") if element.get("href")), None),
    )  # fmt: skip


def pieces(title: str) -> tuple[str, ...]:
    """Return the parts of a page's title: `Road closed | News | Town Council` has three."""
    return tuple(piece.strip() for piece in _SPLIT.split(title) if piece.strip())


def is_generic(name: str) -> bool:
    """Tell whether a part of a title names a kind of page, not a publisher or a release."""
    return bool(_GENERIC.fullmatch(name))


def _published(root: html.HtmlElement, linked: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    """Ask the article first, then the page's own time beside its headline, then the site's catalogue of dates."""
    stamps = [dates.standard(_string(linked, "datePublished")), *(_date(meta.get(name)) for name in _PUBLISHED)]
    stamps += [_stamp(element) for element in root.iter("time", "meta", "span", "abbr") if _is_published(element)]
    stamps += [_stamp(element) for element in _beside_headline(root)]
    stamps += [_date(meta.get(name)) for name in _CATALOGUED]
    return next((stamp for stamp in stamps if stamp), None)


def _is_published(element: html.HtmlElement) -> bool:
    return "datePublished" in (element.get("itemprop") or "") or element.get("pubdate") is not None


def _stamp(element: html.HtmlElement) -> str | None:
    return dates.standard(element.get("content") or element.get("datetime") or element.text_content())


def _beside_headline(root: html.HtmlElement) -> Iterator[html.HtmlElement]:
    """Yield the `<time>` elements of the article or main part that has the headline."""
    for title in root.iter("h1"):
        holder = next(title.iterancestors("article", "main"), None)
        if holder is not None:
            yield from (element for element in holder.iter("time") if element.get("datetime"))


def _date(text: str | None) -> str | None:
    return dates.standard(text) or dates.parse(text) if text else None


def _publisher(
    root: html.HtmlElement, linked: Mapping[str, object], meta: Mapping[str, str], title: str, source: str
) -> str | None:
    company = re.search(r"<o:Company>([^<]{2,100})</o:Company>", source[:20_000])
    site = re.sub(
        r"\s+(newsroom|news ?(centre|center|room)|news|media centre|press office)$",
        "",
        meta.get("og:site_name", ""),
        flags=re.I,
    )
    named = (
        _organisation(linked.get("author")),
        _organisation(linked.get("sourceOrganization")),
        _organisation(linked.get("publisher")),
        company.group(1) if company else "",
        _owner(title, site, root),
        site,
        _organisation(linked.get("provider")),
        _first(meta, "dc.publisher", "dcterms.publisher", "publisher"),
        *_signs(root),
    )
    return next((name for name in map(_line, named) if _is_name(name)), None)


def _owner(title: str, site: str, root: html.HtmlElement) -> str:
    """Return the publisher's part of a title: the last that is neither generic nor a heading of the page."""
    headings = {_squashed(element.text_content()) for element in root.iter("h1", "h2")}
    parts = [piece for piece in pieces(title) if not is_generic(piece)]
    others = [piece for piece in parts if _squashed(piece) not in headings]
    if len(parts) < 2 or not others:
        return ""
    if site and any(site.lower() == part.lower() for part in others):
        return site
    first, last = others[0], others[-1]
    return first if len(first.split()) + 2 <= len(last.split()) else last


def _squashed(text: str) -> str:
    return _UNSPOKEN.sub("", text.casefold())


def _signs(root: html.HtmlElement) -> Iterator[str]:
    """Yield names from where a page shows whose it is: the logo or home link, then the copyright line."""
    for link in root.iter("a"):
        if (link.get("href") or "").rstrip("/") in ("", "/en", "/home", "/index.html") and link.get("href"):
            images = [image.get("alt") or "" for image in link.iter("img")]
            name = _line(" ".join([link.text_content(), *images]))
            name = re.sub(r"\s+(home( ?page)?|logo)$", "", name, flags=re.I)
            if len(name.split()) >= 2 and not is_generic(name):
                yield name
    for element in root.iter("footer", "div", "p", "td"):
        if "©" in (element.text or ""):
            found = re.search(r"©\s*(?:copyright)?[\s\d,–-]*([^\d|.©]{3,60})", element.text or "")
            if found:
                yield found.group(1)


def _is_name(text: str) -> bool:
    return 2 <= len(text) <= 100 and any(map(str.isalpha, text)) and not re.search(r"[<>\\{}]|\.\./|://", text)


def _canonical(root: html.HtmlElement, meta: Mapping[str, str], url: str) -> str | None:
    declared = [
        element.get("href")
        for element in root.iter("link")
        if "canonical" in (element.get("rel") or "").lower().split()
    ]
    for candidate in (*declared, url, meta.get("og:url")):
        if found := links.web_address((candidate or "").strip()):
            return found
    return None


def _lang(root: html.HtmlElement, linked: Mapping[str, object], meta: Mapping[str, str]) -> str | None:
    body = root.find("body")
    declared = (
        *(place.get(name) for place in (root, body) if place is not None for name in ("lang", "xml:lang", "xml-lang")),
        meta.get("content-language"), _string(linked, "inLanguage"), meta.get("dc.language"), meta.get("og:locale"),
    )  # fmt: skip
    return next((tag for tag in map(tag_of, declared) if tag), None)


def tag_of(declared: str | None) -> str | None:
    """Return a declared language in canonical form; None if it is none."""
    text = (declared or "").split(",")[0].strip()
    if not 2 <= len(text) <= 35 or text.lower() in ("und", "mul", "zxx", "mis"):
        return None
    try:
        return languages.canonical(text)
    except UsageError:
        return None


def _meta(root: html.HtmlElement) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in root.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("http-equiv") or element.get("itemprop")
        content = (element.get("content") or "").strip()
        if name and content:
            found.setdefault(name.strip().lower(), content)
    return found


def _linked(root: html.HtmlElement) -> Mapping[str, object]:
    """Return the JSON-LD object that describes the article, the first one with a headline."""
    best: Mapping[str, object] = {}
    for element in root.iter("script"):
        if "ld+json" not in (element.get("type") or ""):
            continue
        for thing in _things(element.text_content()):
            if _ARTICLE.match(_type(thing)) and (not best or ("articleBody" in thing and "articleBody" not in best)):
                best = thing
    return best


def _things(text: str) -> Iterator[Mapping[str, object]]:
    try:
        waiting = [json.loads(text.strip().rstrip(";"), strict=False)]
    except (ValueError, RecursionError):
        return
    while waiting:
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing[:100])
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(thing[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in thing)


def _type(thing: Mapping[str, object]) -> str:
    kind = thing.get("@type")
    return str(kind[0] if isinstance(kind, list) and kind else kind or "")


def _organisation(thing: object) -> str:
    """Return the name of an organisation; people and unnamed kinds are not publishers."""
    for one in thing if isinstance(thing, list) else [thing]:
        if isinstance(one, dict) and _ORGANISATION.search(_type(one)) and isinstance(one.get("name"), str):
            return str(one["name"])
    return ""


def _string(thing: Mapping[str, object], key: str) -> str:
    value = thing.get(key)
    if isinstance(value, list):
        value = next((one for one in value if isinstance(one, str)), "")
    return value if isinstance(value, str) else ""


def _first(meta: Mapping[str, str], *names: str) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _line(text: str) -> str:
    return characters.clean(html_unescape(text[:_LINE])).strip()


def html_unescape(text: str) -> str:
    """Return text with entities resolved once more; titles are often escaped twice."""
    from html import unescape

    return unescape(text) if "&" in text else text
