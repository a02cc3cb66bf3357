"""What a page says of itself outside its text: titles, dates, publisher, language, address."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from lxml import html

from plainspoken import lang as languages
from plainspoken.errors import UsageError
from plainspoken.model import Metadatum
from plainspoken.readers import characters, dates, linked, links, tree
from plainspoken.readers.evidence import Claim, settle
from plainspoken.readers.linked import Thing

_PUBLISHED = (
    "article:published_time", "og:article:published_time", "govuk:first-published-at", "datepublished",
    "publication_date", "publish-date", "publishdate", "pubdate", "parsely-pub-date", "sailthru.date",
    "cxenseparse:recs:publishtime", "article.published", "og:published_time", "published_at", "rnews:datepublished",
    "citation_publication_date", "citation_online_date", "citation_date", "og:pubdate", "date.issued",
    "og:release_date",
    "article:published", "bt:pubdate", "dcsext.articlefirstpublished", "originalpublicationdate", "last-published",
)  # fmt: skip
_CATALOGUED = ("dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created")
_UNSPECIFIED = ("dc.date", "dcterms.date", "date")  # of publishing, of the last change, of the day the page was served
_MODIFIED = (
    "article:modified_time", "og:updated_time", "govuk:updated-at", "govuk:public-updated-at", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "parsely-update-date", "modified",
)  # fmt: skip
_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author",
            "sailthru.author", "byl", "og:article:author")  # fmt: skip
_DAY_IN_ADDRESS = re.compile(r"/((?:19|20)\d\d)[/-](0\d|1[0-2])[/-]([0-3]\d)(?=[/_-])")
_CALLED_DATE = re.compile(
    r"(^|[\s_-])((publish(ed)?|pub|post(ed)?|release|article|news|entry)[_-]?)?(date|datum|fecha|data|dyddiad)"
    r"(published|time|posted)?([\s_-]|$)|timestamp|published",
    re.I,
)
_MARKS = tree.finder("descendant-or-self::*/@itemprop/.. | descendant-or-self::*/@property/..")
_TRUSTED = 0.7  # weight from which a claim may make another more exact
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
        dates: what the page's machine-readable places say of when it was published.
        locale: the language and region that its summary for other sites is in (`og:locale`).
        when: the words of its first `<time>`, whatever calendar they are in.
        facts: what else it says, each with its source and how sure it is.
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
    dates: tuple[Claim, ...] = ()
    locale: str = ""
    when: str = ""
    facts: tuple[Metadatum, ...] = ()


def collect(root: html.HtmlElement, source: str, url: str) -> Metadata:
    """Return what the page declares.

    Args:
        root: the whole page, before anything is removed.
        source: its text; Word keeps the organisation in a comment.
        url: its address; the empty string if not known.
    """
    things = linked.read(root)
    marks = _MARKS(root)
    meta = _meta(root)
    title = _line(next((element.text_content() for element in root.iter("title")), ""))
    titles = (
        linked.text(things, "headline"),
        meta.get("og:title", ""),
        meta.get("twitter:title", ""),
        meta.get("dc.title", ""),
    )
    stamps = tuple(_stamps(root, marks, things, meta))
    published = settle("published", stamps, same_day)
    names = tuple(_publishers(root, things, meta, title, source))
    publisher = settle("publisher", names, _same_name, by_weight=False)
    description = settle("description", _descriptions(things, meta), _same_name, by_weight=False)
    canonical = _canonical(root, meta, url)
    return Metadata(
        title=title,
        titles=tuple(line for line in map(_line, titles) if line),
        description=description.value if description else "",
        published=exactest(published.value, stamps) if published else None,
        publisher=publisher.value if publisher else None,
        url=canonical,
        lang=_lang(root, things, meta),
        body=linked.text(things, "articleBody"),
        base=next((element.get("href") for element in root.iter("base") if element.get("href")), None),
        dates=stamps,
        locale=meta.get("og:locale", ""),
        when=next((element.text_content()[:_LINE] for element in root.iter("time")), ""),
        facts=tuple(fact for fact in (
            settle("modified", _modified(things, meta, marks), same_day), publisher,
            *_authors(root, marks, things, meta),
            Metadatum("url", canonical, "canonical", 0.9) if canonical else None, description,
        ) if fact),
    )  # fmt: skip


def same_day(one: str, other: str) -> bool:
    """Tell whether two times in ISO 8601 are on one day, or are one instant."""
    first, second = dates.to_utc(one), dates.to_utc(other)
    return one[:10] == other[:10] or (first is not None and first == second)


def exactest(value: str, claims: Iterable[Claim]) -> str:
    """Return what the claims for one day say at their most exact: with a time rather than without, then with a zone."""
    same = [claim.value for claim in claims if claim.weight >= _TRUSTED and same_day(claim.value, value)]
    return max([value, *same], key=lambda stamp: (len(stamp) > 10, len(stamp) > 10 and dates.to_utc(stamp) is not None))


def pieces(title: str) -> tuple[str, ...]:
    """Return the parts of a page's title: `Road closed | News | Town Council` has three."""
    return tuple(piece.strip() for piece in _SPLIT.split(title) if piece.strip())


def is_generic(name: str) -> bool:
    """Tell whether a part of a title names a kind of page, not a publisher or a release."""
    return bool(_GENERIC.fullmatch(name))


def _stamps(
    root: html.HtmlElement, marks: Sequence[html.HtmlElement], things: tuple[Thing, ...], meta: Mapping[str, str]
) -> Iterator[Claim]:
    """Yield the times of publishing: the article's own, the page's beside its headline, the site's catalogue's."""
    said = (
        [(linked.text(things, "datePublished"), "json-ld", 0.9)]
        + [(meta.get(name), name, 0.85) for name in _PUBLISHED]
        + [(_stamp(element), "microdata", 0.8) for element in _marked(marks, "datePublished")]
        + [(_stamp(element), "time", 0.75) for element in root.iter("time") if element.get("pubdate") is not None]
        + [(_stamp(element), "time beside the headline", 0.7) for element in _beside_headline(root)][:1]
        + [(meta.get(name), name, 0.6) for name in _CATALOGUED]
        + [(meta.get(name), name, 0.4) for name in _UNSPECIFIED]
        + [(text, "element called a date", 0.45) for text in islice(_called_dates(root), 1)]
        + [(linked.text(things, "dateCreated"), "json-ld dateCreated", 0.4)]
        + [("-".join(found.groups()), "address", 0.3) for found in _DAY_IN_ADDRESS.finditer(meta.get("og:url", ""))]
    )
    for text, source, weight in said:
        if stamp := _date(text):
            yield Claim(stamp, source, weight)


def _called_dates(root: html.HtmlElement) -> Iterator[str]:
    """Yield the words of short elements whose class or id calls them a date, those beside the headline first."""
    titles = [holder for title in root.iter("h1") for holder in title.iterancestors("article", "main")][:1]
    for place in (*titles, root):
        for element in place.iter("span", "div", "p", "dd", "li", "time", "td"):
            kind, ident = element.get("class"), element.get("id")
            if (
                (kind or ident)
                and _called(f"{kind or ''} {ident or ''}"[:_LINE])
                and len(element) < 6
                and len(text := element.text_content().strip()) < 80
            ):
                yield text


@lru_cache(4096)
def _called(name: str) -> bool:
    """Tell whether a class and an id call an element a date."""
    return bool(_CALLED_DATE.search(name))


def _modified(things: tuple[Thing, ...], meta: Mapping[str, str], marks: Sequence[html.HtmlElement]) -> Iterator[Claim]:
    said = [(linked.text(things, "dateModified"), "json-ld", 0.9)]
    said += [(meta.get(name, ""), name, 0.8) for name in _MODIFIED]
    said += [(_stamp(element) or "", "microdata", 0.8) for element in _marked(marks, "dateModified")]
    for text, source, weight in said:
        if stamp := _date(text):
            yield Claim(stamp, source, weight)


def _authors(
    root: html.HtmlElement, marks: Sequence[html.HtmlElement], things: tuple[Thing, ...], meta: Mapping[str, str]
) -> Iterator[Metadatum]:
    """Yield the people who wrote it, each once; a name that is an address or the site's is no person."""
    said = [Claim(name, "json-ld", 0.9) for name in linked.people(things, "author")]
    said += [Claim(part, name, 0.7) for name in _AUTHORS for part in re.split(r"[,;] ", meta.get(name, ""))]
    said += [Claim(_line(element.text_content()), "microdata", 0.7) for element in _marked(marks, "author")]
    said += [
        Claim(_line(link.text_content()), "rel=author", 0.6) for link in root.iter("a") if link.get("rel") == "author"
    ]
    claims = [Claim(_line(one.value), one.source, one.weight) for one in said if _is_person(_line(one.value))]
    for name in dict.fromkeys(_squashed(claim.value) for claim in claims):
        found = settle("author", (one for one in claims if _squashed(one.value) == name), _same_name)
        if found:
            yield found


def _is_person(text: str) -> bool:
    return 1 < len(text.split()) <= 5 and len(text) <= 60 and _is_name(text) and not re.search(r"[\d@/|:]", text)


def _descriptions(things: tuple[Thing, ...], meta: Mapping[str, str]) -> Iterator[Claim]:
    for name in ("description", "og:description", "twitter:description", "dc.description", "dcterms.description"):
        if _is_prose(line := _line(meta.get(name, ""))):
            yield Claim(line, name, 0.7)
    if _is_prose(line := _line(linked.text(things, "description"))):
        yield Claim(line, "json-ld", 0.8)


def _is_prose(text: str) -> bool:
    return bool(text) and not re.search(r"[<>{}]|script:|\(\)|\w\(\d*\)", text)


def _marked(elements: Iterable[html.HtmlElement], name: str) -> Iterator[html.HtmlElement]:
    """Yield the elements that microdata (`itemprop`) or RDFa (`property`, with or without a prefix) marks so."""
    for element in elements:
        marks = f"{element.get('itemprop') or ''} {element.get('property') or ''}"
        if name in marks and any(mark.rpartition(":")[2].rpartition("/")[2] == name for mark in marks.split()):
            yield element


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


def _publishers(
    root: html.HtmlElement, things: tuple[Thing, ...], meta: Mapping[str, str], title: str, source: str
) -> Iterator[Claim]:
    company = re.search(r"<o:Company>([^<]{2,100})</o:Company>", source[:20_000])
    site = re.sub(
        r"\s+(newsroom|news ?(centre|center|room)|news|media centre|press office)$",
        "",
        meta.get("og:site_name", ""),
        flags=re.I,
    )
    named = [
        (linked.organisation(things, "author"), "json-ld author", 0.8),
        (linked.organisation(things, "sourceOrganization"), "json-ld sourceOrganization", 0.9),
        (linked.organisation(things, "publisher"), "json-ld publisher", 0.9),
        (company.group(1) if company else "", "document properties", 0.6),
        (_owner(title, site, root), "title", 0.6),
        (site, "og:site_name", 0.8),
        (linked.organisation(things, "provider"), "json-ld provider", 0.6),
        (_first(meta, "dc.publisher", "dcterms.publisher", "publisher", "citation_publisher"), "meta publisher", 0.7),
        (_first(meta, "application-name"), "application-name", 0.4),
        *((name, "logo or copyright", 0.4) for name in _signs(root)),
    ]
    for name, place, weight in named:
        if _is_name(line := _line(name)):
            yield Claim(line, place, weight)


def _same_name(one: str, other: str) -> bool:
    first, second = _squashed(one), _squashed(other)
    return first == second or (min(len(first), len(second)) > 10 and (first in second or second in first))


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


def _lang(root: html.HtmlElement, things: tuple[Thing, ...], meta: Mapping[str, str]) -> str | None:
    body = root.find("body")
    declared = (
        *(place.get(name) for place in (root, body) if place is not None for name in ("lang", "xml:lang", "xml-lang")),
        meta.get("content-language"), linked.text(things, "inLanguage"), meta.get("dc.language"), meta.get("og:locale"),
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


def _first(meta: Mapping[str, str], *names: str) -> str:
    return next((meta[name] for name in names if meta.get(name)), "")


def _line(text: str) -> str:
    return characters.clean(html_unescape(text[:_LINE])).strip()


def html_unescape(text: str) -> str:
    """Return text with entities resolved once more; titles are often escaped twice."""
    from html import unescape

    return unescape(text) if "&" in text else text
